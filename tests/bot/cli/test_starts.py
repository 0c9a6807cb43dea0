"""Tests of starts that fail: each ends with one line that says what to do, without a password."""

import asyncio
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from typer.testing import CliRunner, Result

from alerts.errors import Trouble, Unavailable
from bot.cli.commands import app
from bot.cli.doctor import ADVICE
from bot.errors import WrongSettings
from bot.logs import redacted
from bot.settings import PREFIX, Settings, load_settings
from bot.urls import check_database, secrets_in
from storage import open_storage
from tests.patience import PATIENCE

ROOT = Path(__file__).parents[3]
TOKEN = "110201543:a-token-that-nobody-may-read"
PASSWORD = "Hemelsblauw"
NOWHERE = "http://127.0.0.1:9"
FOR = ("--for", "A. de Vries, politie")

pytestmark = [pytest.mark.process, pytest.mark.usefixtures("own_logs")]


def _run(cwd: Path, *arguments: str, **settings: str) -> Result:
    given = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": NOWHERE, **settings}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(cwd)
        for name in [name for name in os.environ if name.startswith(PREFIX)]:
            patch.delenv(name)
        done = CliRunner().invoke(app, arguments, env={f"{PREFIX}{key}": value for key, value in given.items()})
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert PASSWORD not in done.output
    return done


def _says(done: Result) -> str:
    """Return the one line with which the start ended."""
    (line,) = done.stderr.strip().splitlines()
    assert (2, True) == (done.exit_code, line.startswith("wees-alert: "))
    return line.removeprefix("wees-alert: ")


# Addresses of a database.


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://wees:{PASSWORD}",
        f"postgresql://wees:{PASSWORD}/wees",
        f"postgresql://wees:{PASSWORD}@",
        f"postgresql://wees:{PASSWORD}@host",
        f"postgresql://wees:{PASSWORD}@host/",
        f"postgresql://wees:{PASSWORD}@host:port/wees",
        f"postgresql://wees@host:{PASSWORD}/wees",
        f"postgresql://wees@host:99999/wees?password={PASSWORD}",
        f"postgresql://wees:#{PASSWORD}@host/wees",
        f"postgresql://wees:{PASSWORD}#@host/wees",
        f"postgresql://wees:?{PASSWORD}@host/wees",
        f"postgresql://wees:x/{PASSWORD}@host/wees",
        f"postgresql://wees:x@{PASSWORD}@host/wees",
        f"postgresql://wees:{PASSWORD}@[::1/wees",
        f"postgresql://host/wees:{PASSWORD}",
        f"postgresql://host/wees@{PASSWORD}",
        f"postgresql://host/wees?{PASSWORD}",
        f"postgresql://host/wees?{PASSWORD}=x",
        f"postgresql://host/wees?pasword={PASSWORD}",
        f"postgresql://host/wees?sslmode={PASSWORD}",
        f"postgresql://host/wees?connect_timeout={PASSWORD}",
        f"postgres://wees:{PASSWORD}@host/wees",
        f"postgresql:wees:{PASSWORD}@host/wees",
        f"wees:{PASSWORD}@host/wees",
        f"mysql://wees:{PASSWORD}@host/wees",
        f"sqlite://wees:{PASSWORD}@host/wees",
        "sqlite:///",
        "sqlite:///:memory:",
        "",
    ],
)
def test_a_wrong_address_of_a_database_is_one_line(tmp_path: Path, url: str) -> None:
    """A wrong database address is reported in one line, by a command and by the doctor, whatever part of it was meant
    as the password."""
    assert f"{PREFIX}DATABASE_URL: " in _says(_run(tmp_path, "backup", "copy", DATABASE_URL=url))
    examined = _run(tmp_path, "doctor", DATABASE_URL=url)
    assert (1, True) == (examined.exit_code, "FAIL  settings: " in examined.output)
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:///wees-alert.db",
        "sqlite:////srv/wees@home/a:b.db",
        "postgresql://wees:geheim@host/wees",
        "postgresql://wees:ge%2Fhe%40im@host:6432/wees?sslmode=require",
        "postgresql://wees@[2001:db8::1]:5432/wees",
        "postgresql://wees:geheim@one,two:5433/wees?target_session_attrs=read-write",
        "postgresql:///wees?host=/run/postgresql",
        "postgresql://%2Frun%2Fpostgresql/wees",
        "postgresql://host?dbname=wees&user=wees&password=geheim",
    ],
)
def test_a_right_address_of_a_database_is_taken(url: str) -> None:
    """Addresses in the forms of libpq's documentation are accepted."""
    check_database(url)


def test_the_words_of_the_database_are_said_to_be_wrong_as_settings(tmp_path: Path) -> None:
    """A wrong option in a database address is reported as a wrong setting, with the nearest known option."""
    url = f"postgresql://wees:{PASSWORD}@127.0.0.1/wees?sslmod=require"
    line = _says(_run(tmp_path, "backup", "copy", DATABASE_URL=url))
    assert line.endswith("a word that is not understood (sslmod): did you mean sslmode?")
    assert "did you mean sslmode?" in _run(tmp_path, "doctor", DATABASE_URL=url).output


# Paths of the database's file.


def test_a_path_that_is_no_place_for_a_file(tmp_path: Path) -> None:
    """A directory, a device, a missing directory and an unwritable directory are refused as the database's file."""
    (tmp_path / "folder").mkdir()
    for url, said in (
        ("sqlite:///folder", "folder is a directory"),
        ("sqlite:///folder/", "folder is a directory"),
        ("sqlite:////dev/null", "/dev/null is not an ordinary file"),
        ("sqlite:///none/such.db", "there is no directory"),
        ("sqlite:////proc/wees.db", "/proc"),
    ):
        assert said in _says(_run(tmp_path, "backup", "copy", DATABASE_URL=url))
        assert "FAIL  database: " in _run(tmp_path, "doctor", DATABASE_URL=url).output


@pytest.mark.parametrize("what", ["directory", "file", "way"])
def test_what_may_only_be_read(what: str) -> None:
    """A read-only file is refused, because a database writes also when it is read. (Modes do not restrict root.)"""
    with TemporaryDirectory(dir="/tmp") as above:
        folder = Path(above, "folder")
        folder.mkdir()
        file = folder / "wees-alert.db"
        asyncio.run(_open_and_close(f"sqlite:///{file}"))
        for place, mode in ((Path(above), 0o755), (folder, 0o777), (file, 0o666)):
            place.chmod(mode)
        {"directory": folder, "file": file, "way": Path(above)}[what].chmod(0o444 if what == "file" else 0o500)
        with _somebody_else(), pytest.raises(Unavailable) as error:
            asyncio.run(_open_and_close(f"sqlite:///{file}"))
        Path(above).chmod(0o700)
        folder.chmod(0o700)
    assert "by this user" in str(error.value) or "cannot be opened (Permission denied)" in str(error.value)
    assert error.value.trouble is Trouble.FORBIDDEN


async def _open_and_close(url: str) -> None:
    await (await open_storage(url, owner=False)).close()


@contextmanager
def _somebody_else() -> Iterator[None]:
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


# Settings.


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("BROADCST_RATE", "BROADCAST_RATE"),
        ("TELEGRAM_TOKN", "TELEGRAM_TOKEN"),
        ("TOKEN", "TELEGRAM_TOKEN"),
        ("DATABASE", "DATABASE_URL"),
        ("POSTCODE_URL", "POSTCODES_URL"),
        ("RETENTION_ALERT_DAYS", "RETENTION_ALERTS_DAYS"),
    ],
)
@pytest.mark.parametrize("place", ["environment", "file", "small letters"])
def test_a_misspelt_setting_is_refused_with_the_nearest(tmp_path: Path, name: str, meant: str, place: str) -> None:
    """A misspelt setting is refused with the nearest known name, without its value, instead of being ignored."""
    if place == "file":
        (tmp_path / ".env").write_text(f"{PREFIX}{name}={PASSWORD}\n")
        done = _run(tmp_path, "backup", "copy")
    else:
        done = _run(tmp_path, "backup", "copy", **{name.lower() if place == "small letters" else name: PASSWORD})
    assert f"{PREFIX}{name}: is no setting; did you mean {PREFIX}{meant}?" == _says(done)


def test_every_setting_is_known_by_its_name(tmp_path: Path) -> None:
    """Every setting of `.env.example` is known, and variables with another prefix are ignored."""
    (tmp_path / ".env").write_text(f"{(ROOT / '.env.example').read_text()}\nWEES=1\nOTHER_ALERT_X=2\n")
    assert {f"{PREFIX}{field.upper()}" for field in Settings.model_fields}
    load_settings(tmp_path / ".env")


def test_settings_in_a_file_that_is_none(tmp_path: Path) -> None:
    """A settings file in Latin-1, or a directory in its place, as a container makes for a missing file, is reported."""
    (tmp_path / ".env").write_bytes(f"# caf\xe9 {PASSWORD}\n".encode("latin-1"))
    assert ".env: is not in UTF-8; save it as UTF-8" == _says(_run(tmp_path, "backup", "copy"))
    assert "FAIL  settings: .env: is not in UTF-8" in _run(tmp_path, "doctor").output
    (tmp_path / ".env").unlink()
    (tmp_path / ".env").mkdir()
    assert _says(_run(tmp_path, "backup", "copy")).startswith(".env: is a directory")


@pytest.mark.parametrize(
    "token", ["110201543:AAHd qTcv", " 110201543:AAHdqTcv", "110201543:AAHdqTcv\n", "1:é", "1:", ":x"]
)
def test_a_token_that_is_none_is_said(monkeypatch: pytest.MonkeyPatch, token: str) -> None:
    """An invalid token is reported before any request with it."""
    monkeypatch.setenv(f"{PREFIX}TELEGRAM_TOKEN", token)
    settings = load_settings(None)
    with pytest.raises(WrongSettings, match="is missing or not a token"):
        settings.token()


# Other failures.


def test_a_picture_that_cannot_be_written_makes_no_link(tmp_path: Path) -> None:
    """A picture that cannot be written is reported before a link is made, so that no unseen link exists."""
    _run(tmp_path, "backup", "copy")
    for png in ("nowhere/x.png", "."):
        line = _says(_run(tmp_path, "invite", *FOR, "--role", "police", "--scope", "2900-2999", "--png", png))
        assert line.startswith(f"--png {png}: cannot be written")
    assert "0 rows" not in _run(tmp_path, "audit", "verify").output
    assert "invite.created" not in (tmp_path / "wees-alert.db").read_bytes().decode(errors="replace")
    done = _run(tmp_path, "invite", *FOR, "--role", "police", "--scope", "2900-2999", "--png", "x.png")
    assert NOWHERE in done.stderr
    assert not (tmp_path / "x.png").exists()


@pytest.mark.parametrize("zone", [":/etc/passwd", "/etc/passwd", "Mars/Olympus", "%%%", ":"])
def test_a_wrong_time_zone_of_the_system_plays_no_part(tmp_path: Path, zone: str) -> None:
    """A wrong time zone of the system has no effect, because the settings have the zone; a library fails at it on
    import."""
    done = _start(tmp_path, "backup", "copy", TZ=zone)
    assert (0, "Backup written to copy.") == (done.returncode, done.stdout.strip())


@pytest.mark.parametrize(
    "arguments",
    [
        ("demo", "--port", "0"),
        ("demo", "--once"),
        ("postcodes", "import", "http://127.0.0.1:{port}/x"),
        ("check-text",),
    ],
    ids=lambda arguments: arguments[0],
)
async def test_ctrl_c_is_one_line(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Ctrl-C ends the program with one line at any moment and however often, as a terminal sends it to all
    processes."""
    silent = await asyncio.start_server(_listen_silently, "127.0.0.1", 0)
    port = silent.sockets[0].getsockname()[1]
    for seconds in (0.1, 0.4, 1.0, 3.0):
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", _PROGRAM, *(one.format(port=port) for one in arguments)),
            cwd=tmp_path,
            env=_environment({}),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            start_new_session=True,
        )
        assert process.stdout is not None
        assert b"begins\n" == await process.stdout.readline()
        await asyncio.sleep(seconds)
        if process.returncode is None:
            os.killpg(process.pid, signal.SIGINT)
        async with asyncio.timeout(PATIENCE):
            out, error = await process.communicate()
        assert b"Traceback" not in out + error, error.decode()
        assert process.returncode in (0, 1, 130)
    silent.close()
    await silent.wait_closed()


def test_a_ctrl_c_before_the_demo_listens_for_it_ends_it_too(tmp_path: Path) -> None:
    """Ctrl-C ends the demo also while the playground's process is being started."""
    done = subprocess.run(
        [sys.executable, "-c", _CANCELLED],
        cwd=tmp_path,
        env=_environment({}),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.stderr.strip().endswith("CancelledError")


async def _listen_silently(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Accept a request, and answer nothing until the other end goes."""
    while await reader.read(1_024):
        pass
    writer.close()


_CANCELLED = """
import asyncio
from alerts.member import Language
from bot.demo.play import play_demo

async def main():
    asyncio.current_task().cancel()  # as asyncio's own handler of Ctrl-C does
    await play_demo(once=True, port=0, language=Language.DUTCH)

asyncio.run(main())
"""
_PROGRAM = "import bot.__main__ as program; print('begins', flush=True); program.main()"


def _start(cwd: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        check=False,
        cwd=cwd,
        env=_environment(environment),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )


def _environment(more: dict[str, str]) -> dict[str, str]:
    plain = {key: value for key, value in os.environ.items() if not key.startswith(PREFIX)}
    ours = {f"{PREFIX}TELEGRAM_TOKEN": TOKEN, f"{PREFIX}TELEGRAM_API_URL": NOWHERE}
    return {**plain, **ours, "PYTHONPATH": str(ROOT), **more}


# Passwords in addresses.


@pytest.mark.parametrize(
    "address",
    [
        f"https://user:{PASSWORD}@127.0.0.1:9/NL.zip",
        f"https://user:x@{PASSWORD}@127.0.0.1:9/NL.zip",
        f"https://user:x/{PASSWORD}@127.0.0.1:9/NL.zip",
        f"https://user:x?{PASSWORD}@127.0.0.1:9/NL.zip",
        f"https://user:{PASSWORD}@",
        f"https://user:{PASSWORD}",
        f"https://user:{PASSWORD}/NL.zip",
        f"https://user:12 {PASSWORD}@127.0.0.1:9/NL.zip",
        f"https://user:[{PASSWORD}@127.0.0.1:9/NL.zip",
        f"https:/user:{PASSWORD}@127.0.0.1:9/NL.zip",
        f"user:{PASSWORD}@127.0.0.1/NL.zip",
        f"https://127.0.0.1:9/NL.zip?apikey={PASSWORD}",
        f"https://127.0.0.1:9/NL.zip?a=b&access_token={PASSWORD}#x",
    ],
)
def test_the_password_of_an_address_of_postcodes_is_not_printed(tmp_path: Path, address: str) -> None:
    """The password in an address of postcodes is not printed, as an argument and as a setting, however malformed."""
    assert 2 == _run(tmp_path, "postcodes", "import", address).exit_code
    assert 2 == _run(tmp_path, "postcodes", "import", POSTCODES_URL=address).exit_code


@pytest.mark.parametrize(
    "text",
    [
        "https://download.geonames.org/export/zip/NL.zip: cannot be downloaded",
        "http://127.0.0.1:9; try again later",
        "postgresql://127.0.0.1:5432/wees, whole",
        "write postgresql://USER:PASSWORD@HOST/NAME",
        "https://t.me/wees_alert_bot?start=abc",
        "http://[::1]:8080/healthz",
        '{"event": "running", "at": "2026-11-29T20:15:00Z"}',
    ],
)
def test_what_holds_no_password_is_printed_as_it_is(text: str) -> None:
    """An address without a password is printed unchanged."""
    assert text == redacted(text)
    assert [] == [one for one in secrets_in("https://download.geonames.org/export/zip/NL.zip") if one]


# The doctor.


def test_the_doctor_minds_modes(tmp_path: Path) -> None:
    """The doctor checks the modes of the database, of the files beside it, and of the file with the token."""
    _run(tmp_path, "backup", "copy")
    assert "ok    files: " in _run(tmp_path, "doctor").output
    (tmp_path / ".env").write_text("")
    for name, mode in ((".env", 0o644), ("wees-alert.db", 0o640), ("wees-alert.db.lock", 0o606)):
        (tmp_path / name).touch(0o600)
        (tmp_path / name).chmod(mode)
        assert f"{name}; run `chmod go-rw" in (said := _run(tmp_path, "doctor").output), said
        (tmp_path / name).chmod(0o600)
    tmp_path.chmod(0o777)
    assert "FAIL  files: others may read or replace" in _run(tmp_path, "doctor").output
    tmp_path.chmod(0o777 | stat.S_ISVTX)
    assert "ok    files: " in _run(tmp_path, "doctor").output


def test_the_doctor_has_advice_for_every_trouble() -> None:
    """The doctor has advice for every kind of trouble, each different."""
    assert set(Trouble) == set(ADVICE)
    assert len(Trouble) == len(set(ADVICE.values()))


@pytest.mark.parametrize(
    ("change", "advice"),
    [
        (("geheim", "geheim1"), Trouble.LOGIN),
        (("/test_", "/not_there_"), Trouble.MISSING),
        (("127.0.0.1:", "127.0.0.1:1"), Trouble.UNREACHABLE),
    ],
)
def test_the_doctors_advice_fits_the_cause(
    tmp_path: Path, postgres_url: str, change: tuple[str, str], advice: Trouble
) -> None:
    """The doctor's advice fits the cause."""
    url = postgres_url.replace(*change)
    if advice is Trouble.UNREACHABLE:
        url = postgres_url.replace(postgres_url.rpartition(":")[2].partition("/")[0], "9")
    assert ADVICE[advice] in _run(tmp_path, "doctor", DATABASE_URL=url).output
