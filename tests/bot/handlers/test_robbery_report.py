"""A robbery that a victim reports with taps: each tap is stored and with the police at once, and none is needed."""

from datetime import timedelta

import pytest

from alerts.alert import IncidentKind
from alerts.branch import Branch
from alerts.premises import NewPremises
from alerts.report import Outcome, ReportKind, ReportState
from alerts.robbery_facts import VALUES, Fact
from alerts.role import Actor
from alerts.services.incident.confirm_incident import confirm_incident
from alerts.services.report.report_robbery import SAME_WITHIN
from alerts.services.shop.subscribe import subscribe
from bot.conversation.view import View
from bot.render.robbery_report import told_words, value_words
from tests.bot.reporting import jeweller, labels, many_reports, report_of, reports
from tests.bot.town import BOT_NAME, ZONE, Bubble, Person, Town

TAPPED = {
    Fact.KIND: "ram_raid",
    Fact.WHEN: "10",
    Fact.PERSONS: "2",
    Fact.WEAPON: "knife",
    Fact.INJURED: "no",
    Fact.EXIT_MODE: "scooter",
    Fact.EXIT_DIRECTION: "north_east",
}


async def robbed(person: Person, shop: str = "robbery-report") -> Bubble:
    """Report a robbery with one tap; return the message in which more can be told."""
    await person.types("/overval")
    await person.taps(person.t.plain("robbery-safe"))
    await person.taps(person.t.plain(shop) if shop == "robbery-report" else shop)
    return person.last


async def tells(person: Person, fact: Fact, value: str) -> None:
    """Tap a value of a fact, from the overview."""
    await person.taps(person.t.plain(f"robbery-fact-{fact}"))
    await person.taps(value_words(fact, value, person.t))


async def on_card(town: Town, agent: Person, fact: Fact) -> str:
    """Return how the police read a fact that was told, without its name and in small letters."""
    async with town.storage.reading() as uow:
        report = await report_of(town)
        view = View({}, agent.t, uow, town.clock.now(), ZONE, BOT_NAME)
        return told_words(report, fact, view).split(": ", 1)[1].lower()


async def test_one_tap_reports_the_robbery(town: Town) -> None:
    """After *Ik ben veilig* one tap stores the report and rings the police, though nothing was told yet."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await els.types("/overval")
    await els.taps(els.t.plain("robbery-safe"))
    assert 0 == await many_reports(town), "to say that one is safe reports nothing"
    await els.taps(els.t.plain("robbery-report"))
    report = await report_of(town)
    assert (ReportKind.ROBBERY, "2903AB", True) == (report.kind, report.place.pc6, report.is_confirmed)
    assert report.number in agent.last.text
    assert els.t("robbery-board", number=report.number) == els.last.text
    assert els.last.is_protected


@pytest.mark.parametrize("order", [tuple(Fact), tuple(reversed(Fact))], ids=["as asked", "backwards"])
async def test_each_tap_is_stored_and_on_the_card_at_once(town: Town, order: tuple[Fact, ...]) -> None:
    """In any order, whatever is still missing; a button under the card from before works all the same."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await robbed(els)
    card, takes = agent.last, next(one.data for one in agent.last.buttons if "report-take" in (one.data or ""))
    for fact in order:
        await tells(els, fact, TAPPED[fact])
        assert await on_card(town, agent, fact) in card.text.lower(), fact
        if els.t.plain("robbery-overview") in labels(els):
            await els.taps(els.t.plain("robbery-overview"))
    report = await report_of(town)
    told = report.content
    assert ReportKind.RAM_RAID is report.kind
    assert {"offender_count": "2", "weapon": "knife", "exit_mode": "scooter", "exit_direction": "north_east"} == told.mo
    assert (False, town.clock.now() - timedelta(minutes=10)) == (told.is_injured, report.occurred_at)
    assert takes is not None
    await agent.presses(takes, card)
    assert ReportState.TRIAGE is (await report_of(town)).state


async def test_every_value_can_be_tapped(town: Town) -> None:
    """Each button of each question is one value, and is stored as that."""
    els = await jeweller(town, 1)
    await robbed(els)
    for fact, values in VALUES.items():
        for value in values:
            await tells(els, fact, value)
            await els.taps(els.t.plain("robbery-overview"))
    report = await report_of(town)
    last = {fact: values[-1] for fact, values in VALUES.items()}
    assert (ReportKind(last[Fact.KIND]), last[Fact.PERSONS]) == (report.kind, report.content.persons)
    assert (last[Fact.EXIT_DIRECTION], True) == (report.content.exit_direction, report.content.is_injured)


async def test_all_can_be_skipped_and_the_end_names_support(town: Town) -> None:
    """*Weet ik niet* goes on to the next question, and at the end stands the number of Slachtofferhulp."""
    els = await jeweller(town, 1)
    await robbed(els)
    before = await report_of(town)
    await els.taps(els.t.plain("robbery-fact-kind"))
    asked = []
    while els.t("robbery-done") != els.last.text:
        asked.append(els.last.text)
        await els.taps(els.t.plain("robbery-skip"))
    assert [els.t(f"robbery-ask-{fact}") for fact in Fact] == asked
    assert "0900-0101" in [one.copy for one in els.last.buttons]
    assert before == await report_of(town)


async def test_a_mistaken_tap_is_told_anew_or_left_open(town: Town) -> None:
    """*Toch niet* shows the question of the last tap again; another value takes the place of it, and *Laat open* takes
    it back."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await robbed(els)
    await tells(els, Fact.WEAPON, "firearm")
    assert "✓ Wapen: vuurwapen (of lijkt erop)\n" in els.last.text
    await els.taps(els.t.plain("robbery-undo"))
    await els.taps("mes")
    assert "knife" == (await report_of(town)).content.weapon
    await els.taps(els.t.plain("robbery-undo"))
    await els.taps(els.t.plain("robbery-leave-open"))
    assert els.t("robbery-ask-weapon") == els.last.text
    assert (await report_of(town)).content.weapon is None
    assert agent.t.plain("mo-weapon-knife") not in agent.last.text
    await tells_all_kinds(els)
    assert ReportKind.ROBBERY is (await report_of(town)).kind, "a kind that is left open is a robbery again"


async def tells_all_kinds(person: Person) -> None:
    """Tap a kind, and leave it open after all."""
    await person.taps(person.t.plain("robbery-overview"))
    await tells(person, Fact.KIND, "atm_blast")
    await person.taps(person.t.plain("robbery-undo"))
    await person.taps(person.t.plain("robbery-leave-open"))


async def test_who_taps_twice_makes_one_report(town: Town) -> None:
    """The same button twice, the screen opened anew, and a value twice: it is one report, told once."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await els.types("/overval")
    await els.taps(els.t.plain("robbery-safe"))
    screen, again = els.last, next(one.data for one in els.last.buttons if "robbery-report" in (one.data or ""))
    assert again is not None
    for _ in range(3):
        await els.presses(again, screen)
    await robbed(els)
    knife = "robbery-tell:1.weapon.knife:0"
    for _ in range(3):
        await els.presses(knife, els.last)
    assert 1 == await many_reports(town)
    async with town.storage.reading() as uow:
        steps = [one.step for one in await uow.reports.events((await report_of(town)).id)]
    assert ["received", "told"] == steps


async def test_the_next_robbery_is_another_report(town: Town) -> None:
    """After the hour, or once the first report has ended, a tap makes a new one."""
    els = await jeweller(town, 1)
    await robbed(els)
    town.clock.pass_by(seconds=SAME_WITHIN.total_seconds())
    await robbed(els)
    assert 2 == await many_reports(town)
    await els.taps(els.t.plain("robbery-back"))
    assert Outcome.WITHDRAWN is (await report_of(town, 2)).outcome
    await robbed(els)
    assert 3 == await many_reports(town)


async def test_each_shop_of_several_has_a_button_that_reports(town: Town) -> None:
    """Where it was and that it was is one tap; of many shops the rest comes after one more."""
    els = await jeweller(town, 1)
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(els.id))
        assert member is not None
        for number in range(2, 9):
            new = NewPremises(Branch.JEWELLER, "2903", "2903AB", None, None, f"De Parel {number}", str(number))
            await subscribe(uow, member, new, town.clock.now())
    await els.types("/overval")
    await els.taps(els.t.plain("robbery-safe"))
    assert els.t("robbery-safe-shops") == els.last.text
    assert els.t.plain("robbery-report-at", shop="De Parel 8") not in labels(els)
    await els.taps(els.t.plain("choices-more"))
    await els.taps(els.t.plain("choices-less"))
    await els.taps(els.t.plain("choices-more"))
    await els.taps(els.t.plain("robbery-report-at", shop="De Parel 8"))
    report = await report_of(town)
    assert report.premises_id is not None
    async with town.storage.reading() as uow:
        assert "De Parel 8" == (await uow.premises.get(report.premises_id)).name


async def test_the_quota_for_reports_does_not_stop_a_victim(town: Town) -> None:
    """Who reported as much as one may is robbed, and reports that with a tap."""
    els = await jeweller(town, 1)
    for _ in range(10):
        await reports(els)
    await els.types("/melding")
    assert els.t.plain("report-safety-safe") not in labels(els), "no more reports"
    await robbed(els)
    assert 11 == await many_reports(town)
    assert ReportKind.ROBBERY is (await report_of(town, 11)).kind


async def test_robberies_have_a_quota_of_their_own(town: Town) -> None:
    """Ten robberies that were taken back within the hour are no robberies: the next tap is refused, and says why."""
    els = await jeweller(town, 1)
    for _ in range(10):
        await robbed(els)
        await els.taps(els.t.plain("robbery-back"))
    await robbed(els)
    assert 10 == await many_reports(town)
    assert any("meldingen" in one for one in town.screens.toasts[-1:])


async def test_where_nobody_reads_the_screen_says_to_call(town: Town) -> None:
    """No police in the area: the report is kept, and the screen says to call 112."""
    els = await jeweller(town, 1)
    await robbed(els)
    assert els.t("robbery-board-nobody", number="M-2026-0001") == els.last.text
    agent = await town.coordinator(90)
    await els.taps(els.t.plain("robbery-fact-weapon"))
    await els.taps(els.t.plain("robbery-overview"))
    assert els.t("robbery-board", number="M-2026-0001") == els.last.text
    assert agent.menu


async def test_police_decide_what_kind_it_was(town: Town) -> None:
    """The incident has the kind and moment that the victim taps until police confirm it; from then on the kind is not
    asked, and a button from before says why."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await robbed(els)
    await tells(els, Fact.KIND, "robbery_attempt")
    await els.taps(els.t.plain("robbery-overview"))
    await tells(els, Fact.WHEN, "30")
    report = await report_of(town)
    assert report.incident_id is not None
    async with town.storage.transaction() as uow:
        incident = await uow.incidents.get(report.incident_id)
        assert (IncidentKind.ROBBERY_ATTEMPT, report.occurred_at) == (incident.kind, incident.occurred_at)
        member = await uow.members.by_ref("telegram", str(agent.id))
        assert member is not None
        actor = Actor(member, tuple(await uow.roles.of_member(member.id)))
        await confirm_incident(uow, actor, incident.id, version=incident.version, now=town.clock.now())
    await els.taps(els.t.plain("robbery-overview"))
    assert not [one for one in labels(els) if els.t.plain("robbery-fact-kind") in one]
    await els.presses("robbery-tell:1.kind.ram_raid:0", els.last)
    assert els.t.plain("too-late-robbery-kind") == town.screens.toasts[-1]
    assert ReportKind.ROBBERY_ATTEMPT is (await report_of(town)).kind
    await tells(els, Fact.WEAPON, "knife")
    assert "knife" == (await report_of(town)).content.weapon


async def test_a_closed_report_is_told_no_more(town: Town) -> None:
    """Once police closed the report the screen says so, and where to call."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    board = await robbed(els)
    await agent.taps(agent.t.plain("report-close"))
    await agent.taps(agent.t.plain("report-close-handled"))
    await els.presses("robbery-tell:1.weapon.knife:0", board)
    assert els.t.plain("too-late-report-closed") == town.screens.toasts[-1]
    await els.presses("robbery-board:1:0", board)
    assert els.t("robbery-board-ended", number="M-2026-0001") == board.text
    assert (await report_of(town)).content.weapon is None


@pytest.mark.parametrize(
    "data",
    [
        *("robbery-report:1:0", "robbery-board:1:0", "robbery-ask:1.weapon:0", "robbery-tell:1.weapon.knife:0"),
        *("robbery-done:1:0", "robbery-tell:1.weapon.sword:0", "robbery-ask:1.name:0", "robbery-tell:2.weapon.knife:0"),
    ],
)
async def test_a_robbery_of_somebody_else_is_not_there(town: Town, data: str) -> None:
    """Whoever presses the button of another victim, or an altered one, reads that there is nothing."""
    els, jan = await jeweller(town, 1), await jeweller(town, 2)
    await robbed(els)
    await reports(jan)
    before = await report_of(town)
    await jan.presses(data, jan.last)
    assert jan.t.plain("not-found") == town.screens.toasts[-1]
    assert before == await report_of(town)


async def test_a_report_that_is_no_robbery_is_not_told_with_taps(town: Town) -> None:
    """The report of a scout does not become a robbery by an altered button: police would not be rung."""
    els = await jeweller(town, 1)
    await reports(els)
    await els.presses("robbery-tell:1.kind.robbery:0", els.last)
    assert els.t.plain("not-found") == town.screens.toasts[-1]
    assert ReportKind.RECONNAISSANCE is (await report_of(town)).kind


@pytest.mark.parametrize(
    "typed", ["twee mannen met een zwarte scooter weg richting de brug", "zwarte jas", "ze zijn weg"]
)
async def test_what_is_typed_afterwards_belongs_to_the_report(town: Town, typed: str) -> None:
    """Whoever types after all is asked whether it belongs to the robbery, before it becomes a second one; one tap adds
    it, and police read it on the card."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await robbed(els)
    await els.types(typed)
    assert els.t("robbery-typed", number="M-2026-0001") == els.last.text
    await els.taps(els.t.plain("robbery-add-words"))
    assert els.t("report-added", number="M-2026-0001") == els.last.text
    assert typed in agent.last.text
    assert 1 == await many_reports(town)


async def test_danger_that_is_typed_afterwards_is_answered_with_112_first(town: Town) -> None:
    """A cry is answered with the four lines, and a weapon with 112 above the question."""
    els = await jeweller(town, 1)
    await robbed(els)
    await els.types("hij heeft een mes")
    assert els.last.text.startswith(els.t("typed-first"))
    assert els.t("robbery-typed", number="M-2026-0001") in els.last.text
    await els.types("overval!!")
    assert els.t("robbery-now") == els.last.text


async def test_what_is_typed_about_something_else_is_another_report(town: Town) -> None:
    """One tap says so, and thanks are only that; after the hour nobody is asked."""
    els = await jeweller(town, 1)
    await robbed(els)
    await els.types("bedankt")
    assert "M-2026-0001" not in els.last.text
    await els.types("gisteren filmde een man de etalage en vroeg naar de sluittijd")
    await els.taps(els.t.plain("robbery-other"))
    assert els.t("report-safety") in els.last.text
    await els.presses("cancel::0", els.last)
    town.clock.pass_by(seconds=SAME_WITHIN.total_seconds())
    await els.types("ik zag een man die de etalage filmde")
    assert "M-2026-0001" not in els.last.text
