"""Every question of every form: what a person needs to stand there, and which of them take a text."""

from datetime import date, time, timedelta
from typing import Any

from alerts.alert import Decision, IncidentKind, RevisionKind
from alerts.area import Place
from alerts.duty_roster import ONCE, NewShift
from alerts.incident import NewIncident
from alerts.ports import Dialogue, DialogueKey
from alerts.role import Role, parse_scope
from alerts.task import NewTask
from tests.bot.town import Person

# Drafts that are enough to stand at any question of a form; a new form whose draft needs more has a line here.
DRAFTS: dict[str, dict[str, Any]] = {
    "alert": {"kind": "robbery", "mo_open": "weapon", "example": "Om {tijd}.", "example_kind": "robbery"},
    "correction": {"kind": "robbery"},
    "report": {"begun_at": 1, "has_one_shop": False, "kind": "reconnaissance"},
    "addition": {"report": 1, "number": "M-2026-0001"},
    "question": {"report": 1, "number": "M-2026-0001"},
    "main-number": {"report": 1, "version": 1, "number": "M-2026-0001"},
    "answer": {"report": 1, "number": "M-2026-0001", "asked": "Welke kleur had de auto?"},
    "details": {"premises": 1},
    "move": {"premises": 1, "version": 1},
    "hours": {"premises": 1, "version": 1, "hours": "540-1080||||||"},
    "quiet-hours": {"hours": "1320-1860||||||"},
    "mail": {"address": "els@goud.example"},
    "extension": {"alert_id": 1, "revision": 1},
    "closing": {"kind": RevisionKind.RETRACTION, "alert_id": 1, "revision": 1},
    "decision": {"decision": Decision.RETURNED, "alert_id": 1, "version": 1},
    "objection": {"alert_id": 1, "version": 1},
    "line": {"alert_id": 1, "version": 1, "number": "2026-0001", "reader": 1, "is_author": True},
    "prevention": {"groups": {1: "Hoofdstraat"}, "group": 1},
    "role-invite": {"role": Role.POLICE},
    "manager-invite": {"group": 1},
    "role-end": {"role": 1},
    "role-label": {"municipality": "rotterdam", "role": Role.POLICE},
    "report-wait": {"municipality": "rotterdam"},
    "shift": {"roster": 1, "monday": "2026-11-23", "day": "2026-11-25"},
    "shift-change": {"roster": 1, "monday": "2026-11-23", "day": "2026-11-25", "shift": 1, "had": 1},
    "task": {"incident": 1},
    "task-done": {"task": 1, "version": 1, "title": "Kijk de camera na"},
    "task-give": {"task": 2, "version": 1, "title": "Kijk de camera na"},
    "meeting": {"incident": 1},
}
# Questions that take any words, a text or a name.
FREE = {
    *(("alert", step) for step in ("words", "placeholder")),
    *(("report", step) for step in ("words", "safety", "clothing", "vehicle", "what", "overview", "rewording")),
    *((form, "text") for form in ("addition", "question", "answer")),
    *(("details", step) for step in ("name", "number")),
    *(("invite", step) for step in ("name", "number")),
    *((form, step) for form in ("alert", "correction") for step in ("what", "reason")),
    ("correction", "more"),
    ("closing", "note"),
    ("decision", "comment"),
    ("objection", "objection"),
    ("line", "text"),
    ("prevention", "what"),
    ("group", "name"),
    *(("role-invite", step) for step in ("label", "whom")),
    ("manager-invite", "label"),
    ("role-label", "label"),
    ("task", "title"),
    ("task-done", "evidence"),
    ("meeting", "place"),
}


# Questions about earlier answers, which cannot be asked again where somebody is put there without them.
ON_ANSWERS = {
    *(("subscribe", step) for step in ("doubt", "confirm")),
    *(("invite", step) for step in ("doubt", "confirm")),
    *(("role-invite", step) for step in ("within", "make")),
    ("move", "doubt"),
    ("area", "radius"),
    *(("alert", step) for step in ("preview", "drill")),
}


async def keep_roster(person: Person) -> None:
    """Begin a roster on which the person has a shift, as the drafts about shifts say."""
    now, scope = person.town.clock.now(), parse_scope("2900-2999")
    async with person.town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
        assert member is not None, "the person is a member"
        roster = await uow.rosters.add(scope, now)
        day, hours = date(2026, 11, 25), (time(9), time(17))
        await uow.rosters.add_shift(NewShift(roster.id, member.id, None, day, ONCE, *hours), now)


async def keep_task(person: Person) -> None:
    """Open an incident with two tasks of this person, as the drafts about tasks and meetings say: an answer may end the
    first."""
    now = person.town.clock.now()
    async with person.town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
        assert member is not None, "the person is a member"
        told = NewIncident(IncidentKind.ROBBERY, Place("2903"), None, None)
        incident = await uow.incidents.add(told, await uow.incidents.next_number(now.year), now)
        for _ in range(2):
            task = NewTask(incident.id, "Kijk de camera na", member.id, date(2026, 12, 24))
            await uow.tasks.add(task, member.id, now)


async def stand_at(person: Person, form: str, step: str, draft: dict[str, Any]) -> None:
    """Put the person at this question of a form."""
    key, until = DialogueKey(str(person.id), str(person.id)), person.town.clock.now() + timedelta(hours=1)
    async with person.town.storage.transaction() as uow:
        await uow.dialogues.put(Dialogue(key, form, step, draft, (), 1, False, None, until))
