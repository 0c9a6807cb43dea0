"""Web apps: what Telegram tells an app that a person opens by a button, signed with the bot's token.

https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
"""

import hmac
import json
from urllib.parse import quote, urlencode

from playground.errors import ControlError, Json
from playground.shapes import user_shape
from playground.state import Message, User
from playground.world import World

VERSION = "9.2"


def open_app(world: World, user: User, message: Message, label: str) -> Json:
    """Return the address at which a phone opens the app of this button. Raises ControlError."""
    buttons = [one for row in message.buttons or () for one in row if "web_app" in one and one["text"] == label]
    if not buttons:
        raise ControlError(f"no button {label!r} opens an app", 404)
    bot = world.bots[message.sender]
    told = signed(bot.token, user_shape(world, user.id), world.now)
    return {"url": f"{buttons[0]['web_app']['url']}#tgWebAppData={quote(told, safe='')}&tgWebAppVersion={VERSION}"}


def signed(token: str, user: Json, now: int) -> str:
    """Return who opened the app and when (`initData`)."""
    fields = {"auth_date": str(now), "query_id": f"AA{user['id']}x{now}", "user": json.dumps(user)}
    told = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    key = hmac.digest(b"WebAppData", token.encode(), "sha256")
    return urlencode({**fields, "hash": hmac.digest(key, told.encode(), "sha256").hex()})
