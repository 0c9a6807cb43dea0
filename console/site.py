"""What every page of the console takes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol
from zoneinfo import ZoneInfo

from aiohttp import web

from alerts.alert import Alert, Approval, Revision
from alerts.audit import AuditRow
from alerts.clock import Clock
from alerts.ids import MemberId
from alerts.incident import Incident
from alerts.member import Language
from alerts.ports import Storage, UnitOfWork
from alerts.report import Report
from alerts.template import Template
from console.address import Address
from console.identity_provider import IdentityProvider
from console.tiles import TileSource
from texts.html import Html
from texts.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Card:
    """A request for approval as who decides reads it: `head` says what is asked and by whom, `notice` is the text as it
    will arrive; without a notice it was decided, and `head` says how."""

    head: Html
    notice: Html | None = None


class WriteCard(Protocol):
    """Writes a request for approval, by the same functions as the chat, so that the notice is what will be sent."""

    async def __call__(self, uow: UnitOfWork, alert: Alert, approval: Approval, t: Phrases, reader: MemberId) -> Card:
        """Write the card for this reader."""


class WriteIncident(Protocol):
    """Writes an incident, by the same functions as the chat."""

    async def __call__(self, uow: UnitOfWork, incident: Incident, t: Phrases, reader: MemberId) -> Html:
        """Write what this reader may know of the incident."""


class WriteReport(Protocol):
    """Writes a report, by the same functions as the chat."""

    async def __call__(self, uow: UnitOfWork, report: Report, t: Phrases, reader: MemberId) -> Html:
        """Write about the report for this reader."""


class WriteEntry(Protocol):
    """Writes an entry of the audit record, by the same functions as the chat."""

    async def __call__(self, uow: UnitOfWork, row: AuditRow, t: Phrases, reader: MemberId) -> tuple[str, str]:
        """Return who did it and what was done, for this reader."""


class WriteText(Protocol):
    """Writes a text of an alert, sent or not yet, by the same functions as the chat."""

    async def __call__(self, uow: UnitOfWork, revision: Revision, how_far: int | None, t: Phrases) -> Html:
        """Write the text as a recipient at this distance (metres; None: without a shop) reads it, and below it what
        stands behind *Meer*."""


@dataclass(frozen=True, slots=True)
class DraftCard:
    """A draft as its drafter reads it: `notice` is the text as it will arrive, `rest` what stands behind *Meer*, and
    `about` tells of the reports that it was made of and of who returned it."""

    notice: Html
    rest: Html
    about: Html


class WriteDraft(Protocol):
    """Writes the preview of a draft, stored or not, by the same functions as the chat."""

    async def __call__(
        self, uow: UnitOfWork, alert: Alert, nearest_m: int | None, t: Phrases, reader: MemberId
    ) -> DraftCard:
        """Write the preview as a recipient at this distance (metres) reads it."""


class WriteTemplate(Protocol):
    """Writes a template as its card in the chat: `head` says how it stands, `notice` is what would be sent now."""

    async def __call__(self, uow: UnitOfWork, template: Template, t: Phrases, reader: MemberId) -> Card:
        """Write the card for this reader."""


@dataclass(frozen=True, slots=True)
class ChatApp:
    """The chat whose own app may open the console: its channel, and the key with which it signs who opens it
    (`console/security/init_data.py`), from which the bot's token cannot be had."""

    channel: str
    key: bytes


@dataclass(frozen=True, slots=True)
class Site:
    """The console's address, its database, clock and texts, the bot to which it belongs, the key that signs challenges
    (the same for every process that serves this console), and what the chat lends it.

    `write_report` writes a report's card, `write_standing` its state in a line,
    `write_incident` what a reader may know of an incident. `after_commit` is called when a page
    may have queued deliveries. `tiles`: the background of maps; None without a tile server. `provider`: where people
    may sign in instead of with a passkey; None without one.
    """

    address: Address
    storage: Storage
    clock: Clock
    zone: ZoneInfo
    texts: Mapping[Language, Phrases]
    bot_name: str
    key: bytes
    chat: ChatApp
    write_card: WriteCard
    write_report: WriteReport
    write_standing: WriteReport
    write_incident: WriteIncident
    write_entry: WriteEntry
    write_draft: WriteDraft
    write_text: WriteText
    write_template: WriteTemplate
    after_commit: Callable[[], None]
    tiles: TileSource | None
    provider: IdentityProvider | None


SITE = web.AppKey("site", Site)
# What was known to have changed before the page of this request was read (`console/live.py`).
LIVE_STATE = web.RequestKey("live_state", str)
