"""Tests of stored feedback: who is due, what an erasure and retention leave, and the tally that stays."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from alerts.area import Place
from alerts.errors import Conflict
from alerts.feedback import Feedback, FeedbackReason
from alerts.ids import MemberId, ReportId
from alerts.member import Member
from alerts.ports import Storage
from alerts.report import NewReport, Outcome, Report, ReportContent, ReportKind, ReportState
from alerts.retention import Retention
from alerts.services.privacy.apply_retention import apply_retention
from alerts.tally import TallySubject
from tests.storage.alerts.test_tallies import TALLY

NewMember = Callable[..., Awaitable[Member]]
Ended = Callable[..., Awaitable[Report]]
Query = Callable[[str], list[Any]]


@pytest.fixture
async def ended(storage: Storage, now: datetime, new_member: NewMember) -> Ended:
    """Store a report of a new member that ended so many days ago, with this outcome."""

    async def store(days: float, outcome: Outcome | None = Outcome.HANDLED, *, is_open: bool = False) -> Report:
        member = await new_member()
        told = NewReport(ReportKind.ROBBERY, ReportContent(), Place("2903"), member.id, None, is_confirmed=False)
        async with storage.transaction() as uow:
            report = await uow.reports.add(told, await uow.reports.next_number(2026), now - timedelta(days=30))
            if is_open:
                return report
            at = now - timedelta(days=days)
            return await uow.reports.save(replace(report, state=ReportState.CLOSED, closed_at=at, outcome=outcome))

    return store


async def test_who_was_not_asked_is_due_the_longest_ago_first(storage: Storage, now: datetime, ended: Ended) -> None:
    """Open reports, taken back ones, those without an outcome, of erased people, later ones and those that were asked
    about are not due."""
    later, first, asked = await ended(13), await ended(20), await ended(18)
    second = await ended(14)
    await ended(20, Outcome.WITHDRAWN)
    await ended(20, None)
    await ended(20, is_open=True)
    erased = await ended(20)
    assert erased.member_id is not None
    async with storage.transaction() as uow:
        await uow.personal.erase(erased.member_id, now)
        await uow.feedbacks.add(Feedback(asked.id, _member(asked), now))
        until = now - timedelta(days=14)
        assert [first.id, second.id] == [one.id for one in await uow.feedbacks.unasked(until, 9)]
        assert [first] == list(await uow.feedbacks.unasked(until, 1))
        assert [first.id, second.id, later.id] == [one.id for one in await uow.feedbacks.unasked(now, 9)]


async def test_what_was_answered_is_stored_and_nobody_is_asked_twice(
    storage: Storage, now: datetime, ended: Ended
) -> None:
    """Each field comes back; a second question about the same report is refused."""
    report = await ended(20)
    asked = Feedback(report.id, _member(report), now)
    async with storage.transaction() as uow:
        assert None is await uow.feedbacks.get(report.id)
        await uow.feedbacks.add(asked)
        assert asked == await uow.feedbacks.get(report.id)
        told = replace(
            asked, is_satisfied=False, reason=FeedbackReason.OTHER, answered_at=now, reopened_at=now + timedelta(days=1)
        )
        await uow.feedbacks.save(told)
        assert told == await uow.feedbacks.get(report.id)
    with pytest.raises(Conflict):
        async with storage.transaction() as uow:
            await uow.feedbacks.add(asked)


async def test_an_erasure_and_retention_take_the_answer_and_leave_the_count(
    storage: Storage, now: datetime, ended: Ended, query: Query
) -> None:
    """The answer stands in the export; it goes with the person, or with the content of the report, and what was counted
    stays."""
    erased, kept = await ended(20), await ended(20)
    async with storage.transaction() as uow:
        for report in (erased, kept):
            await uow.feedbacks.add(Feedback(report.id, _member(report), now, is_satisfied=True, answered_at=now))
            await uow.tallies.put(TALLY, report.id)
            await uow.tallies.mark_satisfied(report.id, is_satisfied=True)
        assert "feedback" in str(await uow.personal.export_of(_member(erased)))
        await uow.personal.erase(_member(erased), now)
        assert None is await uow.feedbacks.get(erased.id)
        assert None is not await uow.feedbacks.get(kept.id)
    await apply_retention(storage, Retention(), now + Retention().reports)
    assert [(0,)] == query("SELECT count(*) FROM report_feedback")
    async with storage.reading() as uow:
        [counted] = await uow.tallies.counts(TallySubject.REPORT, TALLY.day, TALLY.day)
    assert (2, True) == (counted.count, counted.is_satisfied)


async def test_mending_a_tally_keeps_whether_the_reporter_was_helped_well(storage: Storage, ended: Ended) -> None:
    """A tally that is mended keeps its answer; where none is known marking does nothing."""
    report = await ended(20)
    async with storage.transaction() as uow:
        await uow.tallies.put(TALLY, report.id)
        await uow.tallies.mark_satisfied(report.id, is_satisfied=False)
        await uow.tallies.mark_satisfied(ReportId(report.id + 1), is_satisfied=True)
        await uow.tallies.mend(replace(TALLY, persons="3"), report.id)
        await uow.tallies.put(TALLY, report.id)
        [counted] = await uow.tallies.counts(TallySubject.REPORT, TALLY.day, TALLY.day)
    assert (1, False) == (counted.count, counted.is_satisfied)


def _member(report: Report) -> MemberId:
    assert report.member_id is not None
    return report.member_id
