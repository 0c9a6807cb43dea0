"""Overdue reports: the reminder of a coordinator, and the news that a colleague took one over."""

from collections.abc import Mapping
from datetime import timedelta

from alerts.ids import MemberId, ReportId
from alerts.report import Report
from alerts.role import Action, Actor
from alerts.services.outcome.find_overdue import may_take_over, overdue_for
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message, in_rows
from bot.conversation.view import View, WriteView
from bot.render.approval import function_of
from texts.html import Html, lines, paragraphs
from texts.times_and_distances import duration

NUMBERS = 8  # reports in one reminder


async def reminder(view: View) -> Message:
    """List the overdue reports that the reader can do something about, as they are when it is sent: each by how long it
    waits."""
    found = await overdue_for(view.uow, await _actor(view), view.now)
    if not found.all:
        return Message(view.t("reports-overdue-none"))
    shown, left = found.all[:NUMBERS], len(found.all) - NUMBERS
    parts = [
        _part(name, [one for one in part if one in shown], view)
        for name, part in (("own", found.own), ("free", found.free), ("offered", found.offered))
    ]
    more = view.t("reports-overdue-more", count=left) if left > 0 else ""
    opened = [button(view.t.plain("reports-open", number=one.number), "report-open", one.id) for one, _ in shown]
    text = paragraphs(view.t("reports-overdue"), *parts, more)
    return Message(text, is_protected=True).with_keyboard(*in_rows(opened, 2))


async def taken_over(view: View) -> Message:
    """Tell who had taken a report that a colleague took it over."""
    report = await view.uow.reports.get(ReportId(view.number("report")))
    who = await function_of(MemberId(view.number("by")), Action.SEE_REPORTS, view)
    return Message(view.t("report-taken-over", number=report.number, who=who), is_protected=True)


async def take_over_row(report: Report, view: View) -> tuple[tuple[Button, ...], ...]:
    """Make the row with the button that takes the report over; none where the reader cannot."""
    if view.reader is None or not await may_take_over(view.uow, await _actor(view), report, view.now):
        return ()
    return ((button(view.t.plain("report-over"), "report-over", report.id, report.version),),)


async def _actor(view: View) -> Actor:
    assert view.reader is not None, "a reminder is for somebody"
    return Actor(await view.uow.members.get(view.reader), tuple(await view.uow.roles.of_member(view.reader)))


def _part(name: str, reports: list[tuple[Report, timedelta]], view: View) -> Html:
    t = view.t
    told = [
        t(
            "reports-overdue-line",
            number=report.number,
            kind=t.plain(f"kind-{report.kind}"),
            place=report.place.pc4 or t.plain("place-shared"),
            age=duration(waits, t),
        )
        for report, waits in reports
    ]
    return lines(t(f"reports-overdue-{name}"), *told) if told else Html("")


OVERDUE_VIEWS: Mapping[str, WriteView] = {
    "reports-overdue": reminder,
    "report-taken-over": taken_over,
}
