"""Templates: /sjablonen with alerts that police wrote and approved beforehand, sent in two taps."""

from telegram import Update

from alerts.ids import AlertId, TemplateId
from alerts.role import Action
from alerts.services.template.make_template import (
    approve_template,
    check_keeper,
    end_template,
    find_waiting,
    make_template,
    templates_for,
)
from alerts.services.template.send_template import ready_template, send_template
from bot.conversation.callbacks import safe_id
from bot.conversation.message import Message
from bot.conversation.replies import Edit, Replies, Say
from bot.conversation.request import Context
from bot.handlers.matching import Handler, command, pressed
from bot.render.template import ready_card, template_card


def handlers() -> list[Handler]:
    """List the handlers for police who use templates."""
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
    """Show each template with its buttons; without any, how to make one."""
    request, view = context.request, context.request.view()
    await request.check_may(Action.APPROVE_ALERT)
    found = await templates_for(request.uow, request.person().id, request.now)
    return [Say(await template_card(one, view)) for one in found] or [Say(Message(request.t("templates-none")))]


async def make(_update: Update, context: Context) -> Replies:
    """Make a template from an alert that was sent."""
    request = context.request
    await request.check_may(Action.APPROVE_ALERT)
    alert = await request.uow.alerts.get(AlertId(context.press.entity_id))
    await check_keeper(request.uow, alert.content, request.person().id, request.now)
    alert.check_is_sent()
    _, asked = await make_template(request.uow, alert.content, request.person().id, request.now)
    return [Say(Message(request.t("template-made", count=asked)))]


async def approve(_update: Update, context: Context) -> Replies:
    """Approve a colleague's template on the grounds that the button names."""
    request, (_, _, key) = context.request, context.press.entity.partition(".")
    await request.check_may(Action.APPROVE_ALERT)
    template = await approve_template(
        request.uow, _template_in(context), context.press.version, request.person().id, request.now, grounds=key or None
    )
    return [Edit(await template_card(template, request.view()))]


async def choose_grounds(_update: Update, context: Context) -> Replies:
    """Show all grounds; one more tap approves on one of them."""
    request = context.request
    await request.check_may(Action.APPROVE_ALERT)
    found = await find_waiting(
        request.uow, _template_in(context), context.press.version, request.person().id, request.now
    )
    return [Edit(await template_card(found, request.view(), shows_grounds=True))]


async def end(_update: Update, context: Context) -> Replies:
    """End the template: it cannot be sent any more."""
    request = context.request
    await request.check_may(Action.APPROVE_ALERT)
    await end_template(request.uow, _template_in(context), request.person().id, request.now)
    return [Edit(Message(request.t("template-over")))]


async def use(_update: Update, context: Context) -> Replies:
    """Show the numbered alert as it will arrive, and to how many people (the first tap)."""
    request = context.request
    await request.check_may(Action.APPROVE_ALERT)
    template_id = _template_in(context)
    alert = await ready_template(request.uow, template_id, request.person().id, request.now, zone=request.zone)
    template = await request.uow.templates.get(template_id)
    return [Say(one) for one in await ready_card(template, alert, request.view())]


async def send(_update: Update, context: Context) -> Replies:
    """Send the alert (the second tap)."""
    request, press = context.request, context.press
    await request.check_may(Action.APPROVE_ALERT)
    alert_id = AlertId(safe_id(press.entity.partition(".")[2]))
    alert, recipients = await send_template(
        request.uow, _template_in(context), alert_id, press.version, request.person().id, request.now
    )
    return [Edit(Message(request.t("alert-goes", number=alert.number or "", recipients=recipients)))]


def _template_in(context: Context) -> TemplateId:
    """Parse the button's data: `5`, `5.wpg19` and `5.12` all name template 5."""
    return TemplateId(safe_id(context.press.entity.partition(".")[0]))
