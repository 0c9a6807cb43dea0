"""Security headers: what a browser may do with an answer of the console."""

from aiohttp import web

from console.site import SITE

CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in ("camera", "display-capture", "geolocation", "microphone", "payment", "usb", "browsing-topics")
)
HEADERS = {
    "Content-Security-Policy": CSP,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": PERMISSIONS,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
# Telegram Web shows an app in a frame. Only the page that leads on from there may be framed: it has nothing of anybody.
FRAMED = {"Content-Security-Policy": CSP.replace("frame-ancestors 'none'", "frame-ancestors https://web.telegram.org")}
MAY_BE_FRAMED: web.RequestKey[bool] = web.RequestKey("may_be_framed", bool)
HSTS = "max-age=31536000"


async def set_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Set the headers of every answer, also of errors. Nothing is stored by browsers unless the answer says so."""
    response.headers.update(HEADERS)
    if request.get(MAY_BE_FRAMED, False):
        response.headers.update(FRAMED)
        del response.headers["X-Frame-Options"]
    response.headers.setdefault("Cache-Control", "no-store")
    response.headers.popall("Server", None)
    if request.app[SITE].address.is_https:
        response.headers["Strict-Transport-Security"] = HSTS
