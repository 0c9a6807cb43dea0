"""Reports that look alike, each of a verified shop with an owner of its own, for tests of patterns."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from alerts.branch import Branch
from alerts.ids import MemberId, PatternId
from alerts.member import Language
from alerts.patterns import Rules
from alerts.point import Point, point_at
from alerts.ports import Storage, UnitOfWork
from alerts.premises import NewPremises, PointSource, Premises, Verification
from alerts.report import NewReport, Report, ReportContent, ReportKind, ReportStep, Signal
from alerts.services.pattern.find_patterns import find_patterns
from alerts.services.report.record_step import record_step

SCOUTED = ReportContent(
    place_words="Capelle aan den IJssel",
    signals=frozenset({Signal.PHOTOS, Signal.INTEREST_LAYOUT}),
    persons="2",
    vehicle="grijze bestelbus",
    clothing="zwarte jas",
)
CAPELLE = point_at(51.9290, 4.5780)
_refs = count(70_001)


async def new_shop(
    uow: UnitOfWork, now: datetime, *, pc4: str = "2903", point: Point = CAPELLE
) -> tuple[MemberId, Premises]:
    """Add a verified jeweller with an owner of its own."""
    owner = await uow.members.add(channel="telegram", ref=str(next(_refs)), language=Language.DUTCH, now=now)
    told = NewPremises(Branch.JEWELLER, pc4, f"{pc4}AB", point, PointSource.LOCATION, "De Parel", str(owner.id))
    shop = await uow.premises.add(told, now)
    await uow.premises.join(shop.id, owner.id, is_owner=True, now=now)
    return owner.id, await uow.premises.verify(shop.id, shop.version, Verification.VOUCH, None, now)


async def report_by(
    uow: UnitOfWork, owner: MemberId, shop: Premises, now: datetime, content: ReportContent = SCOUTED, **told: Any
) -> Report:
    """Store a report of this shop, with its first step."""
    new = NewReport(
        kind=ReportKind.RECONNAISSANCE,
        content=content,
        place=shop.place,
        member_id=owner,
        premises_id=shop.id,
        is_confirmed=True,
    )
    report = await uow.reports.add(replace(new, **told), await uow.reports.next_number(2026), now)
    await record_step(uow, report, ReportStep.RECEIVED, owner, now)
    return report


async def scouted(
    storage: Storage, now: datetime, *, metres: int = 0, pc4: str = "2903", point: Point = CAPELLE, **told: Any
) -> Report:
    """Store a report of a new shop, so many metres to the west of a point."""
    async with storage.transaction() as uow:
        owner, shop = await new_shop(uow, now, pc4=pc4, point=replace(point, y=point.y - metres))
        return await report_by(uow, owner, shop, now, **told)


async def three_scouted(storage: Storage, now: datetime, **told: Any) -> list[Report]:
    """Store three reports of three shops in four days, the last one now."""
    return [
        await scouted(storage, now - timedelta(days=days), metres=metres, **told)
        for days, metres in ((4, 0), (2, 900), (0, 1_500))
    ]


async def found_in(storage: Storage, now: datetime, **told: Any) -> PatternId:
    """Store three reports that look alike and search; return the pattern."""
    reports = await three_scouted(storage, now, **told)
    await find_patterns(storage, Rules(), now)
    async with storage.reading() as uow:
        [pattern] = await uow.patterns.holding([reports[0].id])
    return pattern.id


def elsewhere() -> dict[str, Any]:
    """Return what a report in Rotterdam has, outside the scope of Capelle."""
    return {"pc4": "3011", "point": point_at(51.9190, 4.4810)}
