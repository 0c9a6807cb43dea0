"""The screen on which a member sees when notices come, by severity, and changes that."""

from collections.abc import Sequence

from alerts.delivery import FOR_DIGEST
from alerts.member import Member
from alerts.premises import Premises
from alerts.quiet_hours import QuietHours
from alerts.services.member.choose_settings import DIGEST_HOURS, MOST_SINGLES, MUTABLE
from alerts.severity import Severity
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message
from texts.html import Html, lines, paragraphs
from texts.opening_hours import hours_lines
from texts.phrases import Phrases

NONE = "none"


def rules_menu(member: Member, shops: Sequence[Premises], t: Phrases) -> Message:
    """Render what holds now, a line for each severity, with a button for each other choice."""
    waits = Severity.P2 in member.at_opening
    lacks = waits and not all(shop.hours for shop in shops)
    told = lines(
        t("moments-P1-quiet" if waits_for_p1(member) else "moments-P1"),
        t("moments-P2-opening" if waits else "moments-P2"),
        *_of_rest(member, t),
        quiet_lines(member, t),
    )
    text = paragraphs(t("moments-title"), told, t("moments-no-hours") if lacks else "", t("moments-what"))
    opening = button(t.plain("moments-P2-at-once" if waits else "moments-P2-wait"), "at-opening", Severity.P2)
    mute = tuple(
        button(t.plain("settings-unmute" if one in member.muted else "settings-mute", severity=one), "mute", one)
        for one in MUTABLE
    )
    quiet = (button(t.plain("quiet-none" if member.quiet is None else "quiet"), "quiet"),)
    back = (button(t.plain("nav-back"), "settings"),)
    return Message(text).with_keyboard((opening,), mute, *_digest_rows(member, t), quiet, back)


def quiet_menu(member: Member, quiet: QuietHours, t: Phrases) -> Message:
    """Render the quiet hours, with a button for each other choice."""
    if Severity.P1 in quiet.waits:
        p1 = button(t.plain("quiet-P1-through"), "quiet-waits", Severity.P1)
    else:
        p1 = button(t.plain("quiet-P1-wait"), "quiet-p1")
    p2 = button(t.plain("quiet-P2-now" if Severity.P2 in quiet.waits else "quiet-P2-wait"), "quiet-waits", Severity.P2)
    change = button(t.plain("quiet-change"), "quiet-hours")
    back = button(t.plain("nav-back"), "moments")
    return Message(quiet_lines(member, t)).with_keyboard((p2,), (p1,), (change,), (back,))


def waits_for_p1(member: Member) -> bool:
    """Whether even a P1 waits for the end of the member's quiet hours."""
    return member.quiet is not None and Severity.P1 in member.quiet.waits


def quiet_lines(member: Member, t: Phrases) -> Html:
    """Say the quiet hours and what waits in them; a warning where even a P1 does. Nothing without quiet hours."""
    if member.quiet is None:
        return Html("")
    waits = t("quiet-P2-waits" if Severity.P2 in member.quiet.waits else "quiet-P2-is-silent")
    warning = t("quiet-P1-waits") if waits_for_p1(member) else ""
    return lines(t("quiet-title"), hours_lines(member.quiet.hours, t), waits, warning)


def p1_warning(t: Phrases) -> Message:
    """Warn before even a P1 waits: this takes a second tap."""
    keep = button(t.plain("quiet-P1-keep"), "quiet")
    sure = button(t.plain("quiet-P1-sure"), "quiet-waits", Severity.P1)
    return Message(t("quiet-P1-warning")).with_keyboard((keep,), (sure,))


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
