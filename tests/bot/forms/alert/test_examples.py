"""Tests of a notice that begins with an example: which are offered, what is asked, and what stays open."""

import pytest

from alerts.alert import IncidentKind
from alerts.branch import Branch
from alerts.errors import InvalidText
from alerts.example_text import READY, Placeholder, placeholders_of
from alerts.guard import find
from alerts.ids import AlertId
from alerts.member import Language
from alerts.role import Role
from tests.bot.reporting import labels
from tests.bot.town import Person, Town
from texts.examples import ready_text

LATER, BEGIN, SEND = "Later invullen", "Begin met een voorbeeld", "Vraag akkoord"


async def begins(town: Town, kind: str = "Overval", number: str = "4") -> Person:
    """Return a city marshal who chose this example."""
    author, _ = await town.coordinator(1, Role.CITY_MARSHAL), await town.coordinator(2)
    await author.types("/alert")
    for label in (BEGIN, kind, number):
        await author.taps(label)
    return author


async def what_of(town: Town) -> tuple[str, frozenset[Branch], IncidentKind]:
    """Return the text, branches and kind of the only notice."""
    async with town.storage.reading() as uow:
        content = (await uow.alerts.get(AlertId(1))).content
    return content.what, content.branches, content.kind


async def test_an_example_is_filled_in_and_approved_as_any_notice(town: Town) -> None:
    """Each placeholder is asked in turn, the time with a tap; kind and branch are those of the example, and a colleague
    is asked to approve it."""
    author = await begins(town)
    assert "Hoe laat was het?" in author.last.text
    await author.taps(next(one for one in labels(author) if one.startswith("Nu (")))
    await author.types("2903")
    await author.types("een zwarte jas.")
    await author.types("het station")
    what, branches, kind = await what_of(town)
    assert "juwelier overvallen in 2903. De dader droeg een zwarte jas en vluchtte richting het station." in what
    assert (frozenset({Branch.JEWELLER}), IncidentKind.ROBBERY) == (branches, kind)
    await author.taps(SEND)
    assert "wacht op akkoord" in author.last.text


async def test_a_notice_with_an_open_placeholder_is_not_sent(town: Town) -> None:
    """What was left for later stands in the preview, and is named when the notice is to be sent."""
    author = await begins(town)
    await author.taps(LATER)
    await author.types("2903")
    await author.taps(SEND)
    told = town.screens.toasts[-1]
    assert "Vul eerst nog in: {tijd}, {plaats}, {signalement}, {richting}." in told
    assert SEND in labels(author)
    assert "{signalement}" in (await what_of(town))[0]


async def test_going_back_leads_to_the_examples_and_to_ones_own_words(town: Town) -> None:
    """Another example can be taken, and typed words leave all of it behind."""
    author = await begins(town)
    await author.taps("Terug")
    assert BEGIN in author.last.text
    await author.taps("Terug")
    await author.types("Juwelier overvallen in 2903, dader vluchtte op een scooter.")
    assert "{" not in (await what_of(town))[0]
    assert SEND in labels(author)


async def test_a_drafter_for_one_branch_gets_only_what_fits_it(town: Town) -> None:
    """An association of jewellers is offered no example for supermarkets, nor one that none of its notices can be."""
    author = await town.coordinator(1, Role.TRADE_ASSOCIATION, "branch:jeweller")
    await author.types("/alert")
    await author.taps(BEGIN)
    await author.taps("Overval")
    assert "Juwelier" in author.last.text
    assert "Supermarkt" not in author.last.text


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("example", READY, ids=lambda one: one.key)
def test_the_examples_of_the_program_keep_its_rules(town: Town, example: object, language: Language) -> None:
    """Placeholders are as a drafter would have to write them, the same in both languages; the guard has no objection,
    and there is one for each kind."""
    assert isinstance(example, type(READY[0]))
    text = ready_text(example, town.texts[language])
    assert set(placeholders_of(text)) == set(placeholders_of(ready_text(example, town.texts[Language.DUTCH])))
    assert not find(text)
    assert set(IncidentKind) - {IncidentKind.PREVENTION} == {one.kind for one in READY}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Om {uur} in {plaats}.", "placeholder-unknown"),
        ("Om {} in {plaats}.", "placeholder-unknown"),
        ("Om {tijd}, dus om {Tijd}.", "placeholder-twice"),
        ("Om {tijd in {plaats}.", "placeholder-unclosed"),
        ("Om tijd} in {plaats}.", "placeholder-unclosed"),
        ("Om {{tijd}}.", "placeholder-unclosed"),
    ],
)
def test_a_placeholder_that_is_wrong_is_named(town: Town, text: str, reason: str) -> None:
    """One that is unknown, doubled or not closed is said in one sentence, which names it and those that there are."""
    with pytest.raises(InvalidText) as caught:
        placeholders_of(text)
    assert reason == caught.value.reason
    told = town.texts[Language.DUTCH].plain(caught.value.text_id, **caught.value.fields)
    assert all(one.written in told for one in Placeholder)
