"""Tests of heads that are signed by a key outside the database, and posted to an address outside."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web
from typer.testing import CliRunner, Result

from alerts.audit import PRUNED, AuditEvent
from bot.cli.commands import app
from bot.errors import CannotStart
from bot.jobs.audit_heads import HeadKeeper
from bot.jobs.audit_key import load_signer
from tests.bot.reporting import jeweller
from tests.bot.town import ZONE, Town

pytestmark = pytest.mark.usefixtures("own_logs")


def _run(file: Path, *arguments: str, **settings: str) -> Result:
    given = {"DATABASE_URL": f"sqlite:///{file}", **settings}
    done = CliRunner().invoke(app, ["audit", *arguments], env={f"WEES_ALERT_{key}": one for key, one in given.items()})
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done


@pytest.fixture
async def lived(town: Town, tmp_path: Path) -> Path:
    """The file of a town with some events, while the bot still runs."""
    await jeweller(town, 1, await town.coordinator(90))
    return tmp_path / "town.db"


@pytest.fixture
def key(lived: Path, tmp_path: Path) -> tuple[Path, str]:
    """A key in its file, and its public half."""
    file = tmp_path / "audit.key"
    done = _run(lived, "key", str(file))
    assert 0 == done.exit_code
    return file, done.stdout.split()[-1]


def test_a_key_is_its_owners_only(lived: Path, key: tuple[Path, str], tmp_path: Path) -> None:
    """A key file is readable by its owner only, is never overwritten, and only its public half is printed."""
    file, public = key
    assert 0o600 == file.stat().st_mode & 0o777
    assert public.startswith("ed25519:")
    before = file.read_bytes()
    assert "never overwritten" in _run(lived, "key", str(file)).output
    assert before == file.read_bytes()
    assert "cannot be written" in _run(lived, "key", str(tmp_path / "nowhere" / "key")).output
    file.chmod(0o640)
    with pytest.raises(CannotStart, match="others can read"):
        load_signer(str(file))
    for odd in ("", "x", "-----BEGIN PRIVATE KEY-----"):
        other = tmp_path / "odd"
        other.write_text(odd)
        other.chmod(0o600)
        with pytest.raises(CannotStart, match="no key"):
            load_signer(str(other))


def test_a_head_that_was_signed_is_believed_and_no_other(lived: Path, key: tuple[Path, str], tmp_path: Path) -> None:
    """Only a head with a valid signature is accepted: not one without, or with that of another head or key."""
    file, public = key
    signed = _run(lived, "head", AUDIT_KEY_FILE=str(file)).stdout.strip()
    plain = _run(lived, "head").stdout.strip()
    heads = tmp_path / "heads"
    other = tmp_path / "other.key"
    _run(lived, "key", str(other))
    forged = _run(lived, "head", AUDIT_KEY_FILE=str(other)).stdout.strip()
    heads.write_text(f"{signed}\n")
    assert "1 of 1 kept heads agree" in _run(lived, "verify", "--head", str(heads), "--key", public).stdout
    assert signed.startswith(f"{plain} ed25519:")
    moved = signed.replace(plain.split()[0], "1", 1)
    cut = signed[:-2]
    for line in (plain, forged, moved, cut, f"{plain} ed25519:", f"{plain} ed25519:é"):
        heads.write_text(f"{line}\n")
        done = _run(lived, "verify", "--head", str(heads), "--key", public)
        assert "is not signed by this key" in done.output, line
        assert 0 != done.exit_code
    heads.write_text(f"{plain}\n{signed}\n")
    assert 0 == _run(lived, "verify", "--head", str(heads), AUDIT_KEY_FILE=str(file)).exit_code, "older than the key"
    heads.write_text(f"{plain}\n{forged}\n")
    assert 0 != _run(lived, "verify", "--head", str(heads), AUDIT_KEY_FILE=str(file)).exit_code
    assert "is no public key" in _run(lived, "verify", "--head", str(heads), "--key", "ed25519:x").output


@asynccontextmanager
async def _outside(answers: list[int]) -> AsyncIterator[tuple[str, list[str]]]:
    """Run an address with these answers, and then 204; yield what was posted there."""
    posted: list[str] = []

    async def take(request: web.Request) -> web.Response:
        posted.append(await request.text())
        return web.Response(status=answers.pop(0) if answers else 204)

    served = web.Application()
    served.router.add_post("/heads", take)
    runner = web.AppRunner(served)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        port = runner.addresses[0][1]
        yield f"http://127.0.0.1:{port}/heads", posted
    finally:
        await runner.cleanup()


async def test_each_day_has_a_signed_head_in_the_file_and_outside(
    town: Town, key: tuple[Path, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each day has one signed head in the file and at the address; a failed post is repeated without a second line, and
    the address is not logged."""
    heads, signer = tmp_path / "heads", load_signer(str(key[0]))
    async with _outside([500, 302]) as (address, posted):
        keeper = HeadKeeper(town.storage, town.clock, ZONE, heads, signer=signer, address=address)
        for _ in range(5):
            await keeper.keep()
        assert 3 == len(posted), "refused twice, taken once"
        town.clock.pass_by(days=1)
        await keeper.keep()
    assert 4 == len(posted)
    assert 2 == len(heads.read_text().splitlines())
    assert all("ed25519:" in line for line in (*posted, *heads.read_text().splitlines()))
    gone = HeadKeeper(town.storage, town.clock, ZONE, None, signer=signer, address="http://127.0.0.1:9/secret")
    town.clock.pass_by(days=1)
    await gone.keep()
    assert "secret" not in capsys.readouterr().out


def test_an_address_is_https(lived: Path) -> None:
    """An address outside must use https, because otherwise a machine in between could suppress heads."""
    done = _run(lived, "head", AUDIT_POST_URL="http://example.org/heads?key=hush")
    assert 0 != done.exit_code
    assert "AUDIT_POST_URL: must begin with https://" in done.output
    assert "hush" not in done.output


async def test_rows_that_were_pruned_before_their_time_are_found(town: Town, lived: Path) -> None:
    """Rows that are minutes old and were deleted with a row about a pruning are found: with the facts of the last row,
    with a made-up time, with facts of another hash, and dated in the future."""
    later = datetime.now(UTC) + timedelta(days=800)
    told: tuple[dict[str, str | int], ...] = ({}, {"at": "2020-01-01T00:00:00.000000+00:00"}, {"digest": ""})
    for made_up in told:
        async with town.storage.transaction() as uow:
            pruned = await uow.audit.prune(later, 2)
            assert pruned is not None
            await uow.audit.append(AuditEvent(PRUNED, "audit", 0, None, pruned.details | made_up), later)
        done = await asyncio.to_thread(_run, lived, "verify")
        assert 1 == done.exit_code
        assert "says that rows were pruned, which had not been there" in done.stdout
    with closing(sqlite3.connect(lived)) as database:
        assert database.execute("SELECT count(*) FROM audit").fetchone()[0] > 1
