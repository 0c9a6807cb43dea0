"""Updates that no other handler takes: a fitting answer in private, silence in groups. The last group of the routes."""

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from alerts.typed_text import tidied
from bot.conversation.form import Typed
from bot.conversation.menu import fresh_menu
from bot.conversation.message import Message
from bot.conversation.replies import Replies, Say, Toast
from bot.conversation.request import Context, Request
from bot.forms import dialogues
from bot.forms.subscribe import SUBSCRIBE
from bot.handlers.free_text import answer_text, offer_again
from bot.handlers.matching import Callback, Handler
from texts.html import lines, paragraphs

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
    """List the handlers from the particular to everything else."""
    return [
        MessageHandler(_PRIVATE & filters.UpdateType.EDITED & ~filters.LOCATION, edited),
        MessageHandler(_NEW & filters.COMMAND, unknown_command),
        *(MessageHandler(_NEW & kind, _answering(text)) for kind, text in _KINDS),
        CallbackQueryHandler(stale_button),
    ]


def _answering(text: str) -> Callback:
    async def answer(update: Update, context: Context) -> Replies:
        message = update.effective_message
        caption = tidied((message.caption if message else None) or "")
        taken = await _read_caption(caption, update, context) if caption else []
        album = message.media_group_id if message else None
        if album is not None and await _was_answered(album, context.request):
            return taken
        t = context.request.t
        first = t("typed-first") if taken else ""
        scan = t("unexpected-invitation") if message and await _may_show_invitation(message, context.request) else ""
        return [Say(Message(paragraphs(first, t(text), scan))), *taken]

    return answer


async def _may_show_invitation(message: TelegramMessage, request: Request) -> bool:
    """Tell whether this may be a picture of an invitation's QR code: an image from somebody who is signing up."""
    if not (message.photo or message.document):
        return False
    under_way = await dialogues.under_way(request)
    return request.member is None or (under_way is not None and under_way.form == SUBSCRIBE.name)


async def _read_caption(caption: str, update: Update, context: Context) -> Replies:
    """Take a caption as a typed text: as the answer to the open question, or as free text. One that is no answer is
    offered to be taken up."""
    request = context.request
    answered = await dialogues.answer(Typed(caption), request)
    if answered is None:
        return await answer_text(caption, update, context)
    return answered if request.has_answered else [await offer_again(caption, update, request), *answered]


async def _was_answered(album: str, request: Request) -> bool:
    """Tell whether this album was answered before: its photos arrive as several messages."""
    name = f"album:{request.key.chat_ref}"
    if await request.uow.facts.get(name) == album:
        return True
    await request.uow.facts.put(name, album)
    return False


async def edited(_update: Update, context: Context) -> Replies:
    """Say that the first version of a message counts. (A live location is edited as it moves and is not answered.)"""
    return [Say(Message(context.request.t("unexpected-edit")))]


async def unknown_command(_update: Update, context: Context) -> Replies:
    """List the commands that this person may use."""
    t, menu = context.request.t, await fresh_menu(context.request)
    known = lines(*(f"/{name}: {what}" for name, what in menu.commands))
    return [Say(Message(paragraphs(t("unexpected-command"), known)))]


async def stale_button(_update: Update, context: Context) -> Replies:
    """Refuse a button whose verb no handler knows any more."""
    context.request.refuse("unexpected-button")
    return [Toast(context.request.t.plain("unexpected-button"))]
