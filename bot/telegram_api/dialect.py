"""The dialect of the Bot API server: a server of one's own may be older than button styles, copy buttons and moments.

Such a server ignores a style and refuses the rest. What it refuses is sent once more without these; from then on
nothing is written with them, until the program starts again.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

from alerts.errors import Undeliverable
from bot.conversation.message import Button, Keyboard, Message
from bot.logs import logger
from texts.html import Html

# What servers answer to a tag, a kind of button and a style unknown to them; in lower case, as PTB capitalises it.
_UNKNOWN = ('unsupported start tag "tg-time"', "text buttons are unallowed", "button style specified")
_MOMENT = re.compile(r"</?tg-time\b[^>]*>")

T = TypeVar("T")
log = logger()


class Dialect:
    """Remembers whether the server refused the newer means of the Bot API."""

    def __init__(self) -> None:
        self._is_plain = False

    async def say(self, message: Message, attempt: Callable[[Message], Awaitable[T]]) -> T:
        """Make a request with this message as the server understands it; one that is refused for its newer means is
        made again without them. Raises what the attempt raises."""
        if self._is_plain:
            return await attempt(without_newer_means(message))
        try:
            return await attempt(message)
        except Undeliverable as error:
            if not any(words in str(error).lower() for words in _UNKNOWN):
                raise
            done = await attempt(without_newer_means(message))
            log.warning("server_is_older", refused=str(error))
            self._is_plain = True
            return done


def without_newer_means(message: Message) -> Message:
    """Return the message with its moments as words, its buttons without a style, and no copy buttons."""
    keyboard = message.keyboard
    if isinstance(keyboard, Keyboard):
        rows = (tuple(replace(one, style=None) for one in row if _is_old(one)) for row in keyboard.rows)
        keyboard = Keyboard(tuple(row for row in rows if row))
    return replace(message, text=Html(_MOMENT.sub("", message.text)), keyboard=keyboard)


def _is_old(button: Button) -> bool:
    return button.copy is None
