"""A group's invite links and join requests."""

from playground import groups
from playground.errors import Json, bad_request
from playground.methods.call import Call, Method
from playground.shapes import link_shape
from playground.state import Chat

LONGEST_NAME = 32
MOST_MEMBERS = 99_999


def create_chat_invite_link(call: Call) -> Json:
    """Create an additional invite link."""
    chat = _door(call)
    limit = call.params.number("member_limit")
    by_request = call.params.flag("creates_join_request")
    if limit is not None and not 1 <= limit <= MOST_MEMBERS:
        raise bad_request("MEMBER_LIMIT_INVALID")
    if limit is not None and by_request:
        raise bad_request("member limit can't be specified for links requiring administrator approval")
    name = call.params.text("name")
    if len(name) > LONGEST_NAME:
        raise bad_request("invite link name is too long")
    link = groups.new_link(call.world, chat, call.bot.id)
    link.name, link.creates_join_request, link.member_limit = name or None, by_request, limit
    link.expire_date = call.params.number("expire_date") or None
    return link_shape(call.world, link)


def export_chat_invite_link(call: Call) -> str:
    """Create a new primary link, which revokes the old one."""
    return groups.primary_link(call.world, _door(call), call.bot.id, renew=True).url


def revoke_chat_invite_link(call: Call) -> Json:
    """Revoke one of the bot's links; a primary one is replaced."""
    chat = _door(call)
    link = chat.links.get(call.params.text("invite_link"))
    if link is None or link.creator != call.bot.id:
        raise bad_request("INVITE_HASH_EXPIRED")
    link.is_revoked = True
    if link.is_primary:
        groups.primary_link(call.world, chat, call.bot.id)
    return link_shape(call.world, link)


def approve_chat_join_request(call: Call) -> bool:
    """Approve a join request."""
    return _settle(call, approve=True)


def decline_chat_join_request(call: Call) -> bool:
    """Decline a join request."""
    return _settle(call, approve=False)


def _door(call: Call) -> Chat:
    chat = call.group()
    if not chat.member(call.bot.id).may("can_invite_users"):
        raise bad_request("not enough rights to manage chat invite link")
    return chat


def _settle(call: Call, *, approve: bool) -> bool:
    chat = _door(call)
    user_id = call.params.number("user_id") or 0
    if user_id not in call.world.users:
        raise bad_request("USER_ID_INVALID")
    if chat.has(user_id):
        raise bad_request("USER_ALREADY_PARTICIPANT")
    if user_id not in chat.requests:
        raise bad_request("HIDE_REQUESTER_MISSING")
    groups.settle_request(call.world, chat, user_id, by=call.bot.id, approve=approve)
    return True


METHODS: dict[str, Method] = {
    "createChatInviteLink": create_chat_invite_link,
    "exportChatInviteLink": export_chat_invite_link,
    "revokeChatInviteLink": revoke_chat_invite_link,
    "approveChatJoinRequest": approve_chat_join_request,
    "declineChatJoinRequest": decline_chat_join_request,
}
