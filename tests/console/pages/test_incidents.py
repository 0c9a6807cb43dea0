"""Tests of the list of incidents and of the page of one: the same use cases as in the chat."""

import pytest

from alerts.alert import AlertState, IncidentKind
from alerts.ids import AlertId, IncidentId
from alerts.incident import Incident, IncidentState
from alerts.role import Role
from tests.bot.recorded import recorded
from tests.bot.reporting import jeweller, reports
from tests.bot.town import Person, Town
from tests.console.accounts import enrolled
from tests.console.forms import fields_in
from tests.console.pages.test_reports import words
from tests.console.visitor import Visitor

ONE = "/incidents/1"


async def robbed(town: Town, visitor: Visitor) -> Person:
    """Return the police officer who is signed in, after a jeweller reported a robbery."""
    agent = await town.coordinator(90)
    await reports(await jeweller(town, 1, agent), kind="robbery")
    await enrolled(agent, visitor)
    return agent


async def opened(visitor: Visitor) -> str:
    """Open the incident for triage; return the words of its page."""
    page = await visitor.get(ONE)
    await visitor.sends(page, f"{ONE}/read", purpose="triage")
    return words(await visitor.get(ONE))


async def incident_of(town: Town, number: int = 1) -> Incident:
    async with town.storage.reading() as uow:
        return await uow.incidents.get(IncidentId(number))


async def test_an_incident_is_read_for_a_purpose(town: Town, visitor: Visitor) -> None:
    """The page asks for what first; then it says what is known, and the record has who read it and why."""
    await robbed(town, visitor)
    listed = await visitor.get("/incidents")
    assert "I-2026-0001: Overval, 2903" in words(listed)
    assert "nog niet bevestigd" in words(listed)
    asked = words(await visitor.get(ONE))
    assert "Waarvoor open je dit incident?" in asked
    assert "De Parel" not in asked
    told = await opened(visitor)
    for said in (
        "De Parel 1",
        "M-2026-0001",
        "Verloop",
        "gemeld (M-2026-0001)",
        "Er is nog geen bericht over gemaakt.",
    ):
        assert said in told, said
    assert [{"purpose": "triage"}] == [
        one.details for one in await recorded(town, "incident") if one.action == "incident.read"
    ]


async def test_police_confirm_and_correct(town: Town, visitor: Visitor) -> None:
    """Police confirm and correct the kind; an old page says that something changed."""
    await robbed(town, visitor)
    await opened(visitor)
    page = await visitor.get(ONE)
    answer = await visitor.sends(page, f"{ONE}/confirm", version="1")
    assert (303, ONE) == (answer.status, answer.headers["Location"])
    assert IncidentState.CONFIRMED is (await incident_of(town)).state
    stale = await visitor.sends(page, f"{ONE}/confirm", version="1")
    assert 409 == stale.status
    assert "Dit incident is intussen veranderd." in words(stale)
    for kind in ("", "other", "rubbish"):
        wrong = await visitor.sends(page, f"{ONE}/kind", version="2", kind=kind)
        assert 422 == wrong.status
        assert 'href="#kind"' in wrong.text
    await visitor.sends(page, f"{ONE}/kind", version="2", kind="atm_blast")
    assert IncidentKind.ATM_BLAST is (await incident_of(town)).kind
    assert "soort verbeterd: Plofkraak" in words(await visitor.get(ONE))


async def test_a_notice_is_made_of_it_and_taken_back_with_it(town: Town, visitor: Visitor) -> None:
    """The form of a notice is filled in from the incident; refuting drops the draft."""
    await robbed(town, visitor)
    await opened(visitor)
    assert 'href="/compose?incident=1"' in (await visitor.get(ONE)).text
    fields = fields_in((await visitor.get("/compose?incident=1")).text, "compose")
    assert ("1", "2903 AB") == (fields["reach"], fields["place"])
    assert ["jeweller", "optician", "secondhand_gold"] == sorted(fields.several("branches"))
    saved = await visitor.post("/compose", fields.changed({"do": "preview", "tlp": "AMBER"}).pairs)
    assert 303 == saved.status, words(saved)
    told = words(await visitor.get(ONE))
    assert "2026-0001" in told
    assert "concept" in told
    page = await visitor.get(ONE)
    unanswered = await visitor.sends(page, f"{ONE}/refute", version="1", reason="")
    assert 422 == unanswered.status
    assert 'href="#reason"' in unanswered.text
    answer = await visitor.sends(page, f"{ONE}/refute", version="1", reason="facts")
    assert 303 == answer.status, words(answer)
    assert IncidentState.REFUTED is (await incident_of(town)).state
    async with town.storage.reading() as uow:
        assert AlertState.RETRACTED is (await uow.alerts.get(AlertId(1))).state
    assert "Wat erin stond, klopte niet." in words(await visitor.get(ONE))
    assert "/refute" not in (await visitor.get(ONE)).text
    assert "I-2026-0001" not in words(await visitor.get("/incidents"))
    assert "I-2026-0001" in words(await visitor.get("/incidents?state=over&period=day"))


async def test_two_that_look_alike_are_joined(town: Town, visitor: Visitor) -> None:
    """The page offers the other incident with the reasons; joined, one goes on."""
    agent = await robbed(town, visitor)
    await reports(await jeweller(town, 2, agent), kind="robbery")
    await opened(visitor)
    page = await visitor.get(ONE)
    assert "Samen met I-2026-0002" in words(page)
    answer = await visitor.sends(page, f"{ONE}/join", version="1", other="2")
    assert (303, "/incidents/2") == (answer.status, answer.headers["Location"])
    assert IncidentState.JOINED is (await incident_of(town)).state
    again = await visitor.sends(page, f"{ONE}/join", version="2", other="2")
    assert 409 == again.status


async def test_police_close_and_release(town: Town, visitor: Visitor) -> None:
    """Where nothing is frozen releasing is too late; closing ends the incident."""
    await robbed(town, visitor)
    await opened(visitor)
    page = await visitor.get(ONE)
    assert 409 == (await visitor.sends(page, f"{ONE}/release", version="1")).status
    assert 303 == (await visitor.sends(page, f"{ONE}/close", version="1")).status
    assert IncidentState.CLOSED is (await incident_of(town)).state


@pytest.mark.parametrize("role", [Role.CITY_MARSHAL, Role.SAFETY_DIRECTOR, Role.PROSECUTION])
async def test_who_only_reads_has_no_form_to_decide(town: Town, visitor: Visitor, role: Role) -> None:
    """Others read what is theirs to read, and no form of theirs changes anything."""
    agent = await town.coordinator(90)
    await reports(await jeweller(town, 1, agent), kind="robbery")
    await enrolled(await town.coordinator(91, role), visitor)
    told = await opened(visitor)
    assert "Overval" in told
    assert (role is not Role.PROSECUTION) == ("De Parel 1" in told)
    page = await visitor.get(ONE)
    assert "/confirm" not in page.text
    assert 303 != (await visitor.sends(page, f"{ONE}/confirm", version="1")).status
    assert IncidentState.UNCONFIRMED is (await incident_of(town)).state


async def test_an_incident_elsewhere_is_not_there(town: Town, visitor: Visitor) -> None:
    """An incident elsewhere answers as one that does not exist."""
    agent = await town.coordinator(90)
    await reports(await jeweller(town, 1, agent), kind="robbery")
    await enrolled(await town.coordinator(91, scope="3000-3099"), visitor)
    assert [404, 404] == [(await visitor.get(path)).status for path in (ONE, "/incidents/99")]
    assert "I-2026-0001" not in words(await visitor.get("/incidents"))
