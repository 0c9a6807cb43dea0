"""/beheer: people and their roles, for the administrator of that area. All of it in private."""

from telegram import Update

from alerts.ids import RoleId
from alerts.role import Action, Grant
from alerts.services.end_role import end_role, end_role_on, role_in_scope, roles_in_scope
from bot.context import Context
from bot.forms import dialogues
from bot.forms.role_end import ROLE_END
from bot.forms.role_invite import ROLE_INVITE
from bot.handlers import admin_place, admin_sending
from bot.handlers.matching import Handler, command, pressed
from bot.message import Message
from bot.render.admin import back_home, end_question, home, people, role_card
from bot.replies import Edit, Replies, Say, Toast

AT_ONCE = 8


def handlers() -> list[Handler]:
    """The beginning, people and roles; municipalities and what is being sent have modules of their own."""
    return [
        command("beheer", "admin", begin),
        pressed("admin", back),
        pressed("admin-people", show_people),
        pressed("admin-role", show_role),
        pressed("admin-end", ask_end),
        pressed("admin-ended", end),
        pressed("admin-date", ask_date),
        pressed("admin-stays", no_date),
        pressed("admin-invite", invite),
        *admin_place.handlers(),
        *admin_sending.handlers(),
    ]


async def begin(_update: Update, context: Context) -> Replies:
    """What there is to look after."""
    await context.scene.check_may(Action.ADMINISTER)
    return [Say(home(context.scene.t))]


async def back(_update: Update, context: Context) -> Replies:
    """The same in place of a list."""
    await context.scene.check_may(Action.ADMINISTER)
    return [Edit(home(context.scene.t))]


async def show_people(_update: Update, context: Context) -> Replies:
    """Who has a role in scope: from the beginning, or behind what was shown."""
    scene, behind = context.scene, context.press.entity_id
    await scene.check_may(Action.ADMINISTER)
    rest = [one for one in await roles_in_scope(scene.uow, scene.actor, scene.now) if one.id > behind]
    shown = rest[:AT_ONCE]
    return [Edit(await people(shown, scene.view(), behind=behind, is_rest=len(rest) > AT_ONCE))]


async def show_role(_update: Update, context: Context) -> Replies:
    """One of them."""
    return [Edit(await role_card(await _role(context), context.scene.view()))]


async def ask_end(_update: Update, context: Context) -> Replies:
    """Is that really meant?"""
    return [Edit(await end_question(await _role(context), context.scene.view()))]


async def end(_update: Update, context: Context) -> Replies:
    """It is: from now on."""
    scene, grant = context.scene, await _role(context)
    await end_role(scene.uow, scene.actor, grant.id, scene.now)
    done = Message(scene.t("admin-end-done")).with_keyboard(back_home(scene.t))
    return [Edit(done)]


async def ask_date(_update: Update, context: Context) -> Replies:
    """On which day?"""
    grant = await _role(context)
    return await dialogues.begin(ROLE_END.name, context.scene, str(grant.id))


async def no_date(_update: Update, context: Context) -> Replies:
    """It lasts after all."""
    scene, grant = context.scene, await _role(context)
    lasting = await end_role_on(scene.uow, scene.actor, grant.id, None, now=scene.now)
    return [Toast(scene.t.plain("admin-date-gone")), Edit(await role_card(lasting, scene.view()))]


async def invite(_update: Update, context: Context) -> Replies:
    """Somebody to a role."""
    await context.scene.check_may(Action.ADMINISTER)
    return await dialogues.begin(ROLE_INVITE.name, context.scene)


async def _role(context: Context) -> Grant:
    scene = context.scene
    await scene.check_may(Action.ADMINISTER)
    return await role_in_scope(scene.uow, scene.actor, RoleId(context.press.entity_id), scene.now)
