"""The port for the MO register: how offenders worked, without persons and without words."""

from collections.abc import Sequence
from typing import Protocol

from alerts.ids import AlertId, MoRecordId, ReportId
from alerts.mo_record import FiledRecord, MoFilter, MoMark, MoRecord, MoSource


class MoRegister(Protocol):
    """The repository of MO records. A record is tied to its notice or report for as long as that is kept whole; after
    that nothing leads from one to the other."""

    async def put(self, record: MoRecord, of: AlertId | ReportId) -> None:
        """Store the record of this notice or report (`record.source` says which), in place of an earlier one."""

    async def drop(self, source: MoSource, of: AlertId | ReportId) -> None:
        """Remove the record of this notice or report; without effect when none is known."""

    async def page(self, wanted: MoFilter, *, after: MoMark | None, limit: int) -> Sequence[FiledRecord]:
        """Up to `limit` records that the filter wants, newest day first; only those after the mark, if it is given."""

    async def get(self, number: MoRecordId) -> FiledRecord:
        """The record with this id. Raises NotFound."""
