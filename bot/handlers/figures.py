"""/cijfers: what became of the reports of a month, for police and city marshals about their own scope."""

from datetime import date

from telegram import Update

from alerts.figures import read_month
from alerts.role import Action
from alerts.services.tally.show_figures import show_figures
from bot.conversation.message import Message
from bot.conversation.replies import Edit, Replies, Say
from bot.conversation.request import Context, Request
from bot.handlers.matching import Handler, command, pressed
from bot.render.figures import figures_screen


def handlers() -> list[Handler]:
    """List the handlers for the command and for its months."""
    return [command("cijfers", "stats", show), pressed("figures", turn)]


async def show(_update: Update, context: Context) -> Replies:
    """Show the figures of the last month that is over."""
    return [Say(await _screen(context.request, None))]


async def turn(_update: Update, context: Context) -> Replies:
    """Show the figures of another month: `2026-01` in the button's data; for anything else those of the last one."""
    return [Edit(await _screen(context.request, read_month(context.press.entity)))]


async def _screen(request: Request, month: date | None) -> Message:
    await request.check_may(Action.SEE_FIGURES)
    return figures_screen(await show_figures(request.uow, request.actor, month, request.now), request.t)
