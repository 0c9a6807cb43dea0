"""A world with two places: one in the scope of somebody with each role, and one outside of it."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from uuid import uuid4

from alerts.alert import Alert, AlertContent, AlertState, Decision, IncidentKind
from alerts.area import Place
from alerts.branch import Branch
from alerts.ids import AlertId, IncidentId, KvoGroupId, MemberId, PatternId, ReportId, RoleId
from alerts.incident import Incident
from alerts.kvo_group import NewKvoGroup
from alerts.meeting import Guest, Meeting, MeetingKind, NewMeeting
from alerts.member import Language
from alerts.point import point_at
from alerts.ports import UnitOfWork
from alerts.premises import NewPremises, PointSource, Premises, Verification
from alerts.report import NewReport, Report, ReportContent, ReportKind
from alerts.role import Role, parse_scope
from alerts.services.alert.compose_alert import compose_alert
from alerts.services.alert.decide_alert import decide_alert
from alerts.services.alert.submit_alert import submit_alert
from alerts.services.report.open_incident import open_incident
from alerts.services.report.submit_report import submit_report
from alerts.severity import Severity
from alerts.task import NewTask, Task
from alerts.tlp import Tlp
from tests.bot.town import ZONE, Person, Town
from tests.looking_alike import found_in
from tests.roles_table import LETTERS

HERE, ELSEWHERE = "here", "elsewhere"
PC4 = {HERE: "2903", ELSEWHERE: "3011"}
BRANCH = {HERE: Branch.JEWELLER, ELSEWHERE: Branch.OPTICIAN}
GROUP_NAME = {HERE: "Hoekplein", ELSEWHERE: "De Lijnbaan"}
SCOPES = {
    Role.KVO_MANAGER: "kvo_group:1",
    Role.TRADE_ASSOCIATION: "branch:jeweller",
    Role.CITY_MARSHAL: "municipality:Capelle aan den IJssel",
    Role.ADMINISTRATOR: "municipality:Capelle aan den IJssel",
    Role.PROSECUTION: "2903-2904",
}


@dataclass
class RoleWorld:
    """The people by their letter, two police officers of the whole country, and a shop of somebody else in each
    place."""

    town: Town
    people: dict[str, Person] = field(default_factory=dict)
    members: dict[str, MemberId] = field(default_factory=dict)
    groups: dict[str, KvoGroupId] = field(default_factory=dict)
    shops: dict[str, Premises] = field(default_factory=dict)
    alerts: dict[tuple[AlertState, str, bool], AlertId] = field(default_factory=dict)
    reports: dict[tuple[str, str], ReportId] = field(default_factory=dict)
    patterns: dict[str, PatternId] = field(default_factory=dict)
    incidents: dict[str, IncidentId] = field(default_factory=dict)
    numbers: int = 0

    def next_number(self) -> int:
        self.numbers += 1
        return self.numbers

    async def person(self, uow: UnitOfWork, name: str) -> Person:
        """Return a new person, known by this name."""
        person = self.town.person(1_000 + self.next_number())
        member = await uow.members.add(
            channel="telegram", ref=str(person.id), language=Language.DUTCH, now=self.town.clock.now()
        )
        self.people[name], self.members[name] = person, member.id
        return person

    async def grant(self, uow: UnitOfWork, name: str, role: Role, scope: str) -> RoleId:
        """Give a role from now on."""
        grant = await uow.roles.grant(
            member=self.members[name],
            role=role,
            scope=parse_scope(scope),
            label=None,
            granted_by=None,
            now=self.town.clock.now(),
        )
        return grant.id

    async def shop(self, uow: UnitOfWork, name: str, where: str, *, is_verified: bool = True, called: str) -> Premises:
        """Return a shop of this person in that place."""
        now, pc4 = self.town.clock.now(), PC4[where]
        row = await uow.postcodes.get(pc4)
        assert row is not None
        told = NewPremises(
            branch=BRANCH[where],
            pc4=pc4,
            pc6=f"{pc4}AB",
            point=row.point,
            point_source=PointSource.PC4,
            name=called,
            house_number=str(self.next_number()),
        )
        premises = await uow.premises.add(told, now)
        await uow.premises.join(premises.id, self.members[name], is_owner=True, now=now)
        if is_verified:
            premises = await uow.premises.verify(premises.id, premises.version, Verification.VOUCH, None, now)
        return premises

    async def content(self, uow: UnitOfWork, where: str, *, for_group: bool) -> AlertContent:
        """Return the content of an alert about a robbery there: for its branch, or for its group."""
        row = await uow.postcodes.get(PC4[where])
        assert row is not None
        said = AlertContent(
            kind=IncidentKind.ROBBERY,
            what="Twee personen met helmen vluchtten op een scooter.",
            place=Place(row.pc4, None, row.point),
            place_words=row.place,
            reach_m=1_000,
            branches=frozenset({BRANCH[where]}),
            severity=Severity.P2,
            tlp=Tlp.AMBER,
            until=self.town.clock.now() + timedelta(hours=72),
        )
        return replace(said, branches=frozenset(), kvo_group_id=self.groups[where]) if for_group else said

    async def pending(self, where: str, *, for_group: bool = False) -> Alert:
        """Return an alert of one national police officer that waits for approval; the same one until it is decided."""
        return await self._standing(AlertState.PENDING, where, for_group=for_group)

    async def live(self, where: str, *, for_group: bool = False) -> Alert:
        """Return an alert that the other officer approved, delivered; the same one as long as it is live."""
        return await self._standing(AlertState.LIVE, where, for_group=for_group)

    async def _standing(self, state: AlertState, where: str, *, for_group: bool) -> Alert:
        key = (state, where, for_group)
        if key in self.alerts:
            async with self.town.storage.reading() as uow:
                known = await uow.alerts.get(self.alerts[key])
            if known.state is state:
                return known
        new = await self._pending(where, for_group=for_group)
        new = await self._approved(new) if state is AlertState.LIVE else new
        self.alerts[key] = new.id
        return new

    async def _pending(self, where: str, *, for_group: bool) -> Alert:
        now = self.town.clock.now()
        async with self.town.storage.transaction() as uow:
            author = self.members["author"]
            draft = await compose_alert(
                uow, author, await self.content(uow, where, for_group=for_group), now, zone=ZONE
            )
            return (await submit_alert(uow, draft.id, draft.version, author, now)).alert

    async def _approved(self, alert: Alert) -> Alert:
        now = self.town.clock.now()
        async with self.town.storage.transaction() as uow:
            decided = await decide_alert(
                uow, alert.id, alert.version, self.members["colleague"], Decision.APPROVED, now
            )
        await self.town.deliver()
        return decided.alert

    async def report(self, name: str, where: str) -> Report:
        """Return this person's report about that place, made once."""
        if (name, where) in self.reports:
            async with self.town.storage.reading() as uow:
                return await uow.reports.get(self.reports[name, where])
        now = self.town.clock.now()
        async with self.town.storage.transaction() as uow:
            new = NewReport(
                kind=ReportKind.RECONNAISSANCE,
                content=ReportContent(what="Iemand filmde de vitrine."),
                place=Place(PC4[where], f"{PC4[where]}AB", None),
                member_id=self.members[name],
                premises_id=None,
                is_confirmed=True,
            )
            report = await submit_report(uow, new, now, zone=ZONE)
        await self.town.deliver()
        self.reports[name, where] = report.id
        return report

    async def incident(self, where: str, *, is_new: bool = False) -> Incident:
        """Return the incident of a robbery that somebody else reported there; a new one, or the same as before."""
        if is_new or where not in self.incidents:
            now = self.town.clock.now()
            async with self.town.storage.transaction() as uow:
                row = await uow.postcodes.get(PC4[where])
                assert row is not None
                place = Place(PC4[where], f"{PC4[where]}AB", row.point)
                reporter = self.members["author"]
                told = NewReport(ReportKind.ROBBERY, ReportContent(), place, reporter, None, is_confirmed=True)
                report = await uow.reports.add(told, await uow.reports.next_number(now.year), now)
                report = await open_incident(uow, report, now, zone=ZONE)
            assert report.incident_id is not None
            self.incidents[where] = report.incident_id
        async with self.town.storage.reading() as uow:
            return await uow.incidents.get(self.incidents[where])

    async def task(self, where: str, owner: str) -> Task:
        """Return a new task of this person about the incident there, whether or not they may have it."""
        incident, number = await self.incident(where), self.next_number()
        due = self.town.clock.now().date() + timedelta(days=7)
        told = NewTask(incident.id, f"Kijk vitrine {number} na", self.members[owner], due)
        async with self.town.storage.transaction() as uow:
            return await uow.tasks.add(told, self.members["author"], self.town.clock.now())

    async def meeting(self, where: str, guest: str) -> Meeting:
        """Return a new meeting about the incident there, to which this person is invited."""
        incident, now = await self.incident(where), self.town.clock.now()
        told = NewMeeting(incident.id, MeetingKind.SCAN, now + timedelta(days=2), "bij de vitrine")
        async with self.town.storage.transaction() as uow:
            meeting = await uow.meetings.add(told, str(uuid4()), self.members["author"], now)
            await uow.meetings.invite([Guest(meeting.id, self.members[guest])])
        return meeting

    async def pattern(self, where: str) -> PatternId:
        """Return a pattern of three reports there, found once."""
        if where not in self.patterns:
            point = point_at(51.9290, 4.5780) if where == HERE else point_at(51.9190, 4.4810)
            self.patterns[where] = await found_in(self.town.storage, self.town.clock.now(), pc4=PC4[where], point=point)
            await self.town.deliver()
        return self.patterns[where]

    async def end_roles(self) -> None:
        """End the roles of the people by their letter."""
        of_letters = [self.members[letter] for letter in LETTERS]
        async with self.town.storage.transaction() as uow:
            for member in of_letters:
                for grant in await uow.roles.of_member(member):
                    await uow.roles.end_at(grant.id, self.town.clock.now())


async def build(town: Town) -> RoleWorld:
    """Build the world before any action."""
    world = RoleWorld(town)
    async with town.storage.transaction() as uow:
        for name in ("author", "colleague"):
            await world.person(uow, name)
            await world.grant(uow, name, Role.POLICE, "national")
        for where in (HERE, ELSEWHERE):
            new = NewKvoGroup(GROUP_NAME[where], frozenset({PC4[where]}), frozenset())
            group = await uow.kvo_groups.add(new, world.members["author"], town.clock.now())
            world.groups[where] = group.id
            await world.person(uow, where)
            world.shops[where] = await world.shop(uow, where, where, called=f"Zaak {where}")
        for letter, role in LETTERS.items():
            await world.person(uow, letter)
            if role is None:
                await world.shop(uow, letter, HERE, called="De eigen zaak")
            else:
                await world.grant(uow, letter, role, SCOPES.get(role, "2903"))
    return world
