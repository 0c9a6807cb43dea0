"""Tests of coordinators and reports: who sees and takes them, how they end, and what the reporter reads."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from alerts.delivery import Priority
from alerts.kvo_group import NewKvoGroup
from alerts.report import CHOSEN_OUTCOMES, Outcome, ReportKind, ReportState
from alerts.role import Role
from bot.conversation.view import View
from bot.render.report import report_card
from tests.bot.deputies import deputy_of
from tests.bot.reporting import cards, jeweller, labels, report_of, reports, to_kind, to_signals, under_way
from tests.bot.town import BOT_NAME, ZONE, Town
from texts.outcomes import standard_id

SUPPORT = "0900-0101"  # Slachtofferhulp (docs/domain.md §4)
BUTTONS = ["Ik pak dit op", "Maak er een bericht van", "Vraag de melder iets", "Sluit"]


async def test_police_and_marshal_of_the_place_get_the_card_at_once(town: Town) -> None:
    """Police and marshal of the place get the card at once, with the shop, the report and its buttons; it cannot be
    forwarded."""
    agent, marshal = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    els = await jeweller(town, 1, agent)
    await to_signals(els)
    for label in ("Maakt foto", "Verder ›", "Zojuist", "2"):
        await els.taps(label)
    await els.types("Zwarte jas.")
    await els.types("witte bestelbus")
    await els.taps("De Parel 1")
    await els.types("Ze kwamen twee keer langs.")
    for person in (agent, marshal):
        card = person.last.text
        for part in ("M-2026-0001", "Voorverkenning", "maakt foto’s of filmt", "vandaag om 13:00", "Zwarte jas."):
            assert part in card
        for part in ("witte bestelbus", "Ze kwamen twee keer langs.", "De Parel 1", "2903 AB 1", "<b>Personen:</b> 2"):
            assert part in card
        assert "onbevestigd" not in card
        assert BUTTONS == labels(person)
        assert person.last.message.is_protected


async def test_nobody_else_sees_it(town: Town) -> None:
    """Coordinators of another area, a safety director and other shops do not see the report."""
    far = await town.coordinator(91, scope="3000-3099")
    director = await town.coordinator(92, Role.SAFETY_DIRECTOR)
    association = await town.coordinator(93, Role.TRADE_ASSOCIATION, "branch:jeweller")
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(far.id))
        assert member is not None
        new = NewKvoGroup("De Terp", frozenset({"2903"}), frozenset())
        group = await uow.kvo_groups.add(new, member.id, town.clock.now())
    manager = await town.coordinator(94, Role.KVO_MANAGER, f"kvo_group:{group.id}")
    els, other = await jeweller(town, 1), await jeweller(town, 2)
    nobody = (far, director, association, manager, other)
    for person in nobody:
        person.news()
    await reports(els)
    assert [""] * 5 == [person.news() for person in nobody]
    for person in nobody[1:]:
        await person.types("/meldingen")
        assert person.t("not-allowed-see_reports") == person.last.text
        assert "meldingen" not in person.menu
    await far.types("/meldingen")
    assert "M-2026-0001" not in far.last.text


async def test_a_report_of_an_unverified_shop_is_unconfirmed(town: Town) -> None:
    """A report of an unverified shop is marked as unconfirmed, also about another place (docs/domain.md §6, scenario
    7)."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1)
    await reports(els)
    assert "onbevestigd" in cards(agent)[-1]
    await to_signals(els)
    for _ in range(5):
        await els.taps("Overslaan")
    await els.taps("Ergens anders")
    await els.types("2904")
    await els.taps("Nu versturen")
    assert "onbevestigd" in cards(agent)[-1]
    assert "2904 Capelle aan den IJssel" in cards(agent)[-1]


async def test_a_robbery_goes_before_everything_else(town: Town, tmp_path: Path) -> None:
    """A robbery by a verified shop is queued before everything else; one by an unverified shop comes behind."""
    agent = await town.coordinator(90)
    els, unverified = await jeweller(town, 1, agent), await jeweller(town, 2)
    await reports(els, kind="robbery")
    await reports(els)
    await reports(unverified, kind="robbery")
    with closing(sqlite3.connect(tmp_path / "town.db")) as database:
        cards_sent = "SELECT priority FROM deliveries WHERE notice_view = 'report-card' ORDER BY id"
        assert [(Priority.P1,), (Priority.PERSON,), (Priority.P2,)] == database.execute(cards_sent).fetchall()


async def test_everybody_sees_who_took_it(town: Town) -> None:
    """When somebody takes a report, all cards that were sent show it by function, without the button."""
    agent, marshal = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    els = await jeweller(town, 1, agent)
    await reports(els)
    await marshal.taps("Ik pak dit op")
    for person in (agent, marshal):
        assert "Opgepakt door: stadsmarinier." in cards(person)[0]
        assert 1 == len(cards(person))
        assert BUTTONS[1:] == labels(person)
    assert els.t("report-news-taken", number="M-2026-0001", who="stadsmarinier") == els.last.text
    report = await report_of(town)
    assert (ReportState.TRIAGE, town.clock.now()) == (report.state, report.taken_at)


async def test_of_two_who_take_it_at_once_one_wins(town: Town) -> None:
    """Of two who take a report at once one gets it, the other reads who, and the reporter is told once."""
    agent, marshal = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    els = await jeweller(town, 1, agent)
    await reports(els)
    els.news()
    await agent.presses("report-take:1:1", agent.last)
    await marshal.presses("report-take:1:1", marshal.last)
    who = agent.t.plain("role-police")
    assert agent.t.plain("report-already-taken", who=who) == town.screens.toasts[-1]
    await agent.presses("report-take:1:1", agent.last)
    assert agent.t.plain("too-late-report-taken") == town.screens.toasts[-1]
    assert 1 == els.news().count("M-2026-0001")


@pytest.mark.parametrize("outcome", CHOSEN_OUTCOMES)
async def test_closing_asks_how_it_ended_and_the_reporter_hears(town: Town, outcome: Outcome) -> None:
    """Closing asks for the outcome in place, with a way back; the reporter is told what it means, and the card has no
    buttons afterwards."""
    agent, colleague = await town.coordinator(90), await town.coordinator(91)
    els = await jeweller(town, 1, agent)
    await reports(els)
    await agent.taps("Sluit")
    assert agent.t("report-ask-outcome") in agent.last.text
    await agent.taps("Toch niet")
    assert BUTTONS == labels(agent)
    await agent.taps("Sluit")
    await agent.taps(agent.t.plain(f"report-close-{outcome}"))
    for person in (agent, colleague):
        assert agent.t.plain(f"outcome-{outcome}") in person.last.text
        assert [] == labels(person)
    meaning = els.t(standard_id(outcome, ReportKind.RECONNAISSANCE))
    assert f"{els.t(f'report-news-{outcome}', number='M-2026-0001')}\n\n{meaning}" == els.last.text
    report = await report_of(town)
    assert (ReportState.CLOSED, outcome, town.clock.now()) == (report.state, report.outcome, report.closed_at)


@pytest.mark.parametrize("kind", ["robbery", "robbery_attempt"])
@pytest.mark.parametrize("outcome", CHOSEN_OUTCOMES)
async def test_who_was_robbed_reads_where_support_is_at_the_receipt_and_at_the_end(
    town: Town, kind: str, outcome: Outcome
) -> None:
    """A victim of a robbery reads where to find support in the receipt and at each way of closing, and not in
    between."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await reports(els, kind=kind)
    assert els.t("report-receipt-victim") in els.news()
    await agent.taps("Ik pak dit op")
    assert SUPPORT not in els.news()
    await agent.taps("Sluit")
    await agent.taps(agent.t.plain(f"report-close-{outcome}"))
    assert els.t("report-closed-victim") in els.last.text
    assert SUPPORT in els.last.text


async def test_who_saw_a_robbery_elsewhere_is_spoken_to_as_a_witness(town: Town) -> None:
    """A reporter of a robbery at another place is addressed as a witness; other reports do not mention victims."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await to_kind(els)
    await els.taps("Overval")
    while els.t("report-ask-where") not in els.last.text:
        await els.taps("Overslaan")
    await els.taps("Ergens anders")
    await els.types("2904")
    await els.taps("Nu versturen")
    assert els.t("report-receipt-witness") in els.last.text
    await agent.taps("Sluit")
    await agent.taps("Afgehandeld")
    assert els.t("report-closed-witness") in els.last.text
    els.news()
    await reports(els)
    assert SUPPORT not in els.news()


async def test_support_is_offered_in_english_too(town: Town) -> None:
    """The English text names the same number for support."""
    await town.coordinator(90)
    els = town.person(1, "en")
    await els.subscribes("2903AB", "jeweller", "Pearl", "1")
    await reports(els, kind="robbery")
    assert "We are sorry that this happened to you." in els.last.text
    assert SUPPORT in els.last.text


STALE = ["report-take:1:1", "report-alert:1:1", "report-close:1:1", "report-outcome:1.handled:1"]


@pytest.mark.parametrize("data", [*STALE, "report-outcome:1.handled:2", "report-alert:1:2"])
async def test_a_button_of_a_report_that_was_closed_says_so(town: Town, data: str) -> None:
    """A press on the card of a closed report says so, and updates the card."""
    agent, colleague = await town.coordinator(90), await town.coordinator(91)
    els = await jeweller(town, 1, agent)
    await reports(els)
    await colleague.taps("Sluit")
    await colleague.taps("Niets aan de hand")
    els.news()
    await agent.presses(data, agent.last)
    assert agent.t.plain("too-late-report-closed") == town.screens.toasts[-1]
    assert "niets aan de hand" in agent.last.text
    assert "" == els.news()
    assert Outcome.UNFOUNDED is (await report_of(town)).outcome
    assert await under_way(agent) is None


@pytest.mark.parametrize("data", STALE)
async def test_a_button_of_a_report_that_a_colleague_took_says_who(town: Town, data: str) -> None:
    """A press on the card of a report that a colleague took says who; from the updated card it can still be handled."""
    agent, marshal = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    els = await jeweller(town, 1, agent)
    await reports(els)
    await marshal.taps("Ik pak dit op")
    await agent.presses(data, agent.last)
    assert agent.t.plain("report-already-taken", who="stadsmarinier") == town.screens.toasts[-1]
    report = await report_of(town)
    assert (ReportState.TRIAGE, 2) == (report.state, report.version)
    assert await under_way(agent) is None


@pytest.mark.parametrize("data", [*STALE, "report-open:1:0", "report-card:1:0"])
async def test_a_forwarded_button_is_no_authority(town: Town, data: str) -> None:
    """A forwarded button has no effect for another area, a shop, a stranger or the reporter."""
    agent, far = await town.coordinator(90), await town.coordinator(91, scope="3000-3099")
    manager = await town.coordinator(92, Role.SAFETY_DIRECTOR)
    els = await jeweller(town, 1, agent)
    await reports(els)
    for person, reason in (
        (far, "not-found"),
        (manager, "not-allowed-see_reports"),
        (els, "not-allowed-see_reports"),
        (town.person(9), "not-allowed-start-first"),
    ):
        await person.presses(data)
        expected = {person.t.plain(reason), person.t.plain("not-allowed-draft_alert")}
        assert town.screens.toasts[-1] in expected
        assert not cards(person)
    report = await report_of(town)
    assert (ReportState.RECEIVED, 1) == (report.state, report.version)


@pytest.mark.parametrize(
    "data",
    [
        "report-take:99:1",
        "report-take:²:1",
        "report-alert::1",
        "report-close:x:1",
        "report-outcome:1.escalated:1",
        "report-outcome:1.nonsense:1",
        "report-outcome:1:1",
        "report-open:" + "9" * 30 + ":0",
        "report-card:0:0",
        "reports:nonsense.1:0",
        "reports:all.²:0",
        "my-reports:²:0",
        "report:²:0",
    ],
)
async def test_altered_button_data_is_answered_and_changes_nothing(town: Town, data: str) -> None:
    """Altered button data is answered and changes nothing."""
    agent = await town.coordinator(90)
    await reports(await jeweller(town, 1, agent))
    for person in (agent, town.person(1)):
        await person.presses(data, person.last)
        assert person.t("update-failed") != person.last.text
    report = await report_of(town)
    assert (ReportState.RECEIVED, 1) == (report.state, report.version)


async def test_a_coordinators_own_report_goes_to_the_others(town: Town) -> None:
    """A coordinator's own report goes to the others, and its reporter cannot deal with it."""
    agent, colleague = await town.coordinator(90), await town.coordinator(91)
    await to_kind(agent)
    await agent.taps("Iets anders")
    await agent.taps("Nu versturen")
    await agent.taps("Ergens anders")
    await agent.types("2903")
    assert agent.t("report-receipt-seen") in agent.last.text
    assert [] == cards(agent)
    assert "onbevestigd" not in cards(colleague)[0]
    await agent.presses("report-take:1:1")
    assert agent.t.plain("not-allowed-own-report") == town.screens.toasts[-1]
    await agent.types("/meldingen")
    assert "M-2026-0001" not in agent.last.text


async def test_where_no_holder_can_be_reached_the_deputies_get_it(town: Town) -> None:
    """When no holder can be reached, the deputies get the card and its updates; without deputies the reporter is
    told."""
    agent = await town.coordinator(90)
    deputy = await deputy_of(town, agent, 91)
    els = await jeweller(town, 1, agent)
    await reports(els)
    assert [1, 0] == [len(cards(agent)), len(cards(deputy))]
    async with town.storage.transaction() as uow:
        await uow.members.set_active("telegram", str(agent.id), active=False, now=town.clock.now())
    await reports(els)
    assert [1, 1] == [len(cards(agent)), len(cards(deputy))]
    await deputy.taps("Ik pak dit op")
    assert "Opgepakt door" in cards(deputy)[0]
    async with town.storage.transaction() as uow:
        await uow.members.set_active("telegram", str(deputy.id), active=False, now=town.clock.now())
    await reports(els)
    assert els.t("report-receipt-nobody") in els.last.text


async def test_the_longest_report_fits_in_one_message(town: Town) -> None:
    """A report with the longest fields, every signal and every addition fits in one message."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1)
    await to_signals(els)
    await els.taps("Meer…")
    for label in [button.label for button in els.last.buttons][:13]:
        await els.taps(label)
    await els.taps("Verder ›")
    await els.taps("Zojuist")
    await els.taps("onbekend")
    await els.types("jas " * 37)
    await els.types("bus " * 15)
    await els.taps("De Parel")
    await els.types("woord " * 49)
    for _ in range(5):
        await els.taps("Aanvullen")
        await els.types("woord " * 49)
    report = await report_of(town)
    assert 13 == len(report.content.signals)
    async with town.storage.reading() as uow:
        for t in town.texts.values():
            card = await report_card(report, View({}, t, uow, town.clock.now(), ZONE, BOT_NAME))
            assert len(card.text) < 4096
    assert cards(agent)


async def test_what_somebody_took_who_left_is_free_again(town: Town) -> None:
    """A report that was taken by a removed deputy can be taken again; a handled one stays handled."""
    agent, colleague = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    deputy = await deputy_of(town, agent, 92)
    els = await jeweller(town, 1, agent)
    await reports(els)
    await deputy.types("/meldingen")
    await deputy.taps("bekijken")
    await deputy.taps("Beoordelen")
    await deputy.taps("Ik pak dit op")
    await colleague.presses("report-take:1:2", colleague.last)
    assert "Al opgepakt door" in town.screens.toasts[-1]
    await agent.types("/vervanger")
    await agent.taps("Vervanger weghalen")
    await colleague.types("/meldingen")
    await colleague.taps("Andere meldingen")
    await colleague.taps("Niet opgepakt")
    await colleague.taps("M-2026-0001 bekijken")
    assert BUTTONS == labels(colleague)
    await colleague.taps("Ik pak dit op")
    assert colleague.t.plain("role-city_marshal") in cards(colleague)[-1]
    assert BUTTONS[1:] == labels(colleague)
