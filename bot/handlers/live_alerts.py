"""Live alerts: /actueel, and the button Gezien under an alert."""

from telegram import Update

from alerts.alert import Revision
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.alert.read_alert import may_read_in_office
from alerts.services.alert.see_alert import see_in_chat
from bot.conversation.callbacks import button
from bot.conversation.message import Keyboard, Message
from bot.conversation.replies import Buttons, Replies, Reply, Say, Toast
from bot.conversation.request import Context, Request
from bot.handlers.matching import Handler, command, pressed, pressed_anywhere
from bot.render.alert import alert_buttons, alert_message, report_button

MOST = 10  # messages at once; more would bury the first


def handlers() -> list[Handler]:
    """List the handlers for everybody who receives alerts."""
    return [command("actueel", "current", show_current), pressed_anywhere("seen", seen), pressed("more", show_more)]


async def show_current(_update: Update, context: Context) -> Replies:
    """Show every live alert that concerns this person's shops or scope, in its newest version."""
    request = context.request
    if request.person().stopped_at is not None:
        return [Say(Message(request.t("current-stopped")))]
    return await _show(await _current(request), request) or [Say(Message(request.t("current-none")))]


async def show_more(_update: Update, context: Context) -> Replies:
    """Show the alerts older than the last one shown."""
    request, last = context.request, context.press.entity_id
    older = {alert: message for alert, message in (await _current(request)).items() if alert < last}
    return [Buttons(Keyboard(())), *(await _show(older, request) or [Say(Message(request.t("current-all")))])]


async def _show(messages: dict[AlertId, Message], request: Request) -> list[Reply]:
    newest_first = sorted(messages, reverse=True)
    shown: list[Reply] = [Say(messages[alert]) for alert in newest_first[:MOST]]
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
    is_new = await request.uow.alerts.mark_seen(AlertId(press.entity_id), request.person().id, request.now)
    rows = alert_buttons(AlertId(press.entity_id), press.version, request.t, is_seen=True)
    return [Toast(request.t.plain("seen-thanks" if is_new else "seen-before")), Buttons(Keyboard(rows))]


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


async def _current(request: Request) -> dict[AlertId, Message]:
    member = request.person()
    messages = {
        revision.alert_id: await alert_now(revision, metres, request)
        for revision, metres in await request.uow.alerts.live_for(member.id, request.now)
    }
    if await request.may(Action.READ_ALERTS):
        for alert in await request.uow.alerts.live_by_place(request.now):
            revision = await request.uow.alerts.latest_revision(alert.id)
            may_read = await may_read_in_office(request.uow, alert, member.id, request.grants, request.now)
            if revision is not None and alert.id not in messages and may_read:
                messages[alert.id] = await alert_now(revision, None, request)
    return messages


async def alert_now(revision: Revision, metres: int | None, request: Request) -> Message:
    """Render the alert as it was delivered; without Gezien for non-recipients, whose press would not count."""
    message = alert_message(revision, metres, request.t, request.zone)
    was_sent = await request.uow.deliveries.addressed_to(revision.alert_id, request.person().id)
    return message if was_sent else message.with_keyboard((report_button(revision.alert_id, request.t),))
