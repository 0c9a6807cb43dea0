"""Tests of texts without a second person: only where the municipality agreed, with a reason, and reviewed
afterwards."""

from pathlib import Path

import pytest

from alerts.alert import AlertState
from alerts.ids import AlertId
from alerts.municipality import Municipality
from alerts.role import Role
from alerts.services.approval.review_approval import has_reviews_due, remind_reviewers
from tests.bot.changing import end
from tests.bot.police import alerts_of, card, data, send_alone, to_preview
from tests.bot.town import Person, Town, open_town

CAPELLE = "Capelle aan den IJssel"


async def _sent_alone(town: Town) -> Person:
    police = await town.coordinator(1)
    await to_preview(police)
    await send_alone(police)
    return police


async def _remind(town: Town) -> None:
    async with town.storage.transaction() as uow:
        if await has_reviews_due(uow, town.clock.now()):
            await remind_reviewers(uow, town.clock.now())
    await town.deliver()


async def test_alone_is_refused_where_nobody_agreed_to_it(tmp_path: Path) -> None:
    """Sending alone is refused by default; the preview says what to do, and a press is refused."""
    async with open_town(tmp_path, lets_send_alone=False) as town:
        police = await town.coordinator(1)
        await to_preview(police)
        assert f"in {CAPELLE} (+1) mag de politie niet alleen versturen" in police.last.text
        await police.taps("Vraag akkoord")
        assert f"in {CAPELLE} (+1) mag de politie niet alleen" in town.screens.toasts[-1]
        async with town.storage.transaction() as uow:
            assert AlertState.DRAFT is (await uow.alerts.get(AlertId(1))).state
            for one in (CAPELLE, "Krimpen aan den IJssel"):  # both are within reach
                await uow.municipalities.save(Municipality(one, sole_on_duty=True))
        await police.taps("Vraag akkoord")
        await police.taps("Geen collega in dienst")
        async with town.storage.reading() as uow:
            assert AlertState.LIVE is (await uow.alerts.get(AlertId(1))).state


async def test_alone_is_refused_where_no_municipality_is_known(town: Town) -> None:
    """Sending alone is refused where no municipality is known, as without a table."""
    async with town.storage.transaction() as uow:
        await uow.postcodes.replace_all([])
    police = await town.coordinator(1)
    await to_preview(police)
    assert "weet ik niet welke gemeente" in police.last.text
    await police.taps("Vraag akkoord")
    assert "weet ik niet welke gemeente" in town.screens.toasts[-1]


async def test_what_a_municipality_takes_back_counts_at_once(town: Town) -> None:
    """A municipality's refusal counts at once, also between the question for a reason and its answer."""
    police = await town.coordinator(1)
    await to_preview(police)
    await police.taps("Versturen")
    async with town.storage.transaction() as uow:
        await uow.municipalities.save(Municipality(CAPELLE, sole_on_duty=False))
    await police.taps("Geen collega in dienst")
    async with town.storage.reading() as uow:
        assert AlertState.DRAFT is (await uow.alerts.get(AlertId(1))).state


async def test_a_colleague_agrees_in_one_tap(town: Town) -> None:
    """A colleague agrees in one tap from the list, which shows the text and the reason; the sender is told, and the
    list is empty."""
    police, other = await _sent_alone(town), await town.coordinator(2)
    await other.types("/nakijken")
    for said in ("Alleen verstuurd door", "Geen collega in dienst", "Grondslag: Wpg art. 19", "scooter", "TLP:AMBER"):
        assert said in other.last.text
    assert other.last.message.is_protected
    await other.taps("Akkoord")
    assert "nagekeken: akkoord" in other.last.text
    assert "is akkoord" in police.last.text
    await other.types("/reviews")
    assert "niets na te kijken" in other.last.text


async def test_a_colleague_objects_and_says_why(town: Town) -> None:
    """A colleague objects with a comment that passes the guard; the sender reads it and can correct the text from
    there."""
    police, other = await _sent_alone(town), await town.coordinator(2)
    await other.types("/nakijken")
    await other.taps("Niet akkoord")
    await other.types("Bel 06-12345678")
    assert "telefoonnummer" in other.last.text
    await other.types("Dit kon wachten tot morgen.")
    assert "niet akkoord" in other.last.text
    assert "Intrekken" in [one.label for one in other.last.buttons]
    assert "Dit kon wachten tot morgen." in police.last.text
    async with town.storage.reading() as uow:
        approval = await uow.alerts.latest_approved(AlertId(1))
    assert approval is not None
    assert ("Dit kon wachten tot morgen.", town.clock.now()) == (approval.objection, approval.reviewed_at)


async def test_only_another_police_of_the_place_looks(town: Town) -> None:
    """Only another police officer of the place reviews, once: not the sender, police elsewhere, a city marshal or an
    administrator."""
    police, other = await _sent_alone(town), await town.coordinator(2)
    await other.types("/nakijken")
    agree, disagree, shown = data(other.last, "Akkoord"), data(other.last, "Niet akkoord"), other.last
    elsewhere = await town.coordinator(3, scope="3000-3099")
    marshal = await town.coordinator(4, Role.CITY_MARSHAL)
    administrator = await town.coordinator(5, Role.ADMINISTRATOR, "national")
    said = (
        (police, "niet zelf nakijken"),
        (elsewhere, "niet voor jou"),
        (marshal, "alleen de politie"),
        (administrator, "alleen de politie"),
    )
    for person, sentence in said:
        for pressed in (agree, disagree):
            await person.presses(pressed)
            assert sentence in town.screens.toasts[-1]
    for person in (police, elsewhere):
        await person.types("/nakijken")
        assert "niets na te kijken" in person.last.text
    await administrator.types("/nakijken")
    assert "alleen de politie" in administrator.last.text
    assert [] == alerts_of(administrator)
    await other.presses(agree, shown)
    for pressed in (agree, disagree):
        await other.presses(pressed, shown)
        assert "al nagekeken" in town.screens.toasts[-1]


async def test_an_end_without_other_eyes_is_on_the_list_too(town: Town) -> None:
    """An end without a second person is listed with its text; texts that colleagues approved are not."""
    police, other = await town.coordinator(1), await town.coordinator(2)
    await to_preview(police)
    await police.taps("Vraag akkoord")
    approve, version = data(card(other), "Akkoord"), data(card(other), "Akkoord").rpartition(":")[2]
    await other.presses(approve, card(other))
    await end(police)
    await other.types("/nakijken")
    assert "Beëindigd of ingetrokken door" in other.last.text
    assert "De politie heeft iemand aangehouden" in other.last.text
    await other.presses(f"agree:1:{version}")
    assert "bestaat niet" in town.screens.toasts[-1]


async def test_reminders_come_once_a_day_until_somebody_looked(town: Town) -> None:
    """Reminders come once a day, not at night: to colleagues, or to the sender while there is no colleague."""
    police = await _sent_alone(town)
    await _remind(town)
    assert "geen collega die het kan nakijken" in police.last.text
    other = await town.coordinator(2)
    await _remind(town)
    assert "/nakijken" not in other.last.text
    town.clock.pass_by(hours=13)  # 1 at night, UTC
    await _remind(town)
    assert "/nakijken" not in other.last.text
    town.clock.pass_by(hours=8)
    for _ in range(2):
        await _remind(town)
    assert 1 == sum("/nakijken" in one.text for one in other.bubbles)
    await other.types("/nakijken")
    await other.taps("Akkoord")
    town.clock.pass_by(days=1)
    await _remind(town)
    assert 1 == sum("Kijk het na met" in one.text for one in other.bubbles)


@pytest.mark.parametrize("paused", [False, True])
async def test_who_paused_is_not_on_duty(town: Town, paused: bool) -> None:
    """A colleague who paused is not asked, so the other may send alone; without the pause the colleague is asked."""
    police, other = await town.coordinator(1), await town.coordinator(2)
    if paused:
        await other.types("/mijn")
        await other.taps("Nacht en pauze")
        await other.taps("Pauze van 1 week")
    await to_preview(police)
    labels = [one.label for one in police.last.buttons]
    assert ["Versturen" in labels, "Vraag akkoord" in labels] == [paused, not paused]
