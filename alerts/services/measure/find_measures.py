"""Find measures: the table of the program with the changes that police and trade associations made."""

from dataclasses import dataclass

from alerts.branch import Branch
from alerts.measure import Measure, MeasureEdit, with_edits
from alerts.measure_table import MEASURES
from alerts.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A row of the table of one branch: the measure of the program (None: it was added), and the change of it (None:
    there is none)."""

    measure: Measure | None
    edit: MeasureEdit | None


async def find_measures(uow: UnitOfWork) -> tuple[Measure, ...]:
    """Return the table as it was changed."""
    return with_edits(MEASURES, await uow.measures.edits())


async def rows_of(uow: UnitOfWork, branch: Branch) -> list[MeasureRow]:
    """Return the table of one branch: what was added, then each measure of the program for it with its change."""
    edits = [one for one in await uow.measures.edits() if one.told.branch is branch]
    changed = {one.told.replaces: one for one in edits if one.told.replaces is not None}
    added = [MeasureRow(None, one) for one in reversed(edits) if one.told.replaces is None]
    return [*added, *(MeasureRow(one, changed.get(one.key)) for one in MEASURES if one.is_for({branch}))]
