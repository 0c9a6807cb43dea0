"""Possible patterns: the card for police, the line in their list, and the reasons to dismiss one."""

from alerts.patterns import DismissReason, PatternState
from alerts.services.pattern.read_pattern import SeenPattern
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message, in_rows
from bot.conversation.view import View
from texts.html import Html, lines, paragraphs
from texts.patterns import differing_words, notes, place_words, summary, timeline_words, told_words
from texts.times_and_distances import moment

MOST_AGREED, MOST_LINES, MOST_OPENED = 8, 10, 4  # of one card


def pattern_card(seen: SeenPattern, view: View) -> Message:
    """Render a pattern: why, what does not fit, its reports in the order of time, and what police can do."""
    t = view.t
    agreed = [told_words(one, seen, t) for one in seen.explanation.agreed[:MOST_AGREED]]
    differing = [differing_words(one, seen, t) for one in seen.explanation.differing[:MOST_AGREED]]
    line_of = {
        one.report: timeline_words(one, seen.reports[one.report], t, view.zone, view.now) for one in seen.sightings
    }
    shown = list(line_of.values())[-MOST_LINES:]
    earlier = len(line_of) - len(shown)
    text = paragraphs(
        lines(t("pattern-head", count=seen.count), summary(seen, t)),
        lines(t("pattern-why"), *agreed) if agreed else "",
        lines(t("pattern-misfits"), *differing) if differing else t("pattern-no-misfits"),
        lines(t("pattern-timeline"), t("pattern-earlier", count=earlier) if earlier else "", *shown),
        lines(*notes(seen, t)),
        t("pattern-yours"),
    )
    return Message(text, is_protected=True).with_keyboard(*_buttons(seen, view))


def reason_question(seen: SeenPattern, view: View) -> Message:
    """Render the card with the reasons to dismiss it."""
    t, pattern, card = view.t, seen.pattern, pattern_card(seen, view)
    reasons = [
        button(t.plain(f"pattern-reason-{one}"), "pattern-reason", f"{pattern.id}.{one}", pattern.version)
        for one in DismissReason
    ]
    back = button(t.plain("pattern-back"), "pattern-card", pattern.id)
    text = paragraphs(card.text, t("pattern-ask-reason"))
    return Message(text, is_protected=True).with_keyboard(*in_rows(reasons, 1), (back,))


def pattern_line(seen: SeenPattern, view: View) -> Html:
    """Render a pattern as a line in a list."""
    t, places = view.t, dict.fromkeys(place_words(one, view.t) for one in seen.reports.values())
    last = moment(seen.sightings[-1].at, t, view.zone, view.now)
    return t("patterns-line", number=str(seen.pattern.id), count=seen.count, places=", ".join(places), moment=last)


def _buttons(seen: SeenPattern, view: View) -> tuple[tuple[Button, ...], ...]:
    t, pattern = view.t, seen.pattern
    reports = [
        button(t.plain("reports-open", number=seen.reports[one.report].number), "report-open", one.report)
        for one in seen.sightings[-MOST_OPENED:]
    ]
    if pattern.state is PatternState.DISMISSED:
        return in_rows(reports, 2)
    is_drafted = any(one.alert_id is not None for one in seen.reports.values())
    convert = () if is_drafted else ((button(t.plain("pattern-alert"), "pattern-alert", pattern.id, pattern.version),),)
    dismiss = (button(t.plain("pattern-dismiss"), "pattern-dismiss", pattern.id, pattern.version),)
    return (*convert, dismiss, *in_rows(reports, 2))
