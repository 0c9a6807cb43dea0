"""A parser of Telegram's HTML: tagged text in, plain text and entities out; errors in Telegram's wording.

Offsets and lengths of entities count UTF-16 units; offsets in errors count bytes of UTF-8. Follows
td/telegram/MessageEntity.cpp (`do_parse_html`).
"""

import re
from dataclasses import dataclass, field

from playground.errors import Json
from playground.links import checked_link, user_id_of_link

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_SPACE = " \t\r\n\0\v"
_PLAIN = re.compile(r"[^<&]+")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([a-zA-Z]*));?")
_TAG_NAME = re.compile(r"[^ \t\r\n\0\v>]*")
_BLANK = re.compile(r"[ \t\r\n\v]*")
_ATTRIBUTE_NAME = re.compile(r"[^ \t\r\n\0\v=>/\"']*")
_NAME_TOKEN = re.compile(r"[a-zA-Z0-9.-]*")
_UNIX_TIME = re.compile(r"[0-9]{1,10}")
DATE_FORMAT = re.compile(r"r|w?[dD]?[tT]?")  # Bot API, "date-time entity formatting"; empty: the words as they are


class UnparsableEntities(Exception):
    """Wrong markup; the message is Telegram's, without its prefix."""


def utf16_length(text: str) -> int:
    """Return the length of a text in UTF-16 units, as Telegram counts it."""
    return len(text) + sum(1 for char in text if char > "\uffff") if not text.isascii() else len(text)


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Return plain text and entities (by offset, the longest first). Raises UnparsableEntities."""
    return _Parser(source + "\0").parse()


@dataclass(slots=True)
class _OpenTag:
    name: str
    argument: str
    offset: int
    start: int
    date_format: str


@dataclass(slots=True)
class _Parser:
    source: str
    at: int = 0
    offset: int = 0
    out: list[str] = field(default_factory=list)
    open: list[_OpenTag] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def parse(self) -> tuple[str, list[Json]]:
        end = len(self.source) - 1
        while self.at < end:
            char = self.source[self.at]
            if char == "<":
                self._tag()
            elif char == "&":
                self._emit(self._reference())
            else:
                match = _PLAIN.match(self.source, self.at, end)
                assert match
                self.at = match.end()
                self._emit(match.group())
        if self.open:
            raise UnparsableEntities(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.out), self.entities

    def _emit(self, text: str) -> None:
        self.out.append(text)
        self.offset += utf16_length(text)

    def _reference(self) -> str:
        match = _REFERENCE.match(self.source, self.at)
        char = _referred(match) if match else None
        if match is None or char is None:
            self.at += 1
            return "&"
        self.at = match.end()
        return char

    def _tag(self) -> None:
        begin = self.at
        if self.source[begin + 1] == "/":
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _start_tag(self, begin: int) -> None:
        name = self._match(_TAG_NAME, begin + 1).lower()
        if self._char == "\0":
            raise UnparsableEntities(f"Unclosed start tag at byte offset {self._byte(begin)}")
        if name not in TAGS:
            raise UnparsableEntities(f'Unsupported start tag "{name}" at byte offset {self._byte(begin)}')
        argument = date_format = ""
        while (attribute := self._attribute(name, begin)) is not None:
            if (name, attribute[0]) == ("tg-time", "format"):
                date_format = attribute[1] or ""
            argument = _argument(name, *attribute) or argument
        self.at += 1
        if name == "tg-time" and not (_UNIX_TIME.fullmatch(argument) and DATE_FORMAT.fullmatch(date_format)):
            raise UnparsableEntities(f'Tag "tg-time" has an invalid date or format at byte offset {self._byte(begin)}')
        if name == "span" and argument != "spoiler":
            raise UnparsableEntities(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begin)}')
        self.open.append(_OpenTag(name, argument, self.offset, len(self.out), date_format))

    def _attribute(self, tag: str, begin: int) -> tuple[str, str | None] | None:
        self._match(_BLANK, self.at)
        if self._char == ">":
            return None
        name = self._match(_ATTRIBUTE_NAME, self.at)
        if not name:
            where = f'in the tag "{tag}" at byte offset {self._byte(begin)}'
            raise UnparsableEntities(f"Empty attribute name {where}")
        self._match(_BLANK, self.at)
        if self._char == "=":
            self._match(_BLANK, self.at + 1)
            value = self._value()
        else:
            value = None
        if self._char == "\0":
            raise UnparsableEntities(f"Unclosed start tag at byte offset {self._byte(begin)}")
        return name, value

    def _value(self) -> str:
        quote, begin = self._char, self.at
        if quote not in "'\"":
            value = self._match(_NAME_TOKEN, begin).lower()
            if self._char not in _SPACE + ">":
                raise UnparsableEntities(f"Unexpected end of name token at byte offset {self._byte(begin)}")
            return value
        self.at += 1
        parts = []
        while self._char not in (quote, "\0"):
            if self._char == "&":
                parts.append(self._reference())
            else:
                parts.append(self._char)
                self.at += 1
        if self._char == quote:
            self.at += 1
        return "".join(parts)

    def _end_tag(self, begin: int) -> None:
        if not self.open:
            raise UnparsableEntities(f"Unexpected end tag at byte offset {self._byte(begin)}")
        name = self._match(_TAG_NAME, begin + 2)
        self._match(_BLANK, self.at)
        if self._char != ">":
            raise UnparsableEntities(f"Unclosed end tag at byte offset {self._byte(begin)}")
        self.at += 1
        tag = self.open.pop()
        if name and name != tag.name:
            raise UnparsableEntities(
                f'Unmatched end tag at byte offset {self._byte(begin)}, expected "</{tag.name}>", found "</{name}>"'
            )
        length = self.offset - tag.offset
        if length > 0:
            self._close(tag, {"offset": tag.offset, "length": length, "type": TAGS[tag.name]})

    def _close(self, tag: _OpenTag, entity: Json) -> None:
        last = self.entities[-1] if self.entities else {}
        same_span = last.get("offset") == tag.offset and last.get("length") == entity["length"]
        if tag.name == "a":
            self._link(tag, entity)
        elif tag.name == "pre" and same_span and last["type"] == "code" and last.get("language"):
            last["type"] = "pre"
        elif tag.name == "code" and same_span and last["type"] == "pre" and tag.argument:
            last["language"] = tag.argument
        else:
            if tag.name == "code" and tag.argument:
                entity["language"] = tag.argument
            if tag.name == "tg-emoji":
                entity["custom_emoji_id"] = tag.argument
            if tag.name == "tg-time":
                entity |= {"unix_time": int(tag.argument), "date_time_format": tag.date_format}
            if tag.name == "blockquote" and tag.argument:
                entity["type"] = "expandable_blockquote"
            self.entities.append(entity)

    def _link(self, tag: _OpenTag, entity: Json) -> None:
        target = tag.argument or "".join(self.out[tag.start :])
        user_id = user_id_of_link(target)
        if user_id is not None:
            self.entities.append({**entity, "type": "text_mention", "user_id": user_id})
        elif url := checked_link(target):
            self.entities.append({**entity, "url": url})

    def _match(self, pattern: re.Pattern[str], at: int) -> str:
        match = pattern.match(self.source, at)
        assert match
        self.at = match.end()
        return match.group()

    @property
    def _char(self) -> str:
        return self.source[self.at]

    def _byte(self, index: int) -> int:
        return len(self.source[:index].encode("utf-8", "surrogatepass"))


def _referred(match: re.Match[str]) -> str | None:
    hexadecimal, decimal, name = match.groups()
    if name is not None:
        return NAMED.get(name)
    digits, base = (hexadecimal, 16) if hexadecimal is not None else (decimal, 10)
    code = int(digits, base) if digits and len(digits) <= 8 else 0
    is_character = 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF
    return chr(code) if is_character and len(match.group().rstrip(";")) < 10 else None


def _argument(tag: str, name: str, value: str | None) -> str:
    if tag == "blockquote" and name == "expandable":
        return "1"
    if value is None:
        return ""
    if (tag, name) in {("a", "href"), ("tg-emoji", "emoji-id"), ("tg-time", "unix")}:
        return value
    if (tag, name) == ("code", "class") and value.startswith("language-"):
        return value.removeprefix("language-")
    if (tag, name) == ("span", "class") and value.startswith("tg-"):
        return value.removeprefix("tg-")
    return ""
