"""Tests of *Minder hiervan*: each way to get fewer notices is one tap, is told, and can be taken back."""

import pytest

from alerts.member import Member
from alerts.premises import Following
from alerts.severity import Severity
from tests.bot.handlers.test_delivery_rules import warns
from tests.bot.police import alerts_of, jeweller, send_alone, to_preview
from tests.bot.town import Person, Town


@pytest.fixture
async def police(town: Town) -> Person:
    """The police of 2903, alone on duty."""
    return await town.coordinator(90, scope="national")


async def stored(person: Person) -> tuple[Member, Following]:
    """Return a member as stored, with their first shop."""
    async with person.town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
        assert member is not None
        return member, (await uow.premises.followings(member.id))[0]


async def reads(person: Person) -> None:
    """Tap *Gelezen* and *Minder hiervan* below the newest notice."""
    await person.taps(person.t.plain("seen-button"))
    await person.taps(person.t.plain("fewer"))


async def test_patterns_are_off_with_a_tap_and_on_again_with_another(town: Town, police: Person) -> None:
    """Of a pattern the severity can be muted; the next one does not come, and after taking it back it does."""
    els = await jeweller(town, 1, police)
    await warns(police, severity="P3 ·")
    await reads(els)
    await els.taps(els.t.plain("fewer-do-mute", severity="P3"))
    assert els.t("fewer-done-mute", severity="P3") in els.last.text
    assert frozenset({Severity.P3}) == (await stored(els))[0].muted
    await warns(police, severity="P3 ·")
    assert 1 == len(alerts_of(els))
    await els.presses("fewer-undo:1.mute.0.0:0")
    assert els.t("fewer-undone") in els.last.text
    assert frozenset[Severity]() == (await stored(els))[0].muted
    await els.presses("fewer-undo:1.mute.0.0:0")
    assert frozenset[Severity]() == (await stored(els))[0].muted, "taken back twice is taken back"
    await warns(police, severity="P3 ·")
    assert 2 == len(alerts_of(els))


async def test_a_warning_for_ones_own_shop_can_only_be_paused(town: Town, police: Person) -> None:
    """A week's pause with one tap, and its end with another; no button would cut the sender's reach."""
    els = await jeweller(town, 1, police)
    await warns(police)
    await reads(els)
    ways = [one.label for one in els.last.buttons]
    assert [els.t.plain("fewer-do-pause"), els.t.plain("settings-moments")] == ways
    await els.taps(els.t.plain("fewer-do-pause"))
    assert (await stored(els))[0].paused_until is not None
    await warns(police)
    assert 1 == len(alerts_of(els))
    await els.taps(els.t.plain("fewer-undo"))
    assert (await stored(els))[0].paused_until is None
    await town.deliver()
    assert 2 == len(alerts_of(els)), "what the pause held comes"


async def test_from_farther_away_the_distance_shrinks_below_that_of_the_notice(town: Town, police: Person) -> None:
    """A shop at almost 7 km that chose 10 km gets 5 km, and 10 km back; it is told which shop."""
    bob = town.person(2)
    await bob.subscribes("3011AB", "jeweller", "Goud 2", "2")
    await police.taps("Verifiëren")
    await bob.types("/mijn")
    await bob.taps("Wijzig Goud 2")
    await bob.taps(bob.t.plain("shop-wider"))
    await bob.taps(bob.t.plain("wider-choice", kilometres="10"))
    await warns(police)
    assert 1 == len(alerts_of(bob))
    await reads(bob)
    await bob.taps(bob.t.plain("fewer-do-narrower", kilometres="5", shop="Goud 2"))
    assert 5_000 == (await stored(bob))[1].wider_m
    assert "Goud 2" in bob.last.text
    await warns(police)
    assert 1 == len(alerts_of(bob))
    await bob.presses("fewer-undo:1.narrower.1.10000:0")
    assert 10_000 == (await stored(bob))[1].wider_m


async def test_another_branch_is_dropped_and_followed_again(town: Town, police: Person) -> None:
    """Whoever followed drugstores beside their own branch no longer does."""
    els = await jeweller(town, 1, police)
    await els.types("/mijn")
    await els.taps("Wijzig Goud 1")
    await els.taps(els.t.plain("shop-branches"))
    await els.taps("Drogist")
    await to_preview(police, branch="Drogist", tlp="GREEN ·")
    await send_alone(police)
    await reads(els)
    await els.taps(els.t.plain("fewer-do-branch", branch="Drogist", shop="Goud 1"))
    assert frozenset() == (await stored(els))[1].extra_branches
    await els.taps(els.t.plain("fewer-undo"))
    assert {"drugstore"} == (await stored(els))[1].extra_branches


async def test_odd_buttons_change_nothing(town: Town, police: Person) -> None:
    """What is not offered for this notice, or is somebody else's, cannot be chosen or taken back."""
    els, bob = await jeweller(town, 1, police), await jeweller(town, 2, police)
    await warns(police)
    stranger = await jeweller(town, 3, police)
    for person, data in (
        (els, "fewer-do:1.mute.0.0:0"),
        (els, "fewer-do:1.narrower.2.10000:0"),
        (els, "fewer-undo:1.narrower.2.10000:0"),
        (els, "fewer-undo:1.narrower.1.7:0"),
        (els, "fewer-undo:1.branch.1.drugstore:0"),
        (els, "fewer-undo:1.x.1.1:0"),
        (els, "fewer-do:9.pause.0.0:0"),
        (stranger, "fewer-do:1.pause.0.0:0"),
        (stranger, "fewer-undo:1.pause.0.0:0"),
    ):
        await person.presses(data)
        assert person.t.plain("not-found") == town.screens.toasts[-1], data
    for one in (els, bob, stranger):
        member, following = await stored(one)
        assert (None, None, frozenset()) == (member.paused_until, following.wider_m, following.extra_branches)
