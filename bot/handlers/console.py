"""/console: a one-time link to work in a browser, for whoever holds a role."""

from telegram import Update

from alerts.account import ADDRESS_FACT, LINK_LASTS
from alerts.services.account.offer_link import offer_own_link
from bot.conversation.menu import console_app
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Context
from bot.handlers.matching import Handler, command
from texts.times_and_distances import moment


def handlers() -> list[Handler]:
    """List the handler of the command."""
    return [command("console", "console", offer)]


async def offer(_update: Update, context: Context) -> Replies:
    """Make a link and send it; the link alone opens nothing, as a passkey is made there first."""
    request, t = context.request, context.request.t
    address = await request.uow.facts.get(ADDRESS_FACT)
    if not address:
        return [Say(Message(t("console-off")))]
    secret = await offer_own_link(request.uow, request.person(), request.now)
    until = moment(request.now + LINK_LASTS, t, request.zone, request.now)
    message, app = Message(t("console-link", link=f"{address}/link/{secret}", until=until)), await console_app(request)
    return [Say(message.with_keyboard((app,)) if app else message)]
