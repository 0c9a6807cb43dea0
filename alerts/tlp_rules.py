"""TLP rules: the routes by which an alert may leave, by its label (`Tlp.admits`); a wider route is refused by name."""

from alerts.alert import AlertContent, IncidentKind
from alerts.errors import LabelTooNarrow
from alerts.ids import MemberId
from alerts.role import Grant, Role
from alerts.severity import Severity
from alerts.tlp import Route, Tlp

# Own organisation, in the words of the TLP: those in public office. The administrator has no case content
# (docs/domain.md §2).
_ROUTE_OF: dict[Role, Route] = {
    Role.POLICE: Route.POLICE,
    Role.CITY_MARSHAL: Route.ORGANISATION,
    Role.SAFETY_DIRECTOR: Route.ORGANISATION,
    Role.MAYORS_OFFICE: Route.ORGANISATION,
    Role.ALDERMAN: Route.ORGANISATION,
    Role.ENFORCEMENT: Route.ORGANISATION,
    Role.SPOKESPERSON: Route.ORGANISATION,
    Role.MUNICIPALITY: Route.ORGANISATION,
    Role.PROSECUTION: Route.ORGANISATION,
    Role.KVO_MANAGER: Route.COORDINATORS,
    Role.TRADE_ASSOCIATION: Route.COORDINATORS,
}


def admits_coordinator(content: AlertContent, member: MemberId, grant: Grant) -> bool:
    """Whether the label lets this member read the alert by this role: RED police and who is named, AMBER+STRICT also
    the municipality and the prosecution. Being named is personal: it does not extend to a deputy."""
    return admits_role(content.tlp, grant.role) or (grant.role in _ROUTE_OF and member in content.named)


def admits_role(tlp: Tlp, role: Role) -> bool:
    """Whether the label lets holders of this role read, whoever they are."""
    route = _ROUTE_OF.get(role)
    return route is not None and tlp.admits(route)


def check_tlp(content: AlertContent) -> None:
    """Raise LabelTooNarrow when the alert is addressed to more than its label admits, and when the label is more open
    than an incident allows: CLEAR is for information and prevention (docs/domain.md §3)."""
    if content.kind is not IncidentKind.PREVENTION:
        check_label(content.tlp, content.severity, content.kvo_group_id)


def check_label(tlp: Tlp, severity: Severity | None, group: int | None = None) -> None:
    """Raise LabelTooNarrow for a label that does not fit the severity or the KVO group; None for what is not chosen
    yet."""
    if tlp.admits(Route.EVERYBODY) and severity is not Severity.P4:
        raise LabelTooNarrow("incident", tlp=tlp, severity=severity or "")
    if group is not None and not tlp.admits(Route.CONCERNED):
        raise LabelTooNarrow("group", tlp=tlp)
