"""Text that no question waits for: what is no report gets a fitting answer, and nothing typed is lost."""

from dataclasses import replace
from typing import Any

import pytest

from alerts.ports import DialogueKey
from alerts.report import ReportKind
from bot.conversation.menu import COMMANDS
from bot.conversation.menu_words import likely_commands
from tests.bot.forms.report.test_form import Thumb
from tests.bot.forms.report.test_where import with_two_shops
from tests.bot.handlers.test_unexpected import FILE, GROUP, PHOTO
from tests.bot.reporting import jeweller, labels, report_of, under_way
from tests.bot.town import Person, Town

SENTENCE = "net 2 jongens die de etalage filmden, zwarte golf met draaiende motor"
ALL = tuple(one.english for one in COMMANDS)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("hoe zet ik dit uit?", "stop"),
        ("ik wil me afmelden", "stop"),
        ("krijg ik nu berichten?", "current"),
        ("wat speelt er in de buurt", "current"),
        ("ik ga verhuizen", "mine"),
        ("can I change the language?", "mine"),
        ("hoe zit het met mijn melding van gisteren", "myreports"),
        ("what happened to my report", "myreports"),
        ("welke gegevens bewaren jullie van mij", "mydata"),
        ("welk nummer moet ik bellen", "help"),
        ("how does this work", "help"),
        ("hallo", "current"),
    ],
)
def test_words_speak_for_a_command(text: str, command: str) -> None:
    """The likeliest is among the three that are offered, and only what this person may use is."""
    assert command in likely_commands(text, ALL, 3)
    assert [] == likely_commands(text, [], 3)
    assert command not in likely_commands(text, [one for one in ALL if one != command], 3)


@pytest.mark.parametrize("text", ["hallo", "dank je wel", "hoe zet ik dit uit?", "krijg ik nu berichten?", "2904AB"])
async def test_what_is_no_report_has_a_fitting_answer(town: Town, text: str) -> None:
    """112 first, three commands, and always that something happened; no form was begun, and nothing is kept."""
    els = await jeweller(town, 1)
    await els.types(text)
    assert els.last.text.startswith(els.t("typed-first"))
    assert 4 == len(labels(els))
    assert els.t.plain("typed-happened") == labels(els)[-1]
    assert await under_way(els) is None


async def test_a_command_is_run_with_a_tap(town: Town) -> None:
    """With the rights of whoever taps; an altered client runs nothing else."""
    els = await jeweller(town, 1)
    await els.types("hoe zet ik dit uit?")
    await els.taps(els.t.plain("menu-stop"))
    assert els.t("stopped") == els.last.text
    await els.presses("run:reports:0", els.last)
    assert els.t.plain("not-allowed-see_reports") == town.screens.toasts[-1]
    await els.presses("run:koppel:0", els.last)
    assert els.t.plain("not-found") == town.screens.toasts[-1]


async def test_something_happened_takes_the_text_up(town: Town) -> None:
    """Also what does not read as a report; the most general kind is proposed then, so that three taps send it."""
    els = await jeweller(town, 1)
    await els.types("kom snel kijken")
    answer = els.last
    await els.taps(els.t.plain("typed-happened"))
    assert [] == answer.buttons
    assert els.last.text.startswith(els.t("report-safety"))
    await els.taps("Geen gevaar")
    assert "kom snel kijken" in els.last.text
    assert "Verdachte situatie · <i>voorstel</i>" in els.last.text
    await els.taps("Nu versturen")
    report = await report_of(town)
    assert (ReportKind.SUSPICIOUS_SITUATION, "kom snel kijken") == (report.kind, report.content.what)


async def test_what_is_proposed_gives_way_to_what_is_told(town: Town) -> None:
    """A kind that is read of more words, or tapped, takes the place of the proposal."""
    els = await jeweller(town, 1)
    await els.types("kom snel kijken")
    await els.taps(els.t.plain("typed-happened"))
    await els.taps("Geen gevaar")
    await els.types("er is net een overval gepleegd")
    assert f"{els.t.plain('report-kind-robbery')} · <i>" not in els.last.text
    assert els.t.plain("report-kind-robbery") in els.last.text
    await els.taps("Soort")
    await els.taps(els.t.plain("report-kind-reconnaissance"))
    assert els.t.plain("report-kind-reconnaissance") in els.last.text
    assert "voorstel" not in els.last.text


async def test_a_text_that_waits_takes_three_taps_with_several_shops(town: Town) -> None:
    """Taken up by *Er is iets gebeurd*: that tap, the 112 question, and the shop, which sends it."""
    els = await with_two_shops(town)
    tap = Thumb(els)
    await els.types("kom snel kijken")
    await tap(els.t.plain("typed-happened"))
    await tap("Geen gevaar")
    await tap("Nu versturen: De Bril")
    assert "Ontvangen. Nog niet gedeeld." in els.last.text
    assert 3 == tap.taps
    assert "2904XY" == (await report_of(town)).place.pc6


async def test_a_cry_that_is_taken_up_asks_what_it_is(town: Town) -> None:
    """Nothing is proposed for words about danger."""
    agent = await town.coordinator(90)
    await agent.types("bel de politie")
    await agent.taps("Melding")
    await agent.taps("Geen gevaar")
    assert agent.t("report-ask-kind") in agent.last.text


async def test_just_now_is_when_it_was_typed(town: Town) -> None:
    """Not when the button was tapped, or the bot came back."""
    els = await jeweller(town, 1)
    typed_at = town.clock.now()
    await els.types("kom snel kijken, net nog")
    town.clock.pass_by(hours=3)
    await els.taps(els.t.plain("typed-happened"))
    await els.types(SENTENCE)
    await els.taps("Geen gevaar")
    await els.taps("Nu versturen")
    assert typed_at == (await report_of(town)).occurred_at


async def test_something_happened_asks_for_a_text_that_was_deleted(town: Town) -> None:
    """Telegram does not bring it along any more."""
    els = await jeweller(town, 1)
    await els.types("kom snel kijken")
    town.written.clear()
    await els.taps(els.t.plain("typed-happened"))
    assert els.t("report-ask-words") in els.last.text
    await els.types(SENTENCE)
    assert els.last.text.startswith(els.t("report-safety"))


async def test_something_happened_while_another_form_is_open(town: Town) -> None:
    """Asks which of the two, and the button stays where it is."""
    els = await jeweller(town, 1)
    await els.types("kom snel kijken")
    answer = els.last
    await els.types("/mijn")
    await els.taps("Nog een zaak")
    await els.taps(els.t.plain("typed-happened"), answer)
    assert els.t("dialogue-which", current=els.t.plain("form-subscribe")) in els.last.text
    assert answer.buttons


@pytest.mark.parametrize(
    ("text", "first"),
    [("help", "help-numbers"), ("Hulp!", "help-numbers"), ("112", "help-numbers"), ("stop", "stopped")],
)
async def test_words_work_without_a_slash(town: Town, text: str, first: str) -> None:
    els = await jeweller(town, 1)
    await els.types(text)
    assert els.t(first) in els.last.text


async def test_menu_shows_what_there_is(town: Town) -> None:
    """The typed word does what /menu does."""
    els = await jeweller(town, 1)
    await els.types("menu")
    assert els.t("menu-what") == els.last.text


@pytest.mark.parametrize("text", ["help", "hij heeft een mes", "overval!!", "HELP!!", "they have a gun"])
@pytest.mark.parametrize("who", ["shop", "stranger", "left"])
async def test_under_stress_the_answer_begins_with_112(town: Town, text: str, who: str) -> None:
    """In the first line, whoever asks."""
    els = town.person(9) if who == "stranger" else await jeweller(town, 1)
    if who == "left":
        await _leaves(els)
    await els.types(text)
    assert "112" in els.last.text.splitlines()[0]


async def test_a_stranger_hears_how_to_begin(town: Town) -> None:
    """And that 112 is for danger; nothing is kept."""
    eve = town.person(9)
    await eve.types(SENTENCE)
    assert eve.last.text.startswith(eve.t("typed-first"))
    assert eve.t("not-allowed-start-first") in eve.last.text
    assert await under_way(eve) is None
    await eve.taps(eve.t.plain("menu-start"))
    assert eve.t("start-postcode") in eve.last.text


async def test_over_the_quota_the_text_can_be_taken_up_later(town: Town) -> None:
    """They hear when, that 112 is for danger, and keep the button."""
    els = await jeweller(town, 1)
    while "Ontvangen" in (await _sent(els)).last.text:
        pass
    await els.types(SENTENCE)
    assert els.last.text.startswith(els.t("typed-first"))
    assert await under_way(els) is None
    town.clock.pass_by(days=2)
    await els.taps(els.t.plain("typed-happened"))
    await els.taps("Geen gevaar")
    assert SENTENCE in els.last.text


async def _sent(els: Person) -> Person:
    await els.types("/melding")
    if els.t.plain("report-safety-safe") in labels(els):
        await els.taps(els.t.plain("report-safety-safe"))
        await els.taps(els.t.plain("report-kind-suspicious_situation"))
        await els.taps(els.t.plain("report-send"))
    return els


async def _leaves(els: Person) -> None:
    async with els.town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(els.id))
        assert member is not None
        [following] = await uow.premises.followings(member.id)
        await uow.premises.save(replace(following.premises, closed_at=els.town.clock.now()))


@pytest.mark.parametrize(
    "body",
    [
        {"photo": PHOTO},
        {"video": {**FILE, "width": 1, "height": 1, "duration": 1}},
        {"document": FILE},
        {"voice": {**FILE, "duration": 1}},
    ],
)
async def test_a_caption_is_read_like_a_text(town: Town, body: dict[str, Any]) -> None:
    """The file is not kept; the caption is a report."""
    els = await jeweller(town, 1)
    await els.sends(caption=SENTENCE, **body)
    assert els.bubbles[-2].text.startswith(els.t("typed-first"))
    assert els.last.text.startswith(els.t("report-safety"))
    await els.taps("Geen gevaar")
    await els.taps("Nu versturen")
    assert SENTENCE == (await report_of(town)).content.what


async def test_a_caption_is_added_to_the_report_that_is_open(town: Town) -> None:
    """A photo after the sentence: its caption is kept too."""
    els = await jeweller(town, 1)
    await els.types(SENTENCE)
    await els.sends(photo=PHOTO, caption="ze staan er nog")
    await els.taps("Geen gevaar")
    assert "ze staan er nog" in els.last.text


async def test_a_caption_is_the_answer_to_an_open_question(town: Town) -> None:
    """As if it was typed; the file is not kept."""
    els = await jeweller(town, 1)
    await els.types("/mijn")
    await els.taps("Nog een zaak")
    els.news()
    await els.sends(photo=PHOTO, caption="2904AB")
    assert els.t("unexpected-image") in els.news()
    assert els.t("start-branch") in els.last.text


@pytest.mark.parametrize("body", [{"photo": PHOTO}, {"voice": {**FILE, "duration": 1}}])
async def test_a_caption_that_is_no_answer_is_taken_up_with_a_tap(town: Town, body: dict[str, Any]) -> None:
    """The open question stands below, and a tap takes the words up, at once when the form is left."""
    els = await jeweller(town, 1)
    await els.types("/mijn")
    await els.taps("Nog een zaak")
    await els.sends(caption=SENTENCE, **body)
    assert els.t("start-postcode") in els.last.text
    offered = els.bubbles[-2]
    assert els.t("typed-no-answer") == offered.text
    await els.taps(els.t.plain("typed-happened"), offered)
    await els.taps("Stop ermee")
    assert els.last.text.startswith(els.t("report-safety"))
    await els.taps("Geen gevaar")
    assert SENTENCE in els.last.text
    await els.taps("Nu versturen")
    assert SENTENCE == (await report_of(town)).content.what


@pytest.mark.parametrize("text", ["hij heeft een mes", "overval bij de buren!", "bel de politie"])
async def test_a_cry_is_taken_up_as_a_report(town: Town, text: str) -> None:
    """It goes to the 112 question at once, whatever was read of it."""
    els = await jeweller(town, 1)
    await els.types(text)
    assert els.last.text.startswith(els.t("report-safety"))
    await els.taps("112 is gebeld")
    assert text in els.last.text


async def test_who_has_a_role_and_no_shop_says_where(town: Town) -> None:
    """Police report by a sentence as well, after they chose that it is a report: four taps and a postcode."""
    agent = await town.coordinator(90)
    await agent.types(SENTENCE)
    for label in ("Melding", "Geen gevaar", "Ergens anders"):
        await agent.taps(label)
    await agent.types("2904")
    await agent.taps("Nu versturen")
    report = await report_of(town)
    assert ("2904", None, True) == (report.place.pc4, report.premises_id, report.is_confirmed)


async def test_a_group_chat_stays_silent(town: Town) -> None:
    """Whatever is typed there, by whomever; and nothing is begun."""
    els = await jeweller(town, 1)
    for text in (SENTENCE, "help", "overval!!", "hallo"):
        await els.types(text, chat=GROUP)
    await els.sends(chat=GROUP, photo=PHOTO, caption=SENTENCE)
    assert str(GROUP["id"]) not in town.screens.bubbles
    async with town.storage.reading() as uow:
        assert await uow.dialogues.get(DialogueKey(str(GROUP["id"]), str(els.id))) is None


async def test_a_location_is_asked_about(town: Town) -> None:
    els = await jeweller(town, 1)
    await els.shares(51.93, 4.58)
    assert els.t("typed-location") in els.last.text
    await els.taps(els.t.plain("report-button"))
    assert els.last.text.startswith(els.t("report-safety"))


async def test_what_is_refused_and_no_report_is_answered_as_such(town: Town) -> None:
    """A telephone number in a question: what is left of it is a question."""
    els = await jeweller(town, 1)
    await els.types("hoe verander ik mijn naam en adres, bel me op 06-12345678")
    assert els.t.plain("typed-happened") in labels(els)
    assert await under_way(els) is None
