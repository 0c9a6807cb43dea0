"""Tests of two entries that look like one shop: a link never verifies an unverified sign-up, and cards name the
other."""

from tests.bot.handlers.test_invites import colleague_link
from tests.bot.handlers.test_inviting_shops import counter_qr
from tests.bot.handlers.test_my_overview import member_of
from tests.bot.handlers.test_verification import shop
from tests.bot.police import alerts_of, ask_approval, card
from tests.bot.recorded import acts
from tests.bot.town import Person, Town


async def signs_up(person: Person, name: str = "De Parel", number: str = "7") -> Person:
    """Sign up as a jeweller at 2903 AB."""
    await person.subscribes("2903AB", "jeweller", name, number)
    return person


async def test_a_link_verifies_the_shop_of_who_comes_by_it_and_not_a_sign_up_that_was_first(town: Town) -> None:
    """A link for the real shop gives nothing to a person who signed up with its facts earlier."""
    agent, other = await town.coordinator(90), await town.coordinator(91)
    eve, els = await signs_up(town.person(2)), town.person(1)
    secret = await counter_qr(agent)
    assert agent.t("invite-twin") in agent.last.text
    await els.types(f"/start {secret}")
    assert (await shop(els)).is_verified
    assert not (await shop(eve)).is_verified
    async with town.storage.reading() as uow:
        [owner] = await uow.premises.members_of((await shop(els)).id)
    assert (owner.member_id, owner.is_owner) == ((await member_of(els)).id, True)
    await ask_approval(agent)
    await other.taps("Akkoord", card(other))
    assert [1, 0] == [len(alerts_of(person)) for person in (els, eve)]


async def test_the_card_says_that_a_shop_with_these_facts_is_verified_already(town: Town) -> None:
    """The card of a sign-up names a verified shop with its facts, in the notice and in the list, where one tap is not
    enough."""
    agent, els, eve = await town.coordinator(90), town.person(1), town.person(2)
    await els.types(f"/start {await counter_qr(agent)}")
    await signs_up(eve)
    assert agent.t("signup-people", count=1) in agent.last.text
    assert agent.t("signup-twin-verified") in agent.last.text
    await agent.types("/aanmeldingen")
    assert agent.t("signup-twin-verified") in agent.last.text
    assert "Verifieer De Parel" not in [one.label for one in agent.last.buttons]
    await agent.taps(agent.t.plain("signups-look", name="De Parel"))
    assert not (await shop(eve)).is_verified
    assert agent.t("signup-twin-verified") in agent.last.text
    await agent.taps(agent.t.plain("nav-back"))
    assert agent.t("signups-title") in agent.last.text
    await agent.taps(agent.t.plain("signups-look", name="De Parel"))
    await agent.taps(agent.t.plain("signup-verify"))
    assert (await shop(eve)).is_verified, "the coordinator decides"


async def test_the_card_says_that_the_shop_was_invited_and_this_is_not_who_came(town: Town) -> None:
    """The card of a sign-up names an invited shop with its facts, also by its address alone, whose name may be spelled
    otherwise."""
    agent, eve = await town.coordinator(90), town.person(2)
    await counter_qr(agent)
    await signs_up(eve, "Parel Juwelier")
    assert agent.t("signup-twin-invited") in agent.last.text
    town.clock.pass_by(days=31)
    await agent.types("/aanmeldingen")
    assert agent.t("signup-twin-invited") not in agent.last.text, "nobody can come by that link any more"


async def test_two_sign_ups_of_one_shop_are_looked_at_side_by_side(town: Town) -> None:
    """Two sign-ups of one shop name each other, and a neighbour's does not."""
    agent = await town.coordinator(90)
    await signs_up(town.person(1))
    assert agent.t("signup-twin-signed-up") not in agent.last.text
    await signs_up(town.person(2), "de  parel", "7")
    assert agent.t("signup-twin-signed-up") in agent.last.text
    await signs_up(town.person(3), "De Robijn", "9")
    assert agent.t("signup-twin-signed-up") not in agent.last.text
    await agent.types("/aanmeldingen")
    assert 2 == agent.last.text.count(agent.t("signup-twin-signed-up"))


async def test_who_signed_up_and_then_comes_by_a_link_brings_everybody_along(town: Town) -> None:
    """An owner who signed up and then follows a link brings the colleagues along, into one verified shop."""
    agent, els, jan = await town.coordinator(90), town.person(1), town.person(2)
    await signs_up(els)
    earlier = await shop(els)
    await jan.types(f"/start {await colleague_link(els)}")
    await els.types(f"/start {await counter_qr(agent)}")
    assert (await shop(els)) == (await shop(jan))
    assert (await shop(els)).is_verified
    assert jan.t("admitted") in jan.last.text
    async with town.storage.reading() as uow:
        owner, colleague = await uow.premises.members_of((await shop(els)).id)
        assert (await uow.premises.get(earlier.id)).closed_at is not None
    assert (owner.is_owner, colleague.is_owner) == (True, False)
    assert ("premises.closed", owner.member_id) in await acts(town, "premises")
    await agent.types("/aanmeldingen")
    assert agent.last.text == agent.t("signups-none")


async def test_another_shop_at_the_same_number_stays(town: Town) -> None:
    """A link to another shop at the same number leaves a person's sign-up in place, because somebody may run two
    there."""
    agent, els = await town.coordinator(90), town.person(1)
    await signs_up(els, "Goud en Zilver")
    await els.types(f"/start {await counter_qr(agent)}")
    async with town.storage.reading() as uow:
        shops = [one.premises for one in await uow.premises.followings((await member_of(els)).id)]
    assert [("De Parel", True), ("Goud en Zilver", False)] == sorted((one.name, one.is_verified) for one in shops)


async def test_a_colleague_who_comes_by_a_link_brings_nobody_along(town: Town) -> None:
    """A person who joins a verified shop as a colleague brings nobody along from an earlier entry."""
    agent, els, jan, eve = await town.coordinator(90), town.person(1), town.person(2), town.person(3)
    secret = await counter_qr(agent)
    await els.types(f"/start {secret}")
    await signs_up(jan)
    await eve.types(f"/start {await colleague_link(jan)}")
    await jan.types(f"/start {secret}")
    assert (await shop(jan)) == (await shop(els))
    assert (await shop(eve)) != (await shop(els))
    assert not (await shop(eve)).is_verified


async def test_who_asks_to_join_asks_the_verified_shop(town: Town) -> None:
    """A request to join goes to the verified shop, not to an earlier sign-up."""
    agent, els, eve, jan = await town.coordinator(90), town.person(1), town.person(2), town.person(3)
    await signs_up(eve)
    await els.types(f"/start {await counter_qr(agent)}")
    els.news(), eve.news()
    await signs_up(jan)
    await jan.taps(jan.t.plain("join-ask"))
    assert "De Parel" in els.news()
    assert eve.news() == ""


async def test_a_card_from_before_the_twin_is_looked_at_again(town: Town) -> None:
    """A card from before the invitation of the real shop shows that shop at the first tap, and verifies only at a
    second; so does an open list."""
    agent, eve = await town.coordinator(90), await signs_up(town.person(2))
    notice = agent.last
    await agent.types("/aanmeldingen")
    listed = agent.last
    await counter_qr(agent)
    for label, bubble in (("Verifiëren", notice), ("Verifieer De Parel", listed)):
        await agent.taps(label, bubble)
        assert agent.t.plain("signup-changed") == town.screens.toasts[-1]
        assert agent.t("signup-twin-invited") in bubble.text
        assert not (await shop(eve)).is_verified
    await agent.taps("Verifiëren", notice)
    assert (await shop(eve)).is_verified
