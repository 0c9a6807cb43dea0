"""Tests of typed tips: held for half an hour, in which the police of the place can stop them."""

from datetime import timedelta

import pytest

from alerts.alert import Alert, AlertState, ApprovalKind
from alerts.ids import AlertId, RoleId
from alerts.kvo_group import NewKvoGroup
from alerts.role import Role
from alerts.services.alert.end_alert import end_due_alerts
from alerts.services.approval.remind_approvers import remind_approvers
from alerts.services.prevention.hold_tip import has_held_tips_due, release_held_tips
from tests.bot.deputies import deputy_of
from tests.bot.police import alerts_of, data, jeweller
from tests.bot.town import Bubble, Person, Town

TIP = "Zet de vuilcontainers binnen, dan klimt er niemand op."
ABOUT_SOMETHING = (
    "ALARM: bij de juwelier is het nu mis",
    "Over-val bij de Hema!",
    "De rode Toyota van de hoek hoort bij een bende",
    "Pas op voor de blauwe jas bij de ingang",
    "Bij nummer 12 is vanochtend de kassa leeg",
    "Zij komen elke dinsdag terug, let op",
    "W E E S alert: het busje staat er weer",
)


async def _group(town: Town) -> Person:
    """Return a group on 2903 and its manager, with a verified and an unverified shop."""
    async with town.storage.transaction() as uow:
        maker = await uow.members.by_ref("telegram", str(town.person(1).id))
        assert maker is not None
        group = await uow.kvo_groups.add(
            NewKvoGroup("De Koperwiek", frozenset({"2903"}), frozenset()), maker.id, town.clock.now()
        )
    return await town.coordinator(50, Role.KVO_MANAGER, f"kvo_group:{group.id}")


async def _writes(manager: Person, text: str = TIP) -> None:
    await manager.types("/preventie")
    await manager.types(text)
    await manager.taps("alleen een tip")
    await manager.taps("Naar de politie en dan versturen")


async def _ticks(town: Town, **later: float) -> None:
    """Run the jobs for waiting tips, after this time."""
    town.clock.pass_by(**later)
    async with town.storage.transaction() as uow:
        if await has_held_tips_due(uow, town.clock.now()):
            await release_held_tips(uow, town.clock.now())
        await remind_approvers(uow, town.clock.now())
        await end_due_alerts(uow, town.clock.now())
    await town.deliver()


async def _tip(town: Town, number: int = 1) -> Alert:
    async with town.storage.reading() as uow:
        return await uow.alerts.get(AlertId(number))


def _card(person: Person) -> Bubble:
    """Return the newest message with a button that stops a tip."""
    return next(one for one in reversed(person.bubbles) if any("Tegenhouden" in button.label for button in one.buttons))


async def test_nobody_stops_it_and_it_goes_out_after_half_an_hour(town: Town) -> None:
    """A tip that nobody stops is sent after half an hour; police of the place see it arrive and leave, review it, and
    can retract it in one tap."""
    police = await town.coordinator(1)
    manager, shop = await _group(town), await jeweller(town, 2, police)
    elsewhere = await town.coordinator(3, scope="3000-3099")
    await _writes(manager)
    assert "vandaag om 13:30" in manager.last.text
    assert TIP in _card(police).text
    assert "13:30" in _card(police).text
    assert [[], []] == [alerts_of(shop), [one for one in elsewhere.bubbles if TIP in one.text]]
    await _ticks(town, minutes=29)
    assert [] == alerts_of(shop)
    shown = _card(police)
    await _ticks(town, minutes=2)
    assert 1 == len(alerts_of(shop))
    assert "Niemand hield tip" in shown.text
    await police.types("/nakijken")
    assert "eigen woorden" in police.last.text
    assert "Meteen intrekken" in [one.label for one in police.last.buttons]
    await police.taps("Meteen intrekken", shown)
    assert "INGETROKKEN" in shop.last.text
    assert AlertState.RETRACTED is (await _tip(town)).state
    await police.types("/nakijken")
    assert [one.label for one in police.last.buttons] == ["Akkoord", "Niet akkoord"], "there is nothing to take back"


@pytest.mark.parametrize("text", ABOUT_SOMETHING)
async def test_words_do_not_decide(town: Town, text: str) -> None:
    """Text about something that happened is held whatever its words: no shop reads it before the police could stop
    it."""
    police = await town.coordinator(1)
    manager, shop = await _group(town), await jeweller(town, 2, police)
    unverified = await jeweller(town, 3, police, verified=False)
    await manager.types("/preventie")
    await manager.types(text)
    await manager.taps("alleen een tip")
    is_held = "Naar de politie en dan versturen" in [one.label for one in manager.last.buttons]
    if is_held:
        await manager.taps("Naar de politie en dan versturen")
        assert text in _card(police).text
        await police.taps("Tegenhouden", _card(police))
    else:
        assert "Stuur naar de politie" in [one.label for one in manager.last.buttons]
    await _ticks(town, minutes=31)
    assert [[], []] == [alerts_of(shop), alerts_of(unverified)]


async def test_police_stop_it_in_one_tap(town: Town) -> None:
    """Police stop a tip in one tap: its writer is told, nothing is sent, and the card says so to a later presser."""
    police, colleague = await town.coordinator(1), await town.coordinator(2)
    manager, shop = await _group(town), await jeweller(town, 3, police)
    await _writes(manager)
    late = _card(colleague)
    send = data(late, "Nu versturen")
    await police.taps("Tegenhouden", _card(police))
    assert "tegengehouden" in late.text
    assert "tegengehouden door een collega" in manager.last.text
    await colleague.presses(send, late)
    assert colleague.t.plain("tip-too-late") == town.screens.toasts[-1]
    await _ticks(town, hours=1)
    assert [] == alerts_of(shop)
    assert AlertState.RETRACTED is (await _tip(town)).state


async def test_police_let_it_go_at_once(town: Town) -> None:
    """A tip that police let go is sent at once, and needs no review."""
    police = await town.coordinator(1)
    manager, shop = await _group(town), await jeweller(town, 2, police)
    await _writes(manager)
    await police.taps("Nu versturen", _card(police))
    assert 1 == len(alerts_of(shop))
    await police.types("/nakijken")
    assert police.t("reviews-none") == police.last.text


async def test_its_writer_takes_it_back(town: Town) -> None:
    """The writer withdraws a tip by the button under the answer, which others cannot use."""
    police = await town.coordinator(1)
    manager, shop = await _group(town), await jeweller(town, 2, police)
    await _writes(manager)
    stop = data(manager.last, "Toch niet")
    await shop.presses(stop, shop.last)
    assert AlertState.PENDING is (await _tip(town)).state
    await manager.taps("Toch niet")
    await _ticks(town, hours=1)
    assert [] == alerts_of(shop)


async def test_without_police_in_reach_it_waits_for_a_second_manager(town: Town) -> None:
    """Without police who can be reached a tip waits for a second manager, who is neither its writer nor a deputy of the
    writer."""
    police = await town.coordinator(1)
    manager, shop = await _group(town), await jeweller(town, 2, police)
    second = await town.coordinator(51, Role.KVO_MANAGER, "kvo_group:1")
    deputy = await deputy_of(town, manager, 52)
    await police.types("/mijn")
    await police.types("/stop")
    await _writes(manager)
    assert "geen politie" in manager.last.text
    assert "Er was geen politie" in _card(second).text
    await _ticks(town, hours=20)
    assert [] == alerts_of(shop)
    send = data(_card(second), "Nu versturen")
    for other in (manager, deputy):
        await other.presses(send, other.last)
        assert other.t.plain("not-allowed-own-alert") == town.screens.toasts[-1]
    await second.types("/preventie")
    assert TIP in _card(second).text, "it is found again there"
    await second.taps("Nu versturen", _card(second))
    assert 1 == len(alerts_of(shop))


async def test_police_who_come_back_have_their_half_hour(town: Town) -> None:
    """Police who come back get their half hour, in which no manager can let the tip go; nobody is asked twice."""
    police = await town.coordinator(1)
    manager, shop = await _group(town), await jeweller(town, 2, police)
    second = await town.coordinator(51, Role.KVO_MANAGER, "kvo_group:1")
    await police.types("/stop")
    await _writes(manager)
    send = data(_card(second), "Nu versturen")
    await police.types("/start")
    await _ticks(town, hours=5)
    assert [] == alerts_of(shop)
    assert TIP in _card(police).text
    await second.presses(send, _card(second))
    assert second.t.plain("not-allowed-tip-police") == town.screens.toasts[-1]
    await _ticks(town, minutes=29)
    assert [] == alerts_of(shop)
    await _ticks(town, minutes=2)
    assert 1 == len(alerts_of(shop))
    assert 1 == sum("Niemand hield tip" in one.text for one in second.bubbles), "one card, which says how it ended"


async def test_who_may_not_send_tips_any_more_does_not(town: Town) -> None:
    """When its writer's role ends, a waiting tip is not sent."""
    police = await town.coordinator(1)
    manager, shop = await _group(town), await jeweller(town, 2, police)
    await _writes(manager)
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(manager.id))
        assert member is not None
        for grant in await uow.roles.of_member(member.id):
            await uow.roles.end_at(RoleId(grant.id), town.clock.now())
    await _ticks(town, minutes=31)
    assert [] == alerts_of(shop)
    assert "niet verstuurd" in manager.last.text


async def test_a_template_is_changed_into_words_of_ones_own(town: Town) -> None:
    """A writer who picks a template, goes back and types is held like others, police included."""
    police, colleague = await town.coordinator(1), await town.coordinator(2)
    manager, shop = await _group(town), await jeweller(town, 3, police)
    await manager.types("/preventie")
    await manager.taps("Samen openen")
    await manager.taps("‹ Terug")
    await manager.types(TIP)
    await manager.taps("alleen een tip")
    assert "Versturen" not in [one.label for one in manager.last.buttons]
    await _writes(police, "Spreek af wie er belt.")
    assert [] == alerts_of(shop)
    assert "Spreek af wie er belt." in _card(colleague).text
    async with town.storage.reading() as uow:
        [approval] = await uow.alerts.undecided()
    assert ApprovalKind.HELD_TIP is approval.kind


async def test_a_tip_that_nobody_let_go_ends(town: Town) -> None:
    """A tip that nobody let go ends after a week; its writer is told, and no draft is left."""
    police = await town.coordinator(1)
    manager = await _group(town)
    await police.types("/stop")
    await _writes(manager)
    tip = await _tip(town)
    await _ticks(town, seconds=(tip.content.until - town.clock.now() + timedelta(minutes=1)).total_seconds())
    assert AlertState.RETRACTED is (await _tip(town)).state
    assert "niet verstuurd" in manager.last.text


async def test_a_deputy_who_was_sent_away_meanwhile_lets_no_tip_go(town: Town) -> None:
    """A manager who was the writer's deputy when the tip was written cannot let it go, also after being removed as
    deputy."""
    police = await town.coordinator(1)
    manager, shop = await _group(town), await jeweller(town, 2, police)
    second, third = [await town.coordinator(number, Role.KVO_MANAGER, "kvo_group:1") for number in (51, 53)]
    assert second.id == (await deputy_of(town, manager, 51)).id
    await police.types("/stop")
    await _writes(manager)
    send = data(_card(third), "Nu versturen")
    town.clock.pass_by(minutes=1)
    await manager.types("/vervanger")
    await manager.taps("Vervanger weghalen")
    await second.presses(send, second.last)
    assert second.t.plain("not-allowed-own-alert") == town.screens.toasts[-1]
    assert [] == alerts_of(shop)
    await third.taps("Nu versturen", _card(third))
    assert 1 == len(alerts_of(shop))
