"""Read the audit record: police see what was done in matters of their scope, administrators what was done about people.

Nobody sees both without both roles: the administrator has no case content (docs/domain.md §2).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from alerts.area import Place
from alerts.audit import PERSON, AuditEvent, AuditFilter, AuditRow
from alerts.errors import NotAllowed, NotFound, Rejected
from alerts.ids import (
    AlertId,
    CaseId,
    GrantRequestId,
    IncidentId,
    InviteId,
    KvoGroupId,
    MeetingId,
    MemberId,
    PatternId,
    PremisesId,
    ReportId,
    RoleId,
    RosterId,
    TaskId,
    TemplateId,
)
from alerts.invite import Invite
from alerts.ports import UnitOfWork
from alerts.refusal import ASKED_ABOUT
from alerts.region import touches
from alerts.role import Action, Actor, Function, Grant, Matter, Role, Scope, ScopeKind, may, parse_scope
from alerts.services.permission.locate_matter import alert_matter, group_matters, located, shop_matter
from alerts.services.scope.cover_scope import covers_scope

AT_ONCE = 50
REASON_LENGTH = 100  # characters of why the record is exported
WEEK = timedelta(days=7)

CASES = frozenset({"alert", "report", "incident", "aftercare", "task", "meeting", "pattern", "template"})
_PLACED = CASES | {"premises", "kvo_group", "roster"}

Where = list[Matter] | Scope | None


@dataclass(frozen=True, slots=True)
class Length:
    """How many rows a page shows at most, and how many are examined for it; the reader presses on for more."""

    shown: int
    looked_at: int


CHAT_PAGE, CONSOLE_PAGE, EXPORT = Length(10, 200), Length(50, 500), Length(2_000, 10_000)


class Part(StrEnum):
    """Parts of the record that a reader can choose."""

    ALL = "all"
    WEEK = "week"
    ALERTS = "alerts"
    REPORTS = "reports"
    SHOPS = "shops"
    PEOPLE = "people"
    REFUSED = "refused"


_ENTITIES = {
    Part.ALERTS: frozenset({"alert", "template"}),
    Part.REPORTS: frozenset({"report", "incident", "aftercare", "task", "meeting", "pattern"}),
    Part.SHOPS: frozenset({"premises", "kvo_group"}),
    Part.PEOPLE: frozenset({PERSON, "role", "roster", "invite", "data"}),
    Part.REFUSED: frozenset({"request"}),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """The selection of a reader: a part of the record, or everything about one alert, report or person (by number).
    `by`: only what somebody did who has this role or function now; `since` and `until`: only what was done between
    them."""

    part: Part = Part.ALL
    entity: str | None = None
    entity_id: int | None = None
    by: Role | Function | None = None
    since: datetime | None = None
    until: datetime | None = None

    def filter(self) -> AuditFilter:
        """Return the filter for the storage."""
        if self.entity == PERSON and self.entity_id is not None:
            return AuditFilter(person=MemberId(self.entity_id), since=self.since, until=self.until)
        if self.entity is not None:
            return AuditFilter(frozenset({self.entity}), self.entity_id, since=self.since, until=self.until)
        return AuditFilter(_ENTITIES.get(self.part), since=self.since, until=self.until)


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Rows, newest first; `before` is the number from which the next page goes on, None on the last page."""

    rows: list[AuditRow]
    before: int | None


def parts_of(actor: Actor, now: datetime) -> tuple[Part, ...]:
    """Return the parts that this person may choose from."""
    roles = {grant.role for grant in _readers(actor, now)}
    hidden = set()
    if Role.POLICE not in roles:
        hidden |= {Part.ALERTS, Part.REPORTS}
    if Role.ADMINISTRATOR not in roles:
        hidden |= {Part.PEOPLE}
    return tuple(part for part in Part if part not in hidden)


async def read_audit(
    uow: UnitOfWork,
    actor: Actor,
    wanted: Wanted,
    *,
    before: int | None = None,
    now: datetime,
    length: Length = CHAT_PAGE,
) -> AuditPage:
    """Return a page of the rows that this person may see, and record that they were read.

    Raises NotAllowed without the right, and NotFound when nothing about the one thing asked for is theirs to see:
    whether it exists is not told either.
    """
    grants = _readers(actor, now)
    if not grants:
        raise NotAllowed(Action.READ_AUDIT)
    told: dict[str, str | int] = {"part": wanted.part.value}
    if wanted.entity is not None:
        told |= {"about": wanted.entity, "id": wanted.entity_id or 0}
    page = await _Reader(uow, actor, grants, now).page(wanted, before, length)
    if wanted.entity is not None and before is None and not page.rows:
        raise NotFound
    await uow.audit.append(AuditEvent("audit.read", "audit", 0, actor.member.id, told), now)
    return page


async def export_audit(uow: UnitOfWork, actor: Actor, wanted: Wanted, *, reason: str, now: datetime) -> AuditPage:
    """Return the newest rows that this person may see, for a file, and record that and why. `reason` has passed the
    guard. Raises NotAllowed as `read_audit`."""
    grants = _readers(actor, now)
    if not grants:
        raise NotAllowed(Action.READ_AUDIT)
    page = await _Reader(uow, actor, grants, now).page(wanted, None, EXPORT)
    told: dict[str, str | int] = {"part": wanted.part.value, "rows": len(page.rows), "reason": reason}
    await uow.audit.append(AuditEvent("audit.exported", "audit", 0, actor.member.id, told), now)
    return page


async def wanted_by(uow: UnitOfWork, typed: str) -> Wanted:
    """Parse `2026-0001` (an alert), `M-2026-0001` (a report) or the number of a person. Raises NotFound."""
    number = typed.strip().upper()
    if number.isascii() and number.isdigit() and len(number) < 19:
        return Wanted(entity=PERSON, entity_id=int(number))
    if (report := await uow.reports.by_number(number)) is not None:
        return Wanted(entity="report", entity_id=report)
    if (alert := await uow.alerts.by_number(number)) is not None:
        return Wanted(entity="alert", entity_id=alert)
    raise NotFound


def _readers(actor: Actor, now: datetime) -> list[Grant]:
    return [one for one in actor.grants if may([one], Action.READ_AUDIT, None, now=now)]


class _Reader:
    """A reader with these grants; looks up the place of each thing once for a page."""

    def __init__(self, uow: UnitOfWork, actor: Actor, grants: list[Grant], now: datetime) -> None:
        self._uow = uow
        self._me = actor.member.id
        self._grants = grants
        self._now = now
        self._places: dict[tuple[str, int], Where] = {}
        self._held: dict[MemberId, set[Role | Function | None]] = {}

    async def page(self, wanted: Wanted, before: int | None, length: Length) -> AuditPage:
        shown: list[AuditRow] = []
        for _ in range(length.looked_at // AT_ONCE):
            rows = await self._uow.audit.latest(wanted.filter(), before=before, limit=AT_ONCE)
            for row in rows:
                if wanted.part is Part.WEEK and row.at < self._now - WEEK:
                    return AuditPage(shown, None)
                if len(shown) == length.shown:
                    return AuditPage(shown, before)
                before = row.sequence
                if await self._is_by(row, wanted.by) and await self._may_see(row):
                    shown.append(row)
            if len(rows) < AT_ONCE:
                return AuditPage(shown, None)
        return AuditPage(shown, before)

    async def _is_by(self, row: AuditRow, by: Role | Function | None) -> bool:
        """Whether somebody who has this role or function now did it; always when none is asked for."""
        if by is None:
            return True
        if row.actor_id is None:
            return False
        if row.actor_id not in self._held:
            grants = await self._uow.roles.of_member(row.actor_id)
            held = [one for one in grants if one.is_active(self._now)]
            self._held[row.actor_id] = {key for one in held for key in (one.role, one.function)}
        return by in self._held[row.actor_id]

    async def _may_see(self, row: AuditRow) -> bool:
        entity, entity_id = _about(row)
        where = await self._where(row, entity, entity_id)
        return any([await self._shows(grant, row, entity, where) for grant in self._grants])

    async def _shows(self, grant: Grant, row: AuditRow, entity: str, where: Where) -> bool:
        if grant.role is Role.ADMINISTRATOR:
            is_theirs = row.entity not in CASES
        else:
            is_theirs = entity in _PLACED or row.actor_id == self._me
        if not is_theirs or grant.scope.kind is ScopeKind.NATIONAL:
            return is_theirs
        match where:
            case list():
                is_able = may([grant], Action.READ_AUDIT, None, now=self._now)
                return is_able and any(grant.scope.covers(one) or touches(grant.scope, one) for one in where)
            case Scope():
                return await covers_scope(self._uow, grant.scope, where)
            case None:  # rows without a place: an erasure, a wrong secret, a command that was refused
                return row.actor_id == self._me

    async def _where(self, row: AuditRow, entity: str, entity_id: int) -> Where:
        if entity == PERSON:
            return _scope(row)
        if not entity_id:
            return None
        key = entity, entity_id
        if key not in self._places:
            try:
                self._places[key] = await self._look_up(entity, entity_id)
            except NotFound:  # removed since: in nobody's scope
                self._places[key] = []
        return self._places[key]

    async def _look_up(self, entity: str, entity_id: int) -> Where:
        uow = self._uow
        match entity:
            case "alert":
                matters = [alert_matter((await uow.alerts.get(AlertId(entity_id))).content)]
            case "template":
                matters = [alert_matter((await uow.templates.get(TemplateId(entity_id))).content)]
            case "report":
                matters = [Matter((await uow.reports.get(ReportId(entity_id))).place)]
            case "aftercare":
                case = await uow.cases.get(CaseId(entity_id))
                matters = [Matter((await uow.incidents.get(case.incident_id)).place)]
            case "incident":
                matters = [Matter((await uow.incidents.get(IncidentId(entity_id))).place)]
            case "task":
                told = await uow.incidents.get((await uow.tasks.get(TaskId(entity_id))).incident_id)
                matters = [Matter(told.place)]
            case "meeting":
                told = await uow.incidents.get((await uow.meetings.get(MeetingId(entity_id))).incident_id)
                matters = [Matter(told.place)]
            case "pattern":
                held = (await uow.patterns.get(PatternId(entity_id))).reports
                matters = [Matter((await uow.reports.get(one)).place) for one in held]
            case "premises":
                shop = await uow.premises.get(PremisesId(entity_id))
                matters = [await shop_matter(uow, shop.place, shop.branch)]
            case "kvo_group":
                matters = group_matters(await uow.kvo_groups.get(KvoGroupId(entity_id)))
            case "municipality":
                matters = [Matter(Place(str(entity_id)))]
            case "role":
                return (await uow.roles.get(RoleId(entity_id))).scope
            case "roster":
                return (await uow.rosters.get(RosterId(entity_id))).scope
            case "grant":
                return (await uow.grant_requests.get(GrantRequestId(entity_id))).scope
            case "invite":
                return await self._of_invite(await uow.invites.get(InviteId(entity_id)))
            case _:
                return None
        return [await located(uow, one) for one in matters]

    async def _of_invite(self, invite: Invite) -> Where:
        """Return the scope or places of what the invitation gives."""
        if invite.premises_id is not None:
            return await self._look_up("premises", invite.premises_id)
        if invite.deputy_of is not None:
            return await self._look_up("role", invite.deputy_of)
        return invite.scope


def _about(row: AuditRow) -> tuple[str, int]:
    """Return the thing that a row is about; for a refused request the thing that its button was about, if it had
    one."""
    if row.entity != "request":
        return row.entity, row.entity_id
    asked_about = ASKED_ABOUT.get(str((row.details or {}).get("request", "")))
    return (asked_about, row.entity_id) if asked_about and row.entity_id else (row.entity, 0)


def _scope(row: AuditRow) -> Scope | None:
    told = (row.details or {}).get("scope")
    try:
        return None if told is None else parse_scope(str(told))
    except Rejected:
        return None
