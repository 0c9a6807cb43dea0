"""What somebody typed before they had to sign in again: shown to them, and carried to the page with the form."""

import json
import re
import secrets
from dataclasses import dataclass
from typing import ClassVar

from aiohttp import web

from console.rendering import phrases_of, respond
from console.security.form_check import TOKEN, keep_token
from console.security.kept_form import FIELD, KeptForm, unseal
from console.security.sessions import person, signed_in

CARRIED = "/sign-in/kept"
_KEY = re.compile(r"[a-z0-9_.:-]*")  # what forms send for a choice or a number; anything else was typed


@dataclass(frozen=True, slots=True)
class KeptView:
    """The page to go on with, what happened, what was typed there, and the form for the browser's script."""

    template: ClassVar[str] = "pages/sign_in/kept.html"
    page: str
    told: str
    words: tuple[str, ...]
    carried: str


@dataclass(frozen=True, slots=True)
class CarriedView:
    """The page on which the browser's script brings back what it carried while somebody signed in elsewhere."""

    template: ClassVar[str] = "pages/sign_in/carried.html"


async def show_carried(request: web.Request) -> web.StreamResponse:
    """Ask the browser's script for what it carried."""
    return respond(request, CarriedView())


async def take_carried(request: web.Request) -> web.StreamResponse:
    """Open what the script carried, for the member whose page it was on, and show it; the browser gets a new form
    token."""
    words = unseal(request, str((await request.post()).get(FIELD, "")), person(request).member.id)
    request[TOKEN] = secrets.token_urlsafe(16)
    if words is None:
        response = web.Response(status=303, headers={"Location": "/today"})
        keep_token(response, request[TOKEN])
        return response
    return show_kept(request, words, was_out=False)


def show_kept(request: web.Request, form: KeptForm, *, was_out: bool = True) -> web.Response:
    """Show what was typed. The browser's script goes on to the page and fills it in; nothing is sent from there.
    `was_out`: say that their session had ended."""
    t = phrases_of(request)

    def told(what: str) -> str:
        return t.plain(f"console-kept-{what}" if was_out else f"console-carried-{what}")

    words = tuple(value for _, value in form.fields if not _KEY.fullmatch(value))
    carried = {
        "page": form.page,
        "action": form.action,
        "fields": form.fields,
        "words": words,
        "filled": told("filled"),
        "gone": told("gone"),
    }
    return respond(request, KeptView(form.page, told("nothing-sent"), words, json.dumps(carried)))


ROUTES = (web.get(CARRIED, signed_in(show_carried)), web.post(CARRIED, signed_in(take_carried)))
