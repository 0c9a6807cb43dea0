"""/start: become a retailer, accept an invitation, or come back."""

from telegram import Update

from alerts.ids import AlertId
from alerts.services.accept_invite import Accepted, Refused, accept_invite
from alerts.services.read_alert import read_alert
from alerts.services.stop import restart
from bot.callbacks import safe_id
from bot.context import Context
from bot.forms import dialogues
from bot.forms.ended import end_pointless
from bot.forms.subscribe import SUBSCRIBE
from bot.handlers import report
from bot.handlers.current import alert_now
from bot.handlers.matching import Handler, command, pressed
from bot.menu import fresh_menu, main_keyboard
from bot.message import Html, Message, paragraphs
from bot.render.group import READ_LINK, REPORT_LINK
from bot.render.mine import overview
from bot.render.place import moment
from bot.replies import Replies, Reply, Say
from bot.scene import Scene

PRIVACY = "privacy"


def handlers() -> list[Handler]:
    """/start with and without an invitation; the privacy page."""
    return [command("start", "start", start), pressed(PRIVACY, privacy)]


async def start(update: Update, context: Context) -> Replies:
    """Whoever comes: a stranger subscribes, a member is back, and a link does what it stands for."""
    scene, payload = context.scene, (context.args or [""])[0]
    if payload == PRIVACY:
        return await privacy(update, context)
    if payload == REPORT_LINK:
        return await report.write(update, context)
    if payload.startswith(READ_LINK):
        return await _read(AlertId(safe_id(payload.removeprefix(READ_LINK))), scene)
    if payload:
        return await _accept(payload, scene)
    if scene.member is None or not await _belongs_somewhere(scene):
        return await _subscribe(scene)
    scene.member = await restart(scene.uow, scene.member, scene.now)
    return [_button_hint(scene), Say(await overview(scene, scene.member)), await fresh_menu(scene)]


async def privacy(_update: Update, context: Context) -> Replies:
    """What is kept, why, and how to be forgotten."""
    t = context.scene.t
    return [Say(Message(paragraphs(t("privacy-title"), t("privacy-kept"), t("privacy-not"), t("privacy-rights"))))]


async def _read(alert: AlertId, scene: Scene) -> Replies:
    """The alert behind the one line that a group's chat got, for whom it concerns."""
    member = scene.person()
    if member.stopped_at is not None:
        return [Say(Message(scene.t("current-stopped")))]
    revision, metres = await read_alert(scene.uow, alert, member.id, scene.now)
    return [Say(await alert_now(revision, metres, scene))]


async def _accept(secret: str, scene: Scene) -> Replies:
    accepted = await accept_invite(
        scene.uow,
        secret,
        channel=scene.channel,
        ref=scene.key.person_ref,
        language=scene.language,
        now=scene.now,
    )
    if isinstance(accepted, Refused):
        return [Say(Message(_refused(accepted, scene)))]
    ended = await end_pointless(scene, lambda dialogue: dialogue.form == SUBSCRIBE.name, "start-ended")
    return [*ended, *await _welcomed_back(accepted, scene), await fresh_menu(scene)]


def _refused(refused: Refused, scene: Scene) -> Html:
    t = scene.t
    if refused.until is None:
        return t("invite-unknown")
    return t("invite-locked", until=moment(refused.until, t, scene.zone, scene.now))


async def _welcomed_back(accepted: Accepted, scene: Scene) -> list[Reply]:
    """What a link gave is told by a notice; to who had it already it is a way back, as /start is.

    The notice of a role brings the button under the typing field along; that of a shop has buttons of its own.
    """
    scene.member = accepted.member
    if accepted.grant is not None:
        return []
    if accepted.premises is not None:
        return [_button_hint(scene)]
    return [_button_hint(scene), Say(await overview(scene, accepted.member))]


def _button_hint(scene: Scene) -> Say:
    return Say(Message(scene.t("report-button-hint"), main_keyboard(scene.t)))


async def _subscribe(scene: Scene) -> Replies:
    menu = await fresh_menu(scene)
    under_way = await dialogues.under_way(scene)
    if under_way is not None and under_way.form == SUBSCRIBE.name:
        asked = await dialogues.ask_again(scene)
        return [*([asked] if asked else []), menu]  # as far as it had come
    return [*await dialogues.begin(SUBSCRIBE.name, scene), menu]


async def _belongs_somewhere(scene: Scene) -> bool:
    if any(grant.is_active(scene.now) for grant in scene.grants):
        return True
    member = scene.person()
    return bool(await scene.uow.premises.followings(member.id))
