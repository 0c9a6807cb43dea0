"""Tests of drills: told apart at every step, never made real, and their result."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from alerts.delivery import Priority, priority_of
from alerts.drill import PERIOD_DAYS, period_of, reactions_of
from alerts.errors import Rejected
from alerts.ids import AlertId
from alerts.role import Role
from alerts.services.alert.compose_alert import recompose_alert
from alerts.services.alert.remind_drill import PERIOD_FACT, has_drill_reminder_due, remind_drill
from alerts.services.alert.report_progress import report_progress
from alerts.services.template.make_template import make_template
from alerts.severity import Severity
from bot.conversation.message import Keyboard
from tests.bot.handlers.test_delivery_rules import until
from tests.bot.police import alerts_of, jeweller, send_alone
from tests.bot.town import Person, Town

NUMBER = "OEFENING-2026-0001"
WORDS = "Overval bij een juwelier in 2903AB, de dader vluchtte op een scooter"


@pytest.fixture
async def police(town: Town) -> Person:
    """The police of 2903, alone on duty."""
    return await town.coordinator(90, scope="national")


async def holds(police: Person) -> None:
    """Hold a drill of a P1, alone on duty."""
    await police.types("/oefening")
    await police.types(WORDS)
    await police.taps("OEFENING · Versturen")
    await police.taps(police.t.plain("drill-yes"))
    await police.taps("Geen collega in dienst")


async def counted(town: Town) -> None:
    """Update the counting message."""
    async with town.storage.transaction() as uow:
        await report_progress(uow, town.clock.now())
    await town.deliver()


async def reminded(town: Town) -> None:
    """Do the job of the reminder, if it is due."""
    async with town.storage.reading() as uow:
        is_due = await has_drill_reminder_due(uow, town.clock.now())
    if is_due:
        async with town.storage.transaction() as uow:
            await remind_drill(uow, town.clock.now())
    await town.deliver()


@pytest.mark.quick
async def test_a_drill_says_so_at_every_step(town: Town, police: Person) -> None:
    """The question, the preview, the confirmation, the notice with all its buttons, and what the sender sees."""
    els = await jeweller(town, 1, police)
    await until(town, 10)
    await police.types("/oefening")
    assert police.t("drill-form") in police.last.text
    await police.types(WORDS)
    assert police.bubbles[-2].text.startswith("<b>OEFENING, niet echt</b>")
    await police.taps("OEFENING · Versturen")
    assert "Even zeker weten: is er niets gebeurd?" in police.last.text
    assert "1 persoon krijgt" in police.last.text
    assert [police.t.plain("drill-yes")] == [one.label for one in police.last.buttons if "Er is niets" in one.label]
    await police.types("ja")
    assert police.t("text-tap-a-button") in police.last.text
    await police.taps(police.t.plain("drill-yes"))
    await police.taps("Geen collega in dienst")
    assert els.last.text.startswith("<b>OEFENING, niet echt</b>")
    assert NUMBER in els.last.text
    labels = [one.label for one in els.last.buttons]
    await els.taps("OEFENING · Gelezen")
    labels += [one.label for one in els.last.buttons]
    assert "OEFENING · Maatregel genomen" in labels
    assert [] == [one for one in labels if not one.startswith("OEFENING · ")]
    await counted(town)
    counting = next(
        one for one in police.bubbles if police.t.plain("drill-within", minutes=1, count=1, sent=1) in one.text
    )
    assert NUMBER in counting.text
    assert isinstance(counting.keyboard, Keyboard)
    assert [] == [one.label for one in counting.buttons if not one.label.startswith("OEFENING · ")]


async def test_a_drill_of_a_p1_goes_behind_what_is_real_and_wakes_nobody(town: Town, police: Person) -> None:
    """It goes as a P2 would: without a sound at night, and after the pause of whoever has one."""
    els = await jeweller(town, 1, police)
    await until(town, 23)
    await holds(police)
    assert els.last.message.is_silent
    async with town.storage.reading() as uow:
        alert = await uow.alerts.get(AlertId(1))
        [row] = [one for one in await uow.deliveries.counts(alert.id) if not one.is_chat]
    assert (Priority.P4, Severity.P2, 1) == (priority_of(alert.content), alert.content.goes_as, row.count)


async def test_a_drill_is_counted_apart(town: Town, police: Person) -> None:
    """Its number is of a series of its own; it is nothing that somebody had, and no overlap of a real notice."""
    await jeweller(town, 1, police)
    await until(town, 10)
    await holds(police)
    await police.types("/alert")
    await police.types(WORDS)
    await police.taps(police.t.plain("dry-run-more"))
    assert police.t("dry-run-no-overlap") in police.last.text
    await police.taps(police.t.plain("alert-edit-close"))
    await send_alone(police)
    async with town.storage.reading() as uow:
        numbers = [(await uow.alerts.get(AlertId(one))).number for one in (1, 2)]
    assert [NUMBER, "2026-0001"] == numbers


async def test_neither_becomes_the_other(town: Town, police: Person) -> None:
    """Not as a draft, not as a correction, and not by a template."""
    els = await jeweller(town, 1, police)
    await until(town, 10)
    await police.types("/oefening")
    await police.types(WORDS)
    async with town.storage.transaction() as uow:
        draft = await uow.alerts.get(AlertId(1))
        real = replace(draft.content, is_drill=False)
        with pytest.raises(Rejected, match="drill-fixed"):
            await recompose_alert(uow, draft.id, draft.author_id, real, town.clock.now())
        with pytest.raises(Rejected, match="template-p1"):
            await make_template(uow, draft.content, draft.author_id, town.clock.now())
    await police.taps("OEFENING · Versturen")
    await police.taps(police.t.plain("drill-yes"))
    await police.taps("Geen collega in dienst")
    await police.types("/lopend")
    assert "Bewaar als sjabloon" not in {one.label for one in police.last.buttons}
    await police.taps("OEFENING · Aanvullen")
    await police.types("De oefening duurt nog tot vier uur.")
    await police.taps("Versturen")
    await police.taps("Geen collega in dienst")
    [updated] = alerts_of(els)
    assert updated.startswith("<b>OEFENING, niet echt</b>")


async def test_who_was_not_reminded_is_reminded_twice_a_year(town: Town, police: Person) -> None:
    """On a working day of March and September, where there was none; not by a program that is new, and not twice."""
    mayor = await town.coordinator(91, Role.MAYORS_OFFICE, scope="national")
    await until(town, 10)
    await reminded(town)
    due = str(police.t("drill-due"))
    assert due not in {one.text for one in police.bubbles}
    async with town.storage.transaction() as uow:
        await uow.facts.put(PERIOD_FACT, "2025-09")
    for _ in range(2):
        await reminded(town)
    asked = [one.text for one in police.bubbles if one.text == due]
    assert 1 == len(asked)
    assert due not in {one.text for one in mayor.bubbles}


async def test_where_there_was_a_drill_nobody_is_reminded(town: Town, police: Person) -> None:
    """A drill in the place is enough, whoever held it."""
    await jeweller(town, 1, police)
    await until(town, 10)
    await holds(police)
    async with town.storage.transaction() as uow:
        await uow.facts.put(PERIOD_FACT, "2025-09")
    await reminded(town)
    assert str(police.t("drill-due")) not in {one.text for one in police.bubbles}


def test_reactions() -> None:
    """How many read it within each number of minutes, and the time of half of them."""
    told = reactions_of([20, 60, 61, 4_000], 9)
    assert (9, ((1, 2), (5, 3), (15, 3), (60, 3)), 60) == (told.sent, told.within, told.half_s)
    assert reactions_of([], 9).half_s is None


@pytest.mark.parametrize(
    ("day", "period"), [("2026-02-28", "2025-09"), ("2026-03-01", "2026-03"), ("2026-09-01", "2026-09")]
)
def test_a_half_year_for_drills(day: str, period: str) -> None:
    """It begins in March or in September; a drill in it spares the next reminder."""
    at = datetime.fromisoformat(day).replace(tzinfo=UTC)
    assert period == period_of(at.date())
    assert period_of(at.date()) != period_of((at + timedelta(days=PERIOD_DAYS + 1)).date())
