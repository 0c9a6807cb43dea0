"""Values in the body or query of a control call: numbers, texts, people and chats."""

from playground import people
from playground.errors import ControlError, Json
from playground.state import Bot, Chat, Message, User
from playground.world import World


def whole(values: Json, name: str, default: int | None = None) -> int | None:
    """Return a whole number. Raises ControlError."""
    value = values.get(name)
    if value in (None, ""):
        return default
    try:
        return int(str(value))
    except ValueError:
        raise ControlError(f"{name} is a whole number") from None


def person(world: World, values: Json, name: str = "user") -> User:
    """Return the named person. Raises ControlError 404."""
    return world.user(whole(values, name))


def chat_of(world: World, values: Json, user: User) -> Chat:
    """Return the named chat, by default the private one. Raises ControlError 404."""
    return world.chat_of(user.id, whole(values, "chat"))


def message_of(world: World, values: Json, user: User) -> Message:
    """Return the named message, which this person can see. Raises ControlError 404."""
    return people.seen_message(world, user, chat_of(world, values, user), whole(values, "message_id"))


def doer(world: World, values: Json) -> int | None:
    """Return the id of the person in `by`, None if it was not given."""
    return person(world, values, "by").id if "by" in values else None


def text(values: Json, name: str = "text") -> str:
    """Return a text. Raises ControlError."""
    value = values.get(name)
    if not isinstance(value, str):
        raise ControlError(f"{name} is a text")
    return value


def bot_of(world: World, values: Json) -> Bot:
    """Return the named bot, by default the first one. Raises ControlError 404."""
    bot = world.bots.get(whole(values, "bot", world.first_bot.id) or 0)
    if bot is None:
        raise ControlError(f"no bot {values.get('bot')}", 404)
    return bot
