"""Live alerts: /actueel, and the button Gelezen under an alert."""

from telegram import Update

from alerts.alert import Revision
from alerts.errors import NotFound, OutOfReach
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.alert.read_alert import may_read_in_office, read_alert
from alerts.services.alert.see_alert import see_in_chat
from alerts.services.alert.show_alert import show_alert
from bot.conversation.callbacks import button, id_and_choice
from bot.conversation.message import Keyboard, Message
from bot.conversation.replies import Buttons, Edit, Replies, Reply, Say, Toast
from bot.conversation.request import Context, Request
from bot.handlers.matching import Handler, command, pressed, pressed_anywhere
from bot.render.alert import MORE, Reader, alert_buttons, alert_message, whole_message, without_seen
from bot.render.alert_background import background_of
from texts.shops import shops_reached

_Read = tuple[Revision, int | None]  # with the metres to the nearest shop, if they are known
MOST = 10  # messages at once; more would bury the first


def handlers() -> list[Handler]:
    """List the handlers for everybody who receives alerts."""
    return [
        command("actueel", "current", show_current),
        pressed_anywhere("seen", seen),
        pressed("whole", show_whole),
        pressed("more", show_more),
    ]


async def show_current(_update: Update, context: Context) -> Replies:
    """Show every live alert that concerns this person's shops or scope, in its newest version."""
    request = context.request
    if request.person().stopped_at is not None:
        return [Say(Message(request.t("current-stopped")))]
    shown = await _show(await _current(request), request)
    if await _reads_only_public(request):
        return [*shown, Say(Message(request.t("current-others" if shown else "current-none-public")))]
    return shown or [Say(Message(request.t("current-none")))]


async def _reads_only_public(request: Request) -> bool:
    """Tell whether this person sees only what everybody may read: none of their shops is verified, and no role reads
    more."""
    followings = await request.uow.premises.followings(request.person().id)
    if await request.may(Action.READ_ALERTS):
        return False
    return bool(followings) and not any(one.premises.is_verified for one in followings)


async def show_more(_update: Update, context: Context) -> Replies:
    """Show the alerts older than the last one shown."""
    request, last = context.request, context.press.entity_id
    older = {alert: read for alert, read in (await _current(request)).items() if alert < last}
    return [Buttons(Keyboard(())), *(await _show(older, request) or [Say(Message(request.t("current-all")))])]


async def _show(current: dict[AlertId, _Read], request: Request) -> list[Reply]:
    newest_first = sorted(current, reverse=True)
    shown: list[Reply] = [await alert_now(*current[alert], request) for alert in newest_first[:MOST]]
    if len(newest_first) <= MOST:
        return shown
    more = button(request.t.plain("current-show-more"), "more", newest_first[MOST - 1])
    left = Message(request.t("current-more", count=len(newest_first) - MOST)).with_keyboard((more,))
    return [*shown, Say(left)]


async def seen(_update: Update, context: Context) -> Replies:
    """Mark the alert as seen by this recipient and update its button; in a group's chat count the press instead."""
    request, press = context.request, context.press
    if request.key.chat_ref != request.key.person_ref:
        return [await _seen_in_group(request, AlertId(press.entity_id))]
    number, shown = id_and_choice(press)
    is_new = await request.uow.alerts.mark_seen(AlertId(number), request.person().id, request.now)
    content, has_more = (await request.uow.alerts.get(AlertId(number))).content, shown == MORE
    rows = alert_buttons(AlertId(number), press.version, content, request.t, is_seen=True, has_more=has_more)
    return [Toast(request.t.plain("seen-thanks" if is_new else "seen-before")), Buttons(Keyboard(rows))]


async def show_whole(_update: Update, context: Context) -> Replies:
    """Show all of the alert in place of the glance, to whoever may still read it; an older text stays as it is."""
    request, press = context.request, context.press
    try:
        revision, metres = await read_alert(request.uow, AlertId(press.entity_id), request.person().id, request.now)
    except (NotFound, OutOfReach) as error:  # one answer for both, as under the link in a group's chat
        request.refuse(error)
        return [Say(Message(request.t("alert-not-for-you")))]
    if revision.number != press.version:
        return [Toast(request.t.plain("alert-newer"), is_alert=True)]
    return [Edit(await _rendered(revision, metres, request, is_whole=True))]


async def _seen_in_group(request: Request, alert: AlertId) -> Toast:
    """Count this person's press; the count under the message is updated separately."""
    person, chat = request.key.person_ref, request.key.chat_ref
    is_new = await see_in_chat(
        request.uow,
        alert,
        request.now,
        channel=request.channel,
        chat_ref=chat,
        person_ref=person,
        language=request.language,
    )
    return Toast(request.t.plain("seen-thanks" if is_new else "seen-before"))


async def _current(request: Request) -> dict[AlertId, _Read]:
    member = request.person()
    current: dict[AlertId, _Read] = {
        revision.alert_id: (revision, metres)
        for revision, metres in await request.uow.alerts.live_for(member.id, request.now)
    }
    if await request.may(Action.READ_ALERTS):
        for alert in await request.uow.alerts.live_by_place(request.now):
            revision = await request.uow.alerts.latest_revision(alert.id)
            may_read = await may_read_in_office(request.uow, alert, member.id, request.grants, request.now)
            if revision is not None and alert.id not in current and may_read:
                current[alert.id] = revision, None
    return current


async def alert_now(revision: Revision, metres: int | None, request: Request, *, is_whole: bool = False) -> Say:
    """Show the alert as it was delivered, or all of it, and keep it as a text that this person has."""
    message = await _rendered(revision, metres, request, is_whole=is_whole)
    return Say(message, await show_alert(request.uow, revision, request.person(), request.now))


async def _rendered(revision: Revision, metres: int | None, request: Request, *, is_whole: bool) -> Message:
    """Render the alert. Who received it sees whether they pressed Gelezen; others get no such button, as their press
    would not count."""
    alert, member = revision.alert_id, request.person().id
    background = await background_of(request.uow, revision)
    followings = await request.uow.premises.followings(member)
    shops = await request.uow.alerts.shops_reached({(alert, member)}, request.now)
    reader = Reader(
        metres,
        request.now,
        branches={one.premises.branch for one in followings},
        shops=shops_reached(shops.get((alert, member), ()), request.t),
    )
    was_sent = await request.uow.deliveries.addressed_to(alert, member)
    is_seen = was_sent and await request.uow.alerts.has_seen(alert, member)
    render = whole_message if is_whole else alert_message
    message = render(revision, background, reader, request.t, request.zone, is_seen=is_seen)
    return message if was_sent else without_seen(message)
