"""Postcode table: the parts of each PC4, and which municipality each part lies in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, product

from alerts.ids import MunicipalityId
from alerts.place_names import named_id, slug
from alerts.postcode import Pc4Place

NAMESAKES_M = (
    10_000  # measured on the Dutch table: parts of one place lie within 9.5 km of one another, namesakes beyond
)
_CUBE_M = 5_000  # its longest diagonal is under `NAMESAKES_M`
_CUBES_NEAR = 2  # in each direction: `NAMESAKES_M` in cubes
FAR_APART_M = 1_000  # parts of one municipality that lie nearer than this are one place for our purposes

_Cube = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class PostcodeTable:
    """A table as it was read: its parts, those of one PC4 in order of importance.

    `letters`: for PC6s of a PC4 with several parts, the number of the part that it lies in. `former`: names that
    municipalities had before, with a PC4 of theirs.
    """

    rows: Sequence[Pc4Place]
    letters: Mapping[str, int] = field(default_factory=dict)
    former: Sequence[tuple[str, str]] = ()


def is_ambiguous(parts: Sequence[Pc4Place]) -> bool:
    """Whether a PC4 with these parts does not tell where something is: they differ in municipality, or lie over a
    kilometre apart."""
    first, *others = parts or (None,)
    return first is not None and any(
        one.municipality_id != first.municipality_id or one.point.squared_chord(first.point) > FAR_APART_M * FAR_APART_M
        for one in others
    )


def identified(rows: Sequence[Pc4Place]) -> list[Pc4Place]:
    """Return the rows with the id of each municipality, and a name that tells it from its namesakes."""
    ids = _ids(rows)
    names = _names(rows, ids)
    return [
        replace(row, municipality_id=found, municipality_name=names[found])
        for row, found in zip(rows, ids, strict=True)
    ]


def _called(row: Pc4Place) -> str:
    return row.municipality or row.place


def _ids(rows: Sequence[Pc4Place]) -> list[MunicipalityId]:
    """Return the id of each row: its code; else name and province; else the name, with a PC4 where that is in several
    places."""
    found: dict[int, MunicipalityId] = {}
    by_name: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        if row.code:
            found[number] = MunicipalityId(row.code)
        elif row.province:
            found[number] = MunicipalityId(f"{slug(_called(row))}/{slug(row.province)}")
        else:
            by_name[named_id(_called(row))].append(number)
    for name, numbers in by_name.items():
        places = list(_places(numbers, rows))
        for place in places:
            first = min(rows[number].pc4 for number in place)
            for number in place:
                found[number] = MunicipalityId(name if len(places) == 1 else f"{name}@{first}")
    return [found[number] for number in range(len(rows))]


def _places(numbers: Iterable[int], rows: Sequence[Pc4Place]) -> Iterator[list[int]]:
    """Group rows of the same name into places: a group too far from all others is another place.

    Rows are sorted into cubes so small that all in one are near one another; then whole cubes are joined.
    """
    cubes: dict[_Cube, list[int]] = defaultdict(list)
    for number in numbers:
        point = rows[number].point
        cubes[point.x // _CUBE_M, point.y // _CUBE_M, point.z // _CUBE_M].append(number)
    left = dict.fromkeys(cubes)
    while left:
        place = [left.popitem()[0]]
        for cube in place:
            near = [other for other in _around(cube) if other in left and _touch(cubes[cube], cubes[other], rows)]
            for other in near:
                del left[other]
            place.extend(near)
        yield [number for cube in place for number in cubes[cube]]


def _around(cube: _Cube) -> Iterator[_Cube]:
    """Return the cubes that may hold something near something in this one."""
    x, y, z = cube
    steps = range(-_CUBES_NEAR, _CUBES_NEAR + 1)
    return ((x + dx, y + dy, z + dz) for dx, dy, dz in product(steps, steps, steps))


def _touch(some: Iterable[int], others: Sequence[int], rows: Sequence[Pc4Place]) -> bool:
    limit = NAMESAKES_M * NAMESAKES_M
    return any(rows[one].point.squared_chord(rows[other].point) <= limit for one in some for other in others)


def _names(rows: Sequence[Pc4Place], ids: Sequence[MunicipalityId]) -> dict[MunicipalityId, str]:
    """Return the name of each municipality; of namesakes with its province, or else its first PC4."""
    plain: dict[MunicipalityId, Pc4Place] = {}
    for row, found in sorted(zip(rows, ids, strict=True), key=lambda pair: pair[0].pc4):
        plain.setdefault(found, row)
    by_name = sorted(plain, key=lambda found: slug(_called(plain[found])))
    names: dict[MunicipalityId, str] = {}
    for _, group in groupby(by_name, key=lambda found: slug(_called(plain[found]))):
        namesakes = list(group)
        provinces = {plain[one].province for one in namesakes}
        for one in namesakes:
            row = plain[one]
            by = row.province if row.province and len(provinces) == len(namesakes) else row.pc4
            names[one] = _called(row) if len(namesakes) == 1 else f"{_called(row)} ({by})"
    return names
