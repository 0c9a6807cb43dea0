"""The people of a shop: the owner's list, removing somebody, and leaving. Every press checks the rights to the shop
again."""

from telegram import Update

from alerts.ids import MemberId, PremisesId
from alerts.services.shop.find_premises import own_premises, owned_premises
from alerts.services.shop.leave_premises import leave_premises
from alerts.services.shop.remove_colleague import colleague_of, remove_colleague
from bot.conversation.callbacks import ids, safe_id
from bot.conversation.menu import fresh_menu
from bot.conversation.message import Message
from bot.conversation.replies import Edit, Replies, Toast
from bot.conversation.request import Context, Request
from bot.forms.pointless_forms import asks_about, end_pointless
from bot.handlers.matching import Handler, pressed
from bot.render.my_overview import overview
from bot.render.people import leave_question, people_screen, removal_question, removed_message


def handlers() -> list[Handler]:
    """List the handlers: the list, two presses that remove somebody, and those that leave (as one of many, to an heir,
    as the last)."""
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
    """Show everybody in the shop and the invitation links that are still open."""
    number, _, behind = context.press.entity.partition(".")
    return [Edit(await shop_people(context.request, PremisesId(safe_id(number)), behind=safe_id(behind)))]


async def shop_people(request: Request, premises: PremisesId, *, behind: int = 0) -> Message:
    """Render the list of a shop's people, for any screen that shows it. Only its owner may see it."""
    following = await owned_premises(request.uow, request.person().id, premises)
    links = await request.uow.invites.open_for(premises, request.now)
    return await people_screen(following, links, request, behind=behind)


async def remove(_update: Update, context: Context) -> Replies:
    """Ask to confirm that a colleague is removed."""
    request, (number, member) = context.request, ids(context.press, 2)
    colleague = await colleague_of(request.uow, request.person(), PremisesId(number), MemberId(member))
    following = await owned_premises(request.uow, request.person().id, PremisesId(number))
    return [Edit(await removal_question(following, colleague, request))]


async def removed(_update: Update, context: Context) -> Replies:
    """Remove a colleague from the shop."""
    request, (number, member) = context.request, ids(context.press, 2)
    await remove_colleague(request.uow, request.person(), PremisesId(number), MemberId(member), request.now)
    following = await owned_premises(request.uow, request.person().id, PremisesId(number))
    return [Edit(removed_message(following, request.t))]


async def leave(_update: Update, context: Context) -> Replies:
    """Ask to confirm that the member leaves, and who takes over."""
    request, press = context.request, context.press
    premises = PremisesId(press.entity_id)
    following = await own_premises(request.uow, request.person().id, premises, version=press.version)
    return [Edit(await leave_question(following, request))]


async def left(_update: Update, context: Context) -> Replies:
    """Leave the shop; the longest-standing colleague becomes its owner if it would have none."""
    return await _go(context, PremisesId(context.press.entity_id), version=context.press.version)


async def left_to(_update: Update, context: Context) -> Replies:
    """Leave the shop to the chosen heir."""
    number, heir = ids(context.press, 2)
    return await _go(context, PremisesId(number), heir=MemberId(heir))


async def left_last(_update: Update, context: Context) -> Replies:
    """Leave the shop as its last member, which closes it unless somebody joined meanwhile."""
    return await _go(context, PremisesId(context.press.entity_id), version=context.press.version, is_last=True)


async def _go(
    context: Context,
    premises: PremisesId,
    *,
    version: int | None = None,
    heir: MemberId | None = None,
    is_last: bool = False,
) -> Replies:
    request = context.request
    member = request.person()
    await own_premises(request.uow, member.id, premises, version=version)
    stays_open = not is_last
    await leave_premises(
        request.uow, member, premises, request.now, heir=heir, stays_open=stays_open, tells_groups=True
    )
    ended = await end_pointless(request, asks_about(premises), "leave-done")
    return [
        Toast(request.t.plain("leave-done")),
        Edit(await overview(request, member)),
        *ended,
        await fresh_menu(request),
    ]
