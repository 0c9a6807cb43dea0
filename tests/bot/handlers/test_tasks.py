"""Tests of /taken: tasks and appointments in the chat, made, handed over, done, and answered."""

from datetime import timedelta

from icalendar import Calendar

from alerts.ids import MeetingId, TaskId
from alerts.meeting import Answer
from alerts.ports import UnitOfWork
from alerts.role import Actor
from alerts.services.meeting.change_meeting import cancel_meeting, change_meeting
from alerts.services.task.remind_due import remind_due
from alerts.task import Task, TaskSource
from tests.bot.role_world import HERE, RoleWorld, build
from tests.bot.town import Person, Town


async def world_of(town: Town) -> tuple[RoleWorld, Person, Person]:
    """Return the world with an incident, a marshal of its place, and somebody of the municipality."""
    world = await build(town)
    await world.incident(HERE)
    for person in ("S", "G"):
        world.people[person].news()
    return world, world.people["S"], world.people["G"]


async def only_task(town: Town, number: int = 1) -> Task:
    """Return a task as it is stored."""
    async with town.storage.reading() as uow:
        return await uow.tasks.get(TaskId(number))


async def makes_task(world: RoleWorld, person: Person, owner: str) -> None:
    """Make a finding of the scan about the public space, for this person, by vrijdag."""
    await person.types("/taken")
    await person.taps(person.t.plain("tasks-new"))
    await person.taps("I-2026-0001")
    await person.types("Laat de lantaarn voor de deur repareren")
    await person.taps(person.t.plain("task-source-choice-space"))
    await person.types(str(world.members[owner]))
    await person.types("over drie dagen")


async def test_a_task_is_made_handed_over_and_done(town: Town) -> None:
    """A marshal makes a task with a few taps and words; its owner is told, gives it back, and it is done with words
    that show it."""
    world, marshal, civil = await world_of(town)
    await makes_task(world, marshal, "G")
    task, today = await only_task(town), town.clock.now().date()
    told = (task.title, task.owner_id, task.due_on, task.source, task.is_public_space)
    title = "Laat de lantaarn voor de deur repareren"
    assert (title, world.members["G"], today + timedelta(days=3), TaskSource.SCAN, True) == told
    assert task.title in civil.news()
    assert civil.last.is_protected
    await civil.types("/taken")
    assert task.title in civil.last.text
    await civil.taps(task.title[:20])
    await civil.taps(civil.t.plain("task-give"))
    marshal.news()
    await civil.types(str(world.members["S"]))
    assert world.members["S"] == (await only_task(town)).owner_id
    assert task.title in marshal.news()
    await marshal.taps(marshal.t.plain("task-finish"))
    await marshal.types("De lantaarn brandt weer.")
    done = await only_task(town)
    assert ("De lantaarn brandt weer.", world.members["S"]) == (done.evidence, done.done_by)
    await marshal.types("/taken")
    assert marshal.t.plain("tasks-none") in marshal.last.text


async def test_what_is_late_for_a_button_says_how_it_stands(town: Town) -> None:
    """A button of an earlier version starts nothing, and shows the task as it is now."""
    world, marshal, civil = await world_of(town)
    await makes_task(world, marshal, "G")
    await civil.taps(civil.t.plain("task-finish"))
    await civil.types("Klaar, hij brandt.")
    await civil.presses("task-give:1:1", civil.last)
    assert civil.t.plain("too-late-task-done") == town.screens.toasts[-1]
    assert "Klaar, hij brandt." in civil.last.text


async def test_reminders_arrive_with_the_buttons(town: Town) -> None:
    """The owner reads which task is nearly due, and can finish it there."""
    world, marshal, civil = await world_of(town)
    await makes_task(world, marshal, "G")
    town.clock.pass_by(days=2)
    civil.news()
    async with town.storage.transaction() as uow:
        await remind_due(uow, town.clock.now())
    await town.deliver()
    assert "Bijna zover: deze taak moet af." in civil.news()
    assert any(one.data == "task-done:1:1" for one in civil.last.buttons)


async def plans_meeting(world: RoleWorld, person: Person, *guests: str) -> None:
    """Plan a scan the day after tomorrow, with these guests."""
    await person.types("/taken")
    await person.taps(person.t.plain("tasks-plan"))
    await person.taps("I-2026-0001")
    await person.taps(person.t.plain("meeting-kind-scan"))
    await person.types("overmorgen half 10")
    await person.types("bij de zaak, achteringang")
    for guest in guests:
        await person.types(str(world.members[guest]))
    await person.taps(person.t.plain("meeting-guests-done"))


async def test_a_meeting_is_planned_answered_changed_and_called_off(town: Town) -> None:
    """Guests answer by a button and get the calendar file; a change has a higher sequence, and a cancellation takes it
    out of the calendar. Who said no hears of neither."""
    world, marshal, civil = await world_of(town)
    officer = world.people["P"]
    await plans_meeting(world, marshal, "G", "P")
    assert civil.t.plain("meeting-kind-scan") in civil.news()
    await civil.taps(civil.t.plain("meeting-yes"))
    first = Calendar.from_ical(_document(civil))
    assert ("PUBLISH", "0") == (str(first["method"]), str(first.walk("vevent")[0]["sequence"]))
    await officer.taps(officer.t.plain("meeting-no"))
    assert "Zegt af" in marshal.news()
    officer.news()
    async with town.storage.transaction() as uow:
        meeting = await uow.meetings.get(MeetingId(1))
        assert (9, 30) == ((local := meeting.starts_at.astimezone(uow.rosters.zone)).hour, local.minute)
        actor = await _actor(world, uow, "S")
        later = meeting.starts_at + timedelta(hours=1)
        place = meeting.place
        moved = await change_meeting(
            uow, actor, meeting.id, starts_at=later, place=place, version=1, now=town.clock.now()
        )
    await town.deliver()
    assert "gewijzigd" in civil.news()
    async with town.storage.transaction() as uow:
        await cancel_meeting(uow, actor, meeting.id, version=moved.version, now=town.clock.now())
    await town.deliver()
    assert "gaat niet door" in civil.news()
    gone = Calendar.from_ical(_document(civil))
    event = gone.walk("vevent")[0]
    assert ("CANCEL", "2", "CANCELLED") == (str(gone["method"]), str(event["sequence"]), str(event["status"]))
    assert str(first.walk("vevent")[0]["uid"]) == str(event["uid"])
    assert "" == officer.news()


async def test_a_guest_without_a_role_reads_no_more_than_the_invitation(town: Town) -> None:
    """Who is invited and has no tasks there reads when and where, not who else comes; who is not invited reads
    nothing."""
    world, _marshal, _civil = await world_of(town)
    meeting = await world.meeting(HERE, "R")
    async with town.storage.transaction() as uow:
        await uow.meetings.answer(meeting.id, world.members["R"], Answer.YES, town.clock.now())
    retailer, other = world.people["R"], world.people[HERE]
    await retailer.types("/hulp")
    await retailer.presses(f"meeting:{meeting.id}:0", retailer.last)
    assert "bij de vitrine" in retailer.last.text
    assert "komt" not in retailer.last.text.replace("Je komt.", "")
    await other.types("/hulp")
    await other.presses(f"meeting:{meeting.id}:0", other.last)
    assert "vitrine" not in other.last.text


def _document(person: Person) -> bytes:
    document = next(one.message.document for one in reversed(person.bubbles) if one.message.document is not None)
    return document.content


async def _actor(world: RoleWorld, uow: UnitOfWork, letter: str) -> Actor:
    member = await uow.members.get(world.members[letter])
    return Actor(member, tuple(await uow.roles.of_member(member.id)))
