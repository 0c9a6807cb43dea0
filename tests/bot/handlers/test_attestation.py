"""Every half year an owner says that the shop is still as it was verified; silence drops the verification."""

import pytest

from alerts.role import Role
from alerts.services.shop.attest_premises import ask_attestations, has_due_attestations
from bot.jobs.schedule import TICKS
from tests.bot.group_chats import BOT
from tests.bot.handlers.test_inviting_shops import counter_qr
from tests.bot.handlers.test_my_overview import following_of, member_of
from tests.bot.handlers.test_people import pauses, sees_people, staff
from tests.bot.handlers.test_verification import shop
from tests.bot.police import alerts_of, jeweller, send_alone, to_preview
from tests.bot.recorded import acts
from tests.bot.town import Person, Town

HALF_A_YEAR = 182


async def days_pass(town: Town, days: float) -> bool:
    """The clock ticks after so many days; whether there was anything to do."""
    town.clock.pass_by(days=days)
    async with town.storage.transaction() as uow:
        is_due = await has_due_attestations(uow, town.clock.now())
        await ask_attestations(uow, town.clock.now())
    await town.deliver()
    return is_due


@pytest.fixture
async def els(town: Town) -> Person:
    """A verified jeweller, with the police at number 90."""
    els = await jeweller(town, 1, await town.coordinator(90))
    els.news()
    return els


async def test_an_owner_attests_with_one_tap_each_half_year(town: Town, els: Person) -> None:
    """Not before, and not the colleagues; what was shown is the shop as it is."""
    assert any(tick.do is ask_attestations for tick in TICKS)
    [jan] = await staff(els, 2)
    els.news(), jan.news()
    assert not await days_pass(town, HALF_A_YEAR - 0.5)
    for _ in range(2):
        assert await days_pass(town, 0.5)
        assert els.t("attest-question") in els.last.text
        assert "2903 AB 1, Juwelier" in els.last.text
        assert els.last.message.is_protected
        await els.taps(els.t.plain("attest-yes"))
        assert els.t.plain("attest-thanks") == town.screens.toasts[-1]
        assert not els.last.buttons
        assert not await days_pass(town, HALF_A_YEAR - 0.5)
    assert jan.news() == ""
    member = (await member_of(els)).id
    attested = [("premises.attestation_asked", None), ("premises.attested", member)]
    assert attested * 2 == await acts(town, "premises", "premises.att")


async def test_no_answer_to_two_askings_drops_the_verification(town: Town, els: Person) -> None:
    """A fortnight after the reminder; its people and the coordinators hear it, and one tap verifies it again."""
    police, [jan] = town.person(90), await staff(els, 2)
    marshal = await town.coordinator(91, Role.CITY_MARSHAL)
    elsewhere = await town.coordinator(92, scope="3000-3099")
    for person in (police, marshal, elsewhere, els, jan):
        person.news()
    await days_pass(town, HALF_A_YEAR)
    assert els.t("attest-question") in els.news()
    await days_pass(town, 14)
    assert els.t("attest-reminder") in els.news()
    assert not await days_pass(town, 13)
    assert (await shop(els)).is_verified
    assert "" == jan.news() + police.news() + marshal.news()

    await days_pass(town, 1)
    assert not (await shop(els)).is_verified
    for person in (els, jan):
        assert person.t("attest-lapsed", name="Goud 1") in person.news()
    for person in (police, marshal):
        assert person.t("signup-lapsed") in person.last.text
    assert "" == elsewhere.news()
    assert not await days_pass(town, 400), "a shop that is not verified is asked nothing"

    await marshal.taps(marshal.t.plain("signup-verify"))
    assert (await shop(els)).is_verified
    assert not await days_pass(town, HALF_A_YEAR - 0.5)
    assert await days_pass(town, 0.5)


async def test_what_was_queued_for_a_lapsed_shop_stays_away(town: Town, els: Person) -> None:
    """Being verified is asked at the moment of sending."""
    police = town.person(90)
    await days_pass(town, HALF_A_YEAR)
    await days_pass(town, 14)
    town.clock.pass_by(days=13)
    await pauses(els, "fortnight")
    await to_preview(police)
    await send_alone(police)
    await days_pass(town, 1)
    await pauses(els, "none")
    assert [] == alerts_of(els)


async def test_an_answer_that_comes_too_late_or_twice_says_so(town: Town, els: Person) -> None:
    await days_pass(town, HALF_A_YEAR)
    first = els.last
    data = str(first.buttons[0].data)
    await els.taps(els.t.plain("attest-yes"), first)
    await els.presses(data, first)
    assert els.t.plain("too-late-attest-done") == town.screens.toasts[-1]
    for days in (HALF_A_YEAR, 14, 14):
        await days_pass(town, days)
    await els.presses(data, first)
    assert els.t.plain("too-late-attest-lapsed") == town.screens.toasts[-1]
    assert not (await shop(els)).is_verified


async def test_only_an_owner_attests(town: Town, els: Person) -> None:
    """Neither a colleague, nor a stranger, nor police, whoever forwards the button."""
    [jan], stranger = await staff(els, 2), town.person(3)
    await days_pass(town, HALF_A_YEAR)
    data = str(els.last.buttons[0].data)
    for person, refusal in (
        (jan, "not-allowed-owner-only"),
        (town.person(90), "not-found"),
        (stranger, "not-allowed-start-first"),
    ):
        await person.presses(data)
        assert person.t.plain(refusal) == town.screens.toasts[-1]
    await days_pass(town, 14)
    await days_pass(town, 14)
    assert not (await shop(els)).is_verified


async def test_something_changed_is_mended_first(town: Town, els: Person) -> None:
    """The same answer stands in the menu of the shop; an old question shows what is new before it counts."""
    await days_pass(town, HALF_A_YEAR)
    question = els.last
    stale = str(question.buttons[0].data)
    await els.taps(els.t.plain("attest-no"))
    assert els.t("attest-change") in question.text
    await els.taps(els.t.plain("shop-details"))
    await els.types("GOUD 1")
    await els.types("1")
    await els.presses(stale, question)
    assert els.t.plain("attest-changed") == town.screens.toasts[-1]
    assert "GOUD 1" in question.text
    await els.types("/mijn")
    await els.taps("Wijzig GOUD 1")
    await els.taps(els.t.plain("attest-yes"))
    assert els.t.plain("attest-thanks") == town.screens.toasts[-1]
    assert not await days_pass(town, HALF_A_YEAR - 1)


async def test_what_is_another_shop_now_is_not_attested_but_looked_at(town: Town, els: Person) -> None:
    """The owner says so with the same buttons, and a coordinator vouches anew."""
    await days_pass(town, HALF_A_YEAR)
    question = els.last
    stale = str(question.buttons[0].data)
    await els.taps(els.t.plain("attest-no"))
    await els.taps(els.t.plain("shop-details"))
    await els.types("Goud en Zilver")
    await els.types("3")
    await els.presses(stale, question)
    assert els.t.plain("too-late-attest-lapsed") == town.screens.toasts[-1]
    await town.person(90).taps("Verifiëren")
    assert not await days_pass(town, HALF_A_YEAR - 1)
    assert await days_pass(town, 1)


async def test_a_shop_that_closed_or_moved_is_not_asked(town: Town, els: Person) -> None:
    """Moving dropped the verification, and its next one begins a new half year."""
    bob = await jeweller(town, 2, town.person(90))
    await bob.types("/mijn")
    await bob.taps("Wijzig")
    await bob.taps(bob.t.plain("shop-leave"))
    await bob.taps(bob.t.plain("leave-close"))
    await els.types("/mijn")
    await els.taps("Wijzig")
    await els.taps(els.t.plain("shop-move"))
    await els.taps(els.t.plain("move-keep-place"))
    await els.taps("Opticien")
    await els.taps(els.t.plain("start-right"))
    assert not await days_pass(town, HALF_A_YEAR)
    await town.person(90).taps("Verifiëren")
    assert not await days_pass(town, HALF_A_YEAR - 1)
    assert await days_pass(town, 1)


async def test_a_fortnight_is_counted_from_the_asking(town: Town, els: Person) -> None:
    """Also when the program stood still for weeks while it was due."""
    await days_pass(town, HALF_A_YEAR + 60)
    assert els.t("attest-question") in els.last.text
    assert not await days_pass(town, 13.9)
    await days_pass(town, 0.1)
    assert els.t("attest-reminder") in els.last.text


async def blocks_the_bot(person: Person) -> None:
    """Or has no such account any more."""
    who = {"id": person.id, "is_bot": False, "first_name": "Iemand"}
    change = {
        "chat": {"id": person.id, "type": "private", "first_name": "Iemand"},
        "from": who,
        "date": 1,
        "old_chat_member": {"user": BOT, "status": "member"},
        "new_chat_member": {"user": BOT, "status": "kicked", "until_date": 0},
    }
    await person.town.receive({"my_chat_member": change})


async def test_who_is_there_longest_takes_over_when_no_owner_can_be_asked(town: Town, els: Person) -> None:
    """Of those who can be: they hear it, a coordinator vouches for the shop anew, and they may take the earlier owner
    away."""
    [jan, kim, _] = await staff(els, 2, 3, 4)
    await days_pass(town, HALF_A_YEAR)
    for person in (els, jan):
        await blocks_the_bot(person)
    for person in (els, jan, kim):
        person.news()
    assert await days_pass(town, 14)
    handed, changed = kim.bubbles[-2:]
    assert kim.t("handed-over-unreached", name="Goud 1") == handed.text
    assert kim.t("owner-changed", name="Goud 1") == changed.text
    assert ("premises.handed_over", None) in await acts(town, "premises")
    assert not (await shop(kim)).is_verified
    await town.person(90).taps("Verifiëren")
    assert (await shop(kim)).is_verified
    assert not await days_pass(town, HALF_A_YEAR - 1)
    await sees_people(kim)
    await kim.taps("Haal nummer 1 weg")
    await kim.taps(kim.t.plain("people-remove-yes"))
    async with town.storage.reading() as uow:
        owners = [one.member_id for one in await uow.premises.members_of((await shop(kim)).id) if one.is_owner]
    assert [(await member_of(kim)).id] == owners


async def test_an_owner_who_can_be_asked_keeps_the_shop(town: Town, els: Person) -> None:
    """Silence hands nothing over: it drops the verification, and the colleagues read how the shop gets a new owner."""
    agent, [jan] = town.person(90), await staff(els, 2)
    for days in (HALF_A_YEAR, 14, 14):
        await days_pass(town, days)
    assert not (await following_of(jan)).is_owner
    assert jan.t("attest-lapsed-colleague") in jan.news()
    assert els.t("attest-lapsed-colleague") not in els.news()
    await jan.types(f"/start {await counter_qr(agent, name='Goud 1')}")
    assert (await following_of(jan)).is_owner
    assert (await shop(jan)).is_verified
    assert not (await shop(els)).is_verified


async def test_without_anybody_to_ask_the_verification_lapses(town: Town, els: Person) -> None:
    """Nobody is left who could say that all is as it was."""
    await blocks_the_bot(els)
    for days in (HALF_A_YEAR, 14, 14):
        assert await days_pass(town, days)
    assert not (await shop(els)).is_verified
