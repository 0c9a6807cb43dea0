"""Tests that press every button of the bot as somebody whom it was not for: forwarded, copied, or made up.

Nothing of others changes, nothing that the presser may not read is shown, and there is an answer that says why. A verb
without a line here fails, so that a new button comes with its refusal.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from telegram.ext import CallbackQueryHandler

from alerts.aftercare.case import CallReason, Case, CaseCall, CasePerson, CaseStep, Consent, ConsentHow
from alerts.aftercare.sequence import StepOwner
from alerts.area import Place, circle
from alerts.grant_request import GrantKind, NewGrantRequest
from alerts.incident import Incident
from alerts.invite import NewInvite, hashed
from alerts.mo_record import MoFilter
from alerts.ports import Dialogue, DialogueKey
from alerts.role import Actor, Role, parse_scope
from alerts.services.aftercare.open_case import NOBODY, open_case
from alerts.severity import Severity
from alerts.template import template_content
from bot.conversation.chat import ANONYMOUS_ADMIN, CHANNEL_BOT
from bot.conversation.menu import COMMANDS, Command
from bot.routes import handler_groups
from storage.tables import metadata
from tests.bot.role_world import ELSEWHERE, HERE, RoleWorld, build
from tests.bot.town import BOT_NAME, Person, Town
from tests.looking_alike import found_in

CHANGES = ("correct", "update", "extend", "allclear", "retract")
PRESSERS = ("stranger", "shop elsewhere", "police elsewhere", "administrator elsewhere", "who had the role")
SECRETS = ("scooter", "vitrine", "Zaak here", "Nieuwe zaak", "Hoekplein", "start=", "/koppel ")
# Tables of messages, refusals, and the presser's own forms: these change with every press.
ASIDE = {"updates", "audit", "refusals", "facts", "dialogues", "stale_menus", "counters"}


async def of_aftercare(world: RoleWorld) -> tuple[Incident, Case, CaseStep, CasePerson, CaseCall]:
    """Return the incident of a robbery here, and its case with a step, a victim and a call."""
    incident, now = await world.incident(HERE), world.town.clock.now()
    async with world.town.storage.transaction() as uow:
        police = await uow.members.get(world.members["P"])
        actor = Actor(police, tuple(await uow.roles.of_member(police.id)))
        case = await open_case(uow, actor, incident.id, ConsentHow.IN_PERSON, now=now)
        new = CasePerson(NOBODY, case.id, world.members[HERE], Consent.YES, now)
        victim = await uow.cases.add_person(new)
        call = await uow.cases.add_call(victim, CallReason.TALK, now)
        step = next(one for one in await uow.cases.steps(case.id) if one.owner is StepOwner.MARSHAL)
        return incident, case, step, victim, call


async def buttons(world: RoleWorld) -> Mapping[str, str]:
    """Return for each verb the callback data of a button about something here that belongs to somebody else."""
    town, now = world.town, world.town.clock.now()
    live, pending = await world.live(HERE), await world.pending(HERE)
    report = await world.report(HERE, HERE)
    pattern = await found_in(town.storage, now)
    incident, case, step, victim, call = await of_aftercare(world)
    of_incident = f"{incident.id}:{incident.version}"
    await town.deliver()
    shop, owner = world.shops[HERE], world.members[HERE]
    async with town.storage.transaction() as uow:
        await world.person(uow, "new")
        signup = await world.shop(uow, "new", HERE, is_verified=False, called="Nieuwe zaak")
        role = await world.grant(uow, "new", Role.CITY_MARSHAL, "2903")
        await uow.roles.set_deputy(role, world.members["author"], instead_of=None)
        invite = await uow.invites.add(
            hashed("x" * 32), NewInvite(now + timedelta(days=1), premises_id=shop.id, created_by=owner), now
        )
        area = await uow.members.follow_area(owner, circle(Place("2903"), 1_000), "Capelle", now)
        acute = template_content(replace(live.content, severity=Severity.P1))
        waiting, ready = [await uow.templates.add(world.members["author"], acute, now) for _ in range(2)]
        ready = await uow.templates.save(
            replace(ready, approved_by=world.members["colleague"], approved_at=now, ends_at=now + timedelta(days=9))
        )
        kept = await uow.kept_forms.keep(owner, "alert", {"what": "scooter"}, now)
        ref = str(world.people[HERE].id)
        form = Dialogue(DialogueKey(ref, ref), "area", "place", {}, (), 7, False, None, now + timedelta(days=1))
        await uow.dialogues.put(form)
        asked = NewGrantRequest(
            kind=GrantKind.ROLE,
            member_id=world.members["new"],
            given_by=world.members["A"],
            role=Role.POLICE,
            scope=parse_scope("2903"),
        )
        wanted = await uow.grant_requests.add(asked, now)
        group = world.groups[HERE]
        await uow.kvo_groups.set_code(group, "a" * 64, now + timedelta(days=1))
        roster = await uow.rosters.add(parse_scope("2900-2999"), now)
        await uow.facts.put(f"join:{signup.id}:{world.members['new']}", str(shop.id))
    async with town.storage.reading() as uow:
        [filed] = await uow.mo_register.page(MoFilter(), after=None, limit=1)
    record = filed.id
    task, meeting = await world.task(HERE, "colleague"), await world.meeting(HERE, "colleague")
    of_shop, of_signup = f"{shop.id}:{shop.version}", f"{signup.id}:{signup.version}"
    of_pending, of_role = f"{pending.id}:{pending.version}", f"{role}:0"
    of_report, person = f"{report.id}:{report.version}", world.members["new"]
    own = dict.fromkeys(
        ("privacy", "mine", "settings", "languages", "areas", "area-add", "add-shop", "erase-not", "join-other"), ":0"
    )
    dialogue = dict.fromkeys(("pick", "back", "skip", "save", "cancel", "resume", "mend"), f"done:{form.version}")
    return {
        **own,
        **dialogue,
        "restart": f"alert:{form.version}",
        "run": "reports:0",
        **dict.fromkeys(("take-up", "write-up", "robbery-safe", "report-robbery", "support"), ":0"),
        "first-hour": "1:0",
        **dict.fromkeys(("act", "why", "map", "fewer"), f"{live.id}:0"),
        **dict.fromkeys(("fewer-do", "fewer-undo"), f"{live.id}.narrower.{shop.id}.3000:0"),
        "act-shop": f"{live.id}.{shop.id}:0",
        "act-measure": f"{live.id}.{shop.id}.doors:0",
        **dict.fromkeys(("care-yes", "care-no", "care-stop", "care-talk", "care-scan"), f"{victim.id}:0"),
        **dict.fromkeys(("care-erase", "care-erase-yes"), f"{victim.id}:0"),
        "care-reply": f"{victim.id}.helped.yes:0",
        "care": f"{incident.id}:0",
        "care-how": f"{incident.id}.by_phone:0",
        "care-whom": f"{incident.id}.by_phone.0:0",
        "care-read": f"{case.id}.contact:0",
        "care-done": f"{step.id}:0",
        **dict.fromkeys(("care-object", "care-allow", "care-arrest", "care-end"), f"{case.id}:{case.version}"),
        **dict.fromkeys(("care-others", "care-out"), f"{case.id}:0"),
        "care-out-who": f"{case.id}.{victim.id}:0",
        "care-take": f"{call.id}:0",
        "menu": ":0",
        **dict.fromkeys(("night", "night-below", "nights"), "yes:0"),
        **dict.fromkeys(("mail", "mail-add", "mail-remove"), ":0"),
        "mail-unseen": "on:0",
        "moments": ":0",
        "mute": "P3:0",
        **dict.fromkeys(("quiet", "quiet-hours", "quiet-p1", "objections"), ":0"),
        "quiet-waits": "P2:0",
        "at-opening": "P2:0",
        "digest": "9:0",
        "singles": "1:0",
        "pause": "week:0",
        "language": "nl:0",
        "area-drop": f"{area}:0",
        "erase-me": f"{owner}:{int(now.timestamp())}",
        **dict.fromkeys(("shop", "wider", "branches", "details", "move", "hours", "people", "leave", "left"), of_shop),
        **dict.fromkeys(("left-last", "attest", "attest-no", "colleague"), of_shop),
        "wide": f"{shop.id}.5000:{shop.version}",
        "branch": f"{shop.id}.optician:{shop.version}",
        **dict.fromkeys(("remove", "removed", "left-to"), f"{shop.id}.{owner}:0"),
        "revoke": f"{invite}.{shop.id}:0",
        "invitations": f"{invite + 1}:0",
        "join": f"{signup.id}.{shop.id}:0",
        **dict.fromkeys(("admit", "refuse"), f"{shop.id}.{person}.{signup.id}:0"),
        **dict.fromkeys(("verify",), of_signup),
        "vouch": f"{signup.id}.0:{signup.version}",
        **dict.fromkeys(("unverify", "unverified", "verified"), of_shop),
        "signups": "0:0",
        "crowds": ":0",
        **dict.fromkeys(("crowd", "crowd-vouch"), f"{shop.id}:0"),
        "crowd-more": f"{shop.id}.16:0",
        "signup": f"{signup.id}:0",
        **dict.fromkeys(("seen", "whole", "report", "reuse", "follow-up", *CHANGES), f"{live.id}:0"),
        "more": f"{live.id + 1}:0",
        **dict.fromkeys(("approve", "grounds", "ungrounds", "return", "reject", "withdraw", "line"), of_pending),
        **dict.fromkeys(("agree", "object"), f"{live.id}:2"),
        "tplfrom": f"{live.id}:0",
        **dict.fromkeys(("tplok", "tplgrounds"), f"{waiting.id}:{waiting.version}"),
        **dict.fromkeys(("tpluse", "tplend"), f"{ready.id}:0"),
        "tplsend": f"{ready.id}.{pending.id}:{pending.version}",
        **dict.fromkeys(("tip-send", "tip-stop"), of_pending),
        "tip-retract": f"{live.id}:0",
        "draft": f"k{kept}:0",
        "undraft": f"k{kept}:0",
        "report-back": f"{report.id}:0",
        "robbery-report": f"{shop.id}:0",
        **dict.fromkeys(("robbery-board", "robbery-done", "robbery-words"), f"{report.id}:0"),
        "robbery-ask": f"{report.id}.weapon:0",
        "robbery-tell": f"{report.id}.weapon.knife:0",
        "report-add": f"{report.id}:0",
        "my-reports": f"{report.id + 1}:0",
        "reports": "all:0",
        **dict.fromkeys(("report-open", "report-card", "report-take", "report-alert", "report-close"), of_report),
        "report-ring": of_report,
        **dict.fromkeys(("report-double", "report-number", "report-doubles", "report-release"), of_report),
        "report-join": f"{report.id}.{report.id + 1}:{report.version}",
        **dict.fromkeys(("report-ask", "report-answer", "report-unknown", "report-reply"), of_report),
        **dict.fromkeys(
            ("report-open", "report-card", "report-take", "report-alert", "report-close", "report-over"), of_report
        ),
        "helped": f"{report.id}.yes:0",
        "helped-why": f"{report.id}.other:0",
        "helped-reopen": f"{report.id}:0",
        "report-read": f"{report.id}.triage:0",
        "report-outcome": f"{report.id}.unfounded:{report.version}",
        **dict.fromkeys(("pattern-open", "pattern-card", "pattern-alert", "pattern-dismiss"), f"{pattern}:1"),
        **dict.fromkeys(("incident-open", "incident-card", "incident-confirm", "incident-kind"), of_incident),
        **dict.fromkeys(("incident-refute", "incident-close", "incident-release", "incident-draft"), of_incident),
        **dict.fromkeys(("cascade-seen", "cascade-take", "cascade-whole"), f"{incident.id}:0"),
        "incidents": f"{incident.id + 1}:0",
        "incident-read": f"{incident.id}.triage:0",
        "incident-sure": f"{incident.id}.{report.id}:{incident.version}",
        "incident-recast": f"{incident.id}.ram_raid:{incident.version}",
        "incident-refuted": f"{incident.id}.facts:{incident.version}",
        "incident-join": f"{incident.id}.{incident.id}:{incident.version}",
        "pattern-reason": f"{pattern}.coincidence:1",
        "audit": f"a{live.id}:0",
        "archive": ".overval:0",
        "archived": f"{live.id}:0",
        "mo": "0.0..:0",
        "mopick": "0.0..method:0",
        "morec": f"0.0..{record:x}:0",
        "figures": f"{town.clock.now():%Y-%m}:0",
        **dict.fromkeys(("grant-yes", "grant-no"), f"{wanted.id}:0"),
        "deputy-name": of_role,
        "deputy-end": f"{role}.{world.members['author']}:0",
        **dict.fromkeys(("admin", "admin-people", "admin-invite", "admin-waiting", "admin-places", "admin-live"), ":0"),
        **dict.fromkeys(("admin-role", "admin-end", "admin-ended", "admin-date", "admin-stays"), of_role),
        "admin-duty": "2903.0:0",
        "admin-name": "2903.police:0",
        "admin-wait": "2903..:0",
        **dict.fromkeys(("roster", "roster-add", "roster-change"), f"{roster.id}.2026-11-23:0"),
        "roster-begin": "2900-2999:0",
        **dict.fromkeys(("roster-feed", "roster-feed-end", "tasks"), ":0"),
        **dict.fromkeys(("task", "task-done", "task-give"), f"{task.id}:{task.version}"),
        **dict.fromkeys(("meeting", "meeting-yes", "meeting-no", "meeting-file"), f"{meeting.id}:0"),
        **dict.fromkeys(("task-new", "meeting-new"), f"{task.incident_id}:0"),
        **dict.fromkeys(("admin-stop", "admin-stopped"), f"{live.id}:0"),
        **dict.fromkeys(("groups", "group-new"), ":0"),
        **dict.fromkeys(
            ("group", "group-code", "group-look", "group-link", "group-manager", "look-here"), f"{group}:1"
        ),
        **dict.fromkeys(("group-change", "group-close", "group-closed"), f"{group}:1"),
        **dict.fromkeys(("let-enter", "keep-out"), f"{group}.{world.people['new'].id}:1800000000"),
    }


def verbs() -> set[str]:
    """The verbs of every button that some handler answers."""
    handlers = (one for group in handler_groups().values() for one in group)
    patterns = (one.pattern for one in handlers if isinstance(one, CallbackQueryHandler) and one.pattern is not None)
    return {pattern.pattern.removeprefix("^").removesuffix(":") for pattern in patterns}  # type: ignore[union-attr]


@pytest.fixture
async def world(town: Town) -> RoleWorld:
    """A world in which somebody paused, so that there is something to stop."""
    built = await build(town)
    async with town.storage.transaction() as uow:
        paused = await uow.members.get(built.members["R"])
        await uow.members.save(replace(paused, paused_until=town.clock.now() + timedelta(days=1)))
    return built


async def test_every_button_has_a_line(world: RoleWorld) -> None:
    """Every button has a line in this test."""
    assert verbs() == set(await buttons(world))


@pytest.mark.sweep
@pytest.mark.parametrize("who", PRESSERS)
async def test_a_button_of_somebody_else_does_nothing(world: RoleWorld, tmp_path: Path, who: str) -> None:
    """A button of somebody else changes and reveals nothing, whoever presses it, and is answered."""
    town, data = world.town, await buttons(world)
    person, own = await _presser(world, who)
    before = _held(tmp_path, own)
    for verb in sorted(data, key=lambda one: (one == "erase-me", one)):
        await person.types("/hulp")
        told = [bubble.text for bubble in person.bubbles]
        toasts = len(town.screens.toasts)
        await person.presses(f"{verb}:{data[verb]}", person.last)
        assert before == _held(tmp_path, own), verb
        new = [bubble for bubble, text in zip(person.bubbles, [*told, *[""] * 9], strict=False) if bubble.text != text]
        said = " ".join([*town.screens.toasts[toasts:], *(one.text for one in new)])
        assert said, f"{verb}: nobody answered"
        given = [secret for secret in SECRETS if secret in said.replace("start=privacy", "")]
        assert [] == given, verb
        async with town.storage.transaction() as uow:
            await uow.dialogues.remove(DialogueKey(str(person.id), str(person.id)))


async def test_an_admin_without_a_name_presses_nothing(world: RoleWorld, tmp_path: Path) -> None:
    """A press by an anonymous admin is refused, because nobody can tell who it was."""
    town, data = world.town, await buttons(world)
    nobody = {"id": ANONYMOUS_ADMIN, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    chat = {"id": -100123, "type": "supergroup", "title": "Winkels"}
    before = _held(tmp_path, 0)
    for verb in sorted(data):
        query = {"id": "q", "from": nobody, "chat_instance": "c", "data": f"{verb}:{data[verb]}"}
        await town.receive({"callback_query": {**query, "message": {"message_id": 1, "date": 1, "chat": chat}}})
    text = town.person(1).t.plain("unexpected-anonymous")
    assert [text] * len(data) == town.screens.toasts[-len(data) :]
    assert before == _held(tmp_path, 0)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one.english)
async def test_who_writes_as_a_channel_commands_nothing(town: Town, command: Command) -> None:
    """A person who writes as a channel can command nothing, even with a role under their own name."""
    channel = {"id": -100456, "type": "channel", "title": "Politie"}
    everybody = {"id": CHANNEL_BOT, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
    chat = {"id": -100123, "type": "supergroup", "title": "Winkels"}
    person = await town.coordinator(1)
    for name in {command.dutch, command.english}:
        town.screens.bubbles.clear()
        await person.types(f"/{name}@{BOT_NAME}", chat=chat, sender_chat=channel, **{"from": everybody})
        [bubble] = town.screens.bubbles[str(chat["id"])]
        assert person.t("tie-channel" if name == "start" else "unexpected-channel") == bubble.text


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one.english)
async def test_an_admin_without_a_name_commands_nothing(town: Town, command: Command) -> None:
    """A command by an anonymous admin that names the bot is answered with the reason of the refusal."""
    nobody = {"id": ANONYMOUS_ADMIN, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    chat = {"id": -100123, "type": "supergroup", "title": "Winkels"}
    person = town.person(1)
    for name in {command.dutch, command.english}:
        town.screens.bubbles.clear()
        await person.types(f"/{name}@{BOT_NAME}", chat=chat, sender_chat=chat, **{"from": nobody})
        [bubble] = town.screens.bubbles[str(chat["id"])]
        text = "tie-anonymous" if name == "start" else "unexpected-anonymous"
        assert person.t(text) == bubble.text


async def _presser(world: RoleWorld, who: str) -> tuple[Person, int]:
    """Return a person to whom nothing here belongs, and their member number (0: a stranger)."""
    town = world.town
    async with town.storage.transaction() as uow:
        match who:
            case "stranger":
                return town.person(9_999), 0
            case "shop elsewhere":
                return world.people[ELSEWHERE], world.members[ELSEWHERE]
            case "police elsewhere":
                person = await world.person(uow, who)
                await world.grant(uow, who, Role.POLICE, "3011")
            case "administrator elsewhere":
                person = await world.person(uow, who)
                await world.grant(uow, who, Role.ADMINISTRATOR, "3011")
                await world.grant(uow, "author", Role.ADMINISTRATOR, "national")
            case _:
                person = await world.person(uow, who)
                for role in (Role.POLICE, Role.ADMINISTRATOR):
                    await uow.roles.end_at(await world.grant(uow, who, role, "national"), town.clock.now())
    return person, world.members[who]


def _held(folder: Path, own: int) -> dict[str, list[Any]]:
    """Return everything in the database that is about others."""
    held: dict[str, list[Any]] = {}
    with closing(sqlite3.connect(folder / "town.db")) as connection:
        connection.row_factory = sqlite3.Row
        for name, table in metadata.tables.items():
            if name not in ASIDE:
                key = ", ".join(column.name for column in table.primary_key)
                rows = connection.execute(f"SELECT * FROM {name} ORDER BY {key}")  # noqa: S608 -- names of our tables
                held[name] = [tuple(row) for row in rows if not _is_of(row, table, own)]
    return held


def _is_of(row: sqlite3.Row, table: sa.Table, member: int) -> bool:
    if table.name == "members":
        return bool(row["id"] == member)
    to_members = [link.parent.name for link in table.foreign_keys if link.column.table.name == "members"]
    return member in [row[name] for name in to_members]
