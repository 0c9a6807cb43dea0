"""Tests that a text that is too long is refused before the guard searches all of it, whichever way it comes in."""

import threading
from collections.abc import Iterator

import pytest

from alerts import guard
from alerts.alert import WHAT_LENGTH
from alerts.approval_comment import COMMENT_LENGTH
from alerts.guard import Found
from alerts.guard.off_loop import AT_ONCE
from tests.bot.police import ask_approval, to_what
from tests.bot.town import Person, Town

PLATES = "de auto met GT-482-R en 06-28417793 "


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that the guard searches."""
    texts, look = list[str](), guard._all

    def note(text: str) -> Iterator[Found]:
        texts.append(text)
        return look(text)

    monkeypatch.setattr(guard, "_all", note)
    return texts


def _long(length: int) -> str:
    return (PLATES * (length // len(PLATES) + 1))[:length]


@pytest.mark.parametrize("length", [WHAT_LENGTH + 1, 2_000, 4_096])
async def test_a_text_longer_than_the_field_is_refused_as_it_is(town: Town, looked_at: list[str], length: int) -> None:
    """A text longer than its field is refused with the field's length and the question stays; only a beginning that
    fits is searched, as a button offers it."""
    police = await town.coordinator(1)
    await to_what(police)
    looked_at.clear()
    text = _long(length).strip()
    await police.types(text)
    assert police.last.text.startswith(police.t("text-too-long", length=str(WHAT_LENGTH), typed=str(len(text))))
    assert max(map(len, looked_at)) <= WHAT_LENGTH
    await police.types("Een man met kenteken GT-482-R keek rond")
    assert looked_at
    assert police.t("police-text-plate", found="GT-482-R") in police.last.text


async def test_what_just_fits_is_looked_over_beside_the_loop(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text of the field's length is checked beside the loop, refused, corrected and accepted, while messages of
    others are handled."""
    threads, look = set[int](), guard._all

    def note(text: str) -> Iterator[Found]:
        if len(text) > AT_ONCE:
            threads.add(threading.get_ident())
        return look(text)

    monkeypatch.setattr(guard, "_all", note)
    police = await town.coordinator(1)
    await to_what(police)
    threads.clear()
    for _ in range(2):
        await police.types(_long(WHAT_LENGTH).strip())
        await police.taps(police.t.plain("guard-use-this"))
        await police.taps(police.t.plain("nav-back"))
    assert threads
    assert threading.get_ident() not in threads


async def test_so_is_a_name_and_a_postcode(town: Town, looked_at: list[str]) -> None:
    """A name and a postcode have a limit of their own, and no field accepts more than the longest."""
    person = town.person(1)
    await person.types("/start")
    await person.types(_long(4_096))
    assert "1000" in person.last.text
    await person.types(_long(120))
    for answer in ("2903AB", "Juwelier"):
        await person.types(answer)
    await person.taps(person.t.plain("start-right"))
    looked_at.clear()
    await person.types(_long(61))
    assert person.last.text.startswith(person.t("text-name-long", most="60"))
    assert [] == looked_at


async def test_a_comment_has_a_bound_of_its_own(town: Town, looked_at: list[str]) -> None:
    """A comment on a returned notice has at most three hundred characters; of a longer one only a beginning that fits
    is searched, as a button offers it."""
    author, police = await town.coordinator(1), await town.coordinator(2)
    await ask_approval(author)
    await police.taps(police.t.plain("approval-return"))
    looked_at.clear()
    await police.types(_long(301).strip() + "!")
    assert "300" in police.last.text
    assert max(map(len, looked_at)) <= COMMENT_LENGTH


@pytest.mark.parametrize("way", ["free text", "command", "deep link", "caption", "edited", "group"])
async def test_what_nothing_keeps_is_not_looked_at(town: Town, looked_at: list[str], way: str) -> None:
    """A stranger's text outside a question is not searched."""
    eve = town.person(1)
    await _comes(eve, way, _long(4_000))
    assert [] == looked_at


async def _comes(eve: Person, way: str, text: str) -> None:
    match way:
        case "free text":
            await eve.types(text)
        case "command":
            await eve.types(f"/melding {text}")
        case "deep link":
            await eve.types(f"/start {text.replace(' ', '_')}")
        case "caption":
            photo = [{"file_id": "x", "file_unique_id": "x", "width": 1, "height": 1}]
            await eve.sends(photo=photo, caption=text[:1024])
        case "edited":
            await eve.sends(kind="edited_message", text=text, edit_date=1_800_000_000)
        case _:
            await eve.types(text, chat={"id": -100123, "type": "supergroup", "title": "Winkels"})
