"""Templates: the card for police, the preview before sending, and the notices for the author."""

from collections.abc import Mapping

from alerts.alert import Alert, Revision, RevisionKind
from alerts.ids import AlertId, RevisionId, TemplateId
from alerts.role import Action
from alerts.services.alert.publish_alert import copies_of
from alerts.services.approval.find_grounds import all_grounds
from alerts.targeting import target_of
from alerts.template import Template
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message
from bot.conversation.view import View, WriteView
from bot.render.alert import first_revision
from bot.render.alert_preview import preview_of, whole_preview
from bot.render.approval import function_of, named_words
from texts.html import Html, lines, paragraphs
from texts.places import where
from texts.times_and_distances import moment


async def template_card(template: Template, view: View, *, shows_grounds: bool = False) -> Message:
    """Render a template and what this reader can do with it."""
    head, shown = await template_parts(template, view)
    text = paragraphs(head, shown.text)
    rows = [(one,) for one in await _buttons(template, view, shows_grounds=shows_grounds)]
    return Message(text, is_protected=True).with_keyboard(*rows)


async def template_parts(template: Template, view: View) -> tuple[Html, Message]:
    """Return which template it is and how it stands, and the message that would be sent now."""
    named = await named_words(template.content, view)
    head = lines(view.t("template-head", name=template_name(template, view)), named, await _standing(template, view))
    return head, await whole_preview(_revision(template, view), None, view)


async def ready_card(template: Template, alert: Alert, view: View) -> list[Message]:
    """Render the alert as the nearest recipient gets it, then the number of recipients and the button that sends it."""
    t = view.t
    copies = await copies_of(view.uow, alert, view.now)
    reach = await view.uow.deliveries.reach(target_of(alert.content), copies, now=view.now)
    preview = await preview_of(first_revision(alert), reach.nearest_m, view)
    text = t("template-ready", number=alert.number or "", count=reach.members)
    send = button(t.plain("template-send"), "tplsend", f"{template.id}.{alert.id}", alert.version)
    drop = button(t.plain("template-not"), "undraft", f"a{alert.id}")
    return [preview, Message(text).with_keyboard((send,), (drop,))]


def template_name(template: Template, view: View) -> str:
    """Return the template's name: its kind and place."""
    kind = view.t.plain(f"kind-{template.content.kind}")
    return view.t.plain("template-name", kind=kind, place=str(where(template.content, view.t)))


async def wanted(view: View) -> Message:
    """Ask colleagues to approve a template, or show its present status."""
    return await template_card(await _template(view), view)


async def approved(view: View) -> Message:
    """Tell the author that the template was approved and can be sent."""
    template = await _template(view)
    return Message(view.t("template-approved", name=template_name(template, view)))


async def ended(view: View) -> Message:
    """Tell the author that the template cannot be sent any more."""
    template = await _template(view)
    return Message(view.t("template-ended", name=template_name(template, view)))


async def _standing(template: Template, view: View) -> Html:
    t = view.t
    if template.is_over(view.now):
        return t("template-over")
    if template.approved_by is None:
        who = await function_of(template.author_id, Action.APPROVE_ALERT, view)
        return t("template-own" if template.author_id == view.reader else "template-waits", who=who)
    who = await function_of(template.approved_by, Action.APPROVE_ALERT, view)
    until = moment(template.ends_at, t, view.zone)
    return lines(t("template-until", who=who, until=until), t("grounds-line", grounds=template.grounds or ""))


async def _buttons(template: Template, view: View, *, shows_grounds: bool) -> list[Button]:
    t, version = view.t, template.version
    if template.is_over(view.now):
        return []
    end = button(t.plain("template-end"), "tplend", template.id)
    if template.approved_at is not None:
        return [button(t.plain("template-use"), "tpluse", template.id), end]
    if template.author_id == view.reader:
        return [end]
    listed = await all_grounds(view.uow)
    if shows_grounds:
        return [
            button(t.plain("approval-on-grounds", grounds=one.label), "tplok", f"{template.id}.{one.key}", version)
            for one in listed
        ]
    approve = button(t.plain("template-approve"), "tplok", f"{template.id}.{listed[0].key}", version)
    grounds = button(t.plain("approval-grounds", grounds=listed[0].label), "tplgrounds", template.id, version)
    return [approve, grounds, end]


def _revision(template: Template, view: View) -> Revision:
    """Make the text that would be sent now, with a placeholder for its number."""
    number, content = view.t.plain("template-number"), template.content_at(view.now)
    return Revision(RevisionId(0), AlertId(0), 1, RevisionKind.FIRST, number, content)


async def _template(view: View) -> Template:
    return await view.uow.templates.get(TemplateId(view.number("template")))


TEMPLATE_VIEWS: Mapping[str, WriteView] = {
    "template-wanted": wanted,
    "template-approved": approved,
    "template-ended": ended,
}
