"""Tests of MO records: what is filed, without a word of what was typed, and who may read which record."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from alerts.alert import Alert, AlertContent, AlertState, IncidentKind, RevisionKind
from alerts.area import Place
from alerts.branch import Branch
from alerts.ids import AlertId, KvoGroupId, MemberId, MoRecordId, MunicipalityId, ReportId, RoleId
from alerts.mo_record import (
    MoMark,
    MoRecord,
    MoSource,
    ReadingShop,
    RegisterReader,
    may_read,
    read_mark,
    read_number,
    record_of_notice,
    record_of_report,
)
from alerts.report import Outcome, Report, ReportContent, ReportKind, ReportState
from alerts.role import Grant, Role, parse_scope
from alerts.severity import Severity
from alerts.tally import NETHERLANDS, Ground
from alerts.tlp import Tlp

NOW = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)  # 1 July there
GROUND = Ground("2903", MunicipalityId("0502"), KvoGroupId(3))
GOLD = frozenset({Branch.JEWELLER, Branch.OPTICIAN})
SAID = AlertContent(
    kind=IncidentKind.RECONNAISSANCE,
    what="Twee mannen vragen naar dure horloges.",
    place=Place("2903"),
    place_words="Capelle",
    reach_m=5_000,
    branches=GOLD,
    severity=Severity.P3,
    tlp=Tlp.GREEN,
    until=NOW + timedelta(days=14),
    mo={"approach": "as_customer", "weapon": "een bijl", "language_notes": "sprak Frans"},
)
REPORT = Report(
    id=ReportId(1),
    number="M-2026-0001",
    kind=ReportKind.ROBBERY,
    state=ReportState.CLOSED,
    content=ReportContent(persons="2", weapon="knife", vehicle="een rode bus", what="Ze riepen iets."),
    place=Place("2903", "2903AB"),
    member_id=MemberId(1),
    premises_id=None,
    is_confirmed=True,
    occurred_at=None,
    created_at=NOW,
    version=2,
    closed_at=NOW,
    outcome=Outcome.HANDLED,
)


def _alert(**changes: object) -> Alert:
    said = replace(SAID, **changes)  # type: ignore[arg-type]  # fields of the content
    return Alert(AlertId(1), "2026-0001", AlertState.LIVE, said, MemberId(1), 2, NOW, sent_at=NOW)


def _filed(alert: Alert, last: RevisionKind = RevisionKind.FIRST) -> MoRecord | None:
    return record_of_notice(alert, last, GROUND, NETHERLANDS)


def test_a_notice_leaves_its_method_and_nothing_typed() -> None:
    """The record of a notice has the local day and the values of the lists; what was typed is not in it."""
    expected = MoRecord(
        source=MoSource.NOTICE,
        day=date(2026, 7, 1),
        kind=IncidentKind.RECONNAISSANCE,
        tlp=Tlp.GREEN,
        branches=GOLD,
        ground=GROUND,
        mo={"approach": "as_customer"},
    )
    assert expected == _filed(_alert())
    told = _filed(_alert(kvo_group_id=KvoGroupId(3), occurred_at=NOW - timedelta(days=9)))
    assert told is not None
    assert (True, date(2026, 6, 22)) == (told.is_for_group, told.day)


@pytest.mark.parametrize(
    ("changes", "last", "is_filed"),
    [
        ({"severity": Severity.P2, "kind": IncidentKind.ROBBERY}, RevisionKind.FIRST, True),
        ({"severity": Severity.P2, "kind": IncidentKind.ATM_BLAST}, RevisionKind.ALL_CLEAR, True),
        ({}, RevisionKind.CORRECTION, True),
        ({}, RevisionKind.RETRACTION, False),
        ({"is_drill": True}, RevisionKind.FIRST, False),
        ({"severity": Severity.P2}, RevisionKind.FIRST, False),  # a sighting, and no pattern
        ({"severity": Severity.P4, "kind": IncidentKind.OTHER}, RevisionKind.FIRST, False),
        ({"severity": Severity.P3, "kind": IncidentKind.PREVENTION}, RevisionKind.FIRST, False),
    ],
)
def test_which_notices_are_filed(changes: dict[str, object], last: RevisionKind, is_filed: bool) -> None:
    """Patterns and incidents are filed; drills, tips, single sightings and what was retracted are not."""
    assert is_filed is (_filed(_alert(**changes), last) is not None)


def test_a_draft_is_not_filed() -> None:
    """Only what was sent is in the register."""
    assert None is _filed(replace(_alert(), sent_at=None))


def test_an_incident_that_became_no_notice_is_filed() -> None:
    """The report of a robbery that police dealt with has a record without a label; of other reports there is none."""
    told = record_of_report(REPORT, Branch.JEWELLER, GROUND, NETHERLANDS)
    assert told is not None
    assert (MoSource.INCIDENT, None) == (told.source, told.tlp)
    assert frozenset({Branch.JEWELLER}) == told.branches
    assert {"offender_count": "2", "weapon": "knife"} == told.mo
    assert None is not record_of_report(replace(REPORT, outcome=Outcome.FORWARDED), None, GROUND, NETHERLANDS)
    for other in (
        replace(REPORT, kind=ReportKind.RECONNAISSANCE),
        replace(REPORT, outcome=Outcome.ESCALATED),  # its notice is filed
        replace(REPORT, outcome=Outcome.UNFOUNDED),
        replace(REPORT, state=ReportState.TRIAGE),
    ):
        assert None is record_of_report(other, Branch.JEWELLER, GROUND, NETHERLANDS)


def _grant(role: Role, scope: str) -> Grant:
    return Grant(RoleId(1), MemberId(9), role, parse_scope(scope), None, NOW - timedelta(days=1))


def _by_role(role: Role, scope: str) -> RegisterReader:
    return RegisterReader((_grant(role, scope),), ())


def _by_shop(branch: Branch, *groups: int) -> RegisterReader:
    return RegisterReader((), (ReadingShop(frozenset({branch}), frozenset(map(KvoGroupId, groups))),))


NOTICE = MoRecord(MoSource.NOTICE, date(2026, 7, 1), IncidentKind.RECONNAISSANCE, Tlp.GREEN, GOLD, GROUND)
AMBER = replace(NOTICE, tlp=Tlp.AMBER)
STRICT, RED = replace(NOTICE, tlp=Tlp.AMBER_STRICT), replace(NOTICE, tlp=Tlp.RED)
ALONE = replace(AMBER, branches=frozenset({Branch.JEWELLER}))
OF_GROUP = replace(NOTICE, is_for_group=True)
INCIDENT = MoRecord(MoSource.INCIDENT, date(2026, 7, 1), IncidentKind.ROBBERY, None, GOLD, GROUND)
POLICE, POLICE_ELSEWHERE = _by_role(Role.POLICE, "2900-2999"), _by_role(Role.POLICE, "3000-3099")
MARSHAL = _by_role(Role.CITY_MARSHAL, "municipality:0502 Capelle")
MANAGER, OTHER_MANAGER = _by_role(Role.KVO_MANAGER, "kvo_group:3"), _by_role(Role.KVO_MANAGER, "kvo_group:4")
ASSOCIATION, OF_BAKERS = (
    _by_role(Role.TRADE_ASSOCIATION, "branch:jeweller"),
    _by_role(Role.TRADE_ASSOCIATION, "branch:bakery"),
)
PROSECUTION, ADMINISTRATOR = _by_role(Role.PROSECUTION, "2903"), _by_role(Role.ADMINISTRATOR, "national")
JEWELLER, BAKER = _by_shop(Branch.JEWELLER), _by_shop(Branch.BAKERY)
IN_GROUP = _by_shop(Branch.BAKERY, 3)
NOBODY = RegisterReader((), ())
READERS = {
    "police": POLICE,
    "police elsewhere": POLICE_ELSEWHERE,
    "marshal": MARSHAL,
    "manager": MANAGER,
    "other manager": OTHER_MANAGER,
    "association": ASSOCIATION,
    "of bakers": OF_BAKERS,
    "prosecution": PROSECUTION,
    "administrator": ADMINISTRATOR,
    "jeweller": JEWELLER,
    "baker": BAKER,
    "in group": IN_GROUP,
    "nobody": NOBODY,
}


@pytest.mark.parametrize(
    ("record", "who"),
    [
        (NOTICE, "police, marshal, manager, association, prosecution, jeweller"),
        (AMBER, "police, marshal, manager, prosecution"),
        (ALONE, "police, marshal, manager, association, prosecution"),
        (STRICT, "police, marshal, prosecution"),
        (RED, "police"),
        (OF_GROUP, "police, marshal, manager, prosecution, in group"),
        (replace(NOTICE, branches=frozenset()), "police, marshal, manager, prosecution, jeweller, baker, in group"),
        (INCIDENT, "police, marshal"),
    ],
)
def test_who_reads_which_record(record: MoRecord, who: str) -> None:
    """The label decides, and the scope of the role; GREEN is read by shops and associations of its branches anywhere,
    and what went to one group by the shops of that group."""
    assert set(who.split(", ")) == {name for name, reader in READERS.items() if may_read(record, reader, NOW)}


def test_a_role_that_ended_reads_nothing() -> None:
    """Rights end with their role."""
    ended = replace(_grant(Role.POLICE, "national"), ends_at=NOW)
    assert not any(may_read(one, RegisterReader((ended,), ()), NOW) for one in (NOTICE, AMBER, RED, INCIDENT))


def test_a_position_is_read_as_it_is_written() -> None:
    """A position and a number come back from an address or a button; what is none is refused."""
    mark = MoMark(date(2026, 7, 1), MoRecordId(2**62 - 1))
    assert mark == read_mark(str(mark))
    assert MoRecordId(2**62 - 1) == read_number(f"{2**62 - 1:x}")
    for wrong in ("", ".", "1", "x.1", "0.1", "9999999.1", "99999999999.1", "1.", "1.g", "1.-1", "²³.1", "1.1.1"):
        assert None is read_mark(wrong), wrong
    for wrong in ("", "8" + "0" * 15, "f" * 16, "1" * 17, "A", " 1", "+1", "²"):
        assert None is read_number(wrong), wrong
