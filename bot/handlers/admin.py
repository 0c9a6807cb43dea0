"""/beheer: people and their roles, for the administrator of an area. Works in private chats only."""

from telegram import Update

from alerts.ids import RoleId
from alerts.role import Action, Grant
from alerts.services.role.end_role import end_role, end_role_on, role_in_scope, roles_in_scope
from bot.conversation.likely_choices import MOST
from bot.conversation.message import Message
from bot.conversation.replies import Edit, Replies, Say, Toast
from bot.conversation.request import Context
from bot.forms import dialogues
from bot.forms.role.end import ROLE_END
from bot.forms.role.invite import ROLE_INVITE
from bot.handlers import admin_place, admin_sending
from bot.handlers.matching import Handler, command, pressed
from bot.render.admin import back_home, end_question, home, people, role_card

AT_ONCE = MOST - 2  # beside the buttons for more and for the beginning


def handlers() -> list[Handler]:
    """List the handlers of the home screen, people and roles, and those of `admin_place` and `admin_sending`."""
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
    """Show the administrator's home screen as a new message."""
    await context.request.check_may(Action.ADMINISTER)
    return [Say(home(context.request.t))]


async def back(_update: Update, context: Context) -> Replies:
    """Show the administrator's home screen in place of a list."""
    await context.request.check_may(Action.ADMINISTER)
    return [Edit(home(context.request.t))]


async def show_people(_update: Update, context: Context) -> Replies:
    """List who has a role in scope, from the start or after the role whose id the button names."""
    request, behind = context.request, context.press.entity_id
    await request.check_may(Action.ADMINISTER)
    rest = [one for one in await roles_in_scope(request.uow, request.actor, request.now) if one.id > behind]
    shown = rest[:AT_ONCE]
    return [Edit(await people(shown, request.view(), behind=behind, is_rest=len(rest) > AT_ONCE))]


async def show_role(_update: Update, context: Context) -> Replies:
    """Show the card of one role."""
    return [Edit(await role_card(await _role(context), context.request.view()))]


async def ask_end(_update: Update, context: Context) -> Replies:
    """Ask whether the role is really to end now."""
    return [Edit(await end_question(await _role(context), context.request.view()))]


async def end(_update: Update, context: Context) -> Replies:
    """End the role from now on."""
    request, grant = context.request, await _role(context)
    await end_role(request.uow, request.actor, grant.id, request.now)
    done = Message(request.t("admin-end-done")).with_keyboard(back_home(request.t))
    return [Edit(done)]


async def ask_date(_update: Update, context: Context) -> Replies:
    """Ask on which day the role is to end."""
    grant = await _role(context)
    return await dialogues.begin(ROLE_END.name, context.request, str(grant.id))


async def no_date(_update: Update, context: Context) -> Replies:
    """Remove the end date of a role; where a second person must confirm that, say so."""
    request, grant = context.request, await _role(context)
    lasting = await end_role_on(request.uow, request.actor, grant.id, None, now=request.now)
    said = "admin-date-gone" if lasting.ends_at is None else "admin-date-waits"
    return [Toast(request.t.plain(said)), Edit(await role_card(lasting, request.view()))]


async def invite(_update: Update, context: Context) -> Replies:
    """Begin the form that invites somebody to a role."""
    await context.request.check_may(Action.ADMINISTER)
    return await dialogues.begin(ROLE_INVITE.name, context.request)


async def _role(context: Context) -> Grant:
    request = context.request
    await request.check_may(Action.ADMINISTER)
    return await role_in_scope(request.uow, request.actor, RoleId(context.press.entity_id), request.now)
