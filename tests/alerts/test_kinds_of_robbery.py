"""Tests of the kinds of report that are robberies in the wide sense: each list treats them as such."""

import pytest

from alerts.area import Place
from alerts.duplicates import BOUNDS
from alerts.figures import KINDS
from alerts.ids import MemberId, PremisesId, ReportId
from alerts.modus_operandi import NO_LOOT
from alerts.report import Outcome, Report, ReportContent, ReportKind, ReportState, kind_by_loot
from alerts.report_clock import Urgency, urgency_of
from console.pages.map.lines import SHAPES
from tests.bot.town import BEGIN
from texts.outcomes import standard_id

OTHERS = (ReportKind.STREET_ROBBERY, ReportKind.ROBBERY_DELIVERY, ReportKind.RAM_RAID, ReportKind.ATM_BLAST)


@pytest.mark.parametrize("kind", OTHERS)
def test_such_a_report_is_as_urgent_as_a_robbery_and_has_a_victim(kind: ReportKind) -> None:
    """It comes first in lists, its clock is that of a robbery, and its reporter reads where a victim finds support."""
    report = Report(
        id=ReportId(1),
        number="M-2026-0001",
        kind=kind,
        state=ReportState.RECEIVED,
        content=ReportContent(),
        place=Place("2903"),
        member_id=MemberId(1),
        premises_id=PremisesId(1),
        is_confirmed=True,
        occurred_at=None,
        created_at=BEGIN,
        version=1,
    )
    assert (0, True) == (report.urgency, report.has_victim)
    assert Urgency.ROBBERY is urgency_of(kind, None, BEGIN)
    assert BOUNDS[ReportKind.ROBBERY] == BOUNDS[kind]


@pytest.mark.parametrize("kind", OTHERS)
def test_what_was_taken_does_not_change_the_kind(kind: ReportKind) -> None:
    """A ram raid at which nothing was taken stays one: only a robbery and an attempt are told apart by the loot."""
    assert kind is kind_by_loot(kind, NO_LOOT)
    assert kind is kind_by_loot(kind, "cash")


def test_every_kind_stands_in_every_list() -> None:
    """Figures, the map and duplicates know each kind, and a victim of any reads the words for a robbery."""
    assert set(ReportKind) == set(SHAPES) == set(BOUNDS)
    assert {kind.incident for kind in ReportKind} == set(KINDS)
    assert {"outcome-text-unfounded-robbery"} == {standard_id(Outcome.UNFOUNDED, kind) for kind in OTHERS}
