"""Pasted links: finds the payload of a deep link to this bot that somebody typed, pasted or forwarded as text.

People hand a link over in many ways: with words around it, in brackets, wrapped by an e-mail, behind a word, as the
share button writes it, or only the code at its end. Each of them stands for `/start PAYLOAD`.
"""

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

from telegram import Message as TelegramMessage
from telegram import MessageEntity

from alerts.invite import SECRET_LENGTH
from alerts.typed_text import LENGTH, tidied

_ENCODINGS = 2  # a link inside the query of another one (to share it, or to check it for viruses) is encoded once more
_JOINTS = re.compile(r" ?([/?&=#]) ?")  # where a link that does not fit its line is wrapped
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]+")
_PATH = re.compile(r"://|\.\w+/")  # marks a web address, in which long codes are usual
_MIXED = re.compile(r"(?=.*[a-z])(?=.+[A-Z])")  # a word in prose has no capitals after its first letter
_HALVES = 2
_CAPITALS = 4  # fewer occur in less than one code in 5,000; two words together never have so many


def payload_of(message: TelegramMessage) -> str | None:
    """Return the payload in this message's text, in its caption or behind one of its words; None without."""
    bot, entities = message.get_bot().username, (*message.entities, *message.caption_entities)
    hidden = " ".join(one.url for one in entities if one.type == MessageEntity.TEXT_LINK and one.url)
    return payload_in(hidden, bot) or payload_in(message.text or message.caption or "", bot)


def payload_in(text: str, bot: str) -> str | None:
    """Return the payload of the first link to the bot of this name, else a secret that stands there without a link;
    None without either."""
    if len(text) > LENGTH:
        return None
    plain = _decoded(text)
    return next(_payloads(plain, bot), None) or _code_in(plain)


def _decoded(text: str) -> str:
    """Return the text decoded, with single spaces, and with none where a link was wrapped."""
    for _ in range(_ENCODINGS):
        text = unquote(html.unescape(text))
    return _JOINTS.sub(r"\1", " ".join(tidied(text).split()))


def _payloads(text: str, bot: str) -> Iterator[str]:
    name = re.escape(bot)
    link = rf"\b(?:(?:t|telegram)\.(?:me|dog)/@?{name}/?|{name}\.t\.me/?|tg:(?://)?resolve/?)\?(?P<query>\S+)"
    for found in re.finditer(link, text, re.IGNORECASE):
        fields = [part.partition("=") for part in found["query"].split("&")]
        domains = [value.lower() for field, _, value in fields if field.lower() == "domain"]
        if domains and domains != [bot.lower()]:
            continue
        if not domains and found[0].lower().startswith("tg:"):
            continue
        starts = [value for field, _, value in fields if field.lower() == "start"]
        if starts and (payload := _PAYLOAD.match(starts[0])):
            is_last = found["query"].endswith(payload[0])
            yield _whole(payload[0], text[found.end() :] if is_last else "")


def _whole(payload: str, rest: str) -> str:
    """Return the payload without a dash or underscore that belongs to the sentence, or joined with its other half after
    a line break."""
    if len(payload) > SECRET_LENGTH and not payload[SECRET_LENGTH:].strip("_-"):
        return payload[:SECRET_LENGTH]
    joined = payload
    for part in rest.split():
        joined += part
        if len(joined) >= SECRET_LENGTH:
            break
    return joined if _is_secret(joined) else payload


def _code_in(text: str) -> str | None:
    tokens = _PAYLOAD.findall(" ".join(word for word in text.split() if not _PATH.search(word)))
    found = next((one for token in tokens for one in _without_marks(token) if _is_secret(one)), None)
    halves = "".join(tokens) if len(tokens) == _HALVES else ""
    is_code = _is_secret(halves) and sum(sign.isupper() for sign in halves) >= _CAPITALS
    return found or (halves if is_code else None)


def _without_marks(token: str) -> tuple[str, ...]:
    """Return the code as it stands, and without characters that mark it as italic, join it to its command, or end the
    sentence."""
    return token, token[1:-1], token.removeprefix("start"), token[:SECRET_LENGTH] + token[SECRET_LENGTH:].strip("_-")


def _is_secret(text: str) -> bool:
    return len(text) == SECRET_LENGTH and _PAYLOAD.fullmatch(text) is not None and _MIXED.match(text) is not None
