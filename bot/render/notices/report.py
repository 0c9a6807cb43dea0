"""Notices about reports: the card for coordinators; the receipt, news and reminder for the reporter."""

from collections.abc import Mapping

from alerts.ids import MemberId, ReportId
from alerts.report import Outcome, Report, ReportStep
from alerts.role import Action
from alerts.services.permission.check_may import is_allowed
from alerts.services.report.answer_question import question_of
from alerts.services.report.find_reports import is_free
from alerts.services.report.gather_cards import LIST
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message
from bot.conversation.question_message import CANCEL, RESUME
from bot.conversation.view import View, WriteView
from bot.render.approval import function_of
from bot.render.copy_button import copy_button
from bot.render.report import report_card, report_list, standing
from bot.render.robbery_report import robbery_board
from texts.html import Html, paragraphs
from texts.outcomes import outcome_in_words
from texts.phrases import Phrases
from texts.times_and_distances import duration


async def card(view: View) -> Message:
    """Render the report's card for a coordinator; a reader who may not see it any more gets a refusal instead."""
    report = await _report(view)
    if view.reader is None or not await is_allowed(view.uow, view.reader, Action.SEE_REPORTS, report.place, view.now):
        return Message(view.t("not-allowed-outside-scope"))
    return await report_card(report, view)


async def receipt(view: View) -> Message:
    """Confirm the report to the reporter: what happens next, and buttons to add something or take it back."""
    t, report = await view.phrases(), await _report(view)
    next_step = t("report-receipt-seen" if view.number("coordinators") else "report-receipt-nobody")
    text = paragraphs(
        t("report-receipt", number=report.number), next_step, t("report-receipt-112"), _support(report, "receipt", t)
    )
    return Message(text, is_protected=True).with_keyboard(
        (_add(report, t), button(t.plain("report-back"), "report-back", report.id)),
        (copy_button(report.number, t),),
        *_phones(report, t, names_police=not view.number("coordinators") and t is view.t),
    )


async def robbery_receipt(view: View) -> Message:
    """Confirm a robbery that was reported with one tap, and let the victim tell more by tapping."""
    return await robbery_board(await _report(view), view)


def _phones(report: Report, t: Phrases, *, names_police: bool) -> tuple[tuple[Button, ...], ...]:
    """Make a button for each number that the receipt names, besides 112."""
    police = (copy_button(t.plain("phone-police"), t),) if names_police else ()
    support = (copy_button(t.plain("phone-support"), t),) if report.kind.is_robbery else ()
    return tuple(row for row in (police, support) if row)


def _support(report: Report, when: str, t: Phrases) -> Html:
    """Say where a victim or witness of a robbery finds support; empty for any other report."""
    if not report.kind.is_robbery:
        return Html("")
    return t(f"report-{when}-{'victim' if report.has_victim else 'witness'}")


async def news(view: View) -> Message:
    """Tell the reporter what became of the report, and at the end where a victim finds support."""
    t, report = view.t, await _report(view)
    what = view.text("outcome") if "outcome" in view.fields else view.text("step")
    told: dict[str, str] = {"number": report.number}
    if "main" in view.fields:
        return await _news_of_main(report, view)
    if what == ReportStep.TAKEN:
        told["who"] = await function_of(MemberId(view.number("by")), Action.SEE_REPORTS, view)
    if what == Outcome.ESCALATED and report.alert_id is not None:
        told["alert"] = (await view.uow.alerts.get(report.alert_id)).number or ""
    rest: tuple[Html, ...] = ()
    if "outcome" in view.fields:
        rest = await outcome_in_words(view.uow, report, Outcome(what), t), _support(report, "closed", t)
    said = Message(paragraphs(t(f"report-news-{what}", **told), *rest), is_protected=True)
    return said.with_keyboard((_add(report, t),)) if what == ReportStep.JOINED else said


async def _news_of_main(report: Report, view: View) -> Message:
    """Tell the reporter of a duplicate the outcome of its main report, without which that is or who sent it."""
    t, outcome = view.t, view.text("main")
    main = None if report.main_id is None else await view.uow.reports.get(report.main_id)
    if outcome == Outcome.ESCALATED and main is not None and main.alert_id is not None:
        alert = (await view.uow.alerts.get(main.alert_id)).number or ""
        text = t("report-news-main-escalated", number=report.number, alert=alert)
    else:
        text = t("report-news-main-ended", number=report.number, outcome=t.plain(f"outcome-{outcome}"))
    meaning = await outcome_in_words(view.uow, report, Outcome(outcome), t)
    return Message(paragraphs(text, meaning, _support(report, "closed", t)), is_protected=True)


def _add(report: Report, t: Phrases) -> Button:
    return button(t.plain("report-add"), "report-add", report.id)


async def released(view: View) -> Message:
    """Tell a coordinator that a report stands by itself again, as the one that it was joined to was taken back."""
    report, t = await _report(view), view.t
    if view.reader is None or not await is_allowed(view.uow, view.reader, Action.SEE_REPORTS, report.place, view.now):
        return Message(t("not-allowed-outside-scope"))
    opened = button(t.plain("reports-open", number=report.number), "report-open", report.id)
    return Message(t("report-released", number=report.number), is_protected=True).with_keyboard((opened,))


async def question(view: View) -> Message:
    """Ask the reporter what a coordinator wants to know, with buttons to answer."""
    t, report = view.t, await _report(view)
    asked = await question_of(view.uow, report)
    asker = None if asked is None else asked.actor_id
    who = t.plain("report-asker") if asker is None else await function_of(asker, Action.SEE_REPORTS, view)
    words = "" if asked is None else asked.comment or ""
    message = Message(t("report-question", number=report.number, who=who, text=words), is_protected=True)
    if not report.has_question:
        return message
    names = ("report-answer", "report-unknown")
    return message.with_keyboard(tuple(button(t.plain(name), name, report.id) for name in names))


async def answered(view: View) -> Message:
    """Tell a coordinator what the reporter answered; a reader who may not see the report any more gets a refusal."""
    report, t = await _report(view), view.t
    if view.reader is None or not await is_allowed(view.uow, view.reader, Action.SEE_REPORTS, report.place, view.now):
        return Message(t("not-allowed-outside-scope"))
    said = [one for one in await view.uow.reports.events(report.id) if one.step is ReportStep.ANSWERED]
    words = (said[-1].comment if said else None) or t.plain("report-answer-unknown")
    opened = button(t.plain("reports-open", number=report.number), "report-open", report.id)
    return Message(t("report-answered", number=report.number, text=words), is_protected=True).with_keyboard((opened,))


async def withdrawn(view: View) -> Message:
    """Tell who took the report that its reporter took it back."""
    report = await _report(view)
    return Message(view.t("report-withdrawn", number=report.number), is_protected=True)


async def unsent(view: View) -> Message:
    """Remind a member of a report that was not completed."""
    t, version = view.t, view.number("version")
    return Message(t("report-unsent")).with_keyboard(
        (
            button(t.plain("report-unsent-resume"), RESUME, version=version),
            button(t.plain("report-unsent-stop"), CANCEL, version=version),
        )
    )


async def _report(view: View) -> Report:
    return await view.uow.reports.get(ReportId(view.number("report")))


async def again(view: View) -> Message:
    """Tell a coordinator that somebody else reports a robbery of the same place, which has a card already."""
    report, t = await _report(view), view.t
    if view.reader is None or not await is_allowed(view.uow, view.reader, Action.SEE_REPORTS, report.place, view.now):
        return Message(t("not-allowed-outside-scope"))
    first = await view.uow.reports.get(ReportId(view.number("first")))
    text = t("report-again", count=view.number("count"), number=report.number, first=first.number)
    opened = [button(t.plain("reports-open", number=one.number), "report-open", one.id) for one in (report, first)]
    return Message(text, is_protected=True).with_keyboard(tuple(opened))


async def untaken(view: View) -> Message:
    """Tell a coordinator who has the card that nobody took the report; once somebody did, say who."""
    report, t = await _report(view), view.t
    if view.reader is None or not await is_allowed(view.uow, view.reader, Action.SEE_REPORTS, report.place, view.now):
        return Message(t("not-allowed-outside-scope"))
    waited = duration(view.now - report.created_at, t)
    text = t("report-untaken", number=report.number, kind=t.plain(f"kind-{report.kind}"), waited=waited)
    opened = button(t.plain("reports-open", number=report.number), "report-open", report.id)
    if not await is_free(view.uow, report, view.now):
        text = t("report-untaken-over", number=report.number, standing=await standing(report, view))
    return Message(text, is_protected=True).with_keyboard((opened,))


async def listed(view: View) -> Message:
    """Show a coordinator many reports in one list."""
    return await report_list(view)


REPORT_VIEWS: Mapping[str, WriteView] = {
    LIST: listed,
    "report-again": again,
    "report-card": card,
    "report-receipt": receipt,
    "robbery-receipt": robbery_receipt,
    "report-question": question,
    "report-answered": answered,
    "report-news": news,
    "report-unsent": unsent,
    "report-untaken": untaken,
    "report-withdrawn": withdrawn,
    "report-released": released,
}
