"""Rendering: a page is a template and one frozen view; whatever a template lacks is an error."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import ClassVar, Protocol

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from alerts.member import Language
from console.languages import language_of
from console.security.form_check import FIELD, TOKEN
from console.site import SITE
from console.static_files import path_of
from texts.phrases import Phrases

PACKAGE = Path(__file__).parent


class View(Protocol):
    """What one page shows: a frozen dataclass, and the template that shows it."""

    template: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page: its language and the other ones, the path to come back to, and the form token."""

    language: Language
    others: tuple[Language, ...]
    path: str
    token_field: str
    token: str
    style: str
    icon: str


def respond(request: web.Request, view: View, *, status: int = 200) -> web.Response:
    """Render a page for this request, in its language."""
    language = language_of(request)
    phrases = request.app[SITE].texts[language]
    frame = Frame(
        language=language,
        others=tuple(one for one in Language if one is not language),
        path=request.path if request.method in ("GET", "HEAD") and status == 200 else "/",
        token_field=FIELD,
        token=request.get(TOKEN, ""),
        style=path_of("console.css"),
        icon=path_of("icon.svg"),
    )
    body = _render(view, frame, phrases)
    return web.Response(text=body, content_type="text/html", status=status)


def _render(view: View, frame: Frame, phrases: Phrases) -> str:
    def t(text_id: str, /, **values: str | int) -> Markup:
        """A text as markup, its values escaped."""
        return Markup(phrases(text_id, **values))  # noqa: S704 -- phrases escape every value

    template = _environment().get_template(view.template)
    return template.render(view=view, frame=frame, t=t, plain=phrases.plain)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
