"""The port for the support register."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from alerts.ids import MemberId, MunicipalityId, SupportId
from alerts.support import Scheme, SupportEntry


class Support(Protocol):
    """The repository of the support register. In the place of a scheme of the program there is one entry at most."""

    async def entries(self, municipalities: Collection[MunicipalityId]) -> list[SupportEntry]:
        """The stored entries of these municipalities and for the whole country, oldest first."""

    async def add(self, scheme: Scheme, by: MemberId, now: datetime) -> SupportEntry:
        """Store a new entry. Raises Conflict when there is one in the place of the same scheme of the program."""

    async def save(self, entry: SupportId, scheme: Scheme, version: int, by: MemberId, now: datetime) -> SupportEntry:
        """Store the scheme in the entry; return it with its next version. Raises Conflict when the version is not
        current any more."""

    async def remove(self, entry: SupportId, version: int) -> None:
        """Remove the entry, so that the program's scheme counts again if it stood for one. Raises Conflict when the
        version is not current any more."""
