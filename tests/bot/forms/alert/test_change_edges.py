"""Tests of changes under difficulties: lost answers, kills, full chats, and chats that a group left."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from alerts.errors import RecipientGone, Throttled, Unknown
from alerts.role import Role
from bot.outgoing.outbox import LEASE
from tests.bot.changing import correct_alone, end, retract
from tests.bot.chats import tick
from tests.bot.group_chats import GroupChat, code_on, tied_group
from tests.bot.handlers.test_my_overview import member_of
from tests.bot.police import jeweller, send_alone, to_preview
from tests.bot.town import Person, Town


@pytest.mark.parametrize(("change", "says"), [(retract, "INGETROKKEN"), (end, "EINDE ALERT")])
@pytest.mark.parametrize("is_under_way", [False, True])
async def test_where_nobody_can_tell_whether_it_arrived_the_end_is_told(
    town: Town, change: Callable[[Person], Awaitable[None]], says: str, *, is_under_way: bool
) -> None:
    """When it is unknown whether a notice arrived, after a lost answer or a kill, its end is sent; a notice that was
    not sent is cancelled."""
    police = await town.coordinator(1)
    shop = await jeweller(town, 2, police)
    await to_preview(police)
    town.screens.refusals[str(shop.id)] = [Unknown("ReadTimeout")]
    await send_alone(police)
    if is_under_way:
        async with town.storage.transaction() as uow:
            await uow.deliveries.claim(8, "killed", LEASE, town.clock.now() + timedelta(seconds=5))
    shop.news()
    await change(police)
    async with town.storage.transaction() as uow:
        await uow.deliveries.void_claims(town.clock.now())
    town.clock.pass_by(minutes=1)
    await town.deliver()
    news = shop.news()
    assert (1, 0) == (news.count(says), news.count("Gebeurt het nu?"))


@pytest.mark.parametrize("is_in_office", [True, False])
async def test_the_new_words_for_offices_go_to_who_is_in_one(town: Town, *, is_in_office: bool) -> None:
    """A member whose role ended reads that an AMBER+STRICT or RED notice is wrong, without the new words; its end they
    read like everybody."""
    police, marshal = await town.coordinator(1), await town.coordinator(2, Role.CITY_MARSHAL)
    await to_preview(police, tlp="STRICT")
    await send_alone(police)
    assert "Gebeurt het nu?" in marshal.news()
    if not is_in_office:
        async with town.storage.transaction() as uow:
            member = await member_of(marshal)
            for grant in await uow.roles.of_member(member.id):
                await uow.roles.end_at(grant.id, town.clock.now())
    await correct_alone(police, "Het waren er drie.")
    news = marshal.news()
    assert is_in_office == ("Het waren er drie" in news)
    assert is_in_office != (marshal.t("alert-changed-unread", number="2026-0001") in news)
    await end(police)
    assert "EINDE ALERT" in marshal.news()


async def test_the_sender_reads_how_far_an_end_has_come(town: Town) -> None:
    """At an end waiting deliveries are skipped and the count goes on until all are told; only possible actions have a
    button."""
    police = await town.coordinator(1)
    shop, other = await jeweller(town, 2, police), await jeweller(town, 3, police)
    await to_preview(police)
    town.screens.refusals[str(other.id)] = [Throttled(30.0)]
    await send_alone(police)
    town.screens.refusals[str(shop.id)] = [Throttled(30.0)]
    await end(police)
    await tick(town)
    counting = next(bubble for bubble in police.bubbles if "2026-0001 is beëindigd</b>" in bubble.text)
    assert "Einde alert: verstuurd 0, nog te versturen 1" in counting.text
    assert "eindverslag" not in police.last.text
    town.clock.pass_by(minutes=1)
    for _ in range(2):
        await tick(town)
    assert "Overgeslagen: 1 (bericht was al afgelopen)" in counting.text
    assert "Einde alert: verstuurd 1" == counting.text.splitlines()[-1]
    assert "eindverslag" in police.last.text
    assert (counting.id, []) == (police.last.reply_to, police.last.buttons)
    assert ["Intrekken"] == [button.label for button in counting.buttons]
    await retract(police)
    await tick(town)
    assert ("Intrekking: verstuurd 1", []) == (counting.text.splitlines()[-1], counting.buttons)


async def test_the_link_to_what_was_retracted_says_so(town: Town) -> None:
    """The link to a retracted notice says that it was retracted, not that it ended."""
    police = await town.coordinator(1)
    shop = await jeweller(town, 2, police)
    await to_preview(police)
    await send_alone(police)
    await retract(police)
    await shop.types("/start alert-1")
    assert "Bericht 2026-0001 is ingetrokken. Negeer het." in shop.last.text


@pytest.mark.parametrize("is_put_out", [False, True])
async def test_a_chat_that_the_group_left_reads_of_changes_while_the_bot_is_in_it(
    town: Town, *, is_put_out: bool
) -> None:
    """A chat that the group left gets a retraction while the bot is in it; the new chat, which never had the notice,
    gets nothing."""
    police, chat, newer = await town.coordinator(1), GroupChat(town), GroupChat(town, -1002)
    await tied_group(police, chat)
    await to_preview(police, tlp="GREEN ·", audience="Alle zaken")
    await send_alone(police)
    await police.types("/groepen")
    await police.taps("De Koperwiek")
    await police.taps("Nieuwe koppelcode")
    await newer.hears(police, f"/koppel {code_on(police)}")
    if is_put_out:
        town.screens.refusals[chat.ref] = [RecipientGone("Forbidden: bot was kicked")] * 2
    await police.types("/lopend")
    await correct_alone(police)
    await police.types("/lopend")
    await retract(police)
    assert is_put_out is not any("INGETROKKEN" in bubble.text for bubble in chat.bubbles)
    assert is_put_out or not any("scooter" in bubble.text for bubble in chat.bubbles)
    assert 1 == len(newer.bubbles)
    assert "Ik zit niet meer" not in police.news()
