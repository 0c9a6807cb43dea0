"""Fault stories of a PostgreSQL server that fails: no process ends, and waiting deliveries are sent once when it is
back."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from tests.faults.finding import Finding
from tests.faults.program import Program
from tests.faults.scene import eventually
from tests.faults.shared import MOST_UNDER_WAY, SharedScene, a_shared_scene
from tests.postgres import PASSWORD, PostgresServer

_CUT_ALL = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app'"

Trouble = Callable[[PostgresServer, bool], Awaitable[None]]


async def takes_no_changes(server: PostgresServer, begins: bool) -> None:
    """The server becomes read-only, like the one that a failover leaves behind."""
    await server.configure("default_transaction_read_only", "on" if begins else None)


async def is_gone(server: PostgresServer, begins: bool) -> None:
    """The server is stopped, and started again."""
    await asyncio.to_thread(server.pause if begins else server.resume)


async def has_no_connections_left(server: PostgresServer, begins: bool) -> None:
    """The server cuts every connection and accepts no new one."""
    await server.execute(f"ALTER ROLE app CONNECTION LIMIT {0 if begins else -1}")
    if begins:
        await server.execute(_CUT_ALL)


async def ends_every_statement(server: PostgresServer, begins: bool) -> None:
    """The server ends every statement that takes longer than a millisecond, as by an operator's `statement_timeout`."""
    await server.execute(f"ALTER ROLE app {'SET' if begins else 'RESET'} statement_timeout{' = 1' if begins else ''}")
    await server.execute(_CUT_ALL)  # a new connection begins with what the role has now


TROUBLES: dict[str, Trouble] = {
    "read-only": takes_no_changes,
    "restart": is_gone,
    "no-connections": has_no_connections_left,
    "statement-timeout": ends_every_statement,
}


async def failover(
    directory: Path, server: PostgresServer, trouble: str, *, recipients: int, seconds: float
) -> Finding:
    """Let this fault last for some seconds, in the middle of a fan-out of two processes."""
    finding = Finding(f"postgresql-{trouble}", {"recipients": recipients, "seconds": seconds})
    name = f"failover_{trouble.replace('-', '_')}"
    await server.execute(f"DO $$ BEGIN CREATE ROLE app LOGIN PASSWORD '{PASSWORD}'; EXCEPTION WHEN OTHERS THEN END $$")
    await server.execute(f"CREATE DATABASE {name} OWNER app")
    url = server.url(name).replace("wees:", "app:")
    async with a_shared_scene(directory, url, recipients=recipients) as scene:
        await _start_both(scene)
        await scene.crowd.warn()
        await eventually(lambda: _is_under_way(scene), "it is under way")
        since = [len(program.lines) for program in scene.programs]
        await TROUBLES[trouble](server, True)
        for program, place in zip(scene.programs, since, strict=True):
            await program.line(_is_said, "the trouble is said", since=place)
        await asyncio.sleep(seconds)
        await TROUBLES[trouble](server, False)
        await eventually(scene.is_settled, "everything is settled")
        heard = (await scene.stand_in.heard(scene.crowd.chats)).values()
        finding.add(sent=sum(heard), lost=sum(times == 0 for times in heard), repeats=sum(heard) - recipients)
        finding.figures["bound"] = 2 * MOST_UNDER_WAY
        codes = await asyncio.gather(*(_ended_well(program) for program in scene.programs))
    finding.must(finding.count("lost") == 0, "nothing is lost")
    finding.must(finding.count("repeats") <= 2 * MOST_UNDER_WAY, "nothing is repeated but what was under way")
    finding.must(codes == [0, 0], f"both processes are there to the end: {codes}")
    return finding


async def _start_both(scene: SharedScene) -> None:
    first, second = scene.programs
    await first.start()
    await first.logged("leading")
    await second.start()


async def _is_under_way(scene: SharedScene) -> bool:
    return await scene.stand_in.total() > scene.crowd.size // 4


def _is_said(line: object) -> bool:
    return isinstance(line, dict) and line.get("event") in ("place_lost", "sending_stopped", "outbox_failed")


async def _ended_well(program: Program) -> int | None:
    """Return the exit code of a process that runs until it is told to stop; None for one that ended before."""
    return await program.terminate() if program.is_running else None
