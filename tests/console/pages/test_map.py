"""Tests of the map: what stands on it and in its table, for whom, its filter and its steps."""

import re
from datetime import timedelta
from html import unescape

import pytest

from alerts.area import Place
from alerts.report import NewReport, ReportContent, ReportKind
from alerts.role import Role
from alerts.services.alert import find_on_map
from console.map_projection import spot_of, units_of
from tests.bot.role_world import ELSEWHERE, HERE, PC4, RoleWorld, build
from tests.bot.town import Person, Town
from tests.console.accounts import enrolled
from tests.console.visitor import Answer, Visitor
from tests.roles_table import LETTERS, rows

ROLES = [letter for letter in LETTERS if letter != "R"]


def words(page: Answer) -> str:
    """The page without its markup, each run of spaces as one."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def marks(page: Answer) -> list[tuple[str, str]]:
    """The number and the link of each mark on the map."""
    drawn = page.text.partition('<svg class="map-drawing"')[2].partition("</svg>")[0]
    return [
        (number, path) for path, number in re.findall(r'<a href="([^"]+)".*?<text[^>]*>(\d+)</text>', drawn, re.DOTALL)
    ]


def lines(page: Answer) -> list[tuple[str, str]]:
    """The number and the link of each line of the tables."""
    return re.findall(r'<td>(\d+)</td>\s*<th scope="row"><a href="([^"]+)"', page.text)


def box(page: Answer) -> tuple[int, int, int, int]:
    """The part of the map that is drawn."""
    [found] = re.findall(r'viewBox="(\d+) (\d+) (\d+) (\d+)"', page.text.partition("map-drawing")[2].partition(">")[0])
    x, y, width, height = map(int, found)
    return x, y, width, height


async def told(world: RoleWorld, kind: ReportKind, place: Place, *, days: float = 0) -> str:
    """Have a witness report so many days ago; return the number."""
    async with world.town.storage.transaction() as uow:
        if "witness" not in world.members:
            await world.person(uow, "witness")
        new = NewReport(kind, ReportContent(what="Iemand filmde."), place, world.members["witness"], None, True)
        at = world.town.clock.now() - timedelta(days=days)
        return (await uow.reports.add(new, await uow.reports.next_number(at.year), at)).number


async def agent_of(town: Town, visitor: Visitor) -> tuple[RoleWorld, Person]:
    """The police of the place, signed in."""
    world = await build(town)
    agent = world.people["P"]
    await enrolled(agent, visitor)
    return world, agent


@pytest.mark.parametrize("letter", ROLES)
async def test_the_map_shows_what_the_table_of_roles_allows(town: Town, visitor: Visitor, letter: str) -> None:
    """Each role finds on the map just the notices and reports that docs/roles.md gives it, of its own ground; whoever
    reads neither has no link and no map."""
    world, cells = await build(town), rows()
    await enrolled(world.people[letter], visitor)
    reads, sees = (cells[row].cells[letter] == "●" for row in ("Read what is live", "See raw reports"))
    wanted = set()
    for where in (HERE, ELSEWHERE):
        alert, report = await world.live(where, for_group=letter == "K"), await world.report(where, where)
        wanted |= {f"/alerts/{alert.id}"} if reads and where == HERE else set()
        wanted |= {f"/reports/{report.id}"} if sees and where == HERE else set()
    account, page = await visitor.get("/account"), await visitor.get("/map")
    assert (reads or sees) == ('href="/map"' in account.text)
    assert (200 if reads or sees else 403) == page.status
    assert wanted == {path for _, path in marks(page)}
    assert marks(page) == lines(page), "map and table say the same, in one order"
    assert sees == ("Melding: " in words(page)), "the legend too"
    await world.end_roles()
    ended = await visitor.get("/map")
    assert (403, []) == (ended.status, marks(ended))


async def test_a_notice_is_a_circle_and_a_report_a_dot_of_its_postcode(town: Town, visitor: Visitor) -> None:
    """The circle lies around the PC4 with the reach of the notice; a report stands on its PC4 wherever it was, and
    nothing in the page tells a more precise place."""
    world, _agent = await agent_of(town, visitor)
    await world.live(HERE)
    async with town.storage.reading() as uow:
        row = await uow.postcodes.get(PC4[HERE])
    assert row is not None
    exact = Place(PC4[HERE], "2903XY", row.point.__class__(row.point.x + 400, row.point.y + 300, row.point.z))
    await told(world, ReportKind.ROBBERY, exact)
    page = await visitor.get("/map")
    spot = spot_of(row.point)
    reach = f'<circle class="reach" cx="{spot.x}" cy="{spot.y}" r="{units_of(1_000, row.point)}"/>'
    assert reach in page.text
    assert 2 == page.text.count(f'data-at="{spot.x} {spot.y}"')
    assert "XY" not in page.text
    assert str(spot_of(exact.point or row.point).x) not in page.text
    x, y, width, height = box(page)
    assert x < spot.x < x + width
    assert y < spot.y < y + height
    assert "Capelle aan den IJssel (2903) tot 1 km" in words(page)


async def test_a_group_has_its_postcodes_as_ground(town: Town, visitor: Visitor) -> None:
    """A notice to a KVO group has no circle; the ground is drawn of the group's postcodes, and the table names it."""
    world, _agent = await agent_of(town, visitor)
    await world.live(HERE, for_group=True)
    page = await visitor.get("/map")
    assert ('class="ground" d="m' in page.text, '<circle class="reach" cx' in page.text) == (True, False)
    assert "KVO-groep Hoekplein" in words(page)


async def test_what_has_no_place_is_in_the_table_only(town: Town, visitor: Visitor) -> None:
    """A report of a postcode that the table lacks is listed, and said to be nowhere on the map."""
    world = await build(town)
    await enrolled(await town.coordinator(1), visitor)
    number = await told(world, ReportKind.RECONNAISSANCE, Place("2999"))
    page = await visitor.get("/map")
    assert [] == marks(page)
    assert (number in words(page), "niet op de kaart" in words(page)) == (True, True)


async def test_the_filter_holds_for_map_and_table(town: Town, visitor: Visitor) -> None:
    """Kind, branch and period leave out what does not fit; what is no choice leaves out nothing."""
    world, _agent = await agent_of(town, visitor)
    alert = await world.live(HERE)
    old = await told(world, ReportKind.SUSPICIOUS_SITUATION, Place(PC4[HERE]), days=10)
    new = await told(world, ReportKind.ROBBERY, Place(PC4[HERE]))
    everything = {alert.number, old, new}
    for query, wanted in (
        ("", everything),
        ("kind=robbery", {alert.number, new}),
        ("kind=suspicious_situation", {old}),
        ("kind=ram_raid", set()),
        ("branch=jeweller", {alert.number}),
        ("branch=optician", set()),
        ("period=week", {alert.number, new}),
        ("period=month", everything),
        ("kind=<b>&branch=x&period=y&at=z", everything),
    ):
        page = await visitor.get(f"/map?{query}")
        found = set(re.findall(r"(?:M-)?20\d\d-\d{4}", words(page)))
        assert (query, wanted) == (query, found)
        assert marks(page) == lines(page)
        assert bool(wanted) != ("Niets past bij je keuze" in words(page))
    ages = await visitor.get("/map")
    assert re.search(rf"{old}.*?Ouder", words(ages))
    assert ('class="mark age-older"' in ages.text, 'class="mark age-day"' in ages.text) == (True, True)


async def test_steps_work_without_script(town: Town, visitor: Visitor) -> None:
    """Each step is a link to the same page that shows another part, and keeps the filter; a part outside the map is
    none."""
    world, _agent = await agent_of(town, visitor)
    await world.live(HERE)
    first = await visitor.get("/map?kind=robbery")
    steps = dict(re.findall(r'data-move="(\w+)" href="([^"]+)"', first.text))
    assert {"in", "out", "north", "west", "east", "south", "all"} == steps.keys()
    x, y, width, _ = box(first)
    for key, moves in (("in", -1), ("out", 1)):
        page = await visitor.get(unescape(steps[key]))
        assert (key, moves) == (key, 1 if box(page)[2] > width else -1)
    for key, (east, south) in {"west": (-1, 0), "east": (1, 0), "north": (0, -1), "south": (0, 1)}.items():
        page = await visitor.get(unescape(steps[key]))
        there = box(page)
        assert (key, east) == (key, (there[0] > x) - (there[0] < x))
        assert (key, south) == (key, (there[1] > y) - (there[1] < y))
        assert 'value="robbery" selected' in page.text
        assert lines(first) == lines(page)
    far = await visitor.get("/map?at=999999.999999.999999")
    assert box(far) != box(first)
    assert 200 == far.status


async def test_there_are_no_more_than_a_map_holds(
    town: Town, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond the bound the page says that there is more; what it shows is the most urgent."""
    monkeypatch.setattr(find_on_map, "MOST", 2)
    world, _agent = await agent_of(town, visitor)
    for kind in (ReportKind.SUSPICIOUS_SITUATION, ReportKind.RECONNAISSANCE, ReportKind.ROBBERY):
        await told(world, kind, Place(PC4[HERE]))
    page = await visitor.get("/map")
    assert 2 == len(marks(page))
    assert "Overval" in words(page).partition("Meldingen die open zijn")[2]
    assert "Er is meer dan op één kaart past" in words(page)


async def test_marks_at_one_place_stand_beside_each_other(town: Town, visitor: Visitor) -> None:
    """Several reports of one postcode are each to be seen and pressed."""
    world, _agent = await agent_of(town, visitor)
    for _ in range(5):
        await told(world, ReportKind.RECONNAISSANCE, Place(PC4[HERE]))
    page = await visitor.get("/map")
    away = re.findall(r'tabindex="-1" transform="translate\((-?\d+) (-?\d+)\)"', page.text)
    spots = [(int(x), int(y)) for x, y in away]
    assert 5 == len(spots)
    assert all((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 >= 24**2 for a in spots for b in spots if a is not b)


async def test_an_empty_map_says_so(town: Town, visitor: Visitor) -> None:
    """Without anything live the page says that nothing is there, and shows the reader's own ground."""
    await agent_of(town, visitor)
    page = await visitor.get("/map")
    assert "Er loopt nu niets in je werkgebied" in words(page)
    assert ([], True) == (marks(page), 'id="map-scope" class="dots" d="m' in page.text)
    assert "Jouw werkgebied: postcode 2903" in words(page)


async def test_without_a_table_the_list_is_whole(town: Town, visitor: Visitor) -> None:
    """Before postcodes were imported the page says why the map is empty, and lists all there is."""
    world, _agent = await agent_of(town, visitor)
    alert = await world.live(HERE)
    async with town.storage.transaction() as uow:
        await uow.postcodes.replace_all([])
    page = await visitor.get("/map")
    assert "nog geen postcodetabel" in words(page)
    assert str(alert.number) in words(page)


async def test_a_new_table_is_drawn_within_five_minutes(town: Town, visitor: Visitor) -> None:
    """What was read of the table is kept for five minutes, for everybody; then a postcode that is new stands on the
    map."""
    world, _agent = await agent_of(town, visitor)
    await world.live(HERE)
    before = marks(await visitor.get("/map"))
    async with town.storage.transaction() as uow:
        await uow.postcodes.replace_all([])
    assert before == marks(await visitor.get("/map"))
    town.clock.pass_by(minutes=5)
    assert [] == marks(await visitor.get("/map"))


async def test_a_strange_role_sees_no_map(town: Town, visitor: Visitor) -> None:
    """An administrator, who reads neither notices nor reports, gets no map."""
    await enrolled(await town.coordinator(5, Role.ADMINISTRATOR), visitor)
    assert 403 == (await visitor.get("/map")).status
