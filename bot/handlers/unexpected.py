"""What nobody asked for: a fitting answer in private, silence in groups. The last group of the routes."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from bot.context import Context
from bot.handlers.matching import Callback, Handler
from bot.menu import fresh_menu
from bot.message import Message, lines, paragraphs
from bot.replies import Replies, Say, Toast
from bot.scene import Scene

_PRIVATE = filters.ChatType.PRIVATE
_NEW = _PRIVATE & filters.UpdateType.MESSAGE
_IMAGES = filters.PHOTO | filters.VIDEO | filters.VIDEO_NOTE | filters.ANIMATION | filters.Document.ALL
_KINDS = (
    (_IMAGES, "unexpected-image"),
    (filters.VOICE | filters.AUDIO, "unexpected-voice"),
    (filters.CONTACT, "unexpected-contact"),
    (filters.Sticker.ALL, "unexpected-sticker"),
    (~filters.StatusUpdate.ALL, "unexpected-other"),
)


def handlers() -> list[Handler]:
    """From the particular to everything else."""
    return [
        MessageHandler(_PRIVATE & filters.UpdateType.EDITED & ~filters.LOCATION, edited),
        MessageHandler(_NEW & filters.COMMAND, unknown_command),
        *(MessageHandler(_NEW & kind, _answering(text)) for kind, text in _KINDS),
        CallbackQueryHandler(stale_button),
    ]


def _answering(text: str) -> Callback:
    async def answer(update: Update, context: Context) -> Replies:
        message = update.effective_message
        album = message.media_group_id if message else None
        if album is not None and await _was_answered(album, context.scene):
            return []
        return [Say(Message(context.scene.t(text)))]

    return answer


async def _was_answered(album: str, scene: Scene) -> bool:
    """An album arrives as several messages: one answer will do."""
    name = f"album:{scene.key.chat_ref}"
    if await scene.uow.facts.get(name) == album:
        return True
    await scene.uow.facts.put(name, album)
    return False


async def edited(_update: Update, context: Context) -> Replies:
    """What was sent first is what counted. (A live location is edited as it moves; that is no question.)"""
    return [Say(Message(context.scene.t("unexpected-edit")))]


async def unknown_command(_update: Update, context: Context) -> Replies:
    """What this person may do instead."""
    t, menu = context.scene.t, await fresh_menu(context.scene)
    known = lines(*(f"/{name}: {what}" for name, what in menu.commands))
    return [Say(Message(paragraphs(t("unexpected-command"), known)))]


async def stale_button(_update: Update, context: Context) -> Replies:
    """A button of a message that no handler knows any more."""
    context.scene.refuse("unexpected-button")
    return [Toast(context.scene.t.plain("unexpected-button"))]
