"""Tests that a coordinator verifies a shop, and that a move undoes it."""

import pytest

from alerts.ids import PremisesId
from alerts.premises import Premises
from alerts.role import Role
from tests.bot.group_chats import make_group
from tests.bot.town import Person, Town

pytestmark = pytest.mark.quick


async def shop(person: Person) -> Premises:
    """Return the person's only shop."""
    async with person.town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
        assert member is not None
        [following] = await uow.premises.followings(member.id)
    return following.premises


async def test_police_verifies_with_one_tap_and_the_shop_hears_it(town: Town) -> None:
    """Police verify with one tap, and the shop is told (docs/domain.md §6, scenario 7, first half)."""
    agent = await town.coordinator(90)
    els = town.person(1)
    await els.subscribes("2903AB", "jeweller", "De Parel", "7")
    assert els.t("details-asked") in els.news()
    assert "De Parel" in agent.last.text
    assert "2903 AB 7" in agent.last.text
    assert agent.last.message.is_protected

    await agent.taps(agent.t.plain("signup-verify"))
    assert (await shop(els)).is_verified
    assert els.t("verified", name="De Parel") in els.last.text
    assert agent.t("signup-done") in agent.last.text
    assert [agent.t.plain("unverify")] == [one.label for one in agent.last.buttons]


@pytest.mark.parametrize(
    ("role", "scope"),
    [
        (Role.POLICE, "2900-2999"),
        (Role.CITY_MARSHAL, "municipality:Capelle aan den IJssel"),
        (Role.KVO_MANAGER, "kvo_group:1"),
        (Role.TRADE_ASSOCIATION, "branch:jeweller"),
    ],
)
async def test_each_who_may_vouch_does_it_with_one_tap(town: Town, role: Role, scope: str) -> None:
    """Each role that may verify does so with one tap under the notice of a sign-up, and the shop is told."""
    await make_group(await town.coordinator(90), codes="2903", branch="Juwelier")
    coordinator, els = await town.coordinator(91, role, scope), town.person(1)
    await els.subscribes("2903AB", "jeweller", "De Parel", "7")
    [verify] = [one for one in coordinator.last.buttons if one.data]
    await coordinator.presses(str(verify.data), coordinator.last)  # the one tap
    assert (await shop(els)).is_verified
    assert els.t("verified", name="De Parel") in els.last.text


async def test_an_administrator_verifies_from_the_list(town: Town) -> None:
    """An administrator, who is not told of each sign-up in the country, verifies from the list."""
    administrator, els = await town.coordinator(91, Role.ADMINISTRATOR, "national"), town.person(1)
    administrator.news()
    await els.subscribes("3011AB", "jeweller", "De Parel", "7")
    assert administrator.news() == ""
    await administrator.types("/aanmeldingen")
    await administrator.taps("Verifieer De Parel")
    assert (await shop(els)).is_verified


async def test_the_second_coordinator_sees_that_it_was_done(town: Town) -> None:
    """A second coordinator who presses reads that the shop is already verified."""
    agent, marshal = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    els = town.person(1)
    await els.subscribes("2903AB", "jeweller", "De Parel", "7")
    shown = marshal.last.buttons[0].data
    assert shown is not None
    await agent.taps(agent.t.plain("signup-verify"))
    els.news()
    assert marshal.t("signup-done") in marshal.last.text
    await marshal.presses(shown, marshal.last)
    assert town.screens.toasts[-1] == marshal.t.plain("too-late-verified")
    assert marshal.t("signup-done") in marshal.last.text
    assert els.news() == "", "told once"


async def test_only_coordinators_of_the_place_are_asked(town: Town) -> None:
    """Only coordinators with the place in scope are told of a sign-up."""
    near, far = await town.coordinator(90), await town.coordinator(91, scope="3000-3099")
    director = await town.coordinator(92, Role.SAFETY_DIRECTOR)
    for one in (near, far, director):
        one.news()
    await town.person(1).subscribes("2903AB", "jeweller", "De Parel", "7")
    assert "De Parel" in near.news()
    assert far.news() == director.news() == ""


async def test_a_button_is_no_authority(town: Town) -> None:
    """A person without the right cannot verify by a forwarded or forged button."""
    far = await town.coordinator(91, scope="3000-3099")
    els, stranger = town.person(1), town.person(2)
    await els.subscribes("2903AB", "jeweller", "De Parel", "7")
    premises = await shop(els)
    data = f"verify:{premises.id}:{premises.version}"
    await far.presses(data)
    assert town.screens.toasts[-1] == far.t.plain("not-found")
    await els.presses(data)
    assert town.screens.toasts[-1] == els.t.plain("not-allowed-verify_premises")
    await stranger.presses(data)
    assert town.screens.toasts[-1] == els.t.plain("not-allowed-start-first")
    assert not (await shop(els)).is_verified


async def test_nobody_verifies_their_own_shop(town: Town) -> None:
    """A coordinator cannot verify their own shop."""
    agent = await town.coordinator(90)
    await agent.types("/mijn")
    await agent.taps("Nog een zaak")
    await agent.types("2903AB")
    await agent.taps("Juwelier")
    await agent.taps(agent.t.plain("start-right"))
    await agent.types("De Parel")
    await agent.types("7")
    assert agent.t("details-only-you") in agent.news()
    premises = await shop(agent)
    await agent.presses(f"verify:{premises.id}:{premises.version}")
    assert town.screens.toasts[-1] == agent.t.plain("not-allowed-own-shop")
    await agent.types("/aanmeldingen")
    assert agent.last.text == agent.t("signups-none")
    assert {"aanmeldingen", "mijn", "alert"} <= set(agent.menu)


async def test_what_changed_since_it_was_shown_is_shown_again_first(town: Town) -> None:
    """Facts that changed since the card was sent are shown before the shop is verified."""
    agent, els = await town.coordinator(90), town.person(1)
    await els.subscribes("2903AB", "jeweller", "De Parel", "7")
    old = agent.last
    await els.types("/mijn")
    await els.taps("Wijzig De Parel")
    await els.taps(els.t.plain("shop-details"))
    await els.types("De Robijn")
    await els.types("9")
    await agent.taps(agent.t.plain("signup-verify"), old)
    assert town.screens.toasts[-1] == agent.t.plain("signup-changed")
    assert "De Robijn" in old.text
    await agent.taps(agent.t.plain("signup-verify"), old)
    assert (await shop(els)).is_verified


async def _renames(els: Person, name: str) -> None:
    await els.types("/mijn")
    await els.taps("Wijzig")
    await els.taps(els.t.plain("shop-details"))
    await els.types(name)
    await els.types("7")


async def test_renaming_over_and_over_asks_the_coordinator_once_a_day(town: Town) -> None:
    """Repeated renaming tells the coordinator once a day."""
    agent, els = await town.coordinator(90), town.person(1)
    await els.subscribes("2903AB", "jeweller", "De Parel", "7")
    agent.news()
    for name in ("De Robijn", "De Smaragd", "De Opaal"):
        await _renames(els, name)
    assert agent.news() == ""
    town.clock.pass_by(days=1)
    await _renames(els, "De Topaas")
    assert "De Topaas" in agent.news()
    town.clock.pass_by(days=1)
    await _renames(els, "De Topaas")
    assert agent.news() == "", "nothing has changed"


async def test_the_list_of_signups_is_worked_off(town: Town) -> None:
    """The list of sign-ups shrinks with each verification."""
    agent = await town.coordinator(90)
    for number, name in enumerate(("De Parel", "De Robijn")):
        await town.person(number).subscribes("2903AB", "jeweller", name, f"{number + 7}")
    await agent.types("/aanmeldingen")
    await agent.taps("Verifieer De Parel")
    assert "De Robijn" in agent.last.text
    assert "De Parel" not in agent.last.text
    await agent.taps("Verifieer De Robijn")
    assert agent.last.text == agent.t("signups-none")


async def test_retailers_cannot_open_the_list(town: Town) -> None:
    """A retailer cannot open the list of sign-ups."""
    els = town.person(1)
    await els.subscribes("2903AB", "jeweller")
    await els.types("/aanmeldingen")
    assert els.last.text == els.t("not-allowed-verify_premises")


async def test_moving_drops_the_verification_and_asks_for_the_new_address(town: Town) -> None:
    """A move drops the verification and asks for the new address."""
    agent, els = await town.coordinator(90), town.person(1)
    await els.subscribes("2903AB", "jeweller", "De Parel", "7")
    await agent.taps(agent.t.plain("signup-verify"))
    agent.news()
    await els.types("/mijn")
    await els.taps("Wijzig De Parel")
    await els.taps(els.t.plain("shop-move"))
    await els.types("2904XY")
    await els.taps("Blijft Juwelier")
    assert els.t("move-drops") in els.last.text
    els.news()
    await els.taps(els.t.plain("start-right"))
    assert els.t("moved-lost") in els.news()
    premises = await shop(els)
    assert (premises.pc6, premises.house_number, premises.is_verified) == ("2904XY", None, False)
    assert agent.t("shop-moved", was="2903 AB 7") in agent.news()

    await els.taps(els.t.plain("details-keep-name"))
    await els.types("12")
    assert agent.t("signup-title") in agent.last.text
    assert "2904 XY 12" in agent.last.text


async def test_another_branch_drops_it_too_and_asks_nothing_more(town: Town) -> None:
    """Another branch drops the verification, without another question."""
    agent, els = await town.coordinator(90), town.person(1)
    await els.subscribes("2903AB", "jeweller", "De Parel", "7")
    await agent.taps(agent.t.plain("signup-verify"))
    await els.types("/mijn")
    await els.taps("Wijzig De Parel")
    await els.taps(els.t.plain("shop-move"))
    await els.taps(els.t.plain("move-keep-place"))
    await els.taps("Opticien")
    await els.taps(els.t.plain("start-right"))
    premises = await shop(els)
    assert (premises.branch, premises.house_number, premises.is_verified) == ("optician", "7", False)
    assert agent.t.plain("signup-verify") in [one.label for one in agent.last.buttons]


async def test_moving_to_where_it_is_changes_nothing(town: Town) -> None:
    """A move to the same postcode changes nothing."""
    agent, els = await town.coordinator(90), town.person(1)
    await els.subscribes("2903AB", "jeweller", "De Parel", "7")
    await agent.taps(agent.t.plain("signup-verify"))
    await els.types("/mijn")
    await els.taps("Wijzig De Parel")
    await els.taps(els.t.plain("shop-move"))
    await els.taps(els.t.plain("move-keep-place"))
    await els.taps("Blijft Juwelier")
    await els.taps(els.t.plain("start-right"))
    assert els.last.text == els.t("move-nothing")
    assert (await shop(els)).is_verified


async def test_a_button_for_a_shop_that_is_not_there_is_refused(town: Town) -> None:
    """A button about a missing shop is refused."""
    agent = await town.coordinator(90)
    for data in ("verify:999:1", "verify:x:1", "vouch::0", "verify:99999999999999999999:1"):
        await agent.presses(data)
        assert town.screens.toasts[-1] == agent.t.plain("not-found")
    async with town.storage.reading() as uow:
        assert await uow.premises.unverified() == []
        assert PremisesId(999)
