"""/rooster: the duty roster week by week, its shifts, and one's own duties as a calendar."""

from datetime import date

from telegram import Update

from alerts.account import ADDRESS_FACT
from alerts.duty_roster import monday_of
from alerts.errors import NotFound
from alerts.ids import RosterId
from alerts.role import parse_scope
from alerts.services.duty.keep_roster import begin_roster
from alerts.services.duty.read_roster import READS, rosters_for, scopes_without
from alerts.services.duty.share_feed import end_feed, make_feed
from bot.conversation.callbacks import button, safe_id
from bot.conversation.message import Message
from bot.conversation.replies import Edit, Replies, Say, Toast
from bot.conversation.request import Context, Request
from bot.forms import dialogues
from bot.forms.roster.change import CHANGE
from bot.forms.roster.shift import SHIFT
from bot.forms.roster.week import week_message
from bot.handlers.matching import Handler, command, pressed
from bot.render.roster import roster_choice


def handlers() -> list[Handler]:
    """List the handlers: the command, the weeks, the forms, and the calendar feed."""
    return [
        command("rooster", "roster", show),
        pressed("roster", turn),
        pressed("roster-begin", begin),
        pressed("roster-add", add),
        pressed("roster-change", change),
        pressed("roster-feed", feed),
        pressed("roster-feed-end", stop_feed),
    ]


async def show(_update: Update, context: Context) -> Replies:
    """Show this week of the coordinator's only roster; else which rosters there are, and can be begun."""
    request = context.request
    await request.check_may(READS)
    kept = await rosters_for(request.uow, request.actor, request.now)
    if len(kept) == 1:
        return [Say(await week_message(kept[0].id, _this_week(request), request))]
    return [Say(await _choice(request))]


async def turn(_update: Update, context: Context) -> Replies:
    """Show another week (`12.2026-11-23` in the button's data) or roster; without one, the choice."""
    request = context.request
    await request.check_may(READS)
    number, _, monday = context.press.entity.partition(".")
    if not number:
        return [Edit(await _choice(request))]
    return [Edit(await week_message(RosterId(safe_id(number)), _monday(monday, request), request))]


async def begin(_update: Update, context: Context) -> Replies:
    """Begin the roster of one of the coordinator's own scopes."""
    request = context.request
    await request.check_may(READS)
    own = await scopes_without(request.uow, request.actor, request.now)
    scope = next((one for one in own if str(one) == context.press.entity), None) or parse_scope(context.press.entity)
    roster = await begin_roster(request.uow, request.actor, scope, request.now)
    return [Edit(await week_message(roster.id, _this_week(request), request))]


async def add(_update: Update, context: Context) -> Replies:
    """Begin the form of a new shift."""
    return await dialogues.begin(SHIFT.name, context.request, context.press.entity)


async def change(_update: Update, context: Context) -> Replies:
    """Begin the form that changes a shift."""
    return await dialogues.begin(CHANGE.name, context.request, context.press.entity)


async def feed(_update: Update, context: Context) -> Replies:
    """Make a new secret link to the coordinator's own duties; an earlier one ends."""
    request, t = context.request, context.request.t
    await request.check_may(READS)
    address = await request.uow.facts.get(ADDRESS_FACT)
    if not address:
        raise NotFound
    secret = await make_feed(request.uow, request.actor, request.now)
    link = f"{address}/roster/feed/{secret}.ics"
    end = button(t.plain("roster-feed-end"), "roster-feed-end")
    return [Toast(""), Say(Message(t("roster-feed-link", link=link), is_protected=True).with_keyboard((end,)))]


async def stop_feed(_update: Update, context: Context) -> Replies:
    """End the coordinator's calendar link."""
    request = context.request
    await request.check_may(READS)
    await end_feed(request.uow, request.actor, request.now)
    return [Edit(Message(request.t("roster-feed-ended")))]


async def _choice(request: Request) -> Message:
    kept = await rosters_for(request.uow, request.actor, request.now)
    without = await scopes_without(request.uow, request.actor, request.now)
    return roster_choice(kept, without, request.view())


def _this_week(request: Request) -> date:
    return monday_of(request.now.astimezone(request.zone).date())


def _monday(text: str, request: Request) -> date:
    """Return the Monday in a button; this week's for anything else, and for weeks that no calendar has."""
    try:
        monday = monday_of(date.fromisoformat(text))
    except (ValueError, OverflowError):
        return _this_week(request)
    near = abs((monday - _this_week(request)).days) <= 2 * 366
    return monday if near else _this_week(request)
