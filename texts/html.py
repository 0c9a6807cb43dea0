"""HTML as Telegram and browsers read it: escaped text, and texts joined to lines and paragraphs."""

from html import escape


class Html(str):
    """A text in which every value is escaped; only `texts/phrases.py` and `bot/render/` make it."""

    __slots__ = ()

    def __html__(self) -> str:
        """The text as it is: by this a template engine knows that it is escaped."""
        return str(self)

    def __add__(self, other: str) -> "Html":
        return Html(str(self) + (other if isinstance(other, Html) else escape(other, quote=False)))


def paragraphs(*parts: str) -> Html:
    """Join the parts with an empty line between them; empty parts are left out, unescaped ones are escaped."""
    return joined("\n\n", *parts)


def lines(*parts: str) -> Html:
    """Join the parts, one on each line; empty parts are left out, unescaped ones are escaped."""
    return joined("\n", *parts)


def joined(between: str, *parts: str) -> Html:
    """Join the parts with `between`; empty parts are left out, unescaped ones are escaped."""
    return Html(between.join(part if isinstance(part, Html) else escape(part, quote=False) for part in parts if part))
