"""Distances, times and places in words."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.message import Html
from bot.texts import Phrases


def distance(metres: int | None, t: Phrases) -> Html:
    """About how far: to 50 m below a kilometre, to 100 m above; in words where it is not known."""
    if metres is None:
        return t("distance-unknown")
    if metres < 1_000:
        return t("distance-metres", metres=str(max(50, round(metres / 50) * 50)))
    comma = "," if t.language == "nl" else "."
    return t("distance-kilometres", kilometres=f"{metres / 1_000:.1f}".replace(".", comma))


def moment(at: datetime, t: Phrases, zone: ZoneInfo, now: datetime | None = None) -> Html:
    """A local date and time; only the time when it is today."""
    local = at.astimezone(zone)
    clock = f"{local:%H:%M}"
    if now is not None and now.astimezone(zone).date() == local.date():
        return t("moment-today", clock=clock)
    return t("moment", day=str(local.day), month=t.plain(f"month-{local.month}"), clock=clock)
