"""Tests of a report by a retailer: 112 first, eight taps, the guard, and nothing lost."""

import json
from datetime import timedelta

import pytest

from alerts.report import ReportKind, Signal
from alerts.role import Role
from bot.conversation.menu import main_keyboard
from bot.jobs.report_reminder import has_unsent, remind
from bot.jobs.schedule import clean_up
from tests.bot.reporting import cards, jeweller, labels, report_of, reports, to_kind, to_signals, under_way
from tests.bot.town import BEGIN, Person, Town

pytestmark = pytest.mark.quick


class Thumb:
    """A counter of a person's taps."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.taps = 0

    async def __call__(self, label: str) -> None:
        self.taps += 1
        await self.person.taps(label)


async def test_a_useful_report_takes_eight_taps_and_no_typing(town: Town) -> None:
    """A useful report takes eight taps and no typing; the first is the button under the typing field."""
    els = await jeweller(town, 1)
    await els.types(els.t.plain("report-button"))  # the text that a tap on it sends
    assert els.t("report-safety") in els.last.text
    tap = Thumb(els)
    for label in ("Geen gevaar", "Iemand verkent", "Maakt foto", "Vraagt naar", "Verder ›", "Zojuist", "Nu versturen"):
        await tap(label)
    assert 8 == tap.taps + 1
    report = await report_of(town)
    assert (ReportKind.RECONNAISSANCE, frozenset({Signal.PHOTOS, Signal.QUESTIONS_SECURITY})) == (
        report.kind,
        report.content.signals,
    )
    assert ("2903AB", BEGIN) == (report.place.pc6, report.occurred_at)
    assert report.premises_id is not None


async def test_the_receipt_has_a_number_and_comes_once(town: Town) -> None:
    """The receipt has a number and comes once. (docs/domain.md §6, scenario 1: received, not shared yet.)"""
    await town.coordinator(90)
    els = await jeweller(town, 1)
    await reports(els)
    assert 1 == els.news().count("Ontvangen. Nog niet gedeeld.")
    assert "M-2026-0001" in els.last.text
    assert els.t("report-receipt-seen") in els.last.text
    assert els.last.message.is_protected
    await reports(els)
    assert "M-2026-0002" in els.last.text


async def test_without_coordinators_the_receipt_says_whom_to_call(town: Town) -> None:
    """Without coordinators the receipt says whom to call."""
    els = await jeweller(town, 1)
    await reports(els)
    assert els.t("report-receipt-nobody") in els.last.text


@pytest.mark.parametrize(
    "start", ["/melding", "/report", "Iets melden", "Report something", "Ik heb iets gezien", "I saw something"]
)
async def test_112_comes_first_and_only_a_tap_goes_on(town: Town, start: str) -> None:
    """112 comes first and only a tap goes on, by command and by button, in both languages."""
    els = await jeweller(town, 1)
    await els.types(start)
    assert "Bel 112" in els.last.text
    await els.types("ja")
    assert els.last.text.startswith(els.t("text-tap-a-button"))
    await els.taps("112 is gebeld")
    assert els.t("report-ask-kind") == els.last.text


@pytest.mark.parametrize("start", ["/melding", "Iets melden", "Ik heb iets gezien"])
async def test_a_stranger_reads_112_and_how_to_begin(town: Town, start: str) -> None:
    """A stranger reads 112 and how to sign up, and is asked nothing."""
    stranger = town.person(9)
    await stranger.types(start)
    assert "Bel 112" in stranger.last.text
    assert stranger.t("not-allowed-start-first") in stranger.last.text
    assert await under_way(stranger) is None


async def test_a_robbery_asks_about_weapon_loot_and_injured(town: Town) -> None:
    """A robbery asks about weapon, loot and injured, never about an amount.

    docs/domain.md §6, scenario 1: two, a knife, a scooter, cash, nobody hurt.
    """
    els = await jeweller(town, 1)
    await to_kind(els)
    for label in ("Overval", "mes", "contant geld", "Nee", "Een half uur", "2"):
        await els.taps(label)
    await els.types("Zwarte jas met capuchon, lang.")
    for label in ("scooter", "De Parel 1", "Nu versturen"):
        await els.taps(label)
    report = await report_of(town)
    told = report.content
    assert (ReportKind.ROBBERY, BEGIN - timedelta(minutes=30)) == (report.kind, report.occurred_at)
    assert {"weapon": "knife", "loot_type": "cash", "offender_count": "2", "exit_mode": "scooter"} == told.mo
    assert (False, "Zwarte jas met capuchon, lang.", frozenset()) == (told.is_injured, told.clothing, told.signals)


async def test_an_attempt_is_not_asked_what_was_taken(town: Town) -> None:
    """An attempt is not asked what was taken (docs/domain.md §3), and the button says that nothing was."""
    els = await jeweller(town, 1)
    await to_kind(els)
    assert "Poging tot overval (niets meegenomen)" in labels(els)
    await els.taps("Poging tot overval")
    asked = ""
    while await under_way(els) is not None:
        asked += els.last.text
        await els.taps("Overslaan")
    assert els.t("report-ask-weapon") in asked
    assert els.t("report-ask-loot_type") not in asked
    report = await report_of(town)
    assert (ReportKind.ROBBERY_ATTEMPT, None) == (report.kind, report.content.loot_type)


async def test_who_says_at_an_attempt_that_something_was_taken_reports_a_robbery(town: Town) -> None:
    """A reporter of an attempt who taps that something was taken is asked what, and reports a robbery; the last answer
    counts."""
    els = await jeweller(town, 1)
    await to_kind(els)
    await els.taps("Poging tot overval")
    await els.taps(els.t.plain("report-something-taken"))
    assert els.t.plain("report-something-taken") not in labels(els)
    await els.taps("mes")
    assert els.t("report-ask-loot_type") == els.last.text
    await els.taps("tabak")
    await els.taps("Nu versturen")
    report = await report_of(town)
    assert (ReportKind.ROBBERY, "tobacco", "knife") == (report.kind, report.content.loot_type, report.content.weapon)
    await to_kind(els)
    for label in ("Overval", "mes", "tabak", "Terug", "Terug", "Terug", "Poging", "Nu versturen"):
        await els.taps(label)
    report = await report_of(town, 2)
    assert (ReportKind.ROBBERY_ATTEMPT, None) == (report.kind, report.content.loot_type)


async def test_a_robbery_at_which_nothing_was_taken_is_an_attempt(town: Town) -> None:
    """A robbery with nothing taken is an attempt: the button says so before it is tapped, and the coordinator's card
    too."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await to_kind(els)
    for label in ("Overval", "mes", "Niets: dan is het een poging", "Nu versturen"):
        await els.taps(label)
    assert ReportKind.ROBBERY_ATTEMPT is (await report_of(town)).kind
    assert agent.t.plain("kind-robbery_attempt") in cards(agent)[0]


async def test_everything_after_the_kind_can_be_skipped(town: Town) -> None:
    """Everything after the kind can be skipped, which leaves a kind at the reporter's own shop."""
    els = await jeweller(town, 1)
    await to_signals(els)
    while await under_way(els) is not None:
        assert "Nu versturen" in labels(els)
        await els.taps("Overslaan")
    report = await report_of(town)
    assert (None, None, "2903AB") == (report.occurred_at, report.content.what, report.place.pc6)


async def test_back_keeps_what_was_filled_in(town: Town) -> None:
    """*Back* keeps the answers: signals are still marked, and can be unmarked."""
    els = await jeweller(town, 1)
    await to_signals(els)
    await els.taps("Maakt foto")
    await els.taps("Meer…")
    await els.taps("Voelt aan")
    await els.taps("Verder ›")
    await els.taps("Terug")
    assert {"✓ Maakt foto’s of filmt", "✓ Voelt aan een deur"} < set(labels(els))
    await els.taps("✓ Voelt aan")
    await els.taps("Nu versturen")
    assert {Signal.PHOTOS} == (await report_of(town)).content.signals


@pytest.mark.parametrize(
    ("steps", "text", "found"),
    [
        (4, "Kale man in 12-AB-34", "12-AB-34"),
        (5, "wit busje 12-AB-34", "12-AB-34"),
        (7, "Bel me op 06-12345678", "06-12345678"),
    ],
)
async def test_the_guard_refuses_what_may_not_be_passed_on(town: Town, steps: int, text: str, found: str) -> None:
    """Text that the guard refuses is not stored, and the rest of the draft stays."""
    els = await jeweller(town, 1)
    await to_signals(els)
    await els.taps("Maakt foto")
    for _ in range(steps - 1):
        await els.taps("Overslaan" if "Verder ›" not in labels(els) else "Verder ›")
    await els.types(text)
    assert found in els.last.text
    dialogue = await under_way(els)
    assert dialogue is not None
    assert found not in json.dumps(dict(dialogue.draft))
    assert ["photos"] == dialogue.draft["signals"]
    await els.types("Donkere kleding, nette auto.")
    assert await under_way(els) is None or "Terug" in " ".join(labels(els))
    if await under_way(els) is not None:
        await els.taps("Nu versturen")
    assert "Donkere kleding, nette auto." in str((await report_of(town)).content)


async def test_an_abandoned_report_is_offered_again_by_112(town: Town) -> None:
    """A report that was left is offered again after 112, and nothing is dropped without a tap."""
    els = await jeweller(town, 1)
    await to_signals(els)
    await els.taps("Maakt foto")
    els.news()
    await els.types("Iets melden")
    assert els.t("report-safety") in els.news()
    assert els.t("dialogue-which", current="je melding") == els.last.text
    await els.taps("Verder met je melding")
    assert "✓ Maakt foto’s of filmt" in labels(els)
    await els.types("/melding")
    await els.taps(els.t.plain("dialogue-anew"))
    assert els.t("report-safety") in els.last.text


async def test_the_button_is_never_the_answer_to_a_question(town: Town) -> None:
    """The report button is never taken as an answer, also where text is typed; the other form goes on."""
    els = await jeweller(town, 1)
    await els.types("/mijn")
    await els.taps("Wijzig De Parel")
    await els.taps("Naam en huisnummer")
    els.news()
    await els.types("Iets melden")
    assert els.t("report-safety") in els.news()
    await els.taps("Verder met")
    await els.types("De Robijn")
    assert els.t("details-number-again", number="1") == els.last.text


async def test_who_left_it_lying_is_reminded_exactly_once(town: Town) -> None:
    """A member who left a report unfinished is reminded once, a quarter of an hour after the last answer, and goes on
    with one tap."""
    els = await jeweller(town, 1)
    await to_signals(els)
    town.clock.pass_by(minutes=14)
    await _tick(town)
    await els.taps("Maakt foto")
    town.clock.pass_by(minutes=14)
    await _tick(town)
    els.news()
    town.clock.pass_by(minutes=1)
    for _ in range(3):
        await _tick(town)
    assert els.t("report-unsent") == els.news()
    async with town.storage.reading() as uow:
        assert not await has_unsent(uow, town.clock.now())
    reminder, stop = els.last, els.t.plain("report-unsent-stop")
    stops = next(one.data for one in reminder.buttons if one.label == stop)
    await els.taps(els.t.plain("report-unsent-resume"))
    assert "✓ Maakt foto’s of filmt" in labels(els)
    await els.taps("Verder ›")
    town.clock.pass_by(hours=1)
    els.news()
    await _tick(town)
    assert "" == els.news()
    await els.presses(stops or "", reminder)
    assert els.t.plain("dialogue-stale") == town.screens.toasts[-1], "it went on since"
    await els.taps("Stoppen", els.last)
    await to_signals(els)
    town.clock.pass_by(minutes=15)
    els.news()
    await _tick(town)
    assert els.t("report-unsent") == els.news(), "the next one is another"


async def _tick(town: Town) -> None:
    now = town.clock.now()
    async with town.storage.reading() as uow:
        is_due = await has_unsent(uow, now)
    if is_due:
        async with town.storage.transaction() as uow:
            await remind(uow, now)
    await town.deliver()


async def test_a_report_that_was_sent_or_another_form_reminds_nobody(town: Town) -> None:
    """A sent report and other forms cause no reminder."""
    els = await jeweller(town, 1)
    await reports(els)
    await els.types("/mijn")
    await els.taps("Extra gebieden")
    await els.taps("Gebied toevoegen")
    town.clock.pass_by(hours=2)
    async with town.storage.reading() as uow:
        assert not await has_unsent(uow, town.clock.now())


async def test_after_a_day_it_is_gone(town: Town) -> None:
    """After a day an unfinished report is removed with its content."""
    els = await jeweller(town, 1)
    await to_signals(els)
    town.clock.pass_by(days=1)
    async with town.storage.transaction() as uow:
        await clean_up(uow, town.clock.now())
    assert await under_way(els) is None
    await els.taps("Maakt foto")
    assert els.t.plain("dialogue-stale") == town.screens.toasts[-1]


async def test_one_more_text_while_it_is_open(town: Town) -> None:
    """A reporter can add texts while the report is open, through the guard, onto the coordinators' cards, up to a
    limit."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await reports(els)
    await els.taps("Aanvullen")
    await els.types("Mail me op els@voorbeeld.nl")
    assert "els@voorbeeld.nl" in els.last.text
    await els.types("Hij had een rode rugzak.")
    assert els.t("report-added", number="M-2026-0001") == els.last.text
    [card] = cards(agent)
    assert "Hij had een rode rugzak." in card
    assert "voorbeeld.nl" not in card
    for _ in range(4):
        await els.taps("Aanvullen")
        await els.types("Nog iets.")
    await els.taps("Aanvullen")
    assert els.t.plain("limit-additions", most="5") == town.screens.toasts[-1]


async def test_only_the_reporter_adds_and_only_while_it_is_open(town: Town) -> None:
    """Only the reporter adds, and only while the report is open; a forwarded or stale button is refused."""
    agent = await town.coordinator(90)
    els, other = await jeweller(town, 1, agent), await jeweller(town, 2)
    await reports(els)
    for person in (other, agent):
        await person.presses("report-add:1:0")
        assert els.t.plain("not-found") == town.screens.toasts[-1]
    await els.presses("report-add:99:0")
    assert els.t.plain("not-found") == town.screens.toasts[-1]
    await agent.taps(agent.t.plain("report-close"))
    await agent.taps(agent.t.plain("report-close-handled"))
    await els.presses("report-add:1:0")
    assert els.t.plain("too-late-report-closed") == town.screens.toasts[-1]


async def test_what_is_typed_after_it_was_closed_is_not_kept(town: Town) -> None:
    """A text that is typed after the report was closed is not stored, although the form was open."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await reports(els)
    await els.taps("Aanvullen")
    await agent.taps(agent.t.plain("report-close"))
    await agent.taps(agent.t.plain("report-close-handled"))
    await els.types("Te laat.")
    assert els.t("too-late-report-closed") == els.last.text
    assert "Te laat." not in cards(agent)[0]


async def test_the_button_comes_with_a_role_and_at_every_start(town: Town) -> None:
    """The report button comes with a shop or a role and at every start, in the member's language."""
    agent, els = await town.coordinator(90), town.person(1, "en")
    assert any(one.keyboard == main_keyboard(agent.t) for one in agent.bubbles)
    await els.subscribes("2903AB", "jeweller", "Pearl", "1")
    els.read = len(els.bubbles)
    await els.types("/start")
    assert main_keyboard(els.t) == els.bubbles[els.read].keyboard
    await els.types(els.t.plain("report-button"))
    assert els.t("report-safety") in els.last.text


async def test_in_english(town: Town) -> None:
    """Every question, the receipt and the outcome are in English for a member who reads English."""
    marshal = await town.coordinator(90, Role.CITY_MARSHAL)
    els = town.person(1, "en")
    await els.subscribes("2903AB", "jeweller", "Pearl", "1")
    await reports(els)
    assert "Received. Not shared yet." in els.last.text
    assert "Pearl" in marshal.last.text
    await marshal.taps("Ik pak dit op")
    assert "has been taken by" in els.last.text
    await els.types("/myreports")
    assert "M-2026-0001" in els.last.text
    assert els.menu[0] == "report"


async def test_a_group_is_no_place_to_report(town: Town) -> None:
    """In a group nobody reports: the button under a notice there leads to the private chat."""
    els = await jeweller(town, 1)
    group = {"id": -100123, "type": "supergroup", "title": "Winkels"}
    query = {
        "id": "q",
        "from": els._user(),
        "chat_instance": "c",
        "data": "report:1:0",
        "message": {"message_id": 1, "date": 1, "chat": group},
    }
    await town.receive({"callback_query": query})
    assert els.t.plain("report-private") == town.screens.toasts[-1]
    assert await under_way(els) is None


async def test_quick_taps_all_count(town: Town) -> None:
    """Two signals that are tapped quickly, before the buttons are redrawn, both count; a tap on an earlier question
    does not."""
    els = town.person(2)
    await els.subscribes("2903AB", "jeweller", "Goud", "1")
    await els.types("/melding")
    await els.taps("Geen gevaar")
    kinds = {button.label: button.data for button in els.last.buttons}
    await els.taps("Iemand verkent")
    signals = [button.data for button in els.last.buttons if button.data][:2]
    for data in signals:
        assert data is not None
        await els.presses(data, els.last)
    assert 2 == sum(button.label.startswith("✓") for button in els.last.buttons)
    stale = kinds["Overval"]
    assert stale is not None
    await els.presses(stale, els.last)
    assert "eerdere vraag" in town.screens.toasts[-1]
