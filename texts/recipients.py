"""Recipients in words: whom a notice reaches, and whose approval it needs."""

from alerts.ports import Reach
from alerts.services.approval.find_approvers import Approvers
from alerts.tlp import Route, Tlp
from texts.approval_asked import silent_line
from texts.html import Html, lines
from texts.phrases import Phrases
from texts.times_and_distances import distance


def reached_words(reach: Reach, t: Phrases, *, is_around: bool = True) -> Html:
    """Say how many people it reaches, by branch, and where it goes around a place how far the farthest is."""
    if reach.members == 0:
        return t("alert-reaches-nobody")
    by_branch = (
        t("alert-reaches-branch", branch=t.plain(f"branch-{one.branch}"), count=one.members)
        if one.branch
        else t("alert-reaches-coordinators", count=one.members)
        for one in reach.by_branch
    )
    farthest = (
        t("alert-farthest", distance=distance(reach.farthest_m, t))
        if is_around and reach.farthest_m is not None
        else ""
    )
    return lines(t("alert-reaches", count=reach.members), *by_branch, farthest)


def chats_words(chats: int, tlp: Tlp, t: Phrases) -> Html:
    """Say how many group chats it reaches, and whether its label keeps the text out of them; empty without any."""
    if not chats:
        return Html("")
    return lines(
        t("alert-reaches-chats", count=chats), "" if tlp.admits(Route.CHAT_TEXT) else t("label-chat-line", tlp=tlp)
    )


def who_sends(approvers: Approvers, t: Phrases) -> Html:
    """Say whose approval the alert needs."""
    if approvers.others:
        asked = len(approvers.others)
        return lines(t("alert-needs-approval", count=asked), silent_line(asked, approvers.silent, t))
    refusal = approvers.refusal()
    return t("alert-sole-on-duty") if refusal is None else t(refusal.text_id, **refusal.fields)
