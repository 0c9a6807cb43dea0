"""The filter of the record: reads it from an address or a form, and writes it back."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from alerts.errors import NotFound
from alerts.ports import UnitOfWork
from alerts.role import Actor, Function, Role
from alerts.services.audit.read_audit import Part, Wanted, parts_of, wanted_by
from console.choice import Choice
from console.pages.record.views import FilterForm
from texts.html import Html
from texts.phrases import Phrases

NAMES = ("part", "by", "number", "from", "to")


@dataclass
class ReadFilter:
    """What was asked for, as it was typed and as it was understood, and what is wrong: texts by field."""

    typed: dict[str, str]
    wanted: Wanted = field(default_factory=Wanted)
    wrong: dict[str, str] = field(default_factory=dict)


async def read_filter(uow: UnitOfWork, given: Mapping[str, str], zone: ZoneInfo) -> ReadFilter:
    """Read the filter; what is wrong with a field is noted, and the field is left out."""
    read = ReadFilter({name: given.get(name, "").strip() for name in NAMES})
    part = next((one for one in Part if one == read.typed["part"]), Part.ALL)
    read.wanted = Wanted(part, by=_role_or_function(read.typed["by"]))
    if read.typed["number"]:
        try:
            found = await wanted_by(uow, read.typed["number"])
            read.wanted = replace(read.wanted, entity=found.entity, entity_id=found.entity_id)
        except NotFound:
            read.wrong["number"] = "console-record-no-number"
    since, until = _day("from", read), _day("to", read)
    if since is not None:
        begins = datetime.combine(since, time(), tzinfo=zone).astimezone(UTC) - timedelta(microseconds=1)
        read.wanted = replace(read.wanted, since=begins)
    if until is not None:
        ends = datetime.combine(until + timedelta(days=1), time(), tzinfo=zone).astimezone(UTC)
        read.wanted = replace(read.wanted, until=ends - timedelta(microseconds=1))
    if since is not None and until is not None and until < since:
        read.wrong["to"] = "console-record-turned"
    return read


def shown_filter(read: ReadFilter, actor: Actor, t: Phrases, now: datetime) -> FilterForm:
    """Return the form with what was asked for; only parts that this reader may choose are in it."""
    parts = parts_of(actor, now)
    chosen = read.typed["by"]
    roles = tuple(Choice(one, t.plain(f"role-{one}"), one == chosen) for one in Role)
    functions = tuple(Choice(one, t.plain(f"function-{one}"), one == chosen) for one in Function)
    return FilterForm(
        parts=tuple(Choice(one, t.plain(f"audit-part-{one}"), one is read.wanted.part) for one in parts),
        people=(
            (Html(t.plain("console-record-roles")), roles),
            (Html(t.plain("console-record-functions")), functions),
        ),
        typed=read.typed,
        wrong={name: t(text) for name, text in read.wrong.items()},
    )


def _role_or_function(key: str) -> Role | Function | None:
    role = next((one for one in Role if one == key), None)
    return role or next((one for one in Function if one == key), None)


def _day(name: str, read: ReadFilter) -> date | None:
    text = read.typed[name]
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        read.wrong[name] = "console-record-no-day"
        return None
    if not 2000 <= day.year <= 2999:
        read.wrong[name] = "console-record-no-day"
        return None
    return day
