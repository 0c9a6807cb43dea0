"""The service of an organisation: sends letters by Apprise, which knows some hundred kinds of them."""

import logging
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import apprise

from alerts.errors import Temporary
from bot.outgoing.channels.carrier import Letter, Line

# It logs addresses, which are secrets; what it cannot send is in our own log.
logging.getLogger("apprise").disabled = True


class Organisation:
    """A service by its address for Apprise."""

    def __init__(self, url: str) -> None:
        self._apprise = apprise.Apprise()
        with warnings.catch_warnings():  # a plug-in tries a module that Python will drop
            warnings.simplefilter("ignore", DeprecationWarning)
            self.is_known = bool(self._apprise.add(url))

    @asynccontextmanager
    async def connect(self) -> AsyncIterator[Line]:
        """Nothing stays connected: each letter is a request of its own."""
        yield self

    async def send(self, letter: Letter) -> None:
        """Send one letter. Raises Temporary: Apprise does not tell why it failed, only that it did."""
        sent = await self._apprise.async_notify(
            title=letter.subject, body=letter.text, body_format=apprise.NotifyFormat.TEXT
        )
        if not sent:
            raise Temporary("not sent")
