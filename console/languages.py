"""The language of a visit: the one that was chosen, else the first known one that the browser asks for."""

from aiohttp import web

from alerts.member import Language

COOKIE = "__Host-language"
KEPT_SECONDS = 365 * 24 * 3600


def language_of(request: web.Request, own: Language | None = None) -> Language:
    """Return the language of a request: the one that was chosen here, else the member's `own`, else the first known one
    that the browser asks for, else Dutch."""
    chosen = request.cookies.get(COOKIE, "")
    asked = (part.strip()[:2].lower() for part in request.headers.get("Accept-Language", "").split(","))
    known = {language.value: language for language in Language}
    return next((known[code] for code in (chosen, own or "", *asked) if code in known), Language.DUTCH)


def keep_language(response: web.StreamResponse, language: Language) -> None:
    """Have the browser remember the language for a year."""
    response.set_cookie(
        COOKIE, language.value, max_age=KEPT_SECONDS, path="/", secure=True, httponly=True, samesite="Lax"
    )
