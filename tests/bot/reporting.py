"""Actions of people with reports, step by step, for their tests."""

from datetime import timedelta

from alerts.ids import ReportId
from alerts.ports import Dialogue, DialogueKey
from alerts.report import Report
from tests.bot.town import Person, Town


async def jeweller(town: Town, number: int, agent: Person | None = None) -> Person:
    """Return a jeweller in 2903, verified if there is a police officer to do so."""
    els = town.person(number)
    await els.subscribes("2903AB", "jeweller", f"De Parel {number}", str(number))
    if agent is not None:
        await agent.taps(agent.t.plain("signup-verify"))
    els.news()
    return els


async def to_kind(person: Person) -> None:
    """Go to the question what it is about."""
    await person.types(f"/{'melding' if person.language == 'nl' else 'report'}")
    await person.taps(person.t.plain("report-safety-safe"))


async def to_signals(person: Person) -> None:
    """Go to the question what stood out."""
    await to_kind(person)
    await person.taps(person.t.plain("report-kind-reconnaissance"))


async def reports(person: Person, *, kind: str = "reconnaissance") -> None:
    """Make a short report of this kind, at the person's own shop."""
    await to_kind(person)
    await person.taps(person.t.plain(f"report-kind-{kind}"))
    if not kind.startswith("robbery"):
        await person.taps(person.t.plain("signal-photos"))
    await person.taps(person.t.plain("report-send"))


async def many_reports(town: Town) -> int:
    """Insert this number of reports since yesterday; beyond five at once they have no card each."""
    now = town.clock.now()
    async with town.storage.reading() as uow:
        return await uow.reports.count(now - timedelta(days=1), now)


async def report_of(town: Town, number: int = 1) -> Report:
    """Return the report as it is stored."""
    async with town.storage.reading() as uow:
        return await uow.reports.get(ReportId(number))


async def under_way(person: Person) -> Dialogue | None:
    """Return the form that a person is in."""
    async with person.town.storage.reading() as uow:
        return await uow.dialogues.get(DialogueKey(str(person.id), str(person.id)))


def labels(person: Person) -> list[str]:
    """Return the labels of the buttons under the last message."""
    return [one.label for one in person.last.buttons]


def cards(person: Person) -> list[str]:
    """Return the cards of reports on a person's screen."""
    return [one.text for one in person.bubbles if "Gemeld:" in one.text]
