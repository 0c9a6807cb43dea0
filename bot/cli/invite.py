"""The command `wees-alert invite`: makes a link for a role, and prints it with its QR picture."""

from pathlib import Path

import segno
import typer

from alerts.clock import SystemClock
from alerts.role import Function, Role
from alerts.services.invite.create_invite import create_role_invite
from bot.cli.scopes import check_label, check_written, written_scope
from bot.errors import CannotStart
from bot.settings import PREFIX, Settings
from bot.telegram_api.identity import bot_username
from bot.wiring import open_database


async def print_invite(
    settings: Settings,
    role: Role,
    scope: str,
    *,
    label: str | None,
    function: Function | None,
    intended_for: str,
    png: Path | None,
    for_console: bool = False,
) -> None:
    """Make a link for the role and print it. `for_console`: for somebody without Telegram. Raises CannotStart for a
    scope, label or picture that cannot be, and without the console's address."""
    if for_console and not settings.console_url:
        raise CannotStart(f"--console: set {PREFIX}CONSOLE_URL first, and start the bot again")
    check_written(role, scope, function)
    check_label(label)
    if png is not None:
        _check_place(png)  # before there is a link that nobody sees
    storage = await open_database(settings)
    try:
        wanted = await written_scope(storage, scope)
        where = settings.console_url if for_console else await bot_username(settings, storage)
        now = SystemClock().now()
        async with storage.transaction() as uow:
            created = await create_role_invite(
                uow,
                role,
                wanted,
                now=now,
                label=label,
                intended_for=intended_for,
                function=function,
                for_console=for_console,
            )
    finally:
        await storage.close()
    link = f"{where}/link/{created.secret}" if for_console else f"https://t.me/{where}?start={created.secret}"
    picture = segno.make(link, error="m")
    picture.terminal(compact=True)
    if png is not None:
        picture.save(str(png), kind="png", scale=8)
    lasts = "24 hours" if for_console else f"{(created.expires_at - now).days} days"
    typer.echo(link)
    typer.echo(f"{intended_for} can use this link once, within {lasts}, to become {role} for {wanted}.")


def _check_place(png: Path) -> None:
    """Raise CannotStart when no picture can be written there; nothing is left behind."""
    was_there = png.exists()
    try:
        with png.open("ab"):
            pass
        if not was_there:
            png.unlink()
    except OSError as error:
        raise CannotStart(f"--png {png}: cannot be written ({error.strerror}); no link was made") from error
