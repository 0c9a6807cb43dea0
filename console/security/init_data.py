"""What Telegram tells a web app that it opens (`initData`): who opened it and when, signed with the bot's token.

https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
"""

import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from urllib.parse import parse_qsl

MOST_CHARACTERS = 4096  # it has some 600
LASTS = timedelta(hours=1)
AHEAD = timedelta(seconds=30)  # how far Telegram's clock may be ahead of ours
LARGEST_ID = 1 << 52  # exclusive; user ids have at most 52 significant bits (Bot API, "User")
_HASH = re.compile(r"[0-9a-f]{64}")
_SECONDS = re.compile(r"[1-9][0-9]{0,10}")
_NAME = re.compile(r"[a-z_]+")


class WrongInitData(ValueError):
    """The data is malformed, too old, from the future, or not signed by our bot."""


@dataclass(frozen=True, slots=True)
class InitData:
    """Who opened the app, a digest that tells this data from any other, and the first moment at which it counts no
    longer."""

    user_id: int
    digest: str
    expires_at: datetime


def read_init_data(text: str, key: bytes, now: datetime) -> InitData:
    """Check the data and read it. Raises WrongInitData. `key`: the bot's token signed with the key "WebAppData".

    The hash covers every field but itself, also `signature`, which is there for those who do not have the token.
    """
    fields = _fields(text)
    given = fields.pop("hash", "")
    told = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    if not _HASH.fullmatch(given) or not hmac.compare_digest(given, hmac.new(key, told.encode(), sha256).hexdigest()):
        raise WrongInitData("not signed by our bot")
    at = _moment(fields.get("auth_date", ""))
    if now - at > LASTS or at - now > AHEAD:
        raise WrongInitData("too old, or from the future")
    digest = sha256(given.encode()).hexdigest()
    return InitData(_user_id(fields.get("user", "")), digest, at + LASTS + timedelta(seconds=1))


def _fields(text: str) -> dict[str, str]:
    if len(text) > MOST_CHARACTERS:
        raise WrongInitData("too long")
    try:
        pairs = parse_qsl(text, keep_blank_values=True, strict_parsing=True, errors="strict", max_num_fields=32)
    except ValueError as error:
        raise WrongInitData(str(error)) from error
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise WrongInitData("a field is there twice")
    if any(not _NAME.fullmatch(name) or "\n" in value for name, value in pairs):
        raise WrongInitData("could be read in two ways once it is joined by lines")
    return fields


def _moment(text: str) -> datetime:
    if not _SECONDS.fullmatch(text):
        raise WrongInitData("no date")
    try:
        return datetime.fromtimestamp(int(text), UTC)
    except (ValueError, OverflowError) as error:
        raise WrongInitData("no date") from error


def _user_id(text: str) -> int:
    try:
        user = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise WrongInitData("no user") from error
    number = user.get("id") if isinstance(user, Mapping) else None
    if type(number) is not int or not 0 < number < LARGEST_ID:  # a boolean is an int too
        raise WrongInitData("no user")
    return number
