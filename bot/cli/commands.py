"""The command line: `wees-alert run`, `demo`, `invite`, `postcodes import`, `backup`, `retention`, `doctor`,
`audit`, `check-text`, `read-text`."""

import asyncio
import contextlib
import os
import signal
import sys
import threading
import traceback
from collections.abc import Coroutine
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar

import typer

from alerts.clock import FollowingClock, SystemClock
from alerts.errors import AlertsError, Rejected, TableShrinks
from alerts.invite import FOR_LENGTH
from alerts.member import Language
from alerts.role import Function, Role
from alerts.services.back_up import back_up
from alerts.services.place.import_postcodes import import_postcodes as import_table
from alerts.services.privacy.apply_retention import apply_retention, what_is_due
from alerts.shop_name import shop_name
from bot.cli.audit import make_key, show_head, verify
from bot.cli.check_text import check_text
from bot.cli.doctor import examine
from bot.cli.interrupt import stop_at_interrupt
from bot.cli.invite import print_invite
from bot.cli.lost_ground import ground_lines
from bot.cli.read_text import WrongMoment, read_lines
from bot.cli.scopes import SCOPES
from bot.errors import CannotStart
from bot.imports.postcode_table import read_postcodes
from bot.logs import hide, logger, redacted, set_up_logs
from bot.runtime.clock_check import ClockCheck
from bot.settings import Settings, load_settings
from bot.telegram_api.server_time import time_at
from bot.urls import secrets_in
from bot.wiring import open_database, open_program

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)
postcodes = typer.Typer(no_args_is_help=True, help="The table of four-digit postcodes.")
app.add_typer(postcodes, name="postcodes")
audit = typer.Typer(no_args_is_help=True, help="The audit record: is it whole, and by what to show that it stays so.")
app.add_typer(audit, name="audit")
app.command("check-text")(check_text)

STOP_SECONDS = 9.5  # of the ten seconds that stopping may take

T = TypeVar("T")
log = logger()


def _print_version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"wees-alert {version('wees-alert')}")
        raise typer.Exit


@app.callback(help=__doc__)
def choose_command(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Take the options that come before a command."""


@app.command()
def run() -> None:
    """Run the bot with the settings of the environment and .env, until it is told to stop."""
    _do(_run(_settings()))


@app.command()
def demo(
    once: Annotated[bool, typer.Option("--once", help="Play the story, check it, and stop: exit code 0 or 1.")] = False,
    port: Annotated[int, typer.Option(help="The port of the demo's page; 0 takes a free one.")] = 8081,
    language: Annotated[
        Language, typer.Option(help="What the story and everybody in it speaks: nl or en.")
    ] = Language.DUTCH,
) -> None:
    """Play a story in a made-up neighbourhood on this machine; no Telegram account is needed."""
    from bot.demo.play import play_demo  # only the demo needs its story

    sys.exit(_do(play_demo(once=once, port=0 if once else port, language=language)))


@app.command()
def invite(
    role: Annotated[Role, typer.Option(help="What the person will be.")],
    scope: Annotated[str, typer.Option(help=f"{SCOPES}.")],
    function: Annotated[
        Function | None, typer.Option(help="As what others see the person; usually what the role is called.")
    ] = None,
    label: Annotated[str | None, typer.Option(help="The same in words of your own: no name.")] = None,
    intended_for: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="WHOM",
            help="For whom it is (asked for at a terminal); the administrators and others in scope read it when it is "
            "used.",
        ),
    ] = None,
    png: Annotated[Path | None, typer.Option(help="Write the QR picture to this file as well.")] = None,
    console: Annotated[
        bool, typer.Option("--console", help="For somebody without Telegram: the link opens the console, for a day.")
    ] = False,
) -> None:
    """Print a one-time link that gives a role, with its QR picture. It is valid for a week."""
    who = _person(intended_for)
    _do(
        print_invite(
            _settings(),
            role,
            scope,
            label=label,
            function=function,
            intended_for=who,
            png=png,
            for_console=console,
        )
    )


@postcodes.command("import")
def import_postcodes(
    source: Annotated[str | None, typer.Argument(help="A file or address; GeoNames' Dutch file by default.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Also when over a tenth of the old table is lost.")] = False,
) -> None:
    """Replace the table of four-digit postcodes (GeoNames format, or CSV with pc4,lat,lon,place)."""
    _do(_import(_settings(), source, is_forced=force))


@app.command()
def backup(file: Annotated[Path, typer.Argument(help="The new file.")]) -> None:
    """Write a consistent copy of the database to a new file; the bot may be running."""
    if file.exists():
        _stop(f"{file}: exists already; give the name of a new file")
    _do(_backup(_settings(), file))


@app.command()
def retention(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be removed.")] = False,
) -> None:
    """Remove what is past its time now, as the bot does every night; the bot may be running."""
    _do(_retention(_settings(), dry_run=dry_run))


@app.command()
def doctor() -> None:
    """Check settings, token, clock, database, the running bot and postcode table: a line each, with what to do."""
    set_up_logs("console", "error")
    sys.exit(_do(examine(lambda line: typer.echo(redacted(line)))))


@app.command("read-text")
def read_text(
    now: Annotated[
        str | None, typer.Option(metavar="ISO-TIME", help="When it was typed, like 2026-11-29T17:00:00+01:00.")
    ] = None,
) -> None:
    """Read what each line of standard input says of an incident; one JSON object a line.

    What is not said is null, false or an empty list. What the guard blocks is not read: its is_report is null.
    """
    try:
        read_lines(now)
    except WrongMoment as error:
        _stop(str(error))


@audit.command("verify")
def verify_audit(
    head: Annotated[
        str | None,
        typer.Option(metavar="FILE|HASH", help="Heads that were kept; the file of the settings when not given."),
    ] = None,
    key: Annotated[
        str | None,
        typer.Option(metavar="PUBLIC", help="The public key by which every kept head must be signed."),
    ] = None,
) -> None:
    """Look for rows that were changed, removed, reordered or cut off; the bot may be running. Exit code 0 or 1."""
    settings = _settings()
    sys.exit(_do(verify(settings, head, key, typer.echo)))


@audit.command("head")
def print_head() -> None:
    """Print the newest row of the record as a line to keep elsewhere: number, hash, time."""
    _do(show_head(_settings(), typer.echo))


@audit.command("key")
def new_audit_key(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the key is to be; never in the database.")],
) -> None:
    """Make an Ed25519 key that signs the heads of the record, and print its public half."""
    _do(_in_a_line(file))


async def _in_a_line(file: Path) -> None:
    make_key(file, typer.echo)


def main() -> None:
    """Run the program; an error that stops it is printed as one line. A crash is printed with its secrets struck
    out."""
    threading.excepthook = lambda one: _log_crash("thread_failed", one.exc_value)
    sys.unraisablehook = lambda one: _log_crash("not_cleaned_up", one.exc_value)
    try:
        app()
    except KeyboardInterrupt:
        stop_at_interrupt()
    except Exception:
        typer.echo(redacted(traceback.format_exc()), err=True)
        sys.exit(1)


def _log_crash(event: str, error: BaseException | None) -> None:
    log.error(event, exc_info=error)


def _settings() -> Settings:
    try:
        settings = load_settings()
    except CannotStart as error:
        _stop(str(error))
    set_up_logs(settings.log_format, settings.log_level)
    return settings


def _do(work: Coroutine[Any, Any, T]) -> T:
    try:
        return asyncio.run(work)
    except* CannotStart as group:
        _stop(str(group.exceptions[0]))
    except* AlertsError as group:
        _stop(str(group.exceptions[0]))
    except* KeyboardInterrupt:
        stop_at_interrupt()


def _stop(line: str) -> NoReturn:
    typer.echo(redacted(f"wees-alert: {line}"), err=True)
    raise SystemExit(2)


async def _run(settings: Settings) -> None:
    """Run the bot until the first SIGTERM or SIGINT; further signals change nothing, as it ends already."""
    told = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    running = asyncio.create_task(_serve(settings))
    waiting = asyncio.create_task(told.wait())
    await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if not running.done():
        _end_anyway_in(STOP_SECONDS)
        running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running
    log.info("stopped")


async def _serve(settings: Settings) -> None:
    async with open_program(settings) as program:
        log.info("running", bot=f"@{program.bot_name}", database=settings.database_name, version=version("wees-alert"))
        await program.run()


def _end_anyway_in(seconds: float) -> None:
    """Kill the process after so many seconds, when a database or a request does not end; nothing is lost by that."""

    def end() -> None:
        log.error("stopped_halfway")
        os._exit(1)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()


def _person(intended_for: str | None) -> str:
    """Return for whom a link is; asks for it at a terminal when it was not given."""
    if intended_for is None:
        if not sys.stdin.isatty():
            _stop('--for: is missing; say for whom the link is, such as --for "A. de Vries, police"')
        intended_for = str(typer.prompt("For whom is it (name and function)?", err=True))
    try:
        return shop_name(intended_for, FOR_LENGTH)
    except Rejected:
        _stop(f"--for: write a name and a function, at most {FOR_LENGTH} signs, and no numbers of people")


async def _import(settings: Settings, source: str | None, *, is_forced: bool) -> None:
    hide(*settings.secrets, *secrets_in(source or ""))
    table = await read_postcodes(source or settings.postcodes_url)
    storage = await open_database(settings)
    try:
        done = await import_table(storage, table, SystemClock().now(), is_forced=is_forced)
    except TableShrinks as error:
        raise CannotStart(
            f"the new table lacks {error.lost} of the {error.old} postcodes of the old one; nothing was imported. "
            "Is it the right file, and whole? If so, import it with --force"
        ) from error
    finally:
        await storage.close()
    typer.echo(f"{done.pc4s} postcodes imported.")
    for line in ground_lines(done.lost):
        typer.echo(line)


async def _backup(settings: Settings, file: Path) -> None:
    storage = await open_database(settings)
    try:
        await back_up(storage, str(file), SystemClock().now())
    finally:
        await storage.close()
    typer.echo(f"Backup written to {file}.")


async def _retention(settings: Settings, *, dry_run: bool) -> None:
    storage, clock = await open_database(settings), FollowingClock()
    try:
        if (server := await storage.server_now()) is not None:
            clock.follow(server)
        now, telegram = clock.now(), await time_at(settings.telegram_api_url)
        check = ClockCheck(storage, clock, lambda: telegram)
        if not dry_run and await check.check() is not None:
            raise CannotStart(f"nothing was removed: {check.reason}")
        apply = what_is_due if dry_run else apply_retention
        counts = await apply(storage, settings.retention, now)
    finally:
        await storage.close()
    for kind, count in counts.items():
        typer.echo(f"{kind}: {count} {'to remove' if dry_run else 'removed'}")
