"""Note a step in the life of a report: record it, update the coordinators' cards, and tell the reporter."""

from collections.abc import Mapping
from datetime import datetime

from alerts.audit import AuditEvent
from alerts.delivery import NewDelivery, Notice, Operation, Priority
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.report import CLOCK_STEPS, STEPS_OF_REPORTER, Report, ReportEvent, ReportStep
from alerts.role import Action, Grant, Role, may
from alerts.services.permission.find_reachable import able_to_answer
from alerts.services.permission.locate_matter import located
from alerts.services.tell import KEPT_TRYING, tell

_NO_NEWS = (*STEPS_OF_REPORTER, *CLOCK_STEPS, ReportStep.ASKED)


async def record_step(
    uow: UnitOfWork,
    report: Report,
    step: ReportStep,
    by: MemberId | None,
    now: datetime,
    *,
    comment: str | None = None,
    priority: Priority = Priority.PERSON,
    main: Report | None = None,
    about: Mapping[str, str] | None = None,
    is_told: bool = True,
) -> ReportEvent:
    """Record a step that this member took (None: the program), on the cards too: those of the report, and of the one
    that it is a duplicate of (or was until now: `main`).

    The reporter is not told what they did themselves, and gets a question as a message of its own; the rest is sent
    with `priority`, and with what more is to be said `about` it, unless it `is_told` otherwise.
    """
    event = await uow.reports.add_event(report.id, step, by, now, comment=comment)
    await uow.audit.append(AuditEvent(f"report.{step}", "report", report.id, by, _details(report)), now)
    await renew_cards(uow, report, str(event.id), now)
    if main is None and report.main_id is not None and step is not ReportStep.CLOSED:
        main = await uow.reports.get(report.main_id)
    if main is not None:
        await renew_cards(uow, main, str(event.id), now)
    if report.member_id is None or step in _NO_NEWS or not is_told:
        return event
    fields: dict[str, str | int] = {"report": report.id, "step": step}
    if step is ReportStep.CLOSED and report.outcome is not None:
        fields["outcome"] = report.outcome
    if by is not None:
        fields["by"] = by
    fields |= about or {}
    await tell(
        uow, [report.member_id], Notice("report-news", fields), f"report-news:{event.id}", now, priority=priority
    )
    return event


async def coordinators_of(uow: UnitOfWork, report: Report, now: datetime) -> tuple[MemberId, ...]:
    """Return who gets the report: coordinators of the place who can be reached, without the reporter; their deputies
    where none can. A robbery's report is for police: others hear by the cascade once police confirmed it, and get the
    report only where no police can be reached."""
    grants = await _grants(uow, report, now)
    by_police = [one for one in grants if one.role is Role.POLICE] if report.kind.is_robbery else []
    return await _reachable(uow, report, by_police) or await _reachable(uow, report, grants)


async def _reachable(uow: UnitOfWork, report: Report, grants: list[Grant]) -> tuple[MemberId, ...]:
    holders = await able_to_answer(uow, (one.member_id for one in grants), report.member_id)
    return holders or await able_to_answer(uow, (one.deputy_id for one in grants), report.member_id)


async def _grants(uow: UnitOfWork, report: Report, now: datetime) -> list[Grant]:
    matter = await located(uow, report.place)
    return [one for one in await uow.roles.active(now) if may([one], Action.SEE_REPORTS, matter, now=now)]


def card_notice(report: Report) -> Notice:
    """Return the card of a report for coordinators; it is rendered when it is sent."""
    return Notice("report-card", {"report": report.id})


def card_key(report: Report) -> str:
    """Return the effect key of a coordinator's card, without the address at its end."""
    return f"report-card:{report.id}"


async def renew_cards(uow: UnitOfWork, report: Report, step: str, now: datetime) -> None:
    """Update the cards of a report in the chats of the coordinators who got one, once for each step (its key)."""
    rows = []
    grants = await _grants(uow, report, now)
    anybody = (member for one in grants for member in (one.member_id, one.deputy_id))
    for member in await able_to_answer(uow, anybody, report.member_id):
        address = (await uow.members.get(member)).address
        card = await uow.deliveries.by_key(f"{card_key(report)}:{address.id}")
        if card is None:  # this member got no card at the time; /meldingen shows the report
            continue
        rows.append(
            NewDelivery(
                effect_key=f"{card_key(report)}:{step}:{address.id}",
                address_id=address.id,
                notice=card_notice(report),
                deadline=now + KEPT_TRYING,
                operation=Operation.EDIT,
                target=card[0],
            )
        )
    await uow.deliveries.enqueue(rows, now)


def _details(report: Report) -> dict[str, str | int]:
    told: dict[str, str | int] = {"number": report.number}
    if report.alert_id is not None:
        told["alert"] = report.alert_id
    return told | ({"outcome": report.outcome} if report.outcome is not None else {})
