"""File MO records in the transaction that sends a notice or closes a report, and take out what turns out wrong."""

from alerts.alert import Alert, RevisionKind
from alerts.branch import Branch
from alerts.mo_record import MoSource, record_of_notice, record_of_report
from alerts.ports import UnitOfWork
from alerts.report import Report
from alerts.tally import Ground


async def file_notice(uow: UnitOfWork, alert: Alert, last: RevisionKind, ground: Ground) -> None:
    """File the record of a notice whose newest text is of this kind, or take it out: a retracted notice is wrong."""
    record = record_of_notice(alert, last, ground, uow.tallies.zone)
    if record is None:
        await uow.mo_register.drop(MoSource.NOTICE, alert.id)
    else:
        await uow.mo_register.put(record, alert.id)


async def file_report(uow: UnitOfWork, report: Report, branch: Branch | None, ground: Ground) -> None:
    """File the record of a closed report about a shop of this branch, if it is of a confirmed incident; else take out
    the one that was filed when it was closed otherwise."""
    record = record_of_report(report, branch, ground, uow.tallies.zone)
    if record is None:
        await uow.mo_register.drop(MoSource.INCIDENT, report.id)
    else:
        await uow.mo_register.put(record, report.id)
