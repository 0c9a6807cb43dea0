"""Tests of a sign-up from /start, with everything that people type."""

from dataclasses import replace

import pytest

from alerts.branch import Branch
from alerts.ports import DialogueKey
from alerts.shop_name import house_number
from bot.conversation.menu import main_keyboard
from bot.conversation.message import LocationKeyboard, NoKeyboard
from tests.bot.town import Person, Town

pytestmark = pytest.mark.quick


async def premises_of(person: Person) -> list[tuple[str | None, str, bool]]:
    """Return PC6, branch and needs_check of a person's shops."""
    async with person.town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
        followings = await uow.premises.followings(member.id) if member else []
    return [(one.premises.pc6, str(one.premises.branch), one.premises.needs_check) for one in followings]


async def test_one_typed_line_and_three_taps_sign_up_a_shop(town: Town) -> None:
    """A sign-up takes one typed line, the postcode, and three taps: start, the branch, the summary."""
    els = town.person(1)
    await els.types("/start")
    assert isinstance(els.bubbles[0].keyboard, LocationKeyboard)
    assert els.t("start-welcome") in els.bubbles[0].text
    await els.types("2903ab")
    await els.taps("Juwelier")
    assert "2903 AB Capelle aan den IJssel" in els.last.text
    await els.taps(els.t.plain("start-right"))

    assert await premises_of(els) == [("2903AB", "jeweller", False)]
    assert els.t("details-subscribed") in els.news()
    assert els.menu == (
        "melding",
        "actueel",
        "mijnmeldingen",
        "mijn",
        "overval",
        "menu",
        "hulp",
        "waarom",
        "archief",
        "steun",
        "mo",
        "nazorg",
        "mijngegevens",
        "verwijder",
        "instellingen",
        "taal",
        "stop",
        "start",
    )
    assert any(isinstance(one.keyboard, NoKeyboard) for one in els.bubbles), "the location button went away"
    assert any(one.keyboard == main_keyboard(els.t) for one in els.bubbles), "the button to report with came"


@pytest.mark.parametrize("typed", ["2903-AB", "2903AB.", "2903 – AB", "(2903ab)", "Postcode: 2903 AB", "NL-2903AB"])
async def test_a_postcode_with_marks_in_it_is_taken_by_the_form(town: Town, typed: str) -> None:
    """The form accepts a postcode with marks in it, and the guard does not take it for a plate."""
    els = town.person(1)
    await els.subscribes(typed, "jeweller")
    assert [("2903AB", "jeweller", False)] == await premises_of(els)


@pytest.mark.parametrize(
    "typed",
    ["12 - A", "12 t/m 16", "12 winkel 3", "12–16", "12 en 14", "nr. 12", "12/14", "1012-1014", "12 A-C", "12 & 14"],
)
async def test_a_house_number_of_any_make_is_taken_by_the_form(town: Town, typed: str) -> None:
    """The form accepts a house number in any form, and the guard does not take it for something else."""
    agent, els = await town.coordinator(90), town.person(1)
    await els.subscribes("2903AB", "jeweller", "De Parel", typed)
    assert f"2903 AB {house_number(typed)}" in agent.last.text


async def test_a_stranger_is_offered_start_and_help_only(town: Town) -> None:
    """A stranger's menu has only /start, help, and what to do in a robbery and after one."""
    els = town.person(1)
    await els.types("/start")
    assert els.menu == ("overval", "hulp", "steun", "start")


@pytest.mark.parametrize(
    ("typed", "text", "values"),
    [
        ("0903AB", "postcode-starts-with-zero", {}),
        ("2903SS", "postcode-never-issued", {"letters": "SS"}),
        ("2903A", "postcode-one-letter", {}),
        ("12345", "postcode-too-many-digits", {}),
        ("2903", "postcode-letters-missing", {}),
        ("2903ABC", "postcode-too-many-letters", {}),
        ("290AB", "postcode-too-few-digits", {}),
        ("Hoofdstraat 1", "postcode-not-a-postcode", {}),
    ],
)
async def test_each_wrong_postcode_has_its_own_sentence_and_nothing_is_lost(
    town: Town, typed: str, text: str, values: dict[str, str]
) -> None:
    """Each wrong postcode gets a sentence of its own, and the earlier answers stay."""
    els = town.person(1)
    await els.types("/start")
    await els.types(typed)
    assert els.last.text.startswith(els.t(text, **values))
    await els.types("2903 AB")
    assert els.last.text == els.t("start-branch")


async def test_three_failures_change_nothing(town: Town) -> None:
    """Three wrong postcodes change nothing (docs/domain.md §6, scenario 8)."""
    els = town.person(1)
    await els.subscribes("2903AB", "jeweller")
    await els.taps("Nee, stil")
    await els.types("/mijn")
    await els.taps("Nog een zaak")
    for typed in ("0903AB", "2903SS", "12345"):
        await els.types(typed)
    assert await premises_of(els) == [("2903AB", "jeweller", False)]


async def test_an_unknown_postcode_is_asked_again_and_marked_for_a_check(town: Town) -> None:
    """An unknown postcode has to be confirmed, and the shop is marked for a check."""
    els = town.person(1)
    await els.types("/start")
    await els.types("2999XY")
    assert els.last.text == els.t("place-unknown", code="2999 XY")
    await els.taps(els.t.plain("place-is-right"))
    await els.taps("Juwelier")
    await els.taps(els.t.plain("start-right"))
    assert await premises_of(els) == [("2999XY", "jeweller", True)]


async def test_post_boxes_are_asked_for_the_visiting_address(town: Town) -> None:
    """A postcode of post boxes asks for the visiting address."""
    els = town.person(1)
    await els.types("/start")
    await els.types("2900AA")
    assert els.last.text.startswith(els.t("postcode-post-boxes", code="2900 AA"))
    await els.types("2910AA")
    assert els.last.text.startswith(els.t("postcode-post-boxes", code="2910 AA"))
    await els.types("2903AB")
    assert els.last.text == els.t("start-branch")
    await els.taps(els.t.plain("nav-back"))
    assert els.last.text != els.t("start-branch")


async def test_somebody_may_insist_on_a_visiting_address(town: Town) -> None:
    """A person may confirm that such a postcode is their visiting address."""
    els = town.person(1)
    await els.types("/start")
    await els.types("2900AA")
    await els.taps(els.t.plain("place-is-visited"))
    await els.taps("Juwelier")
    await els.taps(els.t.plain("start-right"))
    assert await premises_of(els) == [("2900AA", "jeweller", True)]


async def test_without_a_table_any_well_formed_postcode_will_do_and_a_location_is_asked_for(town: Town) -> None:
    """Without a table any well-formed postcode is accepted, and a location is asked for."""
    async with town.storage.transaction() as uow:
        await uow.postcodes.replace_all([])
    els = town.person(1)
    await els.subscribes("2999XY", "jeweller", "De Parel", "7")
    assert els.last.text == els.t("details-location-how")
    await els.shares(51.93, 4.58)
    async with town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(els.id))
        assert member is not None
        [following] = await uow.premises.followings(member.id)
    assert following.premises.point is not None
    assert following.premises.needs_check is False


async def test_a_shared_location_has_the_nearest_postcode_and_asks_the_rest_later(town: Town) -> None:
    """A shared location gets the nearest postcode, and the rest is asked later."""
    els = town.person(1)
    await els.types("/start")
    await els.shares(51.9291, 4.5781)
    await els.taps("Juwelier")
    assert "2903 Capelle aan den IJssel" in els.last.text
    await els.taps(els.t.plain("start-right"))
    await els.types("De Parel")
    await els.types("7")
    assert els.last.text == els.t("details-postcode")
    await els.types("2903AB")
    assert await premises_of(els) == [("2903AB", "jeweller", False)]


async def test_a_location_abroad_is_refused(town: Town) -> None:
    """A location outside the country is refused."""
    els = town.person(1)
    await els.types("/start")
    await els.shares(48.85, 2.35)
    assert els.last.text.startswith(els.t("postcode-outside-netherlands"))


async def test_the_rest_of_the_branches_is_a_tap_away_and_names_may_be_typed(town: Town) -> None:
    """One tap shows the other branches, and a branch may be typed."""
    els = town.person(1)
    await els.types("/start")
    await els.types("2903AB")
    offered = []
    for _ in range(4):
        offered += [one.label for one in els.last.buttons][:-3]
        assert len(els.last.buttons) <= 8 + 2, "eight choices, Back and Stop"
        await els.taps("Andere branche")
    assert sorted(offered) == sorted(els.t.plain(f"branch-{one}") for one in Branch)
    assert [one.label for one in els.last.buttons][:-3] == offered[:7], "after the last page comes the first"
    await els.types("loodgieter")
    assert els.last.text.startswith(els.t("rejected-branch"))
    await els.types("apotheek")
    await els.taps(els.t.plain("start-right"))
    assert await premises_of(els) == [("2903AB", "pharmacy", False)]


async def test_start_again_in_the_middle_goes_on_where_it_was(town: Town) -> None:
    """A second /start goes on at the open question."""
    els = town.person(1)
    await els.types("/start")
    await els.types("2903AB")
    await els.types("/start")
    assert els.last.text == els.t("start-branch")
    await els.taps("Juwelier")
    assert "2903 AB" in els.last.text


async def test_privacy_is_a_tap_away_and_does_not_disturb(town: Town) -> None:
    """The privacy text is one tap away, and the sign-up goes on afterwards."""
    els = town.person(1)
    await els.types("/start")
    await els.taps(els.t.plain("start-privacy-more"))
    assert els.t("privacy-not") in els.last.text
    await els.types("2903AB")
    assert els.last.text == els.t("start-branch")


async def test_english_follows_from_telegram(town: Town) -> None:
    """A person whose Telegram is in English reads English."""
    joe = town.person(1, "en")
    await joe.subscribes("2903AB", "jeweller")
    assert "signed up" in joe.news()
    assert "mine" in joe.menu


async def test_the_name_may_not_carry_what_may_not_be_shared(town: Town) -> None:
    """A shop name with personal data is refused."""
    els = town.person(1)
    await els.types("/start")
    await els.types("2903AB")
    await els.taps("Juwelier")
    await els.taps(els.t.plain("start-right"))
    for name, text in (
        ("bel 06-12345678", "text-phone"),
        ("kom naar t.me/winkel", "text-name-link"),
        ("x" * 61, "text-name-long"),
        ("...", "text-name-empty"),
    ):
        await els.types(name)
        sentence = els.t(text, found="06-12345678") if text == "text-phone" else els.t(text, **_most(text))
        assert sentence in els.last.text
    await els.types("Bakker <b>Jansen & Zn</b>")
    await els.types("geen nummer")
    assert els.last.text.startswith(els.t("text-house-number"))
    await els.types("12 a")
    assert "Bakker &lt;b&gt;Jansen &amp; Zn&lt;/b&gt;" in els.news()


def _most(text: str) -> dict[str, str]:
    return {"most": "60"} if text == "text-name-long" else {}


async def test_the_night_is_asked_once(town: Town) -> None:
    """The question about the night comes once."""
    els = town.person(1)
    await els.subscribes("2903AB", "jeweller", "De Parel")
    assert els.last.text == els.t("night-question")
    await els.taps(els.t.plain("night-no"))
    assert els.last.text == els.t("night-quiet")
    await els.types("/mijn")
    await els.taps("Nog een zaak")
    await els.types("2904AB")
    await els.taps("Juwelier")
    await els.taps(els.t.plain("start-right"))
    await els.taps(els.t.plain("nav-skip"))
    assert els.last.text != els.t("night-question")


async def test_after_a_restart_a_stranger_is_asked_again_in_their_own_language(town: Town) -> None:
    """After a restart a question that is not known to have been sent is sent to a stranger in their language, which its
    row stores."""
    visitor = town.person(7, "en")
    await visitor.types("/start")
    question = visitor.last.text
    key = DialogueKey(str(visitor.id), str(visitor.id))
    async with town.storage.transaction() as uow:
        dialogue = await uow.dialogues.get(key)
        assert dialogue is not None
        await uow.dialogues.put(replace(dialogue, prompt_due=True))
    await town.receiver._ask_again()
    assert 2 == [bubble.text for bubble in visitor.bubbles].count(question)
