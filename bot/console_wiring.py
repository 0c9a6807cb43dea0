"""The part of the composition root that builds the console, with the database, the texts and the chat's previews."""

from collections.abc import Callable
from secrets import token_hex

from aiohttp import web

from alerts.alert import Alert, Approval
from alerts.clock import Clock
from alerts.ids import MemberId
from alerts.ports import Storage, UnitOfWork
from bot.conversation.view import View
from bot.render.approval import card_parts, settled_card
from bot.settings import Settings
from console.address import Address
from console.app import build_app
from console.site import Card, Site
from texts.phrases import Phrases, load_texts

KEY_FACT = "console_key"


async def build_console(
    settings: Settings, clock: Clock, storage: Storage, bot_name: str, *, after_commit: Callable[[], None]
) -> web.Application:
    """Build the console at the address of the settings; `after_commit` is called when a page may have queued
    deliveries."""

    async def write_card(uow: UnitOfWork, alert: Alert, approval: Approval, t: Phrases, reader: MemberId) -> Card:
        view = View({}, t, uow, clock.now(), settings.zone, bot_name, reader)
        if approval.decision is not None:
            return Card((await settled_card(alert, approval, view)).text)
        head, preview = await card_parts(alert, approval, view)
        return Card(head, preview.text)

    site = Site(
        address=Address(settings.console_url),
        storage=storage,
        clock=clock,
        zone=settings.zone,
        texts=load_texts(),
        bot_name=bot_name,
        key=await _key(storage),
        write_card=write_card,
        after_commit=after_commit,
    )
    return build_app(site)


async def _key(storage: Storage) -> bytes:
    """Return the key that signs the console's challenges; it is made once for all processes."""
    async with storage.transaction() as uow:
        key = await uow.facts.get(KEY_FACT)
        if key is None:
            key = token_hex(32)
            await uow.facts.put(KEY_FACT, key)
    return bytes.fromhex(key)
