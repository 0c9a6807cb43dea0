"""The settings screens: nights, pauses, muting, language."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from alerts.member import Language, Member
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message
from bot.render.delivery_rules import quiet_lines
from texts.html import Html, lines, paragraphs
from texts.phrases import Phrases
from texts.times_and_distances import moment

MORNING = time(7)
PAUSES = ("morning", "week", "fortnight", "none")
YES, NO = "yes", "no"
FIRST_NIGHT = "night"  # the answer takes the place of the question
FIRST_NIGHT_KEPT = "night-below"  # the answer comes below it, as more was said with the question


def pause_until(choice: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Return when a pause chosen now ends, None for no pause. Raises KeyError for an unknown choice."""
    days = {"morning": 1, "week": 7, "fortnight": 14, "none": 0}[choice]
    if not days:
        return None
    local = now.astimezone(zone)
    if choice == "morning" and local.time() < MORNING:
        days = 0  # after midnight people mean the morning that is coming
    return datetime.combine(local.date() + timedelta(days=days), MORNING, zone)


def night_question(t: Phrases, verb: str = FIRST_NIGHT) -> Message:
    """Ask whether P1 alerts may sound at night; this is asked once."""
    return Message(t("night-question")).with_keyboard(
        (button(t.plain("night-yes"), verb, YES), button(t.plain("night-no"), verb, NO))
    )


def settings_lines(member: Member, t: Phrases, now: datetime, zone: ZoneInfo) -> Html:
    """Describe the present settings, a line each."""
    night = t("settings-night-off" if member.p1_at_night is False else "settings-night-on")
    muted = sorted(member.muted)
    both = (
        t("settings-muted", which=", ".join(t.plain(f"settings-muted-{one}") for one in muted))
        if muted
        else t("settings-not-muted")
    )
    return lines(night, both, quiet_lines(member, t), pause_line(member, t, now, zone))


def pause_line(member: Member, t: Phrases, now: datetime, zone: ZoneInfo) -> Html:
    """Say until when alerts are paused, or that they are not."""
    if member.paused_until is None or member.paused_until <= now:
        return t("settings-no-pause")
    return t("settings-paused", until=moment(member.paused_until, t, zone, now))


def settings_menu(member: Member, t: Phrases, now: datetime, zone: ZoneInfo, *, has_mail: bool = False) -> Message:
    """Render the settings with a button for each choice; that of e-mail only where the operator set it up."""
    sounds = member.p1_at_night is not False
    night = button(
        t.plain("settings-night-quiet" if sounds else "settings-night-loud"), "nights", NO if sounds else YES
    )
    moments = (button(t.plain("settings-moments"), "moments"), button(t.plain("objections"), "objections"))
    mail = [(button(t.plain("settings-mail"), "mail"),)] if has_mail else []
    is_paused = member.paused_until is not None and member.paused_until > now
    pauses = [button(t.plain(f"pause-{choice}"), "pause", choice) for choice in PAUSES if choice != "none" or is_paused]
    text = paragraphs(t("settings-title"), settings_lines(member, t, now, zone), t("settings-what"))
    return Message(text).with_keyboard((night,), moments, *mail, tuple(pauses[:1]), tuple(pauses[1:]), (_back(t),))


def language_menu(t: Phrases) -> Message:
    """Render the languages by their own names."""
    row = tuple(button(t.plain(f"language-{one}"), "language", one) for one in Language)
    return Message(t("language-question")).with_keyboard(row, (_back(t),))


def _back(t: Phrases) -> Button:
    return button(t.plain("nav-back"), "mine")
