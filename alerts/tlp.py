"""TLP: the labels of the Traffic Light Protocol, and the ways by which each lets an alert travel."""

from collections.abc import Mapping
from enum import StrEnum

from alerts.severity import Severity


class Route(StrEnum):
    """The ways by which an alert leaves, named after whom they reach; the table `ADMITTED` says which a label
    admits."""

    EVERYBODY = "everybody"  # shops without verification
    CONCERNED = "concerned"  # verified shops that it concerns
    EXTRAS = "extras"  # what a verified shop added for itself, until a coordinator allows more
    CHAT_TEXT = "chat_text"  # the whole text in a group's chat that is set up well
    CHAT_LINE = "chat_line"  # one line in a group's chat, with a link
    COORDINATORS = "coordinators"  # who speaks for shops: managers of KVO groups, trade associations
    ORGANISATION = "organisation"  # police, municipality and prosecution
    POLICE = "police"  # police, and who is named
    FORWARDING = "forwarding"  # out of the chat, by whoever reads it: without content protection
    MAIL = "mail"  # e-mail, and the services of organisations: out of the chat, to whom it is for
    EXPORT = "export"  # a file for who takes part


class Tlp(StrEnum):
    """The labels of the FIRST Traffic Light Protocol 2.0, in order from open to closed."""

    CLEAR = "TLP:CLEAR"
    GREEN = "TLP:GREEN"
    AMBER = "TLP:AMBER"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    RED = "TLP:RED"

    @property
    def rank(self) -> int:
        """The position of the label: 0 is open to all, higher is narrower."""
        return list(Tlp).index(self)

    def admits(self, route: Route) -> bool:
        """Whether an alert with this label may leave by this route."""
        return route in ADMITTED[self]

    @property
    def is_protected(self) -> bool:
        """Whether messages carry content protection: everything above CLEAR."""
        return not self.admits(Route.FORWARDING)

    @property
    def is_for_shops(self) -> bool:
        """Whether shops may get it; AMBER+STRICT and RED go to coordinators only."""
        return self.admits(Route.CONCERNED)


_POLICE = frozenset({Route.POLICE})
_ORGANISATION = _POLICE | {Route.ORGANISATION}
_WHO_NEEDS_IT = _ORGANISATION | {Route.COORDINATORS, Route.CONCERNED, Route.CHAT_LINE}
_COMMUNITY = _WHO_NEEDS_IT | {Route.EXTRAS, Route.CHAT_TEXT, Route.MAIL, Route.EXPORT}

# docs/architecture.md, rule 8, and docs/domain.md §3: each label admits no more than the more open one before it.
ADMITTED: Mapping[Tlp, frozenset[Route]] = {
    Tlp.CLEAR: frozenset(Route),
    Tlp.GREEN: _COMMUNITY,
    Tlp.AMBER: _WHO_NEEDS_IT,
    Tlp.AMBER_STRICT: _ORGANISATION,
    Tlp.RED: _POLICE,
}

DEFAULT_TLP = {
    Severity.P1: Tlp.AMBER,
    Severity.P2: Tlp.AMBER,
    Severity.P3: Tlp.GREEN,
    Severity.P4: Tlp.CLEAR,
}

# How far what a shop added for itself goes until a coordinator allows more.
EXTRAS_UP_TO = max((one for one in Tlp if one.admits(Route.EXTRAS)), key=lambda one: one.rank)

# How far a colleague of less than a day gets what is for their shop (`alerts.premises.NEW_FOR`).
NEW_UP_TO = Tlp.GREEN
