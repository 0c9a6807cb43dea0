"""Example text (voorbeeldtekst): words to begin a notice with, by kind and branch, with placeholders to fill in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from alerts.alert import IncidentKind
from alerts.branch import Branch
from alerts.errors import InvalidText, Rejected
from alerts.ids import ExampleId, MemberId, MunicipalityId
from alerts.member import Language


class Placeholder(StrEnum):
    """What a drafter fills in; written as `{tijd}`, with the same names in every language."""

    TIME = "tijd"
    PLACE = "plaats"
    WHAT = "wat"
    LOOKS = "signalement"
    VEHICLE = "voertuig"
    DIRECTION = "richting"
    DO = "doen"

    @property
    def written(self) -> str:
        """The placeholder as it stands in a text."""
        return f"{{{self}}}"


TEXT_LENGTH = 400  # UTF-16 units; all examples of a kind are shown in one message
MOST_OF_KIND = 4  # own examples of a municipality for one kind; with those of the program they have a button each
KNOWN = ", ".join(one.written for one in Placeholder)
_WRITTEN = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class ReadyExample:
    """An example that comes with the program: the text `example-<key>` in every language. `branch` None: any."""

    key: str
    kind: IncidentKind
    branch: Branch | None = None


@dataclass(frozen=True, slots=True)
class ExampleContent:
    """An example of a municipality, with its text in every language."""

    municipality: MunicipalityId
    kind: IncidentKind
    branch: Branch | None
    words: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class ExampleText:
    """A stored example. `author_id` made it; who sends notices there may change it too."""

    id: ExampleId
    content: ExampleContent
    author_id: MemberId
    version: int


READY = (
    ReadyExample("robbery", IncidentKind.ROBBERY),
    ReadyExample("robbery-supermarket", IncidentKind.ROBBERY, Branch.SUPERMARKET),
    ReadyExample("robbery-petrol", IncidentKind.ROBBERY, Branch.PETROL_STATION),
    ReadyExample("robbery-jeweller", IncidentKind.ROBBERY, Branch.JEWELLER),
    ReadyExample("attempt", IncidentKind.ROBBERY_ATTEMPT),
    ReadyExample("scouting", IncidentKind.RECONNAISSANCE),
    ReadyExample("scouting-jeweller", IncidentKind.RECONNAISSANCE, Branch.JEWELLER),
    ReadyExample("suspicious", IncidentKind.SUSPICIOUS_SITUATION),
    ReadyExample("street", IncidentKind.STREET_ROBBERY),
    ReadyExample("ram", IncidentKind.RAM_RAID),
    ReadyExample("blast", IncidentKind.ATM_BLAST),
    ReadyExample("delivery", IncidentKind.ROBBERY_DELIVERY),
    ReadyExample("delivery-food", IncidentKind.ROBBERY_DELIVERY, Branch.DELIVERY_FOOD),
    ReadyExample("home", IncidentKind.ROBBERY_HOME),
    ReadyExample("other", IncidentKind.OTHER),
)


def placeholders_of(text: str) -> tuple[Placeholder, ...]:
    """Return the placeholders of an example, in order. Raises InvalidText for one that is unknown, stands there
    twice or is not closed."""
    rest = _WRITTEN.sub("", text)
    if "{" in rest or "}" in rest:
        raise InvalidText("placeholder-unclosed", part=_around(rest), known=KNOWN)
    names = [one.strip().lower() for one in _WRITTEN.findall(text)]
    for name in names:
        if name not in set(Placeholder):
            raise InvalidText("placeholder-unknown", name=f"{{{name}}}", known=KNOWN)
        if names.count(name) > 1:
            raise InvalidText("placeholder-twice", name=f"{{{name}}}", known=KNOWN)
    return tuple(Placeholder(one) for one in names)


def check_alike(words: Mapping[Language, str]) -> None:
    """Raise InvalidText when the texts of an example have different placeholders, naming one that is missing."""
    found = [frozenset(placeholders_of(one)) for one in words.values()]
    lacking = frozenset[Placeholder]().union(*found) - frozenset(Placeholder).intersection(*found)
    if lacking:
        raise InvalidText("placeholder-one-language", names=", ".join(sorted(one.written for one in lacking)))


def open_in(text: str) -> tuple[Placeholder, ...]:
    """Return the known placeholders that still stand in a text, in order, each once."""
    names = (one.strip().lower() for one in _WRITTEN.findall(text))
    return tuple(dict.fromkeys(Placeholder(one) for one in names if one in set(Placeholder)))


def filled(text: str, placeholder: Placeholder, words: str) -> str:
    """Return the text with these words in place of a placeholder."""
    return _WRITTEN.sub(lambda found: words if found[1].strip().lower() == placeholder else found[0], text)


def check_filled(text: str) -> None:
    """Raise Rejected for a text that cannot be sent, as it still has a placeholder."""
    if still := open_in(text):
        raise Rejected("placeholder-open", names=", ".join(one.written for one in still))


def _around(rest: str) -> str:
    """Return the brace that has no other, with the word after or before it."""
    found = re.search(r"\{\s*\S*|\S*\s*\}", rest)
    return found[0] if found else rest
