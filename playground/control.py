"""The control API for the page and for tests: people act, groups change, faults are injected."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler

from playground import group_control, people, startgroup
from playground.botapi import WORLD
from playground.errors import ControlError, Json
from playground.group_control import Action
from playground.state import Media, Message, User
from playground.values import bot_of, chat_of, message_of, person, text, whole
from playground.views import commands_for, message_view, state_view, user_view
from playground.web_apps import open_app
from playground.world import World

PREFIX = "/playground"
NOTE_LENGTH = 500
_TEXTS = ("first_name", "last_name", "username", "language_code", "note")


def routes() -> list[web.RouteDef]:
    """List the routes under /playground that answer at once."""
    posts = [web.post(f"{PREFIX}/{path}", _posted(action)) for path, action in ACTIONS.items()]
    gets = [web.get(f"{PREFIX}/{path}", _got(action)) for path, action in VIEWS.items()]
    return [*posts, *gets, web.get(f"{PREFIX}/files/{{file_id}}", _file)]


@web.middleware
async def errors_as_json(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer a ControlError, and an unknown address, as the contract says (`playground/README.md`)."""
    try:
        return await handler(request)
    except ControlError as error:
        return web.json_response({"error": str(error)}, status=error.status)
    except web.HTTPNotFound:
        return web.json_response({"ok": False, "error_code": 404, "description": "Not Found"}, status=404)


def _posted(action: Action) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(request: web.Request) -> web.Response:
        body = await request.read()
        try:
            values = json.loads(body) if body else {}
        except ValueError as error:
            raise ControlError("the body is not JSON") from error
        if not isinstance(values, dict):
            raise ControlError("the body is not a JSON object")
        return web.json_response(action(request.app[WORLD], values))

    return answer


def _got(action: Action) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(request: web.Request) -> web.Response:
        return web.json_response(action(request.app[WORLD], dict(request.query)))

    return answer


async def _file(request: web.Request) -> web.Response:
    file = request.app[WORLD].files.get(request.match_info["file_id"])
    if file is None:
        raise ControlError("no such file", 404)
    return web.Response(body=file.data, content_type=file.mime)


def _sent(result: tuple[Message, int | None]) -> Json:
    message, update_id = result
    return {"message_id": message.message_id, "update_id": update_id}


def create_user(world: World, values: Json) -> Json:
    """Create a person, or change the description of a known one."""
    user = _create_user(world, values)
    world.events.add("user", user=user_view(user))
    return user_view(user)


def create_users(world: World, values: Json) -> Json:
    """Create many people at once, with one event."""
    users = values.get("users")
    if not isinstance(users, list):
        raise ControlError("users is a list")
    for user in users:
        _create_user(world, user)
    world.events.add("user", created=len(users))
    return {"created": len(users)}


def _create_user(world: World, values: Any) -> User:
    if not isinstance(values, dict) or not values.get("first_name"):
        raise ControlError("a user has a first_name")
    user_id = whole(values, "id") or world.new_user_id()
    if user_id in world.bots or not 0 < user_id < 2**52:
        raise ControlError(f"{user_id} is no id for a person")
    user = world.users.setdefault(user_id, User(user_id, ""))
    for name in _TEXTS:
        if values.get(name):
            setattr(user, name, str(values[name]))
    if "link" in values:
        user.link = _link(values["link"])
    user.phone = bool(values.get("phone", user.phone))
    if values.get("started"):
        user.started.update(world.bots)
    return user


def _link(value: Any) -> Json | None:
    """Return a link that a page may follow; None takes it away."""
    if value is None:
        return None
    words, url = (value.get("text"), value.get("url")) if isinstance(value, dict) else (None, None)
    if not isinstance(words, str) or not isinstance(url, str) or not url.startswith(("http://", "https://")):
        raise ControlError("a link has a text, and a url that begins with http:// or https://")
    return {"text": words, "url": url}


def send(world: World, values: Json) -> Json:
    """Send a text as this person."""
    user = person(world, values)
    chat = chat_of(world, values, user)
    reply_to, thread = whole(values, "reply_to"), whole(values, "thread")
    return _sent(people.write(world, user, chat, text(values), reply_to=reply_to, thread=thread))


def send_anonymous(world: World, values: Json) -> Json:
    """Send a text as the group itself, by one of its admins."""
    user = person(world, values)
    chat = chat_of(world, values, user)
    reply_to, thread = whole(values, "reply_to"), whole(values, "thread")
    return _sent(people.write_anonymously(world, user, chat, text(values), reply_to=reply_to, thread=thread))


def press(world: World, values: Json) -> Json:
    """Press a button as this person."""
    user = person(world, values)
    message = message_of(world, values, user)
    return people.press(world, user, message, data=values.get("data"), label=values.get("label"))


def press_raw(world: World, values: Json) -> Json:
    """Press with data that is on no button, as an altered client may."""
    user = person(world, values)
    return people.press_raw(world, user, message_of(world, values, user), text(values, "data"))


def web_app(world: World, values: Json) -> Json:
    """Open the web app of a button as this person."""
    user = person(world, values)
    return open_app(world, user, message_of(world, values, user), text(values, "label"))


def follow(world: World, values: Json) -> Json:
    """Follow a link to a bot as this person; a link that adds the bot to a group needs that group as `chat`."""
    user, link = person(world, values), text(values, "link")
    chat_id = whole(values, "chat")
    if chat_id is None or not people.linked(link).is_for_group:
        return _sent(people.follow(world, user, link))
    sent = startgroup.add_bot(world, user, world.group(chat_id), people.linked(link))
    return _sent(sent) if sent else {"message_id": None, "update_id": None}


def share_location(world: World, values: Json) -> Json:
    """Share a location as this person."""
    user = person(world, values)
    try:
        point = {name: float(values[name]) for name in ("latitude", "longitude")}
    except (KeyError, TypeError, ValueError):
        raise ControlError("latitude and longitude are numbers") from None
    chat, thread = chat_of(world, values, user), whole(values, "thread")
    return _sent(people.share(world, user, chat, Media("location", point), thread=thread))


def share_media(world: World, values: Json) -> Json:
    """Send a sample photo, document, sticker, voice message, video or contact as this person."""
    user = person(world, values)
    chat = chat_of(world, values, user)
    media = people.sample_media(world, user, text(values, "kind"))
    caption, thread = str(values.get("caption") or ""), whole(values, "thread")
    return _sent(people.share(world, user, chat, media, caption=caption, thread=thread))


def edit(world: World, values: Json) -> Json:
    """Edit one of this person's own messages."""
    user = person(world, values)
    message = message_of(world, values, user)
    return _sent((message, people.rewrite(world, user, message, text(values))))


def block(world: World, values: Json) -> Json:
    """Block or unblock a bot as this person."""
    blocked = values.get("blocked", True) is True
    people.set_blocked(world, person(world, values), bot_of(world, values), blocked=blocked)
    return {}


def deactivate(world: World, values: Json) -> Json:
    """Delete this person's account."""
    user = person(world, values)
    user.deactivated = True
    world.events.add("user", user=user_view(user))
    return {}


def redeliver(world: World, values: Json) -> Json:
    """Deliver an update once more."""
    update_id = whole(values, "update_id") or 0
    if not any(bot.updates.redeliver(update_id) for bot in world.bots.values()):
        raise ControlError(f"no update {update_id}", 404)
    return {}


def set_faults(world: World, values: Json) -> Json:
    """Replace the faults that are injected."""
    world.snapshot_faults(values)
    return world.faults.shape()


def set_note(world: World, values: Json) -> Json:
    """Set the note above the phones on the page; an empty text removes it."""
    note = text(values)
    if len(note) > NOTE_LENGTH:
        raise ControlError(f"a note has at most {NOTE_LENGTH} characters")
    world.put_note(note)
    return {"note": note}


def messages(world: World, values: Json) -> Json:
    """Return a chat as this person sees it: messages, keyboard and commands."""
    user = person(world, values, "viewer")
    chat = chat_of(world, values, user)
    after = whole(values, "after", 0) or 0
    seen = [m for m in chat.messages.values() if m.message_id > after and chat.shows(user.id, m)]
    bots = world.bots_in(chat)
    return {
        "messages": [message_view(world, message) for message in seen],
        "keyboard": chat.keyboards.get(user.id),
        "commands": [command for bot in bots for command in commands_for(world, bot, chat, user.id)],
    }


def updates(world: World, values: Json) -> Json:
    """Return the ids of a bot's unconfirmed updates, and how many were confirmed."""
    queue = bot_of(world, values).updates
    return {"pending": [update["update_id"] for update in queue.waiting()], "confirmed": queue.confirmed}


def calls(world: World, values: Json) -> Json:
    """Return the completed Bot API calls."""
    found = world.events.calls(whole(values, "after", 0) or 0, values.get("method"))
    return {"calls": found}


ACTIONS: dict[str, Action] = {
    "users": create_user,
    "users/bulk": create_users,
    "send": send,
    "send_anonymous": send_anonymous,
    "press": press,
    "press_raw": press_raw,
    "web_app": web_app,
    "follow": follow,
    "location": share_location,
    "media": share_media,
    "edit": edit,
    "block": block,
    "deactivate": deactivate,
    **group_control.ACTIONS,
    "redeliver": redeliver,
    "faults": set_faults,
    "note": set_note,
}
VIEWS: dict[str, Action] = {
    "state": lambda world, _: state_view(world),
    "messages": messages,
    "updates": updates,
    "calls": calls,
}
