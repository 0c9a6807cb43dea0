"""Tests that everything works behind a real PgBouncer that pools sessions."""

import asyncio
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from alerts.errors import Unavailable
from alerts.ports import Standing, Storage
from storage import open_storage
from tests.patience import PATIENCE
from tests.ports import HOST, free_port
from tests.postgres import PASSWORD, USER, PostgresServer, unprivileged

MISSING = "no PgBouncer is installed here (Debian: apt-get install pgbouncer)"
_SETTINGS = sa.text("SELECT current_setting('jit'), current_setting('idle_in_transaction_session_timeout')")


@pytest.fixture
def url(postgres_url: str) -> Iterator[str]:
    """The address of the database through a pooler with its default settings, which knows none of ours."""
    program = shutil.which("pgbouncer", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None:
        pytest.skip(MISSING)
    port, server = free_port(), postgres_url.rpartition("@")[2]
    host, _, server_port = server.partition("/")[0].partition(":")
    name = server.partition("/")[2]
    folder = Path(tempfile.mkdtemp(prefix="wees-alert-pgbouncer-"))
    (folder / "users").write_text(f'"{USER}" "{PASSWORD}"\n')
    (folder / "pgbouncer.ini").write_text(
        f"[databases]\n{name} = host={host} port={server_port} dbname={name}\n"
        f"[pgbouncer]\nlisten_addr={HOST}\nlisten_port={port}\nunix_socket_dir=\nauth_type=scram-sha-256\n"
        f"auth_file={folder / 'users'}\npool_mode=session\ndefault_pool_size=20\nlogfile={folder / 'log'}\n"
    )
    user = unprivileged()  # PgBouncer refuses to run as root
    if user is not None:
        for place in (folder, *folder.iterdir()):
            os.chown(place, user, -1)
    running = subprocess.Popen([program, str(folder / "pgbouncer.ini")], user=user, stderr=subprocess.DEVNULL)
    try:
        asyncio.run(_listening(port))
        yield f"postgresql://{USER}:{PASSWORD}@{HOST}:{port}/{name}"
    finally:
        running.terminate()
        running.wait(PATIENCE)
        shutil.rmtree(folder)


async def _listening(port: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            with socket.socket() as there:
                if there.connect_ex((HOST, port)) == 0:
                    return
            await asyncio.sleep(0.05)


@pytest.fixture
async def storage(url: str) -> AsyncIterator[Storage]:
    """An open database that this process owns."""
    opened = await open_storage(url, owner=True)
    yield opened
    await opened.close()


async def test_it_reads_writes_and_rolls_back(storage: Storage) -> None:
    """The storage reads, writes, rolls back and checks itself for problems."""
    async with storage.transaction() as uow:
        await uow.facts.put("n", "1")
    with pytest.raises(LookupError):
        await _write_and_fail(storage)
    async with storage.reading() as uow:
        assert await uow.facts.get("n") == "1"
    assert await storage.problems() == []


async def _write_and_fail(storage: Storage) -> None:
    async with storage.transaction() as uow:
        await uow.facts.put("n", "2")
        raise LookupError


async def test_places_are_those_of_sessions(storage: Storage, url: str) -> None:
    """Leadership passes when a process closes, although the pooler keeps its connection to the server."""
    other = await open_storage(url, owner=True)
    assert await storage.heartbeat() == Standing(is_leader=True, alive=2)
    assert await other.heartbeat() == Standing(is_leader=False, alive=2)
    await storage.close()
    assert await other.heartbeat() == Standing(is_leader=True, alive=1)
    await other.close()


async def test_our_settings_hold_there(storage: Storage) -> None:
    """Our settings are set after the connection is made, because the pooler refuses settings that it does not know in
    the start-up message."""
    async with storage.reading() as uow:
        asked = await uow.facts._transaction.execute(_SETTINGS)  # type: ignore[attr-defined]
        assert ("off", "10s") == tuple(asked.one())


async def test_connections_cut_behind_it_come_back(storage: Storage, postgres: PostgresServer) -> None:
    """Connections that the pooler lost are replaced; the pooler reports the loss only at the next query."""
    await storage.heartbeat()
    async with storage.transaction() as uow:
        await uow.facts.put("n", "1")
    await postgres.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'wees-alert'"
    )
    async with asyncio.timeout(PATIENCE):
        while not await _stands(storage):  # noqa: ASYNC110 -- nobody tells
            await asyncio.sleep(0.05)
    async with storage.transaction() as uow:
        assert await uow.facts.get("n") == "1"


async def _stands(storage: Storage) -> bool:
    try:
        return (await storage.heartbeat()).is_leader
    except Unavailable:
        return False
