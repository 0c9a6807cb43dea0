"""The gravest violence that is told of."""

from collections.abc import Iterator

from alerts.reading.patterns import Exceptions, Read, Seen
from alerts.reading.tokens import Tokens
from alerts.reading.violence_patterns import VIOLENCE

# What is done to a door or a showcase is no violence.
_TO_THINGS = Exceptions(
    {
        "": (
            "duw|duwt|duwde|duwden|duwen|geduwd|trap|trapte|trapten|schopte|schopten|getrapt|pushed|pushing|shoved|"
            "kicked|push|sloeg|sloegen|hit|hits|gebeukt|beukte|beukten|ramde|ramden|slaan|slaat|stak|staken|struck ..3 "
            "DOOR|THING",
            "trok|trokken|rukte|rukten ..1 DOOR",
            "geven|geef|gegeven|give of|or ..2 vallen|volgen klappen|slagen",
            "push|pushes|pushed|pushing|shoved|kick|kicks|kicked in|inside|through|into|open|at",
            "got|gets|was|been|were|is|are hit at|around|last|today|yesterday|tonight|this|again|just|by|twice|hard",
            "alarm|alarmknop|noodknop|knop|button ..2 geslagen|hit|pushed|push|geduwd",
            "hit|hits|pushed|push|pushes|sloeg|sloegen ..3 alarm|button|knop|alarmknop|noodknop|record|rem|brakes",
        )
    }
)
# What a victim did: `mijn collega sloeg hem`, `the owner hit the alarm`.
_BY_VICTIMS = Exceptions(
    {
        "": (
            "ik|wij|we|i|STAFF|vader|zoon|klant|klanten|omstander|omstanders|customer|dad|husband|wife ..1 sloeg|"
            "sloegen|schopte|schopten|trapte|trapten|duwde|duwden|gooide|beet|mepte|ramde|greep|trok|threw|bit",
            "personeel|staff|we|wij|ik|collega|STAFF zat|zaten|sat|was|were|had ..2 opgesloten|locked|verstopt|hiding",
        )
    }
)
_BY_VICTIMS_TO = Exceptions(
    {
        "": (
            "i|we|STAFF|customer|dad|husband|wife hit|kicked|punched|pushed|shoved|tackled|grabbed|pulled|floored "
            "him|them|the|his|back|it|it's",
        )
    }
)
_THINGS_FIRST = Exceptions(
    {
        "": (
            "DOOR|THING ..2 geduwd|getrapt|gebeukt",
            "in|onder|door|tussen|into|onto|through ..1 het|de|een|the? DOOR|THING|brievenbus|sleutelgat|gleuf|"
            "letterbox ..4 "
            "geduwd|gestoken|gestopt|gepropt|pushed|shoved|geslagen",
            "fiets|scooter|bloempot|winkelwagen|kast|rek|schap|display ..2 omver|omvergelopen|omvergeworpen|"
            "ondersteboven|over",
            "DOOR|THING open|dicht|in? te? duwen|trappen|beuken|schoppen|slaan",
        )
    }
)
_THEM = frozenset({"me", "mij", "hem", "haar", "ons", "him", "her", "us", "m", "iemand"})
_ORDER = ("injury", "physical", "threat")


def violence(tokens: Tokens) -> Iterator[Read[str]]:
    """Yield the passages of the gravest violence."""
    apart = {seen.first for seen in _TO_THINGS.find(tokens) if not _has_person(tokens, seen)}
    apart |= {seen.last for seen in _THINGS_FIRST.find(tokens)}
    by_victims = {seen.last for seen in _BY_VICTIMS.find(tokens)}
    by_victims |= {seen.last - 1 for seen in _BY_VICTIMS_TO.find(tokens)}
    found = [
        seen.read(tokens)
        for seen in _without_threatened(list(VIOLENCE.find(tokens)))
        if seen.first not in apart and by_victims.isdisjoint(range(seen.first, seen.last + 1))
    ]
    for gravest in _ORDER:
        if seen := [one for one in found if one.value == gravest]:
            yield from seen
            return


def _without_threatened(found: list[Seen[str]]) -> list[Seen[str]]:
    """Return them without what was only threatened with: `ik sla je tanden eruit`."""
    threatened = [one for one in found if one.value == "threat" and one.first < one.last]
    return [
        one
        for one in found
        if one.value == "threat" or not any(two.first < one.first and one.last <= two.last for two in threatened)
    ]


def _has_person(tokens: Tokens, seen: Seen[str]) -> bool:
    """Whether somebody stands between the verb and the thing: `duwde haar tegen de deur`."""
    last = tokens.all[seen.last - 1]
    between = tokens.all[seen.first + 1 : seen.last - ("STAFF" in last.concepts)]  # a staff door
    return any(token.word in _THEM or "STAFF" in token.concepts for token in between)
