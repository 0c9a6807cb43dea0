"""Tests of the command line as an operator uses it: one clear line for each error."""

import os
import sqlite3
import subprocess
import sys
import tomllib
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from alerts.role import Role
from bot.cli.commands import app
from bot.errors import CannotStart, WrongSettings
from bot.imports.postcode_table import read_postcodes
from bot.settings import load_settings
from tests.patience import PATIENCE

ROOT = Path(__file__).parent.parent.parent.parent
TOKEN = "110201543:a-token-that-nobody-may-read"
NOWHERE = "http://127.0.0.1:9"
FOR = ("--for", "A. de Vries, politie")

pytestmark = [pytest.mark.process, pytest.mark.usefixtures("own_logs")]


def _start(cwd: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Start the program with only these settings."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("WEES_ALERT_")}
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        check=False,
        cwd=cwd,
        env={**env, **_named(settings), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert TOKEN not in done.stdout + done.stderr
    return done


def _run(cwd: Path, *arguments: str) -> Result:
    """Run the program within this process, because a start takes longer than the test; only an exit code leaves it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(cwd)
        for name in [name for name in os.environ if name.startswith("WEES_ALERT_")]:
            patch.delenv(name)
        done = CliRunner().invoke(app, arguments, env=_named({}))
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert TOKEN not in done.output
    return done


def _named(settings: dict[str, str]) -> dict[str, str]:
    given = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": NOWHERE, **settings}
    return {f"WEES_ALERT_{key}": value for key, value in given.items()}


def test_the_version_is_that_of_the_project(tmp_path: Path) -> None:
    """`--version` prints the version of pyproject.toml in one line, whatever the settings are."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (tmp_path / ".env").write_text("WEES_ALERT_TELEGRAM_TOKE=1\n", encoding="utf-8")
    done = _start(tmp_path, "--version")
    assert (0, f"wees-alert {project['version']}\n", "") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_API_URL", "api.telegram.org"),
        ("DATABASE_URL", "mysql://x"),
        ("TIMEZONE", "Mars/Olympus"),
        ("BROADCAST_RATE", "many"),
        ("BROADCAST_RATE", "0"),
        ("GROUNDS", "Artikel 19"),
        ("LOG_FORMAT", "xml"),
    ],
)
def test_a_wrong_setting_is_named_and_not_repeated(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """A wrong setting is reported by its variable, without its value, which may be a secret."""
    monkeypatch.setenv(f"WEES_ALERT_{name}", value)
    with pytest.raises(WrongSettings, match=f"^WEES_ALERT_{name}: ") as caught:
        load_settings(None)
    assert f"'{value}'" not in str(caught.value)


@pytest.mark.parametrize("token", ["", "no-token"])
def test_without_a_token_the_start_stops_with_one_line(tmp_path: Path, token: str) -> None:
    """A start without a token ends with one line that says where to get one, and no traceback."""
    done = _start(tmp_path, "run", TELEGRAM_TOKEN=token)
    assert 2 == done.returncode
    assert done.stderr.startswith("wees-alert: WEES_ALERT_TELEGRAM_TOKEN: ")
    assert "@BotFather" in done.stderr
    assert 1 == len(done.stderr.strip().splitlines())


def test_a_directory_that_is_not_there(tmp_path: Path) -> None:
    """A missing directory for the database is reported."""
    done = _start(tmp_path, "postcodes", "import", "x.csv", DATABASE_URL="sqlite:///none/such.db")
    assert 2 == done.returncode
    assert 1 == len(done.stderr.strip().splitlines())


def test_a_wrong_scope(tmp_path: Path) -> None:
    """A wrong scope is refused with the forms of a scope."""
    done = _run(tmp_path, "invite", *FOR, "--role", "police", "--scope", "2999-2900")
    assert 2 == done.exit_code
    assert "2900-2999" in done.stderr


@pytest.mark.parametrize(
    ("role", "scope", "said"),
    [
        ("city_marshal", "branch:jeweller", "--scope branch:jeweller: "),
        ("trade_association", "branch:jeweller:2900-2999", "--scope branch:jeweller:2900-2999: no scope for the role"),
        ("police", "branch:jeweller:2999-2900", "--scope branch:jeweller:2999-2900: behind the branch go postcodes"),
        ("police", "branch:juwelier:2900-2999", "--scope branch:juwelier:2900-2999: there is no such branch; perhaps"),
        ("trade_association", "2900-2999", "--scope 2900-2999: "),
        ("kvo_manager", "national", "--scope national: "),
        ("kvo_manager", "kvo_group:7", "--scope kvo_group:7: there is no such KVO group"),
        ("trade_association", "branch:juwelier", "--scope branch:juwelier: there is no such branch; perhaps jeweller"),
        ("trade_association", "branch:x", "--scope branch:x: there is no such branch; perhaps bakery, "),
        ("police", "capelle:2903", "--scope capelle:2903: is not a scope; write "),
        ("kvo_manager", "Capelle aan den IJssel", "--scope Capelle aan den IJssel: "),
        ("police", "  ", "--scope   : is not a scope; write "),
    ],
)
def test_a_role_that_could_do_nothing_is_refused(tmp_path: Path, role: str, scope: str, said: str) -> None:
    """A role with a scope that covers nothing is refused in one line that says which of the two to change, and no link
    is made."""
    done = _run(tmp_path, "invite", *FOR, "--role", role, "--scope", scope)
    assert 2 == done.exit_code
    assert done.stderr.startswith(f"wees-alert: {said}")
    assert 1 == len(done.stderr.strip().splitlines())


def test_a_label_is_a_function_and_no_name(tmp_path: Path) -> None:
    """A label with a name is refused by the guard, and is not repeated."""
    done = _run(tmp_path, "invite", *FOR, "--role", "police", "--scope", "2903", "--label", "Kevin de Vries")
    assert 2 == done.exit_code
    assert done.stderr.startswith("wees-alert: --label: looks like personal data (name)")
    assert "Kevin" not in done.stderr


@pytest.mark.parametrize(
    ("role", "hint"),
    [
        ("police", "write national_coordinator, community_officer, team_chief, branch_officer, duty_officer, or leave"),
        ("administrator", "leave it out"),
    ],
)
def test_a_function_is_one_of_the_role(tmp_path: Path, role: str, hint: str) -> None:
    """A function that does not belong to the role is refused with those that do, and no link is made."""
    done = _run(tmp_path, "invite", *FOR, "--role", role, "--scope", "2903", "--function", "mayor")
    assert 2 == done.exit_code
    assert done.stderr.startswith(f"wees-alert: --function mayor: no function of the role {role}; {hint}")
    assert 1 == len(done.stderr.strip().splitlines())


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.PROSECUTION])
def test_a_role_with_a_scope_that_fits_is_given(tmp_path: Path, role: Role) -> None:
    """A fitting role and scope are accepted; only the bot's name is missing then. Places in no table are refused, with
    similar ones."""
    assert "postcodes import" in _run(tmp_path, "invite", *FOR, "--role", role, "--scope", "municipality:Gouda").stderr
    (tmp_path / "own.csv").write_text("pc4,lat,lon,place,code\n2801,52.01,4.71,Gouda,GM0513\n")
    _run(tmp_path, "postcodes", "import", "own.csv")
    for scope in ("municipality:Gouda", "gemeente gouda", "municipality:0513", "2801"):
        assert NOWHERE in _run(tmp_path, "invite", *FOR, "--role", role, "--scope", scope).stderr
    for scope, said in (("municipality:Goude", "Do you mean: Gouda"), ("2900-2999", "These are near: 2801")):
        done = _run(tmp_path, "invite", *FOR, "--role", role, "--scope", scope)
        assert f"wees-alert: --scope {scope}: " in done.stderr
        assert said in done.stderr
        assert 1 == len(done.stderr.strip().splitlines())


def test_police_can_follow_a_branch_in_the_country_or_in_a_part(tmp_path: Path) -> None:
    """Police can have a branch as scope, in the country or in a range of postcodes that the table has."""
    (tmp_path / "own.csv").write_text("pc4,lat,lon,place,code\n2801,52.01,4.71,Gouda,GM0513\n")
    _run(tmp_path, "postcodes", "import", "own.csv")
    for scope in ("branch:jeweller", "branch:jeweller:2801", "branch:jeweller:2800-2899"):
        done = _run(tmp_path, "invite", *FOR, "--role", "police", "--scope", scope, "--function", "branch_officer")
        assert NOWHERE in done.stderr
    done = _run(tmp_path, "invite", *FOR, "--role", "police", "--scope", "branch:jeweller:2900-2999")
    assert "These are near: 2801" in done.stderr


def test_an_invite_is_in_the_record(tmp_path: Path) -> None:
    """An invitation from the command line is in the audit record."""
    _run(tmp_path, "backup", "copy.db")
    with sqlite3.connect(tmp_path / "wees-alert.db") as database:
        database.execute("INSERT INTO facts (name, value) VALUES ('bot_username', 'wees_alert_bot')")
    database.close()
    done = _run(tmp_path, "invite", *FOR, "--role", "police", "--scope", "2900-2999")
    assert "https://t.me/wees_alert_bot?start=" in done.stdout
    assert ["data.backup_begun", "data.backed_up", "invite.created"] == _recorded(tmp_path / "wees-alert.db")


def test_a_copy_and_a_table_are_in_the_record(tmp_path: Path) -> None:
    """A backup and an import are in the audit record; the backup's own record says that it is a copy."""
    (tmp_path / "own.csv").write_text("pc4,lat,lon,place\n2903,51.93,4.58,Capelle aan den IJssel\n")
    _run(tmp_path, "postcodes", "import", "own.csv")
    _run(tmp_path, "backup", "copy.db")
    begun = ["postcodes.imported", "data.backup_begun"]
    assert [*begun, "data.backed_up"] == _recorded(tmp_path / "wees-alert.db")
    assert begun == _recorded(tmp_path / "copy.db")
    assert _run(tmp_path, "audit", "verify").stdout.startswith("ok    3 rows")


def test_a_copy_that_failed_is_not_in_the_record_as_made(tmp_path: Path) -> None:
    """A backup that failed is recorded as begun only."""
    _run(tmp_path, "backup", "nowhere/copy.db")
    (tmp_path / "taken.db.part").mkdir()
    assert 2 == _run(tmp_path, "backup", "taken.db").exit_code
    assert ["data.backup_begun", "data.backup_begun"] == _recorded(tmp_path / "wees-alert.db")


def _recorded(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as database:
        return [action for (action,) in database.execute("SELECT action FROM audit ORDER BY id")]


@pytest.mark.parametrize("said", [(), ("--for", ""), ("--for", "  "), ("--for", "06-28417793")])
def test_a_link_for_nobody_is_not_made(tmp_path: Path, said: tuple[str, ...]) -> None:
    """Without a terminal `invite` does not ask for whom the link is: one line says what to give, and no link is
    made."""
    done = _run(tmp_path, "invite", *said, "--role", "police", "--scope", "2900-2999")
    assert 2 == done.exit_code
    assert done.stderr.startswith("wees-alert: --for: ")
    assert ("such as --for" if not said else "a name and a function") in done.stderr
    assert 1 == len(done.stderr.strip().splitlines())
    assert not (tmp_path / "wees-alert.db").exists()


def test_an_invite_without_telegram_says_so(tmp_path: Path) -> None:
    """`invite` without Telegram says that it needs the bot's name, which was never stored here."""
    done = _run(tmp_path, "invite", *FOR, "--role", "police", "--scope", "2900-2999")
    assert 2 == done.exit_code
    assert NOWHERE in done.stderr


def test_a_link_of_the_console(tmp_path: Path) -> None:
    """`invite --console` needs the console's address and no Telegram; the link is one of the console, for a day."""
    said = ("invite", *FOR, "--role", "police", "--scope", "2900-2999", "--console")
    done = _run(tmp_path, *said)
    assert (2, True) == (done.exit_code, "set WEES_ALERT_CONSOLE_URL" in done.stderr)
    (tmp_path / ".env").write_text("WEES_ALERT_CONSOLE_URL=https://console.example.nl\n", encoding="utf-8")
    done = _run(tmp_path, *said)
    assert 0 == done.exit_code
    assert "https://console.example.nl/link/" in done.stdout
    assert "within 24 hours" in done.stdout
    assert "invite.created" in _recorded(tmp_path / "wees-alert.db")


def test_postcodes_from_a_csv_and_from_geonames(tmp_path: Path) -> None:
    """Postcodes are imported from CSV, from GeoNames' format and from a zip file; an import replaces the table."""
    (tmp_path / "own.csv").write_text("pc4,lat,lon,place\n2903,51.93,4.58,Capelle aan den IJssel\n")
    assert "1 postcodes" in _run(tmp_path, "postcodes", "import", "own.csv").stdout
    rows = "NL\t2904\tCapelle\tZH\t11\tCapelle aan den IJssel\t0502\t\t\t51.93\t4.59\t6\n" + (
        "NL\t2905\tCapelle\tZH\t11\tCapelle aan den IJssel\t0502\t\t\t51.94\t4.59\t6\n"
    )
    with zipfile.ZipFile(tmp_path / "NL.zip", "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("NL.txt", rows)
    assert "lacks 1 of the 1" in _run(tmp_path, "postcodes", "import", "NL.zip").stderr
    assert "2 postcodes" in _run(tmp_path, "postcodes", "import", "NL.zip", "--force").stdout
    assert "2 rows" in _run(tmp_path, "doctor").stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("pc4,lat,lon,place\n0903,51.9,4.5,X\n", "line 2: pc4"),
        ("pc4,lat,lon,place\n2903,north,4.5,X\n", "line 2: lat"),
        ("pc4,lat,lon,place\n2903,51.9,94.5,X\n", "line 2: lon"),
        ("pc4,lat,lon,place\n", "no postcodes"),
        ("a,b\n1,2\n", "pc4,lat,lon,place"),
    ],
)
async def test_a_wrong_table_is_refused_whole(tmp_path: Path, content: str, said: str) -> None:
    """A wrong table is refused with its line and column."""
    (tmp_path / "wrong.csv").write_text(content)
    with pytest.raises(CannotStart, match=said):
        await read_postcodes(str(tmp_path / "wrong.csv"))


def test_a_refused_table_changes_nothing(tmp_path: Path) -> None:
    """A refused table leaves the earlier one in place."""
    (tmp_path / "good.csv").write_text("pc4,lat,lon,place\n2903,51.93,4.58,Capelle\n")
    (tmp_path / "wrong.csv").write_text("pc4,lat,lon,place\n2904,51.9,4.5,X\n0903,51.9,4.5,X\n")
    _run(tmp_path, "postcodes", "import", "good.csv")
    assert 2 == _run(tmp_path, "postcodes", "import", "wrong.csv").exit_code
    assert "1 rows" in _run(tmp_path, "doctor").stdout


def test_a_table_that_loses_over_a_tenth_of_the_old_is_refused(tmp_path: Path) -> None:
    """A table without over a tenth of the old postcodes is refused, unless --force is given; a larger table is
    accepted."""
    rows = [f"{pc4},51.93,4.58,Capelle\n" for pc4 in range(2000, 2100)]
    for name, kept in (("all", rows), ("one", rows[:1]), ("less", rows[:89]), ("tenth", rows[:90] + rows[:1])):
        (tmp_path / f"{name}.csv").write_text("pc4,lat,lon,place\n" + "".join(kept))
    assert 0 == _run(tmp_path, "postcodes", "import", "all.csv").exit_code
    for name, lost in (("one", 99), ("less", 11)):
        done = _run(tmp_path, "postcodes", "import", f"{name}.csv")
        assert 2 == done.exit_code
        assert f"lacks {lost} of the 100 postcodes" in done.stderr
        assert "--force" in done.stderr
        assert 1 == len(done.stderr.strip().splitlines())
        assert "100 rows" in _run(tmp_path, "doctor").stdout
    assert "90 postcodes" in _run(tmp_path, "postcodes", "import", "tenth.csv").stdout
    assert "1 postcodes" in _run(tmp_path, "postcodes", "import", "one.csv", "--force").stdout
    assert "100 postcodes" in _run(tmp_path, "postcodes", "import", "all.csv").stdout
    assert 4 == len(_recorded(tmp_path / "wees-alert.db"))


def test_the_whole_country(tmp_path: Path) -> None:
    """A table of some four thousand rows is read at once."""
    table = ROOT.parent / "shared" / "data" / "pc4.csv"
    if not table.exists():
        table = tmp_path / "country.csv"
        rows = (f"{pc4},{51 + pc4 / 5000:.3f},{4 + pc4 / 5000:.3f},Plaats {pc4}" for pc4 in range(1011, 5080))
        table.write_text("pc4,lat,lon,place\n" + "\n".join(rows))
    done = _run(tmp_path, "postcodes", "import", str(table))
    assert int(done.stdout.split()[0]) > 4_000


def test_a_backup_is_whole_and_overwrites_nothing(tmp_path: Path) -> None:
    """A backup opens and passes its integrity check, and does not overwrite an existing file."""
    assert 0 == _run(tmp_path, "backup", "copy.db").exit_code
    with sqlite3.connect(tmp_path / "copy.db") as copy:
        assert [("ok",)] == copy.execute("PRAGMA integrity_check").fetchall()
    copy.close()
    before = (tmp_path / "copy.db").read_bytes()
    done = _run(tmp_path, "backup", "copy.db")
    assert 2 == done.exit_code
    assert "exists already" in done.stderr
    assert before == (tmp_path / "copy.db").read_bytes()


def test_a_backup_to_nowhere_says_so(tmp_path: Path) -> None:
    """A backup to a missing place is refused in one line."""
    done = _run(tmp_path, "backup", "nowhere/copy.db")
    assert (2, "wees-alert: there is no directory nowhere") == (done.exit_code, done.stderr.splitlines()[-1])


def test_the_doctor_finds_a_database_of_a_newer_program(tmp_path: Path) -> None:
    """The doctor reports a database of a newer program, does not change it, and says what to do."""
    _run(tmp_path, "doctor")
    with sqlite3.connect(tmp_path / "wees-alert.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    done = _run(tmp_path, "doctor")
    assert 1 == done.exit_code
    assert "FAIL  migrations" in done.stdout


def test_the_doctor_finds_a_file_that_is_no_database(tmp_path: Path) -> None:
    """The doctor reports a file that is no database in one line, without a traceback."""
    (tmp_path / "wees-alert.db").write_bytes(b"something else entirely" * 1000)
    done = _run(tmp_path, "doctor")
    assert 1 == done.exit_code
    assert "FAIL  database" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_the_doctor_says_what_to_do(tmp_path: Path) -> None:
    """The doctor prints a line for each check, with advice, and exits with 1 when something is wrong."""
    done = _run(tmp_path, "doctor")
    assert 1 == done.exit_code
    lines = {line.split()[1].rstrip(":"): line for line in done.stdout.splitlines()}
    found = {"administrator", "police", "postcodes", "scopes", "coverage", "places", "sources"}
    running = {"receiving", "outbox", "limits", *found}
    assert {"settings", "files", "token", "clock", "database", "migrations", *running} == set(lines)
    assert "invite --role administrator" in lines["administrator"]
    assert "invite --role police" in lines["police"]
    assert lines["settings"].startswith("ok")
    assert "does not answer" in lines["token"]
    assert "postcodes import" in lines["postcodes"]
