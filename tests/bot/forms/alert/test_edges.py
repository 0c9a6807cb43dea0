"""Tests of the police's form in unusual cases: two screens at once, colleagues who do not answer, unexpected input."""

from dataclasses import replace

import pytest

from alerts.alert import AlertState
from alerts.ids import MemberId
from alerts.role import Role
from alerts.services.alert.end_alert import end_due_alerts
from bot.conversation.menu import main_keyboard
from tests.bot.police import alerts_of, change, jeweller, send_alone, to_place, to_preview, to_what
from tests.bot.town import Person, Town


async def test_a_draft_thrown_away_while_it_is_open_locks_nobody_out(town: Town) -> None:
    """Dropping a draft while its form is open ends the form, and a new notice can begin."""
    police = await town.coordinator(1)
    await to_preview(police)
    await police.taps("Opslaan als concept")
    await police.types("/concepten")
    await police.taps("Verder")
    await police.types("/concepten")
    await police.taps("Weggooien")
    await police.types("/alert")
    assert "Wat is er gebeurd" in police.last.text


async def test_leaving_a_new_notice_drops_it(town: Town) -> None:
    """Leaving a new notice removes it, and its number is not used again."""
    police = await town.coordinator(1)
    await to_preview(police)
    await police.taps("Stoppen")
    await police.types("/concepten")
    assert "geen concepten" in police.last.text
    await to_preview(police)
    assert "2026-0002" in alerts_of(police)[-1]


async def test_the_list_of_changes_has_a_way_back_to_the_preview(town: Town) -> None:
    """The list of changes has a button back to the preview."""
    police = await town.coordinator(1)
    await jeweller(town, 2, police)
    await to_preview(police)
    await police.taps("Ernst, TLP en duur")
    await police.taps("Voorbeeld")
    await send_alone(police)
    async with town.storage.reading() as uow:
        assert 1 == len(await uow.alerts.live_by_place(town.clock.now()))


async def test_label_and_end_can_be_skipped_for_the_usual_ones(town: Town) -> None:
    """Skipping label and end gives the usual ones: AMBER and 72 hours for a P2."""
    police = await town.coordinator(1)
    await to_place(police)
    await police.types("2903")
    await police.taps("5 km")
    await police.taps("Juwelier")
    await police.taps("Verder met")
    await police.taps("P2 ·")
    await police.taps("Zo laten")
    await police.taps("Zo laten")
    assert "TLP:AMBER" in alerts_of(police)[-1]
    assert "27 november om 13:00" in alerts_of(police)[-1]


async def test_a_colleague_who_blocked_the_bot_does_not_hold_a_notice_up(town: Town) -> None:
    """When the only colleague blocked the bot, the author is alone on duty."""
    author = await town.coordinator(1)
    colleague = await town.coordinator(2)
    async with town.storage.transaction() as uow:
        await uow.members.set_active("telegram", str(colleague.id), active=False, now=town.clock.now())
    await to_preview(author)
    await send_alone(author)
    async with town.storage.reading() as uow:
        assert 1 == len(await uow.alerts.live_by_place(town.clock.now()))


async def test_a_request_for_approval_can_be_withdrawn(town: Town) -> None:
    """A withdrawn request is a draft again, and the colleague's button is void."""
    author = await town.coordinator(1)
    colleague = await town.coordinator(2)
    await to_preview(author)
    await author.taps("Vraag akkoord")
    await author.types("/concepten")
    withdraw = next(one.data for one in author.last.buttons if "Intrekken" in one.label)
    await colleague.presses(withdraw or "")
    async with town.storage.reading() as uow:
        assert 1 == len(await uow.alerts.pending())
    approve = next(one.data for one in colleague.last.buttons if "Akkoord" in one.label)
    await author.taps("Intrekken")
    assert "ingetrokken" in colleague.last.text
    assert [] == colleague.last.buttons
    await colleague.presses(approve or "", colleague.last)
    assert "ingetrokken" in town.screens.toasts[-1]
    await author.taps("Verder")
    assert "Vraag akkoord" in [one.label for one in author.last.buttons]


async def test_what_was_not_approved_in_time_is_a_draft_again(town: Town) -> None:
    """A request that was not approved before the alert's end is a draft again; the author is told, and the approver
    cannot send it."""
    author = await town.coordinator(1)
    colleague = await town.coordinator(2)
    await to_preview(author)
    await author.taps("Vraag akkoord")
    town.clock.pass_by(days=3, minutes=1)
    await colleague.taps("Akkoord")
    assert "eindtijd" in town.screens.toasts[-1]
    async with town.storage.transaction() as uow:
        await end_due_alerts(uow, town.clock.now())
    await town.deliver()
    assert "ging voorbij zonder akkoord" in author.last.text
    async with town.storage.reading() as uow:
        assert [] == await uow.alerts.pending()
        assert AlertState.DRAFT is (await uow.alerts.drafts_of(await _member(town, author)))[0].state


async def _member(town: Town, person: Person) -> MemberId:
    async with town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
    assert member is not None
    return member.id


async def test_author_and_approver_see_the_same_number_of_recipients(town: Town) -> None:
    """Author and approver see the same number of recipients, with coordinators."""
    author = await town.coordinator(1)
    colleague = await town.coordinator(2)
    await town.coordinator(3, Role.CITY_MARSHAL)
    await to_preview(author, tlp="RED ·", named="Stadsmarinier")
    assert "<b>2 ontvangers</b>" in author.last.text
    await author.taps("Vraag akkoord")
    assert "naar 2 ontvangers" in colleague.last.text


@pytest.mark.parametrize(("postcode", "said"), [("2900", "postbus"), ("2999 AB", "niet in onze lijst"), ("0903", "0")])
async def test_a_place_that_is_in_no_table_is_asked_again(town: Town, postcode: str, said: str) -> None:
    """A place in no table is asked again, because a reach needs a point."""
    police = await town.coordinator(1)
    await to_place(police)
    await police.types(postcode)
    assert said in police.last.text
    await police.types("2903")
    assert "Tot hoe ver" in police.last.text


@pytest.mark.parametrize("typed", ["0", "101", "001009", "0010" + "9" * 20, "²", "-5", "3,5", "ver"])
async def test_a_reach_beyond_the_bounds_is_asked_again(town: Town, typed: str) -> None:
    """A reach is a whole number of kilometres from 1 to 100; other answers are asked again."""
    police = await town.coordinator(1)
    await to_place(police)
    await police.types("2903")
    await police.types(typed)
    assert "1 tot 100" in police.last.text
    await police.types("12 km")
    assert "Voor welke branches" in police.last.text


@pytest.mark.parametrize(
    "data",
    [
        "draft:k²:0",
        "draft:a" + "9" * 40 + ":0",
        "undraft:a²:0",
        "undraft::0",
        "restart:alert.k²:1",
        "approve:²:1",
        "withdraw:" + "9" * 30 + ":1",
        "seen:²:1",
        "more:²:0",
        "pick:hours.²:1",
    ],
)
async def test_altered_button_data_is_answered_and_has_no_effect(town: Town, data: str) -> None:
    """Altered button data is answered without an effect, for a coordinator and a shopkeeper, and no update is set
    aside."""
    police = await town.coordinator(1)
    shop = await jeweller(town, 2, police)
    await to_preview(police)
    for person in (police, shop):
        await person.presses(data, person.last)
        assert "mis" not in person.last.text.split()
    async with town.storage.reading() as uow:
        assert [] == await uow.alerts.pending()


async def test_what_may_be_shared_says_so(town: Town) -> None:
    """A CLEAR notice says that it may be shared, and an AMBER one does not."""
    police = await town.coordinator(1)
    await to_preview(police, tlp="CLEAR ·", severity="P4 ·")
    assert "mag je delen" in alerts_of(police)[-1]
    await change(police, "TLP")
    await police.taps("AMBER ·")
    assert "Niet doorsturen" in alerts_of(police)[-1]


async def test_who_stopped_is_told_why_nothing_is_shown(town: Town) -> None:
    """A member who stopped reads that as the reason for an empty list."""
    police = await town.coordinator(1)
    shop = await jeweller(town, 2, police)
    await to_preview(police)
    await send_alone(police)
    await shop.types("/stop")
    await shop.types("/actueel")
    assert "gestopt" in shop.last.text


async def test_more_than_ten_live_alerts_come_in_portions(town: Town) -> None:
    """More than ten live alerts come in portions, also for a shop that joined later, without a button that would not
    count."""
    police = await town.coordinator(1)
    for _ in range(11):
        await to_preview(police)
        await send_alone(police)
    shop = await jeweller(town, 2, police)
    shop.news()
    await shop.types("/actueel")
    assert 10 == shop.news().count("Gebeurt het nu?")
    await shop.taps("Laat meer zien")
    assert 1 == shop.news().count("Gebeurt het nu?")
    assert not any("Gelezen" in button.label for bubble in shop.bubbles for button in bubble.buttons)


async def test_keeping_a_draft_at_the_place_takes_the_location_button_away(town: Town) -> None:
    """Keeping a draft at the question of the place removes the location button."""
    police = await town.coordinator(1)
    await to_place(police)
    await police.taps("Opslaan als concept")
    assert police.last.keyboard == main_keyboard(police.t)


@pytest.mark.parametrize("text", ["\u200b", "\u200b\u2060 \u00a0"])
async def test_a_text_in_which_nothing_is_drawn_is_empty(town: Town, text: str) -> None:
    """A text without visible characters is refused as empty."""
    police = await town.coordinator(1)
    await to_what(police)
    await police.types(text)
    assert "Er staat niets" in police.last.text


async def test_more_goes_on_behind_what_was_shown_when_alerts_end_meanwhile(town: Town) -> None:
    """When alerts end meanwhile, *Meer* continues after the last one shown, skips none, and says when there are no
    more."""
    police = await town.coordinator(1)
    shop = await jeweller(town, 2, police)
    for _ in range(12):
        await to_preview(police)
        await send_alone(police)
    shop.news()
    await shop.types("/actueel")
    async with town.storage.transaction() as uow:
        newest, second, *_ = await uow.alerts.live_by_place(town.clock.now())
        for alert in (newest, second):
            await uow.alerts.save(replace(alert, state=AlertState.ENDED, ended_at=town.clock.now()))
    first_ten = shop.news()
    await shop.taps("Laat meer zien")
    rest = shop.news()
    assert 12 == len({number for number in range(1, 13) if f"2026-{number:04d}" in first_ten + rest})
    await shop.presses("more:1:0", shop.last)
    assert "Dat was alles" in shop.last.text
