"""Tests of a question or answer between the author of a returned draft and who returned it."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from alerts.ids import AlertId
from alerts.limits import LINES
from alerts.role import Role
from tests.bot.changing import to_correction
from tests.bot.police import ask_approval, data, send_alone, to_preview
from tests.bot.recorded import recorded
from tests.bot.town import Person, Town

QUESTION, REPLY = "Bedoel je de hoofdingang?", "Ja, die aan het plein."


async def _returned(town: Town) -> tuple[Person, Person]:
    """Return a city marshal whose draft came back, and the police officer who returned it."""
    marshal, police = await town.coordinator(1, Role.CITY_MARSHAL), await town.coordinator(2)
    await ask_approval(marshal)
    await police.taps("Terug met opmerking")
    await police.taps("Plaats of tijd klopt niet")
    return marshal, police


async def test_the_author_asks_and_the_colleague_answers(town: Town) -> None:
    """From the returned draft one line goes to who returned it, who answers with one button; each reads the function of
    the other and the author can go on with the draft."""
    marshal, police = await _returned(town)
    assert ["Verder", "Vraag of antwoord"] == [one.label for one in marshal.last.buttons]
    await marshal.taps("Vraag of antwoord")
    assert "2026-0001" in marshal.last.text
    assert "overvalcoördinator" in marshal.last.text
    await marshal.types(QUESTION)
    assert marshal.t("line-sent", number="2026-0001") == marshal.last.text
    assert "stadsmarinier" in police.last.text
    assert QUESTION in police.last.text
    assert police.last.is_protected
    assert ["Antwoord"] == [one.label for one in police.last.buttons]
    await police.taps("Antwoord")
    await police.types(REPLY)
    assert REPLY in marshal.last.text
    assert ["Antwoord", "Verder"] == [one.label for one in marshal.last.buttons]
    await marshal.taps("Verder")
    assert "Vraag akkoord" in [one.label for one in marshal.last.buttons]


async def test_who_returns_a_draft_can_say_more(town: Town) -> None:
    """Who returned a draft finds the same button under the message that says so."""
    marshal, police = await _returned(town)
    assert police.t("decision-returned", number="2026-0001") == police.last.text
    await police.taps("Vraag of antwoord")
    assert "stadsmarinier" in police.last.text
    await police.types(REPLY)
    assert REPLY in marshal.last.text
    assert "overvalcoördinator" in marshal.last.text


async def test_the_record_has_the_step_without_the_words(town: Town) -> None:
    """The record has who wrote about which draft, and not what; the next line replaces the one that is kept."""
    marshal, _ = await _returned(town)
    button, shown = data(marshal.last, "Vraag of antwoord"), marshal.last
    for words in (QUESTION, REPLY):
        await marshal.presses(button, shown)
        await marshal.types(words)
    rows = [one for one in await recorded(town, "alert") if one.action == "alert.line"]
    assert [AlertId(1)] * 2 == [one.entity_id for one in rows]
    assert [{"version"}] * 2 == [set(one.details or {}) for one in rows]
    async with town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(marshal.id))
        assert member is not None
        assert [{"text": REPLY}] == [one.draft for one in await uow.kept_forms.of_member(member.id, "line.1")]


async def test_the_guard_looks_at_a_line(town: Town, tmp_path: Path) -> None:
    """A number plate in a line is refused as anywhere, and goes to nobody."""
    marshal, police = await _returned(town)
    police.news()
    await marshal.taps("Vraag of antwoord")
    await marshal.types("Was het 12-AB-34?")
    assert "kenteken" in marshal.last.text
    assert "" == police.news()


async def _resubmits(marshal: Person, _police: Person) -> str:
    await marshal.taps("Verder")
    await marshal.taps("Vraag akkoord")
    return "too-late-line"


async def _discards(marshal: Person, _police: Person) -> str:
    await marshal.types("/concepten")
    await marshal.taps("Weggooien")
    return "too-late-line"


async def _leaves(_marshal: Person, police: Person) -> str:
    town = police.town
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(police.id))
        assert member is not None
        for grant in await uow.roles.of_member(member.id):
            await uow.roles.end_at(grant.id, town.clock.now())
    return "not-allowed-line-role"


async def _blocks(_marshal: Person, police: Person) -> str:
    async with police.town.storage.transaction() as uow:
        await uow.members.set_active("telegram", str(police.id), active=False, now=police.town.clock.now())
    return "not-allowed-line-away"


@pytest.mark.parametrize("ends", [_resubmits, _discards])
async def test_the_words_are_forgotten_when_the_draft_goes_on(
    town: Town, ends: Callable[[Person, Person], Awaitable[str]]
) -> None:
    """What each of the two wrote last is erased when the draft is submitted again or discarded."""
    marshal, police = await _returned(town)
    shown = marshal.last
    await marshal.taps("Vraag of antwoord")
    await marshal.types(QUESTION)
    await police.taps("Antwoord")
    await police.types(REPLY)
    async with town.storage.reading() as uow:
        members = [await uow.members.by_ref("telegram", str(one.id)) for one in (marshal, police)]
        ids = [one.id for one in members if one is not None]
        assert [1, 1] == [len(await uow.kept_forms.of_member(one, "line.1")) for one in ids]
    await marshal.taps("Verder", shown)
    await marshal.taps("Stoppen")
    await ends(marshal, police)
    async with town.storage.reading() as uow:
        assert [0, 0] == [len(await uow.kept_forms.of_member(one, "line.1")) for one in ids]


@pytest.mark.parametrize("ends", [_resubmits, _discards, _leaves, _blocks])
async def test_only_while_the_draft_and_both_roles_live(
    town: Town, ends: Callable[[Person, Person], Awaitable[str]]
) -> None:
    """After the draft went on without it, and when the other is no longer police there or cannot be reached, the button
    is refused in one sentence."""
    marshal, police = await _returned(town)
    button, shown = data(marshal.last, "Vraag of antwoord"), marshal.last
    reason = await ends(marshal, police)
    await marshal.presses(button, shown)
    assert marshal.t.plain(reason) == town.screens.toasts[-1]


async def test_a_line_that_was_being_typed_is_refused_too(town: Town) -> None:
    """Who was typing when the other's role ended reads that it is not possible any more, and nothing is sent."""
    marshal, police = await _returned(town)
    await marshal.taps("Vraag of antwoord")
    reason = await _leaves(marshal, police)
    police.news()
    await marshal.types(QUESTION)
    assert marshal.t(reason) in marshal.last.text
    assert "" == police.news()


async def test_nobody_else_writes_or_is_told_whether_there_is_a_draft(town: Town) -> None:
    """A third person, also police of the place, gets the answer for what does not exist."""
    marshal, _ = await _returned(town)
    button = data(marshal.last, "Vraag of antwoord")
    for other in (await town.coordinator(4), await town.coordinator(5, Role.CITY_MARSHAL)):
        for pressed in (button, "line:99:1", "line:1:99"):
            await other.presses(pressed, other.last)
            assert other.t.plain("not-found") == town.screens.toasts[-1]


async def test_there_is_a_limit(town: Town) -> None:
    """More lines than a conversation needs are refused until later."""
    marshal, _ = await _returned(town)
    button, shown = data(marshal.last, "Vraag of antwoord"), marshal.last
    for _ in range(LINES[0].most):
        await marshal.presses(button, shown)
        await marshal.types(QUESTION)
    await marshal.presses(button, shown)
    assert marshal.t.plain("limit-lines", minutes="60") == town.screens.toasts[-1]
    assert marshal.t("line-sent", number="2026-0001") == marshal.last.text
    town.clock.pass_by(hours=1)
    await marshal.presses(button, shown)
    assert "overvalcoördinator" in marshal.last.text


async def test_a_returned_correction_has_the_same_way(town: Town) -> None:
    """Who proposed a correction that came back can ask about it too."""
    police, marshal = await town.coordinator(1), await town.coordinator(2, Role.CITY_MARSHAL)
    await to_preview(police)
    await send_alone(police)
    await marshal.types("/lopend")
    await to_correction(marshal, "Drie daders, gevlucht op een scooter.")
    await marshal.taps("Vraag akkoord")
    await police.taps("Terug met opmerking")
    await police.types("Hoe weet je dat?")
    await marshal.taps("Vraag of antwoord")
    await marshal.types(QUESTION)
    assert QUESTION in police.last.text
    await police.taps("Antwoord")
    await police.types(REPLY)
    assert REPLY in marshal.last.text
