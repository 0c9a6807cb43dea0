"""Tests that the guard searches a typed text no more often than needed."""

from collections.abc import Iterator

import pytest

import alerts.guard
from alerts.guard import Finding, Found, find
from alerts.typed_text import Blocked, check
from tests.bot.police import to_what
from tests.bot.reporting import jeweller, under_way
from tests.bot.town import Town

PLATE = "Weggereden in een zwarte Golf, kenteken 12-ABC-3"


@pytest.fixture
def searched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were searched, in order."""
    texts: list[str] = []
    search = alerts.guard._all

    def noted(text: str) -> Iterator[Found]:
        texts.append(text)
        return search(text)

    monkeypatch.setattr(alerts.guard, "_all", noted)
    return texts


async def test_what_is_refused_is_searched_once(town: Town, searched: list[str]) -> None:
    """A refused text is searched once, by its step, whose error contains all findings and the text that can be
    offered."""
    agent = await town.coordinator(90)
    await to_what(agent)
    searched.clear()
    await agent.types(PLATE)
    assert [PLATE] == [text for text in searched if text == PLATE]
    dialogue = await under_way(agent)
    assert dialogue is not None
    assert "12-ABC-3" not in str(dialogue.draft)
    assert "12-ABC-3" in agent.last.text


async def test_a_name_of_a_shop_is_searched_once_when_it_is_refused(town: Town, searched: list[str]) -> None:
    """A refused shop name is searched once, by a step that allows more."""
    agent = await town.coordinator(90)
    await agent.types("/uitnodigen")
    await agent.types("2903AB")
    await agent.taps("Juwelier")
    searched.clear()
    await agent.types(PLATE)
    assert [PLATE] == [text for text in searched if text == PLATE]


async def test_a_step_that_looked_at_another_text_is_not_taken_at_its_word(town: Town) -> None:
    """The findings of a step that searched another form of the text (a house number) are not used for the typed
    text."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await els.types("/mijn")
    await els.taps("Wijzig De Parel 1")
    await els.taps(els.t.plain("shop-details"))
    await els.taps(els.t.plain("details-keep-name"))
    await els.types(" 12 - ab - 34 ")
    assert "12 - ab - 34" in els.last.text


def test_the_error_has_all_that_was_found_as_a_search_finds_it() -> None:
    """The error contains all findings of a search, with warnings and without allowed kinds."""
    text = f"Jan de Vries, 0612345678. {PLATE}"
    for allowed in ((), (Finding.PHONE,), (Finding.NAME,)):
        with pytest.raises(Blocked) as caught:
            check(text, allowed=allowed)
        assert find(text, allowed=allowed) == caught.value.found
        assert (text, frozenset(allowed)) == (caught.value.text, caught.value.allowed)
