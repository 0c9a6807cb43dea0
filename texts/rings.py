"""A ring in words: the proposal after a robbery, and whether own data say so or it is assumed."""

from zoneinfo import ZoneInfo

from alerts.branch import Branch
from alerts.near_repeat.ring import LEAST_INCIDENTS, Basis, Ring
from texts.html import Html, lines
from texts.numbers import decimal
from texts.phrases import Phrases
from texts.times_and_distances import day


def ring_words(ring: Ring, t: Phrases, zone: ZoneInfo) -> Html:
    """Say which branches within which distance for how long, and on what that rests."""
    found = ring.finding
    branches = ", ".join(t.plain(f"branch-{one}") for one in Branch if one in ring.branches)
    proposal = t(
        "ring-proposal",
        branches=branches or t.plain("alert-all-branches"),
        km=found.km,
        days=found.days,
        until=day(ring.until, t, zone),
    )
    return lines(proposal, _basis(ring, t), t("ring-places"))


def _basis(ring: Ring, t: Phrases) -> Html:
    found = ring.finding
    match found.basis:
        case Basis.TOO_FEW:
            return t("ring-too-few", least=LEAST_INCIDENTS)
        case Basis.NO_REPEATS:
            return t("ring-no-repeats", incidents=found.incidents)
        case Basis.OWN_DATA:
            ratio, p = decimal(found.ratio, 1, t), decimal(found.p, 3, t)
            return t("ring-own-data", incidents=found.incidents, pairs=found.pairs, ratio=ratio, p=p)
