"""What Telegram tells a web app that it opens, and somebody who opens the console's so."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import urlencode

from tests.bot.town import Person
from tests.console.visitor import TOKEN, Answer, Visitor


def told_by_telegram(person: Person, at: datetime, **changed: str) -> dict[str, str]:
    """Return the fields before they are signed; `changed` replaces or adds some."""
    user = json.dumps({"id": person.id, "first_name": "Jan", "language_code": "nl"})
    fields = {"query_id": "AAHdF6IQAAAAAN0XohDhrOrc", "user": user, "auth_date": str(int(at.timestamp()))}
    return {**fields, "signature": "c2lnbmVk", **changed}


def signed(fields: Mapping[str, str], token: str = TOKEN) -> str:
    """Return the fields as Telegram signs them with this bot's token."""
    lines = "\n".join(f"{name}={fields[name]}" for name in sorted(fields))
    key = hmac.new(b"WebAppData", token.encode(), hashlib.sha256).digest()
    return urlencode({**fields, "hash": hmac.new(key, lines.encode(), hashlib.sha256).hexdigest()})


async def sends_in(visitor: Visitor, init_data: str) -> Answer:
    """Open the page of the web app and send this on, as its script does."""
    page = await visitor.get("/telegram")
    return await visitor.sends(page, "/telegram", init_data=init_data)


async def enters(person: Person, visitor: Visitor) -> None:
    """Have somebody open the console by the button in the chat."""
    answer = await sends_in(visitor, signed(told_by_telegram(person, person.town.clock.now())))
    assert (303, "/today") == (answer.status, answer.headers["Location"])
