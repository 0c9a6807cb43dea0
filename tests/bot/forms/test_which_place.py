"""Tests of a postcode that lies in two municipalities: who is asked which, and who is told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alerts.alert import AlertContent, IncidentKind
from alerts.area import Place
from alerts.ids import AlertId, MunicipalityId, PremisesId
from alerts.kvo_group import NewKvoGroup
from alerts.member import Language
from alerts.municipality import Municipality
from alerts.point import point_at
from alerts.postcode import Pc4Place
from alerts.premises import Premises, Verification
from alerts.role import Action, Role, parse_scope
from alerts.services.alert.compose_alert import compose_alert
from alerts.services.approval.find_approvers import find_approvers
from alerts.services.permission.find_coordinators import find_coordinators
from alerts.services.permission.locate_matter import municipalities_of, part_of
from alerts.services.scope.cover_scope import covers_scope
from alerts.severity import Severity
from alerts.targeting import target_of
from alerts.tlp import Tlp
from bot.conversation.menu import main_keyboard
from tests.bot.police import to_place
from tests.bot.reporting import report_of, reports, to_signals
from tests.bot.town import TABLE, ZONE, Person, Town

HERE, THERE = MunicipalityId("0402"), MunicipalityId("0417")
HILVERSUM, LAREN = "municipality:0402 Hilversum", "municipality:0417 Laren"
IN_HILVERSUM, IN_LAREN = point_at(52.2386, 5.1823), point_at(52.2500, 5.2200)


@pytest.fixture
async def border(town: Town) -> Town:
    """A table in which 1222 lies in Hilversum and in Laren, with the municipality of two PC6s."""
    rows = [
        Pc4Place("1222", "Hilversum", IN_HILVERSUM, "Hilversum", HERE),
        Pc4Place("1222", "Crailo", IN_LAREN, "Laren", THERE),
        *(Pc4Place(pc4, place, point_at(lat, lon), place) for pc4, lat, lon, place in TABLE),
    ]
    async with town.storage.transaction() as uow:
        await uow.postcodes.replace_all(rows, {"1222AB": 0, "1222AC": 1})
        for code, name in ((HERE, "Hilversum"), (THERE, "Laren")):
            await uow.municipalities.save(Municipality(name, sole_on_duty=True, code=code))
    return town


async def _premises(town: Town, number: int = 1) -> Premises:
    async with town.storage.reading() as uow:
        return await uow.premises.get(PremisesId(number))


async def _begun(town: Town, postcode: str) -> Person:
    els = town.person(1)
    await els.types("/start")
    await els.types(postcode)
    return els


async def _goes_on(els: Person) -> None:
    await els.types("Juwelier")
    await els.taps(els.t.plain("start-right"))
    await els.types("De Parel")
    await els.types("7")


@pytest.mark.parametrize(
    ("label", "code", "point"), [("Hilversum", HERE, IN_HILVERSUM), ("Crailo (gemeente Laren)", THERE, IN_LAREN)]
)
async def test_who_signs_up_is_asked_which_place(border: Town, label: str, code: str, point: object) -> None:
    """A person who signs up is asked which place; the answer decides the point and the coordinators, without a second
    check."""
    here = await border.coordinator(5, Role.POLICE, HILVERSUM)
    there = await border.coordinator(6, Role.POLICE, LAREN)
    els = await _begun(border, "1222 XY")
    assert els.t("place-which", code="1222 XY") == els.last.text
    await els.taps(label)
    await _goes_on(els)
    shop = await _premises(border)
    assert (code, point, False) == (shop.municipality, shop.point, shop.needs_check)
    heard = ["De Parel" in person.last.text for person in (here, there)]
    assert [code == HERE, code == THERE] == heard


@pytest.mark.parametrize(("pc6", "heard"), [("1222AB", [True, False]), ("1222AC", [False, True])])
async def test_the_pc6_decides_where_the_table_has_it(border: Town, pc6: str, heard: list[bool]) -> None:
    """Where the table has the PC6, it decides, and nobody is asked."""
    coordinators = [
        await border.coordinator(5, Role.POLICE, HILVERSUM),
        await border.coordinator(6, Role.POLICE, LAREN),
    ]
    els = await _begun(border, pc6)
    assert els.t("start-branch") == els.last.text
    await _goes_on(els)
    shop = await _premises(border)
    assert (None, IN_HILVERSUM if pc6 == "1222AB" else IN_LAREN) == (shop.municipality, shop.point)
    assert heard == ["De Parel" in person.last.text for person in coordinators]


async def test_another_postcode_is_taken_instead_of_an_answer(border: Town) -> None:
    """Another postcode is accepted in place of an answer: an unambiguous one goes on, an ambiguous one asks again; a
    button that was not offered is refused."""
    els = await _begun(border, "1222 XY")
    for typed in ("1222 XZ", "9999XY"):
        await els.types(typed)
    assert els.t("place-unknown", code="9999 XY") == els.last.text
    await els.types("1222 XY")
    assert els.t("place-which", code="1222 XY") == els.last.text
    await els.types("2903AB")
    assert els.t("start-branch") == els.last.text


async def test_a_shared_location_keeps_its_point(border: Town) -> None:
    """A shared location keeps its point, and only the municipality is asked."""
    els = border.person(1)
    await els.types("/start")
    await els.shares(52.2400, 5.1900)
    await els.taps("Crailo")
    await els.types("Juwelier")
    await els.taps(els.t.plain("start-right"))
    shop = await _premises(border)
    assert (THERE, point_at(52.2400, 5.1900)) == (shop.municipality, shop.point)


async def test_who_moves_is_asked_too(border: Town) -> None:
    """A move asks which place too, and a change to the other place of the same postcode counts as a move."""
    els = await _begun(border, "1222 XY")
    await els.taps("Hilversum")
    await _goes_on(els)
    await els.types("/mijn")
    await els.taps("De Parel")
    await els.taps(els.t.plain("shop-move"))
    await els.types("1222 XY")
    await els.taps("Crailo")
    await els.taps(els.t.plain("move-keep-branch", branch="Juwelier"))
    await els.taps(els.t.plain("start-right"))
    assert THERE == (await _premises(border)).municipality


async def test_of_a_shop_that_never_said_all_coordinators_hear(border: Town) -> None:
    """A sign-up without a choice, as from before, or with a municipality that no longer exists, goes to all
    coordinators."""
    people = [await border.coordinator(5, Role.POLICE, HILVERSUM), await border.coordinator(6, Role.POLICE, LAREN)]
    els = await _begun(border, "1222 XY")
    await els.taps("Hilversum")
    await _goes_on(els)
    for chose, hearing in ((None, [True, True]), (HERE, [True, False]), (MunicipalityId("0999"), [True, True])):
        async with border.storage.transaction() as uow:
            await uow.premises.save(replace(await uow.premises.get(PremisesId(1)), municipality=chose))
        for person in people:
            person.news()
        await reports(els)
        assert hearing == ["Gemeld:" in "".join(map(str, person.news())) for person in people], chose
        border.clock.pass_by(hours=2)


async def test_the_pc6_decides_over_what_was_chosen_before_the_table_had_it(border: Town) -> None:
    """When a new table has the PC6, it overrides the earlier choice: the shop that said Hilversum lies in Laren, whose
    coordinators decide."""
    here = await border.coordinator(5, Role.POLICE, HILVERSUM)
    there = await border.coordinator(6, Role.POLICE, LAREN)
    els = await _begun(border, "1222 XY")
    await els.taps("Hilversum")
    await _goes_on(els)
    async with border.storage.transaction() as uow:
        rows = [part for pc4 in ("1222", "2903") for part in await uow.postcodes.parts(pc4)]
        await uow.postcodes.replace_all(rows, {"1222AB": 0, "1222AC": 1, "1222XY": 1})
        shop = await uow.premises.get(PremisesId(1))
        part = await part_of(uow, shop.place)
        assert (HERE, "Crailo") == (shop.municipality, part.place if part else None)
        hearing = await find_coordinators(uow, Action.SEE_REPORTS, shop.place, border.clock.now())
        assert [str(there.id)] == [(await uow.members.get(one)).address.ref for one in hearing]
    for person in (here, there):
        person.news()
    await reports(els)
    assert [False, True] == ["Gemeld:" in person.news() for person in (here, there)]


async def test_a_notice_asks_the_leave_of_where_its_shops_lie(border: Town) -> None:
    """A notice needs the consent of the municipalities of its shops, by their PC6 where the table has it."""
    await border.coordinator(5, Role.POLICE, "1000-1299")
    els = await _begun(border, "1222AC")
    await _goes_on(els)
    async with border.storage.transaction() as uow:
        shop = await uow.premises.save(replace(await uow.premises.get(PremisesId(1)), municipality=HERE))
        await uow.premises.verify(shop.id, shop.version, Verification.VOUCH, None, border.clock.now())
        target = target_of(_robbery(border, Place("1222", None, IN_LAREN)))
        assert [Place("1222", municipality=THERE)] == await uow.deliveries.places_reached(target, border.clock.now())


async def test_a_report_from_elsewhere_is_asked_which_place(border: Town) -> None:
    """A report from another place asks which place, with its own words."""
    els = await _begun(border, "2903AB")
    await _goes_on(els)
    await to_signals(els)
    for _ in range(5):
        await els.taps("Overslaan")
    await els.taps("Ergens anders")
    await els.types("1222")
    assert els.t("place-which", code="1222") == els.last.text
    await els.taps("Crailo")
    await els.taps("Nu versturen")
    report = await report_of(border)
    assert (Place("1222", None, IN_LAREN, THERE), "Crailo") == (report.place, report.content.place_words)


async def test_a_notice_is_for_the_place_that_was_chosen(border: Town) -> None:
    """A notice has the point and police of the chosen place; while that question is open it cannot be submitted."""
    police = await border.coordinator(5, Role.POLICE, "1000-1299")
    await to_place(police)
    await police.types("1222")
    assert police.t("place-which", code="1222") == police.last.text
    await police.taps("Opslaan")
    await police.types("/concepten")
    await police.taps("Verder")
    assert police.t("place-which", code="1222") == police.last.text
    await police.taps("Crailo")
    await police.taps("5 km")
    for label in ("Juwelier", "Verder met", "P2 ·", "AMBER ·", "✓ "):
        await police.taps(label)
    async with border.storage.reading() as uow:
        content = (await uow.alerts.get(AlertId(1))).content
    assert (Place("1222", None, IN_LAREN, THERE), "Crailo") == (content.place, content.place_words)


def _robbery(town: Town, place: Place) -> AlertContent:
    return AlertContent(
        kind=IncidentKind.ROBBERY,
        what="Overval.",
        place=place,
        place_words="",
        reach_m=1_000,
        branches=frozenset(),
        severity=Severity.P2,
        tlp=Tlp.GREEN,
        until=town.clock.now() + timedelta(hours=1),
    )


async def _approvers(town: Town, place: Place) -> tuple[bool, tuple[str, ...]]:
    """Return whether the only police of 1222 may send a notice about this place alone, and which municipalities do not
    agree."""
    async with town.storage.transaction() as uow:
        (police,) = [one for one in await uow.roles.active(town.clock.now()) if one.role is Role.POLICE]
        content = _robbery(town, place)
        alert = await compose_alert(uow, police.member_id, content, town.clock.now(), zone=ZONE)
        found = await find_approvers(uow, alert, town.clock.now())
        return found.is_sole_on_duty, found.municipalities


async def test_alone_on_duty_needs_the_leave_of_each_that_it_may_lie_in(border: Town) -> None:
    """Without a choice sending alone needs the consent of both municipalities, and the refusal names the one that did
    not agree."""
    await border.coordinator(5, Role.POLICE, "1000-1299")
    unsaid, here, there = Place("1222"), Place("1222", municipality=HERE), Place("1222", "1222AC")
    assert [(True, ())] * 3 == [await _approvers(border, place) for place in (unsaid, here, there)]
    async with border.storage.transaction() as uow:
        await uow.municipalities.save(Municipality("Laren", sole_on_duty=False, code=THERE))
    assert [(False, ("Laren",)), (True, ()), (False, ("Laren",))] == [
        await _approvers(border, place) for place in (unsaid, here, there)
    ]


async def test_an_area_to_follow_is_asked_which_place(border: Town) -> None:
    """An area to follow asks which place, and its circle lies around that one."""
    els = await _begun(border, "2903AB")
    await _goes_on(els)
    await els.types("/mijn")
    await els.taps(els.t.plain("mine-areas-menu"))
    await els.taps(els.t.plain("areas-add"))
    await els.types("1222")
    await els.taps("Crailo")
    await els.taps("3 km")
    async with border.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(els.id))
        assert member is not None
        (followed,) = await uow.members.followed_areas(member.id)
    assert (IN_LAREN, "1222 Crailo") == (followed.area.centre.point, followed.words)


async def test_a_group_lies_in_a_municipality_only_with_all_of_its_ground(border: Town) -> None:
    """A group counts as in a municipality only with all of its area; an administrator cannot give its roles for a part
    that may lie elsewhere."""
    async with border.storage.transaction() as uow:
        member = await uow.members.add(channel="telegram", ref="9", language=Language.DUTCH, now=border.clock.now())
        for codes, is_theirs in (({"1222"}, False), ({"1222AB"}, True), ({"1222AB", "1222AC"}, False)):
            group = await uow.kvo_groups.add(
                NewKvoGroup("x", frozenset(codes), frozenset()), member.id, border.clock.now()
            )
            inner = parse_scope(f"kvo_group:{group.id}")
            assert is_theirs == await covers_scope(uow, parse_scope(HILVERSUM), inner), codes
            assert await covers_scope(uow, parse_scope("1222"), inner)


@pytest.mark.parametrize(("pc6", "municipality"), [("1222 XY", THERE), ("1222AC", None)])
async def test_who_shared_a_location_is_asked_once(border: Town, pc6: str, municipality: str | None) -> None:
    """After a shared location the typed postcode keeps the answer, unless the postcode decides by itself."""
    els = border.person(1)
    await els.types("/start")
    await els.shares(52.2400, 5.1900)
    await els.taps("Crailo")
    await _goes_on(els)
    await els.types(pc6)
    shop = await _premises(border)
    assert (pc6.replace(" ", ""), municipality, point_at(52.2400, 5.1900)) == (shop.pc6, shop.municipality, shop.point)
    async with border.storage.reading() as uow:
        assert {THERE} == await municipalities_of(uow, shop.place)


async def test_who_invites_a_shop_is_asked_which_place(border: Town) -> None:
    """A coordinator who invites a shop is asked which place, and can invite only to their own part."""
    agent = await border.coordinator(5, Role.CITY_MARSHAL, LAREN)
    await agent.types("/uitnodigen")
    await agent.types("1222 XY")
    assert agent.t("place-which", code="1222 XY") == agent.last.text
    await agent.taps("Hilversum")
    assert agent.t("not-allowed-outside-scope") == border.screens.toasts[-1]
    await agent.taps("Crailo")
    for answer in ("Juwelier", "De Parel", "7"):
        await agent.types(answer)
    await agent.taps(agent.t.plain("invite-make"))
    assert THERE == (await _premises(border)).municipality


async def test_the_location_button_goes_when_a_postcode_lies_in_several_places(border: Town) -> None:
    """The same step asks which place it is, and has no use for a location any more."""
    police = await border.coordinator(5, Role.POLICE, HILVERSUM)
    await to_place(police)
    await police.types("1222")
    assert police.t("place-understood", place="1222") == police.bubbles[-2].text
    assert main_keyboard(police.t) == police.bubbles[-2].keyboard
    assert police.t("place-which", code="1222") == police.last.text
