"""docs/domain.md §6, scenarios 3 and 9: a correction and an all-clear, and a retraction, for everybody who got the
notice."""

import pytest

from bot.demo.phone import Phone, Seen
from tests.scenarios.steps import WHAT, subscribe, verify, warn
from tests.scenarios.world import World

THREE = "Er waren drie daders, ze vluchtten te voet."


async def test_a_correction_and_an_all_clear(world: World) -> None:
    """A correction and an all-clear are replies, a kill in between loses nothing, and a late subscriber sees the last
    state only."""
    words = world.words
    police = await world.coordinator()
    jeweller = await subscribe(world, "Juwelier Vuurlelie")
    await verify(world, police, jeweller)
    number = await warn(world, police)
    first = await jeweller.expect(number)
    await jeweller.type("/stop")
    await jeweller.expect("Je krijgt geen berichten meer")

    await police.expect(words("report-head", number=number, state="live"))
    await _correct(world, police)
    second = await jeweller.expect("GEWIJZIGD")
    assert (number in second.text, THREE in second.text) == (True, True)
    assert second.reply_to == first.message_id
    late = await subscribe(world, "Juwelier Later")
    await verify(world, police, late)
    await late.type("/actueel")
    assert WHAT not in (await late.expect(THREE)).text

    await world.restart()
    await police.type("/lopend")
    await police.expect(lambda seen: words("change-allclear") in seen.labels)
    await police.tap(words("change-allclear"))
    await police.expect(words("closing-at-once"))
    await police.tap(words("choice-all_clear-arrest"))
    end = await jeweller.expect("EINDE ALERT")
    assert end.reply_to == second.message_id
    assert words("note-all_clear-arrest") in end.text
    await late.expect("EINDE ALERT")  # it was read under /actueel
    await late.type("/actueel")
    await late.expect(words("current-none"))


@pytest.mark.main
async def test_a_retraction_says_so_and_takes_the_text_away(world: World) -> None:
    """The reply that retracts comes first; then the text is deleted, in private and in a group's chat."""
    words = world.words
    police = await world.coordinator()
    jeweller = await subscribe(world, "Juwelier Vuurlelie")
    await verify(world, police, jeweller)
    number = await warn(world, police)
    first = await jeweller.expect(number)
    await police.expect(words("report-head", number=number, state="live"))
    await police.tap(words("change-retract"))
    await police.expect(words("closing-ask-retraction", number=number).splitlines()[0])
    before = world.playground.seq
    await police.tap(words("choice-retraction-place"))
    told = await jeweller.expect("INGETROKKEN")
    assert words("note-retraction-place") in told.text
    assert told.reply_to == first.message_id
    assert [told.message_id] == [seen.message_id for seen in await _about(world, jeweller, number, before)]
    await jeweller.type("/actueel")
    await jeweller.expect(words("current-none"))


async def _correct(world: World, police: Phone) -> None:
    words = world.words
    for label, then in (
        (words("change-correct"), words("change-above-correction")),
        (words("alert-edit"), words("correction-fixed")),
        (words("alert-edit-what"), words("alert-ask-what").splitlines()[0]),
    ):
        await police.tap(label)
        await police.expect(then)
    await police.type(THREE)
    await police.expect(lambda seen: words("alert-send") in seen.labels)
    await police.tap(words("alert-send"))
    await police.expect(words("alert-ask-reason").splitlines()[0])
    await police.tap(words("alert-reason-nobody_on_duty"))


async def _about(world: World, phone: Phone, number: str, after: int) -> list[Seen]:
    """Return the messages about a notice on a phone, after a deletion since that event was carried out."""
    await world.playground.called("deleteMessage", chat=phone.user_id, after=after)
    return [seen for seen in await phone.received() if number in seen.text]
