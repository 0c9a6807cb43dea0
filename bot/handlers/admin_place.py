"""What a municipality set: sending alone on duty, and what its roles are called."""

from telegram import Update

from alerts.errors import NotFound
from alerts.role import Action, ScopeKind
from alerts.services.set_municipality import municipality_for, set_sole_on_duty
from bot.context import Context
from bot.forms import dialogues
from bot.forms.municipality import MUNICIPALITY, named, place_message
from bot.forms.role_label import ROLE_LABEL
from bot.handlers.matching import Handler, pressed
from bot.render.admin import place_card
from bot.replies import Edit, Replies, Say, Toast


def handlers() -> list[Handler]:
    """Which municipality, and what can be changed there; a button names it by one of its postcodes."""
    return [
        pressed("admin-places", choose),
        pressed("admin-duty", duty),
        pressed("admin-name", rename),
    ]


async def choose(_update: Update, context: Context) -> Replies:
    """The own one; who looks after more is asked which."""
    scene = context.scene
    await scene.check_may(Action.ADMINISTER)
    scopes = {one.scope for one in scene.grants if one.is_active(scene.now) and Action.ADMINISTER in one.actions}
    only = next(iter(scopes)) if len(scopes) == 1 else None
    if only is not None and only.kind is ScopeKind.MUNICIPALITY and await scene.uow.postcodes.pc4s_of(only.name or ""):
        return [Say(await place_message(only.name or "", scene))]
    return await dialogues.begin(MUNICIPALITY.name, scene)


async def duty(_update: Update, context: Context) -> Replies:
    """Whether the only police on duty may send alone, or not."""
    scene = context.scene
    await scene.check_may(Action.ADMINISTER)
    pc4, _, wanted = context.press.entity.partition(".")
    name = await named(pc4, scene)
    if wanted not in ("0", "1"):
        raise NotFound
    settings = await set_sole_on_duty(scene.uow, scene.actor, name, is_allowed=wanted == "1", now=scene.now)
    return [Toast(scene.t.plain("admin-kept")), Edit(await place_card(settings, pc4, scene.view()))]


async def rename(_update: Update, context: Context) -> Replies:
    """What is this role called there?"""
    scene = context.scene
    await scene.check_may(Action.ADMINISTER)
    pc4, _, _role = context.press.entity.partition(".")
    await municipality_for(scene.uow, scene.actor, await named(pc4, scene), scene.now)
    return await dialogues.begin(ROLE_LABEL.name, scene, context.press.entity)
