"""Links that add a bot to a group: `https://t.me/BOT?startgroup=PAYLOAD`."""

from playground import groups, people
from playground.errors import ControlError, Json
from playground.links import DeepLink
from playground.shapes import ADMIN_RIGHTS
from playground.state import Chat, Message, User
from playground.world import World


def add_bot(world: World, user: User, chat: Chat, link: DeepLink) -> tuple[Message, int | None] | None:
    """Add the bot of a link to a group, as an admin if the link asks for rights, and send it the payload.

    Returns None without a payload, as nothing is sent. Raises ControlError if the person is no admin there.
    """
    bot = people.linked_bot(world, link)
    if chat.migrated_to is not None:
        raise ControlError(f"the group became the supergroup {chat.migrated_to}")
    if not world.is_admin(chat, user.id):
        raise ControlError(f"user {user.id} is no admin of chat {chat.id}")
    if not chat.has(bot.id):
        groups.set_member(world, chat, bot.id, "member", by=user.id)
    if link.rights:
        _promote(world, user, chat, bot.id, link)
    return people.write(world, user, chat, f"/start@{bot.username} {link.payload}") if link.payload else None


def _promote(world: World, user: User, chat: Chat, bot_id: int, link: DeepLink) -> None:
    if not chat.member(user.id).may("can_promote_members"):
        raise ControlError(f"user {user.id} may not make admins in chat {chat.id}")
    asked = {f"can_{name}" for name in link.rights}
    rights: Json = {right: right in asked for right in ADMIN_RIGHTS} | {"can_manage_chat": True}
    groups.set_member(world, chat, bot_id, "administrator", rights=rights, by=user.id)
