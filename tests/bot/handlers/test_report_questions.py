"""Tests of the question about a report: asked once, answered in its thread, and shown on the cards."""

from datetime import timedelta

import pytest

from alerts.ids import ReportId
from alerts.member import Member
from alerts.report import QUESTION_HOLDS, ReportState, ReportStep
from alerts.role import Actor, Role
from alerts.services.report.answer_question import answer_question
from alerts.services.report.ask_reporter import ask_reporter
from tests.bot.deputies import deputy_of
from tests.bot.reporting import cards, jeweller, labels, report_of, reports, under_way
from tests.bot.town import Person, Town

ASKED, SAID = "Welke kleur had de auto?", "Donkerblauw, een oude stationwagen."
NUMBER = "M-2026-0001"
OFFICER = "overvalcoördinator van de politie"


async def sent(town: Town) -> tuple[Person, Person]:
    """A report was sent: its reporter, and the agent who has the card."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await reports(els)
    return els, agent


async def asks(agent: Person, text: str = ASKED) -> None:
    """Ask the reporter from the card."""
    await agent.taps(agent.t.plain("report-ask"))
    await agent.types(text)


async def asked(town: Town) -> tuple[Person, Person]:
    """The agent asked about the report."""
    els, agent = await sent(town)
    await asks(agent)
    return els, agent


async def member_of(person: Person) -> Member:
    """Return the member whom this person is."""
    async with person.town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
    assert member is not None
    return member


async def test_the_reporter_gets_the_question_in_the_thread_of_the_report(town: Town) -> None:
    """Who asks takes the report; the question is a reply to the receipt, names the function that asks, and cannot be
    forwarded."""
    els, agent = await sent(town)
    receipt = els.last
    await asks(agent)
    assert agent.t("report-question-sent", number=NUMBER) == agent.last.text
    assert els.t("report-question", number=NUMBER, who=OFFICER, text=ASKED) == els.last.text
    assert (receipt.id, True) == (els.last.reply_to, els.last.is_protected)
    assert [els.t.plain("report-answer"), els.t.plain("report-unknown")] == labels(els)
    report = await report_of(town)
    assert (ReportState.ASKED, town.clock.now()) == (report.state, report.asked_at)
    async with town.storage.reading() as uow:
        steps = [one.step for one in await uow.reports.events(report.id)]
    assert [ReportStep.RECEIVED, ReportStep.TAKEN, ReportStep.ASKED] == steps


async def test_one_tap_and_one_line_answer_it(town: Town) -> None:
    """The answer stands on every card, whoever took the report is told at once, and the record has the steps without
    the words."""
    els, agent = await asked(town)
    colleague = await town.coordinator(91)
    await els.taps(els.t.plain("report-answer"))
    assert ASKED in els.last.text
    await els.types(SAID)
    assert els.t("report-answer-sent", number=NUMBER) == els.last.text
    assert agent.t("report-answered", number=NUMBER, text=SAID) == agent.last.text
    [card] = cards(agent)
    assert agent.t("report-line-asked", moment="vandaag om 13:00", value=ASKED) in card
    assert agent.t("report-line-answered", moment="vandaag om 13:00", value=SAID) in card
    assert SAID not in colleague.news(), "who came later got no card"
    assert ReportState.TRIAGE is (await report_of(town)).state
    await agent.taps(f"{NUMBER} bekijken")
    assert SAID in agent.last.text
    await agent.types(f"/logboek {NUMBER}")
    for text in ("audit-report-asked", "audit-report-answered"):
        assert agent.t.plain(text, about=NUMBER) in agent.last.text
    assert SAID not in agent.last.text


async def test_who_does_not_know_answers_with_one_tap(town: Town) -> None:
    """That is an answer too: the clock goes on, and the buttons are gone."""
    els, agent = await asked(town)
    await els.taps(els.t.plain("report-unknown"))
    assert els.t("report-answer-sent", number=NUMBER) == els.last.text
    assert [] == labels(els)
    assert agent.t("report-answered", number=NUMBER, text=agent.t.plain("report-answer-unknown")) == agent.last.text
    report = await report_of(town)
    assert (ReportState.TRIAGE, town.clock.now()) == (report.state, report.answered_at)


async def test_an_answer_that_is_typed_without_a_tap_is_taken_up(town: Town) -> None:
    """A line that is typed while a question is open is offered as its answer."""
    els, agent = await asked(town)
    await els.types(SAID)
    assert els.t("typed-asked", number=NUMBER) == els.last.text
    written = next(one for one in reversed(town.written.values()) if one.get("text") == SAID)
    assert written["message_id"] == els.last.reply_to
    await els.taps(els.t.plain("typed-answer"))
    assert agent.t("report-answered", number=NUMBER, text=SAID) == agent.last.text


async def test_a_cry_for_help_is_no_answer(town: Town) -> None:
    """While a question is open it begins a report with 112 first, as ever."""
    els, _ = await asked(town)
    await els.types("help! hij heeft een mes")
    dialogue = await under_way(els)
    assert dialogue is not None
    assert "report" == dialogue.form
    assert els.t("typed-asked", number=NUMBER) not in els.news()


async def test_danger_in_an_answer_is_answered_with_112_first(town: Town) -> None:
    """The answer is taken, below the advice to call 112."""
    els, _ = await asked(town)
    await els.taps(els.t.plain("report-answer"))
    els.news()
    await els.types("help! hij heeft een mes")
    assert els.news().startswith(els.t("typed-first"))
    assert (await report_of(town)).answered_at is not None


async def test_the_guard_reads_question_and_answer(town: Town) -> None:
    """A plate is refused in both, and stored nowhere."""
    els, agent = await sent(town)
    await asks(agent, "Was het de auto met kenteken 12-ABC-3?")
    assert "<s>12-ABC-3</s>" in agent.last.text
    assert ReportState.RECEIVED is (await report_of(town)).state
    await agent.types(ASKED)
    await els.taps(els.t.plain("report-answer"))
    await els.types("Ja, 12-ABC-3 was het.")
    assert "<s>12-ABC-3</s>" in els.last.text
    assert (await report_of(town)).answered_at is None


async def test_the_list_shows_that_a_question_is_open(town: Town) -> None:
    """The coordinator's lists and the reporter's own say it, who sent it answers from there; after a day without an
    answer the list says that."""
    els, agent = await asked(town)
    await agent.types("/meldingen")
    now = agent.t("report-standing-asked-now", who=OFFICER)
    assert now in agent.last.text
    await agent.taps("Andere meldingen")
    await agent.taps(agent.t.plain("reports-filter-asked"))
    assert NUMBER in agent.last.text
    await els.types("/mijnmeldingen")
    assert els.t("my-report-asked", who=OFFICER) in els.last.text
    town.clock.pass_by(hours=QUESTION_HOLDS // timedelta(hours=1))
    await agent.types("/meldingen")
    assert agent.t("report-standing-asked-late", who=OFFICER) in agent.last.text
    await els.taps(els.t.plain("report-answer-about", number=NUMBER))
    await els.types(SAID)
    assert els.t("report-answer-sent", number=NUMBER) == els.last.text
    await els.types("/mijnmeldingen")
    assert els.t.plain("report-answer-about", number=NUMBER) not in labels(els)


async def test_a_report_has_one_question(town: Town) -> None:
    """Of two who ask at once one does, the other reads that it was done; also after the answer there is no second."""
    els, agent = await sent(town)
    marshal = await town.coordinator(91, Role.CITY_MARSHAL)
    await agent.taps(agent.t.plain("report-ask"))
    await marshal.types("/meldingen")
    await marshal.taps(f"{NUMBER} bekijken")
    await marshal.taps("Beoordelen")
    await marshal.taps(marshal.t.plain("report-ask"))
    await marshal.types("Hoe laat was het?")
    await agent.types(ASKED)
    assert agent.t("too-late-report-asked") == agent.last.text
    assert 1 == els.news().count("Vraag over je melding")
    await els.taps(els.t.plain("report-unknown"))
    await agent.presses("report-ask:1:1", agent.last)
    assert agent.t.plain("too-late-report-asked") == town.screens.toasts[-1]
    assert await under_way(agent) is None


async def test_an_answer_after_the_end_says_so(town: Town) -> None:
    """A report that was closed while its reporter typed takes no answer and says so; the button does too."""
    els, agent = await asked(town)
    await els.taps(els.t.plain("report-answer"))
    await agent.taps("Sluit")
    await agent.taps(agent.t.plain("report-close-handled"))
    await els.types(SAID)
    assert els.t("too-late-report-answer") == els.last.text
    assert await under_way(els) is None
    for verb in ("report-answer", "report-unknown"):
        await els.presses(f"{verb}:1:0")
        assert els.t.plain("too-late-report-answer") == town.screens.toasts[-1]
    async with town.storage.reading() as uow:
        assert ReportStep.ANSWERED not in {one.step for one in await uow.reports.events(ReportId(1))}


async def test_it_is_answered_once(town: Town) -> None:
    """A second tap changes nothing, and a form that was open says that it was answered."""
    els, _ = await asked(town)
    await els.taps(els.t.plain("report-answer"))
    await els.presses("report-unknown:1:0")
    await els.types(SAID)
    assert els.t("too-late-report-answered") == els.last.text
    async with town.storage.reading() as uow:
        [answer] = [one for one in await uow.reports.events(ReportId(1)) if one.step is ReportStep.ANSWERED]
    assert answer.comment is None


@pytest.mark.parametrize("how", ["erased", "blocked"])
async def test_who_cannot_be_reached_is_not_asked(town: Town, how: str) -> None:
    """Whoever was erased, or blocked the bot, gets no question: the card has no button, and a press says why."""
    els, agent = await sent(town)
    if how == "erased":
        await els.types("/verwijder")
        await els.taps(els.t.plain("erase-yes"))
    else:
        async with town.storage.transaction() as uow:
            await uow.members.set_active("telegram", str(els.id), active=False, now=town.clock.now())
    await agent.presses("report-ask:1:1", agent.last)
    assert agent.t.plain("too-late-report-unreachable") == town.screens.toasts[-1]
    assert agent.t.plain("report-ask") not in labels(agent)
    assert ReportState.RECEIVED is (await report_of(town)).state


async def test_a_question_to_whoever_is_erased_stops_no_clock(town: Town) -> None:
    """The report of an erased person waits for nobody: its status says who took it, and it can be closed."""
    els, agent = await asked(town)
    await els.types("/verwijder")
    await els.taps(els.t.plain("erase-yes"))
    report = await report_of(town)
    assert (False, None) == (report.awaits_reporter(town.clock.now()), report.member_id)
    await agent.types("/meldingen")
    assert agent.t("report-standing-triage", who=OFFICER) in agent.last.text


async def test_nobody_else_answers(town: Town) -> None:
    """Another shop, the agent and a stranger cannot; nor is a report answered of which nobody asked."""
    els, agent = await asked(town)
    other = await jeweller(town, 2, agent)
    for person in (other, agent, town.person(9)):
        for verb in ("report-answer", "report-unknown", "report-reply"):
            await person.presses(f"{verb}:1:0")
    assert (await report_of(town)).answered_at is None
    town.clock.pass_by(hours=1)
    await reports(els)
    await els.presses("report-unknown:2:0")
    assert els.t.plain("not-found") == town.screens.toasts[-1]


async def test_a_commit_that_is_lost_asks_and_answers_nothing(town: Town) -> None:
    """Question, state and message are one commit, and so are answer and news: a kill in between leaves none of them."""
    els, agent = await sent(town)
    member, reporter = await member_of(agent), await member_of(els)
    before = len(els.bubbles)

    async def ask(*, is_lost: bool) -> None:
        async with town.storage.transaction() as uow:
            actor = Actor(member, tuple(await uow.roles.of_member(member.id)))
            await ask_reporter(uow, actor, ReportId(1), ASKED, now=town.clock.now())
            if is_lost:
                raise ConnectionResetError

    async def answer(*, is_lost: bool) -> None:
        async with town.storage.transaction() as uow:
            await answer_question(uow, reporter, ReportId(1), SAID, now=town.clock.now())
            if is_lost:
                raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await ask(is_lost=True)
    await town.deliver()
    assert (before, ReportState.RECEIVED) == (len(els.bubbles), (await report_of(town)).state)
    await ask(is_lost=False)
    await town.deliver()
    with pytest.raises(ConnectionResetError):
        await answer(is_lost=True)
    await town.deliver()
    assert ReportState.ASKED is (await report_of(town)).state
    await answer(is_lost=False)
    await town.deliver()
    assert agent.t("report-answered", number=NUMBER, text=SAID) == agent.last.text


async def test_a_colleague_takes_over_while_the_question_is_open(town: Town) -> None:
    """When who asked has left, somebody else takes the report, the question stays open, and the answer goes to them."""
    agent = await town.coordinator(90)
    deputy = await deputy_of(town, agent, 92)
    els = await jeweller(town, 1, agent)
    await reports(els)
    await deputy.types("/meldingen")
    await deputy.taps("bekijken")
    await deputy.taps("Beoordelen")
    await asks(deputy)
    await agent.types("/vervanger")
    await agent.taps("Vervanger weghalen")
    await agent.presses(f"report-take:1:{(await report_of(town)).version}", agent.last)
    report = await report_of(town)
    assert (ReportState.ASKED, (await member_of(agent)).id) == (report.state, report.taken_by)
    await els.taps(els.t.plain("report-unknown"))
    assert agent.t.plain("report-answer-unknown") in agent.last.text


async def test_a_notice_ends_a_report_with_an_open_question(town: Town) -> None:
    """A coordinator who does not wait makes a notice of it; the answer still comes while that is a draft."""
    els, agent = await asked(town)
    await agent.types("/meldingen")
    await agent.taps(f"{NUMBER} bekijken")
    await agent.taps("Maak er een bericht van")
    report = await report_of(town)
    assert (ReportState.TRIAGE, True) == (report.state, report.has_question)
    await els.taps(els.t.plain("report-answer"))
    await els.types(SAID)
    assert els.t("report-answer-sent", number=NUMBER) == els.last.text
