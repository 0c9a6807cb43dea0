"""The digest of a day: the notices that a member wanted together, a line each, with a link to read it."""

from collections.abc import Mapping

from alerts.alert import AlertState
from alerts.ids import AlertId
from bot.conversation.message import Message
from bot.conversation.view import View, WriteView, deep_link
from bot.render.alert_facts import kind_words
from bot.render.alert_in_chat import READ_LINK
from texts.html import Html, paragraphs
from texts.places import where


async def digest(view: View) -> Message:
    """List the notices that are still live; each is read by its link, by whoever may read it."""
    told = [line for one in str(view.fields["alerts"]).split(",") if (line := await _line(AlertId(int(one)), view))]
    more = view.number("more")
    rest = view.t("digest-more", count=more) if more else ""
    return Message(paragraphs(view.t("digest-head"), *(told or [view.t("digest-over")]), rest))


async def _line(alert_id: AlertId, view: View) -> Html | None:
    alert, t = await view.uow.alerts.get(alert_id), view.t
    if alert.state is not AlertState.LIVE:
        return None
    return t(
        "digest-line",
        urgency=t(f"urgency-{alert.content.severity}"),
        kind=kind_words(alert.content.kind, t),
        place=where(alert.content, t),
        number=alert.number or "",
        link=deep_link(view.bot, f"{READ_LINK}{alert.id}"),
    )


DIGEST_VIEWS: Mapping[str, WriteView] = {"digest": digest}
