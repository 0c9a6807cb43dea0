"""A case of aftercare in words: its state, its people, and its steps with their days and owners."""

from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.aftercare.case import Case, CasePerson, CaseStep
from alerts.aftercare.overview import Overview, Promptness
from alerts.aftercare.sequence import StepOwner
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action, Role
from alerts.services.aftercare.find_case import WholeCase
from texts.html import Html, joined, lines
from texts.phrases import Phrases
from texts.roles import function_of
from texts.times_and_distances import day as day_words

DONE, LEFT_OUT, WAITS = "✓", "–", "○"


async def keeper_words(uow: UnitOfWork, keeper: MemberId | None, t: Phrases) -> str:
    """Return what whoever looks after a case is called, never a name."""
    if keeper is None:
        return t.plain(f"role-{Role.CITY_MARSHAL}")
    return await function_of(uow, keeper, Action.OPEN_AFTERCARE, t)


def state_words(case: Case, t: Phrases) -> str:
    """Return the state of a case, and of a closed one how it ended."""
    if case.ending is not None:
        return t.plain(f"care-ending-{case.ending}")
    return t.plain(f"care-state-{case.state}")


def remarks(case: Case, t: Phrases) -> list[Html]:
    """Return what else is to be known of a case."""
    told = (
        (case.objected_at, "care-objected"),
        (case.arrested_at, "care-arrested"),
        (case.shop_closed_at, "care-shop-is-closed"),
    )
    return [t(text) for at, text in told if at is not None]


def number_of(person: CasePerson, whole: WholeCase) -> int:
    """Return the number by which somebody is called within a case, from 1."""
    return [one.id for one in whole.people].index(person.id) + 1


def person_words(person: CasePerson, whole: WholeCase, t: Phrases) -> str:
    """Return what somebody is called within a case: a number, never a name."""
    text = "care-person-number" if person.member_id is not None else "care-person-number-phone"
    return t.plain(text, number=str(number_of(person, whole)))


def step_words(step: CaseStep, who: str, t: Phrases, zone: ZoneInfo) -> Html:
    """Return a step with its day and its owner."""
    mark = DONE if step.done_at is not None else LEFT_OUT if step.is_left_out else WAITS
    owner = who if step.owner is StepOwner.MARSHAL else t.plain("care-owner-program")
    kind = t.plain(f"care-kind-{step.kind}")
    return t("care-step-line", mark=mark, day=day_words(step.due_at, t, zone), step=kind, owner=owner)


def case_words(whole: WholeCase, who: str, t: Phrases, zone: ZoneInfo) -> Html:
    """Return a case as its coordinators read it in the chat."""
    title = t("care-title", number=whole.incident.number, state=state_words(whole.case, t))
    people = (
        t("care-person", name=person_words(one, whole, t), consent=t.plain(f"care-consent-{one.consent}"))
        for one in whole.people
    )
    steps = (step_words(one, who, t, zone) for one in whole.steps)
    return joined("\n\n", lines(title, *remarks(whole.case, t)), lines(*people), lines(*steps))


def next_day(whole: WholeCase) -> datetime | None:
    """Return when the next message of a case comes; None after the last."""
    waiting = [one.due_at for one in whole.steps if one.owner is StepOwner.PROGRAM and not one.is_settled]
    return min(waiting, default=None) if whole.case.is_open else None


def overview_words(overview: Overview, t: Phrases) -> Html:
    """Return the overview of a month: every number that may be shown; empty where none may."""
    if overview.is_empty:
        return Html("")
    told = [
        _promptness_words(f"care-overview-{name}", found, t)
        for name, found in (("opened", overview.opened), ("steps", overview.steps), ("calls", overview.calls))
        if found.total is not None
    ]
    ends = [
        t("care-overview-ending", ending=t.plain(f"care-ending-{ending}"), count=str(count))
        for ending, count in overview.endings
    ]
    return lines(t("care-overview"), *told, *ends)


def _promptness_words(text: str, found: Promptness, t: Phrases) -> Html:
    if found.prompt is None:
        return t(text, total=str(found.total))
    return t(f"{text}-prompt", total=str(found.total), prompt=str(found.prompt))
