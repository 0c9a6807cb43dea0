"""The end of a notice: the preview that is what arrives, whom it reaches, and the reason to send it alone."""

from alerts.alert import Alert
from alerts.errors import InvalidText, Rejected
from alerts.ids import AlertId, ReportId
from alerts.ports import Reach
from alerts.role import Action
from alerts.services.compose_alert import compose_alert, recompose_alert
from alerts.services.find_approvers import Approvers, find_approvers
from alerts.services.find_coordinators import alert_matter
from alerts.services.link_report import link_report
from alerts.services.publish_alert import chats_reached, copies_of
from alerts.severity import Route, Severity, Tlp
from alerts.targeting import target_of
from bot.form import Answer, Choice, Detour, Picked, Question, Stay
from bot.forms.alert_audience import is_asked
from bot.forms.alert_draft import AlertDraft
from bot.forms.alert_named import named_line, with_nameable
from bot.message import Html, in_rows, lines, paragraphs
from bot.render.alert import alert_message, first_revision
from bot.render.approval import comment_line, made_of
from bot.render.place import distance
from bot.render.report import standing
from bot.scene import Scene
from bot.texts import Phrases

EDITABLE = ("kind", "what", "when", "mo", "place", "audience", "reach", "branches", "severity", "tlp", "named", "until")


async def enter_preview(draft: AlertDraft, scene: Scene) -> AlertDraft:
    """The draft becomes (or changes) a numbered alert, so that the preview shows the number that arrives."""
    author, content = scene.person().id, draft.content()
    await scene.check_may(Action.DRAFT_ALERT, alert_matter(content))
    if draft.alert_id is None:
        alert = await compose_alert(scene.uow, author, content, scene.now, zone=scene.zone)
        if draft.report_id is not None:
            await link_report(scene.uow, ReportId(draft.report_id), alert.id, author, scene.now)
    else:
        alert = await recompose_alert(scene.uow, AlertId(draft.alert_id), author, content)
    if draft.kept_id is not None:
        await scene.uow.kept_forms.forget(draft.kept_id, author)
    draft = await with_nameable(draft, scene)
    return draft.changed(alert_id=alert.id, version=alert.version, kept_id=None, is_editing=False, needs_reason=False)


async def ask_preview(draft: AlertDraft, scene: Scene) -> Question:
    """The notice as the nearest shop gets it; then the numbers, and what to do with it."""
    t, alert = scene.t, await _alert(draft, scene)
    copies = await copies_of(scene.uow, alert, scene.now)
    reach = await scene.uow.deliveries.reach(target_of(alert.content), copies)
    approvers = await find_approvers(scene.uow, alert, scene.now)
    preview = alert_message(first_revision(alert), reach.nearest_m, t, scene.zone)
    comment = await comment_line(await scene.uow.alerts.latest_approval(alert.id), scene.view())
    name = draft.groups.get(draft.kvo_group_id or 0)
    only = t("alert-only-group", name=name) if name else ""
    chats = len(await chats_reached(scene.uow, alert.content))
    reached = lines(only, _reached(reach, t), *_in_chats(chats, alert.content.tlp, t), named_line(draft, t))
    made = await made_of(alert, scene.view())
    overtaken = await _overtaken(draft, alert, scene)
    text = paragraphs(t("alert-preview-above"), made, overtaken, comment, reached, who_sends(approvers, t))
    if draft.is_editing:
        fields = [Choice(t.plain(f"alert-edit-{name}"), f"edit.{name}") for name in _editable(draft)]
        rows = in_rows(fields, 2)
        return Question(text, (*rows, (Choice(t.plain("alert-edit-close"), "close"),)))
    send = Choice(send_label(approvers, t), "send")
    rows = ((send,), (Choice(t.plain("alert-edit"), "edit"),))
    if alert.content.severity is Severity.P1 and await scene.may(Action.APPROVE_ALERT, alert_matter(alert.content)):
        rows += ((Choice(t.plain("template-save"), "template"),),)
    return Question(text, rows, before=(preview.with_keyboard(),))


async def take_preview(
    draft: AlertDraft, answer: Answer, scene: Scene
) -> AlertDraft | Stay[AlertDraft] | Detour[AlertDraft]:
    """Send, or change something and come back."""
    value = answer.value if isinstance(answer, Picked) else ""
    if value in ("edit", "close"):
        return Stay(draft.changed(is_editing=value == "edit"))
    if value.startswith("edit.") and value.removeprefix("edit.") in _editable(draft):
        return Detour(draft, value.removeprefix("edit."))
    if value == "template":
        return draft.changed(is_template=True, needs_reason=False)
    if value != "send":
        raise InvalidText("tap-a-button")
    alert = await _alert(draft, scene)
    if alert.version != draft.version:
        raise Rejected("draft-changed")
    approvers = await find_approvers(scene.uow, alert, scene.now)
    return draft.changed(needs_reason=lets_send_alone(approvers))


def lets_send_alone(approvers: Approvers) -> bool:
    """Whether the author sends it alone, and so needs a reason. Raises NotAllowed when nobody can let it out."""
    refusal = approvers.refusal()
    if refusal is not None:
        raise refusal
    return approvers.is_sole_on_duty


def _editable(draft: AlertDraft) -> list[str]:
    """What a role or a group fixes cannot be changed."""
    fixed = {
        *(["audience"] if not is_asked(draft) else []),
        *(["reach"] if draft.kvo_group_id is not None else []),
        *(["branches"] if draft.own_branch is not None else []),
        *([] if draft.nameable else ["named"]),
    }
    return [name for name in EDITABLE if name not in fixed]


async def _alert(draft: AlertDraft, scene: Scene) -> Alert:
    assert draft.alert_id is not None, "the preview is entered with a number"
    return await scene.uow.alerts.get(AlertId(draft.alert_id))


async def _overtaken(draft: AlertDraft, alert: Alert, scene: Scene) -> Html:
    """What a colleague did meanwhile with the report that this notice was begun from."""
    if draft.report_id is None:
        return Html("")
    report, view = await scene.uow.reports.get(ReportId(draft.report_id)), scene.view()
    if report.is_open and report.alert_id == alert.id:
        return Html("")
    return scene.t("report-overtaken", number=report.number, standing=await standing(report, view))


def _reached(reach: Reach, t: Phrases) -> Html:
    if reach.members == 0:
        return t("alert-reaches-nobody")
    by_branch = (
        t("alert-reaches-branch", branch=t.plain(f"branch-{one.branch}"), count=one.members)
        if one.branch
        else t("alert-reaches-coordinators", count=one.members)
        for one in reach.by_branch
    )
    farthest = t("alert-farthest", distance=distance(reach.farthest_m, t)) if reach.farthest_m is not None else ""
    return lines(t("alert-reaches", count=reach.members), *by_branch, farthest)


def _in_chats(chats: int, tlp: Tlp, t: Phrases) -> list[Html]:
    """In how many group chats, and that the label keeps the text out of them."""
    if not chats:
        return []
    count = t("alert-reaches-chats", count=chats)
    return [count] if tlp.admits(Route.CHAT_TEXT) else [count, t("label-chat-line", tlp=tlp)]


def who_sends(approvers: Approvers, t: Phrases) -> Html:
    """Whose approval it takes."""
    if approvers.others:
        return t("alert-needs-approval", count=len(approvers.others))
    refusal = approvers.refusal()
    return t("alert-sole-on-duty") if refusal is None else t(refusal.text_id, **refusal.fields)


def send_label(approvers: Approvers, t: Phrases) -> str:
    """What the button does then."""
    return t.plain("alert-send" if approvers.is_sole_on_duty else "alert-ask-approval")
