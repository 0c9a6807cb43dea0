"""A small town for tests of the simulated city: shops at given places, and reports about them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from alerts.branch import Branch
from alerts.ids import ReportId
from alerts.report import Report, ReportContent, ReportKind, ReportState
from bench.city.assumptions import Assumptions
from bench.city.region import Region, Shop
from bench.city.shops import Told

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SMALL = Assumptions(side_km=6, shops=240, shopping_areas=8, robberies=40, harmless=0.1)


class Town(Region):
    """A region of these shops."""

    def __init__(self, shops: Sequence[Shop]) -> None:
        self.shops = list(shops)


def shop(number: int, branch: Branch = Branch.JEWELLER, *, east: float = 0, area: int = 0) -> Shop:
    """Return a shop so many metres east of the south-west corner."""
    return Shop(number, branch, east, 0, area)


def told(
    at_shop: Shop,
    *,
    kind: ReportKind = ReportKind.RECONNAISSANCE,
    crew: int | None = 1,
    after: timedelta = timedelta(0),
    number: int | None = None,
) -> Told:
    """Return a report by a shop, so long after noon."""
    report = Report(
        id=ReportId(at_shop.number if number is None else number),
        number="M-1",
        kind=kind,
        state=ReportState.RECEIVED,
        content=ReportContent(),
        place=at_shop.place,
        member_id=at_shop.owner,
        premises_id=at_shop.premises,
        is_confirmed=True,
        occurred_at=NOON + after,
        created_at=NOON + after,
        version=1,
    )
    return Told(report, at_shop, crew)
