"""Regions in words: how far a notice goes, and for whom it is where it has no circle."""

from alerts.alert import AlertContent
from texts.html import Html
from texts.phrases import Phrases
from texts.roles import scope_words


def reach_words(content: AlertContent, t: Phrases) -> Html | str:
    """Say how far a notice goes: kilometres around its place, or its region."""
    if content.region is not None:
        return scope_words(content.region, t)
    return t("alert-reach-km", km=content.reach_m // 1_000)


def audience_words(content: AlertContent, t: Phrases) -> Html:
    """Say for which branches in which region a notice is; empty for one with a circle or to a group."""
    if content.region is None:
        return Html("")
    branches = sorted((t.plain(f"branch-{one}") for one in content.branches), key=str.casefold)
    return t("alert-for-region", branches=", ".join(branches), region=scope_words(content.region, t))
