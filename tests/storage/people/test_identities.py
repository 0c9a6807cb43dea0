"""Tests of identities at a provider: whose they are, and the sessions that begin with them, on both databases."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from alerts.account import NewPasskey
from alerts.errors import Conflict, NotFound
from alerts.ids import IdentityId
from alerts.member import Member
from alerts.ports import Storage
from storage import open_storage
from storage.database.postgresql import PostgresDatabase
from storage.database.server_address import parse_address
from storage.database.sqlite import SqliteFile
from storage.migrations import migrate
from tests.storage.upgrading import scripts_before

NewMember = Callable[..., Awaitable[Member]]
MINUTE = timedelta(minutes=1)
ISSUER, ANOTHER = "https://login.example.nl", "https://login.example.nl/"


async def test_an_identity_is_of_one_member(storage: Storage, new_member: NewMember, now: datetime) -> None:
    """An issuer and a subject, both to the letter, lead to one member; the same subject elsewhere is another."""
    one, two = (await new_member()).id, (await new_member()).id
    async with storage.transaction() as uow:
        first = await uow.accounts.add_identity(one, ISSUER, "Piet", now)
        second = await uow.accounts.add_identity(two, ANOTHER, "Piet", now)
        third = await uow.accounts.add_identity(one, ISSUER, "piet", now)
        assert first == await uow.accounts.identity(ISSUER, "Piet")
        assert second == await uow.accounts.identity(ANOTHER, "Piet")
        assert await uow.accounts.identity(ANOTHER, "piet") is None
        assert [first, third] == await uow.accounts.identities_of(one)
        await uow.accounts.note_sign_in(first.id, now + MINUTE)
        used = await uow.accounts.identity(ISSUER, "Piet")
        assert used is not None
        assert now + MINUTE == used.used_at
    for member in (one, two):
        with pytest.raises(Conflict):
            async with storage.transaction() as uow:
                await uow.accounts.add_identity(member, ISSUER, "Piet", now)


async def test_sessions_end_with_their_identity(storage: Storage, new_member: NewMember, now: datetime) -> None:
    """Removing an identity ends what began with it, and nothing that began with a passkey; only its member removes
    it."""
    one, two = (await new_member()).id, (await new_member()).id
    async with storage.transaction() as uow:
        identity = await uow.accounts.add_identity(one, ISSUER, "piet", now)
        other = await uow.accounts.add_identity(one, ISSUER, "pieter", now)
        await uow.accounts.add_passkey(one, NewPasskey("key", "key", 1), now)
        [passkey] = await uow.accounts.passkeys_of(one)
        begun = await uow.accounts.begin_session("a", identity, now, now - 20 * MINUTE)
        assert (None, identity.id, now - 20 * MINUTE) == (begun.passkey_id, begun.identity_id, begun.fresh_at)
        by_key = await uow.accounts.begin_session("b", passkey, now)
        assert (passkey.id, None) == (by_key.passkey_id, by_key.identity_id)
        await uow.accounts.begin_session("c", other, now)
        with pytest.raises(NotFound):
            await uow.accounts.remove_identity(two, identity.id)
        await uow.accounts.remove_identity(one, identity.id)
        with pytest.raises(NotFound):
            await uow.accounts.remove_identity(one, IdentityId(999))
        with pytest.raises(Conflict):
            await uow.accounts.note_sign_in(identity.id, now)
        assert await uow.accounts.session("a", now) is None
        assert 1 == await uow.accounts.remove_identities(one)
        assert [by_key] == await uow.accounts.sessions_of(one, now)


async def test_sessions_of_another_issuer_end(storage: Storage, new_member: NewMember, now: datetime) -> None:
    """When the provider of the settings is another one, only its sessions and those of passkeys are left; whoever has
    an identity there can get in."""
    one, two, three = [(await new_member()).id for _ in range(3)]
    async with storage.transaction() as uow:
        for member, issuer, name in ((one, ISSUER, "a"), (two, ANOTHER, "b")):
            await uow.accounts.begin_session(name, await uow.accounts.add_identity(member, issuer, name, now), now)
        await uow.accounts.add_passkey(three, NewPasskey("key", "key", 1), now)
        await uow.accounts.begin_session("c", (await uow.accounts.passkeys_of(three))[0], now)
        assert {one, three} == await uow.accounts.holders([one, two, three], ISSUER)
        assert {three} == await uow.accounts.holders([one, two, three])
        assert 1 == await uow.accounts.end_sessions_of_others(ISSUER)
        assert {one, three} == await uow.accounts.signed_in([one, two, three], now)
        assert 1 == await uow.accounts.end_sessions_of_others("")
        assert {three} == await uow.accounts.signed_in([one, two, three], now)


async def test_an_export_has_it_and_an_erasure_takes_it(storage: Storage, new_member: NewMember, now: datetime) -> None:
    """A person's file names issuer and subject; after an erasure somebody else may bind that identity."""
    one, two = (await new_member()).id, (await new_member()).id
    async with storage.transaction() as uow:
        identity = await uow.accounts.add_identity(one, ISSUER, "piet", now)
        await uow.accounts.begin_session("a", identity, now)
        [told] = (await uow.personal.export_of(one))["identities"]
        assert (ISSUER, "piet") == (told["issuer"], told["subject"])
        await uow.personal.erase(one, now)
        assert await uow.accounts.identity(ISSUER, "piet") is None
        assert await uow.accounts.session("a", now) is None
        assert two == (await uow.accounts.add_identity(two, ISSUER, "piet", now)).member_id


async def test_sessions_from_before_go_on(url: str, query: Callable[[str], list[Any]], tmp_path: Path) -> None:
    """A session that began with a passkey before there were identities is still one of that passkey."""
    if not url.startswith("sqlite:"):
        query("DROP SCHEMA public CASCADE")
        query("CREATE SCHEMA public")
        database: Any = PostgresDatabase(parse_address(url))
    else:
        database = SqliteFile(Path(url.removeprefix("sqlite:///")))
    before = await asyncio.to_thread(scripts_before, "identities", tmp_path)
    await migrate(database, is_owner=True, scripts=before)
    at = "'2026-01-01 12\\:00\\:00'" if url.startswith("postgresql") else "'2026-01-01 12\\:00\\:00.000000'"
    query("INSERT INTO members (id, language, muted, created_at) VALUES (5, 'nl', '', '2026-01-01')")
    query(f"INSERT INTO passkeys VALUES (7, 5, 'id', 'key', 1, {at}, NULL)")  # noqa: S608
    query(f"INSERT INTO sessions VALUES (9, 'secret', 5, 7, {at}, {at}, {at})")  # noqa: S608
    storage = await open_storage(url, owner=True)
    async with storage.reading() as uow:
        passkey = await uow.accounts.passkey("id")
        assert passkey is not None
        found = await uow.accounts.session("secret", passkey.created_at + MINUTE)
    await storage.close()
    assert found is not None
    assert (7, None) == (found.passkey_id, found.identity_id)
