"""Reading: what a typed sentence, Dutch or English, says about an incident, by rules and word lists."""

from collections.abc import Hashable, Iterable, Sequence
from datetime import datetime, tzinfo
from typing import TypeVar

from alerts.reading.approaches import approaches
from alerts.reading.branches import branches
from alerts.reading.claims import is_about_the_service, laughs, tells_of_people, told
from alerts.reading.clothing import clothing
from alerts.reading.exit_directions import exit_directions, exit_goals
from alerts.reading.exits import exit_modes
from alerts.reading.faces import face_covers
from alerts.reading.kinds import is_sighting, may_be_reconnaissance
from alerts.reading.loot import loot
from alerts.reading.moments import moment
from alerts.reading.negation import with_denials
from alerts.reading.oddities import has_happened, oddities
from alerts.reading.patterns import Read
from alerts.reading.person_counts import counts
from alerts.reading.persons import persons
from alerts.reading.places import here, postcodes
from alerts.reading.reading import (
    LONGEST,
    Colour,
    Passage,
    ReadField,
    Reading,
    ReadPlace,
    ReadVehicle,
    VehicleClass,
)
from alerts.reading.robberies import HEAVY_WAYS, is_perhaps, may_be_robbery, offenders, robberies
from alerts.reading.signals import signals
from alerts.reading.tokens import Tokens
from alerts.reading.towns import Towns, dutch_towns
from alerts.reading.vehicles import SeenVehicle, vehicles
from alerts.reading.violence import violence
from alerts.reading.weapons import weapons
from alerts.report import ReportKind, Signal

__all__ = [
    "LONGEST",
    "Colour",
    "Passage",
    "ReadField",
    "ReadPlace",
    "ReadVehicle",
    "Reading",
    "Towns",
    "VehicleClass",
    "dutch_towns",
    "read",
]

_THEY = frozenset({"HE", "SHE", "THEY"})
_SHORT = 6  # words: so few that those who are counted are all that is told
_ACTORS = frozenset({"hij", "ie", "he", "she", "they", "ze", "zij", "PERHAPS"})
T = TypeVar("T", bound=Hashable)


def read(text: str, *, now: datetime, zone: tzinfo, towns: Towns | None = None) -> Reading:
    """Return what the first LONGEST characters of a text say. `now` is aware; the guard is asked before, not here."""
    whole = Tokens.of(text[:LONGEST])
    tokens = with_denials(told(whole))
    if not tokens.all:
        return Reading()
    return _Reader(tokens, towns or dutch_towns(), is_unsure=is_perhaps(whole)).reading(now, zone)


class _Reader:
    """Reads the fields of one text and collects the passages that it used."""

    def __init__(self, tokens: Tokens, towns: Towns, *, is_unsure: bool) -> None:
        self._tokens = tokens
        self._is_unsure = is_unsure
        self._towns = towns
        self._passages: list[tuple[ReadField, int, int]] = []
        self._either: list[tuple[ReadField, tuple[str, ...]]] = []

    def reading(self, now: datetime, zone: tzinfo) -> Reading:
        """Read every field, those of a robbery only where there was one, and signals only where there was none."""
        tokens = self._tokens
        arms, force, taken = list(weapons(tokens)), list(violence(tokens)), list(loot(tokens))
        ways, covers = list(approaches(tokens)), list(face_covers(tokens))
        hidden = bool(_values(covers) & {"balaclava", "mask"})
        crimes = list(robberies(tokens, _values(arms), _values(force), _values(taken), _values(ways), hidden=hidden))
        rammed, armed = bool(_values(ways) & HEAVY_WAYS), bool(_values(arms) - {"none_seen"})
        # Signals are about who looks around, not about who hurts somebody or holds a weapon.
        seen = [] if crimes or armed or _values(force) & {"physical", "injury"} else list(signals(tokens))
        is_told = bool(crimes or seen or (armed and taken) or _values(force) - {"injury"} or rammed)
        if not (is_told or self._is_unsure or self._is_about_others(armed=armed)) or (laughs(tokens) and not is_told):
            return Reading()
        if is_about_the_service(tokens) and not (arms or force or taken or _tells_of_any(tokens) or vehicles(tokens)):
            return Reading()
        unsure = self._is_unsure or may_be_robbery(tokens, _values(arms), _values(taken))
        hurt = bool((arms and force) or _values(force) & {"physical", "injury"})
        if self._is_unsure or force or any(offenders(tokens)):
            seen = []  # too much for who only looks around
        kind = self._kind(crimes, seen, is_open=rammed or hurt or unsure or any(offenders(tokens)))
        ridden, when, whither = vehicles(tokens), self._moment(now, zone), self._direction()
        fields = {
            "persons": self._one(ReadField.PERSONS, persons(tokens)),
            "signals": self._several(ReadField.SIGNALS, seen),
            "approach": self._one(ReadField.APPROACH, ways) if crimes else None,
            "weapon": self._one(ReadField.WEAPON, arms),
            "violence": self._one(ReadField.VIOLENCE, force),
            "face_cover": self._one(ReadField.FACE_COVER, covers),
            "loot_type": self._one(ReadField.LOOT_TYPE, taken) if crimes else None,
            "exit_mode": self._one(
                ReadField.EXIT_MODE, exit_modes(tokens, ridden, is_crime=bool(crimes or force or self._is_unsure))
            ),
            "vehicle": self._vehicle(ridden),
            "clothing": self._garments(),
            "place": self._place(),
            "branches": self._several(ReadField.BRANCHES, branches(tokens)),
        }
        both: dict[str, object] = {**fields, **when, **whither, "either": tuple(self._either)}
        return Reading(is_report=True, kind=kind, passages=self._in_order(), **both)  # type: ignore[arg-type]

    def _is_about_others(self, *, armed: bool) -> bool:
        """Whether people are told of, or something odd."""
        tokens = self._tokens
        return (
            any(oddities(tokens))
            or has_happened(tokens)
            or ((armed or is_sighting(tokens)) and (any(counts(tokens.told)) or tells_of_people(tokens)))
            or (len(tokens.all) <= _SHORT and any(counts(tokens.told)))
            or (is_sighting(tokens) and _acts(tokens))
            or (armed and not _THEY.isdisjoint(tokens.concepts))
            or _describes(tokens)
        )

    def _kind(
        self, crimes: Sequence[Read[ReportKind]], seen: Sequence[Read[Signal]], *, is_open: bool
    ) -> ReportKind | None:
        """Return the kind; None where it may as well have been a robbery."""
        if crimes:
            kind = crimes[-1].value
            self._use(ReadField.KIND, crimes)
            return kind
        if seen:
            return ReportKind.RECONNAISSANCE
        odd = _values(oddities(self._tokens))
        is_sure = True in odd or (odd and not may_be_reconnaissance(self._tokens))
        return ReportKind.SUSPICIOUS_SITUATION if is_sure and not is_open else None

    def _moment(self, now: datetime, zone: tzinfo) -> dict[str, object]:
        found = moment(self._tokens.told, now, zone)
        if found is None:
            return {}
        self._passages += [(ReadField.OCCURRED_AT, start, end) for start, end in found.spans]
        return {"occurred_at": found.at, "time_of_day": found.time_of_day}

    def _direction(self) -> dict[str, str | None]:
        """Return the direction of the compass; where none was told, the one goal in words."""
        ways = list(exit_directions(self._tokens))
        goals = [] if ways else list(exit_goals(self._tokens))
        goal = goals[0].value if len({one.value.casefold() for one in goals}) == 1 else None
        return {"exit_direction": self._one(ReadField.EXIT_DIRECTION, ways), "exit_goal": goal}

    def _vehicle(self, ridden: Sequence[SeenVehicle]) -> ReadVehicle | None:
        """Return the one vehicle; None where there are two different ones."""
        classes = {one.vehicle_class for one in ridden}
        colours = {one.colour for one in ridden if one.colour is not None}
        if len(classes) != 1 or len(colours) > 1:
            return None
        self._passages += [(ReadField.VEHICLE, one.start, one.end) for one in ridden]
        return ReadVehicle(classes.pop(), next(iter(colours), None))

    def _garments(self) -> tuple[str, ...]:
        worn = list(clothing(self._tokens))
        self._use(ReadField.CLOTHING, worn)
        return tuple(dict.fromkeys(one.value for one in worn))

    def _place(self) -> ReadPlace:
        tokens = self._tokens
        named = list(self._towns.find(tokens.all))
        spans = [Read(one.name, tokens.all[one.first].start, tokens.all[one.last].end) for one in named]
        codes = list(postcodes(tokens, named))
        code = self._one(ReadField.PLACE, codes)
        near = list(here(tokens))
        self._use(ReadField.PLACE, near)
        return ReadPlace(
            pc4=code if code and code.isdigit() else None,
            pc6=code if code and not code.isdigit() else None,
            town=self._one(ReadField.PLACE, spans),
            is_here=bool(near),
        )

    def _one(self, field: ReadField, found: Iterable[Read[T]]) -> T | None:
        """Return the value that all passages agree on; None where there is none, or two."""
        found = list(found)
        if len(values := _values(found)) != 1:
            self._either += [(field, tuple(sorted(map(str, values))))] if values else []
            return None
        self._use(field, found)
        return values.pop()

    def _several(self, field: ReadField, found: Iterable[Read[T]]) -> frozenset[T]:
        found = list(found)
        self._use(field, found)
        return frozenset(_values(found))

    def _use(self, field: ReadField, found: Iterable[Read[T]]) -> None:
        self._passages += [(field, one.start, one.end) for one in found if one.start < one.end]

    def _in_order(self) -> tuple[Passage, ...]:
        """Return the passages in the order of the text as it was typed, each once."""
        plain = self._tokens.plain
        distinct = dict.fromkeys(self._passages)
        typed = (Passage(field, *plain.original((start, end))) for field, start, end in distinct)
        return tuple(sorted(typed, key=lambda one: (one.start, one.end, one.field)))


def _values(found: Iterable[Read[T]]) -> set[T]:
    return {one.value for one in found}


def _tells_of_any(tokens: Tokens) -> bool:
    """Whether somebody is told of by more than a pronoun."""
    return any(counts(tokens.told)) or not {"ONE", "MANY", "PERHAPS"}.isdisjoint(tokens.concepts)


def _acts(tokens: Tokens) -> bool:
    """Whether somebody is told of by a pronoun, or by what they ride."""
    places = [index for actor in _ACTORS for index in tokens.places.get(actor, ())]
    return any(not tokens.all[index].is_denied for index in places)


def _describes(tokens: Tokens) -> bool:
    """Whether it says what somebody wore."""
    return any(persons(tokens)) and (any(clothing(tokens)) or any(face_covers(tokens)))
