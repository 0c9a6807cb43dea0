"""Service: a channel of an organisation (Matrix, Signal, SMS, ...) that the operator names, and what goes there."""

import json
import re
from dataclasses import dataclass, field

from alerts.alert import AlertContent, IncidentKind
from alerts.area import Place
from alerts.errors import Rejected
from alerts.role import Scope, ScopeKind, parse_scope
from alerts.severity import Severity

_NAME = re.compile(r"[a-z0-9-]{1,40}")
_KEYS = frozenset({"name", "url", "severities", "kinds", "area"})


@dataclass(frozen=True, slots=True)
class Service:
    """A service by its name. `url`: its address for Apprise, which is a secret. No `kinds` or no `area` means all of
    them; `area` is a range of postcodes."""

    name: str
    url: str = field(repr=False)
    severities: frozenset[Severity]
    kinds: frozenset[IncidentKind] = frozenset()
    area: Scope | None = None

    def wants(self, content: AlertContent) -> bool:
        """Whether a notice with this content goes there; what reaches a whole region does where its place lies."""
        return (
            content.severity in self.severities
            and (not self.kinds or content.kind in self.kinds)
            and (self.area is None or self._holds(content.place))
        )

    def _holds(self, place: Place) -> bool:
        assert self.area is not None, "asked where there is one"
        assert self.area.first is not None, "a range of postcodes"
        return place.pc4 is not None and self.area.first <= place.pc4 <= (self.area.last or self.area.first)


def parse_services(text: str) -> tuple[Service, ...]:
    """Read a JSON list of services; none for an empty text. Raises ValueError, without repeating any of it."""
    if not text.strip():
        return ()
    try:
        listed = json.loads(text)
    except json.JSONDecodeError:
        raise ValueError("must be a list in JSON") from None
    services = tuple(_service(one, number) for number, one in enumerate(listed if isinstance(listed, list) else [0], 1))
    if len({one.name for one in services}) < len(services):
        raise ValueError("has two services with one name")
    return services


def _service(one: object, number: int) -> Service:
    if not isinstance(one, dict) or not set(one) <= _KEYS:
        raise ValueError(f"service {number} must have name, url and severities, and may have kinds and area")
    name, url = one.get("name"), one.get("url")
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise ValueError(f"service {number} needs a name of small letters, digits and hyphens")
    if not isinstance(url, str) or "://" not in url:
        raise ValueError(f"service {name} needs a url for Apprise")
    try:
        severities = frozenset(map(Severity, one.get("severities", ())))
        kinds = frozenset(map(IncidentKind, one.get("kinds", ())))
    except (ValueError, TypeError):
        raise ValueError(f"service {name} has an unknown severity or kind") from None
    if not severities:
        raise ValueError(f"service {name} needs severities, such as P1")
    return Service(name, url, severities, kinds, _area(one.get("area"), name))


def _area(given: object, name: str) -> Scope | None:
    if given is None:
        return None
    try:
        scope = parse_scope(str(given))
    except Rejected:
        scope = None
    if scope is None or scope.kind is not ScopeKind.POSTCODES:
        raise ValueError(f"service {name} needs postcodes for its area, such as 2900-2999")
    return scope
