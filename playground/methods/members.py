"""The members of a group, and removing them."""

from playground import groups
from playground.errors import Json, bad_request
from playground.methods.call import Call, Method
from playground.shapes import member_shape, user_shape
from playground.state import ADMINS, Chat

ONLY_SUPERGROUPS = "method is available for supergroup and channel chats only"


def get_chat_member(call: Call) -> Json:
    """Return a person's status in a chat; "left" for non-members."""
    chat = call.known_chat()
    user_id = _user_id(call)
    if chat.is_private:
        return {"user": user_shape(call.world, user_id), "status": "member"}
    return member_shape(call.world, chat.member(user_id))


def get_chat_administrators(call: Call) -> list[Json]:
    """Return the admins of a group, without other bots."""
    chat = call.known_chat()
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    others = call.world.bots.keys() - {call.bot.id}
    admins = [m for m in chat.members.values() if m.status in ADMINS and m.user_id not in others]
    return [member_shape(call.world, member) for member in admins]


def ban_chat_member(call: Call) -> bool:
    """Remove a person and ban them from coming back by link."""
    chat = _restricted(call)
    member = chat.member(_user_id(call))
    if member.status == "creator":
        raise bad_request("can't remove chat owner")
    if member.status == "administrator":
        raise bad_request("user is an administrator of the chat")
    groups.set_member(call.world, chat, member.user_id, "kicked", by=call.bot.id)
    return True


def unban_chat_member(call: Call) -> bool:
    """Lift a ban; a present member is removed unless `only_if_banned`."""
    chat = _restricted(call)
    if chat.type != "supergroup":
        raise bad_request(ONLY_SUPERGROUPS)
    member = chat.member(_user_id(call))
    if member.status in ADMINS:
        raise bad_request("user is an administrator of the chat")
    if member.status == "kicked" or (member.is_present and not call.params.flag("only_if_banned")):
        groups.set_member(call.world, chat, member.user_id, "left", by=call.bot.id)
    return True


def _restricted(call: Call) -> Chat:
    chat = call.group()
    if not chat.member(call.bot.id).may("can_restrict_members"):
        raise bad_request("not enough rights to restrict/unrestrict chat member")
    return chat


def _user_id(call: Call) -> int:
    user_id = call.params.number("user_id")
    if not user_id:
        raise bad_request("invalid user_id specified")
    if user_id not in call.world.users and user_id not in call.world.bots:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return user_id


METHODS: dict[str, Method] = {
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "banChatMember": ban_chat_member,
    "unbanChatMember": unban_chat_member,
}
