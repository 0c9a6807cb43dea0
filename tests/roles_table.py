"""A parser of the table in docs/roles.md."""

from dataclasses import dataclass
from pathlib import Path

from alerts.role import Role

PAGE = Path(__file__).parent.parent / "docs" / "roles.md"
LETTERS = {
    "R": None,  # a retailer has no role, but has a shop
    "K": Role.KVO_MANAGER,
    "S": Role.CITY_MARSHAL,
    "P": Role.POLICE,
    "V": Role.SAFETY_DIRECTOR,
    "M": Role.MAYORS_OFFICE,
    "W": Role.ALDERMAN,
    "H": Role.ENFORCEMENT,
    "C": Role.SPOKESPERSON,
    "G": Role.MUNICIPALITY,
    "B": Role.TRADE_ASSOCIATION,
    "O": Role.PROSECUTION,
    "A": Role.ADMINISTRATOR,
}
CELLS = {"●", "own", "anywhere", "propose", "–"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: who may do something, by the letter of the role."""

    what: str
    cells: dict[str, str]


def rows() -> dict[str, Row]:
    """Return the rows by their subject, up to the first bracket: `Draft an alert`."""
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    head, _rule, *body = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert head == ["What", *LETTERS]
    found = {}
    for what, *cells in body:
        assert set(cells) <= CELLS, cells
        name = what.partition(" (")[0]
        found[name] = Row(name, dict(zip(LETTERS, cells, strict=True)))
    return found
