"""Tests of a notice without a circle in the console: its fields, its preview, and what the map draws of it."""

import json
import re
from dataclasses import replace

import pytest

from alerts.branch import Branch
from alerts.role import Role, parse_scope
from alerts.severity import Severity
from console.map_projection import spot_of
from tests.bot.police import alerts_of, jeweller
from tests.bot.role_world import HERE, build
from tests.bot.town import Person, Town
from tests.console.accounts import enrolled
from tests.console.forms import fields_in
from tests.console.pages.test_compose import drafts_of, follows, previewed, sends, words
from tests.console.visitor import Answer, Visitor

SENTENCE = "Twee jongens filmden de etalage van een juwelier in 2903, zwarte golf."
CAPELLE = "Capelle aan den IJssel"


async def national(town: Town, visitor: Visitor) -> Person:
    """Return police of the whole country with a session, who have a colleague."""
    author = await town.coordinator(1, scope="national")
    await town.coordinator(2, scope="national")
    await enrolled(author, visitor)
    return author


async def read(visitor: Visitor, sentence: str = SENTENCE) -> Answer:
    """Return the page after this sentence was read."""
    return await sends(visitor, await visitor.get("/compose"), "read", words=sentence)


def choices(page: Answer) -> list[str]:
    """Return the entries of the field for whom it is."""
    [select] = re.findall(r'<select id="audience".*?</select>', page.text, re.DOTALL)
    return re.findall(r"<option[^>]*>([^<]*)</option>", select)


def value_of(page: Answer, entry: str) -> str:
    """Return the value of an entry of that field."""
    [select] = re.findall(r'<select id="audience".*?</select>', page.text, re.DOTALL)
    found: list[tuple[str, str]] = re.findall(r'value="([^"]*)"[^>]*>([^<]*)<', select)
    return next(value for value, label in found if label == entry)


async def test_a_branch_in_the_country_is_put_forward_and_sent(town: Town, visitor: Visitor) -> None:
    """Chosen in a list, without script: the preview says for whom it is and counts by branch only, and the shop gets
    it after a colleague's approval."""
    author = await national(town, visitor)
    colleague = town.person(2)
    shop = await jeweller(town, 9, colleague)
    page = await read(visitor)
    entry = "Een branche in heel Nederland"
    assert ["Alle zaken binnen bereik", f"Een branche in de gemeente {CAPELLE}", entry] == choices(page)[:3]
    stored = await follows(visitor, await sends(visitor, page, "preview", audience=value_of(page, entry)))
    told = words(stored)
    assert "Voor: Juwelier, Opkoper of kringloop, Opticien, in heel Nederland." in told
    assert "Juwelier: 1" in told
    assert not [one for one in ("tot 5 km:", "Verste ontvanger") if one in told]
    [draft] = await drafts_of(author)
    assert (parse_scope("national"), Severity.P3, 0) == (
        draft.content.region,
        draft.content.severity,
        draft.content.reach_m,
    )
    assert "" == fields_in(stored.text, "compose")["reach"]
    await follows(visitor, await sends(visitor, stored, "ask"))
    await town.deliver()
    await colleague.taps("Akkoord")
    assert 1 == len(alerts_of(shop))


@pytest.mark.parametrize(
    ("typed", "region"),
    [
        ("29xx", "2900-2999"),
        ("2900 t/m 2910", "2900-2910"),
        ("2903", "2903-2903"),
        ("krimpen aan den ijssel", "Krimpen aan den IJssel"),
    ],
)
async def test_another_area_is_typed(town: Town, visitor: Visitor, typed: str, region: str) -> None:
    """Postcodes as people write them, and a municipality, are typed in a field of their own; they come back there."""
    author = await national(town, visitor)
    stored = await previewed(visitor, area=typed, severity="P3")
    [draft] = await drafts_of(author)
    found = draft.content.region
    assert found is not None
    assert region in (str(found), found.name)
    fields = fields_in(stored.text, "compose")
    assert "area" == fields["audience"]
    assert fields["area"] in (typed, region)
    again = await follows(visitor, await sends(visitor, stored, "preview"))
    assert fields["area"] == fields_in(again.text, "compose")["area"]
    assert draft.content.region == (await drafts_of(author))[0].content.region
    back = await follows(visitor, await sends(visitor, again, "preview", audience="", area="", reach="5"))
    assert (None, 5_000) == (
        (await drafts_of(author))[0].content.region,
        (await drafts_of(author))[0].content.reach_m,
    )
    assert "Voor: " not in words(back)


@pytest.mark.parametrize(
    ("changed", "field", "problem"),
    [
        ({"area": "9xyz"}, "area", "Dit gebied ken ik niet."),
        ({"area": "9900-9999"}, "area", "Van deze postcodes staat er geen in onze lijst."),
        ({"audience": "area"}, "area", "Typ welk gebied je bedoelt"),
        ({"audience": "branch:jeweller"}, "audience", ""),
        ({"audience": "national", "severity": "P1"}, "severity", "Een P1 gaat alleen naar zaken in de buurt."),
        ({"audience": "national", "every": "all", "branches": []}, "branches", "Kies voor wie het is"),
    ],
)
async def test_what_is_wrong_stands_beside_its_field(
    town: Town, visitor: Visitor, changed: dict[str, str | list[str]], field: str, problem: str
) -> None:
    """What is no area, an acute notice and a notice to everybody are refused beside their field; nothing typed is
    lost."""
    author = await national(town, visitor)
    page = await read(visitor)
    answer = await sends(visitor, page, "preview", **changed)
    assert 422 == answer.status
    [beside] = re.findall(rf'id="wrong-{field}"[^>]*>(.*?)</p>', answer.text, re.DOTALL)
    assert beside.strip()
    assert problem in words(answer)
    assert f'<a href="#{field}">' in answer.text
    if "area" in changed:
        assert changed["area"] == fields_in(answer.text, "compose")["area"]
    assert [] == await drafts_of(author)


async def test_only_ground_of_ones_own_scope(town: Town, visitor: Visitor) -> None:
    """A marshal is offered the own municipality and not the country, and is refused a wider area beside its field."""
    author = await town.coordinator(1, Role.CITY_MARSHAL, f"municipality:{CAPELLE}")
    await town.coordinator(2)
    await enrolled(author, visitor)
    page = await read(visitor)
    assert ["Alle zaken binnen bereik", f"Een branche in de gemeente {CAPELLE}", "Een branche in een ander gebied"] == (
        choices(page)
    )
    for changed, field in (({"audience": "national"}, "audience"), ({"area": "2900-3099"}, "area")):
        answer = await sends(visitor, page, "preview", **changed)
        assert 422 == answer.status
        assert "buiten jouw werkgebied" in words(answer)
        assert f'<a href="#{field}">' in answer.text
    assert [] == await drafts_of(author)


async def test_only_the_region_that_was_seen_is_submitted(town: Town, visitor: Visitor) -> None:
    """A region that was changed after the preview is shown again before it is asked for."""
    await national(town, visitor)
    stored = await previewed(visitor, audience="national", severity="P3")
    answer = await sends(visitor, stored, "ask", audience="area", area="29xx")
    assert 303 == answer.status
    assert "look=1" in answer.headers["Location"]


async def test_the_map_draws_the_region(town: Town, visitor: Visitor) -> None:
    """The map of a new notice has a dot for each postcode of a region, and nothing for the country, for what the table
    lacks and for what is no region."""
    await national(town, visitor)
    async with town.storage.reading() as uow:
        rows = [await uow.postcodes.get(pc4) for pc4 in ("2903", "2904")]
        [here] = [one for one in await uow.postcodes.municipalities() if one.name == CAPELLE]
    points = [spot_of(one.point) for one in rows if one]

    async def ground(region: str) -> object:
        answer = await visitor.get(f"/map/ground?region={region}")
        assert 200 == answer.status
        return json.loads(answer.text)

    for region in ("2903-2910", f"municipality:{here.id}"):
        drawn = await ground(region)
        assert isinstance(drawn, dict)
        assert str(drawn["path"]).startswith(f"m{points[0].x} {points[0].y}h0")
        assert len(points) == str(drawn["path"]).count("h0")
        assert all(abs(one.x - drawn["x"]) <= drawn["radius"] for one in points)
    for nothing in ("national", "9900-9999", "branch:jeweller", "", "%3Cb%3E"):
        assert await ground(nothing) is None


async def test_the_whole_map_and_the_page_of_the_notice_draw_its_ground(town: Town, visitor: Visitor) -> None:
    """A live notice to a region is drawn by its postcodes, without a circle, and says for whom it is; one to the
    country is drawn by its place alone."""
    world = await build(town)
    await enrolled(world.people["P"], visitor)
    alert = await world.live(HERE)
    for region, has_ground in (("2903-2904", True), ("national", False)):
        async with town.storage.transaction() as uow:
            stored = await uow.alerts.get(alert.id)
            jewellers = replace(stored.content, branches=frozenset({Branch.JEWELLER}), reach_m=0)
            await uow.alerts.save(replace(stored, content=replace(jewellers, region=parse_scope(region))))
        page, whole = await visitor.get(f"/alerts/{alert.id}"), await visitor.get("/map")
        for one in (page, whole):
            assert (has_ground, False) == ('class="ground" d="m' in one.text, 'class="reach" cx' in one.text), region
            assert "Voor: Juwelier, in " in words(one)
