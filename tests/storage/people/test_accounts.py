"""Tests of accounts of the console: links, passkeys, sessions and answered challenges, on both databases."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest

from alerts.account import NewPasskey, Passkey
from alerts.errors import Conflict, NotFound
from alerts.ids import MemberId, PasskeyId, SessionId
from alerts.member import Member
from alerts.ports import Storage, UnitOfWork

NewMember = Callable[..., Awaitable[Member]]
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


async def _passkey(uow: UnitOfWork, member: MemberId, name: str, now: datetime) -> Passkey:
    await uow.accounts.add_passkey(member, NewPasskey(name, "key", 1), now)
    stored = await uow.accounts.passkey(name)
    assert stored is not None
    return stored


async def test_a_link_works_once_for_a_day(storage: Storage, new_member: NewMember, now: datetime) -> None:
    """A link is found by its hash until it is used or a day old; a newer one takes its place."""
    member = (await new_member()).id
    async with storage.transaction() as uow:
        await uow.accounts.add_link("a", member, None, now)
        assert member == await uow.accounts.link("a", now + 24 * HOUR - MINUTE)
        assert await uow.accounts.link("a", now + 24 * HOUR) is None
        assert await uow.accounts.link("x", now) is None
        await uow.accounts.add_link("b", member, member, now)
        assert await uow.accounts.link("a", now) is None
        assert await uow.accounts.use_link("b", now + 24 * HOUR) is None
        assert member == await uow.accounts.use_link("b", now)
        assert await uow.accounts.use_link("b", now) is None


async def test_passkeys_are_found_counted_and_removed(storage: Storage, new_member: NewMember, now: datetime) -> None:
    """A passkey belongs to one member, remembers its counter and last use, and is removed by its member alone."""
    one, two = (await new_member()).id, (await new_member()).id
    async with storage.transaction() as uow:
        first, second = await _passkey(uow, one, "first", now), await _passkey(uow, one, "second", now)
        assert [first, second] == await uow.accounts.passkeys_of(one)
        assert ("key", 1, now, None) == (first.public_key, first.sign_count, first.created_at, first.used_at)
        await uow.accounts.note_use(first.id, 7, now + MINUTE)
        used = await uow.accounts.passkey("first")
        assert used is not None
        assert (7, now + MINUTE) == (used.sign_count, used.used_at)
        with pytest.raises(NotFound):
            await uow.accounts.remove_passkey(two, first.id)
        await uow.accounts.remove_passkey(one, first.id)
        assert await uow.accounts.passkey("first") is None
        with pytest.raises(Conflict):
            await uow.accounts.note_use(first.id, 8, now)
        assert [] == await uow.accounts.passkeys_of(two)
    with pytest.raises(Conflict):
        async with storage.transaction() as uow:
            await uow.accounts.add_passkey(two, NewPasskey("second", "other", 0), now)


async def test_a_session_counts_while_it_is_live(storage: Storage, new_member: NewMember, now: datetime) -> None:
    """A session is found for half an hour after it was seen, and for twelve hours in all."""
    member = (await new_member()).id
    async with storage.transaction() as uow:
        passkey = await _passkey(uow, member, "first", now)
        begun = await uow.accounts.begin_session("a", passkey, now)
        assert begun == await uow.accounts.session("a", now + 30 * MINUTE - timedelta(seconds=1))
        assert await uow.accounts.session("a", now + 30 * MINUTE) is None
        await uow.accounts.note_seen(begun.id, now + 12 * HOUR - MINUTE)
        last = await uow.accounts.session("a", now + 12 * HOUR - MINUTE)
        assert last is not None
        assert last.seen_at == now + 12 * HOUR - MINUTE
        assert await uow.accounts.session("a", now + 12 * HOUR) is None
        for at in (now, now + 30 * MINUTE - timedelta(seconds=1), now + 30 * MINUTE, now + 12 * HOUR):
            assert begun.is_live(at) == (at < now + 30 * MINUTE)


async def test_sessions_end_with_their_passkey(storage: Storage, new_member: NewMember, now: datetime) -> None:
    """A member's sessions are listed, the last seen first; one is ended by its member, and all with their passkey."""
    one, two = (await new_member()).id, (await new_member()).id
    async with storage.transaction() as uow:
        first, second = await _passkey(uow, one, "first", now), await _passkey(uow, one, "second", now)
        begun = [await uow.accounts.begin_session(name, first, now) for name in "ab"]
        other = await uow.accounts.begin_session("c", second, now + MINUTE)
        assert [other, begun[1], begun[0]] == await uow.accounts.sessions_of(one, now)
        for member, session in ((two, begun[0].id), (one, SessionId(999))):
            with pytest.raises(NotFound):
                await uow.accounts.end_session(member, session)
        await uow.accounts.end_session(one, begun[0].id)
        with pytest.raises(Conflict):
            await uow.accounts.note_fresh(begun[0].id, now)
        await uow.accounts.note_fresh(other.id, now + 2 * MINUTE)
        await uow.accounts.remove_passkey(one, first.id)
        [left] = await uow.accounts.sessions_of(one, now)
        assert (other.id, now + 2 * MINUTE) == (left.id, left.fresh_at)


async def test_a_session_from_the_chat_has_no_passkey(storage: Storage, new_member: NewMember, now: datetime) -> None:
    """It is live and never fresh, stays when a passkey goes, and ends with all sessions of its member."""
    one = (await new_member()).id
    async with storage.transaction() as uow:
        passkey = await _passkey(uow, one, "first", now)
        begun = await uow.accounts.begin_from_chat("a", one, now)
        assert begun == await uow.accounts.session("a", now)
        assert (None, True, False) == (begun.passkey_id, begun.is_from_chat, begun.is_fresh(now))
        await uow.accounts.begin_session("b", passkey, now)
        await uow.accounts.remove_passkey(one, passkey.id)
        assert [begun] == await uow.accounts.sessions_of(one, now)
        assert 1 == await uow.accounts.end_sessions(one)
        assert await uow.accounts.session("a", now) is None


async def test_a_challenge_is_answered_once(storage: Storage, now: datetime) -> None:
    """The same challenge is refused a second time; those that expired are forgotten."""
    async with storage.transaction() as uow:
        await uow.accounts.use_challenge("a", now + 10 * MINUTE, now)
        with pytest.raises(Conflict):
            await uow.accounts.use_challenge("a", now + 10 * MINUTE, now + MINUTE)
        await uow.accounts.use_challenge("b", now + 20 * MINUTE, now + 10 * MINUTE)
        assert 1 == await uow.expired.count_leftovers(now + 20 * MINUTE)


async def test_what_is_over_is_removed_at_night(storage: Storage, new_member: NewMember, now: datetime) -> None:
    """Retention removes links, sessions and challenges that count no longer, and keeps passkeys."""
    member = (await new_member()).id
    async with storage.transaction() as uow:
        passkey = await _passkey(uow, member, "first", now)
        await uow.accounts.begin_session("a", passkey, now)
        await uow.accounts.add_link("a", member, None, now)
        await uow.accounts.use_challenge("a", now + MINUTE, now)
        assert 0 == await uow.expired.forget_leftovers(now)
        assert 3 == await uow.expired.forget_leftovers(now + 24 * HOUR)
        assert [passkey] == await uow.accounts.passkeys_of(member)


async def test_an_erasure_leaves_no_account(storage: Storage, new_member: NewMember, now: datetime) -> None:
    """Erasing a member takes links, passkeys and sessions, and cuts the member out of links for others."""
    one, two = (await new_member()).id, (await new_member()).id
    async with storage.transaction() as uow:
        passkey = await _passkey(uow, one, "first", now)
        await uow.accounts.begin_session("a", passkey, now)
        await uow.accounts.add_link("a", one, one, now)
        await uow.accounts.add_link("b", two, one, now)
        export = await uow.personal.export_of(one)
        assert [1, 1, 1, 2] == [
            len(export[name]) for name in ("passkeys", "sessions", "console_links", "console_links_made")
        ]
        assert not {"public_key", "credential_id"} & set(export["passkeys"][0])
        await uow.personal.erase(one, now)
        assert [] == await uow.accounts.passkeys_of(one)
        assert await uow.accounts.session("a", now) is None
        assert await uow.accounts.link("a", now) is None
        assert two == await uow.accounts.link("b", now)
        assert [] == (await uow.personal.export_of(one))["console_links_made"]
    assert PasskeyId(1) == passkey.id


async def test_who_has_a_passkey_and_who_is_signed_in(storage: Storage, new_member: NewMember, now: datetime) -> None:
    """Of the members that are asked about: who has a passkey, and who has a live session."""
    one, two, three = [(await new_member()).id for _ in range(3)]
    async with storage.transaction() as uow:
        for member, name in ((one, "a"), (two, "b")):
            await uow.accounts.begin_session(name, await _passkey(uow, member, name, now), now)
        assert {one, two} == await uow.accounts.holders([one, two, three])
        assert {two} == await uow.accounts.holders([two])
        assert set() == await uow.accounts.holders([])
        assert {one, two} == await uow.accounts.signed_in([one, two, three], now)
        assert set() == await uow.accounts.signed_in([one, two, three], now + 30 * MINUTE)


async def test_sessions_and_passkeys_end_for_one_member(storage: Storage, new_member: NewMember, now: datetime) -> None:
    """All sessions of a member end, or all passkeys with them; those of others stay."""
    one, two = (await new_member()).id, (await new_member()).id
    async with storage.transaction() as uow:
        for member, name in ((one, "a"), (one, "b"), (two, "c")):
            await uow.accounts.begin_session(name, await _passkey(uow, member, name, now), now)
        assert 2 == await uow.accounts.end_sessions(one)
        assert 0 == await uow.accounts.end_sessions(one)
        assert {two} == await uow.accounts.signed_in([one, two], now)
        assert 2 == await uow.accounts.remove_passkeys(one)
        assert {two} == await uow.accounts.holders([one, two])
        assert 1 == len(await uow.accounts.sessions_of(two, now))
        assert 1 == await uow.accounts.remove_passkeys(two)
        assert [] == await uow.accounts.sessions_of(two, now)
