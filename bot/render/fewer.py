"""The card with the ways to get fewer notices like one, each a tap, and what was chosen."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.alert import Alert
from alerts.services.acknowledgement.get_fewer import Way
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message
from bot.render.my_overview import LABEL_LENGTH
from texts.html import paragraphs
from texts.phrases import Phrases
from texts.shops import name_of
from texts.times_and_distances import moment

_MOST = 6  # ways on a card; with many shops those of the nearest


def fewer_card(alert: Alert, ways: Sequence[Way], t: Phrases, *, is_taken_back: bool = False) -> Message:
    """Offer the ways, the mildest first, and the rules for more."""
    shown = [*ways[: _MOST - 1], *ways[_MOST - 1 :][-1:]]
    rows = [
        (button(t.plain(f"fewer-do-{one.kind}", **_values(one, alert, t)), "fewer-do", f"{alert.id}.{one.key}"),)
        for one in shown
    ]
    head = t("fewer-head", number=alert.number or "")
    text = paragraphs(t("fewer-undone") if is_taken_back else "", head, t("fewer-what"))
    return Message(text, is_protected=True).with_keyboard(*rows, _rules(t))


def fewer_done(alert: Alert, way: Way, until: datetime, t: Phrases, zone: ZoneInfo) -> Message:
    """Say what holds now, with a button that takes it back; a pause lasts until `until`."""
    told = t(f"fewer-done-{way.kind}", until=moment(until, t, zone), **_values(way, alert, t))
    undo = button(t.plain("fewer-undo"), "fewer-undo", f"{alert.id}.{way.key}")
    return Message(told, is_protected=True).with_keyboard((undo,), _rules(t))


def _label(way: Way, alert: Alert, t: Phrases) -> str:
    return t.plain(f"fewer-do-{way.kind}", **_values(way, alert, t))[:LABEL_LENGTH]


def _values(way: Way, alert: Alert, t: Phrases) -> dict[str, str]:
    return {
        "severity": alert.content.severity,
        "shop": name_of(way.shop, t) if way.shop else "",
        "kilometres": str((way.to_m or 0) // 1_000),
        "branch": t.plain(f"branch-{way.branch}") if way.branch else "",
    }


def _rules(t: Phrases) -> tuple[Button, ...]:
    return (button(t.plain("settings-moments"), "moments"),)
