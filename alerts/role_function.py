"""Functions: the words by which others see the holder of a role, and which role can be given which."""

from alerts.errors import Rejected
from alerts.role import Function, Role, Scope, ScopeKind

# The functions that a role can be given, from the policy papers; they change nothing about what the role may do. Who
# carries none is shown as the role is usually called: police as overvalcoördinator. Mayor, alderman and enforcer are
# roles now; who was given one as a function of the municipality keeps that, and is shown by it.
FUNCTIONS: dict[Role, tuple[Function, ...]] = {
    Role.POLICE: (
        Function.NATIONAL_COORDINATOR,
        Function.COMMUNITY_OFFICER,
        Function.TEAM_CHIEF,
        Function.BRANCH_OFFICER,
        Function.DUTY_OFFICER,
    ),
    Role.CITY_MARSHAL: (Function.AFTERCARE_COORDINATOR, Function.SAFETY_ADVISER),
    Role.KVO_MANAGER: (Function.STREET_MANAGER, Function.PARK_MANAGER),
    Role.PROSECUTION: (Function.PROSECUTOR,),
}


def check_function(role: Role, function: Function | None) -> None:
    """Raise Rejected for a function that this role cannot carry."""
    if function is not None and function not in FUNCTIONS.get(role, ()):
        raise Rejected("role-function", role=role, function=function)


def usual_function(role: Role, scope: Scope) -> Function | None:
    """Return the function of a holder for whom none was chosen; None shows the usual name of the role."""
    return Function.BRANCH_OFFICER if role is Role.POLICE and scope.kind is ScopeKind.BRANCH else None
