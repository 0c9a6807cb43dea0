"""Tests of tasks, meetings and neighbours in the console: the same use cases as /taken in the chat."""

import re

import pytest
from icalendar import Calendar

from alerts.alert import IncidentKind
from alerts.area import Place
from alerts.branch import Branch
from alerts.ids import IncidentId, MeetingId, PremisesId, TaskId
from alerts.incident import NewIncident
from alerts.meeting import Answer, Meeting
from alerts.point import point_at
from alerts.premises import NewPremises, PointSource
from alerts.role import Role
from alerts.task import Task
from tests.bot.town import Person, Town
from tests.console.accounts import enrolled, member_of, recorded
from tests.console.pages.test_reports import words
from tests.console.visitor import Visitor

NEW = {"title": "Laat de camera nakijken", "source": "space", "day": "2026-12-04"}
MEETING = {"kind": "scan", "day": "2026-11-27", "clock": "09:30", "place": "bij de achteringang"}


@pytest.fixture
async def marshal(town: Town, visitor: Visitor) -> Person:
    """A city marshal who is signed in, with an incident of the place."""
    person = await town.coordinator(90, Role.CITY_MARSHAL)
    await enrolled(person, visitor)
    async with town.storage.transaction() as uow:
        place = Place("2903", "2903AB", point_at(51.93, 4.58))
        told = NewIncident(IncidentKind.ROBBERY, place, None, None)
        await uow.incidents.add(told, await uow.incidents.next_number(2026), town.clock.now())
    return person


async def _task(town: Town) -> Task:
    async with town.storage.reading() as uow:
        return await uow.tasks.get(TaskId(1))


async def _meeting(town: Town) -> Meeting:
    async with town.storage.reading() as uow:
        return await uow.meetings.get(MeetingId(1))


async def _made(visitor: Visitor, person: Person) -> str:
    page = await visitor.get("/tasks/new/1")
    made = await visitor.sends(page, "/tasks/new/1", member=str(await member_of(person)), **NEW)
    assert (303, "/tasks/1") == (made.status, made.headers["Location"])
    return "/tasks/1"


async def test_a_task_is_made_and_done(town: Town, visitor: Visitor, marshal: Person) -> None:
    """A task is made by a form, stands under Mijn taken, and is done with words that show it."""
    page = await visitor.get("/tasks")
    assert "Je hebt nu geen open taken" in words(page)
    assert 'href="/tasks" aria-current="page"' in page.text
    one = await _made(visitor, marshal)
    assert "Laat de camera nakijken · vóór of op vr 4 december" in words(await visitor.get("/tasks"))
    page = await visitor.get(one)
    assert "Gaat over de openbare ruimte" in words(page)
    done = await visitor.sends(page, one, what="done", version="1", evidence="De camera neemt op.")
    assert (303, one) == (done.status, done.headers["Location"])
    page = await visitor.get(one)
    assert "De camera neemt op." in words(page)
    assert "<form" not in page.text[page.text.index("<main") :]
    assert 1 == await recorded(marshal, "task.done")


async def test_all_that_is_wrong_with_a_task_is_told_beside_its_field(
    town: Town, visitor: Visitor, marshal: Person
) -> None:
    """A form with mistakes comes back with each beside its field, and nothing typed is lost or stored."""
    page = await visitor.get("/tasks/new/1")
    wrong = {"title": "Zoek auto 12-ABC-3", "source": "elders", "day": "2020-01-01", "member": "999"}
    answer = await visitor.sends(page, "/tasks/new/1", **wrong)
    assert 422 == answer.status
    for name in ("title", "source", "day", "member"):
        assert f'id="wrong-{name}"' in answer.text
        assert f'href="#{name}"' in answer.text
    assert 'value="Zoek auto 12-ABC-3"' in answer.text
    assert "Je hebt nu geen open taken" in words(await visitor.get("/tasks"))
    one = await _made(visitor, marshal)
    page = await visitor.get(one)
    answer = await visitor.sends(page, one, what="done", version="1", evidence="Gezien: 12-ABC-3")
    assert (422, True) == (answer.status, "Gezien: 12-ABC-3</textarea>" in answer.text)
    answer = await visitor.sends(page, one, what="move", version="1", day="gisteren")
    assert (422, True) == (answer.status, 'id="wrong-day"' in answer.text)
    assert (await _task(town)).is_open


async def test_a_task_is_handed_over_and_a_stale_form_changes_nothing(
    town: Town, visitor: Visitor, marshal: Person
) -> None:
    """A colleague gets the task and is told; a form that was made before that says so."""
    agent = await town.coordinator(91)
    one = await _made(visitor, marshal)
    page = await visitor.get(one)
    agent.news()
    given = await visitor.sends(page, one, what="give", version="1", member=str(await member_of(agent)))
    assert 303 == given.status
    await town.deliver()
    assert "Nieuwe taak voor jou" in agent.news()
    late = await visitor.sends(page, one, what="move", version="1", day="2026-12-05")
    assert (409, True) == (late.status, "Iemand anders was je net voor" in words(late))
    assert 404 == (await visitor.sends(page, one, what="elders", version="2")).status


async def test_who_is_elsewhere_or_out_of_office_finds_nothing(town: Town, visitor: Visitor, marshal: Person) -> None:
    """Somebody of elsewhere gets the answer of what never was, and so does who left office meanwhile."""
    one = await _made(visitor, marshal)
    other = visitor.beside()
    await enrolled(await town.coordinator(92, scope="3000-3099"), other)
    for path in (one, "/tasks/new/1", "/meetings/new/1", "/neighbours/1/1"):
        assert 404 == (await other.get(path)).status, path
    page = await visitor.get(one)
    async with town.storage.transaction() as uow:
        [grant] = await uow.roles.of_member(await member_of(marshal))
        await uow.roles.end_at(grant.id, town.clock.now())
    answer = await visitor.sends(page, one, what="done", version="1", evidence="Klaar.")
    assert answer.status in (403, 404)
    assert (await _task(town)).is_open


async def test_a_meeting_is_planned_answered_moved_and_called_off(
    town: Town, visitor: Visitor, marshal: Person
) -> None:
    """Guests are invited by ticks; the file can be downloaded, and a cancellation is one with a higher sequence."""
    agent = await town.coordinator(91)
    page = await visitor.get("/meetings/new/1")
    assert 'name="guest"' in page.text
    empty = await visitor.sends(page, "/meetings/new/1", **{**MEETING, "clock": "laat", "place": ""})
    assert 422 == empty.status
    for name in ("day", "place", "guests"):
        assert f'id="wrong-{name}"' in empty.text
    agent.news()
    planned = await visitor.sends(page, "/meetings/new/1", guest=str(await member_of(agent)), **MEETING)
    assert (303, "/meetings/1") == (planned.status, planned.headers["Location"])
    await town.deliver()
    assert "Je bent uitgenodigd" in agent.news()
    async with town.storage.transaction() as uow:
        await uow.meetings.invite([])
        await uow.meetings.answer(MeetingId(1), await member_of(agent), Answer.YES, town.clock.now())
    page = await visitor.get("/meetings/1")
    assert "nr. " in words(page)
    assert "komt" in words(page)
    file = await visitor.get("/meetings/1/calendar.ics")
    assert file.headers["Content-Type"].startswith("text/calendar")
    assert "afspraak-1.ics" in file.headers["Content-Disposition"]
    assert "PUBLISH" == str(Calendar.from_ical(file.text)["method"])
    wrong = await visitor.sends(page, "/meetings/1", what="move", version="1", day="ooit", clock="10:00", place="hier")
    assert (422, True) == (wrong.status, 'id="wrong-day"' in wrong.text)
    moved = {"day": "2026-11-28", "clock": "10:00", "place": "bij de voordeur"}
    assert 303 == (await visitor.sends(page, "/meetings/1", what="move", version="1", **moved)).status
    await town.deliver()
    assert "bij de voordeur" in agent.news()
    assert 303 == (await visitor.sends(page, "/meetings/1", what="cancel", version="2")).status
    assert 409 == (await visitor.sends(page, "/meetings/1", what="cancel", version="3")).status
    gone = Calendar.from_ical((await visitor.get("/meetings/1/calendar.ics")).text)
    assert ("CANCEL", "2") == (str(gone["method"]), str(gone.walk("vevent")[0]["sequence"]))
    assert (await _meeting(town)).is_cancelled


async def test_a_guest_answers_in_the_console(town: Town, visitor: Visitor, marshal: Person) -> None:
    """An invited colleague answers by a button, and finds the meeting under Mijn taken."""
    page = await visitor.get("/meetings/new/1")
    await visitor.sends(page, "/meetings/new/1", guest=str(await member_of(marshal)), **MEETING)
    assert "Veiligheidsscan" in words(await visitor.get("/tasks"))
    answer = await visitor.sends(page, "/meetings/1", what="yes")
    assert 303 == answer.status
    assert "Je komt." in words(await visitor.get("/meetings/1"))


async def _neighbours(town: Town) -> None:
    """Add a shop some eighty metres from the incident, and one at a kilometre."""
    async with town.storage.transaction() as uow:
        for name, latitude in (("De Hoek", 51.9307), ("Ver Weg", 51.94)):
            point = point_at(latitude, 4.58)
            told = NewPremises(Branch.JEWELLER, "2903", "2903AB", point, PointSource.LOCATION, name, "12")
            await uow.premises.add(told, town.clock.now())


async def test_a_neighbour_is_visited_with_agreed_measures(town: Town, visitor: Visitor, marshal: Person) -> None:
    """Near shops can be planned for a day with measures of their branch, and noted as visited; a far one cannot. A
    stale form changes nothing."""
    await _neighbours(town)
    page = await visitor.get("/neighbours/1/1")
    assert "De Hoek (Juwelier), 2903AB 12" in words(page)
    assert 404 == (await visitor.get("/neighbours/1/2")).status
    key = re.findall(r'name="measure" value="([^"]+)"', page.text)[0]
    planned = await visitor.sends(page, "/neighbours/1/1", what="plan", version="0", day="2026-11-30", measure=key)
    assert 303 == planned.status
    page = await visitor.get("/neighbours/1/1?kept")
    assert f'value="{key}" checked' in page.text
    assert 'value="2026-11-30"' in page.text
    late = await visitor.sends(page, "/neighbours/1/1", what="plan", version="0", day="")
    assert 409 == late.status
    wrong = await visitor.sends(page, "/neighbours/1/1", what="plan", version="1", day="2020-01-01", measure=key)
    assert (422, True, True) == (wrong.status, 'id="wrong-day"' in wrong.text, f'value="{key}" checked' in wrong.text)
    assert 404 == (await visitor.sends(page, "/neighbours/1/1", what="plan", version="1", measure="none")).status
    assert 303 == (await visitor.sends(page, "/neighbours/1/1", what="visited", version="1")).status
    assert "Bezocht:" in words(await visitor.get("/neighbours/1/1"))
    async with town.storage.reading() as uow:
        [visit] = await uow.visits.of_incidents([IncidentId(1)])
    assert (PremisesId(1), frozenset({key}), await member_of(marshal)) == (
        *(visit.premises_id, visit.measures, visit.visited_by),
    )


async def test_names_of_neighbours_are_for_who_may_see_shops(town: Town, visitor: Visitor, marshal: Person) -> None:
    """Enforcement reads the branch and the distance of a neighbour, and neither its name nor its address."""
    await _neighbours(town)
    other = visitor.beside()
    await enrolled(await town.coordinator(93, Role.ENFORCEMENT), other)
    page = words(await other.get("/neighbours/1/1"))
    assert "Juwelier" in page
    assert "De Hoek" not in page
    assert "2903AB" not in page


async def test_the_page_of_an_incident_has_what_is_done_about_it(town: Town, visitor: Visitor, marshal: Person) -> None:
    """The incident shows its tasks, those about the public space apart, its meetings, and its neighbours; before there
    are any it says what to do."""
    page = await visitor.get("/incidents/1")
    await visitor.sends(page, "/incidents/1/read", purpose="aftercare")
    page = await visitor.get("/incidents/1")
    for part in ("Er zijn nog geen taken", "nog geen bezoek of afspraak", "Binnen 250 m staat geen andere zaak"):
        assert part in words(page)
    await _neighbours(town)
    await _made(visitor, marshal)
    await visitor.sends(page, "/meetings/new/1", guest=str(await member_of(marshal)), **MEETING)
    page = await visitor.get("/incidents/1")
    shown = words(page)
    assert shown.index("Openbare ruimte") < shown.index("Laat de camera nakijken · jij")
    for part in ("Veiligheidsscan · vr 27 november 09:30–10:30", "De Hoek (Juwelier), 2903AB 12", "nog niet gepland"):
        assert part in shown
    for path in ("/tasks/1", "/meetings/1", "/neighbours/1/1", "/tasks/new/1", "/meetings/new/1"):
        assert f'href="{path}"' in page.text
    reader = visitor.beside()
    await enrolled(await town.coordinator(94, Role.PROSECUTION), reader)
    await reader.sends(await reader.get("/incidents/1"), "/incidents/1/read", purpose="triage")
    assert "Laat de camera nakijken" not in (await reader.get("/incidents/1")).text
