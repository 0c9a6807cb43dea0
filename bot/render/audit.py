"""An entry of the audit log in words: when, who (by function and number), and what was done."""

from contextlib import suppress

from alerts.aftercare.case import Purpose as CasePurpose
from alerts.audit import AuditRow
from alerts.errors import NotFound, Rejected
from alerts.ids import AlertId, CaseId, IncidentId, KvoGroupId, MemberId, ReportId
from alerts.patterns import DismissReason
from alerts.refusal import ASKED_ABOUT, MESSAGE, UNKNOWN_BUTTON, UNKNOWN_COMMAND
from alerts.report import Purpose
from alerts.role import Role, parse_scope
from bot.conversation.view import View
from texts.html import Html
from texts.phrases import MissingText, Phrases
from texts.roles import function_words, group_of, scope_words
from texts.times_and_distances import moment

# Prefixes of reasons, the longer ones first; any other reason is shown by its key.
_REASONS = (
    "not-allowed",
    "too-late",
    "not-found",
    "conflict",
    "dialogue-stale",
    "unexpected-button",
    "unexpected-anonymous",
    "unexpected-channel",
    "text",
    "invite",
    "code",
    "limit",
    "label",
)


async def audit_line(row: AuditRow, view: View) -> Html:
    """Render one entry."""
    t = view.t
    who, what = await audit_words(row, view)
    return t("audit-line", moment=moment(row.at, t, view.zone, view.now), who=who, what=what)


async def audit_words(row: AuditRow, view: View) -> tuple[str, str]:
    """Return who did it and what was done; an action without a text is shown by its key."""
    values = {"about": await _about(row, view), "detail": await _detail(row, view)}
    try:
        what = view.t.plain(f"audit-{row.action.replace('.', '-')}", **values)
    except MissingText:
        what = f"{row.action} {values['about']}"
    return await _who(row, view), what


async def _who(row: AuditRow, view: View) -> str:
    t = view.t
    if row.salt is None:
        return t.plain("audit-erased")
    if row.actor_id is None:
        return t.plain("audit-nobody" if row.entity != "request" else "audit-stranger")
    return await _person(row.actor_id, view)


async def _person(member: MemberId, view: View) -> str:
    return view.t.plain("audit-person", function=await _function(member, view), number=member)


async def _function(member: MemberId, view: View) -> str:
    grants = [one for one in await view.uow.roles.of_member(member) if one.is_active(view.now)]
    if grants:
        return await function_words(view.uow, grants, view.t)
    return view.t.plain("person-erased" if (await view.uow.members.get(member)).is_erased else "audit-member")


async def _about(row: AuditRow, view: View) -> str:
    """Name the subject: an alert, report or incident by its number, a group by name, anything else by its id."""
    uow, thing = view.uow, row.entity_id
    try:
        match row.entity:
            case "alert":
                return (await uow.alerts.get(AlertId(thing))).number or view.t.plain("audit-number", number=thing)
            case "report":
                return (await uow.reports.get(ReportId(thing))).number
            case "aftercare":
                case = await uow.cases.get(CaseId(thing))
                return (await uow.incidents.get(case.incident_id)).number
            case "incident":
                return (await uow.incidents.get(IncidentId(thing))).number
            case "kvo_group":
                return (await uow.kvo_groups.get(KvoGroupId(thing))).name
            case "member" if thing:
                return await _person(MemberId(thing), view)
            case "member":
                return view.t.plain("audit-erased")
    except NotFound:
        pass
    return view.t.plain("audit-number", number=thing)


async def _detail(row: AuditRow, view: View) -> str:
    told, t = row.details or {}, view.t
    if row.salt is None:
        return t.plain("audit-erased")
    match row.action:
        case "pattern.dismissed" if told.get("reason") in set(DismissReason):
            return t.plain(f"pattern-reason-{told['reason']}")
        case "report.read" | "incident.read" if told.get("purpose") in set(Purpose):
            return t.plain(f"purpose-{told['purpose']}")
        case "aftercare.read" if told.get("purpose") in set(CasePurpose):
            return t.plain(f"care-purpose-{told['purpose']}")
        case "role.granted" | "role.asked" | "role.confirmed" | "role.refused" | "role.lapsed" if told.get(
            "role"
        ) in set(Role):
            return f"{t.plain('role-' + str(told['role']))} ({await _scope(str(told.get('scope', '')), view)})"
        case "audit.exported":
            return str(told.get("reason", ""))
        case "request.refused":
            return t.plain(
                "audit-refused-what",
                request=_request(str(told.get("request", "")), t),
                reason=_reason(str(told.get("reason", "")), t),
            )
        case "request.refused_often":
            return str(told.get("more", ""))
        case "measure.added" | "measure.changed" | "measure.left_out" | "measure.restored":
            return t.plain(f"branch-{told.get('branch', '')}")
        case _:
            return ""


async def _scope(scope: str, view: View) -> str:
    """Describe a scope; one that cannot be parsed, or whose group does not exist, is shown as it was stored."""
    try:
        read = parse_scope(scope)
        return scope_words(read, view.t, await group_of(view.uow, read))
    except (Rejected, NotFound):
        return scope


def _request(request: str, t: Phrases) -> str:
    if request.startswith("/"):
        return request
    if request in (MESSAGE, UNKNOWN_BUTTON, UNKNOWN_COMMAND):
        return t.plain(f"audit-request-{request}")
    return t.plain(f"audit-request-{ASKED_ABOUT.get(request, 'button')}")


def _reason(reason: str, t: Phrases) -> str:
    """Return the sentence that the person read if it needs no values; otherwise the kind of reason."""
    if reason.startswith(("not-allowed-", "too-late-")):
        with suppress(MissingText):
            said = t.plain(reason)
            if "{" not in said:
                return said
    found = next((one for one in _REASONS if reason == one or reason.startswith(f"{one}-")), None)
    return reason if found is None else t.plain(f"audit-reason-{found}", key=reason.removeprefix(f"{found}-"))
