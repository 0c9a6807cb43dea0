"""Victims and coordinators of aftercare, step by step, for its tests."""

from alerts.aftercare.case import Case, CaseStep
from alerts.aftercare.sequence import StepKind
from alerts.ids import IncidentId
from alerts.role import Role
from alerts.services.aftercare.call_person import has_untaken_calls, pass_on_calls
from alerts.services.aftercare.look_after_cases import has_case_news, look_after_cases
from alerts.services.aftercare.send_steps import has_due_steps, send_due_steps
from tests.bot.reporting import jeweller, report_of, reports
from tests.bot.town import Person, Town

INCIDENT = IncidentId(1)


async def robbed(town: Town) -> tuple[Person, Person, Person]:
    """Return a jeweller who reported a robbery at their own shop, police, and a city marshal, with all news read."""
    police = await town.coordinator(90)
    marshal = await town.coordinator(91, Role.CITY_MARSHAL)
    els = await jeweller(town, 1, police)
    await reports(els, kind="robbery")
    assert INCIDENT == (await report_of(town)).incident_id
    for one in (els, police, marshal):
        one.news()
    return els, police, marshal


async def asks(town: Town, marshal: Person) -> None:
    """Have the city marshal ask the people of the shop in the chat."""
    await marshal.presses(f"care:{INCIDENT}:0")
    await marshal.taps("Vraag het in de chat")
    await town.deliver()


async def begun(town: Town) -> tuple[Person, Person, Person]:
    """Return the three of `robbed`, once the jeweller said yes and the first message was read."""
    els, police, marshal = await robbed(town)
    await asks(town, marshal)
    await els.taps(els.t.plain("care-yes"))
    for one in (els, police, marshal):
        one.news()
    return els, police, marshal


async def tick(town: Town) -> None:
    """Do what is due, as the schedule does, and deliver it."""
    for is_due, do in (
        (has_due_steps, send_due_steps),
        (has_untaken_calls, pass_on_calls),
        (has_case_news, look_after_cases),
    ):
        async with town.storage.reading() as uow:
            due = await is_due(uow, town.clock.now())
        if due:
            async with town.storage.transaction() as uow:
                await do(uow, town.clock.now())
    await town.deliver()


async def days_pass(town: Town, days: float) -> None:
    """Let so many days pass, with the schedule looking at noon and in the evening of each."""
    end = town.clock.now().timestamp() + days * 86_400
    while town.clock.now().timestamp() < end:
        town.clock.pass_by(hours=6)
        await tick(town)


async def case_of(town: Town) -> Case:
    """Return the newest case of the incident."""
    async with town.storage.reading() as uow:
        return (await uow.cases.of_incidents([INCIDENT]))[-1]


async def step_of(town: Town, kind: StepKind) -> CaseStep:
    """Return a step of the newest case."""
    case = await case_of(town)
    async with town.storage.reading() as uow:
        return next(one for one in await uow.cases.steps(case.id) if one.kind is kind)
