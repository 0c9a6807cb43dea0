"""/mo: the MO register, for whoever has a verified shop or a role that reads notices."""

from telegram import Update

from alerts.branch import Branch
from alerts.errors import NotFound
from alerts.mo_record import read_mark, read_number
from alerts.role import Action, ScopeKind
from alerts.services.measure.find_measures import find_measures
from alerts.services.register.find_ground import find_ground, ground_key, municipality_key
from alerts.services.register.search_register import may_search, read_record, search_register
from bot.conversation.message import Message
from bot.conversation.replies import Edit, Replies, Say
from bot.conversation.request import Context, Request
from bot.handlers.matching import Handler, command, pressed
from bot.render.mo_register import PAGE, PlaceChoice, choice_screen, record_screen, register_page, unpacked

MOST_PLACES = 4  # that can be chosen with a tap; any other is typed


def handlers() -> list[Handler]:
    """List the handlers for the command, its pages, its records and what can be searched for."""
    return [
        command("mo", "mo", show),
        pressed("mo", turn),
        pressed("morec", open_record),
        pressed("mopick", choose),
    ]


async def show(_update: Update, context: Context) -> Replies:
    """Show the newest records; with a postcode or a municipality after the command those of there."""
    request, typed = context.request, " ".join(context.args or [])
    place = await ground_key(request.uow, typed) if typed else ""
    return [Say(await _page(request, ["", "", place, ""]))]


async def turn(_update: Update, context: Context) -> Replies:
    """Show what the button searches for, or an older page of it."""
    return [Edit(await _page(context.request, context.press.entity.split(".")))]


async def open_record(_update: Update, context: Context) -> Replies:
    """Show one record, with measures for this person's branches."""
    request, parts = context.request, context.press.entity.split(".")
    number = read_number(parts[-1])
    try:
        if number is None:
            raise NotFound
        entry = await read_record(request.uow, request.actor, number, request.now)
    except NotFound as error:  # one answer for what is not there and what is not for this person
        request.refuse(error)
        return [Say(Message(request.t("mo-gone")))]
    measures, branches = await find_measures(request.uow), await _branches(request)
    return [Edit(record_screen(entry, unpacked(parts[:4]), measures, branches, request.t))]


async def choose(_update: Update, context: Context) -> Replies:
    """Show what can be searched for, of one kind."""
    request, parts = context.request, context.press.entity.split(".")
    wanted, kind = unpacked(parts[:4]), parts[-1]
    ground = await find_ground(request.uow, wanted.place)
    places = await _places(request) if kind == "place" else []
    return [Edit(choice_screen(kind, wanted, ground, places, request.t))]


async def _page(request: Request, parts: list[str]) -> Message:
    t, wanted = request.t, unpacked(parts[:4])
    if not await may_search(request.uow, request.actor, request.now):
        return Message(t("mo-not-yet"))
    after = read_mark(".".join(parts[4:]))
    page = await search_register(request.uow, request.actor, wanted, request.now, most=PAGE, after=after)
    return register_page(page, wanted, await find_ground(request.uow, wanted.place), t, is_first=after is None)


async def _branches(request: Request) -> frozenset[Branch]:
    followings = await request.uow.premises.followings(request.person().id)
    return frozenset(one.premises.branch for one in followings)


async def _places(request: Request) -> list[PlaceChoice]:
    """List the surroundings of this person's shops, and the municipalities of their roles."""
    found = {}
    for one in await request.uow.premises.followings(request.person().id):
        if one.premises.place.pc4 is not None:
            found[one.premises.place.pc4] = one.premises.place.pc4
    for grant in request.grants:
        scope = grant.scope
        if Action.READ_ALERTS in grant.actions and scope.kind is ScopeKind.MUNICIPALITY and scope.municipality:
            key = await municipality_key(request.uow, scope.municipality)
            if key:
                found[key] = (await find_ground(request.uow, key)).name
    return [PlaceChoice(key, name) for key, name in found.items()][:MOST_PLACES]
