"""Tests of aftercare in the chat: consent, the sequence, STOP, a person to speak, distress, and the end."""

from dataclasses import replace

import pytest

from alerts.aftercare.case import CaseState, Ending, Question
from alerts.aftercare.sequence import StepKind
from alerts.figures import last_whole_month
from alerts.place_names import named_id
from alerts.role import Role
from alerts.services.aftercare.send_steps import send_due_steps
from alerts.services.role.end_role import lay_down
from alerts.tally import NETHERLANDS
from bot.jobs.schedule import TICKS
from tests.bot.aftercare import asks, begun, case_of, days_pass, robbed, step_of, tick
from tests.bot.reporting import labels
from tests.bot.town import Person, Town


def four_lines(person: Person) -> bool:
    """Whether the last message has four lines at most."""
    return len(person.last.text.splitlines()) <= 4


async def test_nothing_is_sent_before_a_yes(town: Town) -> None:
    """The victim is asked in four lines; without an answer no step ever arrives."""
    assert any(one.do is send_due_steps for one in TICKS)
    els, police, marshal = await robbed(town)
    await asks(town, marshal)
    assert els.t("care-ask", who="stadsmarinier") == els.last.text
    assert four_lines(els)
    assert els.last.is_protected
    assert "I-2026-0001" in police.news()
    els.news()
    await days_pass(town, 40)
    assert "" == els.news()
    assert CaseState.ASKED is (await case_of(town)).state
    await days_pass(town, 60)
    assert Ending.DECLINED is (await case_of(town)).ending


async def test_the_same_day_comes_with_the_yes(town: Town) -> None:
    """Victim Support and the card follow at once, with a person to speak and STOP; a second yes is refused."""
    els, _, marshal = await robbed(town)
    await asks(town, marshal)
    question = els.last
    await els.taps(els.t.plain("care-yes"))
    assert els.t("care-step-same_day") == els.last.text
    assert four_lines(els)
    assert [els.t.plain(one) for one in ("care-do-same_day", "care-talk", "care-stop")] == labels(els)
    await els.presses("care-yes:1:0", question)
    assert els.t("too-late-case-answered") in town.screens.toasts[-1] + els.last.text
    assert CaseState.RUNNING is (await case_of(town)).state


async def test_a_no_ends_it(town: Town) -> None:
    """Who does not want it hears nothing more, and the case closes."""
    els, _, marshal = await robbed(town)
    await asks(town, marshal)
    await els.taps(els.t.plain("care-no"))
    assert els.t("care-declined") == els.last.text
    assert Ending.DECLINED is (await case_of(town)).ending
    els.news()
    await days_pass(town, 20)
    assert "" == els.news()


async def test_three_months_of_messages_each_once(town: Town) -> None:
    """Week 1, month 1, the six weeks and month 3 come once each, in four lines with STOP; the marshal is reminded."""
    els, _, marshal = await begun(town)
    told: list[str] = []
    for _ in range(92):
        await days_pass(town, 1)
        if new := els.news():
            told.append(new)
            assert four_lines(els)
            assert els.t.plain("care-stop") in labels(els)
            assert els.t.plain("care-talk") in labels(els)
    first = els.t.plain(f"care-question-{next(iter(Question))}")
    expected = [
        els.t("care-step-week_1", who="stadsmarinier"),
        els.t("care-step-month_1"),
        els.t("care-step-six_weeks"),
        els.t("care-step-closing", question=first),
    ]
    assert expected == told
    reminded = marshal.news()
    for kind in ("scan", "visit", "meeting", "police_contact"):
        assert 1 == reminded.count(marshal.t(f"care-todo-{kind}"))


async def test_stop_is_at_once_also_for_what_is_under_way(town: Town) -> None:
    """A message that waits in the queue when STOP is pressed never arrives."""
    els, _, marshal = await begun(town)
    stop = els.last
    town.clock.pass_by(days=7)
    async with town.storage.transaction() as uow:
        await send_due_steps(uow, town.clock.now())  # queued, and not sent yet
    await els.presses("care-stop:1:0", stop)
    assert els.t("care-stopped-yours") == stop.text
    assert "" == els.news(), "what was queued is dropped"
    await days_pass(town, 90)
    assert "" == els.news()
    assert Ending.STOPPED is (await case_of(town)).ending
    assert marshal.t("care-told-stopped", number="I-2026-0001") in marshal.news()


async def test_stop_can_be_typed(town: Town) -> None:
    """The word ends the aftercare; without aftercare it ends all messages, as before."""
    els, *_ = await begun(town)
    await els.types("Stop!")
    assert els.t("care-stopped-yours") == els.last.text
    await els.types("stop")
    assert els.t("stopped") == els.last.text


async def test_stopping_all_messages_ends_aftercare_too(town: Town) -> None:
    """/stop leaves no aftercare behind."""
    await (await begun(town))[0].types("/stop")
    assert Ending.STOPPED is (await case_of(town)).ending


async def test_who_wants_a_person_gets_one(town: Town) -> None:
    """The marshal hears at once, the victim sees numbers, and reads that somebody took it; a second tap calls nobody
    again."""
    els, police, marshal = await begun(town)
    await els.taps(els.t.plain("care-talk"))
    for number in ("112", "0900-0101", "113"):
        assert number in els.last.text
    assert four_lines(els)
    assert marshal.t.plain("care-call-talk") in marshal.news()
    assert "" == police.news()
    els.news()
    await marshal.taps(marshal.t.plain("care-take"))
    assert els.t("care-coming", who="stadsmarinier") == els.news()
    await els.presses("care-talk:1:0")
    assert marshal.t.plain("care-call-talk") in marshal.news(), "it was taken, so this is a new one"
    await els.presses("care-talk:1:0")
    assert "" == marshal.news()


async def test_a_call_that_nobody_takes_goes_to_everybody(town: Town) -> None:
    """After a quarter of an hour the police hear too, once."""
    els, police, _ = await begun(town)
    await els.taps(els.t.plain("care-talk"))
    town.clock.pass_by(minutes=14)
    await tick(town)
    assert "" == police.news()
    town.clock.pass_by(minutes=2)
    await tick(town)
    assert police.t.plain("care-call-talk") in police.news()
    town.clock.pass_by(minutes=60)
    await tick(town)
    assert "" == police.news()


@pytest.mark.parametrize("words", ["Ik trek het niet", "ik kan niet meer", "I can't take it anymore"])
async def test_words_of_distress_call_a_person(town: Town, words: str) -> None:
    """The marshal hears at once and numbers are shown; nothing that was typed is kept or passed on."""
    els, _, marshal = await begun(town)
    await els.types(words)
    assert els.t("care-numbers") in els.last.text
    heard = marshal.news()
    assert marshal.t.plain("care-call-distress") in heard
    assert words not in heard


async def test_distress_without_aftercare_shows_numbers(town: Town) -> None:
    """Who has no case sees the numbers, and nobody is called."""
    _els, _, marshal = await robbed(town)
    piet = town.person(7)
    await piet.types("ik trek het niet meer")
    assert piet.t("care-numbers") == piet.last.text
    assert "" == marshal.news()


async def test_a_paused_marshal_is_passed_over(town: Town) -> None:
    """Where the marshal cannot hear at once, the police do."""
    els, police, marshal = await begun(town)
    await marshal.types("/instellingen")
    await marshal.taps("Pauze")
    for label in labels(marshal):
        if "uur" in label or "morgen" in label.lower():
            await marshal.taps(label)
            break
    await els.taps(els.t.plain("care-talk"))
    assert police.t.plain("care-call-talk") in police.news()


async def test_the_police_object_and_allow(town: Town) -> None:
    """While the police object nothing is sent; a marshal cannot object or allow."""
    els, police, marshal = await begun(town)
    case = await case_of(town)
    await marshal.presses(f"care-object:{case.id}:{case.version}")
    assert (await case_of(town)).objected_at is None
    await police.presses(f"care:{case.incident_id}:0")
    await police.taps(police.t.plain("care-purpose-oversight"))
    await police.taps(police.t.plain("care-object"))
    assert police.t("care-objected") in police.last.text
    assert marshal.t("care-told-objected", number="I-2026-0001") in marshal.news()
    town.clock.pass_by(days=7)
    await tick(town)
    assert "" == els.news()
    await police.taps(police.t.plain("care-allow"))
    await tick(town)
    assert els.t("care-step-week_1", who="stadsmarinier") == els.news()


async def test_an_arrest_brings_three_more_messages(town: Town) -> None:
    """Joining comes at once, the talk and the right to speak later."""
    els, police, marshal = await begun(town)
    await police.presses(f"care:{(await case_of(town)).incident_id}:0")
    await police.taps(police.t.plain("care-purpose-contact"))
    await police.taps(police.t.plain("care-arrest"))
    await tick(town)
    assert els.t("care-step-joining", who="stadsmarinier") == els.news()
    assert marshal.t("care-told-arrested", number="I-2026-0001") in marshal.news()
    await days_pass(town, 15)
    told = els.news()
    assert els.t("care-step-victim_talk") in told
    assert els.t("care-step-right_to_speak") in told


async def test_three_questions_close_it(town: Town) -> None:
    """Each is one tap; after the last the case is completed, and its tally keeps the answers."""
    els, *_ = await begun(town)
    await days_pass(town, 91)
    for answer in ("yes", "partly", "no"):
        await els.taps(els.t.plain(f"care-answer-{answer}"), els.last)
    assert els.t("care-thanks") == els.last.text
    await tick(town)
    case = await case_of(town)
    assert Ending.COMPLETED is case.ending
    assert case.tally_id is not None
    async with town.storage.reading() as uow:
        tally = await uow.cases.tally(case.tally_id)
    assert {"helped.yes": 1, "in_time.partly": 1, "safe.no": 1} == tally.answers
    assert tally.is_prompt
    assert (9, 5) == (tally.steps, tally.prompt_steps)


async def test_the_questions_wait_a_week(town: Town) -> None:
    """Without answers the case closes all the same."""
    await begun(town)
    await days_pass(town, 100)
    assert Ending.COMPLETED is (await case_of(town)).ending


async def test_consent_noted_by_phone(town: Town) -> None:
    """A yes that the marshal heard is noted with how, and the victim gets the first message with STOP."""
    els, _, marshal = await robbed(town)
    await marshal.presses("care:1:0")
    await marshal.taps(marshal.t.plain("care-how-by_phone"))
    await marshal.taps(marshal.t.plain("care-whom-owner"))
    assert els.t("care-step-same_day") == els.last.text
    async with town.storage.reading() as uow:
        (person,) = await uow.cases.people((await case_of(town)).id)
    assert "by_phone" == person.how
    assert person.noted_by is not None


async def test_somebody_without_a_chat_is_called_by_the_marshal(town: Town) -> None:
    """Their steps become calls for the marshal."""
    els, _, marshal = await robbed(town)
    await marshal.presses("care:1:0")
    await marshal.taps(marshal.t.plain("care-how-in_person"))
    await marshal.taps(marshal.t.plain("care-whom-other"))
    assert "heeft geen Telegram" in marshal.news()
    assert "" == els.news()
    await days_pass(town, 7)
    assert marshal.t.plain("care-kind-week_1") in marshal.news()


async def test_a_withdrawal_that_was_told_to_the_marshal(town: Town) -> None:
    """It stops at once, as if the victim had pressed STOP."""
    els, _, marshal = await begun(town)
    await marshal.presses("care:1:0")
    await marshal.taps(marshal.t.plain("care-purpose-contact"))
    await marshal.taps(marshal.t.plain("care-withdraw-who"))
    await marshal.taps("Persoon 1")
    assert Ending.STOPPED is (await case_of(town)).ending
    await days_pass(town, 10)
    assert "" == els.news()


async def test_a_victim_sees_who_read_it_and_erases_it(town: Town) -> None:
    """/nazorg tells who looked and why; erasing it leaves nothing to send, and a tally."""
    els, _, marshal = await begun(town)
    await marshal.presses("care:1:0")
    await marshal.taps(marshal.t.plain("care-purpose-planning"))
    await els.types("/nazorg")
    assert els.t.plain("care-purpose-planning") in els.last.text
    assert "stadsmarinier" in els.last.text
    await els.taps(els.t.plain("care-erase"))
    await els.taps(els.t.plain("care-erase-yes"))
    case = await case_of(town)
    assert Ending.GONE is case.ending
    async with town.storage.reading() as uow:
        assert [] == await uow.cases.people(case.id)
    await els.types("/nazorg")
    assert els.t("care-own-none") == els.last.text


async def test_a_marshal_who_leaves_hands_over(town: Town) -> None:
    """The next marshal, or the police, is told; so are the people."""
    els, police, marshal = await begun(town)
    async with town.storage.transaction() as uow:
        for grant in await uow.roles.active(town.clock.now()):
            if grant.role is Role.CITY_MARSHAL:
                await lay_down(uow, grant.member_id, town.clock.now())
    await tick(town)
    assert police.t("care-told-handed", number="I-2026-0001") in police.news()
    assert "overvalcoördinator" in els.news() or "politie" in els.last.text
    await tick(town)
    assert "" == els.news()
    assert "I-2026-0001" not in marshal.news()


async def test_a_shop_that_closes_keeps_its_people(town: Town) -> None:
    """What is done at the shop lapses, the marshal is told, and messages go on."""
    els, _, marshal = await begun(town)
    async with town.storage.transaction() as uow:
        case = (await uow.cases.open())[0]
        assert case.premises_id is not None
        shop = await uow.premises.get(case.premises_id)
        await uow.premises.save(replace(shop, closed_at=town.clock.now()))
    await tick(town)
    assert marshal.t("care-told-shop-closed", number="I-2026-0001") in marshal.news()
    assert (await step_of(town, StepKind.SCAN)).is_left_out
    await days_pass(town, 8)
    assert els.t("care-step-week_1", who="stadsmarinier") == els.news()


async def test_an_owner_who_erases_themself(town: Town) -> None:
    """Nothing of them stays in the case, which closes; nothing is sent any more."""
    els, *_ = await begun(town)
    await els.types("/verwijder")
    await els.taps(els.t.plain("erase-yes"))
    await tick(town)
    case = await case_of(town)
    assert Ending.GONE is case.ending
    async with town.storage.reading() as uow:
        assert [] == await uow.cases.people(case.id)
    els.news()
    await days_pass(town, 90)
    assert "" == els.news()


async def test_somebody_elses_case_does_not_exist(town: Town) -> None:
    """Buttons of another person, or of coordinators elsewhere, are answered as if there were nothing."""
    els, *_ = await begun(town)
    piet = town.person(7)
    await piet.subscribes("2903AB", "bakery")
    elsewhere = await town.coordinator(95, Role.CITY_MARSHAL, "3000-3099")
    for person, data in ((piet, "care-stop:1:0"), (piet, "care-talk:1:0"), (elsewhere, "care-read:1.contact:0")):
        town.screens.toasts.clear()
        await person.presses(data)
        assert person.t("not-found") in [*town.screens.toasts, person.last.text]
    assert CaseState.RUNNING is (await case_of(town)).state
    assert "" == els.news()


async def test_a_coordinator_finds_the_robberies(town: Town) -> None:
    """/nazorg lists the newest robberies with the state of their aftercare; a tap opens one."""
    els, _, marshal = await robbed(town)
    await marshal.types("/nazorg")
    assert [f"I-2026-0001: {els.t.plain('care-list-without')}"] == labels(marshal)
    await marshal.taps("I-2026-0001")
    assert marshal.t("care-none", number="I-2026-0001") == marshal.last.text
    await els.types("/nazorg")
    assert els.t("care-own-none") == els.last.text


async def test_the_incidents_card_leads_to_its_aftercare(town: Town) -> None:
    """The card of an incident has the button for who may read aftercare there."""
    _els, _, marshal = await robbed(town)
    await marshal.presses("incident-open:1:0")
    if marshal.t.plain("purpose-aftercare") in labels(marshal):
        await marshal.taps(marshal.t.plain("purpose-aftercare"))
    await marshal.taps(marshal.t.plain("care-button"))
    assert marshal.t("care-none", number="I-2026-0001") == marshal.last.text


@pytest.mark.parametrize(("role", "command"), [(Role.MUNICIPALITY, "/cijfers"), (Role.SAFETY_DIRECTOR, "/nazorg")])
async def test_the_month_in_counts_and_promptness(town: Town, role: Role, command: str) -> None:
    """Who governs reads how many cases were opened and how promptly, of a whole municipality only."""
    month = last_whole_month(town.clock.now(), NETHERLANDS)
    capelle = named_id("Capelle aan den IJssel")
    async with town.storage.transaction() as uow:
        for is_prompt in (*[True] * 4, *[False] * 3):
            await uow.cases.add_tally(capelle, month, is_prompt=is_prompt)
    reader = await town.coordinator(80, role, "municipality:Capelle aan den IJssel")
    part = await town.coordinator(81, role, "2903")
    for one in (reader, part):
        one.news()
        await one.types(command)
    assert reader.t("care-overview-opened-prompt", total="7", prompt="4") in reader.news()
    assert "7" not in part.news().replace("1970", "")
