"""Messages for browsers: the markup of the chat where a browser has another."""

import re

from texts.html import Html

_MOMENT = re.compile(r'<tg-time unix="\d+">(.*?)</tg-time>', re.DOTALL)


def for_browsers(text: Html) -> Html:
    """Return a message of the chat as HTML for a browser: moments, which only the app knows, are plain words."""
    return Html(_MOMENT.sub(r"\1", text))
