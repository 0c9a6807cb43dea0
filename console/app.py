"""The web application of the console: its routes, and what each request passes on its way."""

from aiohttp import web

from console.error_pages import show_errors
from console.pages.front import front
from console.security.form_check import MOST_BYTES, check_form
from console.security.headers import set_headers
from console.security.host_check import check_host
from console.site import SITE, Site
from console.static_files import static_routes


def build_app(site: Site) -> web.Application:
    """Build the console's application; a proxy in front of it speaks HTTPS and passes the header Host on."""
    app = web.Application(client_max_size=MOST_BYTES, middlewares=[show_errors, check_host, check_form])
    app[SITE] = site
    app.on_response_prepare.append(set_headers)
    app.add_routes([*static_routes(), *front.ROUTES])
    return app
