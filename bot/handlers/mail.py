"""A member's e-mail address: the buttons of the screen behind /instellingen."""

from telegram import Update

from alerts.errors import NotFound
from alerts.services.channel.add_mail_address import choose_unseen, has_mail, remove_mail_address
from bot.conversation.replies import Edit, Replies
from bot.conversation.request import Context, Request
from bot.forms import dialogues
from bot.forms.mail_address import MAIL_ADDRESS
from bot.handlers.matching import Handler, pressed
from bot.render.mail import OFF, ON, mail_menu


def handlers() -> list[Handler]:
    """List the handlers of the screen's buttons."""
    return [
        pressed("mail", show),
        pressed("mail-add", add),
        pressed("mail-unseen", choose),
        pressed("mail-remove", remove),
    ]


async def show(_update: Update, context: Context) -> Replies:
    """Show what goes by mail."""
    context.request.person()
    return await _menu(context.request)


async def add(_update: Update, context: Context) -> Replies:
    """Begin the form for an address."""
    context.request.person()
    await _check_mail(context.request)
    return await dialogues.begin(MAIL_ADDRESS.name, context.request)


async def choose(_update: Update, context: Context) -> Replies:
    """Have a P1 that was not seen in the chat by mail, too, or not."""
    request = context.request
    if context.press.entity not in (ON, OFF):
        raise NotFound
    await choose_unseen(request.uow, request.person().id, wanted=context.press.entity == ON)
    return await _menu(request)


async def remove(_update: Update, context: Context) -> Replies:
    """Forget the address."""
    await remove_mail_address(context.request.uow, context.request.person().id)
    return await _menu(context.request)


async def _menu(request: Request) -> Replies:
    await _check_mail(request)
    return [Edit(mail_menu(await request.uow.mail_addresses.of_member(request.person().id), request.t))]


async def _check_mail(request: Request) -> None:
    """Raises NotFound where the operator set up no e-mail."""
    if not await has_mail(request.uow):
        raise NotFound
