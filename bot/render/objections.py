"""What did not come to a member lately, or waits, each with the reason that is stored with it."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from alerts.delivery import Objected
from alerts.services.acknowledgement.list_objections import MOST
from bot.conversation.callbacks import button
from bot.conversation.message import Message
from texts.html import Html, lines, paragraphs
from texts.phrases import Phrases
from texts.times_and_distances import moment

# Reasons that a member can do something about or should know; the text of any other is that something came between.
_TOLD = frozenset(
    {
        *("muted", "paused", "quiet", "closed", "digest", "digested", "expired", "ended", "retracted"),
        *("unreachable", "not-meant", "replaced", "stopped"),
    }
)


def objections_card(found: Sequence[Objected], t: Phrases, zone: ZoneInfo) -> Message:
    """List them, the newest first, with the way back to the rules."""
    told = lines(*(_line(one, t, zone) for one in found[:MOST]))
    more = t("objections-more") if len(found) > MOST else ""
    text = paragraphs(t("objections-title"), told or t("objections-none"), more, t("objections-how"))
    return Message(text, is_protected=True).with_keyboard(
        (button(t.plain("settings-moments"), "moments"),), (button(t.plain("nav-back"), "settings"),)
    )


def _line(one: Objected, t: Phrases, zone: ZoneInfo) -> Html:
    reason = t(f"objection-{one.reason}") if one.reason in _TOLD else t("objection-other")
    text = "objections-waits" if one.is_waiting else "objections-dropped"
    return t(text, moment=moment(one.sent_at, t, zone), number=one.number, reason=reason)
