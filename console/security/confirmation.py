"""Confirmation: what matters needs a passkey, or a sign-in at the identity provider, of the last ten minutes."""

from dataclasses import dataclass

from aiohttp import web

from alerts.account import Passkey
from alerts.errors import Rejected
from alerts.ports import UnitOfWork
from alerts.services.account.sign_in import Answered, confirm, note_failure
from console.security.challenges import Purpose
from console.security.form_page import page_of_form
from console.security.kept_form import has_words, seal
from console.security.limits import LIMITS, address_of
from console.security.passkeys import Ceremony, WrongPasskey, credential_of
from console.security.sessions import Visitor, person
from console.site import SITE

FIELD = "credential"


@dataclass(frozen=True, slots=True)
class AtProvider:
    """The way to confirm at the identity provider: its name, the page to come back to, and a form that was sent too
    early, sealed."""

    name: str
    back: str
    kept: str = ""


AT_PROVIDER = web.RequestKey("at_provider", AtProvider)


@dataclass(frozen=True, slots=True)
class Proof:
    """A passkey and how it answered."""

    passkey: Passkey
    answered: Answered


async def read_proof(request: web.Request, ceremony: Ceremony) -> Proof | None:
    """Return the passkey that answered in the form; None, after recording it, when the answer does not hold."""
    site = request.app[SITE]
    answer = str((await request.post()).get(FIELD, ""))
    passkey: Passkey | None = None
    try:
        credential = credential_of(answer)
        async with site.storage.reading() as uow:
            passkey = await uow.accounts.passkey(credential)
        if passkey is None:
            raise WrongPasskey("unknown")
        return Proof(passkey, ceremony.check(answer, passkey))
    except WrongPasskey:
        await record_failure(request, passkey)
        return None


async def record_failure(request: web.Request, passkey: Passkey | None) -> None:
    """Count a failure against its address, and record it: those of nobody we know up to a number an hour."""
    limits, site = request.app[LIMITS], request.app[SITE]
    limits.failures.add(address_of(request))
    if passkey is None:
        if limits.recorded.is_spent(""):
            return
        limits.recorded.add("")
    async with site.storage.transaction() as uow:
        await note_failure(uow, passkey, site.clock.now())


def confirmation(request: web.Request, visitor: Visitor) -> Ceremony:
    """Return the ceremony by which this visitor confirms in this session."""
    return Ceremony(request.app[SITE], Purpose.CONFIRM, f"session {visitor.session.id}")


async def confirmation_options(request: web.Request, uow: UnitOfWork) -> str:
    """Return what the browser is asked at a form that needs a fresh passkey; empty while the session is fresh, in one
    from the chat, where no such form counts, and for who has no passkey. Who has an identity at the provider is led
    there by the top of the page."""
    visitor = person(request)
    if visitor.session.is_from_chat or visitor.session.is_fresh(request.app[SITE].clock.now()):
        return ""
    if name := await _provider_of(request, uow, visitor):
        request[AT_PROVIDER] = AtProvider(
            name, request.path_qs if request.method == "GET" else await page_of_form(request, request.path)
        )
    passkeys = await uow.accounts.passkeys_of(visitor.member.id)
    return confirmation(request, visitor).request_options(passkeys) if passkeys or not name else ""


async def _provider_of(request: web.Request, uow: UnitOfWork, visitor: Visitor) -> str:
    """Return the name of the provider where this visitor can confirm; empty without one."""
    provider = request.app[SITE].provider
    if provider is None:
        return ""
    known = await uow.accounts.identities_of(visitor.member.id)
    return provider.name if any(one.issuer == provider.issuer for one in known) else ""


async def require_fresh(request: web.Request) -> None:
    """Check that the passkey or the provider was used within ten minutes, or that the passkey answers in this form.
    Raises Rejected, also in a session from the chat, whatever the form says."""
    visitor, site = person(request), request.app[SITE]
    if visitor.session.is_from_chat:
        raise Rejected("only-in-browser")
    if visitor.session.is_fresh(site.clock.now()):
        return
    if not (await request.post()).get(FIELD):
        await _ask_provider(request, visitor)
    proof = await read_proof(request, confirmation(request, visitor))
    if proof is None or proof.passkey.member_id != visitor.member.id:
        raise Rejected("fresh-passkey")
    async with site.storage.transaction() as uow:
        await confirm(uow, visitor.session, proof.passkey, proof.answered, site.clock.now())


async def _ask_provider(request: web.Request, visitor: Visitor) -> None:
    """Have the page of the refusal lead to the provider, with the words of the form. Raises Rejected for who can
    confirm there."""
    async with request.app[SITE].storage.reading() as uow:
        name = await _provider_of(request, uow, visitor)
    if not name:
        return
    page = await page_of_form(request, request.path)
    kept = await seal(request, page, request.path) if await has_words(request) else ""
    request[AT_PROVIDER] = AtProvider(name, page, kept)
    raise Rejected("fresh-sign-in")
