"""Tests that two who join reports at once make no circle, on both databases."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

from alerts.area import Place
from alerts.errors import Conflict, IllegalTransition
from alerts.ids import ReportId
from alerts.member import Member
from alerts.point import Point
from alerts.ports import Storage
from alerts.report import NewReport, Outcome, Report, ReportContent, ReportKind, ReportState
from alerts.role import Actor, Role, parse_scope
from alerts.services.report.close_report import close_report
from alerts.services.report.join_report import join_report

NewMember = Callable[..., Awaitable[Member]]


async def _world(storage: Storage, new_member: NewMember, now: datetime) -> tuple[list[Actor], list[Report]]:
    """Return two police officers of the country and three reports of somebody else."""
    reporter, *officers = [await new_member() for _ in range(3)]
    async with storage.transaction() as uow:
        for one in officers:
            national = parse_scope("national")
            await uow.roles.grant(member=one.id, role=Role.POLICE, scope=national, label=None, granted_by=None, now=now)
        actors = [Actor(one, tuple(await uow.roles.of_member(one.id))) for one in officers]
        place = Place("2903", None, Point(1, 2, 3))
        new = NewReport(ReportKind.ROBBERY, ReportContent(), place, reporter.id, None, is_confirmed=True)
        made = [await uow.reports.add(new, f"M-2026-000{number}", now) for number in (1, 2, 3)]
    return actors, made


async def test_two_who_join_crosswise_make_no_circle(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """Both press at once, each the other way round: one joins, the other is refused."""
    (agent, colleague), (one, two, _) = await _world(storage, new_member, now)

    async def join(actor: Actor, report: ReportId, main: ReportId) -> None:
        async with storage.transaction() as uow:
            await join_report(uow, actor, report, main, version=1, now=now)

    done = await asyncio.gather(join(agent, one.id, two.id), join(colleague, two.id, one.id), return_exceptions=True)
    assert 1 == len([each for each in done if isinstance(each, IllegalTransition | Conflict)])
    async with storage.reading() as uow:
        found = [await uow.reports.get(each.id) for each in (one, two)]
    assert 1 == len([each for each in found if each.state is ReportState.DUPLICATE])


async def test_a_chain_is_shortened_and_ends_together(storage: Storage, now: datetime, new_member: NewMember) -> None:
    """A report with a duplicate takes it along when it is joined itself, and all end with the last."""
    (agent, _), (one, two, three) = await _world(storage, new_member, now)
    async with storage.transaction() as uow:
        await join_report(uow, agent, two.id, one.id, version=1, now=now)
        await join_report(uow, agent, one.id, three.id, version=1, now=now)
        assert [three.id] * 2 == [(await uow.reports.get(each.id)).main_id for each in (one, two)]
        await close_report(uow, agent, three.id, Outcome.HANDLED, version=1, now=now)
        ended = [await uow.reports.get(each.id) for each in (one, two)]
    assert [(ReportState.CLOSED, Outcome.DUPLICATE)] * 2 == [(each.state, each.outcome) for each in ended]
