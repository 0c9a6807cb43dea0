"""Tests that attack each promise of trust once from the chat: the attempt fails, and the record shows it."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from alerts.role import Role
from alerts.services.audit.verify_audit import verify_audit
from tests.bot.administering import administrator, invites
from tests.bot.handlers.test_invites import invited
from tests.bot.handlers.test_inviting_shops import counter_qr
from tests.bot.handlers.test_people import staff
from tests.bot.handlers.test_verification import shop
from tests.bot.handlers.test_wrong_secrets import guesses
from tests.bot.police import ask_approval, card, data, jeweller, send_alone, to_preview
from tests.bot.recorded import acts, refusals
from tests.bot.reporting import to_kind, under_way
from tests.bot.town import Town, open_town
from tests.security.stored import files, rows


async def test_guessing_at_invitations(town: Town, tmp_path: Path) -> None:
    """An invitation secret has at least 128 bits and is stored nowhere; after a few guesses the right one is refused
    too."""
    agent, eve = await town.coordinator(90), town.person(2)
    secret = await invited(agent)
    assert len(secret) * 6 >= 128
    assert secret.encode() not in files(tmp_path)
    await guesses(eve, 5)
    await eve.types(f"/start {secret}")
    assert [(0,)] == rows(tmp_path, "SELECT count(*) FROM premises WHERE verified_at IS NOT NULL")
    assert [("invite.failed", None)] * 5 == await acts(town, "invite", "invite.failed")
    assert [("invite.locked", None)] == await acts(town, "invite", "invite.locked")


async def test_a_forwarded_role_link(town: Town, tmp_path: Path) -> None:
    """A role link works for one person; whoever gets it forwarded afterwards is refused, and so is the holder the
    second time."""
    admin, jan, eve = await administrator(town), town.person(1), town.person(2)
    secret = await invites(admin, Role.POLICE, "2903")
    await jan.types(f"/start {secret}")
    await eve.types(f"/start {secret}")
    roles = rows(tmp_path, "SELECT count(*) FROM roles")
    await jan.types(f"/start {secret}")
    assert roles == rows(tmp_path, "SELECT count(*) FROM roles")
    assert eve.t("invite-used") in eve.news()
    assert ("/start", "invite-used", 0) in await refusals(town)


async def test_a_shop_makes_itself_verified(town: Town, tmp_path: Path) -> None:
    """A shop cannot verify itself or another shop by the buttons of police."""
    await town.coordinator(90)
    els, eve = town.person(1), town.person(2)
    for number, who in enumerate((els, eve), start=1):
        await who.subscribes("2903AB", "jeweller", f"Goud {number}", str(number))
    for version in range(1, 5):
        for verb in ("verify", "vouch", "unverify", "attest", "admit"):
            for entity in ("1", "2"):
                await eve.presses(f"{verb}:{entity}:{version}", eve.last)
    assert not (await shop(els)).is_verified
    assert not (await shop(eve)).is_verified
    assert "verify" in {request for request, _, _ in await refusals(town)}
    assert [] == rows(tmp_path, "SELECT id FROM premises WHERE verified_at IS NOT NULL")


async def test_signing_up_first_with_the_facts_of_a_shop(town: Town, tmp_path: Path) -> None:
    """The police's link for the real shop, and one tap in a list, give nothing to a person who signed up with its facts
    earlier."""
    agent, eve, els = await town.coordinator(90), town.person(2), town.person(1)
    await eve.subscribes("2903AB", "jeweller", "De Parel", "7")
    secret = await counter_qr(agent)
    await agent.types("/aanmeldingen")
    assert not [one for one in agent.last.buttons if (one.data or "").startswith(("vouch:", "verify:"))]
    await els.types(f"/start {secret}")
    theirs = await shop(eve)
    assert [(theirs.id, None)] == rows(tmp_path, f"SELECT id, verified_at FROM premises WHERE id = {theirs.id}")  # noqa: S608
    verified = (await shop(els)).id
    for verb in ("people", "colleague", "shop", "leave"):
        await eve.presses(f"{verb}:{verified}:2", eve.last)
    assert [("people", "not-allowed-other-premises", verified)] == (await refusals(town))[:1]


async def test_turning_a_verified_shop_into_another(town: Town, tmp_path: Path) -> None:
    """Staff cannot change a verified shop's facts; the owner can, and the shop is then no longer verified."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    facts = "SELECT name, house_number, pc6, branch, verified_at IS NOT NULL FROM premises"
    before = rows(tmp_path, facts)
    [eve] = await staff(els, 2)
    verified = await shop(els)
    for verb in ("details", "move"):
        await eve.presses(f"{verb}:{verified.id}:{verified.version}", eve.last)
        for answer in ("Juwelier Anders", "99", "3011AB"):
            await eve.types(answer)
        await eve.presses(f"restart:{verb}:1", eve.last)
    assert before == rows(tmp_path, facts)
    assert ("details", "not-allowed-owner-only", verified.id) in await refusals(town)
    await els.types("/mijn")
    await els.taps("Wijzig")
    await els.taps(els.t.plain("shop-details"))
    for answer in ("Juwelier Anders", "99"):
        await els.types(answer)
    assert [("Juwelier Anders", "99", "2903AB", "jeweller", 0)] == rows(tmp_path, facts)


async def test_reading_over_a_label(town: Town) -> None:
    """No shop gets a notice for coordinators only, or opens it by a link, a list or a button."""
    agent = await town.coordinator(90)
    els, eve = await jeweller(town, 1, agent), town.person(2)
    await to_preview(agent, tlp="RED")
    await send_alone(agent)
    await town.deliver()
    for who in (els, eve):
        for attempt in ("/start lees1", "/start read1", "/actueel", "/start lees01"):
            await who.types(attempt)
        for verb in ("seen", "current", "correct", "update", "extend", "retract", "allclear", "reuse"):
            await who.presses(f"{verb}:1:1", who.last)
        assert "scooter" not in "".join(bubble.text for bubble in who.bubbles)
    assert await refusals(town)


async def test_being_ones_own_four_eyes(town: Town, tmp_path: Path) -> None:
    """The author and a person who is not police cannot approve; a colleague who presses a hundred times at once causes
    one decision and one text."""
    agent, other = await town.coordinator(90), await town.coordinator(91)
    els = await jeweller(town, 1, agent)
    await ask_approval(agent)
    approve = data(card(other), "Akkoord")
    for who in (agent, els, town.person(5)):
        await who.presses(approve, who.bubbles[-1] if who.bubbles else None)
    assert [] == rows(tmp_path, "SELECT id FROM revisions")
    assert "approve" in {request for request, _, _ in await refusals(town)}
    bubble = card(other)
    message = {"message_id": bubble.id, "date": 1, "chat": {"id": other.id, "type": "private"}}
    query = {"id": "q", "from": other._user(), "chat_instance": "c", "data": approve, "message": message}
    raw = [{"update_id": 50_000 + number, "callback_query": query} for number in range(100)]
    await town.inbox.put(raw)
    await asyncio.gather(*(town.receiver.handle(one) for one in town.mailbox.updates))
    town.mailbox.updates.clear()
    assert [(1,)] == rows(tmp_path, "SELECT count(*) FROM revisions")
    assert 1 == len(await acts(town, "alert", "alert.approved"))


async def test_sending_alone_where_that_is_not_agreed(tmp_path: Path) -> None:
    """The only police officer on duty has no button to send alone where that is not agreed, and its callback data is
    refused."""
    async with open_town(tmp_path, lets_send_alone=False) as town:
        agent = await town.coordinator(90)
        await to_preview(agent)
        dialogue = await under_way(agent)
        assert dialogue is not None
        for value in ("send", "alone", "acute", "nobody", "sole", "no_colleague", "sole_on_duty"):
            await agent.presses(f"pick:{value}:{dialogue.version}", agent.last)
        assert [] == rows(tmp_path, "SELECT id FROM revisions")


@pytest.mark.parametrize("typed", ["Zwarte Golf 12-ABC-3", "Bel 06-12345678", "BSN 123456782", "jan@winkel.nl"])
async def test_personal_data_in_a_report(town: Town, tmp_path: Path, typed: str) -> None:
    """Personal data in a report, in any form of the text, is in no row or file that stays."""
    els = await jeweller(town, 1, await town.coordinator(90))
    await to_kind(els)
    await els.taps(els.t.plain("report-kind-reconnaissance"))
    for _ in range(4):
        await els.taps(els.t.plain("nav-skip"))
    await els.types(typed)
    dialogue = await under_way(els)
    assert dialogue is not None
    await els.presses(f"pick:{typed[:20]}:{dialogue.version}", els.last)
    secret = typed.split()[-1]
    for table in ("updates", "dialogues", "reports", "audit", "kept_forms", "deliveries"):
        assert secret not in str(rows(tmp_path, f"SELECT * FROM {table}"))  # noqa: S608


async def test_changing_the_record(town: Town, tmp_path: Path) -> None:
    """The database refuses changes to the record; after its triggers are removed, verification finds the change."""
    await jeweller(town, 1, await town.coordinator(90))
    changes = (
        "UPDATE audit SET action = 'nothing' WHERE id = 2",
        "DELETE FROM audit WHERE id = 2",
        "UPDATE audit SET actor_id = NULL WHERE id = 2",
    )
    with closing(sqlite3.connect(tmp_path / "town.db")) as database:
        for change in changes[:2]:
            with pytest.raises(sqlite3.DatabaseError), database:
                database.execute(change)
        assert (await verify_audit(town.storage)).findings == []
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {trigger}")
        database.execute(changes[0])
        database.commit()
    assert (await verify_audit(town.storage)).findings


async def test_erasing_and_reading_somebody_else(town: Town, tmp_path: Path) -> None:
    """A person can neither erase somebody else by their question's button, nor find them in their own export."""
    agent = await town.coordinator(90)
    els, eve = await jeweller(town, 1, agent), await jeweller(town, 2, agent)
    await els.types("/verwijder")
    erase = next(one.data for one in els.last.buttons if one.data and one.data.startswith("erase-me"))
    await eve.presses(erase, eve.last)
    assert [(3,)] == rows(tmp_path, "SELECT count(*) FROM members")
    assert "erase-me" in {request for request, _, _ in await refusals(town)}
    await eve.types("/mijngegevens")
    [*_, document] = [one.message.document for one in eve.bubbles if one.message.document is not None]
    assert document is not None
    assert "Goud 2" in document.content.decode()
    for of_els in ("Goud 1", str(els.id)):
        assert of_els not in document.content.decode()
