"""The sender of a notice in words: a function, never a person."""

from alerts.alert import AlertContent
from alerts.role import Role
from alerts.sender import Sender
from texts.html import Html
from texts.phrases import Phrases


def sender_words(content: AlertContent, t: Phrases, *, is_short: bool = False) -> Html:
    """Name the author's function, and unless `is_short` that the police agree if the author is not police. A tip is not
    about an incident, so it needs no such agreement. Empty for notices from before senders were kept."""
    if content.sender is None:
        return Html("")
    who = Html("") + _function(content.sender, t)
    is_aligned = not (is_short or content.sender.is_police or content.is_tip)
    return t("sender-aligned", who=who) if is_aligned else who


def _function(sender: Sender, t: Phrases) -> str:
    usual = t.plain("sender-police-usual" if sender.is_police else f"role-{sender.role}")
    function = sender.label or (t.plain(f"function-{sender.function}") if sender.function else usual)
    if sender.is_police:
        is_said = t.plain("role-of-police") in function.casefold()
        words = function if is_said else t.plain("sender-police", function=function)
    elif sender.role is Role.KVO_MANAGER and sender.place:
        manager = t.plain("sender-manager-usual") if function == usual else function
        words = t.plain("sender-of-group", function=manager, name=sender.place)
    elif sender.role is Role.TRADE_ASSOCIATION and sender.branch and function == usual:
        words = t.plain("sender-of-branch", branch=t.plain(f"branch-{sender.branch}"))
    else:
        words = t.plain("sender-of-place", function=function, place=sender.place) if sender.place else function
    return f"{words[0].upper()}{words[1:]}"
