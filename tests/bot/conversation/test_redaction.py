"""Tests of the guard's findings in a typed answer: marked, refused or asked about, and corrected with one tap."""

import asyncio
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message as Entry
from fluent.syntax.ast import TextElement

from alerts.guard import Finding, find
from alerts.ports import Dialogue, DialogueKey
from alerts.role import Role
from bot.forms import FORMS
from tests.bot.administering import administrator, to_place
from tests.bot.confirming import second_administrator
from tests.bot.conversation.questions import DRAFTS, FREE, ON_ANSWERS, keep_roster, keep_task, stand_at
from tests.bot.police import to_what
from tests.bot.town import Person, Town
from texts.phrases import LOCALES
from texts.roles import role_choice

PLATE = "12-AB-34"


async def under_way(town: Town, person: Person) -> Dialogue:
    async with town.storage.reading() as uow:
        dialogue = await uow.dialogues.get(DialogueKey(str(person.id), str(person.id)))
    assert dialogue is not None
    return dialogue


async def test_a_refused_plate_is_mended_with_one_tap(town: Town) -> None:
    """A refused text comes back with the plate struck through; the remaining text is accepted with one tap, and can be
    copied."""
    police = await town.coordinator(1)
    await to_what(police)
    await police.types(f"Reed weg in {PLATE} <richting> centrum")
    refusal = police.last
    assert f"Reed weg in <s>{PLATE}</s> &lt;richting&gt; centrum" in refusal.text
    assert police.t("police-text-plate", found=PLATE) in refusal.text
    assert "<code>Reed weg in een voertuig &lt;richting&gt; centrum</code>" in refusal.text
    await police.taps(police.t.plain("guard-use-this"))
    assert "Wanneer" in police.last.text
    assert "Reed weg in een voertuig <richting> centrum" == (await under_way(town, police)).draft["what"]
    assert PLATE not in refusal.text, "it is taken off the screen, too"


async def test_what_was_refused_is_in_no_file(town: Town, tmp_path: Path) -> None:
    """The refused text is in no file, during the question or later; the remaining text is stored only as long as the
    question."""
    police = await town.coordinator(1)
    await to_what(police)
    await police.types(f"Er stak kwikzilverwind op {PLATE}")
    await _gone_from_disk(tmp_path, PLATE)
    assert "kwikzilverwind" in str((await under_way(town, police)).draft)
    await police.types("Een andere tekst")
    assert "kwikzilverwind" not in str((await under_way(town, police)).draft)


async def _gone_from_disk(folder: Path, words: str) -> None:
    """Check that a value that was stored for a moment is overwritten at once, and the log of the database truncated
    soon after."""
    async with asyncio.timeout(20):
        while _is_on_disk(folder, words):  # noqa: ASYNC110 -- a file has no event
            await asyncio.sleep(0.02)


def _is_on_disk(folder: Path, words: str) -> bool:
    return any(words.encode() in file.read_bytes() for file in folder.glob("town.db*"))


async def test_a_button_takes_only_the_text_above_it(town: Town) -> None:
    """A button accepts only the text above it: of two refused texts the later one counts, and the earlier button is
    stale."""
    police = await town.coordinator(1)
    await to_what(police)
    await police.types(f"Twee mannen renden {PLATE}")
    earlier = police.last
    await police.types(f"Drie mannen renden {PLATE}")
    await police.taps(police.t.plain("guard-use-this"), earlier)
    assert police.t.plain("dialogue-stale") == town.screens.toasts[-1]
    await police.taps(police.t.plain("guard-use-this"))
    assert "Drie mannen renden" == (await under_way(town, police)).draft["what"]


@pytest.mark.parametrize(
    ("choice", "taken"),
    [("guard-keep-name", "Kevin liep hard weg"), ("guard-without-name", "Iemand liep hard weg")],
)
async def test_a_name_is_asked_about(town: Town, choice: str, taken: str) -> None:
    """A found name is asked about, because it may be none: one tap continues with it or without."""
    police = await town.coordinator(1)
    await to_what(police)
    await police.types("Kevin liep hard weg")
    assert "<s>Kevin</s>" in police.last.text
    await police.taps(police.t.plain(choice))
    assert taken == (await under_way(town, police)).draft["what"]


async def test_where_a_function_is_asked_the_advice_is_about_functions(town: Town) -> None:
    """Where a function is asked, the advice is about functions."""
    admin = await administrator(town)
    await second_administrator(town)
    await admin.types("/beheer")
    await admin.taps("Iemand uitnodigen")
    await admin.taps(role_choice(Role.POLICE, admin.t))
    await admin.types("2903")
    await admin.types("Agent Mohammed Jansen")
    assert admin.t("guard-function", found="Mohammed Jansen") in admin.last.text
    assert "pet" not in admin.last.text
    await admin.taps("Stoppen")
    await to_place(admin)
    await admin.taps("Naam: stadsmarinier")
    await admin.types("Kevin, 06-12345678")
    assert admin.t("guard-function", found="Kevin, 06-12345678") in admin.last.text


async def test_a_plate_split_over_words_and_notes_is_found(town: Town) -> None:
    """A plate that is split over words and notes is found, although neither contains it."""
    police = await town.coordinator(1)
    await to_what(police)
    await police.types("Weggereden in een Golf, GT-48")
    await _to_notes(police)
    await police.types("2-R, spraken Engels")
    assert "GT-48 2-R" in police.last.text
    await police.types("spraken Engels")
    assert "spraken Engels" == (await under_way(town, police)).draft["mo"]["language_notes"]


async def test_a_language_that_tells_origin_is_no_note(town: Town) -> None:
    """In the field on language the name of a language that tells origin is refused, with the advice to tell the police
    by phone."""
    police = await town.coordinator(1)
    await to_what(police)
    await police.types("Twee mannen met een mes")
    await _to_notes(police)
    await police.types("Pools")
    assert police.last.text.startswith(police.t("police-text-descent", found="Pools"))


async def _to_notes(police: Person) -> None:
    """Go from the words of a notice to its notes on language."""
    await police.taps(police.t.plain("alert-when-30"))
    await police.taps(police.t.plain("mo-language_notes"))


async def test_beside_a_plate_a_name_goes_out_as_well(town: Town) -> None:
    """A text with a plate and a name shows both sentences, and the offered text lacks both."""
    police = await town.coordinator(1)
    await to_what(police)
    await police.types(f"Kevin reed in {PLATE}")
    assert police.t("text-name", found="Kevin") in police.last.text
    assert [police.t.plain("guard-use-this")] == [one.label for one in police.last.buttons]
    assert "<code>Iemand reed in een voertuig</code>" in police.last.text


async def test_without_anything_left_there_is_no_button(town: Town) -> None:
    """When nothing is left of a text there is no button, and the question waits."""
    police = await town.coordinator(1)
    await to_what(police)
    await police.types(PLATE)
    assert [] == police.last.buttons
    assert police.t("guard-again") in police.last.text


async def test_the_answer_fits_in_a_message(town: Town) -> None:
    """The answer to a long text with one finding of each kind fits in a message."""
    police = await town.coordinator(1)
    await to_what(police)
    kinds = f"{PLATE} 111222333 06-12345678 jan@winkel.nl NL91ABNA0417164300 @boef_010 geb. 12-03-1999 Kevin, "
    await police.types(f"{kinds} twee Poolse mannen, een moslim, zwanger, € 500. {'woord en ' * 65}")
    assert 4096 >= len(police.last.text)
    assert set(Finding) == {
        kind for kind in Finding if police.t(f"text-{kind}", found="").split("“")[0] in police.last.text
    }


async def test_a_form_that_is_kept_holds_nothing_of_it(town: Town) -> None:
    """A form that is kept contains neither the refused text nor the remaining text."""
    police = await town.coordinator(1)
    await to_what(police)
    await police.types(f"Er stak kwikzilverwind op {PLATE}")
    await police.taps("Opslaan als concept")
    async with town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(police.id))
        assert member is not None
        (kept,) = await uow.kept_forms.of_member(member.id, "alert")
    assert "kwikzilverwind" not in str(kept)


async def test_a_plate_is_refused_at_every_question_of_every_form(town: Town) -> None:
    """A plate is refused at every question of every form that accepts text; at other questions it is no answer."""
    anybody = town.person(1)
    await anybody.subscribes("2903AB", "jeweller", "Winkel")
    for role, scope in ((Role.ADMINISTRATOR, "national"), (Role.POLICE, "2900-2999")):
        await town.coordinator(1, role, scope)
    await keep_roster(anybody)
    await keep_task(anybody)
    marked = set()
    for form in FORMS:
        draft = form.model.model_validate(DRAFTS.get(form.name, {})).model_dump(mode="json")
        for step in form.steps:
            await stand_at(anybody, form.name, step.name, draft)
            await anybody.types(PLATE)
            stands = await under_way(town, anybody)
            assert (form.name, step.name, draft) == (stands.form, stands.step, stands.draft)
            is_failed = anybody.t("update-failed") == anybody.last.text
            assert is_failed is ((form.name, step.name) in ON_ANSWERS), (form.name, step.name)
            if f"<s>{PLATE}</s>" in anybody.last.text:
                marked.add((form.name, step.name))
    assert FREE == marked


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_we_offer_to_send_passes_the_guard(language: str) -> None:
    """Templates, tips, suggested reasons and comments, which a tap puts into a text, pass the guard."""
    offered = (
        "template-",
        "prevention-tip-",
        "note-",
        "comment-",
        "objection-",
        "report-suggested-",
        "reason-",
        "signal-",
        "mo-",
    )
    for file in (LOCALES / language).glob("*.ftl"):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, Entry) and entry.value and entry.id.name.startswith(offered):
                words = [one.value for one in entry.value.elements if isinstance(one, TextElement)]
                assert [] == find(" … ".join(words)), entry.id.name


_FILE = {"file_id": "kwikzilverfile", "file_unique_id": "kwikzilverunique"}
_SIZE = {"width": 1, "height": 1}


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"photo": [{**_FILE, **_SIZE}]}, "unexpected-image"),
        ({"video": {**_FILE, **_SIZE, "duration": 1}}, "unexpected-image"),
        ({"video_note": {**_FILE, "length": 1, "duration": 1}}, "unexpected-image"),
        ({"animation": {**_FILE, **_SIZE, "duration": 1}, "document": _FILE}, "unexpected-image"),
        ({"document": {**_FILE, "file_name": "kwikzilver.pdf"}}, "unexpected-image"),
        ({"voice": {**_FILE, "duration": 1}}, "unexpected-voice"),
        ({"audio": {**_FILE, "duration": 1}}, "unexpected-voice"),
        ({"contact": {"phone_number": "0612345678", "first_name": "Kwikzilver"}}, "unexpected-contact"),
        (
            {"sticker": {**_FILE, **_SIZE, "type": "regular", "is_animated": False, "is_video": False}},
            "unexpected-sticker",
        ),
    ],
)
async def test_files_are_not_taken_and_not_kept(town: Town, tmp_path: Path, body: dict[str, Any], text: str) -> None:
    """A file during a form gets a sentence that says where it belongs, and neither it nor a caption that is refused is
    stored."""
    police = await town.coordinator(1)
    await to_what(police)
    before = await under_way(town, police)
    police.news()
    await police.sends(**body, caption=f"kwikzilver {PLATE}")
    assert police.t.for_police(text) in police.news()
    assert before == await under_way(town, police)
    for words in ("wikzilver", PLATE, "0612345678"):
        await _gone_from_disk(tmp_path, words)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_says_where_a_picture_belongs(town: Town, language: str) -> None:
    """The sentence about a picture names the police, and 112 for something that happens now."""
    els = town.person(1, language)
    for text, number in product(("unexpected-image", "unexpected-voice"), ("112", "0900-8844")):
        assert number in els.t(text)
    assert "politie.nl" in els.t("unexpected-image")
