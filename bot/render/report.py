"""Reports: the coordinator's card, the line in a list, and the status."""

from datetime import datetime

from alerts.alert import Alert
from alerts.ids import ReportId
from alerts.postcode import shown
from alerts.report import CHOSEN_OUTCOMES, VEHICLES, Outcome, Purpose, Report, ReportContent, ReportStep, Signal
from alerts.role import Action, Actor
from alerts.services.report.find_reports import is_free, reports_in_scope
from alerts.services.report.show_report import gathered_with
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message, in_rows
from bot.conversation.view import View
from bot.render.approval import function_of
from bot.render.ring import ring_line, ring_rows
from texts.html import Html, lines, paragraphs
from texts.phrases import Phrases
from texts.shops import address, name_of
from texts.times_and_distances import moment, moment_told

NUMBERS = 8  # of reports in one card or list


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
    """Render the whole report, its status, and the buttons that this status allows."""
    t = view.t
    head = "report-card-head" if report.is_confirmed else "report-card-head-unconfirmed"
    text = paragraphs(
        t(head, number=report.number, kind=t.plain(f"kind-{report.kind}")),
        lines(
            *told_lines(report.content, report.occurred_at, view).values(),
            *await _where(report, view),
            t("report-line-sent", value=_at(report, view)),
        ),
        lines(*await _added(report, view)),
        await _gathered(report, view),
        await ring_line(report, view),
        await standing(report, view),
    )
    rows = (*await _buttons(report, view), *await ring_rows(report, view))
    return Message(text, is_protected=True).with_keyboard(*rows)


async def outcome_question(report: Report, view: View) -> Message:
    """Render the report's card with the outcomes to choose from."""
    t, card = view.t, await report_card(report, view)
    outcomes = [
        button(t.plain(f"report-close-{one}"), "report-outcome", f"{report.id}.{one}", report.version)
        for one in CHOSEN_OUTCOMES
    ]
    back = button(t.plain("report-close-back"), "report-card", report.id)
    text = paragraphs(card.text, t("report-ask-outcome"))
    return Message(text, is_protected=True).with_keyboard(*in_rows(outcomes, 1), (back,))


def purpose_question(report: Report, t: Phrases) -> Message:
    """Ask for what purpose the report is read; nothing of its content is shown yet."""
    purposes = [button(t.plain(f"purpose-{one}"), "report-read", f"{report.id}.{one}") for one in Purpose]
    text = t("report-ask-purpose", number=report.number, kind=t.plain(f"kind-{report.kind}"))
    return Message(text, is_protected=True).with_keyboard(*in_rows(purposes, 2))


async def standing(report: Report, view: View) -> Html:
    """Describe the report's status."""
    t = view.t
    if report.outcome is Outcome.ESCALATED:
        return t("report-standing-escalated", alert=await _alert_number(report, view))
    if report.outcome is not None:
        return t("report-standing-closed", outcome=t.plain(f"outcome-{report.outcome}"))
    if report.taken_by is None:
        return t("report-standing-received")
    who = await taker(report, view)
    if report.alert_id is None:
        return t("report-standing-triage", who=who)
    return t("report-standing-drafted", who=who, alert=await _alert_number(report, view))


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


async def _where(report: Report, view: View) -> list[Html]:
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


async def _added(report: Report, view: View) -> list[Html]:
    return [
        view.t("report-line-added", moment=moment(one.at, view.t, view.zone, view.now), value=one.comment or "")
        for one in await view.uow.reports.events(report.id)
        if one.step is ReportStep.ADDED
    ]


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


async def _buttons(report: Report, view: View) -> tuple[tuple[Button, ...], ...]:
    t = view.t
    if not report.is_open:
        return ()

    def to(verb: str) -> tuple[Button, ...]:
        return (button(t.plain(verb), verb, report.id, report.version),)

    take = (to("report-take"),) if await is_free(view.uow, report, view.now) else ()
    convert = (to("report-alert"),) if report.alert_id is None else ()
    return (*take, *convert, to("report-close"))
