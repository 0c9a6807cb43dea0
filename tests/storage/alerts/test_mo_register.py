"""Tests of the stored MO register: filters, pages, and what leads from a record to its notice or report."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from alerts.alert import AlertState, IncidentKind, Revision
from alerts.branch import Branch
from alerts.errors import NotFound
from alerts.ids import AlertId, MoRecordId, MunicipalityId, ReportId
from alerts.member import Member
from alerts.mo_record import FiledRecord, MoFilter, MoMark, MoRecord, MoSource
from alerts.modus_operandi import MO_FIELDS
from alerts.ports import Storage
from alerts.retention import Retention
from alerts.services.privacy.apply_retention import apply_retention
from alerts.tally import Ground
from alerts.tlp import Tlp

NewAlert = Callable[..., Awaitable[Revision]]
NewMember = Callable[..., Awaitable[Member]]
Query = Callable[[str], list[Any]]
DAY = date(2026, 1, 14)
RECORD = MoRecord(
    source=MoSource.NOTICE,
    day=DAY,
    kind=IncidentKind.ROBBERY,
    tlp=Tlp.GREEN,
    branches=frozenset({Branch.JEWELLER, Branch.OPTICIAN}),
    ground=Ground("2903", MunicipalityId("0502")),
    mo={name: values[0] for name, values in MO_FIELDS.items()},
)
INCIDENT = replace(RECORD, source=MoSource.INCIDENT, tlp=None, mo={"weapon": "knife"})


async def _all(storage: Storage, wanted: MoFilter | None = None) -> list[FiledRecord]:
    async with storage.reading() as uow:
        return list(await uow.mo_register.page(wanted or MoFilter(), after=None, limit=100))


async def test_every_field_is_stored(storage: Storage) -> None:
    """A record comes back with each of its fields, and with what it was made of."""
    async with storage.transaction() as uow:
        await uow.mo_register.put(RECORD, AlertId(7))
        await uow.mo_register.put(replace(INCIDENT, ground=Ground(), branches=frozenset()), ReportId(7))
    found = {one.record.source: one for one in await _all(storage)}
    assert (RECORD, 7) == (found[MoSource.NOTICE].record, found[MoSource.NOTICE].source_id)
    assert replace(INCIDENT, ground=Ground(), branches=frozenset()) == found[MoSource.INCIDENT].record
    async with storage.reading() as uow:
        assert found[MoSource.NOTICE] == await uow.mo_register.get(found[MoSource.NOTICE].id)
        with pytest.raises(NotFound):
            await uow.mo_register.get(MoRecordId(1))


async def test_of_a_notice_there_is_one_record(storage: Storage) -> None:
    """A later text takes the place of the earlier one, and what is dropped is gone; others stay."""
    async with storage.transaction() as uow:
        await uow.mo_register.put(RECORD, AlertId(1))
        await uow.mo_register.put(INCIDENT, ReportId(1))
        await uow.mo_register.put(replace(RECORD, mo={"weapon": "firearm"}), AlertId(1))
    assert {"firearm", "knife"} == {one.record.mo["weapon"] for one in await _all(storage)}
    async with storage.transaction() as uow:
        await uow.mo_register.drop(MoSource.NOTICE, AlertId(1))
        await uow.mo_register.drop(MoSource.NOTICE, AlertId(2))
    assert [INCIDENT] == [one.record for one in await _all(storage)]


@pytest.mark.parametrize(
    ("wanted", "is_found"),
    [
        (MoFilter(branch=Branch.OPTICIAN), True),
        (MoFilter(branch=Branch.BAKERY), False),
        (MoFilter(first=DAY, last=DAY), True),
        (MoFilter(first=DAY + timedelta(days=1)), False),
        (MoFilter(last=DAY - timedelta(days=1)), False),
        (MoFilter(pc4s=frozenset({"2903", "2904"})), True),
        (MoFilter(pc4s=frozenset({"2904"})), False),
        (MoFilter(pc4s=frozenset()), False),
        (MoFilter(municipality=MunicipalityId("0502")), True),
        (MoFilter(municipality=MunicipalityId("0599")), False),
        (MoFilter(mo={"weapon": "none_seen", "approach": "hit_and_run"}), True),
        (MoFilter(mo={"weapon": "none_seen", "approach": "vehicle"}), False),
        *((MoFilter(mo={name: values[0]}), True) for name, values in MO_FIELDS.items()),
        *((MoFilter(mo={name: values[1]}), False) for name, values in MO_FIELDS.items()),
    ],
)
async def test_each_filter_leaves_out_the_rest(storage: Storage, wanted: MoFilter, is_found: bool) -> None:
    """A record is found by each of its fields, and by no other value."""
    async with storage.transaction() as uow:
        await uow.mo_register.put(RECORD, AlertId(1))
    assert is_found is bool(await _all(storage, wanted))


async def test_what_is_for_all_branches_is_found_for_each(storage: Storage) -> None:
    """A record for all branches concerns any; a branch whose name is part of another is not taken for it."""
    async with storage.transaction() as uow:
        await uow.mo_register.put(replace(RECORD, branches=frozenset()), AlertId(1))
        await uow.mo_register.put(replace(RECORD, branches=frozenset({Branch.DELIVERY_FOOD})), AlertId(2))
    assert [1] == [one.source_id for one in await _all(storage, MoFilter(branch=Branch.BAKERY))]
    assert [1, 2] == sorted(one.source_id or 0 for one in await _all(storage, MoFilter(branch=Branch.DELIVERY_FOOD)))


async def test_pages_follow_each_other_without_a_gap(storage: Storage) -> None:
    """Page by page each record comes once, newest day first, also where many have the same day."""
    async with storage.transaction() as uow:
        for number in range(23):
            await uow.mo_register.put(replace(RECORD, day=DAY - timedelta(days=number // 6)), AlertId(number))
    found: list[FiledRecord] = []
    async with storage.reading() as uow:
        while page := await uow.mo_register.page(
            MoFilter(), after=MoMark(found[-1].record.day, found[-1].id) if found else None, limit=5
        ):
            found += page
    assert set(range(23)) == {one.source_id for one in found}
    assert 23 == len(found)
    assert [one.record.day for one in found] == sorted((one.record.day for one in found), reverse=True)


async def test_the_method_outlives_the_words(
    storage: Storage, now: datetime, new_live_alert: NewAlert, query: Query
) -> None:
    """When a notice is emptied its record stays, and nothing leads from it to the notice; after five years it goes."""
    revision = await new_live_alert()
    async with storage.transaction() as uow:
        alert = await uow.alerts.get(revision.alert_id)
        await uow.alerts.save(replace(alert, state=AlertState.ENDED, ended_at=now))
        await uow.mo_register.put(RECORD, alert.id)
    await apply_retention(storage, Retention(), now + timedelta(days=364))
    assert [revision.alert_id] == [one.source_id for one in await _all(storage)]
    await apply_retention(storage, Retention(), now + timedelta(days=366))
    assert [(RECORD, None)] == [(one.record, one.source_id) for one in await _all(storage)]
    assert [(0,)] == query("SELECT count(*) FROM mo_sources")
    await apply_retention(storage, Retention(), now + timedelta(days=1826))
    assert [RECORD] == [one.record for one in await _all(storage)]
    await apply_retention(storage, Retention(), now + timedelta(days=1828))
    assert [] == await _all(storage)


async def test_ids_do_not_tell_the_order(storage: Storage, query: Query) -> None:
    """The ids of records do not count up with the notices of which they were made."""
    async with storage.transaction() as uow:
        for number in range(20):
            await uow.mo_register.put(RECORD, AlertId(number))
    in_order = [row[0] for row in query("SELECT record_id FROM mo_sources ORDER BY source_id")]
    assert in_order != sorted(in_order)
