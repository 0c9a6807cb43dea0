"""Tests of cards about a sign-up: every card shows what was decided, not only that of who pressed."""

import pytest

from alerts.role import Role
from tests.bot.administering import administrator
from tests.bot.handlers.test_attestation import days_pass
from tests.bot.handlers.test_grants import held
from tests.bot.handlers.test_inviting_shops import counter_qr
from tests.bot.handlers.test_verification import shop
from tests.bot.town import Bubble, Person, Town


def labels(bubble: Bubble) -> list[str]:
    """Return the labels of the buttons below a message."""
    return [one.label for one in bubble.buttons]


async def coordinators(town: Town) -> tuple[Person, Person, Person]:
    """Police, a colleague, and a city marshal."""
    agent, colleague = await town.coordinator(90), await town.coordinator(91)
    return agent, colleague, await town.coordinator(92, Role.CITY_MARSHAL)


@pytest.fixture
async def els(town: Town) -> Person:
    """A jeweller who signed up, with three coordinators who have a card of it."""
    await coordinators(town)
    els = town.person(1)
    await els.subscribes("2903AB", "jeweller", "De Parel", "7")
    return els


def cards(town: Town) -> list[Bubble]:
    """The three cards."""
    found = [town.person(number).last for number in (90, 91, 92)]
    assert all("De Parel" in one.text for one in found)
    return found


async def test_a_verification_shows_on_every_card(town: Town, els: Person) -> None:
    """A verification edits every card in place, without a new message; the one who pressed and the others can withdraw
    it."""
    before, t = cards(town), els.t
    assert [[t.plain("signup-verify")]] * 3 == [labels(one) for one in before]
    await town.person(90).taps(t.plain("signup-verify"))
    assert before == cards(town), "nobody gets a message more"
    assert [True] * 3 == [t("signup-done") in one.text for one in before]
    assert [[t.plain("unverify")]] * 3 == [labels(one) for one in before]


async def test_it_shows_on_the_own_card_of_who_pressed_elsewhere(town: Town, els: Person) -> None:
    """A press in the list, or on a card of another day, updates the presser's own card too."""
    before, agent = cards(town), town.person(90)
    await agent.types("/aanmeldingen")
    await agent.taps("Verifieer De Parel")
    assert [[els.t.plain("unverify")]] * 3 == [labels(one) for one in before]


async def test_a_verification_that_is_withdrawn_can_be_given_again_from_every_card(town: Town, els: Person) -> None:
    """After each withdrawal every card can verify again, as often as that happens."""
    found, t = cards(town), els.t
    for giver, taker in ((90, 91), (91, 92), (92, 90)):
        await town.person(giver).taps(t.plain("signup-verify"), found[giver - 90])
        assert (await shop(els)).is_verified
        await town.person(taker).taps(t.plain("unverify"), found[taker - 90])
        await town.person(taker).taps(t.plain("unverify-yes"), found[taker - 90])
        assert not (await shop(els)).is_verified
        assert [[t.plain("signup-verify")]] * 3 == [labels(one) for one in found]


async def test_who_gives_up_a_sign_up_leaves_no_card_to_press(town: Town, els: Person) -> None:
    """When a sign-up is given up, its cards have no button."""
    found, t = cards(town), els.t
    await els.types("/mijn")
    await els.taps("Wijzig De Parel")
    await els.taps(t.plain("shop-leave"))
    await els.taps(t.plain("leave-close"))
    assert [True] * 3 == [t("signup-closed") in one.text for one in found]
    assert [[]] * 3 == [labels(one) for one in found]


async def test_a_shop_that_lapsed_and_is_verified_again_shows_it_on_both_cards(town: Town, els: Person) -> None:
    """When a lapsed shop is verified again, the card of the sign-up and the card of the lapse both show it."""
    found, t = cards(town), els.t
    await town.person(90).taps(t.plain("signup-verify"))
    for days in (182, 14, 14):
        await days_pass(town, days)
    lapsed = cards(town)
    assert all(t("signup-lapsed") in one.text for one in lapsed)
    assert [[t.plain("signup-verify")]] * 6 == [labels(one) for one in (*found, *lapsed)]
    await town.person(92).taps(t.plain("signup-verify"))
    assert [[t.plain("unverify")]] * 6 == [labels(one) for one in (*found, *lapsed)]


async def test_a_shop_that_moved_is_no_longer_shown_as_verified(town: Town, els: Person) -> None:
    """A shop that moved is not shown as verified; a coordinator without its new place in scope sees nothing of it."""
    found, t = cards(town), els.t
    near = await town.coordinator(93, scope="2903")
    await els.types("/mijn")
    await els.taps("Wijzig De Parel")
    await els.taps(t.plain("shop-details"))
    await els.types("De Parel")
    await els.types("9")
    town.clock.pass_by(days=1)
    await els.types("/mijn")
    await els.taps("Wijzig De Parel")
    await els.taps(t.plain("shop-details"))
    await els.types("De Parel")
    await els.types("7")
    local = near.last
    await near.taps(t.plain("signup-verify"))
    await els.types("/mijn")
    await els.taps("Wijzig De Parel")
    await els.taps(t.plain("shop-move"))
    await els.types("2904XY")
    await els.taps("Blijft Juwelier")
    await els.taps(t.plain("start-right"))
    assert [True] * 3 == [t("signup-incomplete") in one.text for one in found]
    assert t("signup-elsewhere") == local.text
    assert [] == local.buttons


async def test_whoever_has_no_role_any_more_reads_nothing_new_of_a_shop(town: Town, els: Person) -> None:
    """The card of a coordinator without a role says that somebody else decides, and shows nothing new of the shop."""
    found, t = cards(town), els.t
    [grant] = await held(town.person(91))
    async with town.storage.transaction() as uow:
        await uow.roles.end_at(grant.id, town.clock.now())
    await town.person(90).taps(t.plain("signup-verify"))
    assert [t("signup-done") in one.text for one in found] == [True, False, True]
    assert t("signup-elsewhere") == found[1].text


async def test_what_an_administrator_let_in_is_withdrawn_on_every_card(town: Town) -> None:
    """When police or the city marshal withdraws a verification by an administrator, every card shows it."""
    agent, colleague, marshal = await coordinators(town)
    second = town.person(5)
    await second.types(f"/start {await counter_qr(await administrator(town))}")
    found, t = [one.last for one in (agent, colleague, marshal)], agent.t
    assert [[t.plain("unverify")]] * 3 == [labels(one) for one in found]
    await colleague.taps(t.plain("unverify"))
    await colleague.taps(t.plain("unverify-yes"))
    assert [[], [], []] == [labels(found[0]), labels(found[2]), labels(found[1])]
    assert [True] * 3 == [t("unverify-done") in one.text for one in found]


async def test_a_press_that_comes_too_late_all_the_same_says_so(town: Town, els: Person) -> None:
    """A press from a phone that was offline, whose card was not updated, says that it is too late."""
    [_, _, card], t = cards(town), els.t
    late = str(card.buttons[0].data)
    await town.person(90).taps(t.plain("signup-verify"))
    await town.person(92).presses(late, card)
    assert t.plain("too-late-verified") == town.screens.toasts[-1]


async def test_another_shops_card_is_left_alone(town: Town, els: Person) -> None:
    """The card of another shop is not changed, also when its number begins alike."""
    found, t = cards(town), els.t
    for number in range(2, 12):
        town.clock.pass_by(hours=1)
        await town.person(number).subscribes("2903AB", "bakery", f"Bakker {number}", str(number))
    assert (1, 10) == ((await shop(els)).id, (await shop(town.person(10))).id)
    edited = [one.text for one in town.person(91).bubbles]
    await town.person(90).taps(t.plain("signup-verify"), found[0])
    changed = [new.text for old, new in zip(edited, town.person(91).bubbles, strict=True) if old != new.text]
    assert [found[1].text] == changed
