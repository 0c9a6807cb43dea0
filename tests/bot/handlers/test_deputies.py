"""Tests of deputies: named by a link, with the rights of the role, until they are removed or the role ends."""

import pytest

from alerts.ids import MemberId, RoleId
from alerts.kvo_group import NewKvoGroup
from alerts.ports import Storage
from alerts.role import Function, Role
from tests.bot.administering import administrator, invites
from tests.bot.confirming import NUMBER, follows
from tests.bot.deputies import deputy_link, deputy_of
from tests.bot.police import alerts_of, data, jeweller, send_alone, to_preview
from tests.bot.recorded import acts
from tests.bot.town import BEGIN, Town

MARSHAL = Role.CITY_MARSHAL


async def _deputy(storage: Storage, role: int) -> MemberId | None:
    async with storage.reading() as uow:
        return (await uow.roles.get(RoleId(role))).deputy_id


async def test_a_link_makes_a_deputy_and_both_hear_it(town: Town) -> None:
    """A link makes a deputy once; both are told, and the menu, /mijn and the list show it."""
    police = await town.coordinator(1)
    secret = await deputy_link(police)
    deputy, late = town.person(2), town.person(3)
    await follows(deputy, secret)
    assert "vervanger van de <b>overvalcoördinator" in deputy.last.text
    assert "is nu je vervanger" in police.last.text
    assert {"goedkeuren", "alert", "aanmeldingen"} <= set(deputy.menu)
    assert "vervanger" not in deputy.menu
    assert "vervanger" in police.menu
    await deputy.types("/mijn")
    assert "vervanger van de" in deputy.last.text
    await police.types("/vervanger")
    assert ["Vervanger weghalen"] == [one.label for one in police.last.buttons]
    await late.types(f"/start {secret}")
    assert "al gebruikt" in late.last.text


async def test_whose_deputy_somebody_is_goes_by_the_function(town: Town) -> None:
    """The deputy of a wijkagent is asked, told and listed as that of a wijkagent, not of another function."""
    admin = await administrator(town)
    police = town.person(1)
    await follows(police, await invites(admin, Role.POLICE, "2900-2999", function=Function.COMMUNITY_OFFICER))
    deputy = await deputy_of(town, police, 2)
    assert "vervanger van de <b>wijkagent (politie)</b>" in deputy.news()
    asked = [one.text for one in town.person(NUMBER).bubbles if "vervanger" in one.text]
    assert asked
    assert all("wijkagent (politie)" in one for one in asked)
    await police.types("/vervanger")
    assert "wijkagent (politie)" in police.last.text
    told = "".join(one.text for person in (police, deputy, town.person(NUMBER)) for one in person.bubbles)
    assert "overvalco" not in told


async def test_a_deputy_does_what_the_role_does(town: Town) -> None:
    """A deputy verifies a shop, and writes a notice that the holder approves."""
    police = await town.coordinator(1)
    deputy = await deputy_of(town, police, 2)
    shop = await jeweller(town, 3, police, verified=False)
    await deputy.types("/aanmeldingen")
    await deputy.taps("Verifieer")
    assert "geverifieerd" in shop.last.text
    await to_preview(deputy)
    await deputy.taps("Vraag akkoord")
    await police.taps("Akkoord")
    assert 1 == len(alerts_of(shop))


async def test_a_shop_that_a_deputy_invites_is_vouched_for(town: Town) -> None:
    """A shop that a deputy invites is verified like one that the holder invites."""
    police = await town.coordinator(1)
    deputy = await deputy_of(town, police, 2)
    await deputy.types("/uitnodigen")
    for typed in ("2903AB", "Juwelier", "Goud", "12"):
        await deputy.types(typed)
    await deputy.taps("Maak de link")
    secret = deputy.bubbles[-2].text.split("start=")[1].split()[0]
    shop = town.person(3)
    await shop.types(f"/start {secret}")
    async with town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(shop.id))
        assert member is not None
        (following,) = await uow.premises.followings(member.id)
    assert following.premises.is_verified


async def test_the_holder_removes_the_deputy(town: Town) -> None:
    """A removed deputy loses all rights and is told; an earlier link does not restore them."""
    police = await town.coordinator(1)
    deputy = await deputy_of(town, police, 2)
    await police.types("/vervanger")
    await police.taps("Vervanger weghalen")
    assert "geen vervanger" in police.last.text
    assert "geen vervanger meer" in deputy.last.text
    await deputy.types("/goedkeuren")
    assert "alleen de politie" in deputy.last.text
    assert await _deputy(town.storage, 1) is None


async def test_a_deputy_who_erases_everything_does_not_vanish_in_silence(town: Town) -> None:
    """When a deputy erases themselves the holder is told and can name another; the record has the end."""
    police = await town.coordinator(1)
    deputy = await deputy_of(town, police, 2)
    police.news()
    await deputy.types("/verwijder")
    await deputy.taps("Ja, wis")
    assert "Je hebt geen vervanger meer als <b>overvalcoördinator" in police.news()
    assert await _deputy(town.storage, 1) is None
    steps = ["deputy.asked", "deputy.confirmed", "deputy.named", "deputy.ended"]
    assert steps == [action for action, _ in await acts(town, "role")]
    await police.types("/vervanger")
    assert ["Vervanger aanwijzen"] == [one.label for one in police.last.buttons]


async def test_a_new_link_or_a_removal_voids_the_links_before(town: Town) -> None:
    """A new link or a removal voids earlier links."""
    police = await town.coordinator(1)
    first, second = await deputy_link(police), await deputy_link(police)
    person = town.person(2)
    await person.types(f"/start {first}")
    assert "ingetrokken" in person.last.text
    await follows(person, second)
    assert await _deputy(town.storage, 1) is not None


async def test_nobody_is_their_own_deputy(town: Town) -> None:
    """The holder cannot use their own link, which stays valid."""
    police = await town.coordinator(1)
    secret = await deputy_link(police)
    await police.types(f"/start {secret}")
    assert "zelf gemaakt" in police.last.text
    assert await _deputy(town.storage, 1) is None
    await follows(town.person(2), secret)
    assert await _deputy(town.storage, 1) is not None


async def test_a_link_for_a_week_and_no_longer(town: Town) -> None:
    """A link for a deputy is valid for a week, like other role links."""
    police = await town.coordinator(1)
    secret = await deputy_link(police)
    town.clock.pass_by(days=7)
    late = town.person(2)
    await late.types(f"/start {secret}")
    assert "verlopen" in late.last.text


async def test_only_holders_name_deputies(town: Town) -> None:
    """A deputy, a shopkeeper and a stranger cannot name deputies, by command or by a button of somebody else."""
    police, other = await town.coordinator(1), await town.coordinator(5, MARSHAL)
    await police.types("/vervanger")
    name = data(police.last, "aanwijzen")
    deputy = await deputy_of(town, police, 2)
    await police.types("/vervanger")
    end = data(police.last, "weghalen")
    shop, stranger = town.person(3), town.person(4)
    await shop.subscribes("2903AB", "jeweller", "Goud", "2")
    only_holders = "wie de rol zelf heeft"
    for person, said, pressed in (
        (deputy, only_holders, only_holders),
        (shop, only_holders, "niet voor jou"),
        (stranger, "/start", "/start"),
    ):
        await person.types("/vervanger")
        assert said in person.last.text
        for button in (name, end):
            await person.presses(button, person.last)
            assert pressed in town.screens.toasts[-1]
    for button in (name, end):
        await other.presses(button, other.last)
        assert "niet voor jou" in town.screens.toasts[-1]
    assert await _deputy(town.storage, 1) is not None


async def test_stale_and_altered_buttons_change_nothing(town: Town) -> None:
    """An old button does not remove a deputy that was replaced since."""
    police = await town.coordinator(1)
    await deputy_of(town, police, 2)
    await police.types("/vervanger")
    old, end = police.last, data(police.last, "weghalen")
    await police.taps("Vervanger weghalen")
    await deputy_of(town, police, 3)
    for button, said in (
        (end, "niet meer"),
        ("deputy-name:1:0", "al een vervanger"),
        ("deputy-end:1:0", "bestaat niet"),
        ("deputy-end:²:0", "bestaat niet"),
        ("deputy-name:99:0", "bestaat niet"),
    ):
        await police.presses(button, old)
        assert said in town.screens.toasts[-1]
    assert await _deputy(town.storage, 1) is not None


async def test_two_who_follow_the_same_link(town: Town) -> None:
    """Of two people who follow the same link one is the deputy; the deputy who follows it again is told so."""
    police = await town.coordinator(1)
    secret = await deputy_link(police)
    one, two = town.person(2), town.person(3)
    await follows(one, secret)
    await two.types(f"/start {secret}")
    assert "al gebruikt" in two.last.text
    await follows(one, secret)
    assert "heb je al" in one.last.text


async def test_a_deputy_gets_no_copies_of_what_the_holder_gets(town: Town) -> None:
    """A deputy gets no copies of the holder's messages, and finds them under /actueel."""
    police = await town.coordinator(1, MARSHAL)
    sender = await town.coordinator(4)
    deputy = await deputy_of(town, police, 2)
    await to_preview(sender)
    await send_alone(sender)
    assert [[], 1] == [alerts_of(deputy), len(alerts_of(police))]
    await deputy.types("/actueel")
    assert 1 == len(alerts_of(deputy))


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_list_reads_well_in_both_languages(town: Town, language: str) -> None:
    """The list shows a holder without and with a deputy in both languages."""
    police = await town.coordinator(1)
    if language == "en":
        await police.types("/mijn")
        await police.taps("Taal")
        await police.taps("English")
    await police.types("/deputy")
    none = {"nl": "geen vervanger", "en": "no deputy"}[language]
    assert none in police.last.text


@pytest.mark.parametrize("role", Role)
async def test_every_role_can_have_a_deputy(town: Town, role: Role) -> None:
    """Every role can have a deputy, who is offered the holder's actions except naming deputies."""
    scopes = {Role.KVO_MANAGER: "kvo_group:1", Role.TRADE_ASSOCIATION: "branch:jeweller"}
    maker = await town.coordinator(9)
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(maker.id))
        assert member is not None
        await uow.kvo_groups.add(NewKvoGroup("Hoekplein", frozenset({"2903"}), frozenset()), member.id, BEGIN)
    holder = await town.coordinator(1, role, scopes.get(role, "2900-2999"))
    deputy = await deputy_of(town, holder, 2)
    assert sorted(set(holder.menu) - {"vervanger"}) == sorted(deputy.menu)
