"""Who belongs to a shop: the owner's list, removing somebody, and leaving. Every press asks again whose shop it is."""

from telegram import Update

from alerts.ids import MemberId, PremisesId
from alerts.services.find_premises import own_premises, owned_premises
from alerts.services.leave_premises import leave_premises
from alerts.services.remove_colleague import colleague_of, remove_colleague
from bot.callbacks import safe_id
from bot.context import Context
from bot.forms.ended import asks_about, end_pointless
from bot.handlers.entities import ids
from bot.handlers.matching import Handler, pressed
from bot.menu import fresh_menu
from bot.message import Message
from bot.render.mine import overview
from bot.render.people import leave_question, people_screen, removal_question, removed_message
from bot.replies import Edit, Replies, Toast
from bot.scene import Scene


def handlers() -> list[Handler]:
    """The list, two presses that remove somebody, and those that leave: as one of many, to an heir, as the last."""
    return [
        pressed("people", people),
        pressed("remove", remove),
        pressed("removed", removed),
        pressed("leave", leave),
        pressed("left", left),
        pressed("left-to", left_to),
        pressed("left-last", left_last),
    ]


async def people(_update: Update, context: Context) -> Replies:
    """Everybody of the shop, and the links by which others can still come."""
    number, _, behind = context.press.entity.partition(".")
    return [Edit(await shop_people(context.scene, PremisesId(safe_id(number)), behind=safe_id(behind)))]


async def shop_people(scene: Scene, premises: PremisesId, *, behind: int = 0) -> Message:
    """The same, wherever it is shown again."""
    following = await owned_premises(scene.uow, scene.person().id, premises)
    links = await scene.uow.invites.open_for(premises, scene.now)
    return await people_screen(following, links, scene, behind=behind)


async def remove(_update: Update, context: Context) -> Replies:
    """Is that really meant?"""
    scene, (number, member) = context.scene, ids(context.press, 2)
    colleague = await colleague_of(scene.uow, scene.person(), PremisesId(number), MemberId(member))
    following = await owned_premises(scene.uow, scene.person().id, PremisesId(number))
    return [Edit(await removal_question(following, colleague, scene))]


async def removed(_update: Update, context: Context) -> Replies:
    """It is."""
    scene, (number, member) = context.scene, ids(context.press, 2)
    await remove_colleague(scene.uow, scene.person(), PremisesId(number), MemberId(member), scene.now)
    following = await owned_premises(scene.uow, scene.person().id, PremisesId(number))
    return [Edit(removed_message(following, scene.t))]


async def leave(_update: Update, context: Context) -> Replies:
    """Is that really meant, and who takes over?"""
    scene, press = context.scene, context.press
    premises = PremisesId(press.entity_id)
    following = await own_premises(scene.uow, scene.person().id, premises, version=press.version)
    return [Edit(await leave_question(following, scene))]


async def left(_update: Update, context: Context) -> Replies:
    """It is; who is there longest takes over what there is to take over."""
    return await _go(context, PremisesId(context.press.entity_id), version=context.press.version)


async def left_to(_update: Update, context: Context) -> Replies:
    """It is, and somebody was chosen."""
    number, heir = ids(context.press, 2)
    return await _go(context, PremisesId(number), heir=MemberId(heir))


async def left_last(_update: Update, context: Context) -> Replies:
    """It is, and the shop closes if nobody came meanwhile."""
    return await _go(context, PremisesId(context.press.entity_id), version=context.press.version, is_last=True)


async def _go(
    context: Context,
    premises: PremisesId,
    *,
    version: int | None = None,
    heir: MemberId | None = None,
    is_last: bool = False,
) -> Replies:
    scene = context.scene
    member = scene.person()
    await own_premises(scene.uow, member.id, premises, version=version)
    stays_open = not is_last
    await leave_premises(scene.uow, member, premises, scene.now, heir=heir, stays_open=stays_open, tells_groups=True)
    ended = await end_pointless(scene, asks_about(premises), "leave-done")
    return [Toast(scene.t.plain("leave-done")), Edit(await overview(scene, member)), *ended, await fresh_menu(scene)]
