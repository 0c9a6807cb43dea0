"""The source of a report in words, on the card that police read."""

from alerts.report import Report
from alerts.services.outcome.find_source import find_source
from alerts.source_trust import SourceTrust
from bot.conversation.view import View
from texts.html import Html, joined, lines
from texts.phrases import Phrases
from texts.times_and_distances import day

MANY = 3  # reports of one person on a day, from which on they are named


async def source_words(report: Report, view: View) -> Html:
    """Say what is known of the source: counts, and no judgement. Empty for who is no police of the place."""
    trust = await find_source(view.uow, view.reader, report, view.now)
    if trust is None:
        return Html("")
    t, since = view.t, trust.verified_since
    verified = t("source-verified", day=day(since, t, view.zone)) if since else t("source-unverified")
    many = t("source-day", count=trust.on_that_day) if trust.on_that_day >= MANY else ""
    return lines(t("source-title"), verified, _earlier(trust, t), many)


def _earlier(trust: SourceTrust, t: Phrases) -> Html:
    told = [f"{t.plain(f'outcome-{outcome}')} {count}" for outcome, count in trust.outcomes.items()]
    if trust.still_open:
        told.append(t.plain("source-open", count=trust.still_open))
    return t("source-earlier", numbers=joined(" · ", *told)) if told else t("source-first")
