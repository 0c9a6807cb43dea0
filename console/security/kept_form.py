"""Kept forms: what somebody sent after their session had ended goes, sealed, through signing in, back to them alone.

Nothing of it is stored. The page to sign in carries it in a hidden field, encrypted: whoever signs in there instead
cannot read it, and the server opens it for the member whose page the form was on.
"""

import hmac
import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from aiohttp import web

from alerts.account import LONGEST
from alerts.ids import MemberId
from console.security.form_check import FIELD as TOKEN_FIELD
from console.security.form_check import TOKEN
from console.security.sealing import sealed, unsealed
from console.site import SITE

FIELD = "kept"
PAGE_FIELD = "form_page"  # by it a form names the page that it stands on, where the browser's address is not that
MOST_BYTES = 24_000  # of what is sealed: with the rest of a sign-in it stays below what a request may have
LEFT_OUT = frozenset({TOKEN_FIELD, FIELD, PAGE_FIELD, "credential"})  # fields that are never kept
_PURPOSE = b"kept form"
_MARK = 16  # bytes


@dataclass(frozen=True, slots=True)
class KeptForm:
    """A form: the page that it was on, where it is sent, and its fields in their order."""

    page: str
    action: str
    fields: tuple[tuple[str, str], ...]


def form_token(request: web.Request, member: MemberId | None) -> str:
    """Return the token for the forms of a page: that of the browser, with a mark of the member whose page it is."""
    token = request.get(TOKEN, "")
    return f"{token}.{_mark(request, member)}" if token and member is not None else token


async def has_words(request: web.Request) -> bool:
    """Whether the form was on a member's page, and has something to keep."""
    return bool(await _mark_of(request) and await fields_of(request))


async def fields_of(request: web.Request) -> tuple[tuple[str, str], ...]:
    """Return the fields of the form that are kept."""
    posted = await request.post()
    return tuple((name, str(value)) for name, value in posted.items() if name not in LEFT_OUT)


async def seal(request: web.Request, page: str, action: str) -> str:
    """Return the form of this request, sealed for whose page it was on; empty when it is too long."""
    told = {"at": request.app[SITE].clock.now().timestamp(), "page": page, "action": action}
    clear = json.dumps({**told, "fields": await fields_of(request)}, ensure_ascii=False).encode()
    if len(clear) > MOST_BYTES:
        return ""
    return sealed(request.app[SITE].key, _PURPOSE, clear, _bound(request, await _mark_of(request)))


def unseal(request: web.Request, given: str, member: MemberId) -> KeptForm | None:
    """Open a form that this browser kept for this member; None when it was another's, was altered, or is too old."""
    clear = unsealed(request.app[SITE].key, _PURPOSE, given, _bound(request, _mark(request, member)))
    if clear is None:
        return None
    told = json.loads(clear)
    now = request.app[SITE].clock.now()
    if datetime.fromtimestamp(told["at"], now.tzinfo) + LONGEST <= now:
        return None
    return KeptForm(told["page"], told["action"], tuple((name, value) for name, value in told["fields"]))


def _mark(request: web.Request, member: MemberId) -> str:
    """Return what marks a form as this member's in this browser, which tells others nothing."""
    signed = hmac.new(request.app[SITE].key, f"form of\x00{request[TOKEN]}\x00{member}".encode(), sha256)
    return urlsafe_b64encode(signed.digest()[:_MARK]).decode().rstrip("=")


async def _mark_of(request: web.Request) -> str:
    return str((await request.post()).get(TOKEN_FIELD, "")).partition(".")[2]


def _bound(request: web.Request, mark: str) -> bytes:
    return f"{request[TOKEN]}\x00{mark}".encode()
