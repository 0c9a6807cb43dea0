"""What every page of the console takes."""

from collections.abc import Mapping
from dataclasses import dataclass

from aiohttp import web

from alerts.member import Language
from console.address import Address
from texts.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Site:
    """The console's address, its texts, and the name of the bot to which it belongs."""

    address: Address
    texts: Mapping[Language, Phrases]
    bot_name: str


SITE = web.AppKey("site", Site)
