"""Shares of reports in words: together, and by municipality."""

from alerts.figures import Nearly
from alerts.services.tally.show_shares import MonthOfShares
from alerts.shares import Share
from texts.html import Html
from texts.phrases import Phrases


def in_time_share(shown: MonthOfShares, t: Phrases) -> Html:
    """Say what share of the reports ended within 48 hours; empty where that is not shown."""
    return _words("in-time", shown.shares.in_time, t)


def satisfied_share(shown: MonthOfShares, t: Phrases) -> Html:
    """Say what share of the reporters who answered were helped well; empty where that is not shown."""
    return _words("satisfied", shown.shares.satisfied, t)


def area_rows(shown: MonthOfShares, t: Phrases) -> list[tuple[str, str, str]]:
    """Return the name of each municipality with its two shares, a dash for one that is not shown."""
    return [(name, _percent(one.in_time, t), _percent(one.satisfied, t)) for name, one in shown.areas]


def _words(what: str, share: Share, t: Phrases) -> Html:
    if share is None:
        return Html("")
    if isinstance(share, Nearly):
        return t(f"shares-{what}-{share.name.lower()}")
    return t(f"shares-{what}", percent=str(share))


def _percent(share: int | None, t: Phrases) -> str:
    return t.plain("shares-hidden") if share is None else t.plain("shares-percent", percent=str(share))
