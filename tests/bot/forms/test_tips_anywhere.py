"""Tests that a held tip goes to the police of every place that it reaches, and that half an hour begins with a card."""

from alerts.alert import AlertState
from alerts.errors import Throttled
from alerts.ids import AlertId
from alerts.kvo_group import NewKvoGroup
from alerts.role import Role
from alerts.services.prevention.hold_tip import has_held_tips_due, release_held_tips
from tests.bot.deputies import deputy_of
from tests.bot.police import alerts_of, data, jeweller
from tests.bot.town import Bubble, Person, Town

TIP = "Zet de vuilcontainers binnen, dan klimt er niemand op."


async def manager_of(town: Town, *codes: str) -> Person:
    """Return the manager of a group with these postcodes."""
    async with town.storage.transaction() as uow:
        maker = await uow.members.by_ref("telegram", str(town.person(1).id))
        assert maker is not None
        new = NewKvoGroup("De Koperwiek", frozenset(codes), frozenset())
        group = await uow.kvo_groups.add(new, maker.id, town.clock.now())
    return await town.coordinator(50, Role.KVO_MANAGER, f"kvo_group:{group.id}")


async def writes(author: Person, text: str = TIP) -> None:
    """Send a typed tip."""
    await author.types("/preventie")
    await author.types(text)
    await author.taps("alleen een tip")
    await author.taps("Naar de politie en dan versturen")


async def passes(town: Town, **later: float) -> None:
    """Set the clock forward, run the jobs for waiting tips, and deliver what is due."""
    town.clock.pass_by(**later)
    async with town.storage.transaction() as uow:
        if await has_held_tips_due(uow, town.clock.now()):
            await release_held_tips(uow, town.clock.now())
    await town.deliver()


async def state(town: Town) -> AlertState:
    """Return the state of the first tip."""
    async with town.storage.reading() as uow:
        return (await uow.alerts.get(AlertId(1))).state


def cards(person: Person) -> list[Bubble]:
    """Return the messages with a button that stops a tip."""
    return [one for one in person.bubbles if any("Tegenhouden" in button.label for button in one.buttons)]


async def test_police_of_the_second_municipality_are_asked_and_stop_it(town: Town) -> None:
    """Police of both municipalities of a group are asked and can stop its tip; police of a third are not told and
    cannot."""
    capelle = await town.coordinator(1, scope="2903")
    krimpen, rotterdam = await town.coordinator(3, scope="2922"), await town.coordinator(4, scope="3011")
    manager, shop = await manager_of(town, "2903", "2922"), await jeweller(town, 2, capelle)
    await writes(manager)
    assert [1, 1, 0] == [len(cards(one)) for one in (capelle, krimpen, rotterdam)]
    stop = data(cards(krimpen)[0], "Tegenhouden")
    await rotterdam.presses(stop, rotterdam.last)
    assert AlertState.PENDING is await state(town)
    await krimpen.taps("Tegenhouden", cards(krimpen)[0])
    await passes(town, hours=1)
    assert [] == alerts_of(shop)
    assert AlertState.RETRACTED is await state(town)


async def test_who_is_out_of_the_first_postcode_only_still_sends_and_takes_back(town: Town) -> None:
    """A marshal of the second municipality, without the first postcode in scope, writes a tip; police there let it go
    and retract it."""
    police, krimpen = await town.coordinator(1, scope="2903"), await town.coordinator(3, scope="2922")
    await manager_of(town, "2903", "2922")
    shop = await jeweller(town, 2, police)
    marshal = await town.coordinator(5, Role.CITY_MARSHAL, "2922")
    await writes(marshal)
    shown = cards(krimpen)[0]
    await passes(town, minutes=31)
    assert 1 == len(alerts_of(shop))
    await krimpen.taps("Meteen intrekken", shown)
    assert "INGETROKKEN" in shop.last.text


async def test_a_tip_for_the_whole_country_is_for_all_police(town: Town) -> None:
    """A trade association's tip waits for all police of the country: a colleague cannot let it go, and any officer
    stops or retracts it."""
    police, far = await town.coordinator(1), await town.coordinator(3, scope="3000-3099")
    shop = await jeweller(town, 2, police)
    guild = await town.coordinator(5, Role.TRADE_ASSOCIATION, "branch:jeweller")
    second = await town.coordinator(6, Role.TRADE_ASSOCIATION, "branch:jeweller")
    other = await town.coordinator(7, Role.TRADE_ASSOCIATION, "branch:bakery")
    marshal = await town.coordinator(8, Role.CITY_MARSHAL, "2900-2999")
    await writes(guild)
    send = data(cards(far)[0], "Nu versturen")
    assert [1, 1, 0, 0] == [len(cards(one)) for one in (police, far, second, other)]
    await second.presses(send, second.last)
    assert second.t.plain("not-allowed-tip-police") == town.screens.toasts[-1]
    for stranger in (other, marshal):
        await stranger.presses(send, stranger.last)
        assert AlertState.PENDING is await state(town)
    shown = cards(far)[0]
    await passes(town, minutes=31)
    assert 1 == len(alerts_of(shop))
    await far.types("/nakijken")
    assert "Meteen intrekken" in [one.label for one in far.last.buttons]
    await far.taps("Meteen intrekken", shown)
    assert "INGETROKKEN" in shop.last.text
    before = alerts_of(shop)
    await writes(guild)
    await far.taps("Tegenhouden", cards(far)[-1])
    await passes(town, hours=1)
    assert before == alerts_of(shop)


async def test_a_deputy_is_no_other_police(town: Town) -> None:
    """A tip by police waits when the only other officer is their deputy."""
    police = await town.coordinator(1)
    await manager_of(town, "2903")
    shop = await jeweller(town, 2, police)
    deputy = await deputy_of(town, police, 52)
    await writes(police)
    assert [] == cards(deputy)
    await passes(town, hours=20)
    assert [] == alerts_of(shop)
    assert AlertState.PENDING is await state(town)


async def test_the_half_hour_begins_when_the_card_is_there(town: Town) -> None:
    """When Telegram delays the card twice, the half hour begins when it arrives, and the card says when the tip is
    sent."""
    police = await town.coordinator(1)
    manager, shop = await manager_of(town, "2903"), await jeweller(town, 2, police)
    town.screens.refusals[str(police.id)] = [Throttled(600), Throttled(600)]
    await writes(manager)
    assert [] == cards(police)
    await passes(town, minutes=11)
    assert [] == cards(police)
    await passes(town, minutes=11)
    assert "13:52" in cards(police)[0].text
    await passes(town, minutes=20)
    assert [] == alerts_of(shop), "42 minutes after it was asked"
    await passes(town, minutes=11)
    assert 1 == len(alerts_of(shop))


async def test_nothing_goes_while_no_card_arrives(town: Town) -> None:
    """While no card arrives the tip waits for hours, and a card at an officer who left does not count."""
    first = await town.coordinator(1)
    late = await town.coordinator(3)
    manager, shop = await manager_of(town, "2903"), await jeweller(town, 2, first)
    town.screens.refusals[str(late.id)] = [Throttled(14 * 60) for _ in range(20)]
    await writes(manager)
    assert [1, 0] == [len(cards(one)) for one in (first, late)]
    await first.types("/stop")
    for _ in range(4):
        await passes(town, minutes=15)
    assert [[], []] == [cards(late), alerts_of(shop)]
    town.screens.refusals.clear()
    await passes(town, minutes=15)
    assert 1 == len(cards(late))
    assert [] == alerts_of(shop)
    await passes(town, minutes=31)
    assert 1 == len(alerts_of(shop))


async def test_police_who_come_later_are_asked_as_well(town: Town) -> None:
    """Police who start while a tip waits get a card, which says when it is sent."""
    police = await town.coordinator(1)
    manager, shop = await manager_of(town, "2903"), await jeweller(town, 2, police)
    await writes(manager)
    town.clock.pass_by(minutes=5)
    newcomer = await town.coordinator(3)
    await passes(town, minutes=1)
    assert ["13:30" in one.text for one in cards(newcomer)] == [True]
    await newcomer.taps("Tegenhouden", cards(newcomer)[0])
    await passes(town, hours=1)
    assert [] == alerts_of(shop)
