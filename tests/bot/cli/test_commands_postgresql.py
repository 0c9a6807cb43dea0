"""Tests of commands on a PostgreSQL database; its password is in no line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli.commands import app
from tests.postgres import PASSWORD, PostgresServer

pytestmark = pytest.mark.usefixtures("own_logs")


def _run(cwd: Path, url: str, *arguments: str) -> Result:
    settings = {"TELEGRAM_TOKEN": "1:test", "TELEGRAM_API_URL": "http://127.0.0.1:9", "DATABASE_URL": url}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(cwd)
        done = CliRunner().invoke(app, arguments, env={f"WEES_ALERT_{key}": value for key, value in settings.items()})
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert PASSWORD not in done.output
    return done


def test_the_doctor_looks_at_it(tmp_path: Path, postgres_url: str) -> None:
    """The doctor names the database, its integrity and its schema."""
    said = _run(tmp_path, postgres_url, "doctor").output
    assert f"ok    database: {postgres_url.replace(f'wees:{PASSWORD}@', '')}, whole" in said
    assert "ok    migrations: up to date" in said


def test_a_wrong_password_is_one_line(tmp_path: Path, postgres_url: str) -> None:
    """A wrong password is reported in one line, by the doctor and by every other command."""
    wrong = postgres_url.replace(PASSWORD, f"{PASSWORD}x")
    assert "FAIL  database: postgresql://127.0.0.1" in _run(tmp_path, wrong, "doctor").output
    done = _run(tmp_path, wrong, "backup", "copy.dump")
    assert done.exit_code == 2
    assert done.output.splitlines() == ['wees-alert: password authentication failed for user "wees"']


def test_a_backup_is_a_dump(tmp_path: Path, postgres_url: str, postgres: PostgresServer) -> None:
    """A backup is in pg_dump's custom format."""
    assert _run(tmp_path, postgres_url, "backup", "copy.dump").exit_code == 0
    assert (tmp_path / "copy.dump").read_bytes().startswith(b"PGDMP")


def test_the_audit_record_is_verified(tmp_path: Path, postgres_url: str) -> None:
    """The audit record is verified on a server as in a file; an empty one verifies and has no head."""
    done = _run(tmp_path, postgres_url, "audit", "verify")
    assert (0, "ok    0 rows; no kept head to compare with; head none\n") == (done.exit_code, done.output)
    assert (2, "wees-alert: the audit record is empty\n") == (
        (empty := _run(tmp_path, postgres_url, "audit", "head")).exit_code,
        empty.output,
    )
