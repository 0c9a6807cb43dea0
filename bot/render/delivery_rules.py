"""The screen on which a member sees when notices come, by severity, and changes that."""

from collections.abc import Sequence

from alerts.delivery import FOR_DIGEST
from alerts.member import Member
from alerts.premises import Premises
from alerts.services.member.choose_settings import DIGEST_HOURS, MOST_SINGLES, MUTABLE
from alerts.severity import Severity
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message
from texts.html import Html, lines, paragraphs
from texts.phrases import Phrases

NONE = "none"


def rules_menu(member: Member, shops: Sequence[Premises], t: Phrases) -> Message:
    """Render what holds now, a line for each severity, with a button for each other choice."""
    waits = Severity.P2 in member.at_opening
    lacks = waits and not all(shop.hours for shop in shops)
    told = lines(t("moments-P1"), t("moments-P2-opening" if waits else "moments-P2"), *_of_rest(member, t))
    text = paragraphs(t("moments-title"), told, t("moments-no-hours") if lacks else "", t("moments-what"))
    opening = button(t.plain("moments-P2-at-once" if waits else "moments-P2-wait"), "at-opening", Severity.P2)
    mute = tuple(
        button(t.plain("settings-unmute" if one in member.muted else "settings-mute", severity=one), "mute", one)
        for one in MUTABLE
    )
    back = (button(t.plain("nav-back"), "settings"),)
    return Message(text).with_keyboard((opening,), mute, *_digest_rows(member, t), back)


def _of_rest(member: Member, t: Phrases) -> list[Html]:
    def state(severity: Severity) -> str:
        if severity in member.muted:
            return "off"
        return "single" if member.digest_hour is None else "digest"

    return [
        t(
            f"moments-rest-{state(one)}",
            which=t.plain(f"moments-which-{one}"),
            hour=member.digest_hour or 0,
            most=member.most_singles,
        )
        for one in FOR_DIGEST
    ]


def _digest_rows(member: Member, t: Phrases) -> list[tuple[Button, ...]]:
    if set(FOR_DIGEST) <= member.muted:
        return []
    hours = [
        button(t.plain("moments-digest", hour=hour), "digest", str(hour))
        for hour in DIGEST_HOURS
        if hour != member.digest_hour
    ]
    if member.digest_hour is None:
        return [tuple(hours)]
    single = button(t.plain("moments-single"), "digest", NONE)
    most = [
        button(t.plain("moments-most", most=most), "singles", str(most))
        for most in MOST_SINGLES
        if most != member.most_singles
    ]
    return [(*hours, single), tuple(most)]
