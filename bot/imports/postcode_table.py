"""Reads a postcode table: GeoNames' Dutch postal code file, or a CSV with `pc4,lat,lon,place`.

A CSV may also have `municipality`, `code` (CBS: `0502` or `GM0502`), `province`, and `former` (names that the
municipality had before, with `;` between). Rows of one PC4 with another place or municipality are parts of it.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from sys import intern

from pydantic import BaseModel, Field, ValidationError, field_validator

from alerts.point import point_at
from alerts.postcode import Pc4Place
from alerts.postcode_table import PostcodeTable
from bot.errors import CannotStart
from bot.imports.table_file import open_table

# The columns of GeoNames' postal code files (its readme.txt): no header, tabs.
_GEONAMES = ("country", "pc4", "place", "province", "province_code", "municipality", "code", "name3", "code3")
_GEONAMES_COLUMNS = (*_GEONAMES, "lat", "lon", "accuracy")
MOST_PARTS = 20_000  # of all PC4s together; the country has some 4,300 PC4s
MOST_ROWS = 1_000_000  # the country has some 460,000 PC6s


class Row(BaseModel):
    """One row as imported: a PC4 or PC6, WGS 84 degrees within the kingdom's European part, and names."""

    pc4: str = Field(pattern=r"^[1-9][0-9]{3} ?([A-Z]{2})?$")
    lat: float = Field(ge=50, le=54)
    lon: float = Field(ge=3, le=8)
    place: str = Field(min_length=1, max_length=80)
    municipality: str | None = Field(default=None, max_length=80)
    code: str | None = Field(default=None, pattern=r"^(GM)?[0-9]{1,4}$")
    province: str | None = Field(default=None, max_length=80)
    former: str | None = Field(default=None, max_length=400)

    @field_validator("place", "municipality", "province", "former")
    @classmethod
    def _is_readable(cls, name: str | None) -> str | None:
        if name is not None and not (name.isprintable() and any(one.isalnum() for one in name)):
            raise ValueError("has signs that cannot be read, or no letters")
        return name

    @property
    def key(self) -> "Key":
        """The values by which rows of one PC4 belong to the same part."""
        code = self.code.removeprefix("GM").zfill(4) if self.code else None
        return self.pc4[:4], self.place, self.municipality, code, self.province


Key = tuple[str, str, str | None, str | None, str | None]


class _Parts:
    """Collects the parts of each PC4: where their rows lie on average, and which PC6s are in them."""

    def __init__(self) -> None:
        self._sums: dict[Key, list[float]] = {}
        self._keys: dict[Key, Key] = {}
        self._letters: dict[str, dict[str, Key | None]] = defaultdict(dict)
        self._former: dict[tuple[str, str], None] = {}

    @property
    def count(self) -> int:
        """How many parts there are."""
        return len(self._sums)

    def add(self, row: Row) -> None:
        """Add one row to its part."""
        key = self._keys.setdefault(row.key, row.key)  # one object for all rows of a part, to save memory
        found = self._sums.setdefault(key, [0, 0.0, 0.0])
        for place, value in enumerate((1, row.lat, row.lon)):
            found[place] += value
        if letters := intern(row.pc4[4:].strip()):
            there = self._letters[key[0]]
            there[letters] = key if there.setdefault(letters, key) is key else None  # in two parts: it tells neither
        for name in (row.former or "").split(";"):
            if name.strip():
                self._former[name.strip(), key[0]] = None

    def table(self) -> PostcodeTable:
        """Return the table: of each PC4 the part with most rows first; PC6s only of a PC4 with several parts."""
        parts: dict[str, list[Key]] = defaultdict(list)
        for key in sorted(self._sums, key=lambda key: (key[0], -self._sums[key][0])):
            parts[key[0]].append(key)
        letters = {
            f"{pc4}{one}": parts[pc4].index(key)
            for pc4, found in self._letters.items()
            if len(parts[pc4]) > 1
            for one, key in found.items()
            if key is not None
        }
        return PostcodeTable([self._part(key) for keys in parts.values() for key in keys], letters, list(self._former))

    def _part(self, key: Key) -> Pc4Place:
        count, lat, lon = self._sums[key]
        pc4, place, municipality, code, province = key
        return Pc4Place(pc4, place, point_at(lat / count, lon / count), municipality, code, province)


async def read_postcodes(source: str) -> PostcodeTable:
    """Read the table in a file or at an http(s) address, zipped or not. Raises CannotStart with what is wrong."""
    parts = _Parts()
    async with open_table(source) as lines:
        for line, fields in _fields(lines, source):
            parts.add(_row(fields, line, source))
            if parts.count > MOST_PARTS:
                raise CannotStart(f"{source}, line {line}: has too many places for one country; nothing was imported")
    table = parts.table()
    if not table.rows:
        raise CannotStart(f"{source}: holds no postcodes; nothing was imported")
    return table


def _row(fields: dict[str, str], line: int, source: str) -> Row:
    try:
        return Row.model_validate({key: value.strip() for key, value in fields.items() if value.strip()})
    except ValidationError as error:
        wrong = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise CannotStart(f"{source}, line {line}: {wrong} is missing or wrong; nothing was imported") from error


def _fields(lines: Iterator[tuple[int, str]], source: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the number and named fields of each line that is not blank. A field never continues on the next line."""
    named: Callable[[list[str]], dict[str, str]] | None = None
    for number, line in lines:
        if number > MOST_ROWS:
            raise CannotStart(f"{source}: has too many lines for a postcode table; nothing was imported")
        if not line.strip():
            continue
        if named is None and line.startswith("NL\t"):
            named = _geonames_fields
        if named is None:
            named = _csv_fields(_split(line, number, source), source)
            continue
        columns = line.rstrip("\r\n").split("\t") if named is _geonames_fields else _split(line, number, source)
        yield number, named(columns)


def _geonames_fields(columns: list[str]) -> dict[str, str]:
    named = dict(zip(_GEONAMES_COLUMNS, columns, strict=False))
    return {**named, "code": named.get("code", "") if re.fullmatch("[0-9]{1,4}", named.get("code", "")) else ""}


def _csv_fields(header: list[str], source: str) -> Callable[[list[str]], dict[str, str]]:
    """Return a function that names the columns under this header. Raises CannotStart when it is no such header."""
    names = [name.strip() for name in header]
    if not {"pc4", "lat", "lon", "place"} <= set(names):
        raise CannotStart(
            f"{source}: needs a first line with pc4,lat,lon,place, or to be GeoNames' file; nothing was imported"
        )
    return lambda columns: dict(zip(names, columns, strict=False))


def _split(line: str, number: int, source: str) -> list[str]:
    """Split one line of CSV into fields. Raises CannotStart for a quote that is not closed in its line."""
    try:
        return next(csv.reader([line], strict=True))
    except (csv.Error, StopIteration) as error:
        raise CannotStart(f"{source}, line {number}: is not CSV; nothing was imported") from error
