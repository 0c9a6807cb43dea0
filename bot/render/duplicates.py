"""Duplicates on the cards of reports: what a report may be a duplicate of, and what was joined to it."""

from alerts.report import Outcome, Report, ReportEvent, ReportState, ReportStep
from alerts.role import Actor
from alerts.services.report.suggest_duplicates import Suggestion, suggest_duplicates
from bot.conversation.callbacks import button
from bot.conversation.message import Button
from bot.conversation.view import View
from texts.duplicates import likeness_words
from texts.html import Html
from texts.phrases import Phrases
from texts.times_and_distances import moment

NUMBERS = 8  # of reports in one card or list
_SAID = (ReportStep.ADDED, ReportStep.ASKED, ReportStep.ANSWERED)


async def suggestions(report: Report, view: View) -> list[Suggestion]:
    """Return what the report may be a duplicate of, as far as the reader may deal with it."""
    if view.reader is None:
        return []
    grants = tuple(await view.uow.roles.of_member(view.reader))
    return await suggest_duplicates(view.uow, Actor(await view.uow.members.get(view.reader), grants), report, view.now)


def suggested_line(one: Suggestion, t: Phrases) -> Html:
    """Name a report that another may be a duplicate of, with the reasons."""
    return t("report-suggested-main", number=one.main.number, why=likeness_words(one.likeness, t))


def join_button(report: Report, main: Report, t: Phrases) -> Button:
    """Make the button that joins a report to another one."""
    label = t.plain("report-join", number=main.number)
    return button(label, "report-join", f"{report.id}.{main.id}", report.version)


def duplicates_line(duplicates: list[Report], t: Phrases) -> Html:
    """List the numbers of a report's duplicates; empty without any."""
    if not duplicates:
        return Html("")
    numbers = ", ".join(one.number for one in duplicates[:NUMBERS])
    more = len(duplicates) - NUMBERS
    return (
        t("report-duplicates-many", numbers=numbers, count=more)
        if more > 0
        else t("report-duplicates", numbers=numbers)
    )


async def said_since(report: Report, duplicates: list[Report], view: View) -> list[Html]:
    """Render what was added, asked and answered since the report was made, and about its duplicates, in order."""
    found = [(one, "") for one in await view.uow.reports.events(report.id)]
    for duplicate in duplicates:
        found += [(one, duplicate.number) for one in await view.uow.reports.events(duplicate.id)]
    said = sorted(((one, number) for one, number in found if one.step in _SAID), key=lambda pair: pair[0].id)
    return [_said(one, number, view) for one, number in said]


def _said(event: ReportEvent, number: str, view: View) -> Html:
    at, words = moment(event.at, view.t, view.zone, view.now), event.comment or ""
    if event.step is ReportStep.ANSWERED and not words:
        words = view.t.plain("report-answer-unknown")
    when = view.t("report-moment-of", moment=at, number=number) if number else at
    return view.t(f"report-line-{event.step}", moment=when, value=words)


async def standing_of_duplicate(report: Report, main: Report, of_main: Html, view: View) -> Html:
    """Describe the status of a duplicate to a coordinator; `of_main` describes that of its main report."""
    if report.state is ReportState.DUPLICATE:
        return view.t("report-standing-duplicate", main=main.number, standing=of_main)
    return view.t("report-standing-ended", main=main.number, outcome=outcome_words(main, view.t))


def own_standing_of_duplicate(report: Report, main: Report, t: Phrases) -> Html:
    """Describe the status of a duplicate to its reporter, who does not learn of which report."""
    if report.state is ReportState.DUPLICATE:
        return t("my-report-joined")
    return t("my-report-ended", outcome=outcome_words(main, t))


def outcome_words(main: Report, t: Phrases) -> str:
    """Name the outcome of a main report; of one that goes on, that its duplicate was reported before."""
    return t.plain(f"outcome-{main.outcome or Outcome.DUPLICATE}")
