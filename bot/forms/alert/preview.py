"""The last steps of an alert: the preview that equals the delivered message, its reach, and who sends it."""

from alerts.alert import Alert
from alerts.alert_form import with_defaults
from alerts.dry_run import DryRun
from alerts.errors import InvalidText, Rejected
from alerts.example_text import check_filled
from alerts.ids import AlertId
from alerts.ports import Reach
from alerts.services.alert.dry_run_alert import dry_run_alert, glance_at
from alerts.services.alert.publish_alert import chats_reached, copies_of
from alerts.services.alert.store_form import keep_beside, store_form
from alerts.services.approval.find_approvers import Approvers, find_approvers
from alerts.services.template.make_template import may_keep_template
from alerts.targeting import target_of
from bot.conversation.callbacks import button
from bot.conversation.form import Answer, Choice, Detour, Picked, Question, Stay
from bot.conversation.message import Button
from bot.conversation.request import Request
from bot.forms.alert.draft import AlertDraft
from bot.forms.alert.named_readers import named_line, with_nameable
from bot.forms.alert.open_field import CHOOSE, open_lines, open_rows
from bot.forms.alert.preview_lines import CLOSE, EDIT, GROUPS, OPEN, editable, group_rows, line_rows, preview_lines
from bot.render.alert import drilled, first_revision
from bot.render.alert_preview import preview_of, rest_of
from bot.render.approval import comment_line, made_of
from bot.render.report import overtaken_line
from texts.composed_notice import can_compose, with_text
from texts.dry_run import dry_run_words, glance_words
from texts.html import Html, lines, paragraphs
from texts.phrases import Phrases
from texts.recipients import chats_words, reached_words, who_sends

SEND, SWITCH, STEPS, TEMPLATE = "send", "switch", "steps", "template"
CHECK = "check"  # in place of a group of lines: the dry run is open, with what changes the text as a whole

Rows = tuple[tuple[Choice, ...], ...]


async def enter_preview(draft: AlertDraft, request: Request) -> AlertDraft:
    """Store the draft as a numbered alert (or update it), so that the preview shows the number that arrives. What the
    short way did not ask is set by default first. The form is kept beside the alert."""
    if draft.is_short and not draft.is_as_kept:
        whole = with_defaults(draft, request.now)
        if whole.region is not None and not whole.branches:  # new words name no branch any more
            whole = with_defaults(draft.changed(region=None, reach_km=None), request.now)
        draft = await with_text(whole, request.t)
    alert = await store_form(draft, request.uow, request.actor, request.now, zone=request.zone)
    draft = await with_nameable(draft, request)
    entered = draft.changed(
        alert_id=alert.id,
        version=alert.version,
        kept_id=None,
        open_lines=None,
        mo_open=None,
        needs_reason=False,
        walks=False,
        is_as_kept=False,
    )
    await keep_beside(alert, entered, request.uow, request.now)
    return entered


async def ask_preview(draft: AlertDraft, request: Request) -> Question:
    """Show the alert as the nearest shop gets it; then its reach, and the buttons to send or edit it."""
    t, alert = request.t, await _alert(draft, request)
    copies = await copies_of(request.uow, alert, request.now)
    reach = await request.uow.deliveries.reach(target_of(alert.content), copies, now=request.now)
    if draft.open_lines == CHECK:
        run = await dry_run_alert(request.uow, request.actor, alert, copies, request.now, zone=request.zone)
        close = (Choice(t.plain("alert-edit-close"), CLOSE),)
        return Question(dry_run_words(run, t), (*_text_rows(draft, t), close), links=_update_instead(run, t))
    glance = glance_words(await glance_at(request.uow, alert, copies, request.now, zone=request.zone), t)
    approvers = await find_approvers(request.uow, alert, request.now)
    revision = first_revision(alert)
    preview = await preview_of(revision, reach.nearest_m, request.view())
    left_out = t("alert-left-out") if await rest_of(revision, reach.nearest_m, request.view()) else ""
    comment = await comment_line(await request.uow.alerts.latest_approval(alert.id), request.view())
    reached = await _reached(draft, alert, reach, request)
    made = await made_of(alert, request.view())
    overtaken = await overtaken_line(alert, draft.report_id, request.view())
    above = lines(t("alert-preview-above"), left_out)
    told = lines(preview_lines(draft, alert.content, request), open_lines(draft, t))
    text = paragraphs(above, told, made, overtaken, comment, reached, glance, who_sends(approvers, t))
    if draft.open_lines in GROUPS:
        return Question(text, (*await _template_row(draft, alert, request), *line_rows(draft, t)))
    send = (Choice(drilled(send_label(approvers, t), alert.content, t), SEND),)
    check = (Choice(t.plain("dry-run-more"), OPEN + CHECK),)
    return Question(text, (send, *open_rows(draft, t), *group_rows(t), check), before=(preview,))


async def _reached(draft: AlertDraft, alert: Alert, reach: Reach, request: Request) -> Html:
    """Say whom it reaches: people, group chats, and who is named."""
    t, name = request.t, draft.groups.get(draft.kvo_group_id or 0)
    chats = len(await chats_reached(request.uow, alert.content))
    return lines(
        t("alert-only-group", name=name) if name else "",
        reached_words(reach, t, is_around=alert.content.region is None),
        chats_words(chats, alert.content.tlp, t),
        named_line(draft, t),
    )


def _update_instead(run: DryRun, t: Phrases) -> tuple[Button, ...]:
    """Make the button that updates the live notice that most recipients have already, in place of a new one."""
    live = next((one.alert for one in run.overlaps if one.can_be_updated), None)
    return () if live is None else (button(t.plain("dry-run-update", number=live.number or ""), "update", live.id),)


def _text_rows(draft: AlertDraft, t: Phrases) -> Rows:
    """Make the buttons that compose the text or take the words alone, and that walk through every step."""
    switch = Choice(t.plain("alert-text-composed" if draft.is_own_words else "alert-text-own"), SWITCH)
    steps = Choice(t.plain("alert-steps"), STEPS)
    # From /alert the first question has it.
    return (
        *([(switch,)] if can_compose(draft, t) else []),
        *([(steps,)] if draft.is_short and draft.report_id is not None else []),
    )


async def _template_row(draft: AlertDraft, alert: Alert, request: Request) -> Rows:
    """Make the button that keeps a P1 as a template, for who approves such."""
    is_open, member = draft.open_lines == "how", request.person().id
    if not is_open or not await may_keep_template(request.uow, alert.content, member, request.now):
        return ()
    return ((Choice(request.t.plain("template-save"), TEMPLATE),),)


async def take_preview(
    draft: AlertDraft, answer: Answer, request: Request
) -> AlertDraft | Stay[AlertDraft] | Detour[AlertDraft]:
    """Take the tap: send, keep as a template, switch the text, or edit a line and return to the preview."""
    value = answer.value if isinstance(answer, Picked) else ""
    if value == CLOSE:
        return Stay(draft.changed(open_lines=None))
    if value.startswith(OPEN) and value.removeprefix(OPEN) in (*GROUPS, CHECK):
        return Stay(draft.changed(open_lines=value.removeprefix(OPEN)))
    if value.startswith(EDIT) and value.removeprefix(EDIT) in editable(draft):
        return Detour(draft, value.removeprefix(EDIT))
    if value.startswith(CHOOSE) and (field := value.removeprefix(CHOOSE)) in draft.open_fields:
        return Detour(draft.changed(mo_open=field), "open-field")
    if value == SWITCH and can_compose(draft, request.t):
        return Stay(await enter_preview(draft.changed(is_own_words=not draft.is_own_words), request))
    if value in (TEMPLATE, STEPS):
        return draft.changed(is_template=value == TEMPLATE, walks=value == STEPS, needs_reason=False)
    if value != SEND:
        raise InvalidText("tap-a-button")
    alert = await _alert(draft, request)
    if alert.version != draft.version:
        raise Rejected("draft-changed")
    check_filled(alert.content.what)
    approvers = await find_approvers(request.uow, alert, request.now)
    return draft.changed(needs_reason=may_send_alone(approvers))


def may_send_alone(approvers: Approvers) -> bool:
    """Tell whether the author sends it alone and so needs a reason. Raises NotAllowed if nobody may send it."""
    refusal = approvers.refusal()
    if refusal is not None:
        raise refusal
    return approvers.is_sole_on_duty


async def _alert(draft: AlertDraft, request: Request) -> Alert:
    assert draft.alert_id is not None, "the preview is entered with a number"
    return await request.uow.alerts.get(AlertId(draft.alert_id))


def send_label(approvers: Approvers, t: Phrases) -> str:
    """Return the label of the button: send, or ask for approval."""
    return t.plain("alert-send" if approvers.is_sole_on_duty else "alert-ask-approval")
