"""Tests of invitations for shops: who makes them where, the counter QR, and links whose maker lost the right."""

import hashlib
from pathlib import Path

import pytest

from alerts.audit import AuditFilter
from alerts.role import Role
from tests.bot.confirming import allows_people
from tests.bot.group_chats import end_roles, make_group, manager_of
from tests.bot.handlers.test_invites import invited, secret_in
from tests.bot.handlers.test_verification import shop
from tests.bot.town import Person, Town


async def counter_qr(agent: Person, postcode: str = "2903AB", branch: str = "Juwelier", name: str = "De Parel") -> str:
    """Let a coordinator make a counter QR, and return its secret."""
    await agent.types("/uitnodigen")
    for answer in (postcode, branch, name, "7"):
        await agent.types(answer)
    await agent.taps(agent.t.plain("invite-make-counter"))
    bubble = next(one for one in reversed(agent.bubbles) if one.message.picture)
    assert agent.t("invite-counter", name=name, link="x", uses=10, until="x").split("x")[0] in bubble.text
    return secret_in(bubble.text)


async def test_a_jeweller_joins_from_a_counter_qr_within_three_taps(town: Town) -> None:
    """A jeweller joins by a counter QR with START and one question, without typing, and the shop is verified at
    once."""
    agent, els = await town.coordinator(90), town.person(1)
    secret = await counter_qr(agent)
    taps = 0

    await els.types(f"/start {secret}")  # the text that Telegram's START button sends after the scan
    taps += 1
    assert (await shop(els)).is_verified
    while els.last.buttons:
        await els.presses(els.last.buttons[0].data or "", els.last)
        taps += 1
    assert els.t("night-loud") == els.last.text
    assert 2 == taps
    async with town.storage.reading() as uow:
        made, *_ = await uow.audit.latest(AuditFilter(action="invite.created"), before=None, limit=1)
    assert {"premises": (await shop(els)).id, "uses": 10} == made.details


async def test_a_counter_qr_is_for_all_who_work_there(town: Town) -> None:
    """The first to use a counter QR is the owner and is told who joins; ten people can use it, for thirty days."""
    agent, els, jan = await town.coordinator(90), town.person(1), town.person(2)
    secret = await counter_qr(agent)
    await els.types(f"/start {secret}")
    await allows_people(town, 20)
    await jan.types(f"/start {secret}")
    assert await shop(els) == await shop(jan)
    assert "tg://user?id=" in els.last.text
    for number in range(3, 11):
        await town.person(number).types(f"/start {secret}")
    late = town.person(11)
    await late.types(f"/start {secret}")
    assert late.t("invite-used") == late.last.text


async def test_a_counter_qr_expires(town: Town) -> None:
    """A counter QR cannot be used after its end."""
    agent, els = await town.coordinator(90), town.person(1)
    secret = await counter_qr(agent)
    town.clock.pass_by(days=30)
    await els.types(f"/start {secret}")
    assert els.t("invite-expired") == els.last.text


async def test_a_manager_invites_shops_of_the_own_group_only(town: Town) -> None:
    """A manager invites shops of their own group only, and those are verified."""
    agent, els = await town.coordinator(90), town.person(1)
    manager = await manager_of(await make_group(agent, codes="2903", branch="Juwelier"), town, 91)
    await manager.types("/uitnodigen")
    await manager.types("2904AB")
    assert manager.last.text.startswith(manager.t("not-allowed-outside-scope"))
    await manager.types("2903AB")
    await manager.types("Bakker")
    assert manager.last.text.startswith(manager.t("not-allowed-outside-branch"))
    await manager.types("Juwelier")
    for answer in ("De Parel", "7"):
        await manager.types(answer)
    await manager.taps(manager.t.plain("invite-make"))
    link = next(one for one in reversed(manager.bubbles) if one.message.picture)
    await els.types(f"/start {secret_in(link.text)}")
    assert (await shop(els)).is_verified


async def test_a_trade_association_invites_shops_of_the_own_branch_anywhere(town: Town) -> None:
    """A trade association invites shops of its own branch, at any place."""
    association, els = await town.coordinator(91, Role.TRADE_ASSOCIATION, "branch:jeweller"), town.person(1)
    secret = await counter_qr(association, "3011AB")
    await els.types(f"/start {secret}")
    assert (await shop(els)).is_verified
    await association.types("/uitnodigen")
    await association.types("2903AB")
    await association.types("Bakker")
    assert association.last.text.startswith(association.t("not-allowed-outside-branch"))


@pytest.mark.parametrize("has_people", [False, True])
async def test_a_link_of_who_is_out_of_office_gives_nothing(town: Town, has_people: bool) -> None:
    """A link whose maker lost the role gives no verification, and no place in a shop that was verified since."""
    agent, els, jan = await town.coordinator(90), town.person(1), town.person(2)
    secret = await counter_qr(agent)
    if has_people:
        await els.types(f"/start {secret}")
    await end_roles(agent)
    await jan.types(f"/start {secret}")
    assert jan.t("invite-maker-gone") == jan.last.text
    async with town.storage.reading() as uow:
        assert await uow.members.by_ref("telegram", str(jan.id)) is None


async def test_the_database_has_no_secret_only_its_hash(town: Town, tmp_path: Path) -> None:
    """The database stores the hash of an invitation secret, and not the secret."""
    agent = await town.coordinator(90)
    secret = await invited(agent)
    kept = _files(tmp_path)
    assert secret.encode() not in kept
    assert hashlib.sha256(secret.encode()).hexdigest().encode() in kept


def _files(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.glob("town.db*"))
