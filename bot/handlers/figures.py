"""/cijfers: what became of the reports and notices of a month in one's own scope, in numbers for police and city
marshals, in shares for municipalities and managers of KVO groups too."""

from datetime import date

from telegram import Update

from alerts.figures import read_month
from alerts.role import Action, may
from alerts.services.aftercare.show_overview import show_overview
from alerts.services.tally.show_figures import show_figures
from alerts.services.tally.show_shares import show_shares
from bot.conversation.message import Message
from bot.conversation.replies import Edit, Replies, Say
from bot.conversation.request import Context, Request
from bot.handlers.matching import Handler, command, pressed
from bot.render.figures import figures_screen, shares_screen
from texts.aftercare import overview_words


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
    await request.check_may(Action.SEE_SHARES)
    uow, actor, now = request.uow, request.actor, request.now
    shares = await show_shares(uow, actor, month, now)
    shown = shares.month
    care = overview_words(await show_overview(uow, actor, shown.first, shown.last, now), request.t)
    if not may(actor.grants, Action.SEE_FIGURES, None, now=now):
        return shares_screen(shares, care, request.t)
    return figures_screen(await show_figures(uow, actor, month, now), shares, care, request.t)
