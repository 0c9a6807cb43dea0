"""Tests of the table of docs/roles.md, cell by cell in the chat: by command and by button, in scope and outside of it.

Each row has one world. Every attempt is what its effect says: done or not; and who was refused got an answer. The same
is tried once more after the roles have ended, when every button and command is stale.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from alerts.aftercare.case import CasePerson, Consent, NewCase
from alerts.alert import AlertState
from alerts.errors import NotAllowed
from alerts.figures import last_whole_month
from alerts.ids import AlertId, RoleId
from alerts.incident import IncidentState
from alerts.member import Language, Member
from alerts.outcome_text import TextKey
from alerts.place_names import named_id
from alerts.ports import Dialogue, DialogueKey
from alerts.report import Outcome
from alerts.role import Actor, Role, ScopeKind, is_police
from alerts.services.aftercare.open_case import NOBODY
from alerts.services.cascade.begin_cascade import begin_cascade
from alerts.services.outcome.set_outcome_text import set_outcome_text
from alerts.services.place.set_municipality import set_cascade
from alerts.services.support.edit_support import NEW, keep_scheme
from alerts.support import Scheme
from alerts.tally import NETHERLANDS
from bot.render.alert_in_chat import READ_LINK
from tests.bot.counting import closed_in
from tests.bot.role_world import BRANCH, ELSEWHERE, GROUP_NAME, HERE, PC4, RoleWorld, build
from tests.bot.town import Person, Town
from tests.roles_table import LETTERS, rows

pytestmark = pytest.mark.sweep

COMMAND, BUTTON = "command", "button"
MUNICIPALITY = {HERE: "Capelle aan den IJssel", ELSEWHERE: "Rotterdam"}


@dataclass(frozen=True)
class Cell:
    """One attempt: by whom, where, and how."""

    world: RoleWorld
    letter: str
    where: str
    by: str

    @property
    def person(self) -> Person:
        return self.world.people[self.letter]

    async def says(self, text: str) -> str:
        """Return the answer to a command."""
        self.person.news()
        await self.person.types(text)
        return self.person.news()

    async def presses(self, data: str) -> None:
        """Press a button with this data under the last message, as a forwarded or forged one."""
        if not self.person.bubbles:
            await self.person.types("/hulp")
        await self.person.presses(data, self.person.last)

    async def starts(self, command: str, form: str) -> Dialogue | None:
        """Begin a form by its command, or by a forged button of another open form; return None when it is refused."""
        if self.by == COMMAND:
            await self.person.types(command)
        else:
            await self.presses("area-add::0")
            under_way = await self.under_way()
            assert under_way is not None
            await self.presses(f"restart:{form}:{under_way.version}")
        return await self.under_way(form)

    async def under_way(self, form: str | None = None) -> Dialogue | None:
        async with self.world.town.storage.reading() as uow:
            found = await uow.dialogues.get(DialogueKey(str(self.person.id), str(self.person.id)))
        return found if found is not None and form in (None, found.form) else None

    async def leave(self) -> None:
        """Leave any open form."""
        async with self.world.town.storage.transaction() as uow:
            await uow.dialogues.remove(DialogueKey(str(self.person.id), str(self.person.id)))


Attempt = Callable[[Cell], Awaitable[str | bool]]


async def gets_alerts(cell: Cell) -> bool:
    """Return whether an alert is sent to the person."""
    alert = await cell.world.live(cell.where)
    async with cell.world.town.storage.reading() as uow:
        return await uow.deliveries.addressed_to(alert.id, cell.world.members[cell.letter])


async def reads(cell: Cell) -> bool:
    """Try /actueel, and the link under a line in a group's chat."""
    alert = await cell.world.live(cell.where, for_group=cell.letter == "K")
    command = "/actueel" if cell.by == COMMAND else f"/start {READ_LINK}{alert.id}"
    said = await cell.says(command)
    return "Gebeurt het nu?" in said and f"{alert.number} · " in said


async def reports(cell: Cell) -> bool:
    """Try /melding, and the button under an alert about that place."""
    await (cell.person.types("/melding") if cell.by == COMMAND else cell.presses("report:1:0"))
    return await cell.under_way("report") is not None


async def sees_reports(cell: Cell) -> bool:
    """Try the list and a card; a retailer sees their own reports and adds to them."""
    is_retailer = cell.letter == "R"
    report = await cell.world.report(cell.letter if is_retailer and cell.where == HERE else cell.where, cell.where)
    if cell.by == COMMAND:
        return report.number in await cell.says("/mijnmeldingen" if is_retailer else "/meldingen")
    cell.person.news()
    if is_retailer:
        await cell.presses(f"report-open:{report.id}:0")
        assert report.number not in cell.person.news()
        await cell.presses(f"report-add:{report.id}:0")
        return await cell.under_way("addition") is not None
    await cell.presses(f"report-open:{report.id}:0")
    return report.number in cell.person.news()


async def sees_patterns(cell: Cell) -> bool:
    """Try the list and a card of a pattern there."""
    pattern = await cell.world.pattern(cell.where)
    if cell.by == COMMAND:
        return f"nr. {pattern}<" in await cell.says("/patronen")
    cell.person.news()
    await cell.presses(f"pattern-open:{pattern}:0")
    return "Mogelijk patroon (3)" in cell.person.news()


async def sees_figures(cell: Cell) -> bool:
    """Try the command and the button of a month, with robberies in both places: five here, seven elsewhere."""
    town, robberies = cell.world.town, {HERE: 5, ELSEWHERE: 7}
    month = last_whole_month(town.clock.now(), NETHERLANDS)
    for where, many in robberies.items():
        await closed_in(town, PC4[where], month, many)
    if cell.by == COMMAND:
        said = await cell.says("/cijfers")
    else:
        await cell.person.types("/hulp")  # replaces the earlier answer
        await cell.presses(f"figures:{month:%Y-%m}:0")
        said = cell.person.last.text
    return f"Alle meldingen: {robberies[cell.where]}" in said


async def sees_shares(cell: Cell) -> bool:
    """Try the command and the button of a month, with shares of 60% here and 25% elsewhere."""
    town, world = cell.world.town, cell.world
    month = last_whole_month(town.clock.now(), NETHERLANDS)
    for where, parts in {HERE: (9, 6), ELSEWHERE: (3, 9)}.items():
        for in_time, many in zip((True, False), parts, strict=True):
            await closed_in(town, PC4[where], month, many, in_time=in_time, group=world.groups[where])
    if cell.by == COMMAND:
        said = await cell.says("/cijfers")
    else:
        await cell.person.types("/hulp")  # replaces the earlier answer
        await cell.presses(f"figures:{month:%Y-%m}:0")
        said = cell.person.last.text
    assert "45%" not in said, "that of both places"
    return {HERE: "60%", ELSEWHERE: "25%"}[cell.where] in said


async def drafts(cell: Cell) -> bool:
    """Try the form of /alert up to an accepted place, for the recipients of this role."""
    if await cell.starts("/alert", "alert") is None:
        return False
    await cell.person.taps("Alles stap voor stap")
    await cell.person.taps("Overval")
    await cell.person.types("Er is een overval geweest.")
    for _ in range(2):
        await cell.person.taps("Overslaan")
    await cell.person.types(PC4[cell.where])
    form = await cell.under_way("alert")
    assert form is not None
    if form.step == "place":
        return False
    own_branch, group = form.draft["own_branch"], form.draft["kvo_group_id"]
    assert cell.letter != "K" or group is not None
    return own_branch in (None, BRANCH[cell.where]) and group in (None, cell.world.groups[cell.where])


async def approves(cell: Cell) -> bool:
    """Try the list and the press."""
    alert = await cell.world.pending(cell.where)
    if cell.by == COMMAND:
        return str(alert.number) in await cell.says("/goedkeuren")
    await cell.presses(f"approve:{alert.id}:{alert.version}")
    return await _state(cell, alert.id) is AlertState.LIVE


async def changes(cell: Cell) -> str | bool:
    """Try the list and *Intrekken*, which retracts or asks the police."""
    alert = await cell.world.live(cell.where, for_group=cell.letter == "K")
    if cell.by == COMMAND:
        if str(alert.number) not in await cell.says("/lopend"):
            return False
        return "●" if cell.letter == "P" else "propose"
    await cell.presses(f"retract:{alert.id}:0")
    if await cell.under_way("closing") is None:
        return False
    await cell.person.taps("Verkeerde plaats")
    return "●" if await _state(cell, alert.id) is AlertState.RETRACTED else "propose"


async def stops(cell: Cell) -> bool:
    """Try the list of waiting notices and the stop."""
    world = cell.world
    member = world.members[cell.where]
    async with world.town.storage.transaction() as uow:
        paused = await uow.members.get(member)
        await uow.members.save(_paused(paused, world.town.clock.now()))
    alert = await world.live(cell.where)
    if cell.by == COMMAND:
        if cell.person.t("admin-title") not in await cell.says("/beheer"):
            return False
        await cell.person.taps("Versturen stoppen")
        return any(str(alert.number) in button.label for button in cell.person.last.buttons)
    await cell.presses(f"admin-stopped:{alert.id}:0")
    async with world.town.storage.reading() as uow:
        return not await uow.deliveries.waiting(alert.id)


async def sends_tips(cell: Cell) -> bool:
    """Return whether a tip for that group, or that branch, is accepted."""
    form = await cell.starts("/preventie", "prevention")
    if form is None:
        return False
    offered = {int(group) for group in form.draft["groups"]}
    assert offered or form.draft["branches"]
    return cell.world.groups[cell.where] in offered or BRANCH[cell.where] in form.draft["branches"]


async def verifies(cell: Cell) -> bool:
    """Try the list of shops that wait and the press."""
    world, called = cell.world, f"Nieuw {cell.world.next_number()}"
    async with world.town.storage.transaction() as uow:
        for waiting in await uow.premises.unverified():
            await uow.premises.save(replace(waiting, closed_at=world.town.clock.now()))
        await world.person(uow, called)
        shop = await world.shop(uow, called, cell.where, is_verified=False, called=called)
    if cell.by == COMMAND:
        return called in await cell.says("/aanmeldingen")
    await cell.presses(f"verify:{shop.id}:{shop.version}")
    async with world.town.storage.reading() as uow:
        return (await uow.premises.get(shop.id)).is_verified


async def hears_signups(cell: Cell) -> bool:
    """Return whether the person is told when somebody signs up there."""
    called = f"Nieuw {cell.world.next_number()}"
    new = cell.world.town.person(5_000 + cell.world.numbers)
    cell.person.news()
    await new.subscribes(f"{PC4[cell.where]}AB", BRANCH[cell.where], called)
    return called in cell.person.news()


async def invites(cell: Cell) -> bool:
    """Try the whole form, up to the link."""
    if await cell.starts("/uitnodigen", "invite") is None:
        return False
    await cell.person.types(f"{PC4[cell.where]}AB")
    form = await cell.under_way("invite")
    assert form is not None
    if form.step == "place":
        return False
    await cell.person.types(cell.person.t.plain(f"branch-{BRANCH[cell.where]}"))
    form = await cell.under_way("invite")
    assert form is not None
    if form.step == "branch":
        return False
    await cell.person.types(f"Nieuw {cell.world.next_number()}")
    await cell.person.types(str(cell.world.numbers))
    cell.person.news()
    await cell.person.taps("Maak de link")
    return "start=" in cell.person.news()


async def manages_groups(cell: Cell) -> bool:
    """Try the list, and a code that ties a chat."""
    group = cell.world.groups[cell.where]
    if cell.by == COMMAND:
        await cell.person.types("/groepen")
        return GROUP_NAME[cell.where] in [button.label for button in cell.person.last.buttons]
    cell.person.news()
    await cell.presses(f"group-code:{group}:0")
    return "/koppel" in cell.person.news()


async def reads_record(cell: Cell) -> bool:
    """Try the record about an alert there; for an administrator about a person who got a role there."""
    world = cell.world
    if cell.letter == "A":
        official = await world.town.coordinator(6_000 + world.next_number(), Role.MUNICIPALITY, PC4[cell.where])
        async with world.town.storage.reading() as uow:
            member = await uow.members.by_ref("telegram", str(official.id))
        assert member is not None
        typed, key, shown = str(member.id), f"p{member.id}", "een rol:"
    else:
        alert = await world.live(cell.where)
        typed, key, shown = str(alert.number), f"a{alert.id}", f"{alert.number}"
    if cell.by == COMMAND:
        return shown in await cell.says(f"/logboek {typed}")
    await cell.person.types("/hulp")  # replaces the earlier answer
    await cell.presses(f"audit:{key}:0")
    return shown in cell.person.last.text


async def administers(cell: Cell) -> bool:
    """Try the list of roles and the end of a role there."""
    world, name = cell.world, f"official {cell.world.next_number()}"
    async with world.town.storage.transaction() as uow:
        await world.person(uow, name)
        role = await world.grant(uow, name, Role.MUNICIPALITY, PC4[cell.where])
    if cell.by == COMMAND:
        if cell.person.t("admin-title") not in await cell.says("/beheer"):
            return False
        await cell.person.taps("Mensen en rollen")
        return f"voor postcode {PC4[cell.where]}" in cell.person.last.text
    await cell.presses(f"admin-ended:{role}:0")
    async with world.town.storage.reading() as uow:
        return not (await uow.roles.get(RoleId(role))).is_active(world.town.clock.now())


async def words_outcomes(cell: Cell) -> bool:
    """Try to word an outcome of reports in the municipality of that place: the chat has no form for it."""
    town, key = cell.world.town, TextKey(named_id(MUNICIPALITY[cell.where]), Outcome.HANDLED)
    async with town.storage.transaction() as uow:
        member = await uow.members.get(cell.world.members[cell.letter])
        if is_police(await uow.roles.of_member(member.id), town.clock.now()):  # of one postcode; the text is for more
            await cell.world.grant(uow, cell.letter, Role.POLICE, f"municipality:{MUNICIPALITY[HERE]}")
        actor = Actor(member, tuple(await uow.roles.of_member(member.id)))
        try:
            await set_outcome_text(uow, actor, key, {Language.DUTCH: "Dank je."}, seen=0, now=town.clock.now())
        except NotAllowed:
            return False
    return True


async def edits_support(cell: Cell) -> bool:
    """Try to add a scheme to the register of the municipality of that place: the chat has no form for it."""
    town, day = cell.world.town, cell.world.town.clock.now().date()
    scheme = Scheme(named_id(MUNICIPALITY[cell.where]), "https://a.example/", "Gemeente", day)
    async with town.storage.transaction() as uow:
        member = await uow.members.get(cell.world.members[cell.letter])
        for grant in await uow.roles.of_member(member.id):  # of one postcode; the register is of more
            if grant.is_active(town.clock.now()) and ScopeKind.MUNICIPALITY.fits(grant.role):
                await cell.world.grant(uow, cell.letter, grant.role, f"municipality:{MUNICIPALITY[HERE]}")
        actor = Actor(member, tuple(await uow.roles.of_member(member.id)))
        try:
            await keep_scheme(uow, actor, NEW, scheme, version=0, now=town.clock.now())
        except NotAllowed:
            return False
    return True


async def reads_incidents(cell: Cell) -> bool:
    """Try the list and a card of an incident there."""
    incident = await cell.world.incident(cell.where)
    if cell.by == COMMAND:
        return incident.number in await cell.says("/incidenten")
    cell.person.news()
    await cell.presses(f"incident-open:{incident.id}:0")
    return incident.number in cell.person.news()


async def decides_about_incidents(cell: Cell) -> bool:
    """Try to confirm an incident there."""
    incident = await cell.world.incident(cell.where, is_new=True)
    await cell.presses(f"incident-confirm:{incident.id}:{incident.version}")
    async with cell.world.town.storage.reading() as uow:
        return (await uow.incidents.get(incident.id)).state is IncidentState.CONFIRMED


async def has_tasks(cell: Cell) -> bool:
    """Try the list of one's own tasks and the card of one, with a task about an incident there."""
    task = await cell.world.task(cell.where, cell.letter)
    if cell.by == COMMAND:
        return task.title in await cell.says("/taken")
    cell.person.news()
    await cell.presses(f"task:{task.id}:0")
    return task.title in cell.person.news()


async def opens_aftercare(cell: Cell) -> bool:
    """Try to open aftercare for a robbery there, with a yes that somebody gave."""
    incident = await cell.world.incident(cell.where, is_new=True)
    await cell.presses(f"care-how:{incident.id}.in_person:0")
    async with cell.world.town.storage.reading() as uow:
        return bool(await uow.cases.of_incidents([incident.id]))


async def reads_aftercare(cell: Cell) -> bool:
    """Try to read a case there; a retailer reads their own."""
    town, now = cell.world.town, cell.world.town.clock.now()
    incident = await cell.world.incident(cell.where, is_new=True)
    async with town.storage.transaction() as uow:
        tally = await uow.cases.add_tally(None, now.date(), is_prompt=True)
        case = await uow.cases.add(NewCase(incident.id, None, cell.world.members["author"], tally.id), (), now)
        is_own = cell.letter == "R" and cell.where == HERE
        if is_own:
            await uow.cases.add_person(CasePerson(NOBODY, case.id, cell.world.members["R"], Consent.YES, now))
    if is_own:
        return "Je nazorg" in await cell.says("/nazorg")
    cell.person.news()
    await cell.presses(f"care-read:{case.id}.oversight:0")
    return incident.number in cell.person.news()


async def sees_the_cascade(cell: Cell) -> bool:
    """Try the button that shows the whole cascade of an incident that police confirmed."""
    incident = await cell.world.incident(cell.where)
    async with cell.world.town.storage.transaction() as uow:
        await begin_cascade(uow, incident, cell.world.town.clock.now())
    cell.person.news()
    await cell.presses(f"cascade-whole:{incident.id}:0")
    return "Opschaling van" in cell.person.news()


async def sets_the_cascade(cell: Cell) -> bool:
    """Try to set the table of the municipality of that place: the chat has no form for it."""
    world, town, which = cell.world, cell.world.town, named_id(MUNICIPALITY[cell.where])
    async with town.storage.transaction() as uow:
        member = await uow.members.get(world.members[cell.letter])
        grants = await uow.roles.of_member(member.id)
        if any(one.role is Role.SAFETY_DIRECTOR and one.is_active(town.clock.now()) for one in grants):
            await world.grant(uow, cell.letter, Role.SAFETY_DIRECTOR, f"municipality:{MUNICIPALITY[HERE]}")
        actor = Actor(member, tuple(await uow.roles.of_member(member.id)))
        seen = (await uow.municipalities.get(which)).cascade
        try:
            await set_cascade(uow, actor, which, seen[:1], seen=seen, now=town.clock.now())
        except NotAllowed:
            return False
    return True


ATTEMPTS: dict[str, tuple[Attempt, tuple[str, ...]]] = {
    "Get alerts sent": (gets_alerts, (COMMAND,)),
    "Read what is live": (reads, (COMMAND, BUTTON)),
    "Report what was seen": (reports, (COMMAND, BUTTON)),
    "See raw reports": (sees_reports, (COMMAND, BUTTON)),
    "See possible patterns": (sees_patterns, (COMMAND, BUTTON)),
    "See figures": (sees_figures, (COMMAND, BUTTON)),
    "See shares of reports": (sees_shares, (COMMAND, BUTTON)),
    "Word outcomes": (words_outcomes, (COMMAND,)),
    "Edit support": (edits_support, (COMMAND,)),
    "Read incidents": (reads_incidents, (COMMAND, BUTTON)),
    "Decide about incidents": (decides_about_incidents, (BUTTON,)),
    "Have tasks": (has_tasks, (COMMAND, BUTTON)),
    "Open aftercare": (opens_aftercare, (BUTTON,)),
    "Read aftercare": (reads_aftercare, (BUTTON,)),
    "See the whole cascade": (sees_the_cascade, (BUTTON,)),
    "Set the cascade": (sets_the_cascade, (COMMAND,)),
    "Draft an alert": (drafts, (COMMAND, BUTTON)),
    "Approve and send": (approves, (COMMAND, BUTTON)),
    "Correct, end, retract": (changes, (COMMAND, BUTTON)),
    "Stop what is still being sent": (stops, (COMMAND, BUTTON)),
    "Send a tip": (sends_tips, (COMMAND, BUTTON)),
    "Verify shops": (verifies, (COMMAND, BUTTON)),
    "Hear of sign-ups": (hears_signups, (COMMAND,)),
    "Invite shops": (invites, (COMMAND, BUTTON)),
    "Manage KVO groups": (manages_groups, (COMMAND, BUTTON)),
    "Read the record": (reads_record, (COMMAND, BUTTON)),
    "People, roles and settings": (administers, (COMMAND, BUTTON)),
}
SILENT = (
    "Get alerts sent",
    "Hear of sign-ups",
    "Word outcomes",
    "Set the cascade",
    "Edit support",
)  # actions without a request in the chat


def test_every_row_is_tried() -> None:
    """Every row of the table has an attempt here."""
    assert set(rows()) == set(ATTEMPTS)


@pytest.mark.parametrize("what", ATTEMPTS)
@pytest.mark.parametrize("in_office", [True, False], ids=["in office", "role ended"])
async def test_each_cell_is_what_the_table_says(town: Town, what: str, in_office: bool) -> None:
    """Each cell has the result of the table, for every letter, here and elsewhere, by command and by button."""
    world = await build(town)
    if not in_office:
        await world.end_roles()
    attempt, ways = ATTEMPTS[what]
    expected, found = {}, {}
    for letter in LETTERS:
        for where in (HERE, ELSEWHERE):
            for by in ways:
                key = f"{letter} {where} by {by}"
                expected[key] = _expected(what, letter, where, in_office=in_office)
                found[key] = await _tried(Cell(world, letter, where, by), attempt, what)
    assert expected == found


async def _tried(cell: Cell, attempt: Attempt, what: str) -> str | bool:
    toasts = len(cell.world.town.screens.toasts)
    before = [bubble.text for bubble in cell.person.bubbles]
    done = await attempt(cell)
    if done is False and what not in SILENT:
        is_answered = before != [bubble.text for bubble in cell.person.bubbles]
        assert is_answered or len(cell.world.town.screens.toasts) > toasts, "nobody answered"
    await cell.leave()
    return done


def _expected(what: str, letter: str, where: str, *, in_office: bool) -> str | bool:
    said = rows()[what].cells[letter]
    if not in_office and letter != "R":
        return False
    match said:
        case "–":
            return False
        case "anywhere":
            return True
        case "propose":
            return said if where == HERE else False
        case _ if what == "Correct, end, retract":
            return "●" if where == HERE else False
        case _:
            return where == HERE


async def _state(cell: Cell, alert: AlertId) -> AlertState:
    async with cell.world.town.storage.reading() as uow:
        return (await uow.alerts.get(alert)).state


def _paused(member: Member, now: datetime) -> Member:
    return replace(member, paused_until=now + timedelta(days=1))
