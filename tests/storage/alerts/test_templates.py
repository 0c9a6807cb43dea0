"""Tests of templates and of reviews, on both databases."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from alerts.alert import AlertContent, Approval, ApprovalKind, Decision, RevisionKind
from alerts.errors import Conflict, NotFound
from alerts.ids import ApprovalId, TemplateId
from alerts.member import Member
from alerts.ports import Storage, UnitOfWork
from alerts.template import LASTS

NewMember = Callable[..., Awaitable[Member]]


async def test_a_template_is_kept_with_who_approved_it(
    storage: Storage, now: datetime, new_member: NewMember, content: AlertContent
) -> None:
    """A template is stored with its approver; saving an older version is refused."""
    author, police = await new_member(), await new_member()
    async with storage.transaction() as uow:
        made = await uow.templates.add(author.id, content, now)
        wanted = replace(made, approved_by=police.id, approved_at=now, grounds="Convenant", ends_at=now)
        approved = await uow.templates.save(wanted)
        assert replace(wanted, version=2) == approved
        assert approved == await uow.templates.get(made.id)
        with pytest.raises(Conflict):
            await uow.templates.save(made)
        with pytest.raises(NotFound):
            await uow.templates.get(TemplateId(99))


async def test_templates_that_ended_are_not_open(
    storage: Storage, now: datetime, new_member: NewMember, content: AlertContent
) -> None:
    """Templates that ended are not listed as open, and their words are erased, also on disk."""
    author = await new_member()
    async with storage.transaction() as uow:
        made = [await uow.templates.add(author.id, content, now) for _ in range(3)]
        await uow.templates.save(replace(made[1], ends_at=now))
        later = await uow.templates.save(replace(made[2], ends_at=now + timedelta(seconds=1)))
        assert [made[0], later] == await uow.templates.all_open(now)
        assert [1, 0] == [await uow.templates.forget_ended(now) for _ in range(2)]
        kept = [(await uow.templates.get(one.id)).content.what for one in made]
        assert [content.what, "", content.what] == kept
        assert [] == await uow.templates.all_open(now + LASTS)


async def _approved(uow: UnitOfWork, author: Member, content: AlertContent, now: datetime, **asked: object) -> Approval:
    draft = await uow.alerts.add(author.id, content, now)
    numbered = await uow.alerts.save(replace(draft, number=await uow.alerts.next_number(2026)))
    approval = await uow.alerts.request_approval(numbered, by=author.id, reason=None, now=now, **asked)  # type: ignore[arg-type]  # passed on
    decided = replace(approval, decision=Decision.APPROVED, decided_by=author.id, decided_at=now, grounds="Convenant")
    await uow.alerts.decide(decided)
    await uow.alerts.add_revision(numbered, RevisionKind.FIRST, approval.id, author.id, now)
    return decided


async def test_what_had_no_other_eyes_waits_until_somebody_looked(
    storage: Storage, now: datetime, new_member: NewMember, content: AlertContent
) -> None:
    """Texts without a second person wait for review, the oldest first, once each; those that colleagues or a template
    approved do not."""
    author, police = await new_member(), await new_member()
    async with storage.transaction() as uow:
        template = await uow.templates.add(author.id, content, now)
        kinds = (ApprovalKind.SOLE_ON_DUTY, ApprovalKind.FOUR_EYES, ApprovalKind.CLOSING)
        alone, _, closing = [await _approved(uow, author, content, now, kind=kind) for kind in kinds]
        sent = await _approved(uow, author, content, now, kind=ApprovalKind.TEMPLATE, template=template.id)
        assert sent == await uow.alerts.latest_approved(sent.alert_id)
        assert template.id == sent.template_id
        assert [alone, closing] == await uow.alerts.unreviewed()
        looked = replace(alone, reviewed_by=police.id, reviewed_at=now, objection="te vroeg")
        await uow.alerts.review(looked)
        assert [closing] == await uow.alerts.unreviewed()
        assert looked == await uow.alerts.latest_approved(alone.alert_id)
        with pytest.raises(Conflict):
            await uow.alerts.review(looked)
        assert alone.alert_id == (await uow.alerts.revision_by(alone.id)).alert_id
        with pytest.raises(NotFound):
            await uow.alerts.revision_by(ApprovalId(99))
