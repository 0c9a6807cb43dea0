"""/menu: the commands as buttons, in groups for who has many; a button calls the command, which asks for the right."""

from telegram import Update

from alerts.errors import NotFound
from bot.conversation.callbacks import button
from bot.conversation.likely_choices import MOST
from bot.conversation.menu import COMMANDS, Command, CommandGroup, commands_for, console_app, fresh_menu, grouped
from bot.conversation.message import Button, Message
from bot.conversation.replies import Edit, Replies, Say
from bot.conversation.request import Context, Request
from bot.handlers.matching import Handler, PrivateCommand, command, pressed

RUN = "run"


def handlers() -> list[Handler]:
    """List the handlers of /menu, its groups and its commands."""
    return [command("menu", "menu", show_menu), pressed("menu", show_group), pressed(RUN, run)]


async def show_menu(_update: Update, context: Context) -> Replies:
    """Show the commands that this person may use: each with a button, or one button for each group of them. Telegram's
    own list is renewed too."""
    return [Say(await _menu(context.request)), await fresh_menu(context.request)]


async def show_group(_update: Update, context: Context) -> Replies:
    """Show the commands of a group; without a group, all groups again."""
    request, wanted = context.request, context.press.entity
    if not wanted:
        return [Edit(await _menu(request))]
    group = next((one for one in CommandGroup if one == wanted), None)
    if group is None:
        raise NotFound
    offered = grouped(await commands_for(request)).get(group, [])
    back = (button(request.t.plain("menu-back"), "menu"),)
    title = request.t("menu-title", group=request.t.plain(f"menu-group-{group}"))
    return [Edit(Message(title).with_keyboard(*_rows(offered, request), back))]


async def run(update: Update, context: Context) -> Replies:
    """Run the command that the pressed button names."""
    return await run_command(context.press.entity, update, context)


async def run_command(name: str, update: Update, context: Context) -> Replies:
    """Call the handler of the command with this English name. Raises NotFound when there is none."""
    names = {one.english for one in COMMANDS}
    for handler in (one for group in context.application.handlers.values() for one in group):
        if isinstance(handler, PrivateCommand) and name in names & handler.commands:
            context.args = []
            return await handler.callback(update, context)
    raise NotFound


async def _menu(request: Request) -> Message:
    t, offered = request.t, [one for one in await commands_for(request) if one.english != "menu"]
    app = await console_app(request)
    last = [(app,)] if app else []
    if len(offered) <= MOST:
        return Message(t("menu-what")).with_keyboard(*_rows(offered, request), *last)
    rows: list[tuple[Button, ...]] = []
    for group, of_group in grouped(offered).items():
        several = (button(t.plain(f"menu-group-{group}"), "menu", group),)
        rows += [several] if len(of_group) > 1 else _rows(of_group, request)
    return Message(t("menu-what")).with_keyboard(*rows, *last)


def _rows(commands: list[Command], request: Request) -> list[tuple[Button, ...]]:
    return [(button(request.t.plain(f"menu-{one.english}"), RUN, one.english),) for one in commands]
