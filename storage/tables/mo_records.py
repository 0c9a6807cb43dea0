"""Tables of the MO register: how offenders worked, and of which notice or report each record was made while that is
known."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, String, UniqueConstraint

from alerts.alert import IncidentKind
from alerts.branch import Branch
from alerts.mo_record import MoSource
from alerts.modus_operandi import MO_FIELDS
from alerts.tlp import Tlp
from storage.tables.columns import EnumSet, EnumText, RowId
from storage.tables.schema import link, table

# The id is random, as that of a tally: ids that count up would tell the order in which records were made.
mo_records = table(
    "mo_records",
    Column("id", RowId, primary_key=True, autoincrement=False),
    Column("source", EnumText(MoSource), nullable=False),
    Column("day", Date, nullable=False),
    Column("kind", EnumText(IncidentKind), nullable=False),
    Column("tlp", EnumText(Tlp)),
    Column("branches", EnumSet(Branch), nullable=False),
    Column("pc4", String(4)),
    Column("municipality_id", String),
    link("kvo_group_id", "kvo_groups", optional=True),
    Column("is_for_group", Boolean, nullable=False),
    *(Column(name, String) for name in MO_FIELDS),
    Index(None, "day", "id"),
)

# By which a record is corrected, and its words are found. A row goes when its notice or report is emptied, or when who
# reported is erased.
mo_sources = table(
    "mo_sources",
    Column("source", EnumText(MoSource), primary_key=True),
    Column("source_id", RowId, primary_key=True, autoincrement=False),
    Column("record_id", RowId, ForeignKey("mo_records.id", ondelete="CASCADE"), nullable=False),
    UniqueConstraint("record_id"),
)
