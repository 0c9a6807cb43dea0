"""Tests of the audit record on the command line, and of the heads that are written each day."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from alerts.services.audit.verify_audit import verify_audit
from bot.cli.commands import app
from bot.jobs.audit_heads import HeadKeeper, read_heads
from tests.bot.reporting import jeweller
from tests.bot.town import ZONE, Town

pytestmark = pytest.mark.usefixtures("own_logs")


def _run(file: Path, *arguments: str, **settings: str) -> Result:
    given = {"DATABASE_URL": f"sqlite:///{file}", **settings}
    done = CliRunner().invoke(app, ["audit", *arguments], env={f"WEES_ALERT_{key}": one for key, one in given.items()})
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done


@contextmanager
def _by_hand(file: Path) -> Iterator[sqlite3.Connection]:
    """Change the record by hand, without the triggers."""
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("DROP TRIGGER IF EXISTS audit_keeps_facts")
        database.execute("DROP TRIGGER IF EXISTS audit_keeps_rows")
        yield database


@pytest.fixture
async def lived(town: Town, tmp_path: Path) -> Path:
    """The file of a town with some events, while the bot still runs."""
    await jeweller(town, 1, await town.coordinator(90))
    return tmp_path / "town.db"


def test_a_whole_record_is_called_so(lived: Path, tmp_path: Path) -> None:
    """Verification beside the running bot reports the number of rows and the head, and accepts that head when it was
    kept."""
    head = _run(lived, "head").stdout.strip()
    number, digest, _time = head.split()
    done = _run(lived, "verify")
    assert 0 == done.exit_code
    assert f"ok    {number} rows; no kept head to compare with; head {head}" == done.stdout.strip()
    (tmp_path / "heads").write_text(f"{head}\n\n")
    for kept in (str(tmp_path / "heads"), digest):
        assert "1 of 1 kept heads agree" in _run(lived, "verify", "--head", kept).stdout
    assert "1 of 1 kept heads agree" in _run(lived, "verify", AUDIT_HEAD_FILE=str(tmp_path / "heads")).stdout


def test_what_was_done_to_it_is_said_by_row(lived: Path, tmp_path: Path) -> None:
    """Each tampered row is reported in a line with exit code 1; a truncated end is found against the kept head."""
    head = _run(lived, "head").stdout.strip()
    (tmp_path / "heads").write_text(head)
    number = int(head.split()[0])
    with _by_hand(lived) as database:
        database.execute("DELETE FROM audit WHERE id = ?", [number])
    assert 0 == _run(lived, "verify").exit_code
    cut = _run(lived, "verify", "--head", str(tmp_path / "heads"))
    assert (1, True) == (cut.exit_code, f"FAIL  row {number}: is in the kept heads and not there" in cut.stdout)
    assert "the kept head is not in the record" in _run(lived, "verify", "--head", head.split()[1]).stdout
    with _by_hand(lived) as database:
        database.execute("UPDATE audit SET action = 'x' WHERE id = 2")
        database.execute("DELETE FROM audit WHERE id = 3")
    done = _run(lived, "verify")
    assert 1 == done.exit_code
    assert "FAIL  row 2: was changed since it was written\nFAIL  row 4: a row before it were removed" in done.stdout
    with _by_hand(lived) as database:
        database.execute("UPDATE audit SET action = action || 'x'")
        rows = database.execute("SELECT count(*) FROM audit").fetchone()[0]
        database.executemany(
            "INSERT INTO audit (id, at, action, entity, entity_id) VALUES (?, '2026-01-01', 'x', 'x', 1)",
            [(100 + one,) for one in range(30)],
        )
    said = _run(lived, "verify").stdout.splitlines()
    assert 20 + 2 == len(said)
    assert f"{rows + 30} rows" in said[-1]


def test_a_record_that_was_emptied_whole_is_no_empty_record(lived: Path) -> None:
    """A record that was emptied whole is found without a kept head, because shops and links exist, which have rows."""
    with _by_hand(lived) as database:
        database.execute("DELETE FROM audit")
    done = _run(lived, "verify")
    said = "FAIL  all rows are gone, of a database in which things were done"
    assert (1, said) == (done.exit_code, done.stdout.splitlines()[0])


def test_heads_that_are_none_are_refused(lived: Path, tmp_path: Path) -> None:
    """Invalid heads are refused in one line that says why; an empty record has no head."""
    (tmp_path / "heads").write_text("1 abc\n")
    for kept, said in (("nowhere", "neither a file"), (str(tmp_path / "heads"), "line 1 is no head")):
        done = _run(lived, "verify", "--head", kept)
        assert (2, True, 1) == (done.exit_code, said in done.stderr, len(done.stderr.splitlines()))
    empty = _run(tmp_path / "empty.db", "head")
    assert (2, "wees-alert: the audit record is empty\n") == (empty.exit_code, empty.stderr)
    assert 0 == _run(tmp_path / "empty.db", "verify").exit_code


async def test_each_day_has_its_head(town: Town, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A head is written once for each local day, to the log and to the end of a file that only its owner can read."""
    file = tmp_path / "heads"
    keeper = HeadKeeper(town.storage, town.clock, ZONE, file)
    await keeper.keep()
    assert not file.exists()
    await jeweller(town, 1)
    await keeper.keep()
    await jeweller(town, 2)
    town.clock.pass_by(hours=10)
    await keeper.keep()
    assert 1 == len(file.read_text().splitlines())
    town.clock.pass_by(hours=1)
    await keeper.keep()
    lines = file.read_text().splitlines()
    async with town.storage.reading() as uow:
        head = await uow.audit.head()
    assert head is not None
    assert [2, str(head)] == [len(lines), lines[1]]
    assert 0o600 == file.stat().st_mode & 0o777
    assert 2 == capsys.readouterr().out.count("audit_head")
    chain = await verify_audit(town.storage, read_heads(str(file)))
    assert ([], 2) == (chain.findings, chain.compared)


async def test_a_head_that_could_not_be_written_is_tried_again(town: Town, tmp_path: Path) -> None:
    """A head that could not be written is retried until the file can be written."""
    await jeweller(town, 1)
    keeper = HeadKeeper(town.storage, town.clock, ZONE, tmp_path / "later" / "heads")
    with pytest.raises(FileNotFoundError):
        await keeper.keep()
    (tmp_path / "later").mkdir()
    await keeper.keep()
    assert 1 == len((tmp_path / "later" / "heads").read_text().splitlines())
