"""Tests of the lists of reports: open ones for a coordinator, and a member's own."""

import re

from alerts.role import Role
from tests.bot.reporting import jeweller, labels, reports
from tests.bot.town import Person, Town


async def test_the_list_is_oldest_first_with_filters(town: Town) -> None:
    """The list is oldest first, has filters, and opens cards that work like those that were sent."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    for kind in ("reconnaissance", "robbery", "suspicious_situation"):
        await reports(els, kind=kind)
    await agent.presses("report-take:2:1")
    await agent.types("/meldingen")
    assert ["1", "2", "3"] == _listed(agent)
    for label, expected in (
        ("Niet opgepakt", ["1", "3"]),
        ("Door mij opgepakt", ["2"]),
        ("Poging tot overval", []),
        ("Verdachte situatie", ["3"]),
        ("Alle", ["1", "2", "3"]),
    ):
        await agent.taps("Andere meldingen")
        if label not in labels(agent):
            await agent.taps(agent.t.plain("choices-more"))
        await agent.taps(label)
        assert expected == _listed(agent)
    await agent.taps("M-2026-0003 bekijken")
    await agent.taps("Beoordelen")
    await agent.taps("Ik pak dit op")
    assert "Opgepakt door" in agent.last.text
    await agent.taps("Sluit")
    await agent.taps("Hoort bij een andere melding")
    await agent.types("/meldingen")
    assert ["1", "2"] == _listed(agent)


def _listed(person: Person) -> list[str]:
    return re.findall(r"M-2026-000(\d)", person.last.text)


async def test_a_long_list_comes_in_pages(town: Town) -> None:
    """A long list has pages without repeats, and a way back."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    for _ in range(9):
        await reports(els)
    await agent.types("/meldingen")
    assert list("123456") == _listed(agent)
    await agent.taps("Laat meer zien")
    assert list("789") == _listed(agent)
    await agent.taps("Begin vooraan")
    assert list("123456") == _listed(agent)


async def test_my_reports_with_what_became_of_them(town: Town) -> None:
    """A member sees their own reports with the outcome, newest first, in pages."""
    agent = await town.coordinator(90)
    els, other = await jeweller(town, 1, agent), await jeweller(town, 2)
    await els.types("/mijnmeldingen")
    assert f"{els.t('my-reports-none')} {els.t('my-reports-how')}" == els.last.text
    await reports(els)
    await reports(other)
    await agent.presses("report-take:1:1")
    await els.types("/mijnmeldingen")
    assert "M-2026-0001" in els.last.text
    assert "Opgepakt door" in els.last.text
    assert "M-2026-0002" not in els.last.text
    for _ in range(10):
        town.clock.pass_by(hours=3)  # more at once are refused
        await reports(els)
    await els.types("/mijnmeldingen")
    assert "M-2026-0001" not in els.last.text
    await els.taps("Laat meer zien")
    assert "M-2026-0001" in els.last.text
    stranger = town.person(9)
    await stranger.types("/mijnmeldingen")
    assert stranger.t("not-allowed-start-first") == stranger.last.text


async def test_a_new_coordinator_finds_what_was_reported_before(town: Town) -> None:
    """A new coordinator finds earlier reports in the list; a change sends no card that was never there."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await reports(els)
    late = await town.coordinator(91, Role.CITY_MARSHAL)
    late.news()
    await agent.taps("Ik pak dit op")
    assert "" == late.news()
    await late.types("/meldingen")
    assert "Opgepakt door: overvalcoördinator" in late.last.text
