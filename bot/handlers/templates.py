"""Templates: /sjablonen with what police wrote and approved beforehand, sent in two taps."""

from telegram import Update

from alerts.ids import AlertId, TemplateId
from alerts.role import Action
from alerts.services.keep_template import approve_template, end_template, find_waiting, make_template, templates_for
from alerts.services.send_template import ready_template, send_template
from bot.callbacks import safe_id
from bot.context import Context
from bot.handlers.matching import Handler, command, pressed
from bot.message import Message
from bot.render.template import ready_card, template_card
from bot.replies import Edit, Replies, Say


def handlers() -> list[Handler]:
    """What police do with them."""
    return [
        command("sjablonen", "templates", show_templates),
        pressed("tplfrom", make),
        pressed("tplok", approve),
        pressed("tplgrounds", choose_grounds),
        pressed("tplend", end),
        pressed("tpluse", use),
        pressed("tplsend", send),
    ]


async def show_templates(_update: Update, context: Context) -> Replies:
    """Each with its buttons, and how to make one."""
    scene, view = context.scene, context.scene.view()
    await scene.check_may(Action.APPROVE_ALERT)
    found = await templates_for(scene.uow, scene.person().id, scene.now)
    return [Say(await template_card(one, view)) for one in found] or [Say(Message(scene.t("templates-none")))]


async def make(_update: Update, context: Context) -> Replies:
    """One of a notice that was sent."""
    scene = context.scene
    await scene.check_may(Action.APPROVE_ALERT)
    alert = await scene.uow.alerts.get(AlertId(context.press.entity_id))
    alert.check_is_sent()
    _, asked = await make_template(scene.uow, alert.content, scene.person().id, scene.now)
    return [Say(Message(scene.t("template-made", count=asked)))]


async def approve(_update: Update, context: Context) -> Replies:
    """With other eyes than its author's, on the grounds that the button names."""
    scene, (_, _, key) = context.scene, context.press.entity.partition(".")
    await scene.check_may(Action.APPROVE_ALERT)
    template = await approve_template(
        scene.uow, _template_in(context), context.press.version, scene.person().id, scene.now, grounds=key or None
    )
    return [Edit(await template_card(template, scene.view()))]


async def choose_grounds(_update: Update, context: Context) -> Replies:
    """All grounds; one more tap approves on one of them."""
    scene = context.scene
    await scene.check_may(Action.APPROVE_ALERT)
    found = await find_waiting(scene.uow, _template_in(context), context.press.version, scene.person().id, scene.now)
    return [Edit(await template_card(found, scene.view(), shows_grounds=True))]


async def end(_update: Update, context: Context) -> Replies:
    """It cannot be sent any more."""
    scene = context.scene
    await scene.check_may(Action.APPROVE_ALERT)
    await end_template(scene.uow, _template_in(context), scene.person().id, scene.now)
    return [Edit(Message(scene.t("template-over")))]


async def use(_update: Update, context: Context) -> Replies:
    """The first tap: the notice with its number as it arrives, and to how many."""
    scene = context.scene
    await scene.check_may(Action.APPROVE_ALERT)
    template_id = _template_in(context)
    alert = await ready_template(scene.uow, template_id, scene.person().id, scene.now, zone=scene.zone)
    template = await scene.uow.templates.get(template_id)
    return [Say(one) for one in await ready_card(template, alert, scene.view())]


async def send(_update: Update, context: Context) -> Replies:
    """The second tap."""
    scene, press = context.scene, context.press
    await scene.check_may(Action.APPROVE_ALERT)
    alert_id = AlertId(safe_id(press.entity.partition(".")[2]))
    alert, recipients = await send_template(
        scene.uow, _template_in(context), alert_id, press.version, scene.person().id, scene.now
    )
    return [Edit(Message(scene.t("alert-goes", number=alert.number or "", recipients=recipients)))]


def _template_in(context: Context) -> TemplateId:
    """`5`, `5.wpg19` and `5.12` are about template 5."""
    return TemplateId(safe_id(context.press.entity.partition(".")[0]))
