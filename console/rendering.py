"""Rendering: a page is a template and one frozen view; whatever a template lacks is an error."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import ClassVar, Protocol

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from alerts.member import Language
from alerts.role import Action, is_police, may
from console.languages import language_of
from console.navigation import SEARCHED_BY, NavLink, links_for
from console.security.confirmation import AT_PROVIDER, AtProvider
from console.security.form_check import COOKIE, FIELD, TOKEN, keep_token
from console.security.kept_form import form_token
from console.security.sessions import visitor_of
from console.site import LIVE_STATE, SITE
from console.static_files import path_of
from texts.phrases import Phrases

PACKAGE = Path(__file__).parent
SEARCH = "/search"


class View(Protocol):
    """What one page shows: a frozen dataclass, and the template that shows it."""

    template: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page: its language and the other ones, the path to come back to, the form token,
    whether somebody is signed in, whether that is from the chat's own app, what they may do somewhere, the links to
    that, and how they confirm at the provider what needs it. `sought` is what stands in the search box; None for
    whoever can find nothing."""

    language: Language
    others: tuple[Language, ...]
    path: str
    token_field: str
    token: str
    is_signed_in: bool
    is_from_chat: bool
    actions: frozenset[Action]
    navigation: tuple[tuple[NavLink, ...], ...]
    sought: str | None
    at_provider: AtProvider | None
    script: str
    kept_script: str
    live_script: str
    chat_script: str
    live_state: str
    now: str
    style: str
    icon: str


def respond(request: web.Request, view: View, *, status: int = 200) -> web.Response:
    """Render a page for this request, in its language."""
    phrases, visitor = phrases_of(request), visitor_of(request)
    language, actions = phrases.language, _actions(request)
    frame = Frame(
        language=language,
        others=tuple(one for one in Language if one is not language),
        path=request.path if request.method in ("GET", "HEAD") and status == 200 else "/",
        token_field=FIELD,
        token=form_token(request, visitor.member.id if visitor else None),
        is_signed_in=visitor is not None,
        is_from_chat=visitor is not None and visitor.session.is_from_chat,
        actions=actions,
        navigation=links_for(actions, request.path),
        sought=_sought(request) if actions & SEARCHED_BY else None,
        at_provider=request.get(AT_PROVIDER),
        script=path_of("passkeys.js"),
        kept_script=path_of("kept.js"),
        live_script=path_of("live.js"),
        chat_script=path_of("chat.js"),
        live_state=request.get(LIVE_STATE, ""),
        now=request.app[SITE].clock.now().isoformat(timespec="seconds"),
        style=path_of("console.css"),
        icon=path_of("icon.svg"),
    )
    body = _render(view, frame, phrases)
    response = web.Response(text=body, content_type="text/html", status=status)
    token = request.get(TOKEN, "")
    if token and token != request.cookies.get(COOKIE):
        keep_token(response, token)
    return response


def phrases_of(request: web.Request) -> Phrases:
    """Return the texts of this request, in its language, with the variants for police if they are police."""
    visitor = visitor_of(request)
    phrases = request.app[SITE].texts[language_of(request, visitor.member.language if visitor else None)]
    is_of_police = visitor is not None and is_police(visitor.grants, request.app[SITE].clock.now())
    return phrases.for_police if is_of_police else phrases


def _actions(request: web.Request) -> frozenset[Action]:
    """Return what the visitor may do somewhere now."""
    visitor, now = visitor_of(request), request.app[SITE].clock.now()
    grants = () if visitor is None else visitor.grants
    return frozenset(action for action in Action if may(grants, action, None, now=now))


def _sought(request: web.Request) -> str:
    """Return what was typed in the search box, on the page that it leads to."""
    return request.query.get("q", "") if request.path == SEARCH else ""


def _render(view: View, frame: Frame, phrases: Phrases) -> str:
    template = _environment().get_template(view.template)
    return template.render(view=view, frame=frame, t=phrases, plain=phrases.plain)


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
