"""The control API of groups: members, titles, topics, join requests, migration."""

from collections.abc import Callable

from playground import groups
from playground.errors import ControlError, Json
from playground.values import doer, person, text, whole
from playground.views import chat_view
from playground.world import World

Action = Callable[[World, Json], Json]


def create_group(world: World, values: Json) -> Json:
    """Create a group."""
    return chat_view(groups.create(world, values))


def change_member(world: World, values: Json) -> Json:
    """Change the status of a person or bot in a group: join, leave, promote, remove."""
    chat = world.group(whole(values, "chat"))
    status, rights = text(values, "status"), values.get("rights") or {}
    if not isinstance(rights, dict):
        raise ControlError("rights is an object")
    by = whole(values, "by")
    groups.set_member(world, chat, whole(values, "user") or 0, status, rights=rights, by=by)
    return {}


def create_topic(world: World, values: Json) -> Json:
    """Create a topic in a forum."""
    chat = world.group(whole(values, "chat"))
    return {"thread": groups.create_topic(world, chat, text(values, "name"), by=doer(world, values))}


def remove_topic(world: World, values: Json) -> Json:
    """Remove a topic with its messages."""
    groups.remove_topic(world, world.group(whole(values, "chat")), whole(values, "thread") or 0)
    return {}


def rename_group(world: World, values: Json) -> Json:
    """Change a group's title."""
    chat = world.group(whole(values, "chat"))
    groups.rename(world, chat, text(values, "title"), by=doer(world, values))
    return {}


def show_group(world: World, values: Json) -> Json:
    """Show a group in a frame of its own on the page, or hide it."""
    groups.set_phone(world, world.group(whole(values, "chat")), phone=values.get("phone", True) is True)
    return {}


def settle_request(world: World, values: Json) -> Json:
    """Approve or decline a join request, as an admin of the group."""
    chat, user = world.group(whole(values, "chat")), person(world, values)
    admin = person(world, values, "by")
    if not chat.member(admin.id).may("can_invite_users"):
        raise ControlError(f"user {admin.id} may not let people into chat {chat.id}")
    groups.settle_request(world, chat, user.id, by=admin.id, approve=values.get("approve") is True)
    return {}


def join(world: World, values: Json) -> Json:
    """Follow an invite link as this person."""
    return groups.join(world, person(world, values), text(values, "link"))


def migrate(world: World, values: Json) -> Json:
    """Turn a group into a supergroup."""
    return {"chat": groups.migrate(world, world.group(whole(values, "chat"))).id}


ACTIONS: dict[str, Action] = {
    "groups": create_group,
    "members": change_member,
    "groups/title": rename_group,
    "groups/phone": show_group,
    "topics": create_topic,
    "topics/remove": remove_topic,
    "requests": settle_request,
    "join": join,
    "migrate": migrate,
}
