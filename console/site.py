"""What every page of the console takes."""

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from aiohttp import web

from alerts.clock import Clock
from alerts.member import Language
from alerts.ports import Storage
from console.address import Address
from texts.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Site:
    """The console's address, its database, clock and texts, the bot to which it belongs, and the key that signs
    challenges: the same for every process that serves this console."""

    address: Address
    storage: Storage
    clock: Clock
    zone: ZoneInfo
    texts: Mapping[Language, Phrases]
    bot_name: str
    key: bytes


SITE = web.AppKey("site", Site)
