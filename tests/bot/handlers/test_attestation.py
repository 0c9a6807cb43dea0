"""Tests of attestation: every half year an owner confirms the shop, and without an answer the verification ends."""

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
    """Let this number of days pass and run the job; return whether there was anything to do."""
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
    """After half a year only the owner is asked, about the shop as it is, and attests with one tap."""
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
    """A fortnight after the reminder the verification ends; its people and the coordinators are told, and one tap
    verifies the shop again."""
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
    """Deliveries that were queued for a lapsed shop are not sent, because the verification is checked when they are
    sent."""
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
    """An answer that is too late, or a second one, is refused with the reason."""
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
    """A colleague, a stranger and police cannot attest by a forwarded button."""
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
    """An owner with a change corrects it first and can attest from the shop's menu; an old question shows the new facts
    before it counts."""
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
    """A shop that became another one is not attested: the owner says so with the same buttons, and a coordinator
    verifies it again."""
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
    """A closed shop is not asked, and after a move the next verification begins a new half year."""
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
    """The fortnight counts from the question, also when the program was down for weeks while it was due."""
    await days_pass(town, HALF_A_YEAR + 60)
    assert els.t("attest-question") in els.last.text
    assert not await days_pass(town, 13.9)
    await days_pass(town, 0.1)
    assert els.t("attest-reminder") in els.last.text


async def blocks_the_bot(person: Person) -> None:
    """Let the person block the bot, or lose their account."""
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
    """When no owner can be asked, the colleague who has been there longest and can be asked takes over, is told, is
    verified anew by a coordinator, and may remove the earlier owner."""
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
    """An owner who can be asked and does not answer keeps the shop: the verification ends, and colleagues read how to
    get a new owner."""
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
    """Without anybody who can be asked the verification ends."""
    await blocks_the_bot(els)
    for days in (HALF_A_YEAR, 14, 14):
        assert await days_pass(town, days)
    assert not (await shop(els)).is_verified
