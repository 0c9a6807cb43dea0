"""Write what outlives a report or a notice, its tally and its MO record, in the transaction that closes the one or
sends the other, so that they are there exactly if that is committed."""

from alerts.alert import Alert, RevisionKind
from alerts.area import Place
from alerts.branch import Branch
from alerts.ids import KvoGroupId
from alerts.ports import UnitOfWork
from alerts.report import Report
from alerts.services.permission.locate_matter import part_of
from alerts.services.tally.file_record import file_notice, file_report
from alerts.tally import Ground, notice_leaves_tally, report_leaves_tally, tally_of_notice, tally_of_report


async def tally_report(uow: UnitOfWork, before: Report, closed: Report) -> None:
    """Write the tally of a report that was closed, and its MO record; when it was closed `before` too, mend them."""
    if not report_leaves_tally(closed):
        return
    branch = None
    if closed.premises_id is not None:
        branch = (await uow.premises.get(closed.premises_id)).branch
    branches = frozenset() if branch is None else frozenset({branch})
    ground = await _ground(uow, closed.place, branches)
    await file_report(uow, closed, branch, ground)
    tally = tally_of_report(closed, branch, ground, uow.tallies.zone)
    if before.is_closed:
        await uow.tallies.mend(tally, closed.id)
    else:
        await uow.tallies.put(tally, closed.id)


async def tally_notice(uow: UnitOfWork, alert: Alert, last: RevisionKind) -> None:
    """Write the tally of a notice that is sent with a first text, and its MO record, or mend them for a later one."""
    if not notice_leaves_tally(alert):
        return
    content = alert.content
    ground = await _ground(uow, content.place, content.branches, addressed=content.kvo_group_id)
    await file_notice(uow, alert, last, ground)
    tally = tally_of_notice(alert, last, ground, uow.tallies.zone)
    if last is RevisionKind.FIRST:
        await uow.tallies.put(tally, alert.id)
    else:
        await uow.tallies.mend(tally, alert.id)


async def _ground(
    uow: UnitOfWork, place: Place, branches: frozenset[Branch], *, addressed: KvoGroupId | None = None
) -> Ground:
    """Return the ground of a place: one municipality and one group, the first where there are several, so that parts of
    a figure add up to it. A group that a notice is addressed to comes before one that has the place."""
    part = await part_of(uow, place)
    group = addressed
    if group is None and place.pc4 is not None:
        having = [one for one in await uow.kvo_groups.in_postcodes({place.pc4}) if one.covers(place)]
        fitting = (one.id for one in having if not (one.branches and branches) or one.branches & branches)
        group = min(fitting, default=None)
    return Ground(place.pc4, None if part is None else part.municipality_id, group)
