"""Groups: creation, members, invite links, join requests, topics, migration."""

import secrets
from dataclasses import dataclass

from playground.errors import ControlError, Json
from playground.posting import announce, delete, tell_bots
from playground.shapes import ADMIN_RIGHTS, chat_shape, link_shape, member_shape, message_shape, user_shape
from playground.state import ADMINS, Chat, InviteLink, JoinRequest, Member, User
from playground.views import chat_view
from playground.world import World

STATUSES = frozenset({"creator", "administrator", "member", "left", "kicked"})
_USUAL_RIGHTS = dict.fromkeys(ADMIN_RIGHTS, True) | {"can_promote_members": False}
FIRST_GROUP = -4_000_000_001
FIRST_SUPERGROUP = -1_002_000_000_001


def create(world: World, values: Json) -> Chat:
    """Create a group with its people; the first is its creator. Bots among the members are added afterwards."""
    kind = values.get("type", "supergroup")
    members = values.get("members") or []
    if kind not in ("group", "supergroup") or not values.get("title"):
        raise ControlError("a group has a title and a type, group or supergroup")
    if not isinstance(members, list):
        raise ControlError("members is a list of ids")
    if values.get("is_forum") and kind != "supergroup":
        raise ControlError("only a supergroup is a forum")
    bots = [user_id for user_id in members if isinstance(user_id, int) and user_id in world.bots]
    people = [world.user(user_id).id for user_id in members if user_id not in bots]
    chat = Chat(_new_id(world, kind), kind, title=str(values["title"]))
    chat.is_forum = values.get("is_forum") is True
    chat.hidden_history = values.get("hidden_history") is True
    chat.join_by_request = values.get("join_by_request") is True
    chat.phone = values.get("phone") is True
    for user_id in people:
        chat.members[user_id] = Member(user_id, "member" if chat.members else "creator")
    world.groups[chat.id] = chat
    chat_changed(world, chat)
    for bot_id in bots:
        set_member(world, chat, bot_id, "member")
    return chat


@dataclass(frozen=True, slots=True)
class Change:
    """A person's change of status in a group; `link` is the invite link that was used, if any."""

    old: Member
    new: Member
    actor: int
    link: InviteLink | None = None
    by_request: bool = False


def set_member(
    world: World, chat: Chat, user_id: int, status: str, *, rights: Json | None = None, by: int | None = None
) -> None:
    """Change a member's status; `by` is who does it. Raises ControlError."""
    if status not in STATUSES:
        raise ControlError(f"status is one of {', '.join(sorted(STATUSES))}")
    for someone in (user_id, by):
        if someone is not None and someone not in world.bots:
            world.user(someone)
    if chat.migrated_to is not None:
        raise ControlError(f"the group became the supergroup {chat.migrated_to}")
    old = chat.member(user_id)
    new = _place(chat, old, status, rights or {})
    actor = by if by is not None else _usual_actor(world, chat, old, new)
    _apply(world, chat, Change(old, new, actor))


def admit(world: World, chat: Chat, user_id: int, link: InviteLink, *, by: int | None = None) -> None:
    """Add a person by an invite link; `by` is who approved the join request, None if no approval was needed."""
    link.joined += 1
    old = chat.member(user_id)
    actor = by if by is not None else user_id
    change = Change(old, _place(chat, old, "member", {}), actor, link, by_request=by is not None)
    _apply(world, chat, change)


def create_topic(world: World, chat: Chat, name: str, *, by: int | None = None) -> int:
    """Create a topic and return its thread number, which is the id of its service message."""
    if not chat.is_forum:
        raise ControlError("the chat is not a forum")
    topic: Json = {"name": name, "icon_color": 7322096}
    chat.topics[chat.last_id + 1] = topic
    sender = by if by is not None else _creator(chat)
    message = announce(world, chat, sender, {"forum_topic_created": dict(topic)}, thread=chat.last_id + 1)
    tell_bots(world, message)
    chat_changed(world, chat)
    return message.message_id


def remove_topic(world: World, chat: Chat, thread: int) -> None:
    """Remove a topic with all its messages; bots are not told, as in Telegram."""
    if thread not in chat.topics:
        raise ControlError(f"no topic {thread} in chat {chat.id}", 404)
    del chat.topics[thread]
    for message in [message for message in chat.messages.values() if message.thread == thread]:
        delete(world, message)
    chat_changed(world, chat)


def rename(world: World, chat: Chat, title: str, *, by: int | None = None) -> None:
    """Change the title."""
    if not title.strip():
        raise ControlError("a group has a title")
    chat.title = title.strip()
    sender = by if by is not None else _creator(chat)
    tell_bots(world, announce(world, chat, sender, {"new_chat_title": chat.title}))
    chat_changed(world, chat)


def set_phone(world: World, chat: Chat, *, phone: bool) -> None:
    """Set whether the group has a frame of its own on the page."""
    chat.phone = phone
    chat_changed(world, chat)


def new_link(world: World, chat: Chat, creator: int) -> InviteLink:
    """Create an invite link."""
    link = InviteLink(f"https://t.me/+{secrets.token_urlsafe(12)}", creator)
    chat.links[link.url] = link
    return link


def primary_link(world: World, chat: Chat, creator: int, *, renew: bool = False) -> InviteLink:
    """Return an admin's primary link, created if there is none; `renew` revokes the present one first."""
    links = [link for link in chat.links.values() if link.is_primary and link.creator == creator]
    current = next((link for link in links if not link.is_revoked), None)
    if current is not None and not renew:
        return current
    for old in links:
        old.is_revoked = True
    link = new_link(world, chat, creator)
    link.is_primary = True
    return link


def settle_request(world: World, chat: Chat, user_id: int, *, by: int, approve: bool) -> None:
    """Approve or decline a join request. Raises ControlError 404 if the person has none."""
    request = chat.requests.get(user_id)
    if request is None:
        raise ControlError(f"user {user_id} does not wait at the door of chat {chat.id}", 404)
    if approve:
        admit(world, chat, user_id, request.link, by=by)
        return
    del chat.requests[user_id]
    chat_changed(world, chat)


def join(world: World, user: User, url: str) -> Json:
    """Follow an invite link: join at once, or file a join request. Raises ControlError."""
    chat = next((chat for chat in world.groups.values() if url in chat.links), None)
    if chat is None or chat.migrated_to is not None:
        raise ControlError("no such invite link", 404)
    link = chat.links[url]
    if chat.member(user.id).status == "kicked":
        raise ControlError("the user was removed from the group and may not come back by link")
    if chat.has(user.id):
        return {"joined": True, "requested": False}
    if _is_closed(world, link):
        raise ControlError("the invite link has expired")
    if link.creates_join_request:
        _request(world, chat, user, link)
        return {"joined": False, "requested": True}
    admit(world, chat, user.id, link)
    return {"joined": True, "requested": False}


def migrate(world: World, chat: Chat) -> Chat:
    """Turn a group into a supergroup with another id; the old group only refers to the new one."""
    if chat.type != "group" or chat.migrated_to is not None:
        raise ControlError("only a group that was not migrated becomes a supergroup")
    new = Chat(_new_id(world, "supergroup"), "supergroup", title=chat.title)
    new.hidden_history, new.join_by_request = chat.hidden_history, chat.join_by_request
    new.members = {m.user_id: Member(m.user_id, m.status, dict(m.rights)) for m in chat.members.values()}
    new.phone, chat.phone = chat.phone, False
    new.migrated_from = chat.id
    world.groups[new.id] = new
    creator = _creator(chat)
    leaving = announce(world, chat, creator, {"migrate_to_chat_id": new.id})
    tell_bots(world, leaving)
    chat.migrated_to = new.id
    chat_changed(world, new)
    chat_changed(world, chat)
    arriving = announce(world, new, creator, {"migrate_from_chat_id": chat.id})
    tell_bots(world, arriving)
    return new


def chat_changed(world: World, chat: Chat) -> None:
    """Tell the page that a group changed."""
    world.events.add("chat", chat=chat.id, info=chat_view(chat))


def _new_id(world: World, kind: str) -> int:
    step = FIRST_SUPERGROUP if kind == "supergroup" else FIRST_GROUP
    while step in world.groups:
        step -= 1
    return step


def _creator(chat: Chat) -> int:
    found = next((m.user_id for m in chat.members.values() if m.status == "creator"), None)
    return found if found is not None else next(iter(chat.members), 0)


def _usual_actor(world: World, chat: Chat, old: Member, new: Member) -> int:
    """Return who usually makes this change: people come and go by themselves, the creator does the rest and adds
    bots."""
    comes = new.status == "member" and not old.is_present and new.user_id not in world.bots
    is_own_step = new.status == "left" or comes
    return new.user_id if is_own_step else _creator(chat) or new.user_id


def _place(chat: Chat, old: Member, status: str, rights: Json) -> Member:
    given = dict(rights)
    if status == "administrator" and not given:
        given = dict(_USUAL_RIGHTS, can_manage_topics=chat.is_forum)
    return Member(old.user_id, status, given, old.since if old.is_present else chat.last_id)


def _apply(world: World, chat: Chat, change: Change) -> None:
    """Apply a change; my_chat_member, chat_member and the service message follow from it."""
    chat.members[change.new.user_id] = change.new
    chat.requests.pop(change.new.user_id, None)
    _tell_membership(world, chat, change)
    _announce_membership(world, chat, change)
    chat_changed(world, chat)


def _tell_membership(world: World, chat: Chat, change: Change) -> None:
    update: Json = {
        "chat": chat_shape(world, chat),
        "from": user_shape(world, change.actor),
        "date": world.now,
        "old_chat_member": member_shape(world, change.old),
        "new_chat_member": member_shape(world, change.new),
    }
    if change.link is not None:
        update["invite_link"] = link_shape(world, change.link)
    if change.by_request:
        update["via_join_request"] = True
    for bot in world.bots.values():
        if bot.id == change.new.user_id:
            bot.updates.push("my_chat_member", update)
        elif chat.member(bot.id).status in ADMINS:
            bot.updates.push("chat_member", update)


def _announce_membership(world: World, chat: Chat, change: Change) -> None:
    person = user_shape(world, change.new.user_id)
    if change.new.is_present and not change.old.is_present:
        service: Json = {"new_chat_members": [person], "new_chat_member": person}
    elif change.old.is_present and not change.new.is_present:
        service = {"left_chat_member": person}
    else:
        return
    by_link = change.link is not None
    message = announce(world, chat, change.new.user_id if by_link else change.actor, service)
    tell_bots(world, message)
    removed = world.bots.get(change.new.user_id) if "left_chat_member" in service else None
    if removed is not None and chat.type == "group" and change.actor != removed.id:
        removed.updates.push("message", message_shape(world, message))


def _is_closed(world: World, link: InviteLink) -> bool:
    is_full = link.member_limit is not None and link.joined >= link.member_limit
    is_over = link.expire_date is not None and link.expire_date <= world.clock()
    return link.is_revoked or is_full or is_over


def _request(world: World, chat: Chat, user: User, link: InviteLink) -> None:
    chat.requests[user.id] = JoinRequest(user.id, world.clock(), link)
    request: Json = {
        "chat": chat_shape(world, chat),
        "from": user_shape(world, user.id),
        "user_chat_id": user.id,
        "date": world.now,
        "invite_link": link_shape(world, link),
    }
    for bot in world.bots.values():
        if chat.member(bot.id).may("can_invite_users"):
            bot.updates.push("chat_join_request", request)
    chat_changed(world, chat)
