"""Tests of /rooster: a roster begun, shifts added, swapped, handed over and cancelled, and what a week lacks."""

from datetime import date

import pytest

from alerts.duty_roster import ONCE
from alerts.ids import RosterId
from alerts.role import Role
from tests.bot.duty import member_of, on_shift, roster_of
from tests.bot.reporting import jeweller, labels
from tests.bot.town import Person, Town

TODAY = date(2026, 11, 24)  # a Tuesday


async def _adds(person: Person, times: str, who: str, *, deputy: str | None = None, rhythm: str = "Elke week") -> None:
    """Add a shift that begins today."""
    await person.taps("Dienst toevoegen")
    await person.taps("di 24 november")
    await person.types(times)
    await person.taps(who)
    await person.taps(deputy or "Niemand")
    await person.taps(rhythm)


async def _number(person: Person) -> str:
    return f"(nr. {await member_of(person)})"


async def test_a_roster_is_begun_and_filled_with_few_taps(town: Town) -> None:
    """The first coordinator begins the roster of their scope; a shift takes five answers, and the week says where
    nobody is on duty."""
    anna, bert = await town.coordinator(90), await town.coordinator(91)
    await anna.types("/rooster")
    assert "nog geen rooster" in anna.last.text
    await anna.taps("Begin een rooster voor")
    assert "In deze week staat nog geen dienst" in anna.last.text
    await _adds(anna, "8:00-16:00", "jij", deputy=await _number(bert))
    assert "08:00–16:00 jij, daarna overvalcoördinator" in anna.last.text
    assert "Niemand heeft dienst: di 24 november 16:00 tot ma 30 november 00:00" in anna.last.text
    assert "dan krijgt iedereen van dit gebied de meldingen" in anna.last.text
    await anna.types("/rooster")
    assert "08:00–16:00 jij" in anna.last.text, "their only roster is shown at once"


async def test_a_colleague_reads_who_is_on_duty_by_function_and_number(town: Town) -> None:
    """The roster has no names: others see a function and a number."""
    anna, bert = await town.coordinator(90), await town.coordinator(91)
    await on_shift(town, await roster_of(town), anna)
    await bert.types("/rooster")
    assert f"overvalcoördinator van de politie {await _number(anna)}" in bert.last.text
    assert "Iemand" not in bert.last.text


async def test_who_gets_a_shift_from_a_colleague_is_told(town: Town) -> None:
    """Whoever is put on the roster by somebody else is told when, and how often."""
    anna, bert = await town.coordinator(90), await town.coordinator(91)
    await roster_of(town)
    bert.news()
    await anna.types("/rooster")
    await _adds(anna, "22:00-6:00", await _number(bert), rhythm="Om de twee weken")
    told = bert.news()
    assert "Je hebt dienst:</b> di 24 november 22:00 tot wo 25 november 06:00" in told
    assert "en daarna om de twee weken" in told
    await anna.types("/rooster")
    await _adds(anna, "9:00-10:00", "jij")
    assert "" == bert.news()


async def test_double_shifts_are_said(town: Town) -> None:
    """Where two shifts run at once the week says so, and keeps both."""
    anna, bert = await town.coordinator(90), await town.coordinator(91)
    roster = await roster_of(town)
    await on_shift(town, roster, anna)
    await on_shift(town, roster, bert)
    await anna.types("/rooster")
    assert "Twee diensten tegelijk: di 24 november 13:00–16:00" in anna.last.text, "from now on"


async def test_a_shift_is_handed_over_for_one_day(town: Town) -> None:
    """Somebody else has the shift that day, both are told, and a week later all is as usual; it can be undone."""
    anna, bert = await town.coordinator(90), await town.coordinator(91)
    await on_shift(town, await roster_of(town), anna)
    bert.news()
    await anna.types("/rooster")
    await anna.taps("Ruilen")
    await anna.taps("di 24 november")
    await anna.taps("Iemand anders heeft hem dan")
    await anna.taps(await _number(bert))
    assert f"{await _number(bert)} (gewijzigd)" in anna.last.text
    assert "Je hebt dienst:</b> di 24 november 08:00–16:00" in bert.news()
    await anna.taps("Week later")
    assert "08:00–16:00 jij" in anna.last.text
    await anna.types("/rooster")
    await anna.taps("Ruilen")
    await anna.taps("di 24 november")
    await anna.taps("Toch zoals gewoonlijk")
    assert "08:00–16:00 jij" in anna.last.text
    assert "Je hebt geen dienst meer:</b> di 24 november" in bert.news()


async def test_two_shifts_are_exchanged(town: Town) -> None:
    """Two people exchange their shifts, each on its day."""
    anna, bert = await town.coordinator(90), await town.coordinator(91)
    roster = await roster_of(town)
    mine = await on_shift(town, roster, anna)
    theirs = await on_shift(town, roster, bert, begins=mine.ends, ends=mine.begins)
    await anna.types("/rooster")
    await anna.taps("Ruilen")
    await anna.taps("di 24 november")
    await anna.taps("di 24 november 08:00–16:00")
    await anna.taps("Ruilen met een andere dienst")
    await anna.taps("16:00 tot")
    async with town.storage.reading() as uow:
        changes = await uow.rosters.changes([mine.id, theirs.id], TODAY, TODAY)
    assert {(mine.id, await member_of(bert)), (theirs.id, await member_of(anna))} == {
        (one.shift_id, one.member_id) for one in changes
    }


async def test_a_cancelled_shift_is_a_gap(town: Town) -> None:
    """A shift that is cancelled on a day is shown as such, and nobody is on duty then."""
    anna = await town.coordinator(90)
    await on_shift(town, await roster_of(town), anna)
    await anna.types("/rooster")
    await anna.taps("Ruilen")
    await anna.taps("di 24 november")
    await anna.taps("Vervalt op deze dag")
    assert "08:00–16:00 vervalt" in anna.last.text
    assert "Niemand heeft dienst: di 24 november 13:00" in anna.last.text


async def test_a_shift_ends_from_a_day_on(town: Town) -> None:
    """A shift that ends leaves the weeks before it as they were."""
    anna = await town.coordinator(90)
    shift = await on_shift(town, await roster_of(town), anna)
    await anna.types("/rooster")
    await anna.taps("Ruilen")
    await anna.taps("di 24 november")
    await anna.taps("Stopt, vanaf deze dag")
    assert "08:00–16:00" not in anna.last.text
    await anna.taps("Week eerder")
    assert "08:00–16:00 jij" in anna.last.text
    async with town.storage.reading() as uow:
        assert (await uow.rosters.shift(shift.id)).last_on == date(2026, 11, 23)


async def test_who_changed_it_meanwhile_is_not_overruled(town: Town) -> None:
    """A hand-over of a shift that a colleague gave away meanwhile is refused."""
    anna, bert = await town.coordinator(90), await town.coordinator(91)
    await on_shift(town, await roster_of(town), anna)
    for person in (anna, bert):
        await person.types("/rooster")
        await person.taps("Ruilen")
        await person.taps("di 24 november")
    await bert.taps("Vervalt op deze dag")
    await anna.taps("Iemand anders heeft hem dan")
    await anna.taps(await _number(bert))
    assert "vervalt" not in anna.last.text
    async with town.storage.reading() as uow:
        (change,) = await uow.rosters.changes(
            [(await uow.rosters.shifts([RosterId(1)], TODAY, TODAY))[0].id], TODAY, TODAY
        )
    assert change.member_id is None


@pytest.mark.parametrize("typed", ["gisteren", "31-2", "40-12"])
async def test_what_is_no_day_is_asked_again(town: Town, typed: str) -> None:
    """A day that there is not is refused with an example, and the form goes on."""
    anna = await town.coordinator(90)
    await roster_of(town)
    await anna.types("/rooster")
    await anna.taps("Dienst toevoegen")
    await anna.types(typed)
    assert "Typ bijvoorbeeld 24-12" in anna.last.text
    await anna.taps("wo 25 november")
    await anna.types("25:00-26:00")
    assert "Typ bijvoorbeeld 9:00-17:30" in anna.last.text
    await anna.taps("De hele dag")
    assert "Wie heeft dan dienst?" in anna.last.text
    await anna.types("4711")
    assert "kan niet op dit rooster" in anna.last.text


async def test_the_roster_of_others_is_not_there(town: Town) -> None:
    """Who does not deal with all of the area's reports cannot see, begin or change its roster; a shop has none at
    all."""
    anna, other = await town.coordinator(90), await town.coordinator(91, Role.POLICE, "2900-2950")
    roster = await roster_of(town)
    await on_shift(town, roster, anna)
    shop = await jeweller(town, 1)
    for verb in (f"roster:{roster.id}.2026-11-23:0", f"roster-add:{roster.id}.2026-11-23:0"):
        await other.presses(verb)
        assert "08:00" not in other.last.text
    await other.presses("roster-begin:2900-2999:0")
    await shop.types("/rooster")
    assert "rooster" not in labels(shop)
    async with town.storage.reading() as uow:
        assert [roster] == await uow.rosters.all()


async def test_a_marshal_of_the_whole_area_keeps_it_with_the_police(town: Town) -> None:
    """Whoever deals with all of its reports keeps a roster, whatever their role."""
    marshal = await town.coordinator(90, Role.CITY_MARSHAL)
    await roster_of(town)
    await marshal.types("/rooster")
    await _adds(marshal, "8:00-16:00", "jij", rhythm="Alleen die dag")
    async with town.storage.reading() as uow:
        (shift,) = await uow.rosters.shifts([RosterId(1)], TODAY, TODAY)
    assert ONCE == shift.every


async def test_the_link_for_a_calendar_is_new_each_time_and_can_be_revoked(town: Town) -> None:
    """Where there is a console, one's shifts can be had as a calendar; a new link ends the earlier one."""
    anna = await town.coordinator(90)
    await on_shift(town, await roster_of(town), anna)
    await anna.types("/rooster")
    assert not any("agenda" in label for label in labels(anna))
    async with town.storage.transaction() as uow:
        await uow.facts.put("console_url", "https://console.example")
    await anna.types("/rooster")
    await anna.taps("Mijn diensten in mijn agenda")
    first = anna.last.text
    assert "https://console.example/roster/feed/" in first
    assert anna.last.is_protected
    await anna.types("/rooster")
    await anna.taps("Mijn diensten in mijn agenda")
    assert first != anna.last.text
    await anna.taps("Trek de link in")
    async with town.storage.reading() as uow:
        assert await uow.rosters.feed_since(await member_of(anna)) is None
