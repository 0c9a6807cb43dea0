"""Every route of the console, with what its address and its form name: a new route without a line here fails the tests
that attack each of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import time, timedelta

from aiohttp import web

from alerts.account import NewPasskey
from alerts.aftercare.case import Case as AftercareCase
from alerts.aftercare.case import CasePerson, CaseStep, Consent, NewCase
from alerts.aftercare.sequence import DueStep, StepKind
from alerts.duty_roster import NewShift
from alerts.grant_request import GrantKind, NewGrantRequest
from alerts.ids import CasePersonId
from alerts.invite import NewInvite, hashed
from alerts.mo_record import MoFilter
from alerts.place_names import named_id
from alerts.role import Role, parse_scope
from alerts.services.alert.compose_alert import compose_alert
from alerts.severity import Severity
from alerts.template import template_content
from console.app import PUBLIC, SIGNED_IN
from tests.bot.role_world import BRANCH, ELSEWHERE, HERE, PC4, RoleWorld
from tests.bot.town import ZONE
from tests.console.visitor import Answer, Visitor

PLACES = {HERE: "Capelle aan den IJssel", ELSEWHERE: "Rotterdam"}
NOTHING = "999999"  # a number that nothing has


@dataclass(frozen=True)
class Case:
    """A route: which thing each part of its address stands for (by default the part of that name), the fields of its
    form that name things, its other fields, and whether the form asks for a passkey."""

    of: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] = field(default_factory=dict)
    asks_passkey: bool = False


PASSKEY = Case(asks_passkey=True)
_LIVE = Case({"alert": "live"})
_DRAFT = Case({"number": "pending"}, form={"version": "1"})
_CARD = Case(form={"version": "1"})
_WORDS = {"what": "Kort.", "step": "send", "revision": "1", "ready": "acute", "note": "Kort."}

# What somebody does without naming a thing: pages and forms about oneself, lists and searches of one's own scope.
WITHOUT_THINGS: Mapping[tuple[str, str], Case] = {
    **{
        ("GET", path): Case()
        for path in (
            *("/", "/sign-in", "/telegram", "/today", "/account", "/templates", "/approvals", "/reports", "/people"),
            *("/people/invite", "/confirmations", "/record", "/alerts", "/signups", "/shops", "/shops/invite"),
            *(
                "/map",
                "/map/place",
                "/map/spot",
                "/map/ground",
                "/map/tiles/{z}/{x}/{y}",
            ),  # tests/console/pages/test_map.py
            *(
                "/incidents",
                "/patterns",
                "/figures",
                "/groups",
                "/groups/new",
                "/search",
                "/settings",
                "/tips",
                "/recoveries",
            ),
            # By who edits the measures of a branch, whatever the place: tests/console/pages/test_measures.py
            *("/mo", "/measures", "/measures/{branch}", "/measures/{branch}/{key}"),
            *(
                "/outcome-texts",
                "/examples",
                "/support",
                "/figures",
                "/groups",
                "/groups/new",
                "/search",
                "/settings",
                "/cascade",
                "/tips",
                "/recoveries",
            ),
            *("/tasks", "/roster", "/roster/calendar"),
            "/roster/feed/{secret}.ics",  # tests/console/pages/test_calendar.py
            "/mail/{token}",  # tests/console/pages/test_mail.py
            "/link/{secret}",  # tests/console/pages/test_link.py
            *("/sign-in/return", "/sign-in/kept"),  # tests/console/security/test_provider_attacks.py
        )
    },
    **{
        ("POST", path): Case()
        for path in (
            *("/language", "/sign-in", "/sign-in/again", "/sign-out", "/telegram", "/record/verify"),
            "/link/{secret}",
            *("/sign-in/provider", "/link/{secret}/provider", "/account/provider", "/sign-in/kept"),
            "/groups/new",
            "/mail/{token}",
            *("/roster", "/roster/calendar", "/roster/calendar/end"),
            "/shops/invite",  # by an address in the scope: tests/console/test_roles_matrix.py
        )
    },
    **{
        ("POST", path): PASSKEY
        for path in ("/account/confirm", "/account/passkeys", "/account/data", "/account/erase", "/record/export")
    },
    ("POST", "/measures/{branch}/restore"): Case(form={"edit": "1", "version": "1"}, asks_passkey=True),
    ("POST", "/measures/{branch}/{key}"): Case(form={"version": "0"}, asks_passkey=True),
    ("POST", "/measures/{branch}/{key}/leave-out"): Case(form={"version": "0"}, asks_passkey=True),
    ("POST", "/people/invite"): Case(form={"role": "police", "scope": "2903"}, asks_passkey=True),
}
OF_THINGS: Mapping[tuple[str, str], Case] = {
    ("GET", "/live"): Case(names={"of": "alert-{live}"}),
    ("POST", "/account/passkeys/remove"): Case(names={"number": "{passkey}"}, asks_passkey=True),
    ("POST", "/account/identities/remove"): Case(names={"number": "{identity}"}, asks_passkey=True),
    ("POST", "/account/sessions/end"): Case(names={"number": "{session}"}),
    ("GET", "/compose"): Case(names={"report": "{report_number}"}),
    ("POST", "/compose"): Case(names={"alert": "{draft}"}, form={"do": "save", "words": "Kort.", "version": "1"}),
    ("GET", "/compose/kept/{number}"): Case({"number": "kept"}),
    ("POST", "/compose/kept/{number}/discard"): Case({"number": "kept"}),
    ("GET", "/compose/{number}"): Case({"number": "draft"}),
    ("GET", "/compose/{number}/dry-run"): Case({"number": "draft"}),
    ("POST", "/compose/{number}/send"): Case(
        {"number": "draft"}, form={"version": "1", "ready": "acute"}, asks_passkey=True
    ),
    ("POST", "/compose/{number}/withdraw"): _DRAFT,
    ("POST", "/compose/{number}/discard"): Case({"number": "draft"}),
    ("POST", "/templates/{template}/approve"): Case(form={"version": "1"}, asks_passkey=True),
    ("POST", "/templates/{template}/end"): Case(),
    ("POST", "/templates/{template}/use"): Case({"template": "usable"}),
    ("GET", "/templates/{template}/{alert}"): Case({"template": "usable", "alert": "draft"}),
    ("POST", "/templates/{template}/{alert}/send"): Case(
        {"template": "usable", "alert": "draft"}, form={"version": "1"}, asks_passkey=True
    ),
    ("POST", "/templates/{template}/{alert}/drop"): Case({"template": "usable", "alert": "draft"}),
    ("GET", "/approvals/{alert}/{version}"): Case({"alert": "pending"}),
    ("POST", "/approvals/{alert}/{version}/approve"): Case({"alert": "pending"}, asks_passkey=True),
    ("POST", "/approvals/{alert}/{version}/return"): Case({"alert": "pending"}, form={"comment": "Kort."}),
    ("POST", "/approvals/{alert}/{version}/reject"): Case({"alert": "pending"}, form={"comment": "Kort."}),
    ("GET", "/reports/{report}"): Case(),
    ("POST", "/reports/{report}/read"): Case(form={"purpose": "triage"}),
    ("POST", "/reports/{report}/take"): _CARD,
    ("POST", "/reports/{report}/ask"): Case(form={"question": "Welke kleur had de auto?"}),
    ("POST", "/reports/{report}/join"): Case(form={"version": "1", "number": "1"}),
    ("POST", "/reports/{report}/release"): _CARD,
    ("POST", "/reports/{report}/over"): _CARD,
    ("POST", "/reports/{report}/close"): Case(form={"version": "1", "outcome": "handled"}),
    ("GET", "/incidents/{incident}"): Case(),
    ("POST", "/incidents/{incident}/read"): Case(form={"purpose": "triage"}),
    ("POST", "/incidents/{incident}/confirm"): _CARD,
    ("POST", "/incidents/{incident}/kind"): Case(form={"version": "1", "kind": "ram_raid"}),
    ("POST", "/incidents/{incident}/refute"): Case(form={"version": "1", "reason": "facts"}, asks_passkey=True),
    ("POST", "/incidents/{incident}/join"): Case(form={"version": "1", "other": "{incident}"}),
    ("POST", "/incidents/{incident}/cascade/seen"): Case(),
    ("POST", "/incidents/{incident}/cascade/take"): Case(),
    ("POST", "/incidents/{incident}/close"): _CARD,
    ("POST", "/incidents/{incident}/release"): _CARD,
    ("POST", "/incidents/{incident}/aftercare"): Case(form={"how": "in_person", "whom": "0"}),
    ("POST", "/aftercare/{case}/read"): Case(form={"purpose": "contact"}),
    ("POST", "/aftercare/{case}/change"): Case(form={"version": "1", "what": "end"}),
    ("POST", "/aftercare/{case}/withdraw"): Case(names={"person": "{victim}"}),
    ("POST", "/aftercare/step"): Case(names={"step": "{step}"}),
    ("GET", "/patterns/{pattern}"): Case(),
    ("POST", "/patterns/{pattern}/dismiss"): Case(form={"version": "1", "reason": "known"}),
    ("GET", "/mo/{record}"): Case(),
    ("GET", "/tasks/{task}"): Case(),
    ("POST", "/tasks/{task}"): Case(form={"what": "done", "version": "1", "evidence": "Kort."}),
    ("GET", "/tasks/new/{incident}"): Case(),
    ("POST", "/tasks/new/{incident}"): Case(
        names={"member": "{member}"}, form={"title": "Kort.", "day": "2026-12-01", "source": "hand"}
    ),
    ("GET", "/meetings/{meeting}"): Case(),
    ("POST", "/meetings/{meeting}"): Case(form={"what": "cancel", "version": "1"}),
    ("GET", "/meetings/{meeting}/calendar.ics"): Case(),
    ("GET", "/meetings/new/{incident}"): Case(),
    ("POST", "/meetings/new/{incident}"): Case(
        names={"guest": "{member}"}, form={"kind": "scan", "day": "2026-12-01", "clock": "10:00", "place": "Kort."}
    ),
    ("GET", "/neighbours/{incident}/{premises}"): Case(),
    ("POST", "/neighbours/{incident}/{premises}"): Case(form={"what": "visited", "version": "0"}),
    ("GET", "/roster/{roster}"): Case(),
    ("POST", "/roster/{roster}/shifts"): Case(
        names={"member": "{member}"}, form={"day": "2026-11-24", "begins": "08:00", "ends": "16:00", "every": "1"}
    ),
    ("GET", "/roster/{roster}/shifts/{shift}/{day}"): Case(),
    ("POST", "/roster/{roster}/shifts/{shift}/{day}"): Case(names={"had": "{member}"}, form={"what": "cancel"}),
    ("GET", "/people/{member}"): Case(),
    ("POST", "/people/{member}/roles/{role}/end"): PASSKEY,
    ("POST", "/people/{member}/roles/{role}/last-day"): Case(form={"day": "2027-01-01"}, asks_passkey=True),
    ("POST", "/people/{member}/sessions/end"): PASSKEY,
    ("POST", "/people/{member}/identities/remove"): PASSKEY,
    ("POST", "/people/{member}/recover"): PASSKEY,
    ("POST", "/recoveries/{member}/ask"): PASSKEY,
    ("POST", "/recoveries/{asked}/link"): Case({"asked": "recovery"}, asks_passkey=True),
    ("POST", "/confirmations/{asked}/confirm"): PASSKEY,
    ("POST", "/confirmations/{asked}/refuse"): PASSKEY,
    ("GET", "/alerts/{alert}"): _LIVE,
    ("GET", "/alerts/{alert}/stop"): _LIVE,
    ("POST", "/alerts/{alert}/stop"): _LIVE,
    ("GET", "/alerts/{alert}/correct"): _LIVE,
    ("POST", "/alerts/{alert}/correct"): replace(_LIVE, form=_WORDS),
    ("GET", "/alerts/{alert}/update"): _LIVE,
    ("POST", "/alerts/{alert}/update"): replace(_LIVE, form=_WORDS),
    ("GET", "/alerts/{alert}/extend"): _LIVE,
    ("POST", "/alerts/{alert}/extend"): replace(_LIVE, form=_WORDS),
    ("GET", "/alerts/{alert}/end"): _LIVE,
    ("GET", "/alerts/{alert}/retract"): _LIVE,
    ("POST", "/alerts/{alert}/end"): replace(_LIVE, form=_WORDS, asks_passkey=True),
    ("POST", "/alerts/{alert}/retract"): replace(_LIVE, form=_WORDS, asks_passkey=True),
    **{("GET", f"/groups/{{group}}{way}"): Case() for way in ("", "/change", "/manager")},
    ("POST", "/groups/{group}/change"): Case(form={"version": "1", "name": "Anders", "codes": "2903"}),
    ("POST", "/groups/{group}/close"): Case(form={"version": "1"}, asks_passkey=True),
    ("POST", "/groups/{group}/code"): Case(),
    ("POST", "/groups/{group}/look"): Case(),
    ("POST", "/groups/{group}/manager"): PASSKEY,
    ("GET", "/outcome-texts/{municipality}"): Case(),
    ("GET", "/outcome-texts/{municipality}/{outcome}/{kind}"): Case(),
    ("POST", "/outcome-texts/{municipality}/{outcome}/{kind}"): Case(form={"version": "0", "nl": "Kort."}),
    ("GET", "/examples/{municipality}"): Case(),
    ("GET", "/examples/{municipality}/{entry}"): Case(),
    ("POST", "/examples/{municipality}/{entry}"): Case(form={"version": "0", "kind": "robbery", "branch": ""}),
    ("POST", "/examples/{municipality}/{entry}/remove"): Case(form={"version": "1"}),
    ("GET", "/support/{municipality}"): Case(),
    ("GET", "/support/{municipality}/{entry}"): Case(),
    ("POST", "/support/{municipality}/{entry}"): Case(form={"version": "0", "link": "Kort."}, asks_passkey=True),
    ("POST", "/support/{municipality}/{entry}/remove"): Case(form={"version": "1"}, asks_passkey=True),
    ("GET", "/settings/{municipality}"): Case(),
    ("GET", "/cascade/{municipality}"): Case(),
    ("POST", "/cascade/{municipality}"): Case(form={"who-1": "alderman", "minutes-1": "5"}, asks_passkey=True),
    ("POST", "/settings/{municipality}/duty"): Case(form={"allowed": "yes"}, asks_passkey=True),
    ("POST", "/settings/{municipality}/aftercare"): Case(
        form={"days-week_1": "5", "was-week_1": "7"}, asks_passkey=True
    ),
    ("POST", "/settings/{municipality}/waits"): Case(form={"wait-rest": "5", "was-rest": "15"}, asks_passkey=True),
    ("POST", "/settings/{municipality}/names"): Case(form={"name-police": "Agent"}, asks_passkey=True),
    # A notice by the number of a tip; tips of others: tests/console/pages/test_tips.py
    ("GET", "/tips/{alert}/{version}"): Case({"alert": "pending"}),
    ("POST", "/tips/{alert}/{version}/send"): Case({"alert": "pending"}, asks_passkey=True),
    ("POST", "/tips/{alert}/{version}/stop"): Case({"alert": "pending"}),
    ("GET", "/shops/{shop}"): Case(),
    ("POST", "/shops/{shop}/verify"): Case(form={"version": "2", "twin": ""}),
    ("POST", "/shops/{shop}/withdraw"): Case(form={"version": "2"}),
    ("POST", "/shops/{shop}/vouch"): Case(),
    ("POST", "/shops/{shop}/allow"): Case(form={"most": "16"}),
    ("POST", "/shops/{shop}/links/{link}/revoke"): Case(),
}
CASES = {**WITHOUT_THINGS, **OF_THINGS}


def routes() -> set[tuple[str, str]]:
    """Return the method and address of every route but the static files, with each value that a part may have."""
    app = web.Application()
    app.add_routes([route for routes in (*PUBLIC, *SIGNED_IN) for route in routes])
    return {one for route in app.router.routes() if route.method != "HEAD" for one in _spelled(route)}


def _spelled(route: web.AbstractRoute) -> Iterator[tuple[str, str]]:
    assert route.resource is not None
    told = route.resource.get_info()
    path = route.resource.canonical
    if "{way}" not in path:
        yield route.method, path
        return
    pattern = told["pattern"].pattern
    for way in pattern[pattern.index("(?P<way>") + len("(?P<way>") :].partition(")")[0].split("|"):
        yield route.method, path.replace("{way}", way)


async def sends(
    visitor: Visitor, page: Answer, route: tuple[str, str], things: Mapping[str, str], **more: str
) -> Answer:
    """Ask for a page, or send a form of this page with `more` in it, about these things."""
    (method, path), case = route, CASES[route]
    parts = {**things, **{part: things[thing] for part, thing in case.of.items()}}
    named = {name: value.format_map(things) for name, value in case.names.items()}
    path = path.format_map({"secret": "x", **parts})
    if method == "GET":
        query = "&".join(f"{name}={value}" for name, value in named.items())
        return await visitor.get(f"{path}?{query}" if query else path)
    return await visitor.sends(page, path, **named, **case.form, **more)


async def _of_aftercare(world: RoleWorld, where: str) -> tuple[AftercareCase, CasePerson, CaseStep]:
    """Return a case of the incident in this place, with somebody who said yes and a step of the city marshal."""
    incident, now = await world.incident(where), world.town.clock.now()
    async with world.town.storage.transaction() as uow:
        tally = await uow.cases.add_tally(None, now.date(), is_prompt=True)
        new = NewCase(incident.id, None, world.members["author"], tally.id)
        case = await uow.cases.add(new, (DueStep(StepKind.SCAN, now + timedelta(days=1)),), now)
        person = CasePerson(CasePersonId(0), case.id, None, Consent.YES, now)
        victim, [step] = await uow.cases.add_person(person), await uow.cases.steps(case.id)
    return case, victim, step


async def things_at(world: RoleWorld, where: str) -> dict[str, str]:
    """Return the number of a thing of each kind in this place, none of which is of the people of the nine roles."""
    town, now = world.town, world.town.clock.now()
    task, meeting = await world.task(where, "author"), await world.meeting(where, "author")
    pending, live, report = await world.pending(where), await world.live(where), await world.report(where, where)
    author, colleague, shop, marshal = world.members["author"], world.members["colleague"], world.shops[where], where
    async with town.storage.transaction() as uow:
        role = await world.grant(uow, marshal, Role.CITY_MARSHAL, PC4[where])
        member = world.members[marshal]
        draft = await compose_alert(uow, author, pending.content, now, zone=ZONE)
        kept = await uow.kept_forms.keep(author, "alert", {"what": "scooter"}, now)
        acute = template_content(replace(live.content, severity=Severity.P1))
        waiting, usable = [await uow.templates.add(author, acute, now) for _ in range(2)]
        await uow.templates.save(
            replace(usable, approved_by=colleague, approved_at=now, ends_at=now + timedelta(days=9))
        )
        link = await uow.invites.add(
            hashed(f"link {where}"), NewInvite(now + timedelta(days=1), premises_id=shop.id, created_by=author), now
        )
        asked, recovery = [
            await uow.grant_requests.add(
                NewGrantRequest(
                    kind=kind,
                    member_id=member,
                    given_by=colleague,
                    role=Role.CITY_MARSHAL,
                    scope=parse_scope(PC4[where]),
                    role_id=role,
                ),
                now,
            )
            for kind in (GrantKind.ROLE, GrantKind.RECOVERY)
        ]
        passkey = await uow.accounts.add_passkey(member, NewPasskey(f"credential {where}", "key", 0), now)
        identity = await uow.accounts.add_identity(member, "https://login.example.nl", where, now)
        roster = await uow.rosters.add(parse_scope(PC4[where]), now)
        today = now.astimezone(ZONE).date()
        shift = await uow.rosters.add_shift(NewShift(roster.id, member, None, today, 1, time(8), time(23)), now)
        session = await uow.accounts.begin_from_chat(hashed(f"session {where}"), member, now)
        filed = await uow.mo_register.page(MoFilter(), after=None, limit=100)
        [record] = [one.id for one in filed if one.source_id == live.id]
    case, victim, step = await _of_aftercare(world, where)
    numbers = {
        "pending": pending.id,
        "version": pending.version,
        "live": live.id,
        "draft": draft.id,
        "kept": kept,
        "template": waiting.id,
        "usable": usable.id,
        "report": report.id,
        "pattern": await world.pattern(where),
        "incident": (await world.incident(where)).id,
        "case": case.id,
        "victim": victim.id,
        "step": step.id,
        "shop": shop.id,
        "link": link,
        "member": member,
        "role": role,
        "asked": asked.id,
        "recovery": recovery.id,
        "passkey": passkey,
        "identity": identity.id,
        "session": session.id,
        "task": task.id,
        "premises": shop.id,
        "meeting": meeting.id,
        "roster": roster.id,
        "shift": shift.id,
    }
    told = {"report_number": report.number, "group": str(world.groups[where]), "municipality": named_id(PLACES[where])}
    told |= {"record": f"{record:x}", "branch": BRANCH[where].value, "key": "one_piece"}
    told |= {"outcome": "handled", "kind": "every", "entry": "1"}
    told["day"] = today.isoformat()
    return {**{name: str(number) for name, number in numbers.items()}, **told}


def nothings(things: Mapping[str, str]) -> dict[str, str]:
    """Return numbers of things that never were, in place of these."""
    kept = {name: things[name] for name in ("version", "outcome", "kind", "day")}
    return {**dict.fromkeys(things, NOTHING), **kept, "report_number": "M-2020-9999"}
