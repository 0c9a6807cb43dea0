"""A person who goes through every form and writes the same text wherever typing is possible."""

from dataclasses import dataclass, field

from alerts.ports import Dialogue
from tests.bot.reporting import under_way
from tests.bot.town import Person

MOST_STEPS = 40
ANSWERS = ("2903AB", "12", "13:05")  # for questions that accept only a postcode, a number or a time


@dataclass
class Walker:
    """A walk through forms: `written` is tried at every question; `accepted` has the (form, step) where it was
    taken."""

    person: Person
    written: str
    base: str = "/melding"  # the form from which any other is opened
    accepted: set[tuple[str, str]] = field(default_factory=set)
    walked: set[str] = field(default_factory=set)

    async def open(self, form: str, argument: str = "") -> None:
        """Open a form from one that everybody may open, as an altered client can."""
        self.person.town.clock.pass_by(hours=2)  # no limit applies after this time
        if await under_way(self.person) is None:
            await self.person.types(self.base)
            if self.base != "/melding":
                await self.person.taps("uitnodigen")
        begun = await under_way(self.person)
        assert begun is not None, "a form is begun there"
        wanted = f"{form}.{argument}" if argument else form
        await self.person.presses(f"restart:{wanted}:{begun.version}", self.person.last)

    async def walk(self, form: str | None = None, argument: str = "") -> None:
        """Go to the end of this form, or of the one under way."""
        if form is not None:
            await self.open(form, argument)
        for _ in range(MOST_STEPS):
            dialogue = await under_way(self.person)
            if dialogue is None:
                return
            self.walked.add(dialogue.form)
            if not await self._goes_on(dialogue):
                await self.person.presses(f"cancel::{dialogue.version}", self.person.last)
                return

    async def _goes_on(self, before: Dialogue) -> bool:
        await self.person.types(self.written)
        if await self._has_moved(before):
            self.accepted.add((before.form, before.step))
            return True
        picks = [one for one in await self._picks() if one != "pick:send"]
        for answer in ANSWERS:
            if not picks:
                await self.person.types(answer)
                if await self._has_moved(before):
                    return True
                picks = await self._picks()
        for verb in [*picks[:1], *picks[-1:], *picks[1:-1], *picks[-1:], "skip:"]:
            now = await under_way(self.person)
            assert now is not None, "it did not move"
            await self.person.presses(f"{verb}:{now.version}", self.person.last)
            if await self._has_moved(before):
                return True
        return False

    async def _picks(self) -> list[str]:
        now = await under_way(self.person)
        assert now is not None, "it did not move"
        data = [one.data for bubble in self.person.bubbles[-4:] for one in bubble.buttons if one.data]
        return [one.rpartition(":")[0] for one in data if one.startswith("pick:") and one.endswith(f":{now.version}")]

    async def _has_moved(self, before: Dialogue) -> bool:
        after = await under_way(self.person)
        return after is None or (after.form, after.step) != (before.form, before.step)
