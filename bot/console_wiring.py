"""The part of the composition root that builds the console, with the database, the texts and the chat's previews."""

import hmac
from collections.abc import Callable
from secrets import token_hex

from aiohttp import web

from alerts.alert import Alert, Approval, ApprovalKind, Revision
from alerts.audit import AuditRow
from alerts.clock import Clock
from alerts.ids import MemberId
from alerts.incident import Incident
from alerts.ports import Storage, UnitOfWork
from alerts.report import Report
from alerts.template import Template
from bot.conversation.chat import CHANNEL
from bot.conversation.view import View
from bot.render.alert import first_revision
from bot.render.alert_preview import preview_of, rest_of, whole_preview
from bot.render.approval import card_parts, comment_line, made_of, settled_card
from bot.render.audit import audit_words
from bot.render.incident import known_words
from bot.render.report import overtaken_line, report_words, standing
from bot.render.template import template_parts
from bot.render.tip import tip_parts
from bot.settings import Settings
from console.address import Address
from console.app import build_app
from console.identity_provider import IdentityProvider
from console.site import Card, ChatApp, DraftCard, Site
from console.tiles import TileSource
from texts.html import Html, lines
from texts.phrases import Phrases, load_texts

KEY_FACT = "console_key"


async def build_console(
    settings: Settings, clock: Clock, storage: Storage, bot_name: str, *, after_commit: Callable[[], None]
) -> web.Application:
    """Build the console at the address of the settings; `after_commit` is called when a page may have queued
    deliveries."""

    def view_for(uow: UnitOfWork, t: Phrases, reader: MemberId) -> View:
        return View({}, t, uow, clock.now(), settings.zone, bot_name, reader)

    async def write_card(uow: UnitOfWork, alert: Alert, approval: Approval, t: Phrases, reader: MemberId) -> Card:
        view, is_tip = view_for(uow, t, reader), approval.kind is ApprovalKind.HELD_TIP
        if approval.decision is not None:
            return Card((await settled_card(alert, approval, view)).text)
        head, preview = await (tip_parts if is_tip else card_parts)(alert, approval, view)
        return Card(head, preview.text)

    async def write_draft(
        uow: UnitOfWork, alert: Alert, nearest_m: int | None, t: Phrases, reader: MemberId
    ) -> DraftCard:
        view, revision = view_for(uow, t, reader), first_revision(alert)
        notice = await preview_of(revision, nearest_m, view)
        comment = await comment_line(await uow.alerts.latest_approval(alert.id), view)
        overtaken = [await overtaken_line(alert, one.id, view) for one in await uow.reports.of_alert(alert.id)]
        about = lines(await made_of(alert, view), *overtaken, comment)
        return DraftCard(notice.text, await rest_of(revision, nearest_m, view), about)

    async def write_report(uow: UnitOfWork, report: Report, t: Phrases, reader: MemberId) -> Html:
        return await report_words(report, view_for(uow, t, reader))

    async def write_standing(uow: UnitOfWork, report: Report, t: Phrases, reader: MemberId) -> Html:
        return await standing(report, view_for(uow, t, reader))

    async def write_incident(uow: UnitOfWork, incident: Incident, t: Phrases, reader: MemberId) -> Html:
        return await known_words(incident, view_for(uow, t, reader))

    async def write_entry(uow: UnitOfWork, row: AuditRow, t: Phrases, reader: MemberId) -> tuple[str, str]:
        return await audit_words(row, view_for(uow, t, reader))

    async def write_text(uow: UnitOfWork, revision: Revision, how_far: int | None, t: Phrases) -> Html:
        view = View({}, t, uow, clock.now(), settings.zone, bot_name)
        return (await whole_preview(revision, how_far, view)).text

    async def write_template(uow: UnitOfWork, template: Template, t: Phrases, reader: MemberId) -> Card:
        head, notice = await template_parts(template, view_for(uow, t, reader))
        return Card(head, notice.text)

    template = settings.tile_url.get_secret_value()
    site = Site(
        address=Address(settings.console_url),
        storage=storage,
        clock=clock,
        zone=settings.zone,
        texts=load_texts(),
        bot_name=bot_name,
        key=await _key(storage),
        chat=ChatApp(
            CHANNEL, hmac.digest(b"WebAppData", settings.telegram_token.get_secret_value().encode(), "sha256")
        ),
        write_card=write_card,
        write_report=write_report,
        write_standing=write_standing,
        write_incident=write_incident,
        write_entry=write_entry,
        write_draft=write_draft,
        write_text=write_text,
        write_template=write_template,
        after_commit=after_commit,
        tiles=TileSource(template, settings.tile_attribution) if template else None,
        provider=provider_of(settings) if settings.oidc_issuer else None,
    )
    return build_app(site)


def provider_of(settings: Settings) -> IdentityProvider:
    """Return the identity provider of the settings. What it needs is imported only here: most consoles have none."""
    from console.oidc import open_provider

    return open_provider(
        settings.oidc_issuer,
        settings.oidc_client_id,
        settings.oidc_client_secret.get_secret_value(),
        name=settings.oidc_name,
        origin=settings.console_url,
        acr=settings.oidc_acr.split(),
        amr=settings.oidc_amr.split(),
    )


async def _key(storage: Storage) -> bytes:
    """Return the key that signs the console's challenges; it is made once for all processes."""
    async with storage.transaction() as uow:
        key = await uow.facts.get(KEY_FACT)
        if key is None:
            key = token_hex(32)
            await uow.facts.put(KEY_FACT, key)
    return bytes.fromhex(key)
