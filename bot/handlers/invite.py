"""Inviting and joining: /uitnodigen, links for colleagues, and requests to join a shop."""

from telegram import Update

from alerts.errors import IllegalTransition
from alerts.ids import InviteId, MemberId, PremisesId
from alerts.role import Action
from alerts.services.invite.create_invite import invite_colleague
from alerts.services.invite.revoke_invite import revoke_invite
from alerts.services.shop.ask_to_join import admit, ask_to_join, refuse
from bot.conversation.callbacks import ids
from bot.conversation.message import Message
from bot.conversation.replies import Edit, Replies, Say, Toast
from bot.conversation.request import Context, Request
from bot.forms import dialogues
from bot.forms.invite import INVITE
from bot.handlers.matching import Handler, command, pressed
from bot.handlers.people import shop_people
from bot.render.invitation import invitation, invitations_screen
from texts.shops import name_of


def handlers() -> list[Handler]:
    """List the handlers: coordinators' commands, revoking, an owner's link, and the four buttons of a join request."""
    return [
        command("uitnodigen", "invite", invite),
        command("uitnodigingen", "invitations", invitations),
        pressed("invitations", more),
        pressed("revoke", revoke),
        pressed("colleague", colleague),
        pressed("join", ask),
        pressed("join-other", another),
        pressed("admit", let_in),
        pressed("refuse", keep_out),
    ]


async def invite(_update: Update, context: Context) -> Replies:
    """Begin the form by which a coordinator invites a shop."""
    await context.request.check_may(Action.INVITE_PREMISES)
    return await dialogues.begin(INVITE.name, context.request)


async def invitations(_update: Update, context: Context) -> Replies:
    """Show the member's invitation links that still work."""
    return [Say(await _open(context.request))]


async def more(_update: Update, context: Context) -> Replies:
    """Show the links older than the one that the button names, or the newest page."""
    return [Edit(await _open(context.request, InviteId(context.press.entity_id) or None))]


async def _open(request: Request, below: InviteId | None = None) -> Message:
    mine = await request.uow.invites.open_by(request.person().id, request.now)
    older = [one for one in mine if below is None or one.id < below]
    return await invitations_screen(older, request, is_first=below is None)


async def revoke(_update: Update, context: Context) -> Replies:
    """Revoke a link and update the screen that it was shown on."""
    request, (invite, shop) = context.request, ids(context.press, 2)
    try:
        await revoke_invite(request.uow, request.person(), InviteId(invite), request.now)
        toast = Toast(request.t.plain("invite-revoked-done"))
    except IllegalTransition as error:
        request.refuse(error)
        toast = Toast(request.t.plain(error.text_id, **error.fields), is_alert=True)
    screen = await shop_people(request, PremisesId(shop)) if shop else await _open(request)
    return [toast, Edit(screen)]


async def colleague(_update: Update, context: Context) -> Replies:
    """Make an owner's invitation link for colleagues in the shop."""
    request, press = context.request, context.press
    member, premises = request.person(), PremisesId(press.entity_id)
    created = await invite_colleague(request.uow, member, premises, version=press.version, now=request.now)
    return [Toast(""), Say(invitation(created, request, text="invite-colleague"))]


async def ask(_update: Update, context: Context) -> Replies:
    """Ask the owner of the existing shop to admit this person: it is the same shop."""
    request = context.request
    own, existing = (PremisesId(one) for one in ids(context.press, 2))
    await ask_to_join(request.uow, request.person(), own, existing, now=request.now)
    return [Edit(Message(request.t("join-asked")))]


async def another(_update: Update, context: Context) -> Replies:
    """Keep both shops: the person says that it is another shop."""
    return [Edit(Message(context.request.t("join-not")))]


async def let_in(_update: Update, context: Context) -> Replies:
    """Admit the person as a member of the owner's shop."""
    request = context.request
    existing, member, duplicate = ids(context.press, 3)
    premises = await admit(
        request.uow,
        request.person(),
        PremisesId(existing),
        member=MemberId(member),
        duplicate=PremisesId(duplicate),
        now=request.now,
    )
    if premises is None:
        return [Toast(request.t.plain("join-full"), is_alert=True)]
    return [Edit(Message(request.t("join-admitted", name=name_of(premises, request.t)), is_protected=True))]


async def keep_out(_update: Update, context: Context) -> Replies:
    """Refuse the person's request to join the owner's shop."""
    request = context.request
    existing, member, duplicate = ids(context.press, 3)
    premises = await refuse(
        request.uow,
        request.person(),
        PremisesId(existing),
        member=MemberId(member),
        duplicate=PremisesId(duplicate),
        now=request.now,
    )
    return [Edit(Message(request.t("join-refused", name=name_of(premises, request.t)), is_protected=True))]
