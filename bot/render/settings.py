"""The screens for when and how somebody is told: nights, pauses, muting, language."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from alerts.member import Language, Member
from alerts.services.choose import MUTABLE
from bot.callbacks import button
from bot.message import Button, Html, Message, lines, paragraphs
from bot.render.place import moment
from bot.texts import Phrases

MORNING = time(7)
PAUSES = ("morning", "week", "fortnight", "none")
YES, NO = "yes", "no"
FIRST_NIGHT = "night"  # the answer takes the place of the question
FIRST_NIGHT_KEPT = "night-below"  # the answer comes below it, as more was said with the question


def pause_until(choice: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Until when a pause lasts; None for none. Raises KeyError for another word."""
    days = {"morning": 1, "week": 7, "fortnight": 14, "none": 0}[choice]
    if not days:
        return None
    local = now.astimezone(zone)
    if choice == "morning" and local.time() < MORNING:
        days = 0  # after midnight people mean the morning that is coming
    return datetime.combine(local.date() + timedelta(days=days), MORNING, zone)


def night_question(t: Phrases, verb: str = FIRST_NIGHT) -> Message:
    """Asked once: may an acute alert sound at night?"""
    return Message(t("night-question")).with_keyboard(
        (button(t.plain("night-yes"), verb, YES), button(t.plain("night-no"), verb, NO))
    )


def settings_lines(member: Member, t: Phrases, now: datetime, zone: ZoneInfo) -> Html:
    """How it stands, a line each."""
    night = t("settings-night-off" if member.p1_at_night is False else "settings-night-on")
    muted = sorted(member.muted)
    both = t("settings-muted", which=", ".join(muted)) if muted else t("settings-not-muted")
    return lines(night, both, pause_line(member, t, now, zone))


def pause_line(member: Member, t: Phrases, now: datetime, zone: ZoneInfo) -> Html:
    """Paused until when, or not."""
    if member.paused_until is None or member.paused_until <= now:
        return t("settings-no-pause")
    return t("settings-paused", until=moment(member.paused_until, t, zone, now))


def settings_menu(member: Member, t: Phrases, now: datetime, zone: ZoneInfo) -> Message:
    """Everything about when, with its buttons."""
    sounds = member.p1_at_night is not False
    night = button(
        t.plain("settings-night-quiet" if sounds else "settings-night-loud"), "nights", NO if sounds else YES
    )
    mute = tuple(
        button(t.plain("settings-unmute" if one in member.muted else "settings-mute", severity=one), "mute", one)
        for one in MUTABLE
    )
    is_paused = member.paused_until is not None and member.paused_until > now
    pauses = [button(t.plain(f"pause-{choice}"), "pause", choice) for choice in PAUSES if choice != "none" or is_paused]
    text = paragraphs(t("settings-title"), settings_lines(member, t, now, zone), t("settings-what"))
    return Message(text).with_keyboard((night,), mute, tuple(pauses[:1]), tuple(pauses[1:]), (_back(t),))


def language_menu(t: Phrases) -> Message:
    """The languages by their own names."""
    row = tuple(button(t.plain(f"language-{one}"), "language", one) for one in Language)
    return Message(t("language-question")).with_keyboard(row, (_back(t),))


def _back(t: Phrases) -> Button:
    return button(t.plain("nav-back"), "mine")
