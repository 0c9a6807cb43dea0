"""Tests of the source of a report: in counts, on the card of police of its place, and nowhere else."""

import json

from alerts.role import Role
from tests.bot.reporting import cards, jeweller, report_of, reports
from tests.bot.town import Person, Town

TITLE = "Bron</b> (alleen voor politie)"


async def _closes(agent: Person, outcome: str) -> None:
    await agent.taps("Sluit")
    await agent.taps(agent.t.plain(f"report-close-{outcome}"))


async def test_police_see_how_earlier_reports_ended(town: Town) -> None:
    """The first report of a verified shop has no others before it; the third names how the first two ended."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await reports(els)
    card = cards(agent)[-1]
    assert f"<b>{TITLE}\nZaak geverifieerd sinds 24 november 2026.\nGeen eerdere meldingen van deze melder." in card
    assert "meldingen." not in card.partition("Geen eerdere")[0]
    await _closes(agent, "handled")
    town.clock.pass_by(days=1)
    await reports(els)
    await _closes(agent, "unfounded")
    town.clock.pass_by(days=1)
    await reports(els)
    told = agent.t.plain("outcome-unfounded")
    assert f"Eerdere meldingen van deze melder: afgehandeld 1 · {told} 1." in cards(agent)[-1]
    assert "Op die dag" not in cards(agent)[-1]


async def test_police_see_who_floods_and_who_nobody_vouches_for(town: Town) -> None:
    """From the third report on a day its number is named, with those that are open; an unverified shop is named as
    such."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1)
    for _ in range(3):
        await reports(els)
        town.clock.pass_by(minutes=1)
    card = cards(agent)[-1]
    assert "Zaak niet geverifieerd." in card
    assert "nog open 2" in card
    assert "Op die dag deed deze melder 3 meldingen." in card


async def test_nobody_else_sees_it(town: Town) -> None:
    """A city marshal of the place reads the same report without it, and so do the reporter, the figures and an export;
    after an erasure nobody does."""
    agent, marshal = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    els = await jeweller(town, 1, agent)
    for _ in range(3):
        await reports(els)
    assert TITLE in cards(agent)[-1]
    assert "M-2026-0003" in cards(marshal)[-1]
    await els.types("/mijnmeldingen")
    await els.types("/mijngegevens")
    await marshal.types("/meldingen")
    await marshal.types("/cijfers")
    for person in (marshal, els):
        assert not [one.text for one in person.bubbles if "alleen voor politie" in one.text]
    report = await report_of(town)
    assert report.member_id is not None
    async with town.storage.transaction() as uow:
        held = json.dumps(await uow.personal.export_of(report.member_id), default=str)
        await uow.personal.erase(report.member_id, town.clock.now())
    assert "trust" not in held
    await agent.presses("report-card:1:0", agent.last)
    assert TITLE not in agent.last.text
