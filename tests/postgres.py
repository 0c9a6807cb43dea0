"""A PostgreSQL server for the tests, in a temporary directory on a free port of 127.0.0.1, removed afterwards."""

import asyncio
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.ext.asyncio import create_async_engine

from tests.patience import PATIENCE
from tests.ports import free_port

MISSING = "no PostgreSQL server is installed here (Debian: apt-get install postgresql)"
USER, PASSWORD = "wees", "geheim"
# Settings that give up durability: a power cut may lose everything that is written here.
_SETTINGS = (
    "timezone=UTC",
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "shared_buffers=32MB",
    "max_connections=60",
)


def find_programs() -> Path | None:
    """Return the directory of initdb and postgres, of the newest version; Debian keeps them out of the PATH."""
    on_path = shutil.which("initdb")
    places = [Path(on_path).resolve().parent] if on_path else []
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda at: int(at.parent.name), reverse=True)
    return next((place for place in [*places, *versions] if (place / "initdb").exists()), None)


class PostgresServer:
    """A running server; its superuser may make and drop databases."""

    def __init__(self, programs: Path, directory: Path, port: int, settings: Sequence[str] = _SETTINGS) -> None:
        self._programs = programs
        self._settings = settings
        self._directory = directory
        self._port = port

    def url(self, database: str = "postgres") -> str:
        """Return the address of a database."""
        return f"postgresql://{USER}:{PASSWORD}@127.0.0.1:{self._port}/{database}"

    def program(self, name: str) -> str:
        """Return the path of one of PostgreSQL's programs."""
        return str(self._programs / name)

    def start(self) -> None:
        """Make the cluster, start the server and wait until it answers."""
        self._make()
        self.resume()

    def _make(self) -> None:
        secret = self._directory / "password"
        secret.write_text(PASSWORD)
        secret.chmod(0o644)
        data = str(self._directory / "data")
        self._run("initdb", "-D", data, "-U", USER, f"--pwfile={secret}", "-A", "scram-sha-256", "-E", "UTF8", "-N")

    def pause(self) -> None:
        """Stop the server and keep its data, cutting every connection, until `resume`."""
        self._run("pg_ctl", "-D", str(self._directory / "data"), "-m", "fast", "-w", "stop")

    def resume(self) -> None:
        """Start the server again and wait until it answers."""
        data = str(self._directory / "data")
        settings = [f"port={self._port}", "listen_addresses=127.0.0.1", "unix_socket_directories=", *self._settings]
        options = " ".join(f"-c {setting}" for setting in settings).replace("directories=", "directories=''")
        log = str(self._directory / "log")
        self._run("pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "-t", "30", "start")

    async def configure(self, setting: str, value: str | None) -> None:
        """Change a setting of the running server, also for open connections; None restores its default. Open
        connections get it before a new connection does."""
        before = await self._loaded_at()
        await self.execute(
            f"ALTER SYSTEM RESET {setting}" if value is None else f"ALTER SYSTEM SET {setting} = {value}"
        )
        await self.execute("SELECT pg_reload_conf()")
        async with asyncio.timeout(PATIENCE):
            while await self._loaded_at() == before:
                pass

    async def _loaded_at(self) -> object:
        return await self.execute("SELECT pg_conf_load_time()::text")

    async def execute(self, statement: str) -> object:
        """Run one statement as the superuser, whatever settings the server has, and return the first value."""
        url = self.url().replace("postgresql:", "postgresql+asyncpg:")
        engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
        try:
            async with engine.connect() as connection:
                await connection.exec_driver_sql("SET default_transaction_read_only = off")
                result = await connection.exec_driver_sql(statement)
                return result.scalar() if result.returns_rows else None
        finally:
            await engine.dispose()

    def stop(self) -> None:
        """Stop the server at once and delete its data."""
        self._run("pg_ctl", "-D", str(self._directory / "data"), "-m", "immediate", "stop")

    def _run(self, program: str, *args: str) -> None:
        done = subprocess.run(  # PostgreSQL refuses to run as root
            [self.program(program), *args],
            user=unprivileged(),
            cwd=self._directory,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # the server inherits it and would keep a pipe open
            stderr=subprocess.DEVNULL,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{program} failed: see {self._directory}")


@contextmanager
def running_server(programs: Path, settings: Sequence[str] = _SETTINGS) -> Iterator[PostgresServer]:
    """Start a new server and stop it at the end of the block."""
    directory = Path(tempfile.mkdtemp(prefix="wees-alert-postgres-"))
    if (user := unprivileged()) is not None:
        os.chown(directory, user, -1)
    server = PostgresServer(programs, directory, free_port(), settings)
    try:
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def unprivileged() -> int | None:
    """Return the user to run the server as, because PostgreSQL refuses root; None when the tests do not run as root."""
    if os.geteuid() != 0:
        return None
    names = {user.pw_name: user.pw_uid for user in pwd.getpwall()}
    return names.get("postgres", names.get("nobody", 65534))
