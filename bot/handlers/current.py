"""What is live: /actueel, and the button Gezien under an alert."""

from telegram import Update

from alerts.alert import Revision
from alerts.ids import AlertId
from alerts.role import Action
from alerts.services.read_alert import may_read_in_office
from alerts.services.see_alert import see_in_chat
from bot.callbacks import button
from bot.context import Context
from bot.handlers.matching import Handler, command, pressed, pressed_anywhere
from bot.message import Keyboard, Message
from bot.render.alert import alert_buttons, alert_message, report_button
from bot.replies import Buttons, Replies, Reply, Say, Toast
from bot.scene import Scene

MOST = 10  # messages at once; more would bury the first


def handlers() -> list[Handler]:
    """What everybody who gets alerts does."""
    return [command("actueel", "current", show_current), pressed_anywhere("seen", seen), pressed("more", show_more)]


async def show_current(_update: Update, context: Context) -> Replies:
    """Every live alert that concerns this person's shops or scope, as it reads now."""
    scene = context.scene
    if scene.person().stopped_at is not None:
        return [Say(Message(scene.t("current-stopped")))]
    return await _show(await _current(scene), scene) or [Say(Message(scene.t("current-none")))]


async def show_more(_update: Update, context: Context) -> Replies:
    """Those before the last one shown."""
    scene, last = context.scene, context.press.entity_id
    older = {alert: message for alert, message in (await _current(scene)).items() if alert < last}
    return [Buttons(Keyboard(())), *(await _show(older, scene) or [Say(Message(scene.t("current-all")))])]


async def _show(messages: dict[AlertId, Message], scene: Scene) -> list[Reply]:
    newest_first = sorted(messages, reverse=True)
    shown: list[Reply] = [Say(messages[alert]) for alert in newest_first[:MOST]]
    if len(newest_first) <= MOST:
        return shown
    more = button(scene.t.plain("current-show-more"), "more", newest_first[MOST - 1])
    left = Message(scene.t("current-more", count=len(newest_first) - MOST)).with_keyboard((more,))
    return [*shown, Say(left)]


async def seen(_update: Update, context: Context) -> Replies:
    """A recipient has seen it; the button says so from now on. In a group's chat it counts everybody."""
    scene, press = context.scene, context.press
    if scene.key.chat_ref != scene.key.person_ref:
        return [await _seen_in_group(scene, AlertId(press.entity_id))]
    is_new = await scene.uow.alerts.mark_seen(AlertId(press.entity_id), scene.person().id, scene.now)
    rows = alert_buttons(AlertId(press.entity_id), press.version, scene.t, is_seen=True)
    return [Toast(scene.t.plain("seen-thanks" if is_new else "seen-before")), Buttons(Keyboard(rows))]


async def _seen_in_group(scene: Scene, alert: AlertId) -> Toast:
    """The count under the message follows by itself."""
    person, chat = scene.key.person_ref, scene.key.chat_ref
    is_new = await see_in_chat(
        scene.uow, alert, scene.now, channel=scene.channel, chat_ref=chat, person_ref=person, language=scene.language
    )
    return Toast(scene.t.plain("seen-thanks" if is_new else "seen-before"))


async def _current(scene: Scene) -> dict[AlertId, Message]:
    member = scene.person()
    messages = {
        revision.alert_id: await alert_now(revision, metres, scene)
        for revision, metres in await scene.uow.alerts.live_for(member.id, scene.now)
    }
    if await scene.may(Action.READ_ALERTS):
        for alert in await scene.uow.alerts.live_by_place(scene.now):
            revision = await scene.uow.alerts.latest_revision(alert.id)
            may_read = await may_read_in_office(scene.uow, alert, member.id, scene.grants, scene.now)
            if revision is not None and alert.id not in messages and may_read:
                messages[alert.id] = await alert_now(revision, None, scene)
    return messages


async def alert_now(revision: Revision, metres: int | None, scene: Scene) -> Message:
    """As it arrived; without Gezien for somebody who was not a recipient, for whom it would not count."""
    message = alert_message(revision, metres, scene.t, scene.zone)
    was_sent = await scene.uow.deliveries.addressed_to(revision.alert_id, scene.person().id)
    return message if was_sent else message.with_keyboard((report_button(revision.alert_id, scene.t),))
