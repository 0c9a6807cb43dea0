"""Tests of the demo's way into the console: it works once, confirms what a passkey would, and is nowhere else."""

import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from alerts.alert import AlertState
from alerts.ids import MemberId
from bot.demo.entrance import Entrance
from tests.bot.town import Person, Town
from tests.console.pages.test_approvals import state_of, submitted
from tests.console.visitor import Visitor, running_console

ROOT = Path(__file__).parents[2]
_REAL = "import bot.__main__, bot.cli.commands, bot.wiring, bot.console_wiring, sys; print(*sys.modules)"


@asynccontextmanager
async def demo_console(town: Town, used: list[MemberId]) -> AsyncIterator[tuple[Visitor, Entrance]]:
    """The town's console as the demo serves it, and its entrance; `used` collects who came in."""

    async def note(member: MemberId) -> None:
        used.append(member)

    entrance = Entrance(note)
    async with running_console(town, change=entrance.add_to) as visitor:
        yield visitor, entrance


async def member_of(person: Person) -> MemberId:
    """The member who this person is."""
    async with person.town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
    assert member is not None
    return member.id


async def test_an_entry_works_once_and_for_one_person(town: Town) -> None:
    """An entry begins a session of its member; the second one who follows it is told that there is nothing."""
    police, used = await town.coordinator(1), list[MemberId]()
    async with demo_console(town, used) as (visitor, entrance):
        path = entrance.offer(await member_of(police))
        answer = await visitor.get(path)
        assert (303, "/today") == (answer.status, answer.headers["Location"])
        assert "overvalcoördinator" in (await visitor.get("/account")).text
        assert [await member_of(police)] == used
        other = visitor.beside()
        assert 404 == (await other.get(path)).status
        assert 404 == (await other.get("/demo/something-else")).status
        assert 303 == (await other.get("/account")).status
        await other.get(entrance.offer(await member_of(police)))
        async with town.storage.reading() as uow:
            assert 1 == len(await uow.accounts.passkeys_of(await member_of(police)))


async def test_whoever_came_in_needs_no_passkey_to_approve(town: Town) -> None:
    """Also after ten minutes the page asks for no passkey, and approving works; a role that ended still ends it."""
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    path = await submitted(author)
    async with demo_console(town, []) as (visitor, entrance):
        await visitor.get(entrance.offer(await member_of(colleague)))
        town.clock.pass_by(minutes=20)
        page = await visitor.get(path)
        assert "data-passkey" not in page.text
        assert 303 == (await visitor.sends(page, f"{path}/approve", grounds="public")).status
        assert AlertState.LIVE is await state_of(town, path)
        second = await submitted(author)
        async with town.storage.transaction() as uow:
            for grant in await uow.roles.of_member(await member_of(colleague)):
                await uow.roles.end_at(grant.id, town.clock.now())
        town.clock.pass_by(seconds=1)
        assert 403 == (await visitor.sends(page, f"{second}/approve", grounds="public")).status
        assert AlertState.PENDING is await state_of(town, second)


async def test_the_real_console_has_no_such_entrance(town: Town, visitor: Visitor) -> None:
    """The console that the program opens knows no entry, and still asks for a passkey."""
    police = await town.coordinator(1)
    path = Entrance(lambda _: _nothing()).offer(await member_of(police))
    assert 404 == (await visitor.get(path)).status
    assert 303 == (await visitor.get("/account")).status


def test_the_real_program_does_not_load_the_demo() -> None:
    """Neither the command line nor what it runs for real imports the demo, so no setting can bring its entrance."""
    command = [sys.executable, "-c", _REAL]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.split()
    assert "console.app" in loaded
    assert [] == [one for one in loaded if one.startswith("bot.demo")]


async def _nothing() -> None:
    """Do nothing."""
