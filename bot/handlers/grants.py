"""Confirmation by a second person of a role that somebody wants to give: confirm or refuse."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from telegram import Update

from alerts.errors import IllegalTransition
from alerts.grant_request import GrantRequest
from alerts.ids import GrantRequestId, MemberId
from alerts.ports import UnitOfWork
from alerts.role import Action
from alerts.services.role.confirm_grant import confirm_grant, grants_to_confirm, refuse_grant
from bot.conversation.message import Message
from bot.conversation.replies import Edit, Replies, Say, Toast
from bot.conversation.request import Context
from bot.handlers.matching import Handler, pressed
from bot.render.grant import CONFIRM, REFUSE, grant_card

AT_ONCE = 10  # cards at once; the rest comes when these are done

Decide = Callable[[UnitOfWork, GrantRequestId, MemberId, datetime], Awaitable[GrantRequest]]


def handlers() -> list[Handler]:
    """List the handlers for the card's two buttons and for the administrator's list."""
    return [pressed(CONFIRM, confirm), pressed(REFUSE, refuse), pressed("admin-waiting", show_waiting)]


async def confirm(_update: Update, context: Context) -> Replies:
    """Confirm the request for a role; the presser vouches for the person."""
    return await _decide(context, confirm_grant)


async def refuse(_update: Update, context: Context) -> Replies:
    """Refuse the request for a role."""
    return await _decide(context, refuse_grant)


async def show_waiting(_update: Update, context: Context) -> Replies:
    """Show the requests that this administrator may confirm."""
    request, view = context.request, context.request.view()
    await request.check_may(Action.ADMINISTER)
    waiting = await grants_to_confirm(request.uow, request.person().id, request.now)
    cards = [Say(await grant_card(one, view)) for one in waiting[:AT_ONCE]]
    return [Toast(""), *(cards or [Say(Message(request.t("grants-none")))])]


async def _decide(context: Context, decide: Decide) -> Replies:
    """Decide the request; if it was decided already, show the outcome."""
    request, request_id = context.request, GrantRequestId(context.press.entity_id)
    try:
        decided = await decide(request.uow, request_id, request.person().id, request.now)
    except IllegalTransition as error:
        request.refuse(error)
        shown = await grant_card(await request.uow.grant_requests.get(request_id), request.view())
        return [Toast(request.t.plain(error.text_id), is_alert=True), Edit(shown)]
    return [Edit(await grant_card(decided, request.view()))]
