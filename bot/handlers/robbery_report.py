"""The report of a robbery with taps: the first tap reports it, and each further one tells a fact. Nothing is typed, and
no tap is needed."""

from telegram import Update

from alerts.errors import NotFound
from alerts.ids import PremisesId, ReportId
from alerts.report import Report
from alerts.robbery_facts import Fact, next_open
from alerts.services.report.report_robbery import report_robbery
from alerts.services.report.tell_fact import robbery_of, tell_fact
from bot.conversation.callbacks import safe_id
from bot.conversation.message import Keyboard
from bot.conversation.replies import Buttons, Edit, Replies
from bot.conversation.request import Context
from bot.handlers.matching import Handler, pressed
from bot.handlers.robbery_now import first_hour_button
from bot.render.robbery_report import (
    ASK,
    BOARD,
    DONE,
    NOT_TOLD,
    REPORT,
    TELL,
    robbery_board,
    robbery_done,
    robbery_question,
)


def handlers() -> list[Handler]:
    """List the handlers of the buttons."""
    return [
        pressed(REPORT, report),
        pressed(BOARD, show_board),
        pressed(ASK, ask),
        pressed(TELL, tell),
        pressed(DONE, finish),
    ]


async def report(_update: Update, context: Context) -> Replies:
    """Report a robbery of the pressed shop. What can be told comes with the receipt; for one that was reported already
    it is shown again."""
    request = context.request
    member, shop = request.person().id, PremisesId(context.press.entity_id)
    reported, is_new = await report_robbery(request.uow, member, shop, request.now, zone=request.zone)
    if is_new:
        return [Buttons(Keyboard(((first_hour_button(request.t),),)))]
    return [Edit(await robbery_board(reported, request.view()), takes_place=True)]


async def show_board(_update: Update, context: Context) -> Replies:
    """Show all that can be told, and what was."""
    return [Edit(await robbery_board(await _robbery(context, context.press.entity_id), context.request.view()))]


async def ask(_update: Update, context: Context) -> Replies:
    """Ask for one fact."""
    number, fact, _ = _pressed(context)
    return [Edit(robbery_question(await _robbery(context, number), fact, context.request.view()))]


async def tell(_update: Update, context: Context) -> Replies:
    """Store the tapped value of a fact, and ask for the next one that is open; after the last, show the end. A fact
    that is left open after all is asked again."""
    request = context.request
    number, fact, value = _pressed(context)
    is_left = value == NOT_TOLD
    told = await tell_fact(
        request.uow, request.person().id, ReportId(number), fact, None if is_left else value, now=request.now
    )
    following = fact if is_left else next_open(told, fact)
    if following is None:
        return [_end(told, context)]
    return [Edit(robbery_question(told, following, request.view(), told=None if is_left else fact))]


async def finish(_update: Update, context: Context) -> Replies:
    """Show the end."""
    return [_end(await _robbery(context, context.press.entity_id), context)]


def _end(told: Report, context: Context) -> Edit:
    t = context.request.t
    return Edit(robbery_done(told, t, first_hour=first_hour_button(t)))


def _pressed(context: Context) -> tuple[int, Fact, str]:
    """Return the report, fact and value of the pressed button (`12.weapon.knife`). Raises NotFound for no fact."""
    number, _, rest = context.press.entity.partition(".")
    name, _, value = rest.partition(".")
    fact = next((one for one in Fact if one == name), None)
    if fact is None:
        raise NotFound
    return safe_id(number), fact, value


async def _robbery(context: Context, number: int) -> Report:
    request = context.request
    return await robbery_of(request.uow, request.person().id, ReportId(number))
