"""/vervanger: who stands in for my roles."""

from telegram import Update

from alerts.errors import NotAllowed
from alerts.ids import MemberId, RoleId
from alerts.services.name_deputy import end_deputy, invite_deputy
from bot.context import Context
from bot.handlers.entities import ids
from bot.handlers.matching import Handler, command, pressed
from bot.render.deputy import deputy_card
from bot.render.invitation import invitation
from bot.render.role import group_of, role_name, scope_words
from bot.replies import Edit, Replies, Say, Toast


def handlers() -> list[Handler]:
    """The list, a link for a deputy, and the end of one."""
    return [
        command("vervanger", "deputy", show),
        pressed("deputy-name", name),
        pressed("deputy-end", end),
    ]


async def show(_update: Update, context: Context) -> Replies:
    """Each of my own roles."""
    scene = context.scene
    member = scene.person()
    own = [one for one in scene.grants if one.member_id == member.id and one.is_active(scene.now)]
    if not own:
        raise NotAllowed("own-role-only")
    return [Say(await deputy_card(grant, scene.view())) for grant in own]


async def name(_update: Update, context: Context) -> Replies:
    """A link to hand to somebody."""
    scene, role = context.scene, RoleId(context.press.entity_id)
    created = await invite_deputy(scene.uow, role, scene.person().id, scene.now)
    grant, t = await scene.uow.roles.get(role), scene.t
    words = {
        "role": await role_name(scene.uow, grant.role, grant.scope, t),
        "scope": scope_words(grant.scope, t, await group_of(scene.uow, grant.scope)),
    }
    return [Toast(""), Say(invitation(created, scene, text="deputy-invite", **words))]


async def end(_update: Update, context: Context) -> Replies:
    """Nobody stands in any more."""
    scene = context.scene
    role, deputy = ids(context.press, 2)
    grant = await end_deputy(scene.uow, RoleId(role), scene.person().id, MemberId(deputy), now=scene.now)
    return [Toast(scene.t.plain("deputy-end-done")), Edit(await deputy_card(grant, scene.view()))]
