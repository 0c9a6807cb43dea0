"""/start: sign up, accept an invitation, or come back."""

from telegram import Update
from telegram.ext import MessageHandler

from alerts.errors import NotFound, OutOfReach
from alerts.ids import AlertId
from alerts.services.alert.read_alert import read_alert
from alerts.services.invite.accept_invite import Accepted, Full, Refused, accept_invite
from alerts.services.member.stop import restart
from bot.conversation.callbacks import safe_id
from bot.conversation.menu import fresh_menu, main_keyboard
from bot.conversation.message import Message
from bot.conversation.pasted_link import payload_in, payload_of
from bot.conversation.replies import Replies, Reply, Say
from bot.conversation.request import Context, Request
from bot.forms import dialogues
from bot.forms.pointless_forms import end_pointless
from bot.forms.subscribe import SUBSCRIBE
from bot.handlers import report
from bot.handlers.live_alerts import alert_now
from bot.handlers.matching import PASTED, Handler, command, pressed
from bot.render.alert_in_chat import READ_LINK, REPORT_LINK, WHOLE_LINK
from bot.render.my_overview import overview
from texts.html import Html, paragraphs
from texts.times_and_distances import moment

PRIVACY = "privacy"


def handlers() -> list[Handler]:
    """List the handlers: /start, a link pasted as text, and the privacy page."""
    return [command("start", "start", start), MessageHandler(PASTED, pasted), pressed(PRIVACY, privacy)]


async def start(update: Update, context: Context) -> Replies:
    """Sign up a stranger, welcome a member back, or follow the link in the command's argument."""
    request, words = context.request, " ".join(context.args or [])
    if words:
        return await _follow(payload_in(words, request.bot_username) or words.split()[0], update, context)
    if request.member is None or not await _belongs_somewhere(request):
        return await _subscribe(request)
    again = [Say(Message(request.t("started-again")))] if request.member.stopped_at is not None else []
    request.member = await restart(request.uow, request.member, request.now)
    return [*again, _button_hint(request), Say(await overview(request, request.member)), await fresh_menu(request)]


async def pasted(update: Update, context: Context) -> Replies:
    """Follow a link to this bot, or its code, that was pasted as text, whichever question is open."""
    message = update.effective_message
    assert message is not None, "a message was matched"
    payload = payload_of(message)
    assert payload is not None, "its payload was matched"
    return await _follow(payload, update, context)


async def _follow(payload: str, update: Update, context: Context) -> Replies:
    if payload == PRIVACY:
        return await privacy(update, context)
    if payload == REPORT_LINK:
        return await report.write(update, context)
    if payload.startswith(READ_LINK):
        return await _read(AlertId(safe_id(payload.removeprefix(READ_LINK))), context.request)
    if payload.startswith(WHOLE_LINK):
        return await _read(AlertId(safe_id(payload.removeprefix(WHOLE_LINK))), context.request, is_whole=True)
    return await _accept(payload, context.request)


async def privacy(_update: Update, context: Context) -> Replies:
    """Show what is kept, why, and how to be forgotten."""
    t = context.request.t
    return [Say(Message(paragraphs(t("privacy-title"), t("privacy-kept"), t("privacy-not"), t("privacy-rights"))))]


async def _read(alert: AlertId, request: Request, *, is_whole: bool = False) -> Replies:
    """Show the alert behind the link in a group's chat to members whom it concerns."""
    member = request.person()
    if member.stopped_at is not None:
        return [Say(Message(request.t("current-stopped")))]
    try:
        revision, metres = await read_alert(request.uow, alert, member.id, request.now)
    except (NotFound, OutOfReach) as error:  # one answer for both, or the link would reveal which numbers exist
        request.refuse(error)
        return [Say(Message(request.t("alert-not-for-you")))]
    return [await alert_now(revision, metres, request, is_whole=is_whole)]


async def _accept(secret: str, request: Request) -> Replies:
    accepted = await accept_invite(
        request.uow,
        secret,
        channel=request.channel,
        ref=request.key.person_ref,
        language=request.language,
        now=request.now,
    )
    if isinstance(accepted, Refused):
        return [Say(Message(_refused(accepted, request)))]
    if isinstance(accepted, Full):
        return [Say(Message(request.t("invite-shop-full")))]
    ended = await end_pointless(request, lambda dialogue: dialogue.form == SUBSCRIBE.name, "start-ended")
    return [*ended, *await _welcomed_back(accepted, request), await fresh_menu(request)]


def _refused(refused: Refused, request: Request) -> Html:
    t = request.t
    if refused.until is None:
        return t("invite-unknown")
    return t("invite-locked", until=moment(refused.until, t, request.zone, request.now))


async def _welcomed_back(accepted: Accepted, request: Request) -> list[Reply]:
    """Greet a member after a link.

    A new role or shop has a notice of its own, so it gets no overview here. The notice of a role brings the button
    under the typing field along; that of a shop has buttons of its own.
    """
    request.member = accepted.member
    if accepted.grant is not None or accepted.request is not None:
        return []
    if accepted.premises is not None:
        return [_button_hint(request)]
    return [_button_hint(request), Say(await overview(request, accepted.member))]


def _button_hint(request: Request) -> Say:
    return Say(Message(request.t("report-button-hint"), main_keyboard(request.t)))


async def _subscribe(request: Request) -> Replies:
    menu = await fresh_menu(request)
    under_way = await dialogues.under_way(request)
    if under_way is not None and under_way.form == SUBSCRIBE.name:
        asked = await dialogues.ask_again(request)
        return [*([asked] if asked else []), menu]  # continues at the open question
    return [*await dialogues.begin(SUBSCRIBE.name, request), menu]


async def _belongs_somewhere(request: Request) -> bool:
    if any(grant.is_active(request.now) for grant in request.grants):
        return True
    member = request.person()
    return bool(await request.uow.premises.followings(member.id))
