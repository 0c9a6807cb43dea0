"""Too long a text is offered its beginning at every question that takes a text."""

from dataclasses import replace
from typing import Any

from alerts.alert import WHAT_LENGTH, AlertState
from alerts.ids import AlertId
from alerts.modus_operandi import TYPED_MO_FIELD
from alerts.role import Role
from bot.forms import FORMS
from bot.forms.report.form import REPORT
from tests.bot.changing import to_correction
from tests.bot.conversation.questions import DRAFTS, FREE, keep_roster, keep_task, stand_at
from tests.bot.police import change, send_alone, to_preview, to_what
from tests.bot.reporting import jeweller, labels, reports, under_way
from tests.bot.town import Person, Town

TAKE = "Neem het begin"
# Of those that take any words: too long a name has no beginning that is one.
NAMES = {
    *((form, step) for form in ("details", "invite") for step in ("name", "number")),
    ("group", "name"),
    *(("role-invite", step) for step in ("label", "whom")),
    *((form, "label") for form in ("manager-invite", "role-label")),
}
TEXTS = (FREE - NAMES) | {(REPORT.name, step.name) for step in REPORT.steps}
NOTES = "Spraken onderling zacht en langzaam met elkaar. "
TELLS_NOTHING = "Dit gaat over iets dat al lang bekend was bij ons. "
TELLS = "Gisteren filmden 2 jongens de kluis en keken rond. "


async def everybody(town: Town) -> Person:
    """Return somebody who has every role, a shop, a shift, a report and a notice that was sent."""
    person = town.person(1)
    await person.subscribes("2903AB", "jeweller", "Winkel")
    for role, scope in ((Role.ADMINISTRATOR, "national"), (Role.POLICE, "2900-2999")):
        await town.coordinator(1, role, scope)
    await keep_roster(person)
    await keep_task(person)
    await reports(person)
    await to_preview(person)
    await send_alone(person)
    return person


async def offered(person: Person, text: str, drafts: dict[str, dict[str, Any]]) -> set[tuple[str, str]]:
    """Type this text at every question; return those that offer its beginning."""
    found = set()
    for form in FORMS:
        draft = form.model.model_validate(drafts.get(form.name, {})).model_dump(mode="json")
        for step in form.steps:
            await stand_at(person, form.name, step.name, draft)
            before = len(person.bubbles)
            await person.types(text)
            if any(one.label.startswith(TAKE) for bubble in person.bubbles[before:] for one in bubble.buttons):
                found.add((form.name, step.name))
    return found


async def test_too_long_a_text_is_offered_its_beginning_wherever_one_is_asked(town: Town) -> None:
    """At each question that takes a text, and at no other; at one of a report also where something else is asked, as
    the text belongs to the report. A new one stands in `FREE`, or the guard is not tried there."""
    person = await everybody(town)
    assert TEXTS - {("report", "safety")} == await offered(person, TELLS_NOTHING * 40, DRAFTS)
    assert TEXTS == await offered(person, TELLS * 40, DRAFTS), "the first question takes what reads as a report"


async def test_too_long_notes_on_language_are_offered_their_beginning(town: Town) -> None:
    """Where the list of how offenders worked is open at the field that is typed."""
    person = await everybody(town)
    open_notes = {form: {"kind": "robbery", "mo_open": TYPED_MO_FIELD} for form in ("alert", "correction")}
    added = await offered(person, NOTES * 40, {**DRAFTS, **open_notes}) - TEXTS
    assert {("alert", "mo"), ("correction", "mo")} == added


async def test_the_beginning_becomes_the_text_of_a_notice(town: Town) -> None:
    """Step by step, in one line, in a correction, and in the note of an end."""
    police = await town.coordinator(1, scope="national")
    await to_what(police)
    await police.types(TELLS * 40)
    await police.taps(TAKE)
    dialogue = await under_way(police)
    assert dialogue is not None
    assert "when" == dialogue.step
    assert WHAT_LENGTH // 2 < len(dialogue.draft["what"]) <= WHAT_LENGTH
    await police.taps("Stoppen")
    await police.types("/alert")
    await police.types("In 2903. " + TELLS * 40)
    await police.taps(TAKE)
    assert "2903" in police.last.text
    assert "<b>Wanneer:</b> 23 november" in police.last.text
    await send_alone(police)
    await to_correction(police, TELLS_NOTHING * 40)
    await police.taps(TAKE)
    assert TELLS_NOTHING.strip() in police.bubbles[-2].text
    await change(police, "Werkwijze")
    await police.taps("Taal")
    await police.types(NOTES * 40)
    await police.taps(TAKE)
    assert "zacht en langzaam" in " ".join(labels(police))
    await police.taps("Verder ›")
    await police.taps("Versturen")
    await police.types("Er was niemand anders die het kon bekijken. " * 40)
    await police.taps(TAKE)
    await police.taps("Einde alert")
    await police.types("Alles is nu weer rustig in de buurt. " * 40)
    await police.taps(TAKE)
    async with town.storage.reading() as uow:
        assert AlertState.ENDED is (await uow.alerts.get(AlertId(1))).state


async def test_what_cannot_be_added_has_no_beginning(town: Town) -> None:
    """Of a text with a sentence too many the beginning is the text that stands there already."""
    police = await town.coordinator(1)
    await to_what(police)
    text = "Er is vanmiddag iets gebeurd in deze winkel. " * (WHAT_LENGTH // 45)
    await police.types(text.strip())
    await police.taps("‹")
    await police.types("+ Er stond ook nog iemand lange tijd voor de deur te wachten, met een fiets aan de hand.")
    assert police.last.text.startswith("Dit is te lang")
    assert not [one for one in labels(police) if one.startswith(TAKE)]


async def test_a_beginning_that_would_be_refused_again_is_not_offered(town: Town) -> None:
    """At a question that wants a tap, and beside words that leave no room for it."""
    police = await town.coordinator(1)
    await to_what(police)
    await police.types("Een man keek lang naar binnen.")
    await police.types(TELLS_NOTHING * 40)
    assert not [one for one in labels(police) if one.startswith(TAKE)]
    els = await jeweller(town, 2)
    await els.types("net twee mannen die de kluis bekeken. " + "Ze keken lang naar alles. " * 35)
    await els.taps("Geen gevaar")
    await els.types("Daarna kwamen ze nog een keer terug en liepen langs de achterdeur. " * 20)
    assert not [one for one in labels(els) if one.startswith(TAKE)]


async def test_the_gate_of_a_report_takes_the_beginning(town: Town) -> None:
    """Who types all of it at the question about 112 goes on with what fits."""
    els = await jeweller(town, 1)
    await els.types("/melding")
    await els.types(TELLS * 40)
    await els.taps(TAKE)
    await els.taps("Geen gevaar")
    assert "2 jongens de kluis" in els.last.text


async def test_what_is_kept_of_a_refused_answer_is_offered_after_a_kill(town: Town) -> None:
    """Who did not get the reply is asked again, with a button for what was kept; the next question is without it."""
    els = await jeweller(town, 1)
    await els.types("/melding")
    await els.types(TELLS * 40)
    await _killed_before_the_reply(els)
    assert els.last.text.startswith(els.t("typed-kept"))
    assert els.t("report-safety") in els.last.text
    await els.taps("Neem wat is bewaard")
    assert els.t("typed-kept") not in els.last.text
    await els.taps("Geen gevaar")
    assert "2 jongens de kluis" in els.last.text


async def test_a_name_that_is_kept_is_asked_about_again(town: Town) -> None:
    """What is kept passes all checks once more."""
    police = await town.coordinator(1)
    await to_what(police)
    await police.types("Kevin keek lang naar binnen")
    await _killed_before_the_reply(police)
    await police.taps("Neem wat is bewaard")
    assert police.t("text-name", found="Kevin") in police.last.text


async def _killed_before_the_reply(person: Person) -> None:
    """Have the open question asked again, as after a kill between the commit and the reply."""
    dialogue = await under_way(person)
    assert dialogue is not None
    async with person.town.storage.transaction() as uow:
        await uow.dialogues.put(replace(dialogue, prompt_due=True))
    await person.town.receiver._ask_again()
