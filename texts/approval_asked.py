"""A request for approval in words for its author: who is asked, and how many of them get no message."""

from alerts.services.alert.submit_alert import Submitted
from texts.html import Html, lines
from texts.phrases import Phrases


def waits_words(number: str, submitted: Submitted, t: Phrases) -> Html:
    """Say that the alert waits, how many people are asked, and how many of them get no message."""
    asked, silent = submitted.approvers, submitted.silent
    if asked == silent:
        return t("alert-waits-silent", number=number)
    return lines(t("alert-waits", number=number, approvers=asked), silent_line(asked, silent, t))


def silent_line(asked: int, silent: int, t: Phrases) -> Html:
    """Say how many of those who are asked find it in the console only; empty where everybody gets a message."""
    if asked == silent:
        return t("alert-asked-silently")
    return t("alert-asked-in-console", count=silent) if silent else Html("")
