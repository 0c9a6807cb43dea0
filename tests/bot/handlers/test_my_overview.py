"""Tests of /mijn: every setting is chosen with buttons, stored, and refused to others."""

from datetime import UTC, datetime, timedelta

import pytest

from alerts.branch import Branch
from alerts.member import Language, Member
from alerts.ports import DialogueKey
from alerts.premises import Following, NewPremises
from alerts.services.shop.subscribe import MOST_PREMISES, subscribe
from alerts.severity import Severity
from alerts.typed_text import utf16_length
from bot.conversation.menu import main_keyboard
from bot.render.settings import pause_until
from tests.bot.town import ZONE, Person, Town


async def member_of(person: Person) -> Member:
    """Return the stored member."""
    async with person.town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
    assert member is not None
    return member


async def following_of(person: Person) -> Following:
    """Return the person's only shop with its settings."""
    async with person.town.storage.reading() as uow:
        [following] = await uow.premises.followings((await member_of(person)).id)
    return following


@pytest.fixture
async def els(town: Town) -> Person:
    """A jeweller with /mijn open."""
    els = town.person(1)
    await els.subscribes("2903AB", "jeweller", "De Parel", "7")
    await els.types("/mijn")
    return els


async def test_the_overview_says_it_in_words(els: Person) -> None:
    """The overview shows the settings in words."""
    assert "De Parel" in els.last.text
    assert "2903 AB 7, Juwelier" in els.last.text
    assert els.t("shop-waiting") in els.last.text
    assert els.t("settings-no-pause") in els.last.text


async def test_somebody_with_many_shops_still_gets_one_message(els: Person) -> None:
    """A member with many shops gets one message, within Telegram's 4096 UTF-16 units."""
    member = await member_of(els)
    new = NewPremises(Branch.CASINO_ARCADE, "2904", "2904AB", None, None, "Zaak " * 11 + "Zaak", "12345 ABC")
    async with els.town.storage.transaction() as uow:
        for day in range(MOST_PREMISES - 1):
            await subscribe(uow, member, new, els.town.clock.now() + timedelta(days=day))
    await els.types("/mijn")
    assert els.t("shop-unverified-short") in els.last.text
    assert utf16_length(els.last.text) < 4096


async def test_one_shop_too_many_is_refused_before_anything_is_asked(els: Person) -> None:
    """A member at the limit of shops is refused before the first question."""
    member = await member_of(els)
    new = NewPremises(Branch.BAKERY, "2904", "2904AB", None, None)
    async with els.town.storage.transaction() as uow:
        for day in range(MOST_PREMISES - 1):
            await subscribe(uow, member, new, els.town.clock.now() + timedelta(days=day))
    await els.taps(els.t.plain("mine-add-shop"))
    assert els.town.screens.toasts[-1] == els.t.plain("limit-premises", most="20")
    async with els.town.storage.reading() as uow:
        assert await uow.dialogues.get(DialogueKey(str(els.id), str(els.id))) is None


async def test_a_coordinator_sees_the_role_too(town: Town) -> None:
    """A coordinator's overview shows the role."""
    agent = await town.coordinator(90)
    await agent.types("/mijn")
    assert agent.t.plain("role-police") in agent.last.text
    assert agent.t("mine-no-shops") in agent.last.text


async def test_a_stranger_has_nothing_to_see(town: Town) -> None:
    """A stranger has no overview."""
    piet = town.person(7)
    for command in ("/mijn", "/stop", "/mine"):
        await piet.types(command)
        assert piet.last.text == piet.t("not-allowed-start-first")


async def test_farther_than_the_sender_chose(els: Person) -> None:
    """A member can set a wider radius than the sender's reach."""
    await els.taps("Wijzig De Parel")
    await els.taps(els.t.plain("shop-wider"))
    await els.taps("Tot 5 km")
    assert (await following_of(els)).wider_m == 5_000
    assert els.t.plain("choice-on", choice="Tot 5 km") in [one.label for one in els.last.buttons]
    await els.taps(els.t.plain("wider-none"))
    assert (await following_of(els)).wider_m is None


async def test_extra_branches_go_on_and_off(els: Person) -> None:
    """A member can add and remove branches."""
    await els.taps("Wijzig De Parel")
    await els.taps(els.t.plain("shop-branches"))
    await els.taps("Opticien")
    await els.taps("Telecomwinkel")
    assert (await following_of(els)).extra_branches == {"optician", "telecom"}
    assert els.t("mine-branches", branches="Opticien, Telecomwinkel") in els.last.text
    await els.taps("Opticien")
    assert (await following_of(els)).extra_branches == {"telecom"}


async def test_extra_areas_come_and_go(els: Person) -> None:
    """A member can add and remove areas to follow."""
    await els.taps(els.t.plain("mine-areas-menu"))
    await els.taps(els.t.plain("areas-add"))
    await els.types("3099")
    assert els.last.text.startswith(els.t("postcode-unknown", code="3099"))
    await els.types("3011")
    await els.taps("Tot 3 km")
    async with els.town.storage.reading() as uow:
        [followed] = await uow.members.followed_areas((await member_of(els)).id)
    assert (followed.words, followed.area.radius_m) == ("3011 Rotterdam", 3_000)
    assert "3011 Rotterdam" in els.last.text
    await els.taps(els.t.plain("areas-drop", area="3011 Rotterdam"))
    assert els.t("areas-none") in els.last.text


async def test_there_is_a_limit_to_areas(els: Person) -> None:
    """The number of followed areas is limited."""
    for _ in range(6):
        await els.types("/mijn")
        await els.taps(els.t.plain("mine-areas-menu"))
        await els.taps(els.t.plain("areas-add"))
        await els.types("3011")
        await els.taps("Tot 3 km")
    assert els.t("limit-areas", most="5") in (els.last.text, els.town.screens.toasts[-1])


async def test_night_mute_and_pause(els: Person) -> None:
    """A member can set the night, muted severities and a pause."""
    await els.taps(els.t.plain("mine-settings"))
    await els.taps(els.t.plain("settings-night-quiet"))
    await els.taps(els.t.plain("settings-moments"))
    await els.taps(els.t.plain("settings-mute", severity="P3"))
    await els.taps(els.t.plain("nav-back"))
    await els.taps(els.t.plain("pause-week"))
    member = await member_of(els)
    assert member.p1_at_night is False
    assert member.muted == {Severity.P3}
    assert member.paused_until == datetime(2026, 12, 1, 6, 0, tzinfo=UTC)
    await els.taps(els.t.plain("pause-none"))
    assert (await member_of(els)).paused_until is None


async def test_p1_and_p2_cannot_be_muted(els: Person) -> None:
    """A P1 and a P2 cannot be muted."""
    for severity in ("P1", "P2", "P9"):
        await els.presses(f"mute:{severity}:0")
        assert els.town.screens.toasts[-1] == els.t.plain("not-found")
    assert (await member_of(els)).muted == frozenset()


async def test_another_language_holds_for_screens_and_menu(els: Person) -> None:
    """Another language applies to the screens and the menu."""
    await els.taps(els.t.plain("mine-language"))
    await els.taps("English")
    assert (await member_of(els)).language is Language.ENGLISH
    assert "What you follow" in els.last.text
    assert "mine" in els.menu


async def test_stop_and_start_again_lose_nothing(els: Person) -> None:
    """After /stop and /start all settings are still there."""
    before = await following_of(els)
    await els.types("/stop")
    assert (await member_of(els)).stopped_at is not None
    await els.types("/start")
    assert (await member_of(els)).stopped_at is None
    assert await following_of(els) == before
    assert "De Parel" in els.last.text


async def test_leaving_is_asked_and_closes_an_empty_shop(els: Person) -> None:
    """Leaving asks first, and closes a shop without other people."""
    premises = (await following_of(els)).premises
    await els.taps("Wijzig De Parel")
    await els.taps(els.t.plain("shop-leave"))
    assert els.t("leave-last", name="De Parel") in els.last.text
    await els.taps(els.t.plain("leave-close"))
    assert els.t("mine-no-shops") in els.last.text
    async with els.town.storage.reading() as uow:
        assert (await uow.premises.get(premises.id)).closed_at is not None


async def test_leaving_ends_the_questions_about_that_shop(els: Person) -> None:
    """Leaving a shop ends open questions about it."""
    await els.taps("Wijzig De Parel")
    await els.taps(els.t.plain("shop-details"))
    premises = (await following_of(els)).premises
    await els.presses(f"left-last:{premises.id}:{premises.version}", els.bubbles[0])
    assert els.last.keyboard == main_keyboard(els.t)
    assert els.last.text == els.t("leave-done")
    await els.types("De Robijn")
    assert els.last.text.startswith(els.t("typed-first"))


async def test_others_cannot_touch_it(els: Person) -> None:
    """Another person cannot change a member's settings."""
    jan = els.town.person(2)
    await jan.subscribes("2904AB", "bakery")
    shop = (await following_of(els)).premises
    for data in (
        "shop:{}",
        "wider:{}",
        "wide:{}.5000",
        "branches:{}",
        "branch:{}.bakery",
        "details:{}",
        "move:{}",
        "leave:{}",
        "left:{}",
        "left-to:{}.1",
        "left-last:{}",
        "colleague:{}",
        "people:{}",
        "remove:{}.1",
        "removed:{}.1",
    ):
        await jan.presses(f"{data.format(shop.id)}:{shop.version}")
        assert jan.town.screens.toasts[-1] == jan.t.plain("not-found")


async def test_a_button_of_an_earlier_state_is_refused(els: Person) -> None:
    """A button of an earlier version of the settings is refused."""
    shop = (await following_of(els)).premises
    for data in (f"wide:{shop.id}.5000", f"move:{shop.id}", f"left:{shop.id}"):
        await els.presses(f"{data}:{shop.version + 1}")
        assert els.town.screens.toasts[-1] == els.t.plain("too-late-premises")


async def test_altered_choices_are_refused(els: Person) -> None:
    """Choices that an altered client makes up are refused."""
    shop = (await following_of(els)).premises
    for data in (
        f"wide:{shop.id}.4000:{shop.version}",
        f"wide:{shop.id}.²:{shop.version}",
        f"branch:{shop.id}.casino:{shop.version}",
        "pause:ever:0",
        "nights:perhaps:0",
        "language:xx:0",
    ):
        await els.presses(data)
        assert els.town.screens.toasts[-1] == els.t.plain("not-found")


@pytest.mark.parametrize(
    ("choice", "now", "until"),
    [
        ("morning", datetime(2026, 11, 24, 20, 0, tzinfo=UTC), datetime(2026, 11, 25, 6, 0, tzinfo=UTC)),
        ("morning", datetime(2026, 11, 24, 2, 0, tzinfo=UTC), datetime(2026, 11, 24, 6, 0, tzinfo=UTC)),
        ("week", datetime(2026, 10, 20, 10, 0, tzinfo=UTC), datetime(2026, 10, 27, 6, 0, tzinfo=UTC)),
        ("none", datetime(2026, 11, 24, 20, 0, tzinfo=UTC), None),
    ],
)
def test_a_pause_ends_at_seven_local_time(choice: str, now: datetime, until: datetime | None) -> None:
    """A pause ends at seven local time, also across the change of the clock: the third begins in summer time and ends
    in winter time."""
    assert pause_until(choice, now, ZONE) == until
