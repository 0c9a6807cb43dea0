"""Tests of docs/roles.md in the console, cell by cell: the lists and pages of each row, and their forms, in scope,
outside of it, and after the roles have ended."""

import pytest

from alerts.alert import AlertState
from alerts.figures import month_before
from alerts.ids import AlertId
from alerts.patterns import PatternState
from alerts.report import ReportState
from alerts.role import Role
from tests.bot.counting import closed_in
from tests.bot.role_world import BRANCH, ELSEWHERE, GROUP_NAME, HERE, PC4, RoleWorld, build
from tests.bot.town import Town
from tests.console.accounts import enrolled
from tests.console.visitor import Answer, Visitor
from tests.roles_table import LETTERS, rows

pytestmark = pytest.mark.sweep

ROLES = [letter for letter in LETTERS if letter != "R"]  # a retailer gets no link: tests/console/pages/test_link.py


@pytest.mark.parametrize("letter", ROLES)
@pytest.mark.parametrize("where", [HERE, ELSEWHERE])
async def test_every_cell_of_approving(town: Town, visitor: Visitor, letter: str, where: str) -> None:
    """The list, the page and each form do what the table says; whoever may not has neither link nor word of it."""
    world, cell = await build(town), rows()["Approve and send"].cells[letter]
    await enrolled(world.people[letter], visitor)
    is_allowed = cell == "●" and where == HERE
    alert = await world.pending(where)
    path = f"/approvals/{alert.id}/{alert.version}"
    account = await visitor.get("/account")
    assert (cell == "●") == ('href="/approvals"' in account.text)
    listed, page = await visitor.get("/approvals"), await visitor.get(path)
    assert is_allowed == (str(alert.number) in listed.text)
    assert is_allowed == (str(alert.number) in page.text)
    for way in ("return", "approve"):
        pending = await world.pending(where)
        path = f"/approvals/{pending.id}/{pending.version}"
        answer = await visitor.sends(account, f"{path}/{way}", comment="Graag korter.")
        assert (way, is_allowed) == (way, answer.status == 303)
        state = await _state(world, pending.id)
        wanted = {"return": AlertState.DRAFT, "approve": AlertState.LIVE}[way] if is_allowed else AlertState.PENDING
        assert wanted is state


@pytest.mark.parametrize("letter", ROLES)
@pytest.mark.parametrize("where", [HERE, ELSEWHERE])
async def test_every_cell_of_seeing_reports(town: Town, visitor: Visitor, letter: str, where: str) -> None:
    """The board, the page and each form do what the table says; whoever may not has neither link nor word of it."""
    world, cell = await build(town), rows()["See raw reports"].cells[letter]
    await enrolled(world.people[letter], visitor)
    is_allowed = cell == "●" and where == HERE
    report = await world.report(where, where)
    path = f"/reports/{report.id}"
    account, listed = await visitor.get("/account"), await visitor.get("/reports")
    assert (cell == "●") == ('href="/reports"' in account.text)
    assert is_allowed == (report.number in listed.text)
    assert is_allowed == (report.number in (await visitor.get(path)).text)
    assert is_allowed == ((await visitor.sends(account, f"{path}/read", purpose="triage")).status == 303)
    assert is_allowed == ("vitrine" in (await visitor.get(path)).text)
    for version, way, state in (
        ("1", "take", ReportState.TRIAGE),
        ("2", "ask", ReportState.ASKED),
        ("3", "close", ReportState.CLOSED),
    ):
        form = {"version": version, "outcome": "handled", "question": "Welke kleur had de auto?"}
        answer = await visitor.sends(account, f"{path}/{way}", **form)
        assert (way, is_allowed) == (way, answer.status == 303)
        async with town.storage.reading() as uow:
            assert (state if is_allowed else ReportState.RECEIVED) is (await uow.reports.get(report.id)).state


@pytest.mark.parametrize("letter", ROLES)
@pytest.mark.parametrize("where", [HERE, ELSEWHERE])
async def test_every_cell_of_joining_reports(town: Town, visitor: Visitor, letter: str, where: str) -> None:
    """The forms that join a report to another one and undo that do what the table says of seeing reports."""
    world, cell = await build(town), rows()["See raw reports"].cells[letter]
    await enrolled(world.people[letter], visitor)
    is_allowed = cell == "●" and where == HERE
    main, report = await world.report(where, where), await world.report("author", where)
    account = await visitor.get("/account")
    for version, way, state in (("1", "join", ReportState.DUPLICATE), ("2", "release", ReportState.TRIAGE)):
        form = {"version": version, "number": main.number}
        answer = await visitor.sends(account, f"/reports/{report.id}/{way}", **form)
        assert (way, is_allowed) == (way, answer.status == 303)
        async with town.storage.reading() as uow:
            assert (state if is_allowed else ReportState.RECEIVED) is (await uow.reports.get(report.id)).state


@pytest.mark.parametrize("letter", ROLES)
async def test_every_cell_of_people_and_roles(town: Town, visitor: Visitor, letter: str) -> None:
    """The list, a person's page and the form that ends a role do what the table says, in the administrator's scope and
    nowhere else."""
    world, cell = await build(town), rows()["People, roles and settings"].cells[letter]
    async with town.storage.transaction() as uow:
        roles = {}
        for where in (HERE, ELSEWHERE):
            await world.person(uow, f"{where} marshal")
            roles[where] = await world.grant(uow, f"{where} marshal", Role.CITY_MARSHAL, PC4[where])
    await enrolled(world.people[letter], visitor)
    account = await visitor.get("/account")
    assert (cell == "●") == ('href="/people"' in account.text)
    listed = await visitor.get("/people")
    for where in (HERE, ELSEWHERE):
        path, is_allowed = f"/people/{world.members[f'{where} marshal']}", cell == "●" and where == HERE
        assert (where, is_allowed) == (where, f'href="{path}"' in listed.text)
        assert (where, is_allowed) == (where, (await visitor.get(path)).status == 200)
        answer = await visitor.sends(account, f"{path}/roles/{roles[where]}/end")
        assert (where, is_allowed) == (where, answer.status == 303)
        async with town.storage.reading() as uow:
            assert is_allowed != (await uow.roles.get(roles[where])).is_active(town.clock.now())


@pytest.mark.parametrize("letter", ROLES)
async def test_every_cell_of_the_record(town: Town, visitor: Visitor, letter: str) -> None:
    """The page and its file are for whoever the table names."""
    world, cell = await build(town), rows()["Read the record"].cells[letter]
    await enrolled(world.people[letter], visitor)
    account = await visitor.get("/account")
    assert (cell == "●") == ('href="/record"' in account.text)
    assert (cell == "●") == ((await visitor.get("/record")).status == 200)
    answer = await visitor.sends(account, "/record/export", reason="Controle")
    assert (cell == "●") == (answer.status == 200)


@pytest.mark.parametrize("letter", ROLES)
@pytest.mark.parametrize("where", [HERE, ELSEWHERE])
async def test_every_cell_of_verifying_shops(town: Town, visitor: Visitor, letter: str, where: str) -> None:
    """The sign-ups, the search, the page and each form do what the table says; whoever may not has neither link nor
    word of it."""
    world, cell = await build(town), rows()["Verify shops"].cells[letter]
    async with town.storage.transaction() as uow:
        await world.person(uow, "new")
        shop = await world.shop(uow, "new", where, is_verified=False, called="Nieuwe zaak")
    await enrolled(world.people[letter], visitor)
    is_allowed = cell == "●" and where == HERE
    path, account = f"/shops/{shop.id}", await visitor.get("/account")
    for listed in ("/signups", "/shops"):
        assert (cell == "●") == (f'href="{listed}"' in account.text)
        assert is_allowed == (path in (await visitor.get(listed)).text)
    assert is_allowed == ("Nieuwe zaak" in (await visitor.get(path)).text)
    for way, is_verified in (("verify", True), ("withdraw", False)):
        async with town.storage.reading() as uow:
            version = str((await uow.premises.get(shop.id)).version)
        answer = await visitor.sends(account, f"{path}/{way}", version=version, twin="")
        assert (way, is_allowed) == (way, answer.status == 303)
        async with town.storage.reading() as uow:
            assert (is_allowed and is_verified) == (await uow.premises.get(shop.id)).is_verified


@pytest.mark.parametrize("letter", ROLES)
@pytest.mark.parametrize("where", [HERE, ELSEWHERE])
async def test_every_cell_of_inviting_shops(town: Town, visitor: Visitor, letter: str, where: str) -> None:
    """The form makes a link where the table says so, and is not there for whoever may make none."""
    world, cell = await build(town), rows()["Invite shops"].cells[letter]
    await enrolled(world.people[letter], visitor)
    form = await visitor.get("/shops/invite")
    assert (cell == "●") == (form.status == 200)
    assert (cell == "●") == ('href="/shops/invite"' in (await visitor.get("/shops")).text)
    typed = {"postcode": f"{PC4[where]}AB", "number": "77", "name": "Nieuwe zaak", "branch": BRANCH[where]}
    made = await visitor.sends(await visitor.get("/account"), "/shops/invite", **typed, way="once")
    assert (cell == "●" and where == HERE) == ("?start=" in made.text)


@pytest.mark.parametrize("letter", ROLES)
@pytest.mark.parametrize("where", [HERE, ELSEWHERE])
async def test_every_cell_of_managing_groups(town: Town, visitor: Visitor, letter: str, where: str) -> None:
    """The list, the page, and the forms for a code and for a new group do what the table says."""
    world, cell = await build(town), rows()["Manage KVO groups"].cells[letter]
    await enrolled(world.people[letter], visitor)
    is_allowed, path = cell == "●" and where == HERE, f"/groups/{world.groups[where]}"
    account, listed = await visitor.get("/account"), await visitor.get("/groups")
    assert (cell == "●") == ('href="/groups"' in account.text)
    assert is_allowed == (f'href="{path}"' in listed.text)
    assert is_allowed == (GROUP_NAME[where] in (await visitor.get(path)).text)
    assert is_allowed == ("/koppel@" in (await visitor.sends(account, f"{path}/code")).text)
    new = {"name": "De Terp", "codes": PC4[where], "which": "all"}
    made = await visitor.sends(account, "/groups/new", **new)
    assert (is_allowed and letter != "K") == (made.status == 303)


@pytest.mark.parametrize("letter", ROLES)
@pytest.mark.parametrize("where", [HERE, ELSEWHERE])
async def test_every_cell_of_incidents(town: Town, visitor: Visitor, letter: str, where: str) -> None:
    """The list, the page and the forms do what the table says; whoever may not has neither link nor word of it."""
    world = await build(town)
    reads, decides = [rows()[what].cells[letter] for what in ("Read incidents", "Decide about incidents")]
    await enrolled(world.people[letter], visitor)
    incident = await world.incident(where)
    path, may_read = f"/incidents/{incident.id}", reads == "●" and where == HERE
    account, listed = await visitor.get("/account"), await visitor.get("/incidents")
    assert (reads == "●") == ('href="/incidents"' in account.text)
    assert may_read == (f'href="{path}"' in listed.text)
    assert may_read == (incident.number in (await visitor.get(path)).text)
    answer = await visitor.sends(account, f"{path}/confirm", version="1")
    assert (decides == "●" and where == HERE) == (answer.status == 303)
    async with town.storage.reading() as uow:
        is_confirmed = (await uow.incidents.get(incident.id)).confirmed_at is not None
    assert (decides == "●" and where == HERE) == is_confirmed


@pytest.mark.parametrize("letter", ROLES)
@pytest.mark.parametrize("where", [HERE, ELSEWHERE])
async def test_every_cell_of_patterns(town: Town, visitor: Visitor, letter: str, where: str) -> None:
    """The list, the page and the form do what the table says; whoever may not has neither link nor word of it."""
    world, cell = await build(town), rows()["See possible patterns"].cells[letter]
    await enrolled(world.people[letter], visitor)
    is_allowed = cell == "●" and where == HERE
    path = f"/patterns/{await world.pattern(where)}"
    account, listed = await visitor.get("/account"), await visitor.get("/patterns")
    assert (cell == "●") == ('href="/patterns"' in account.text)
    assert is_allowed == (f'href="{path}"' in listed.text)
    assert is_allowed == ("M-2026-0001" in (await visitor.get(path)).text)
    answer = await visitor.sends(account, f"{path}/dismiss", reason="known", version="1")
    assert is_allowed == (answer.status == 303)
    async with town.storage.reading() as uow:
        dismissed = await uow.patterns.all(PatternState.DISMISSED)
    assert is_allowed == bool(dismissed)


@pytest.mark.parametrize("letter", ROLES)
async def test_every_cell_of_figures(town: Town, visitor: Visitor, letter: str) -> None:
    """The page is for whoever the table names, and counts what lies in their scope only."""
    world, cell = await build(town), rows()["See figures"].cells[letter]
    month = month_before(town.clock.now().date())
    for where, many in ((HERE, 5), (ELSEWHERE, 7)):
        await closed_in(town, PC4[where], month, many)
    await enrolled(world.people[letter], visitor)
    account, page = await visitor.get("/account"), await visitor.get("/figures")
    has_page = "●" in (cell, rows()["See shares of reports"].cells[letter])
    assert has_page == ('href="/figures"' in account.text) == (page.status == 200)
    assert (cell == "●") == ("<td>5</td>" in page.text)
    assert "<td>7</td>" not in page.text
    assert "<td>12</td>" not in page.text


@pytest.mark.parametrize("letter", ROLES)
@pytest.mark.parametrize("where", [HERE, ELSEWHERE])
async def test_every_cell_of_settings(town: Town, visitor: Visitor, letter: str, where: str) -> None:
    """The page of a municipality and both its forms are for whoever administers all of it."""
    world, cell = await build(town), rows()["People, roles and settings"].cells[letter]
    async with town.storage.reading() as uow:
        [part, *_] = await uow.postcodes.parts(PC4[where])
        before = await uow.municipalities.get(part.municipality_id)
    await enrolled(world.people[letter], visitor)
    path, is_allowed = f"/settings/{part.municipality_id}", cell == "●" and where == HERE
    account = await visitor.get("/account")
    assert is_allowed == ((await visitor.get(path)).status == 200)
    allowed = "0" if before.sole_on_duty else "1"
    assert is_allowed == ((await visitor.sends(account, f"{path}/duty", allowed=allowed)).status == 303)
    form = {"name-police": "recherche", "was-police": ""}
    assert is_allowed == ((await visitor.sends(account, f"{path}/names", **form)).status == 303)
    async with town.storage.reading() as uow:
        after = await uow.municipalities.get(part.municipality_id)
    assert is_allowed == (after.sole_on_duty != before.sole_on_duty)
    assert is_allowed == (after.labels != before.labels)


@pytest.mark.parametrize("letter", ROLES)
async def test_nothing_is_left_of_a_role_that_ended(town: Town, visitor: Visitor, letter: str) -> None:
    """Between the page and the form the role ends: the form does nothing, and no page shows anything of a case."""
    world = await build(town)
    await enrolled(world.people[letter], visitor)
    alert = await world.pending(HERE)
    report, shop = await world.report(HERE, HERE), f"/shops/{world.shops[HERE].id}"
    path, reported = f"/approvals/{alert.id}/{alert.version}", f"/reports/{report.id}"
    page = await visitor.get("/account")
    await visitor.sends(page, f"{reported}/read", purpose="triage")
    await world.end_roles()
    town.clock.pass_by(seconds=1)
    for way in ("approve", "return", "reject"):
        assert 303 != (await visitor.sends(page, f"{path}/{way}", comment="Graag korter.")).status
    assert AlertState.PENDING is await _state(world, alert.id)
    for way in ("read", "take", "close"):
        form = {"purpose": "triage", "version": "1", "outcome": "handled"}
        assert 403 == (await visitor.sends(page, f"{reported}/{way}", **form)).status
    async with town.storage.reading() as uow:
        assert report == await uow.reports.get(report.id)
    for way in ("verify", "withdraw", "vouch", "allow"):
        assert 403 == (await visitor.sends(page, f"{shop}/{way}", version="2", twin="", most="16")).status
    for shown in ("/signups", "/shops", shop, "/shops/invite"):
        assert 403 == (await visitor.get(shown)).status
    group = f"/groups/{world.groups[HERE]}"
    for shown in ("/groups", group, f"{group}/change", "/figures", "/settings"):
        assert 403 == (await visitor.get(shown)).status
    for way in ("code", "look", "close", "manager"):
        assert 403 == (await visitor.sends(page, f"{group}/{way}", version="1")).status
    searched = f"/search?q={alert.number}"
    for shown in ("/", "/account", "/compose", "/approvals", path, "/reports", reported, "/people", "/record", group):
        assert not _tells(await visitor.get(shown), str(alert.number), report.number)
    assert 200 == (await visitor.get(searched)).status


async def test_every_page_but_the_public_ones_asks_to_sign_in(town: Town, visitor: Visitor) -> None:
    """A stranger, and somebody whose session is over, is sent to sign in from every page for members."""
    world = await build(town)
    await enrolled(world.people["P"], visitor)
    alert, report = await world.pending(HERE), await world.report(HERE, HERE)
    stranger = visitor.beside()
    town.clock.pass_by(minutes=30)
    of_cases = (f"/approvals/{alert.id}/{alert.version}", f"/reports/{report.id}")
    of_people = ("/people", "/people/invite", "/confirmations", "/record")
    of_shops = ("/signups", "/shops", f"/shops/{world.shops[HERE].id}", "/shops/invite")
    of_groups = ("/groups", "/groups/new", f"/groups/{world.groups[HERE]}")
    listed = (
        "/account",
        "/compose",
        "/approvals",
        "/reports",
        "/incidents",
        "/patterns",
        "/search",
        "/figures",
        "/settings",
    )
    for path in (*listed, *of_people, *of_cases, *of_shops, *of_groups):
        for one in (stranger, visitor):
            answer = await one.get(path)
            assert (303, f"/sign-in?back={path}") == (answer.status, answer.headers["Location"])
            assert not _tells(answer, str(alert.number), report.number)


async def _state(world: RoleWorld, alert: AlertId) -> AlertState:
    async with world.town.storage.reading() as uow:
        return (await uow.alerts.get(alert)).state


def _tells(page: Answer, *numbers: str) -> bool:
    return any(word in page.text for word in (*numbers, "helmen", "vitrine"))
