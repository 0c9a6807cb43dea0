"""The words of a notice that is made of a report name no shop of that place: whoever types one is warned."""

import pytest

from tests.bot.police import alerts_of, change, jeweller
from tests.bot.reporting import reports
from tests.bot.town import Person, Town


async def _at_the_text(town: Town) -> Person:
    """Police who type the words of a draft that was made of the report of the first of two neighbours."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await jeweller(town, 2, agent)
    await reports(els)
    await agent.taps("Maak er een bericht van")
    await change(agent, "Tekst")
    return agent


@pytest.mark.parametrize("name", ["Goud 1", "goud 2"])
async def test_the_shop_and_its_neighbours_are_warned_of_as_names(town: Town, name: str) -> None:
    """One tap goes on without the name."""
    agent = await _at_the_text(town)
    await agent.types(f"Twee mannen filmden de etalage van {name} en liepen door.")
    assert agent.t("guard-shop", found=name) in agent.last.text
    await agent.taps("Zonder de naam")
    assert "Twee mannen filmden de etalage van de zaak en liepen door." in alerts_of(agent)[-1]


async def test_whoever_knows_better_goes_on_with_it(town: Town) -> None:
    """A warning is no refusal."""
    agent = await _at_the_text(town)
    await agent.types("Twee mannen vroegen naar Goud 1 en liepen door.")
    await agent.taps("neem alles")
    assert "Goud 1 en liepen" in alerts_of(agent)[-1]


async def test_police_are_not_told_to_call_the_police(town: Town) -> None:
    """They know what to do with a number plate; a shop is told whom to call."""
    agent = await _at_the_text(town)
    await agent.types("Twee mannen reden weg in een Polo met kenteken 12-AB-34.")
    assert agent.t("police-text-plate", found="12-AB-34") in agent.last.text
    assert "0900-8844" not in agent.last.text
