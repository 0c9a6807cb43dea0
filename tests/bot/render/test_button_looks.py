"""The colours of buttons repeat what their words say, and a number can be copied where it may be carried elsewhere."""

import pytest

from bot.conversation.message import Button, Style
from tests.bot.police import ask_approval, card, jeweller, send_alone, to_preview
from tests.bot.reporting import reports
from tests.bot.town import Bubble, Person, Town

pytestmark = pytest.mark.quick


def styles(bubble: Bubble) -> dict[str, Style | None]:
    """The style of each button by its verb; buttons with a colour have words of their own."""
    return {(one.data or "").partition(":")[0]: one.style for one in bubble.buttons}


def copies(person: Person) -> list[Button]:
    """Every copy button on somebody's screen."""
    return [one for bubble in person.bubbles for one in bubble.buttons if one.copy is not None]


async def test_approving_is_green_and_rejecting_red(town: Town) -> None:
    """What lies between them has no colour."""
    author, other = await town.coordinator(1), await town.coordinator(2)
    await ask_approval(author)
    looks = styles(card(other))
    assert (Style.SUCCESS, Style.DANGER, None) == (looks["approve"], looks["reject"], looks["return"])
    await other.taps(other.t.plain("approval-grounds", grounds="")[:8], card(other))
    assert {Style.SUCCESS} == {one.style for one in other.last.buttons if (one.data or "").startswith("approve:")}


async def test_retracting_is_red(town: Town) -> None:
    """Correcting and ending are not."""
    police = await town.coordinator(1)
    await to_preview(police)
    await send_alone(police)
    await police.types("/lopend")
    found = [styles(one) for one in police.bubbles if "retract" in styles(one)]
    assert (Style.DANGER, None, None) == tuple(found[-1][verb] for verb in ("retract", "correct", "allclear"))


async def test_the_number_of_a_report_can_be_copied_from_its_receipt(town: Town) -> None:
    """And the number of Slachtofferhulp, where the receipt names it."""
    agent = await town.coordinator(1)
    els = await jeweller(town, 2, agent)
    await reports(els)
    assert ["M-2026-0001"] == [one.copy for one in copies(els)]
    await reports(els, kind="robbery")
    assert ["M-2026-0001", "M-2026-0002", "0900-0101"] == [one.copy for one in copies(els)]
    assert els.t.plain("copy-button", number="0900-0101") == copies(els)[-1].label
    assert [] == copies(agent), "cards of reports are for police only"


async def test_the_emergency_card_has_numbers_to_copy(town: Town) -> None:
    """All but 112, which is to be called and not to be written down."""
    els = town.person(1)
    await els.types("/hulp")
    assert ["0900-8844", "0800-7000", "0900-0101"] == [one.copy for one in copies(els)]


async def test_nothing_is_copied_from_amber_and_above(town: Town) -> None:
    """Neither from the notice nor from what the sender reads of it."""
    police = await town.coordinator(1)
    shop = await jeweller(town, 2, police)
    await to_preview(police, tlp="AMBER ·")
    await send_alone(police)
    assert [] == copies(shop) + copies(police)


async def test_gelezen_is_green_until_it_is_pressed(town: Town) -> None:
    """Reporting something has no colour."""
    police = await town.coordinator(1)
    shop = await jeweller(town, 2, police)
    await to_preview(police)
    await send_alone(police)
    notice = shop.last
    assert (Style.SUCCESS, None) == (styles(notice)["seen"], styles(notice)["report"])
    await shop.taps(shop.t.plain("seen-button"))
    assert styles(notice)["seen"] is None


async def test_the_app_knows_until_when_a_notice_is_valid(town: Town) -> None:
    """The words stay those of the notice's language."""
    police = await town.coordinator(1)
    shop = await jeweller(town, 2, police)
    await to_preview(police)
    await send_alone(police)
    await shop.taps(shop.t.plain("alert-more"))
    async with town.storage.reading() as uow:
        (alert,) = await uow.alerts.live_by_place(town.clock.now())
    assert f'<tg-time unix="{int(alert.content.until.timestamp())}">' in shop.last.text
