"""The form of a cascade's table: its rows as a browser sends them, read into steps, and what is wrong with each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from alerts.cascade import MOST_MINUTES, MOST_STEPS, Addressee, CascadeStep, read_addressee
from alerts.errors import Rejected

FIELDS = ("who", "after", "minutes", "p1")
Rows = tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReadTable:
    """The rows as they were typed, the steps that they are, and what is wrong, by the number of the row and the name of
    the field."""

    rows: Rows
    steps: tuple[CascadeStep, ...]
    wrong: dict[tuple[int, str], Rejected] = field(default_factory=dict)


def rows_of(steps: Sequence[CascadeStep]) -> Rows:
    """Return the rows of the form for a table, with empty ones behind it."""
    rows = [
        {
            "who": str(one.addressee),
            "after": "" if one.after is None else str(one.after + 1),
            "minutes": str(one.minutes),
            "p1": "1" if one.only_p1 else "",
        }
        for one in steps
    ]
    return (*rows, *(dict.fromkeys(FIELDS, "") for _ in range(MOST_STEPS - len(rows))))


def written(steps: Sequence[CascadeStep]) -> str:
    """Write a table as one line, by which a form says what it was made from."""
    return ";".join(",".join(row[name] for name in FIELDS) for row in rows_of(steps) if row["who"])


def read_table(form: Mapping[str, object]) -> ReadTable:
    """Read the rows; those without anybody are left out. A row waits for one by the number that stands before it."""
    rows: Rows = tuple(
        {name: str(form.get(f"{name}-{number}", "")).strip()[:80] for name in FIELDS}
        for number in range(1, MOST_STEPS + 1)
    )
    read = ReadTable(rows, ())
    places: dict[str, int] = {}
    steps: list[CascadeStep] = []
    for number, row in enumerate(rows, start=1):
        if not row["who"]:
            continue
        who = _addressee(row["who"], number, read, steps)
        if row["after"] and row["after"] not in places:
            read.wrong[number, "after"] = Rejected("cascade-order")
        minutes = _minutes(row["minutes"], number, read)
        steps.append(CascadeStep(who, places.get(row["after"]), minutes, bool(row["p1"])))
        places[str(number)] = len(steps) - 1
    if not steps:
        read.wrong[1, "who"] = Rejected("cascade-empty")
    return ReadTable(rows, tuple(steps), read.wrong)


def _addressee(text: str, number: int, read: ReadTable, steps: Sequence[CascadeStep]) -> Addressee:
    try:
        who = read_addressee(text)
    except Rejected as error:
        read.wrong[number, "who"] = error
        return Addressee(read_addressee("mayors_office").role)
    if who in [one.addressee for one in steps]:
        read.wrong[number, "who"] = Rejected("cascade-twice")
    return who


def _minutes(text: str, number: int, read: ReadTable) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 4 and int(text) <= MOST_MINUTES:
        return int(text)
    read.wrong[number, "minutes"] = Rejected("cascade-minutes", most=MOST_MINUTES)
    return 0
