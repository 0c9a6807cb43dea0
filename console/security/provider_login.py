"""A login that is under way at the identity provider: its secrets, sealed in a cookie of the browser that began it.

Nothing is stored before the browser comes back. Only the browser with the cookie can bring the answer, and each answer
counts once.
"""

import hmac
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from aiohttp import web

from console.identity_provider import LOGIN_LASTS, LoginRequest, new_login_request
from console.local_path import local_path
from console.security.sealing import sealed, unsealed
from console.site import SITE

COOKIE = "__Host-login"
MOST_PATH = 1_000  # characters: a cookie has some four thousand
_PURPOSE = b"provider login"


class Errand(StrEnum):
    """What somebody signs in at the provider for."""

    SIGN_IN = "sign-in"
    BIND = "bind"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True)
class Login:
    """A login. `back`: where it leads; `secret`: that of the link by which an identity is bound; `session`: the one
    that is confirmed; `has_kept`: the browser's script carries a form meanwhile."""

    errand: Errand
    request: LoginRequest
    back: str
    secret: str = ""
    session: int = 0
    has_kept: bool = False

    @property
    def state_hash(self) -> str:
        """The hash under which its answer is noted as used."""
        return sha256(self.request.state.encode()).hexdigest()

    @property
    def expires_at(self) -> datetime:
        """Until when its answer counts."""
        return self.request.asked_at + LOGIN_LASTS


def new_login(
    request: web.Request, errand: Errand, back: str, *, secret: str = "", session: int = 0, has_kept: bool = False
) -> Login:
    """Return a new login. To bind and to confirm the person must sign in anew: somebody else's session at the provider
    may be open in this browser."""
    asked = new_login_request(request.app[SITE].clock.now(), is_fresh=errand is not Errand.SIGN_IN)
    path = local_path(back) if back.isascii() and len(back) <= MOST_PATH else "/"
    return Login(errand, asked, path, secret, session, has_kept)


def keep_login(request: web.Request, response: web.StreamResponse, login: Login) -> None:
    """Give the browser the login to carry."""
    told = {**asdict(login), "request": {**asdict(login.request), "asked_at": login.request.asked_at.timestamp()}}
    value = sealed(request.app[SITE].key, _PURPOSE, json.dumps(told).encode(), b"")
    lasts = int(LOGIN_LASTS.total_seconds())
    response.set_cookie(COOKIE, value, path="/", secure=True, httponly=True, samesite="Lax", max_age=lasts)


def login_of(request: web.Request) -> Login | None:
    """Return the login that this browser carries, if it is the one of this answer and counts still."""
    site = request.app[SITE]
    clear = unsealed(site.key, _PURPOSE, request.cookies.get(COOKIE, ""), b"")
    states = request.query.getall("state", [])
    if clear is None or len(states) != 1:
        return None
    told = json.loads(clear)
    now = site.clock.now()
    asked_at = datetime.fromtimestamp(told["request"]["asked_at"], now.tzinfo)
    asked = LoginRequest(**{**told["request"], "asked_at": asked_at})
    login = Login(**{**told, "errand": Errand(told["errand"]), "request": asked})
    is_same = hmac.compare_digest(states[0].encode(), asked.state.encode())
    return login if is_same and not asked.is_over(now) else None


def drop_login(response: web.StreamResponse) -> None:
    """Have the browser forget its login."""
    response.del_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="Lax")
