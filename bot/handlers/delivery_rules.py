"""When notices come: the buttons of the screen behind /instellingen."""

from collections.abc import Iterable

from telegram import Update

from alerts.errors import NotFound
from alerts.member import Member
from alerts.services.acknowledgement.list_objections import list_objections
from alerts.services.member.choose_quiet_hours import toggle_waiting
from alerts.services.member.choose_settings import (
    DIGEST_HOURS,
    MOST_SINGLES,
    choose_digest,
    choose_singles,
    toggle_mute,
    toggle_opening,
)
from alerts.severity import Severity
from bot.conversation.replies import Edit, Replies
from bot.conversation.request import Context, Request
from bot.forms import dialogues
from bot.forms.quiet_hours import QUIET_HOURS
from bot.handlers.matching import Handler, pressed
from bot.render.delivery_rules import NONE, p1_warning, quiet_menu, rules_menu
from bot.render.objections import objections_card


def handlers() -> list[Handler]:
    """List the handlers of the screen's buttons."""
    return [
        pressed("moments", show),
        pressed("mute", mute),
        pressed("at-opening", wait),
        pressed("digest", gather),
        pressed("singles", let_through),
        pressed("objections", show_objections),
        pressed("quiet", show_quiet_hours),
        pressed("quiet-hours", ask_quiet_hours),
        pressed("quiet-p1", warn),
        pressed("quiet-waits", wait_for_quiet),
    ]


async def show(_update: Update, context: Context) -> Replies:
    """Show when notices come."""
    return await _rules(context.request, context.request.person())


async def mute(_update: Update, context: Context) -> Replies:
    """Turn notices of severity P3 or P4 on or off."""
    request = context.request
    return await _rules(request, await toggle_mute(request.uow, request.person(), _severity(context)))


async def wait(_update: Update, context: Context) -> Replies:
    """Let P2 wait for opening time, or come at once."""
    request = context.request
    chosen = await toggle_opening(request.uow, request.person(), _severity(context), now=request.now)
    return await _rules(request, chosen)


async def gather(_update: Update, context: Context) -> Replies:
    """Have P3 and P4 together at an hour, or each by itself."""
    request, chosen = context.request, context.press.entity
    hour = None if chosen == NONE else _offered(DIGEST_HOURS, chosen)
    return await _rules(request, await choose_digest(request.uow, request.person(), hour))


async def let_through(_update: Update, context: Context) -> Replies:
    """Set how many of them come by themselves each day."""
    request, most = context.request, _offered(MOST_SINGLES, context.press.entity)
    return await _rules(request, await choose_singles(request.uow, request.person(), most))


async def show_objections(_update: Update, context: Context) -> Replies:
    """List what did not come lately, or waits, and why."""
    request = context.request
    found = await list_objections(request.uow, request.person().id, request.now)
    return [Edit(objections_card(found, request.t, request.zone))]


async def show_quiet_hours(update: Update, context: Context) -> Replies:
    """Show the quiet hours; ask for them where there are none."""
    member = context.request.person()
    if member.quiet is None:
        return await ask_quiet_hours(update, context)
    return [Edit(quiet_menu(member, member.quiet, context.request.t))]


async def ask_quiet_hours(_update: Update, context: Context) -> Replies:
    """Begin the form for quiet hours."""
    context.request.person()
    return await dialogues.begin(QUIET_HOURS.name, context.request)


async def warn(_update: Update, context: Context) -> Replies:
    """Warn of what it means when even a P1 waits for the end of the quiet hours."""
    if context.request.person().quiet is None:
        raise NotFound
    return [Edit(p1_warning(context.request.t))]


async def wait_for_quiet(update: Update, context: Context) -> Replies:
    """Let P1 or P2 wait for the end of the quiet hours, or come at once."""
    request = context.request
    request.member = await toggle_waiting(request.uow, request.person(), _severity(context), now=request.now)
    return await show_quiet_hours(update, context)


async def _rules(request: Request, member: Member) -> Replies:
    request.member = member
    shops = [one.premises for one in await request.uow.premises.followings(member.id)]
    return [Edit(rules_menu(member, shops, request.t))]


def _severity(context: Context) -> Severity:
    """Return the severity of the button. Raises NotFound."""
    severity = next((one for one in Severity if one == context.press.entity), None)
    if severity is None:
        raise NotFound
    return severity


def _offered(numbers: Iterable[int], chosen: str) -> int:
    """Return the offered number that the button names. Raises NotFound."""
    found = next((one for one in numbers if str(one) == chosen), None)
    if found is None:
        raise NotFound
    return found
