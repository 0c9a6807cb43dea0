"""Tests of stored effects: due once, settled once, and kept as they were counted; and of the tallies they come from."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from alerts.alert import IncidentKind, Revision
from alerts.branch import Branch
from alerts.effect import Counted, Effect, EffectRow
from alerts.errors import Conflict
from alerts.ids import AlertId, ReportId
from alerts.ports import Storage
from alerts.tally import HAPPENED, Ground, HourBand, PlacedTally, Tally, TallyOutcome, TallySubject

NewAlert = Callable[..., Awaitable[Revision]]
DAY = date(2026, 1, 14)
EFFECT = Effect(
    date(2026, 1, 15),
    date(2026, 2, 13),
    (EffectRow(Counted.REPORTED, None, 4, 31, 28), EffectRow(Counted.ROBBED, None, None, 3, None)),
)
TALLY = Tally(
    TallySubject.REPORT,
    DAY,
    HourBand.H16,
    IncidentKind.ROBBERY,
    TallyOutcome.HANDLED,
    frozenset({Branch.JEWELLER, Branch.OPTICIAN}),
    Ground("2903"),
)


async def test_what_is_due_is_settled_once(storage: Storage, now: datetime, new_live_alert: NewAlert) -> None:
    """A notice is due from its moment on, the longest due first, until it is settled; settling twice is refused."""
    first, second, third = [(await new_live_alert()).alert_id for _ in range(3)]
    async with storage.transaction() as uow:
        await uow.effects.expect(first, now + timedelta(days=2))
        await uow.effects.expect(second, now + timedelta(days=1))
        assert [] == list(await uow.effects.due(now, 9))
        due = now + timedelta(days=1)
        assert [second] == list(await uow.effects.due(due, 9))
        assert [second, first] == list(await uow.effects.due(now + timedelta(days=400), 9))
        assert [second] == list(await uow.effects.due(now + timedelta(days=400), 1))
        await uow.effects.settle(second, EFFECT, due)
        await uow.effects.settle(first, None, due)
        assert [] == list(await uow.effects.due(now + timedelta(days=400), 9))
        assert (EFFECT, None, None) == tuple([await uow.effects.of(one) for one in (second, first, third)])
        for settled in (second, third):
            with pytest.raises(Conflict):
                await uow.effects.settle(settled, None, due)
        assert EFFECT == await uow.effects.of(second)


async def test_a_notice_is_expected_once(storage: Storage, now: datetime, new_live_alert: NewAlert) -> None:
    """Expecting a notice twice is a clash."""
    alert = (await new_live_alert()).alert_id
    async with storage.transaction() as uow:
        await uow.effects.expect(alert, now)
    with pytest.raises(Conflict):
        async with storage.transaction() as uow:
            await uow.effects.expect(alert, now)


async def test_tallies_with_a_place(storage: Storage) -> None:
    """Those of reports of these kinds, outcomes and days that have a PC4 are read, the newest day first, up to a
    limit."""
    later = replace(TALLY, day=DAY + timedelta(days=1), kind=IncidentKind.ROBBERY_ATTEMPT, branches=frozenset())
    later = replace(later, outcome=TallyOutcome.FORWARDED)
    others = (
        replace(TALLY, subject=TallySubject.NOTICE, outcome=TallyOutcome.SENT),
        replace(TALLY, kind=IncidentKind.RECONNAISSANCE),
        replace(TALLY, outcome=TallyOutcome.DUPLICATE),
        replace(TALLY, outcome=TallyOutcome.UNFOUNDED),
        replace(TALLY, outcome=TallyOutcome.UNCONFIRMED),
        replace(TALLY, ground=Ground()),
        replace(TALLY, day=DAY - timedelta(days=1)),
        replace(TALLY, day=DAY + timedelta(days=2)),
    )
    async with storage.transaction() as uow:
        for number, tally in enumerate((TALLY, later, *others), 1):
            of = AlertId(number) if tally.subject is TallySubject.NOTICE else ReportId(number)
            await uow.tallies.put(tally, of)
        kinds, days = (IncidentKind.ROBBERY, IncidentKind.ROBBERY_ATTEMPT), (DAY, DAY + timedelta(days=1))
        expected = [PlacedTally(one.kind, one.day, "2903", one.branches) for one in (later, TALLY)]
        assert expected == list(await uow.tallies.placed(kinds, HAPPENED, *days))
        assert expected[:1] == list(await uow.tallies.placed(kinds, HAPPENED, *days, limit=1))
        assert 3 == len(await uow.tallies.placed(kinds, HAPPENED, date.min, days[1]))
