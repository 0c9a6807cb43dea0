"""The command line: `wees-alert run`, `demo`, `invite`, `postcodes import`, `backup`, `retention`, `doctor`,
`audit`, `check-text`."""

import asyncio
import contextlib
import os
import signal
import sys
import threading
import traceback
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar

import segno
import typer

from alerts.clock import SystemClock
from alerts.errors import AlertsError, Rejected
from alerts.guard import find
from alerts.ports import Storage
from alerts.role import Role, Scope, parse_scope
from alerts.services.apply_retention import apply_retention, what_is_due
from alerts.services.back_up import back_up
from alerts.services.create_invite import create_role_invite
from alerts.services.import_postcodes import import_postcodes as import_table
from bot.audit_check import show_head, verify
from bot.check_text import check_text
from bot.doctor import examine
from bot.errors import CannotStart
from bot.logs import logger, redacted, set_up_logs
from bot.postcodes import read_postcodes
from bot.settings import Settings, load_settings
from bot.wiring import bot_username, open_database, open_program

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)
postcodes = typer.Typer(no_args_is_help=True, help="The table of four-digit postcodes.")
app.add_typer(postcodes, name="postcodes")
audit = typer.Typer(no_args_is_help=True, help="The audit record: is it whole, and by what to show that it stays so.")
app.add_typer(audit, name="audit")
app.command("check-text")(check_text)

SCOPES = "2900-2999, 2903, municipality:NAME, national, branch:KEY (trade_association) or kvo_group:ID (kvo_manager)"

STOP_SECONDS = 9.5  # of the ten that it may take

T = TypeVar("T")
log = logger()


@app.command()
def run() -> None:
    """Run the bot with the settings of the environment and .env, until it is told to stop."""
    _do(_run(_settings()))


@app.command()
def demo(
    once: Annotated[bool, typer.Option("--once", help="Play the story, check it, and stop: exit code 0 or 1.")] = False,
    port: Annotated[int, typer.Option(help="The port of the demo's page; 0 takes a free one.")] = 8081,
) -> None:
    """Play a story in a made-up neighbourhood on this machine; no Telegram account is needed."""
    from bot.demo.play import play_demo  # only the demo needs its story

    sys.exit(asyncio.run(play_demo(once=once, port=0 if once else port)))


@app.command()
def invite(
    role: Annotated[Role, typer.Option(help="What the person will be.")],
    scope: Annotated[str, typer.Option(help=f"{SCOPES}.")],
    label: Annotated[str | None, typer.Option(help="What others see of the person: a function, no name.")] = None,
    png: Annotated[Path | None, typer.Option(help="Write the QR picture to this file as well.")] = None,
) -> None:
    """Print a one-time link that gives a role, with its QR picture. It is valid for a week."""
    _do(_invite(_settings(), role, scope, label=label, png=png))


@postcodes.command("import")
def import_postcodes(
    source: Annotated[str | None, typer.Argument(help="A file or address; GeoNames' Dutch file by default.")] = None,
) -> None:
    """Replace the table of four-digit postcodes (GeoNames format, or CSV with pc4,lat,lon,place)."""
    _do(_import(_settings(), source))


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
    sys.exit(asyncio.run(examine(lambda line: typer.echo(redacted(line)))))


@audit.command("verify")
def verify_audit(
    head: Annotated[
        str | None,
        typer.Option(metavar="FILE|HASH", help="Heads that were kept; the file of the settings when not given."),
    ] = None,
) -> None:
    """Look for rows that were changed, removed, reordered or cut off; the bot may be running. Exit code 0 or 1."""
    settings = _settings()
    sys.exit(_do(verify(settings, head, typer.echo)))


@audit.command("head")
def print_head() -> None:
    """Print the newest row of the record as a line to keep elsewhere: number, hash, time."""
    _do(show_head(_settings(), typer.echo))


def main() -> None:
    """Run the program; what stops it is said in one line. A crash is printed without secrets, whatever it is about."""
    threading.excepthook = lambda one: _log_crash("thread_failed", one.exc_value)
    sys.unraisablehook = lambda one: _log_crash("not_cleaned_up", one.exc_value)
    try:
        app()
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


def _stop(line: str) -> NoReturn:
    typer.echo(redacted(f"wees-alert: {line}"), err=True)
    raise SystemExit(2)


async def _run(settings: Settings) -> None:
    """Until the first SIGTERM or SIGINT; further ones change nothing, as it ends already."""
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
        log.info("running")
        await program.run()


def _end_anyway_in(seconds: float) -> None:
    """A database or a request that does not end is treated like a kill, which loses nothing."""

    def end() -> None:
        log.error("stopped_halfway")
        os._exit(1)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()


async def _invite(settings: Settings, role: Role, scope: str, *, label: str | None, png: Path | None) -> None:
    wanted = _useful_scope(role, scope)
    if label is not None and (found := find(label)):
        raise CannotStart(
            f"--label: looks like personal data ({found[0].kind}); write a function, such as Politie Capelle"
        )
    storage = await open_database(settings)
    try:
        await _check_group(storage, wanted)
        username = await bot_username(settings, storage)
        now = SystemClock().now()
        async with storage.transaction() as uow:
            created = await create_role_invite(uow, role, wanted, now=now, label=label)
    finally:
        await storage.close()
    link = f"https://t.me/{username}?start={created.secret}"
    picture = segno.make(link, error="m")
    picture.terminal(compact=True)
    if png is not None:
        picture.save(str(png), kind="png", scale=8)
    days = (created.expires_at - now).days
    typer.echo(link)
    typer.echo(f"One person can use this link once, within {days} days, to become {role} for {wanted}.")


async def _check_group(storage: Storage, scope: Scope) -> None:
    """Raise CannotStart when the scope is a KVO group that is not there, or not any more."""
    if scope.kvo_group_id is None:
        return
    async with storage.reading() as uow:
        groups = {group.id for group in await uow.kvo_groups.all_open()}
    if scope.kvo_group_id not in groups:
        raise CannotStart(f"--scope {scope}: there is no such KVO group; make it in the chat with /groepen")


def _useful_scope(role: Role, text: str) -> Scope:
    """The scope. Raises CannotStart for what is none, and where this role could do nothing."""
    try:
        scope = parse_scope(text)
    except Rejected as error:
        raise CannotStart(f"--scope {text}: is not a scope; write {SCOPES}") from error
    if not scope.kind.fits(role):
        raise CannotStart(f"--scope {text}: no scope for the role {role}; write {SCOPES}")
    return scope


async def _import(settings: Settings, source: str | None) -> None:
    rows = await read_postcodes(source or settings.postcodes_url)
    storage = await open_database(settings)
    try:
        await import_table(storage, rows, SystemClock().now())
    finally:
        await storage.close()
    typer.echo(f"{len(rows)} postcodes imported.")


async def _backup(settings: Settings, file: Path) -> None:
    storage = await open_database(settings)
    try:
        await back_up(storage, str(file), SystemClock().now())
    finally:
        await storage.close()
    typer.echo(f"Backup written to {file}.")


async def _retention(settings: Settings, *, dry_run: bool) -> None:
    storage, now = await open_database(settings), SystemClock().now()
    try:
        apply = what_is_due if dry_run else apply_retention
        counts = await apply(storage, settings.retention, now)
    finally:
        await storage.close()
    for kind, count in counts.items():
        typer.echo(f"{kind}: {count} {'to remove' if dry_run else 'removed'}")
