"""Settings of a municipality: whether the only police member on duty may send alone, how long reports wait, and its
names for roles."""

from telegram import Update

from alerts.errors import NotFound
from alerts.role import Action
from alerts.services.place.set_municipality import municipality_for, only_municipality, set_sole_on_duty
from bot.conversation.replies import Edit, Replies, Say, Toast
from bot.conversation.request import Context
from bot.forms import dialogues
from bot.forms.municipality.form import MUNICIPALITY, mark_of, named, place_message
from bot.forms.municipality.report_wait import REPORT_WAIT
from bot.forms.municipality.role_label import ROLE_LABEL
from bot.handlers.matching import Handler, pressed
from bot.render.admin import place_card


def handlers() -> list[Handler]:
    """List the handlers; their buttons name a municipality by one of its postcodes."""
    return [
        pressed("admin-places", choose),
        pressed("admin-duty", duty),
        pressed("admin-name", rename),
        pressed("admin-wait", wait),
    ]


async def choose(_update: Update, context: Context) -> Replies:
    """Show the administrator's municipality; ask which one if they look after more."""
    request = context.request
    await request.check_may(Action.ADMINISTER)
    own = await only_municipality(request.uow, request.actor, request.now)
    if own is not None:
        return [Say(await place_message(own, request))]
    return await dialogues.begin(MUNICIPALITY.name, request)


async def duty(_update: Update, context: Context) -> Replies:
    """Set whether the only police member on duty may send alone."""
    request = context.request
    await request.check_may(Action.ADMINISTER)
    pc4, wanted, mark = _parts(context.press.entity)
    municipality = await named(pc4, request, mark)
    if wanted not in ("0", "1"):
        raise NotFound
    settings = await set_sole_on_duty(
        request.uow, request.actor, municipality, is_allowed=wanted == "1", now=request.now
    )
    return [
        Toast(request.t.plain("admin-kept")),
        Edit(await place_card(settings, pc4, mark_of(municipality), request.view())),
    ]


async def rename(_update: Update, context: Context) -> Replies:
    """Ask for this municipality's own name for a role."""
    request = context.request
    await request.check_may(Action.ADMINISTER)
    pc4, _role, mark = _parts(context.press.entity)
    await municipality_for(request.uow, request.actor, await named(pc4, request, mark), request.now)
    return await dialogues.begin(ROLE_LABEL.name, request, context.press.entity)


async def wait(_update: Update, context: Context) -> Replies:
    """Ask how long reports wait untaken in this municipality."""
    request = context.request
    await request.check_may(Action.ADMINISTER)
    pc4, _nothing, mark = _parts(context.press.entity)
    await municipality_for(request.uow, request.actor, await named(pc4, request, mark), request.now)
    return await dialogues.begin(REPORT_WAIT.name, request, context.press.entity)


def _parts(entity: str) -> tuple[str, str, str]:
    """Split a button's data: a postcode of the municipality, the value, and the municipality's mark (empty on old
    buttons)."""
    pc4, asked, mark = (*entity.split("."), "", "")[:3]
    return pc4, asked, mark
