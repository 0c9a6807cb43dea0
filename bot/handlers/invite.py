"""Inviting and joining: /uitnodigen, a colleague's link, and who asks to be let in."""

from telegram import Update

from alerts.errors import IllegalTransition
from alerts.ids import InviteId, MemberId, PremisesId
from alerts.role import Action
from alerts.services.ask_to_join import admit, ask_to_join, refuse
from alerts.services.create_invite import invite_colleague
from alerts.services.revoke_invite import revoke_invite
from bot.context import Context
from bot.forms import dialogues
from bot.forms.invite import INVITE
from bot.handlers.entities import ids
from bot.handlers.matching import Handler, command, pressed
from bot.handlers.people import shop_people
from bot.message import Message
from bot.render.invitation import invitation, invitations_screen
from bot.render.shop import name_of
from bot.replies import Edit, Replies, Say, Toast
from bot.scene import Scene


def handlers() -> list[Handler]:
    """A coordinator's commands, withdrawing, an owner's button, and the four buttons of a request to join."""
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
    """A coordinator knows a shop."""
    await context.scene.check_may(Action.INVITE_PREMISES)
    return await dialogues.begin(INVITE.name, context.scene)


async def invitations(_update: Update, context: Context) -> Replies:
    """My links that still work."""
    return [Say(await _open(context.scene))]


async def more(_update: Update, context: Context) -> Replies:
    """Those that are older than one, or the newest again."""
    return [Edit(await _open(context.scene, InviteId(context.press.entity_id) or None))]


async def _open(scene: Scene, below: InviteId | None = None) -> Message:
    mine = await scene.uow.invites.open_by(scene.person().id, scene.now)
    older = [one for one in mine if below is None or one.id < below]
    return await invitations_screen(older, scene, is_first=below is None)


async def revoke(_update: Update, context: Context) -> Replies:
    """That link works no longer; the screen it stood on goes on with the others."""
    scene, (invite, shop) = context.scene, ids(context.press, 2)
    try:
        await revoke_invite(scene.uow, scene.person(), InviteId(invite), scene.now)
        toast = Toast(scene.t.plain("invite-revoked-done"))
    except IllegalTransition as error:
        scene.refuse(error)
        toast = Toast(scene.t.plain(error.text_id, **error.fields), is_alert=True)
    screen = await shop_people(scene, PremisesId(shop)) if shop else await _open(scene)
    return [toast, Edit(screen)]


async def colleague(_update: Update, context: Context) -> Replies:
    """An owner's link for the people who work there."""
    scene, press = context.scene, context.press
    member, premises = scene.person(), PremisesId(press.entity_id)
    created = await invite_colleague(scene.uow, member, premises, version=press.version, now=scene.now)
    return [Toast(""), Say(invitation(created, scene, text="invite-colleague"))]


async def ask(_update: Update, context: Context) -> Replies:
    """It is the same shop: ask its owner."""
    scene = context.scene
    own, existing = (PremisesId(one) for one in ids(context.press, 2))
    await ask_to_join(scene.uow, scene.person(), own, existing, now=scene.now)
    return [Edit(Message(scene.t("join-asked")))]


async def another(_update: Update, context: Context) -> Replies:
    """It is another shop: nothing changes."""
    return [Edit(Message(context.scene.t("join-not")))]


async def let_in(_update: Update, context: Context) -> Replies:
    """The owner knows the person."""
    scene = context.scene
    existing, member, duplicate = ids(context.press, 3)
    premises = await admit(
        scene.uow,
        scene.person(),
        PremisesId(existing),
        member=MemberId(member),
        duplicate=PremisesId(duplicate),
        now=scene.now,
    )
    return [Edit(Message(scene.t("join-admitted", name=name_of(premises, scene.t)), is_protected=True))]


async def keep_out(_update: Update, context: Context) -> Replies:
    """The owner does not."""
    scene = context.scene
    existing, member, duplicate = ids(context.press, 3)
    premises = await refuse(
        scene.uow,
        scene.person(),
        PremisesId(existing),
        member=MemberId(member),
        duplicate=PremisesId(duplicate),
        now=scene.now,
    )
    return [Edit(Message(scene.t("join-refused", name=name_of(premises, scene.t)), is_protected=True))]
