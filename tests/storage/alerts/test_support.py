"""Tests of the stored support register."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from alerts.errors import Conflict
from alerts.ids import MunicipalityId
from alerts.member import Language, Member
from alerts.ports import Storage
from alerts.support import Scheme, SchemeWords

NewMember = Callable[..., Awaitable[Member]]
CAPELLE, ROTTERDAM = MunicipalityId("0502"), MunicipalityId("0599")
WORDS = {
    Language.DUTCH: SchemeWords("Calamiteitenfonds", "Geld na een overval.", "Zaken in Capelle."),
    Language.ENGLISH: SchemeWords("Emergency fund", "Money after a robbery.", "Businesses in Capelle."),
}
SCHEME = Scheme(
    CAPELLE,
    "https://www.capelle.example/fonds",
    "Gemeente Capelle",
    date(2026, 11, 1),
    date(2026, 1, 1),
    date(2026, 12, 31),
    WORDS,
)
COUNTRY = replace(SCHEME, municipality=None, standard="violence-fund", first=None, last=None)


async def test_entries_come_back_as_they_were_stored(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """A municipality reads its own entries and those for the country, oldest first, and those of no other."""
    member = await new_member()
    told = [SCHEME, replace(SCHEME, municipality=ROTTERDAM), COUNTRY, replace(SCHEME, last=None, words=None)]
    async with storage.transaction() as uow:
        for one in told:
            await uow.support.add(one, member.id, now)
    async with storage.reading() as uow:
        entries = await uow.support.entries([CAPELLE])
        assert [COUNTRY] == [one.scheme for one in await uow.support.entries([])]
    assert [SCHEME, COUNTRY, told[3]] == [one.scheme for one in entries]
    assert [(1, now)] * 3 == [(one.version, one.changed_at) for one in entries]


async def test_one_entry_stands_for_a_scheme_of_the_program(
    storage: Storage, now: datetime, new_member: NewMember
) -> None:
    """A second one in its place clashes; entries of one's own are as many as there are."""
    member = await new_member()
    async with storage.transaction() as uow:
        await uow.support.add(COUNTRY, member.id, now)
    with pytest.raises(Conflict):
        async with storage.transaction() as uow:
            await uow.support.add(COUNTRY, member.id, now)


async def test_only_the_version_that_was_shown_is_changed(
    storage: Storage, now: datetime, new_member: NewMember
) -> None:
    """An entry that was saved meanwhile is neither overwritten nor removed."""
    member = await new_member()
    async with storage.transaction() as uow:
        shown = await uow.support.add(SCHEME, member.id, now)
        assert shown.id is not None
        later = replace(SCHEME, source="Gemeenteblad")
        saved = await uow.support.save(shown.id, later, shown.version, member.id, now)
        assert (2, later) == (saved.version, saved.scheme)
        with pytest.raises(Conflict):
            await uow.support.save(shown.id, SCHEME, shown.version, member.id, now)
        with pytest.raises(Conflict):
            await uow.support.remove(shown.id, shown.version)
        assert [saved] == await uow.support.entries([CAPELLE])
        await uow.support.remove(shown.id, saved.version)
        assert [] == await uow.support.entries([CAPELLE])
