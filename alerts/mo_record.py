"""MO record (MO-kaart): how offenders worked, in fields of closed lists, without persons and without words; and who may
read it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from alerts.alert import Alert, IncidentKind, RevisionKind
from alerts.area import Place
from alerts.branch import Branch
from alerts.ids import KvoGroupId, MoRecordId, MunicipalityId
from alerts.modus_operandi import MO_FIELDS
from alerts.report import Outcome, Report
from alerts.role import Action, Grant, Matter, may
from alerts.severity import Severity
from alerts.tally import Ground, local_time
from alerts.tlp import Route, Tlp
from alerts.tlp_rules import admits_role

# Kinds of which the police say, by letting a notice out, that it happened; a sighting is no incident.
INCIDENTS = frozenset(IncidentKind) - {
    *(IncidentKind.RECONNAISSANCE, IncidentKind.SUSPICIOUS_SITUATION),
    *(IncidentKind.OTHER, IncidentKind.PREVENTION),
}
_HAPPENED = (Outcome.HANDLED, Outcome.FORWARDED)


class MoSource(StrEnum):
    """What an MO record was made of: a notice that was sent, or the report of an incident without a notice."""

    NOTICE = "notice"
    INCIDENT = "incident"


@dataclass(frozen=True, slots=True)
class MoRecord:
    """A record of the register. `day` is when it happened (not known: when it was reported or sent), by local time.

    `branches`: for which the notice is, or of the shop (none: all, or not known). `tlp`: the label of the notice; None
    for an incident, which whoever may see reports reads. `is_for_group`: the notice went to the KVO group of its ground
    alone. `mo` has values of MO fields only, nothing typed.
    """

    source: MoSource
    day: date
    kind: IncidentKind
    tlp: Tlp | None
    branches: frozenset[Branch]
    ground: Ground
    is_for_group: bool = False
    mo: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FiledRecord:
    """A stored MO record. `source_id`: the notice or the report that it was made of, as long as that is kept whole."""

    id: MoRecordId
    record: MoRecord
    source_id: int | None


@dataclass(frozen=True, slots=True)
class MoFilter:
    """The records that are wanted: for a branch (those for all branches too), of these local days (both included), at
    one of these PC4s or in a municipality, and with these values of MO fields, where these are given."""

    branch: Branch | None = None
    first: date | None = None
    last: date | None = None
    pc4s: frozenset[str] | None = None
    municipality: MunicipalityId | None = None
    mo: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MoMark:
    """A position in the register, newest day first: what follows comes after the record of this day with this id."""

    day: date
    record: MoRecordId

    def __str__(self) -> str:
        return f"{self.day.toordinal()}.{self.record:x}"


def read_mark(text: str) -> MoMark | None:
    """Parse a position as it is written in addresses and buttons; None for anything else."""
    day, _, record = text.partition(".")
    number = read_number(record)
    if number is None or len(day) > len(str(date.max.toordinal())) or not (day.isascii() and day.isdigit()):
        return None
    return MoMark(date.fromordinal(int(day)), number) if 0 < int(day) <= date.max.toordinal() else None


def read_number(text: str) -> MoRecordId | None:
    """Parse the id of a record, in hexadecimal as it is written in addresses and buttons; None for anything else."""
    is_number = 0 < len(text) < 16 or (len(text) == 16 and text < "8")  # a signed number of 64 bits
    return MoRecordId(int(text, 16)) if is_number and all(sign in "0123456789abcdef" for sign in text) else None


@dataclass(frozen=True, slots=True)
class ReadingShop:
    """A verified shop of a reader: its branch with those that the reader added, and the KVO groups that hold it."""

    branches: frozenset[Branch]
    groups: frozenset[KvoGroupId]


@dataclass(frozen=True, slots=True)
class RegisterReader:
    """Who reads the register: the roles, and the verified shops."""

    grants: tuple[Grant, ...]
    shops: tuple[ReadingShop, ...]


def record_of_notice(alert: Alert, last: RevisionKind, ground: Ground, zone: ZoneInfo) -> MoRecord | None:
    """Return the record of a notice that was sent, whose newest text is of this kind; None for what is in no register:
    a drill, a tip, what was retracted, and a sighting that is no method or pattern (P3)."""
    content = alert.content
    is_wanted = content.severity is Severity.P3 or content.kind in INCIDENTS
    if alert.sent_at is None or content.is_drill or content.is_tip or last is RevisionKind.RETRACTION or not is_wanted:
        return None
    day, _ = local_time(content.occurred_at or alert.sent_at, zone)
    is_for_group = content.kvo_group_id is not None
    mo = known_values(content.mo)
    return MoRecord(MoSource.NOTICE, day, content.kind, content.tlp, content.branches, ground, is_for_group, mo)


def record_of_report(report: Report, branch: Branch | None, ground: Ground, zone: ZoneInfo) -> MoRecord | None:
    """Return the record of the report of a robbery in the wide sense at a shop of this branch (None: not known) that
    police dealt with, or passed on to others who do; None for any other. What became a notice has the record of that
    notice."""
    if not report.kind.is_robbery or report.is_open or report.outcome not in _HAPPENED:
        return None
    day, _ = local_time(report.occurred_at or report.created_at, zone)
    branches = frozenset() if branch is None else frozenset({branch})
    mo = known_values(report.content.mo)
    return MoRecord(MoSource.INCIDENT, day, report.kind.incident, None, branches, ground, mo=mo)


def known_values(mo: Mapping[str, str]) -> dict[str, str]:
    """Return the MO fields that have a value of their list; nothing typed gets through."""
    return {name: mo[name] for name, values in MO_FIELDS.items() if mo.get(name) in values}


def may_read(record: MoRecord, reader: RegisterReader, now: datetime) -> bool:
    """Whether the reader may see the record, as far as that can be told without asking what they received.

    An incident: whoever may see reports there. A notice: whoever may read notices there by a role that its label
    admits; and where the label admits a community (GREEN), verified shops and roles of its branches wherever they are.
    A notice to one KVO group is for the shops of that group.
    """
    if record.tlp is None:
        return may(reader.grants, Action.SEE_REPORTS, _matter(record), now=now)
    admitted = [one for one in reader.grants if admits_role(record.tlp, one.role)]
    if may(admitted, Action.READ_ALERTS, _matter(record), now=now):
        return True
    if not record.tlp.admits(Route.EXTRAS):
        return False
    return _is_of_branch(record, admitted, now) or any(_concerns(record, shop) for shop in reader.shops)


def _concerns(record: MoRecord, shop: ReadingShop) -> bool:
    if record.is_for_group:
        return record.ground.kvo_group_id in shop.groups
    return not record.branches or not record.branches.isdisjoint(shop.branches)


def _is_of_branch(record: MoRecord, admitted: Iterable[Grant], now: datetime) -> bool:
    """Whether one of these roles is for a branch to which the notice is addressed, among others or not."""
    of_branch = (one.scope.branch for one in admitted if one.is_active(now) and Action.READ_ALERTS in one.actions)
    return not record.is_for_group and any(one in record.branches for one in of_branch if one is not None)


def _matter(record: MoRecord) -> Matter:
    ground = record.ground
    municipalities = frozenset() if ground.municipality is None else frozenset({ground.municipality})
    groups = frozenset() if ground.kvo_group_id is None else frozenset({ground.kvo_group_id})
    branches = frozenset() if record.is_for_group else record.branches
    return Matter(Place(ground.pc4), municipalities, branches, groups)
