"""What somebody typed before they had to sign in again: shown to them, and carried to the page with the form."""

import json
import re
from dataclasses import dataclass
from typing import ClassVar

from aiohttp import web

from console.rendering import phrases_of, respond
from console.security.kept_form import KeptForm

_KEY = re.compile(r"[a-z0-9_.:-]*")  # what forms send for a choice or a number; anything else was typed


@dataclass(frozen=True, slots=True)
class KeptView:
    """The page to go on with, what was typed there, and the form for the browser's script."""

    template: ClassVar[str] = "pages/sign_in/kept.html"
    page: str
    words: tuple[str, ...]
    carried: str


def show_kept(request: web.Request, form: KeptForm) -> web.Response:
    """Show what was typed. The browser's script goes on to the page and fills it in; nothing is sent from there."""
    t = phrases_of(request)
    words = tuple(value for _, value in form.fields if not _KEY.fullmatch(value))
    carried = {
        "page": form.page,
        "action": form.action,
        "fields": form.fields,
        "words": words,
        "filled": t.plain("console-kept-filled"),
        "gone": t.plain("console-kept-gone"),
    }
    return respond(request, KeptView(form.page, words, json.dumps(carried)))
