"""The menus of one shop in /mijn. Every press checks again that the shop is the member's and still at the version
shown."""

from telegram import Update

from alerts.branch import Branch
from alerts.errors import NotFound
from alerts.ids import PremisesId
from alerts.premises import Following
from alerts.services.member.choose_settings import choose_wider, toggle_branch
from alerts.services.shop.find_premises import own_premises
from bot.conversation.callbacks import id_and_choice
from bot.conversation.replies import Edit, Replies
from bot.conversation.request import Context
from bot.forms import dialogues
from bot.forms.opening_hours import HOURS
from bot.forms.premises import DETAILS, MOVE
from bot.handlers.matching import Handler, pressed
from bot.render.my_overview import ALL, branches_menu, shop_menu, wider_menu


def handlers() -> list[Handler]:
    """List a handler for each button of a shop's menus."""
    return [
        pressed("shop", shop),
        pressed("wider", wider),
        pressed("wide", choose_radius),
        pressed("branches", branches),
        pressed("branch", choose_branch),
        pressed("details", details),
        pressed("move", move),
        pressed("hours", hours),
    ]


async def shop(_update: Update, context: Context) -> Replies:
    """Show the present menu of a shop."""
    request = context.request
    following = await own_premises(request.uow, request.person().id, PremisesId(context.press.entity_id))
    return [Edit(shop_menu(following, request.t))]


async def wider(_update: Update, context: Context) -> Replies:
    """Show the choices of how far beyond the sender's reach this member wants alerts."""
    return [Edit(wider_menu(await _current(context), context.request.t))]


async def choose_radius(_update: Update, context: Context) -> Replies:
    """Set how far beyond the sender's reach this member wants alerts (metres)."""
    number, choice = id_and_choice(context.press)
    following = await _current(context, PremisesId(number))
    if not (choice.isascii() and choice.isdigit()):
        raise NotFound
    chosen = await choose_wider(context.request.uow, following, int(choice[:6]) or None)
    return [Edit(wider_menu(chosen, context.request.t))]


async def branches(_update: Update, context: Context) -> Replies:
    """Show which other branches the member follows."""
    number, shown = id_and_choice(context.press)
    following = await _current(context, PremisesId(number))
    return [Edit(branches_menu(following, context.request.t, shows_all=shown == ALL))]


async def choose_branch(_update: Update, context: Context) -> Replies:
    """Add a branch to those followed, or remove it."""
    number, choice = id_and_choice(context.press)
    following = await _current(context, PremisesId(number))
    name, _, shown = choice.partition(".")
    branch = next((one for one in Branch if one == name), None)
    if branch is None:
        raise NotFound
    chosen = await toggle_branch(context.request.uow, following, branch)
    return [Edit(branches_menu(chosen, context.request.t, shows_all=shown == ALL))]


async def details(_update: Update, context: Context) -> Replies:
    """Begin the form for the shop's name and house number."""
    following = await _current(context)
    return await dialogues.begin(DETAILS.name, context.request, str(following.premises.id))


async def move(_update: Update, context: Context) -> Replies:
    """Begin the form that moves the shop to another place or branch."""
    shop = (await _current(context)).premises
    return await dialogues.begin(MOVE.name, context.request, f"{shop.id}-{shop.version}")


async def hours(_update: Update, context: Context) -> Replies:
    """Begin the form for the shop's opening hours."""
    shop = (await _current(context)).premises
    return await dialogues.begin(HOURS.name, context.request, f"{shop.id}-{shop.version}")


async def _current(context: Context, premises: PremisesId | None = None) -> Following:
    request, press = context.request, context.press
    wanted = premises if premises is not None else PremisesId(press.entity_id)
    return await own_premises(request.uow, request.person().id, wanted, version=press.version)
