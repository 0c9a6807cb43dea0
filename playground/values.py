"""What a call of the control API says: numbers, texts, people and chats out of its body or query."""

from playground import people
from playground.errors import ControlError, Json
from playground.state import Bot, Chat, Message, User
from playground.world import World


def whole(values: Json, name: str, default: int | None = None) -> int | None:
    """A whole number of a body or query; raises ControlError."""
    value = values.get(name)
    if value in (None, ""):
        return default
    try:
        return int(str(value))
    except ValueError:
        raise ControlError(f"{name} is a whole number") from None


def person(world: World, values: Json, name: str = "user") -> User:
    """The person that a body or query names; raises ControlError 404."""
    return world.user(whole(values, name))


def chat_of(world: World, values: Json, user: User) -> Chat:
    """The chat that somebody means, by default the private one; raises ControlError 404."""
    return world.chat_of(user.id, whole(values, "chat"))


def message_of(world: World, values: Json, user: User) -> Message:
    """The message that somebody has on the screen; raises ControlError 404."""
    return people.seen_message(world, user, chat_of(world, values, user), whole(values, "message_id"))


def doer(world: World, values: Json) -> int | None:
    """Who does it, when that is said."""
    return person(world, values, "by").id if "by" in values else None


def text(values: Json, name: str = "text") -> str:
    """A text; raises ControlError."""
    value = values.get(name)
    if not isinstance(value, str):
        raise ControlError(f"{name} is a text")
    return value


def bot_of(world: World, values: Json) -> Bot:
    """The bot that is named, by default the first; raises ControlError 404."""
    bot = world.bots.get(whole(values, "bot", world.first_bot.id) or 0)
    if bot is None:
        raise ControlError(f"no bot {values.get('bot')}", 404)
    return bot
