"""Tests of incidents in the chat: police confirm, correct, refute, join and close one; a notice is made of one."""

from datetime import timedelta

from alerts.alert import AlertState, IncidentKind
from alerts.ids import AlertId, IncidentId
from alerts.incident import Incident, IncidentState
from alerts.report import Outcome, ReportKind
from alerts.role import Role
from tests.bot.recorded import recorded
from tests.bot.reporting import jeweller, labels, report_of, reports
from tests.bot.town import Person, Town


async def robbed(town: Town) -> tuple[Person, Person, Person]:
    """Return a jeweller who reports a robbery, the police officer with its card, and a city marshal."""
    agent, marshal = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    els = await jeweller(town, 1, agent)
    await reports(els, kind="robbery")
    return els, agent, marshal


async def incident_of(town: Town, number: int = 1) -> Incident:
    """Return an incident as it is stored."""
    async with town.storage.reading() as uow:
        return await uow.incidents.get(IncidentId(number))


async def state_of(town: Town, alert: int) -> AlertState:
    """Return the state of a notice."""
    async with town.storage.reading() as uow:
        return (await uow.alerts.get(AlertId(alert))).state


async def opens(person: Person) -> None:
    """Open the incident from the list, for triage."""
    await person.types("/incidenten")
    await person.taps("I-2026-0001")
    if "Waarvoor" in person.last.text:
        await person.taps("Beoordelen")


async def test_police_confirm_on_the_card_of_the_report(town: Town) -> None:
    """One tap on the report's card confirms; the card of a colleague has no such button any more."""
    _, agent, _ = await robbed(town)
    colleague = await town.coordinator(92)
    await colleague.types("/meldingen")
    await colleague.taps("M-2026-0001")
    await colleague.taps("Beoordelen")
    await agent.taps("Bevestigen")
    assert IncidentState.CONFIRMED is (await incident_of(town)).state
    assert "Bevestigen" not in labels(agent)
    await colleague.taps("Bevestigen")
    assert "Dit incident is al bevestigd." in town.screens.toasts or any(
        "veranderd" in one for one in town.screens.toasts
    )
    assert "Bevestigen" not in labels(colleague)


async def test_a_marshal_reads_and_does_not_decide(town: Town) -> None:
    """A city marshal reads the incident, says for what, and has no button by which police decide."""
    _, agent, marshal = await robbed(town)
    await agent.taps("Bevestigen")
    await opens(marshal)
    for said in ("Overval</b> · incident I-2026-0001", "bevestigd", "De Parel 1", "M-2026-0001"):
        assert said in marshal.last.text
    assert not {"Weerleggen", "Soort wijzigen", "Afsluiten"} & set(labels(marshal))
    assert "Maak er een bericht van" in labels(marshal)
    reads = [one for one in await recorded(town, "incident") if one.action == "incident.read"]
    assert [{"purpose": "triage"}] == [one.details for one in reads]


async def test_a_robbery_becomes_an_attempt(town: Town) -> None:
    """The kind is corrected with a tap, for the incident and its report."""
    _, agent, _ = await robbed(town)
    await opens(agent)
    await agent.taps("Soort wijzigen")
    await agent.taps("Poging tot overval")
    assert IncidentKind.ROBBERY_ATTEMPT is (await incident_of(town)).kind
    assert ReportKind.ROBBERY_ATTEMPT is (await report_of(town)).kind
    assert "soort verbeterd: Poging tot overval" in agent.last.text


async def test_a_refuted_incident_is_taken_back_everywhere(town: Town) -> None:
    """The marshal's draft is dropped and they hear it; the report ends as unfounded and its reporter hears that."""
    els, agent, marshal = await robbed(town)
    await opens(marshal)
    await marshal.taps("Maak er een bericht van")
    await marshal.taps("Vraag akkoord")
    for one in (els, marshal, agent):
        one.news()
    await opens(agent)
    await agent.taps("Weerleggen")
    await agent.taps("Het klopt niet")
    assert IncidentState.REFUTED is (await incident_of(town)).state
    assert AlertState.RETRACTED is await state_of(town, 1)
    assert "is vervallen: de politie heeft het incident weerlegd" in marshal.news()
    assert Outcome.UNFOUNDED is (await report_of(town)).outcome
    assert "M-2026-0001" in els.news()
    assert "weerlegd: Wat erin stond, klopte niet." in agent.last.text
    await agent.types("/incidenten")
    assert "Er loopt nu geen incident" in agent.last.text


async def test_two_shops_with_the_same_robbery_are_offered_as_one(town: Town) -> None:
    """The card says why the other may be the same; joined, one goes on with both reports."""
    _, agent, _ = await robbed(town)
    town.clock.pass_by(minutes=5)
    await reports(await jeweller(town, 2, agent), kind="robbery")
    await agent.types("/incidenten")
    await agent.taps("I-2026-0002")
    await agent.taps("Beoordelen")
    assert "Misschien hetzelfde als <b>I-2026-0001</b>: zelfde soort" in agent.last.text
    await agent.taps("Samen met I-2026-0001")
    assert IncidentState.JOINED is (await incident_of(town, 2)).state
    assert "M-2026-0001, M-2026-0002" in agent.last.text
    assert "I-2026-0002 hoort nu hierbij" in agent.last.text


async def test_a_notice_of_an_incident_has_everything_filled_in(town: Town) -> None:
    """Three taps from the incident ask for approval: place, ring and branches are proposed, and the sender is the city
    marshal, in alignment with the police."""
    _, agent, marshal = await robbed(town)
    await opens(marshal)
    marshal.news()
    await marshal.taps("Maak er een bericht van")
    shown = marshal.news()
    for said in ("tadsmarinier", "in afstemming met de politie", "2903", "1 km", "Opticien"):
        assert said in shown, said
    await marshal.taps("Vraag akkoord")
    assert AlertState.PENDING is await state_of(town, 1)
    async with town.storage.reading() as uow:
        assert IncidentId(1) == await uow.incidents.of_alert(AlertId(1))
    await opens(agent)
    assert "(wacht op akkoord)" in agent.last.text
    assert "concept van een bericht" in agent.last.text


async def test_a_corrected_kind_is_that_of_the_notice(town: Town) -> None:
    """A notice of an incident has the kind that police established, also one that no report has."""
    _, agent, marshal = await robbed(town)
    await opens(agent)
    await agent.taps("Soort wijzigen")
    await agent.taps("Ramkraak")
    await opens(marshal)
    await marshal.taps("Maak er een bericht van")
    async with town.storage.reading() as uow:
        assert IncidentKind.RAM_RAID is (await uow.alerts.get(AlertId(1))).content.kind


async def test_prosecution_reads_method_and_outcome(town: Town) -> None:
    """Prosecution reads no shop, no report and no step, and nobody else's button."""
    await robbed(town)
    prosecutor = await town.coordinator(93, Role.PROSECUTION)
    await opens(prosecutor)
    assert "Je leest van een incident de werkwijze en de afloop." in prosecutor.last.text
    assert "De Parel" not in prosecutor.last.text
    assert "M-2026-0001" not in prosecutor.last.text
    assert [] == labels(prosecutor)


async def test_police_close_an_incident(town: Town) -> None:
    """A closed incident is not in the list any more, and its old buttons say so."""
    _, agent, _ = await robbed(town)
    await opens(agent)
    closing = agent.last
    await agent.taps("Afsluiten")
    assert IncidentState.CLOSED is (await incident_of(town)).state
    await agent.presses("incident-refute:1:1", closing)
    assert any("veranderd" in one or "gesloten" in one for one in town.screens.toasts)
    await agent.types("/incidenten")
    assert "Er loopt nu geen incident" in agent.last.text


async def test_older_incidents_are_on_the_next_page(town: Town) -> None:
    """Beyond seven a button shows the older ones."""
    agent = await town.coordinator(90)
    for number in range(1, 9):
        await reports(await jeweller(town, number, agent), kind="robbery")
        town.clock.pass_by(days=1)
    await agent.types("/incidenten")
    assert "I-2026-0008" in agent.last.text
    assert "I-2026-0001" not in agent.last.text
    await agent.taps("Oudere")
    assert "I-2026-0001" in agent.last.text
    assert (await incident_of(town)).created_at < town.clock.now() - timedelta(days=7)
