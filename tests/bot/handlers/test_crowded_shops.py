"""Tests of limits on a verified shop: the number of people, what new ones get, and a new owner."""

from alerts.ids import MemberId, PremisesId
from alerts.premises import MOST_PEOPLE
from alerts.services.shop.limit_people import FACT, GROWTH
from tests.bot.police import alerts_of, jeweller, send_alone, to_preview
from tests.bot.town import Person, Town


async def colleague_link(owner: Person) -> str:
    """Return the secret of a new link of the owner."""
    await owner.presses("colleague:1:" + str(await version(owner.town)), owner.last)
    return owner.last.text.split("start=")[1].split()[0]


async def version(town: Town) -> int:
    """Return the version of the first shop."""
    async with town.storage.reading() as uow:
        return (await uow.premises.get(PremisesId(1))).version


async def people(town: Town) -> int:
    """Return the number of people of the first shop."""
    async with town.storage.reading() as uow:
        return len(await uow.premises.members_of(PremisesId(1)))


async def joins(owner: Person, *numbers: int) -> list[Person]:
    """Let these people join by links of the owner, five for each link."""
    came = []
    for at, number in enumerate(numbers):
        if at % 5 == 0:
            secret = await colleague_link(owner)
        person = owner.town.person(number)
        await person.types(f"/start {secret}")
        came.append(person)
    return came


async def send(police: Person, tlp: str) -> None:
    """Send a notice of the only officer."""
    await to_preview(police, tlp=tlp)
    await send_alone(police)


async def test_a_colleague_of_less_than_a_day_gets_at_most_green(town: Town) -> None:
    """A colleague of less than a day gets at most GREEN and is told so; after a day AMBER. Those from before get it at
    once."""
    police = await town.coordinator(90)
    owner = await jeweller(town, 1, police)
    [new] = await joins(owner, 2)
    assert "De eerste 24 uur" in new.last.text
    await send(police, "AMBER ·")
    assert [1, 0] == [len(alerts_of(one)) for one in (owner, new)]
    await new.types("/actueel")
    assert [] == alerts_of(new)
    await send(police, "GREEN ·")
    assert [2, 1] == [len(alerts_of(one)) for one in (owner, new)]
    town.clock.pass_by(hours=24)
    await send(police, "AMBER ·")
    assert [3, 2] == [len(alerts_of(one)) for one in (owner, new)]


async def test_a_coordinator_vouches_for_who_is_new(town: Town) -> None:
    """A coordinator vouches for new people from the list of shops with most people; they are told, and get what the
    shop gets."""
    police = await town.coordinator(90)
    owner = await jeweller(town, 1, police)
    [new] = await joins(owner, 2)
    await police.types("/aanmeldingen")
    await police.taps("Zaken met meer mensen")
    assert "<b>Goud 1</b>: 2 mensen, deze week 1 erbij" in police.last.text
    await police.taps("Goud 1", police.last)
    assert "Nieuw en nog niet bekend: 1." in police.last.text
    assert police.last.message.is_protected
    await police.taps("Ik sta in")
    assert "Een coördinator staat voor je in" in new.last.text
    await send(police, "AMBER ·")
    assert 1 == len(alerts_of(new))
    await police.presses("crowd-vouch:1:0", police.last)
    assert police.t.plain("too-late-vouched") == town.screens.toasts[-1]


async def test_who_leaves_and_comes_back_is_new_again(town: Town) -> None:
    """A colleague who leaves and comes back is new again."""
    police = await town.coordinator(90)
    owner = await jeweller(town, 1, police)
    [colleague] = await joins(owner, 2)
    town.clock.pass_by(days=2)
    await colleague.types("/mijn")
    await colleague.taps("Goud 1")
    await colleague.taps("Weg bij")
    await colleague.taps("Ja, ")
    [colleague] = await joins(owner, 2)
    await send(police, "AMBER ·")
    assert [] == alerts_of(colleague)


async def test_more_than_so_many_take_a_coordinators_tap(town: Town) -> None:
    """Beyond the limit the next person is not admitted and the link stays valid; owner and coordinator are told, and
    after a tap they can join."""
    police = await town.coordinator(90)
    owner = await jeweller(town, 1, police)
    await joins(owner, *range(2, MOST_PEOPLE + 1))
    assert MOST_PEOPLE == await people(town)
    police.news()
    secret, late = await colleague_link(owner), town.person(50)
    for _ in range(2):
        await late.types(f"/start {secret}")
        assert late.t("invite-shop-full") == late.last.text
    assert MOST_PEOPLE == await people(town)
    assert f"horen al {MOST_PEOPLE} mensen" in owner.news()
    assert 1 == police.news().count("De zaak zit vol")
    await owner.presses("crowd-more:1.16:0", owner.last)
    assert MOST_PEOPLE == await people(town)
    await police.taps(f"Tot {2 * MOST_PEOPLE} mensen toestaan")
    assert f"mogen nu {2 * MOST_PEOPLE} mensen horen" in owner.last.text
    await late.types(f"/start {secret}")
    assert MOST_PEOPLE + 1 == await people(town)
    for most in (2 * MOST_PEOPLE, 1000, 0):
        await police.presses(f"crowd-more:1.{most}:0", police.last)
        assert police.t.plain("too-late-people") == town.screens.toasts[-1]


async def test_an_owner_lets_nobody_into_a_full_shop(town: Town) -> None:
    """An owner cannot admit anybody to a full shop: a request waits until there is room. The limit is a setting."""
    police = await town.coordinator(90)
    owner = await jeweller(town, 1, police)
    async with town.storage.transaction() as uow:
        await uow.facts.put(FACT, "1")
    jo = town.person(2)
    await jo.subscribes("2903AB", "jeweller", "Goud 1", "1")
    await jo.taps("Ja, vraag")
    await owner.taps("Toelaten")
    assert owner.t.plain("join-full") == town.screens.toasts[-1]
    assert 1 == await people(town)
    await police.taps("mensen toestaan")
    await owner.taps("Toelaten")
    assert 2 == await people(town)
    await send(police, "AMBER ·")
    assert [] == alerts_of(jo)


async def test_unusual_growth_is_told_once_a_day(town: Town) -> None:
    """Unusual growth is reported once a day, with the coordinator's choices: vouch, or withdraw the verification."""
    police = await town.coordinator(90)
    owner = await jeweller(town, 1, police)
    police.news()
    await joins(owner, *range(2, GROWTH + 1))
    assert "Wie hoort er bij" not in police.news()
    await joins(owner, *range(GROWTH + 1, GROWTH + 4))
    assert 1 == police.news().count("Wie hoort er bij")
    assert ["Ik sta in voor wie nieuw is", police.t.plain("unverify")] == [one.label for one in police.last.buttons]


async def test_another_owner_is_another_shop_until_a_coordinator_knows_them(town: Town) -> None:
    """After a change of owner the shop is unverified, its links are void and everybody is told; a coordinator's tap
    verifies it again."""
    police = await town.coordinator(90)
    owner = await jeweller(town, 1, police)
    [heir] = await joins(owner, 2)
    link = await colleague_link(owner)
    police.news()
    await owner.types("/mijn")
    await owner.taps("Goud 1")
    await owner.taps("Weg bij")
    await owner.taps("Ja, ")
    async with town.storage.reading() as uow:
        assert not (await uow.premises.get(PremisesId(1))).is_verified
    assert "heeft een andere eigenaar" in heir.last.text
    assert "Goud 1" in police.news()
    await town.person(3).types(f"/start {link}")
    assert 1 == await people(town)
    town.clock.pass_by(days=2)
    await send(police, "GREEN ·")
    assert [] == alerts_of(heir)
    await police.taps("Verifiëren")
    await send(police, "AMBER ·")
    assert 1 == len(alerts_of(heir))


async def test_a_shop_of_others_only(town: Town) -> None:
    """The limit cannot be raised by the shop's own people, also when they are coordinators, by coordinators elsewhere
    or by shops."""
    police, far = await town.coordinator(90), await town.coordinator(91, scope="3011")
    owner = await jeweller(town, 1, police)
    await joins(owner, 2)
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(police.id))
        assert member is not None
        await uow.premises.join(PremisesId(1), MemberId(member.id), is_owner=False, now=town.clock.now())
    for person in (police, far, owner, town.person(70)):
        for button in ("crowd:1:0", "crowd-vouch:1:0", "crowd-more:1.16:0", "crowd:99:0"):
            before = len(town.screens.toasts)
            await person.presses(button, person.bubbles[-1] if person.bubbles else None)
            assert len(town.screens.toasts) > before or person.bubbles
    async with town.storage.reading() as uow:
        belonging = await uow.premises.members_of(PremisesId(1))
        assert (await uow.premises.get(PremisesId(1))).people_allowed is None
    assert any(one.is_new(town.clock.now()) for one in belonging)
