"""Records of the MO register in words: their day, place, branches and method."""

from collections.abc import Collection, Mapping

from alerts.alert import IncidentKind
from alerts.branch import Branch
from alerts.measure import Measure, branches_to_fit, choose_measures
from alerts.mo_record import MoRecord
from alerts.modus_operandi import MO_FIELDS
from alerts.services.register.search_register import RegisterEntry, Wanted
from texts.html import Html
from texts.measures import measure_words
from texts.modus_operandi import mo_name
from texts.phrases import Phrases

_UNKNOWN = "unknown"


def day_words(record: MoRecord, t: Phrases) -> str:
    """Return the day of a record, with its year."""
    day = record.day
    return t.plain("day", day=str(day.day), month=t.plain(f"month-{day.month}"), year=str(day.year))


def place_of(entry: RegisterEntry, t: Phrases) -> Html:
    """Return where it was: the town and the PC4 area, never more precisely."""
    pc4 = entry.filed.record.ground.pc4
    if pc4 is None:
        return t("alert-place-unnamed")
    return t("alert-place-pc4", pc4=pc4) if entry.town in (None, pc4) else t("alert-place", town=entry.town, pc4=pc4)


def branch_names(branches: Collection[Branch], t: Phrases) -> str:
    """Return the names of these branches; none are all."""
    return ", ".join(t.plain(f"branch-{one}") for one in Branch if one in branches) or t.plain("alert-all-branches")


def method_lines(mo: Mapping[str, str], kind: IncidentKind, t: Phrases) -> list[Html]:
    """Return the method, a labelled line for each MO field that is known."""
    known = {name: mo[name] for name in MO_FIELDS if name in mo}
    return [t(f"mo-line-{mo_name(name, kind)}", value=t(f"mo-{name}-{value}")) for name, value in known.items()]


def method_words(mo: Mapping[str, str], kind: IncidentKind, t: Phrases) -> str:
    """Return the method in one line, each MO field with its name; what is not known is left out."""
    told = {name: mo[name] for name in MO_FIELDS if mo.get(name, _UNKNOWN) != _UNKNOWN}
    return " · ".join(_named(name, value, kind, t) for name, value in told.items())


def wanted_words(wanted: Wanted, place: str, t: Phrases) -> str:
    """Return what was searched for in one line; `place` is the name of the ground."""
    near = "mo-wanted-in" if wanted.place.startswith("m") else "mo-wanted-around"
    told = [
        t.plain(f"branch-{wanted.branch}") if wanted.branch else t.plain("alert-all-branches"),
        t.plain(f"mo-period-{wanted.period}"),
        t.plain(near, place=place) if wanted.place else t.plain("mo-anywhere"),
        *(_named(name, value, None, t) for name, value in wanted.mo.items()),
    ]
    return " · ".join(told)


def measures_of(record: MoRecord, measures: tuple[Measure, ...], reader: Collection[Branch], t: Phrases) -> list[Html]:
    """Return the measures against this method for a reader with shops of these branches."""
    fitting = branches_to_fit(reader, record.branches)
    return [measure_words(one, t) for one in choose_measures(measures, fitting, record.mo)]


def origin_words(entry: RegisterEntry, t: Phrases) -> list[Html]:
    """Return what the record was made of, with its number while that is known, and who may read it."""
    record, number = entry.filed.record, entry.number or ""
    if record.tlp is None:
        return [t("mo-from-report", number=number) if number else t("mo-from-incident")]
    label = t(f"alert-share-{record.tlp.name.lower()}")
    return [t("mo-from-notice", number=number), label] if number else [label]


def _named(name: str, value: str, kind: IncidentKind | None, t: Phrases) -> str:
    return t.plain("mo-named", field=t.plain(f"mo-{mo_name(name, kind)}"), value=t.plain(f"mo-{name}-{value}"))
