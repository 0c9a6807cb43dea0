"""Reports: the coordinator's card, the line in a list, and the status."""

from datetime import datetime

from alerts.alert import Alert
from alerts.ids import ReportId
from alerts.postcode import shown
from alerts.report import (
    CHOSEN_OUTCOMES,
    VEHICLES,
    Outcome,
    Purpose,
    Report,
    ReportContent,
    ReportState,
    Signal,
)
from alerts.role import Action, Actor
from alerts.services.report.ask_reporter import may_be_asked
from alerts.services.report.find_reports import is_free, reports_in_scope
from alerts.services.report.join_report import may_be_joined
from alerts.services.report.show_report import gathered_with
from alerts.typed_text import utf16_length
from bot.conversation.callbacks import button
from bot.conversation.likely_choices import MOST
from bot.conversation.message import Button, Message, in_rows
from bot.conversation.view import View
from bot.render.approval import function_of
from bot.render.duplicates import (
    NUMBERS,
    duplicates_line,
    join_button,
    own_standing_of_duplicate,
    said_since,
    standing_of_duplicate,
    suggested_line,
    suggestions,
)
from bot.render.incident_row import incident_rows
from bot.render.overdue import take_over_row
from bot.render.report_clock import passed_lines
from bot.render.ring import ring_line, ring_rows
from bot.render.source import source_words
from texts.html import Html, lines, paragraphs
from texts.phrases import Phrases
from texts.shops import address, name_of
from texts.times_and_distances import moment, moment_told

MOST_SIGNS = 3_400  # UTF-16 units of a card with its markup; a question below it has to fit in the same message


async def report_list(view: View) -> Message:
    """List the open reports in the reader's scope, instead of a card for each: confirmed reports first, then newest
    first."""
    t, reader = view.t, view.reader
    assert reader is not None, "a list is for somebody"
    actor = Actor(await view.uow.members.get(reader), tuple(await view.uow.roles.of_member(reader)))
    newest = (await reports_in_scope(view.uow, actor, view.now))[::-1]
    waiting = sorted(newest, key=lambda one: not one.is_confirmed)
    shown = waiting[:NUMBERS]
    left = t("reports-list-more", count=len(waiting) - NUMBERS) if len(waiting) > NUMBERS else ""
    text = paragraphs(t("reports-list", count=len(waiting)), *[await report_line(one, view) for one in shown], left)
    opened = [button(t.plain("reports-open", number=one.number), "report-open", one.id) for one in shown]
    return Message(text, is_protected=True).with_keyboard(*in_rows(opened, 2))


async def report_card(report: Report, view: View) -> Message:
    """Render the whole report, its status, what it may be a duplicate of, and the buttons that this status allows."""
    found = (await suggestions(report, view))[:1]
    told, source = await report_words(report, view), await source_words(report, view)
    text = paragraphs(told, source, *(suggested_line(one, view.t) for one in found))
    mains = [one.main for one in found]
    rows = (*await _buttons(report, mains, view), *await ring_rows(report, view))
    room = MOST - sum(len(row) for row in rows)
    rows = (*await incident_rows(report, view, room), *rows)
    return Message(text, is_protected=True).with_keyboard(*rows)


async def report_words(report: Report, view: View) -> Html:
    """Render the whole report and its status, without what follows from that."""
    t, duplicates = view.t, await view.uow.reports.duplicates_of(report.id)
    head = "report-card-head" if report.is_confirmed else "report-card-head-unconfirmed"
    told = paragraphs(
        t(head, number=report.number, kind=t.plain(f"kind-{report.kind}")),
        lines(
            *told_lines(report.content, report.occurred_at, view).values(),
            *await where_lines(report, view),
            t("report-line-sent", value=_at(report, view)),
        ),
    )
    beside = lines(await _gathered(report, view), duplicates_line(duplicates, t))
    passed = lines(*await passed_lines(report, view))
    since = paragraphs(beside, passed, await ring_line(report, view), await standing(report, view))
    room = MOST_SIGNS - utf16_length(told) - utf16_length(since)
    return paragraphs(told, _fitting(await said_since(report, duplicates, view), room, t), since)


def _fitting(said: list[Html], room: int, t: Phrases) -> Html:
    """Return the newest of these lines for which there is room, below a line that says so when some are left out."""
    whole = lines(*said)
    if utf16_length(whole) <= room:
        return whole
    older = t("report-line-older")
    while said and utf16_length(lines(older, *said)) > room:
        said = said[1:]
    return lines(older, *said)


async def outcome_question(report: Report, view: View) -> Message:
    """Render the report's card with the outcomes to choose from."""
    t, card = view.t, await report_card(report, view)
    outcomes = [
        button(t.plain(f"report-close-{one}"), "report-outcome", f"{report.id}.{one}", report.version)
        for one in CHOSEN_OUTCOMES
    ]
    if may_be_joined(report):
        label = t.plain("report-close-duplicate")
        outcomes.append(button(label, "report-double", report.id, report.version))
    text = paragraphs(card.text, t("report-ask-outcome"))
    return Message(text, is_protected=True).with_keyboard(*in_rows(outcomes, 1), (_back(report, t),))


async def main_question(report: Report, view: View) -> Message:
    """Render the report's words with the reports to choose from of which it may be a duplicate, and why."""
    t, found = view.t, await suggestions(report, view)
    asked = t("report-ask-main" if found else "report-ask-main-none")
    text = paragraphs(await report_words(report, view), asked, lines(*(suggested_line(one, t) for one in found)))
    joins = [(join_button(report, one.main, t),) for one in found]
    other = button(t.plain("report-number"), "report-number", report.id, report.version)
    return Message(text, is_protected=True).with_keyboard(*joins, (other,), (_back(report, t),))


async def duplicate_list(report: Report, view: View) -> Message:
    """List the duplicates of a report, each with a button that opens it."""
    t, duplicates = view.t, (await view.uow.reports.duplicates_of(report.id))[:NUMBERS]
    cards = [await report_line(one, view) for one in duplicates]
    text = paragraphs(t("report-duplicates-title", number=report.number), *cards)
    opened = [button(t.plain("reports-open", number=one.number), "report-open", one.id) for one in duplicates]
    return Message(text, is_protected=True).with_keyboard(*in_rows(opened, 2))


def _back(report: Report, t: Phrases) -> Button:
    return button(t.plain("report-close-back"), "report-card", report.id)


def purpose_question(report: Report, t: Phrases) -> Message:
    """Ask for what purpose the report is read; nothing of its content is shown yet."""
    purposes = [button(t.plain(f"purpose-{one}"), "report-read", f"{report.id}.{one}") for one in Purpose]
    text = t("report-ask-purpose", number=report.number, kind=t.plain(f"kind-{report.kind}"))
    return Message(text, is_protected=True).with_keyboard(*in_rows(purposes, 2))


async def standing(report: Report, view: View) -> Html:
    """Describe the report's status."""
    t = view.t
    if report.main_id is not None:
        main = await view.uow.reports.get(report.main_id)
        return await standing_of_duplicate(report, main, await standing(main, view), view)
    if report.outcome is Outcome.ESCALATED:
        return t("report-standing-escalated", alert=await _alert_number(report, view))
    if report.outcome is not None:
        return t("report-standing-closed", outcome=t.plain(f"outcome-{report.outcome}"))
    if report.taken_by is None:
        return t("report-standing-received")
    who = await taker(report, view)
    if report.alert_id is not None:
        return t("report-standing-drafted", who=who, alert=await _alert_number(report, view))
    if report.has_question:
        return t(f"report-standing-asked-{'now' if report.awaits_reporter(view.now) else 'late'}", who=who)
    return t("report-standing-triage", who=who)


async def own_standing(report: Report, view: View) -> Html:
    """Describe the report's status to its reporter."""
    if report.has_question:
        return view.t("my-report-asked", who=await taker(report, view))
    if report.main_id is not None:
        return own_standing_of_duplicate(report, await view.uow.reports.get(report.main_id), view.t)
    return await standing(report, view)


async def overtaken_line(alert: Alert, report_id: int | None, view: View) -> Html:
    """Say what a colleague did meanwhile with the report that this draft was made from; empty if nothing."""
    if report_id is None:
        return Html("")
    report = await view.uow.reports.get(ReportId(report_id))
    if report.is_open and report.alert_id == alert.id:
        return Html("")
    return view.t("report-overtaken", number=report.number, standing=await standing(report, view))


async def taker(report: Report, view: View) -> str:
    """Name the function of the coordinator who took the report, never a person's name; empty if nobody did."""
    if report.taken_by is None:
        return ""
    return await function_of(report.taken_by, Action.SEE_REPORTS, view)


async def report_line(report: Report, view: View) -> Html:
    """Render a report as a line in a coordinator's list."""
    t = view.t
    kind = t.plain(f"kind-{report.kind}")
    place = report.place.pc4 or t.plain("place-shared")
    return t(
        "reports-line",
        number=report.number,
        kind=kind,
        place=place,
        moment=_at(report, view),
        standing=await standing(report, view),
    )


def vehicle_words(content: ReportContent, t: Phrases) -> str:
    """Describe the vehicle: a listed kind in the reader's language, anything else as typed."""
    vehicle = content.vehicle or ""
    return t.plain(f"vehicle-{vehicle}") if vehicle in VEHICLES else vehicle


def signal_words(content: ReportContent, t: Phrases) -> str:
    """Describe the signals as one sentence, in the order of the form."""
    told = [t.plain(f"signal-{one}") for one in Signal if one in content.signals]
    return "; ".join(f"{one[0].lower()}{one[1:]}" for one in told)


def told_lines(told: ReportContent, occurred_at: datetime | None, view: View) -> dict[str, Html]:
    """Render what was told, a line for each field; an empty one for what was not."""
    t = view.t
    when = moment_told(occurred_at, told.time_of_day, t, view.zone, view.now) if occurred_at else ""
    injured = "" if told.is_injured is None else t.plain(f"report-injured-{'yes' if told.is_injured else 'no'}").lower()
    values = {
        "signals": signal_words(told, t) if told.signals else "",
        "when": when,
        "persons": _mo_words("offender_count", told.persons, t),
        "weapon": _mo_words("weapon", told.weapon, t),
        "violence": _mo_words("violence", told.violence, t),
        "approach": _mo_words("approach", told.approach, t),
        "loot_type": _mo_words("loot_type", told.loot_type, t),
        "injured": injured,
        "face_cover": _mo_words("face_cover", told.face_cover, t),
        "clothing": told.clothing or "",
        "vehicle": vehicle_words(told, t),
        "exit_mode": _mo_words("exit_mode", told.exit_mode, t),
        "exit_direction": _mo_words("exit_direction", told.exit_direction, t) or told.exit_goal or "",
        "what": told.what or "",
    }
    return {name: t(f"report-line-{name}", value=value) if value else Html() for name, value in values.items()}


def _mo_words(field: str, value: str | None, t: Phrases) -> str:
    return t.plain(f"mo-{field}-{value}") if value else ""


async def where_lines(report: Report, view: View) -> list[Html]:
    """Describe the place; for a shop that moved since, its place at the time of the report."""
    t, at = view.t, report.place
    if report.premises_id is not None:
        shop = await view.uow.premises.get(report.premises_id)
        if (shop.place.pc4, shop.place.pc6) == (at.pc4, at.pc6):
            return [t("report-line-shop", name=name_of(shop, t), place=address(shop, t))]
        then = shown(at.pc6) if at.pc6 else at.pc4 or t.plain("place-shared")
        return [t("report-line-shop-then", name=name_of(shop, t), place=then)]
    code, words = at.pc4 or "", report.content.place_words
    if not code:
        return [t("report-line-where", place=t.plain("place-shared"))]
    place = code if words in ("", code) else t.plain("place-code-town", code=code, town=words)
    return [t("report-line-where", place=place)]


async def _gathered(report: Report, view: View) -> Html:
    """List the unconfirmed robbery reports of the same place that were gathered on this card."""
    others = await gathered_with(view.uow, report)
    numbers = ", ".join(one.number for one in others[:NUMBERS])
    more = len(others) - NUMBERS
    left = view.t("report-gathered-more", count=more) if more > 0 else ""
    return lines(view.t("report-gathered", numbers=numbers) if others else "", left)


async def _alert_number(report: Report, view: View) -> str:
    if report.alert_id is None:
        return ""
    return (await view.uow.alerts.get(report.alert_id)).number or ""


def _at(report: Report, view: View) -> Html:
    return moment(report.created_at, view.t, view.zone, view.now)


async def _buttons(report: Report, mains: list[Report], view: View) -> tuple[tuple[Button, ...], ...]:
    """Make the buttons that the status allows; `mains`: what it may be a duplicate of."""
    t = view.t

    def to(verb: str) -> tuple[Button, ...]:
        return (button(t.plain(verb), verb, report.id, report.version),)

    if report.state is ReportState.DUPLICATE and report.main_id is not None:
        main = await view.uow.reports.get(report.main_id)
        return (button(t.plain("reports-open", number=main.number), "report-open", main.id),), to("report-release")
    if not report.is_open:
        return ()

    take = (to("report-take"),) if await is_free(view.uow, report, view.now) else ()
    convert = (to("report-alert"),) if report.alert_id is None else ()
    ask = (to("report-ask"),) if await may_be_asked(view.uow, report) else ()
    joins = [(join_button(report, main, t),) for main in mains]
    many = len(await view.uow.reports.duplicates_of(report.id))
    shows = ((button(t.plain("report-doubles", count=many), "report-doubles", report.id),),) if many else ()
    return (*take, *await take_over_row(report, view), *convert, *ask, *joins, *shows, to("report-close"))
