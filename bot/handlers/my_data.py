"""/mijngegevens and /verwijder: the export of a member's personal data, and its erasure."""

from datetime import UTC, datetime, timedelta

from telegram import Update

from alerts.errors import IllegalTransition, NotAllowed
from alerts.services.privacy.erase_member import erase_member
from alerts.services.privacy.export_member import export_member
from alerts.services.role.check_last_administrator import check_not_last_administrator
from bot.conversation.callbacks import button
from bot.conversation.menu import fresh_menu
from bot.conversation.message import Keyboard, Message, NoKeyboard
from bot.conversation.replies import Buttons, Edit, Replies, Say, Toast
from bot.conversation.request import Context, Request
from bot.handlers.matching import Handler, command, pressed
from bot.render.my_data import file_of, in_words
from texts.html import paragraphs

YES, NO = "erase-me", "erase-not"
VALID = timedelta(hours=1)  # an older confirmation no longer counts


def handlers() -> list[Handler]:
    """List the handlers for both commands and for the two buttons of the erasure."""
    return [
        command("mijngegevens", "mydata", show),
        command("verwijder", "erase", ask),
        pressed(YES, erase),
        pressed(NO, keep),
    ]


async def show(_update: Update, context: Context) -> Replies:
    """Send the member's data in words and as a file that may be saved and taken elsewhere (AVG, article 20)."""
    request = context.request
    if request.member is None:
        return _nothing(request)
    export = await export_member(request.uow, request.member, request.now)
    caption = request.t("mydata-file")
    return [
        Say(Message(in_words(export, request.t, request.zone))),
        Say(Message(caption, document=file_of(export))),
    ]


async def ask(_update: Update, context: Context) -> Replies:
    """Say what is erased and what is kept, and ask to confirm."""
    request, t = context.request, context.request.t
    if request.member is None:
        return _nothing(request)
    member = request.member
    await check_not_last_administrator(request.uow, member.id, request.now)
    asked_at = int(request.now.timestamp())
    text = paragraphs(t("erase-ask"), t("erase-goes"), t("erase-stays"), t("erase-chats"), t("erase-telegram"))
    yes = button(t.plain("erase-yes"), YES, member.id, asked_at)
    return [Say(Message(text).with_keyboard((yes,), (button(t.plain("erase-no"), NO),)))]


async def erase(_update: Update, context: Context) -> Replies:
    """Erase the member: the presser has no account or role from here on. Raises IllegalTransition after `VALID`."""
    request, press = context.request, context.press
    member = request.person()
    if press.entity_id != member.id:
        raise NotAllowed("erase-other")
    if request.now - datetime.fromtimestamp(min(press.version, 1 << 32), UTC) > VALID:
        raise IllegalTransition("erase")
    t = request.t
    await erase_member(request.uow, member, request.now)
    request.member, request.grants = None, ()
    gone = Message(paragraphs(t("erase-done"), t("erase-telegram")), NoKeyboard())
    return [Toast(""), Buttons(Keyboard(())), Say(gone), await fresh_menu(request)]


async def keep(_update: Update, context: Context) -> Replies:
    """Confirm that nothing was erased."""
    return [Edit(Message(context.request.t("erase-kept")))]


def _nothing(request: Request) -> Replies:
    """Say that nothing is held; this command does not ask for a sign-up first."""
    return [Say(Message(request.t("mydata-nothing")))]
