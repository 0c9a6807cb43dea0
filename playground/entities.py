"""Texts with entities: parsed from a call's parameters, completed as Telegram does, and rendered for the page."""

import re
from dataclasses import dataclass, field
from html import escape

from playground.errors import Json, bad_request
from playground.html import DATE_FORMAT, UnparsableEntities, parse_html, utf16_length
from playground.links import checked_link
from playground.params import Params

MOST_ENTITIES = 100
_CLEAN = {code: " " for code in range(32) if chr(code) not in "\n\r"} | dict.fromkeys(
    (13, 819, 831, 778, *range(8232, 8239)), ""
)
_WHOLE = frozenset({"code", "pre"})
_FOUND_KINDS = frozenset({"url", "email", "bot_command", "mention", "hashtag"})
_NO_LINKS_IN = frozenset({"code", "pre", "text_link", "text_mention"})
_FOUND = re.compile(
    r"(?P<url>(?:https?://|(?<![\w@./-])www\.)[^\s<>\"]+[^\s<>\".,;:!?)'\]]"
    r"|(?<![\w@./-])t\.me/[\w+/?=&-]*[\w=-]|(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:nl|com|org|net|eu|be|de)(?![\w@])(?:/[^\s<>\"]*[^\s<>\".,;:!?)'\]])?)"
    r"|(?P<email>(?<![\w.+-])[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+)"
    r"|(?P<bot_command>(?<![\w/<>@])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/]))"
    r"|(?P<mention>(?<![\w@/])@[a-zA-Z0-9_]{3,32}(?!\w))"
    r"|(?P<hashtag>(?<![\w#/])#(?=\w*[^\W\d])\w{1,256})",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Formatted:
    """Plain text with its entities; offsets and lengths in UTF-16 units."""

    text: str
    entities: list[Json] = field(default_factory=list)

    @property
    def length(self) -> int:
        """The length in UTF-16 units."""
        return utf16_length(self.text)


def formatted(params: Params, text: str, entities: str) -> Formatted:
    """Parse a text parameter by `parse_mode` or by the parameter that lists entities; trimmed and completed."""
    source = params.text(text).translate(_CLEAN)
    mode = params.text("parse_mode").lower()
    if mode == "html":
        try:
            plain, found = parse_html(source)
        except UnparsableEntities as error:
            raise bad_request(f"can't parse entities: {error}") from error
        plain = plain.translate({0: " "})
    elif mode:
        known = mode in ("markdown", "markdownv2")
        raise bad_request("can't parse entities: the playground reads HTML only" if known else "unsupported parse_mode")
    else:
        plain, found = source, _given(params.objects(entities))
    return complete(_trimmed(plain, _without_nesting(found)))


def complete(value: Formatted) -> Formatted:
    """Add the entities that Telegram detects: addresses, commands, mentions and hashtags; at most 100 in all."""
    taken = [e for e in value.entities if e["type"] in _NO_LINKS_IN]
    offsets = _Offsets(value.text)
    for match in _FOUND.finditer(value.text):
        begin = offsets.units(match.start())
        length = utf16_length(match.group())
        if not any(e["offset"] < begin + length and begin < e["offset"] + e["length"] for e in taken):
            value.entities.append({"offset": begin, "length": length, "type": match.lastgroup})
    value.entities.sort(key=lambda e: (e["offset"], -e["length"]))
    del value.entities[MOST_ENTITIES:]
    return value


def render(text: str, entities: list[Json]) -> str:
    """Render HTML for the page: text escaped, tags made from the entities and always well nested."""
    offsets = _Offsets(text)
    spans = [
        (offsets.index(e["offset"]), offsets.index(e["offset"] + e["length"]), *_tags(text, e, offsets))
        for e in entities
    ]
    cuts = sorted({0, len(text), *(cut for span in spans for cut in span[:2])})
    out: list[str] = []
    active: list[tuple[int, int, str, str]] = []
    for cut, following in zip(cuts, [*cuts[1:], len(text)], strict=True):
        reopened = _close(active, cut, out)
        for span in [*reopened, *(span for span in spans if span[0] == cut < span[1])]:
            out.append(span[2])
            active.append(span)
        out.append(escape(text[cut:following]))
    return "".join(out)


def _close(active: list[tuple[int, int, str, str]], cut: int, out: list[str]) -> list[tuple[int, int, str, str]]:
    """Close the spans that end at `cut`; return the spans that were closed on the way and must be reopened."""
    going_on: list[tuple[int, int, str, str]] = []
    while any(span[1] <= cut for span in active):
        span = active.pop()
        out.append(span[3])
        if span[1] > cut:
            going_on.insert(0, span)
    return going_on


def _tags(text: str, entity: Json, offsets: "_Offsets") -> tuple[str, str]:
    kind = entity["type"]
    simple = {"bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code"}
    if kind in simple:
        return f"<{simple[kind]}>", f"</{simple[kind]}>"
    if kind == "pre":
        return "<pre>", "</pre>"
    if kind in ("blockquote", "expandable_blockquote"):
        return f'<blockquote class="{kind}">', "</blockquote>"
    inner = text[offsets.index(entity["offset"]) : offsets.index(entity["offset"] + entity["length"])]
    if kind in ("text_link", "url"):
        address = escape(checked_link(entity.get("url", inner)))
        return f'<a href="{address}" target="_blank" rel="noopener noreferrer">', "</a>"
    if kind == "date_time":
        return (
            f'<time class="date_time" data-unix="{entity["unix_time"]}" data-format="{entity["date_time_format"]}">',
            "</time>",
        )
    if kind == "bot_command":
        return f'<span class="bot_command" data-command="{escape(inner)}">', "</span>"
    return f'<span class="{escape(str(kind))}">', "</span>"


class _Offsets:
    """Converts between indexes of a Python string and offsets in UTF-16 units."""

    def __init__(self, text: str) -> None:
        self._wide = [i for i, char in enumerate(text) if char > "\uffff"] if not text.isascii() else []
        self._length = len(text)

    def units(self, index: int) -> int:
        return index + sum(1 for wide in self._wide if wide < index)

    def index(self, units: int) -> int:
        for wide in self._wide:
            if wide + 1 < units:
                units -= 1
        return min(max(units, 0), self._length)


def _given(entities: list[Json]) -> list[Json]:
    result = []
    for entity in entities:
        kind, begin, length = (entity.get(name) for name in ("type", "offset", "length"))
        if not (isinstance(kind, str) and isinstance(begin, int) and isinstance(length, int)):
            raise bad_request("can't parse MessageEntity: Field is missing or of a wrong type")
        if kind in _FOUND_KINDS or begin < 0 or length < 1:
            continue
        kept: Json = {"type": kind, "offset": begin, "length": length}
        kept |= {name: str(entity[name]) for name in ("url", "language", "custom_emoji_id") if name in entity}
        if kind == "text_mention":
            user = entity.get("user")
            kept["user_id"] = user.get("id", 0) if isinstance(user, dict) else 0
        if kind == "date_time":
            kept |= _date_of(entity)
        result.append(kept)
    return sorted(result, key=lambda e: (e["offset"], -e["length"]))


def _date_of(entity: Json) -> Json:
    at, shape = entity.get("unix_time"), entity.get("date_time_format", "")
    if not isinstance(at, int) or not isinstance(shape, str) or not DATE_FORMAT.fullmatch(shape):
        raise bad_request("can't parse MessageEntity: a date-time entity has an invalid date or format")
    return {"unix_time": at, "date_time_format": shape}


def _without_nesting(entities: list[Json]) -> list[Json]:
    """Drop entities that Telegram does not nest: `code` and `pre` may only be inside a quote, and contain nothing."""
    whole = [e for e in entities if e["type"] in _WHOLE]
    if not whole:
        return entities
    kept = []
    for entity in entities:
        touching = [e for e in whole if e is not entity and _overlap(e, entity)]
        if not touching or entity in whole[:1] or "blockquote" in entity["type"]:
            kept.append(entity)
    return kept


def _overlap(one: Json, other: Json) -> bool:
    return bool(one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"])


def _trimmed(text: str, entities: list[Json]) -> Formatted:
    """Strip blanks at the end, and at the start up to the first entity."""
    stripped = text.rstrip(" \n")
    end = utf16_length(stripped)
    first = min((e["offset"] for e in entities), default=end)
    lead = min(len(stripped) - len(stripped.lstrip(" \n")), first)
    kept = []
    for entity in entities:
        length = min(entity["offset"] + entity["length"], end) - entity["offset"]
        if length > 0:
            kept.append({**entity, "offset": entity["offset"] - lead, "length": length})
    return Formatted(stripped[lead:], kept)
