"""The door of a group chat: who asks to come in, and a manager's answer."""

from telegram import Update
from telegram.ext import ChatJoinRequestHandler

from alerts.ids import KvoGroupId
from alerts.services.enter_chat import ask_to_enter, settle_entry
from bot.context import Context
from bot.handlers.entities import ids
from bot.handlers.matching import Handler, pressed
from bot.message import Message
from bot.render.shop import person_link
from bot.replies import Edit, Replies, Whisper


def handlers() -> list[Handler]:
    """A request, and the two buttons under it."""
    return [
        ChatJoinRequestHandler(asked),
        pressed("let-enter", let_in),
        pressed("keep-out", keep_out),
    ]


async def asked(update: Update, context: Context) -> Replies:
    """A shop of the group comes in at once; who else asks hears that a manager looks at it."""
    scene, request = context.scene, update.chat_join_request
    assert request is not None, "the handler matches nothing else"
    group = await scene.uow.kvo_groups.by_chat(scene.channel, str(request.chat.id))
    if group is None:
        return []
    asked_at, ref = int(request.date.timestamp()), str(request.from_user.id)
    if await ask_to_enter(scene.uow, group, scene.member, ref=ref, asked=asked_at, now=scene.now):
        return []
    return [Whisper(str(request.user_chat_id), Message(scene.t("entry-asked", name=group.name)))]


async def let_in(_update: Update, context: Context) -> Replies:
    """The manager knows them."""
    return [Edit(await _settled(context, is_admitted=True))]


async def keep_out(_update: Update, context: Context) -> Replies:
    """The manager does not."""
    return [Edit(await _settled(context, is_admitted=False))]


async def _settled(context: Context, *, is_admitted: bool) -> Message:
    scene = context.scene
    group_id, person = ids(context.press, 2)
    group = await settle_entry(
        scene.uow,
        scene.actor,
        KvoGroupId(group_id),
        ref=str(person),
        asked=context.press.version,
        is_admitted=is_admitted,
        now=scene.now,
    )
    text = "entry-admitted" if is_admitted else "entry-declined"
    return Message(scene.t(text, person=person_link(str(person), scene.t), name=group.name), is_protected=True)
