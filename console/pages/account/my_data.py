"""My data, for members without a chat: a file of everything that is held on them, and its erasure."""

from aiohttp import web

from alerts.errors import NotFound
from alerts.member import Member
from alerts.services.privacy.erase_member import erase_member
from alerts.services.privacy.export_member import export_member
from console.security.confirmation import require_fresh
from console.security.sessions import forget, person, signed_in
from console.site import SITE


async def download(request: web.Request) -> web.StreamResponse:
    """Send the file. Needs a fresh passkey."""
    await require_fresh(request)
    site, member = request.app[SITE], _without_chat(request)
    async with site.storage.transaction() as uow:
        export = await export_member(uow, member, site.clock.now())
    name = f"wees-alert-{export.made_at:%Y-%m-%d}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return web.Response(body=export.as_json(), content_type="application/json", headers=headers)


async def erase(request: web.Request) -> web.StreamResponse:
    """Erase the member with passkeys and sessions. Needs a fresh passkey."""
    await require_fresh(request)
    site, member = request.app[SITE], _without_chat(request)
    async with site.storage.transaction() as uow:
        await erase_member(uow, member, site.clock.now())
    site.after_commit()
    response = web.Response(status=303, headers={"Location": "/"})
    forget(response)
    return response


def _without_chat(request: web.Request) -> Member:
    """Return who is signed in. Raises NotFound for whoever has a chat, which has commands for both."""
    member = person(request).member
    if not member.is_in_console_only:
        raise NotFound
    return member


ROUTES = (web.post("/account/data", signed_in(download)), web.post("/account/erase", signed_in(erase)))
