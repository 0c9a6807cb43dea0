"""Tests that reading a report asks once for a purpose, and that every reading is in the audit record."""

from alerts.role import Role
from tests.bot.recorded import recorded
from tests.bot.reporting import cards, jeweller, labels, reports
from tests.bot.town import Person, Town

PURPOSES = ["Beoordelen", "Patroon zoeken", "Nazorg", "Klacht of controle"]


async def _reads(town: Town) -> list[tuple[int, object]]:
    """Return the recorded readings: which report, and the purpose."""
    rows = [one for one in await recorded(town, "report") if one.action == "report.read"]
    return [(one.entity_id, (one.details or {})["purpose"]) for one in rows]


async def _listed(town: Town) -> Person:
    """Return a marshal who started after the report and has the list of open ones on the screen."""
    agent = await town.coordinator(90)
    await reports(await jeweller(town, 1, agent))
    marshal = await town.coordinator(91, Role.CITY_MARSHAL)
    await marshal.types("/meldingen")
    return marshal


async def test_what_for_is_asked_before_anything_is_shown(town: Town) -> None:
    """The purpose is asked before anything is shown, with one tap; person, report and purpose are recorded."""
    marshal = await _listed(town)
    assert "maakt foto" not in marshal.last.text
    await marshal.taps("M-2026-0001 bekijken")
    assert PURPOSES == labels(marshal)
    assert "maakt foto" not in marshal.last.text
    assert [] == await _reads(town)
    screens = len(marshal.bubbles)
    await marshal.taps("Nazorg")
    assert "maakt foto" in marshal.last.text
    assert screens == len(marshal.bubbles)
    assert [(1, "aftercare")] == await _reads(town)
    async with town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(marshal.id))
    assert member is not None
    assert {member.id} == {one.actor_id for one in await recorded(town, "report") if one.action == "report.read"}


async def test_it_is_asked_once_in_half_a_day(town: Town) -> None:
    """The purpose is asked once in half a day for each person and report; redrawing and handling the card record
    nothing more."""
    marshal = await _listed(town)
    await marshal.taps("bekijken")
    await marshal.taps("Patroon zoeken")
    await marshal.taps("Sluit")
    await marshal.taps("Toch niet")
    await marshal.types("/meldingen")
    town.clock.pass_by(hours=11)
    await marshal.taps("M-2026-0001 bekijken")
    assert "maakt foto" in marshal.last.text
    assert [(1, "pattern")] == await _reads(town)
    town.clock.pass_by(hours=2)
    await marshal.taps("M-2026-0001 bekijken")
    assert PURPOSES == labels(marshal)
    colleague = await town.coordinator(92)
    await colleague.types("/meldingen")
    await colleague.taps("bekijken")
    assert PURPOSES == labels(colleague)


async def test_who_works_on_it_reads_it_for_triage(town: Town) -> None:
    """Taking, closing and making a notice from the card that was sent ask no purpose, and are recorded as an
    assessment."""
    agent, marshal = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    els = await jeweller(town, 1, agent)
    await reports(els)
    await reports(els)
    await agent.presses("report-take:1:1", agent.last)
    assert [(1, "triage")] == await _reads(town)
    await agent.presses("report-outcome:1.handled:2", agent.last)
    assert [(1, "triage")] == await _reads(town)
    await marshal.presses("report-alert:2:1")
    assert [(1, "triage"), (2, "triage")] == await _reads(town)
    await reports(els)
    await marshal.presses("report-outcome:3.handled:1", marshal.last)
    assert [(1, "triage"), (2, "triage"), (3, "triage")] == await _reads(town)


SHOWING = ("report-card:1:0", "report-close:1:1", "report-take:1:7", "report-outcome:1.handled:9", "report-alert:1:9")


async def test_no_button_shows_it_unnoted(town: Town) -> None:
    """No button of an altered client shows a report without a record."""
    marshal = await _listed(town)
    for times, data in enumerate(SHOWING, 1):
        await marshal.types("/meldingen")
        assert "maakt foto" not in marshal.last.text
        await marshal.presses(data, marshal.last)
        assert "maakt foto" in marshal.last.text
        assert [(1, "triage")] * times == await _reads(town), data
        town.clock.pass_by(hours=13)


async def test_a_purpose_that_is_none_opens_nothing(town: Town) -> None:
    """An unknown purpose, or a missing report, opens nothing."""
    marshal = await _listed(town)
    for data in ("report-read:1.nonsense:0", "report-read:1:0", "report-read:99.triage:0"):
        await marshal.presses(data, marshal.last)
    assert not cards(marshal)
    assert [] == await _reads(town)


async def test_a_purpose_is_no_authority(town: Town) -> None:
    """A purpose opens nothing for another area, the reporter or a stranger."""
    await _listed(town)
    far = await town.coordinator(95, scope="3000-3099")
    for person in (far, town.person(1), town.person(9)):
        await person.presses("report-read:1.triage:0")
        await person.presses("report-open:1:0")
        assert not cards(person)
    assert [] == await _reads(town)
