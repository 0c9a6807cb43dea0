"""/vervanger: deputies for one's own roles."""

from telegram import Update

from alerts.errors import NotAllowed
from alerts.ids import MemberId, RoleId
from alerts.services.invite.invite_deputy import invite_deputy
from alerts.services.role.name_deputy import end_deputy
from bot.conversation.callbacks import ids
from bot.conversation.replies import Edit, Replies, Say, Toast
from bot.conversation.request import Context
from bot.handlers.matching import Handler, command, pressed
from bot.render.deputy import deputy_card
from bot.render.invitation import invitation
from texts.roles import role_and_scope


def handlers() -> list[Handler]:
    """List the handlers: the list, a link for a deputy, and ending a deputy."""
    return [
        command("vervanger", "deputy", show),
        pressed("deputy-name", name),
        pressed("deputy-end", end),
    ]


async def show(_update: Update, context: Context) -> Replies:
    """Show a card for each of the member's own roles. Raises NotAllowed if they have none."""
    request = context.request
    member = request.person()
    own = [one for one in request.grants if one.member_id == member.id and one.is_active(request.now)]
    if not own:
        raise NotAllowed("own-role-only")
    return [Say(await deputy_card(grant, request.view())) for grant in own]


async def name(_update: Update, context: Context) -> Replies:
    """Make an invitation link for a deputy."""
    request, role = context.request, RoleId(context.press.entity_id)
    created = await invite_deputy(request.uow, role, request.person().id, request.now)
    grant, t = await request.uow.roles.get(role), request.t
    words = await role_and_scope(request.uow, grant, t)
    return [Toast(""), Say(invitation(created, request, text="deputy-invite", **words))]


async def end(_update: Update, context: Context) -> Replies:
    """End a deputy's role."""
    request = context.request
    role, deputy = ids(context.press, 2)
    grant = await end_deputy(request.uow, RoleId(role), request.person().id, MemberId(deputy), now=request.now)
    return [Toast(request.t.plain("deputy-end-done")), Edit(await deputy_card(grant, request.view()))]
