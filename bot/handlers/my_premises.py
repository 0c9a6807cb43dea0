"""The menus of one shop in /mijn. Every press asks again whether the shop is theirs and still as it was shown."""

from telegram import Update

from alerts.branch import Branch
from alerts.errors import NotFound
from alerts.ids import PremisesId
from alerts.premises import Following
from alerts.services.choose import choose_wider, toggle_branch
from alerts.services.find_premises import own_premises
from bot.context import Context
from bot.forms import dialogues
from bot.forms.premises import DETAILS, MOVE
from bot.handlers.entities import id_and_choice
from bot.handlers.matching import Handler, pressed
from bot.render.mine import branches_menu, shop_menu, wider_menu
from bot.replies import Edit, Replies


def handlers() -> list[Handler]:
    """One for each button."""
    return [
        pressed("shop", shop),
        pressed("wider", wider),
        pressed("wide", choose_radius),
        pressed("branches", branches),
        pressed("branch", choose_branch),
        pressed("details", details),
        pressed("move", move),
    ]


async def shop(_update: Update, context: Context) -> Replies:
    """The menu of a shop, as it is now."""
    scene = context.scene
    following = await own_premises(scene.uow, scene.person().id, PremisesId(context.press.entity_id))
    return [Edit(shop_menu(following, scene.t))]


async def wider(_update: Update, context: Context) -> Replies:
    """How far beyond the sender's reach."""
    return [Edit(wider_menu(await _current(context), context.scene.t))]


async def choose_radius(_update: Update, context: Context) -> Replies:
    """That far."""
    number, choice = id_and_choice(context.press)
    following = await _current(context, PremisesId(number))
    if not (choice.isascii() and choice.isdigit()):
        raise NotFound
    chosen = await choose_wider(context.scene.uow, following, int(choice[:6]) or None)
    return [Edit(wider_menu(chosen, context.scene.t))]


async def branches(_update: Update, context: Context) -> Replies:
    """Which other branches."""
    return [Edit(branches_menu(await _current(context), context.scene.t))]


async def choose_branch(_update: Update, context: Context) -> Replies:
    """That one too, or no longer."""
    number, choice = id_and_choice(context.press)
    following = await _current(context, PremisesId(number))
    branch = next((one for one in Branch if one == choice), None)
    if branch is None:
        raise NotFound
    chosen = await toggle_branch(context.scene.uow, following, branch)
    return [Edit(branches_menu(chosen, context.scene.t))]


async def details(_update: Update, context: Context) -> Replies:
    """Name and house number."""
    following = await _current(context)
    return await dialogues.begin(DETAILS.name, context.scene, str(following.premises.id))


async def move(_update: Update, context: Context) -> Replies:
    """Another place or branch."""
    shop = (await _current(context)).premises
    return await dialogues.begin(MOVE.name, context.scene, f"{shop.id}-{shop.version}")


async def _current(context: Context, premises: PremisesId | None = None) -> Following:
    scene, press = context.scene, context.press
    wanted = premises if premises is not None else PremisesId(press.entity_id)
    return await own_premises(scene.uow, scene.person().id, wanted, version=press.version)
