"""Keep templates: one police member writes one, another approves it, and any of the place can end it."""

from dataclasses import replace
from datetime import datetime

from alerts.alert import AlertContent
from alerts.audit import AuditEvent
from alerts.delivery import Notice
from alerts.errors import IllegalTransition, NotAllowed, OutOfReach
from alerts.guard.off_loop import off_loop
from alerts.ids import MemberId, TemplateId
from alerts.ports import UnitOfWork
from alerts.role import Action
from alerts.services.approval.check_role_giver import Asked, is_by_giver
from alerts.services.approval.find_approvers import colleagues, ties_of
from alerts.services.approval.find_grounds import listed_grounds
from alerts.services.permission.check_may import is_allowed
from alerts.services.permission.locate_matter import alert_matter, located
from alerts.services.tell import tell
from alerts.severity import Severity
from alerts.template import LASTS, Template, check_words, template_content
from alerts.tlp_rules import check_tlp


async def check_keeper(uow: UnitOfWork, content: AlertContent, actor: MemberId, now: datetime) -> None:
    """Raise OutOfReach unless this member is police for the place (or a deputy of one)."""
    if not await is_allowed(uow, actor, Action.APPROVE_ALERT, alert_matter(content), now):
        raise OutOfReach("outside-scope")


async def templates_for(uow: UnitOfWork, actor: MemberId, now: datetime) -> list[Template]:
    """Return the open templates in this member's scope, oldest first."""
    return [
        one
        for one in await uow.templates.all_open(now)
        if await is_allowed(uow, actor, Action.APPROVE_ALERT, alert_matter(one.content), now)
    ]


async def may_keep_template(uow: UnitOfWork, content: AlertContent, actor: MemberId, now: datetime) -> bool:
    """Whether this member may keep the content as a template: an acute notice, for police of its place."""
    is_acute = content.severity is Severity.P1 and not content.is_tip and not content.is_drill
    return is_acute and await is_allowed(uow, actor, Action.APPROVE_ALERT, alert_matter(content), now)


async def make_template(uow: UnitOfWork, content: AlertContent, actor: MemberId, now: datetime) -> tuple[Template, int]:
    """Store a template of an acute notice; return it and how many colleagues are asked to approve it.

    Raises OutOfReach, LabelTooNarrow, and Rejected for what cannot be one.
    """
    await check_keeper(uow, content, actor, now)
    check_tlp(content)
    made = await uow.templates.add(actor, await off_loop(template_content, content), now)
    await uow.audit.append(AuditEvent("template.drafted", "template", made.id, actor), now)
    asked = await colleagues(uow, content, actor, now)
    notice = Notice("template-wanted", {"template": made.id})
    await tell(uow, asked, notice, f"template:{made.id}", now)
    return made, len(asked)


async def approve_template(
    uow: UnitOfWork,
    template_id: TemplateId,
    version: int,
    actor: MemberId,
    now: datetime,
    *,
    grounds: str | None = None,
) -> Template:
    """Approve a colleague's template, on the grounds with this key (None: the first of the list). Raises as
    `find_waiting`, and Rejected for unknown grounds."""
    template = await find_waiting(uow, template_id, version, actor, now)
    await off_loop(check_words, template.content)
    chosen = await listed_grounds(uow, grounds)
    approved = await uow.templates.save(
        replace(template, approved_by=actor, approved_at=now, grounds=chosen.label, ends_at=now + LASTS)
    )
    details: dict[str, str | int] = {"version": version, "grounds": chosen.key}
    await uow.audit.append(AuditEvent("template.approved", "template", template_id, actor, details), now)
    await _tell_author(uow, approved, "template-approved", actor, now)
    return approved


async def find_waiting(
    uow: UnitOfWork, template_id: TemplateId, version: int, actor: MemberId, now: datetime
) -> Template:
    """Return a template that this member may approve. Raises NotAllowed, also for one's own, and IllegalTransition when
    there is nothing to approve."""
    template = await uow.templates.get(template_id)
    await check_keeper(uow, template.content, actor, now)
    if template.author_id == actor:
        raise NotAllowed("own-template")
    if await _is_tied(uow, template, actor, now):
        raise NotAllowed("tied-template")
    if template.version != version or template.approved_at is not None or template.is_over(now):
        raise IllegalTransition("template")
    return template


async def _is_tied(uow: UnitOfWork, template: Template, actor: MemberId, now: datetime) -> bool:
    """Whether the actor could be the author, or had the role from them: nobody reviews what is sent from a template, so
    they cannot approve it."""
    if actor in await ties_of(uow, [template.author_id], now, since=template.created_at):
        return True
    matter = await located(uow, alert_matter(template.content))
    asked = Asked(template.author_id, template.created_at, Action.APPROVE_ALERT, (matter,))
    return await is_by_giver(uow, asked, actor, await colleagues(uow, template.content, actor, now), now)


async def end_template(uow: UnitOfWork, template_id: TemplateId, actor: MemberId, now: datetime) -> None:
    """End a template and erase its words; alerts that were sent from it stay. Raises OutOfReach, and IllegalTransition
    when it is over."""
    template = await uow.templates.get(template_id)
    await check_keeper(uow, template.content, actor, now)
    if template.is_over(now):
        raise IllegalTransition("template")
    ended = await uow.templates.save(replace(template, ends_at=now))
    await uow.templates.forget_ended(now)
    await uow.audit.append(AuditEvent("template.ended", "template", template_id, actor), now)
    await _tell_author(uow, ended, "template-ended", actor, now)


async def _tell_author(uow: UnitOfWork, template: Template, view: str, actor: MemberId, now: datetime) -> None:
    if template.author_id != actor:
        notice = Notice(view, {"template": template.id})
        await tell(uow, [template.author_id], notice, f"{view}:{template.id}", now)
