"""Tests that an item that does not exist and one that is not for the person get the same answer, at every entry point.

The world is that of `test_buttons_of_others`: everything lies in one place, and the people who ask belong elsewhere.
Each of them asks for what exists and for numbers that nothing has, and reads the same words both times.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from alerts.alert import Alert, Decision, RevisionKind
from alerts.ports import DialogueKey
from alerts.role import Actor, Role
from alerts.services.alert.change_alert import close_alert, newest_number
from alerts.services.alert.compose_alert import compose_alert
from alerts.services.alert.decide_alert import decide_alert
from alerts.services.alert.submit_alert import submit_alert
from alerts.services.chat.tie_chat import new_tie_code
from alerts.severity import Severity
from alerts.tlp import Tlp
from tests.bot.conversation.test_buttons_of_others import buttons
from tests.bot.role_world import ELSEWHERE, HERE, RoleWorld, build
from tests.bot.town import ZONE, Person, Town

pytestmark = pytest.mark.sweep

ABSENT = 987_654
# Callback data without our numbers: a person's own settings and forms, a place by its public postcode.
# A page of a list that begins after a number contains only the person's own items.
PUBLIC = {
    *("mail", "mail-add", "mail-remove", "mail-unseen"),
    *("moments", "mute", "at-opening", "digest", "singles", "objections"),
    *("quiet", "quiet-hours", "quiet-p1", "quiet-waits"),
    "admin-duty",
    "admin-name",
    "admin-wait",
    "roster-begin",
    "signups",
    "more",
    "my-reports",
    "invitations",
    "first-hour",  # a step of a text that everybody reads
    *("archive", "mo", "mopick"),  # what is looked for, not a thing
}
# Each has a right of another kind, or none.
WITH_BUTTONS = ("shop elsewhere", "police elsewhere", "manager of another group")
ASKERS = {
    "shop elsewhere": None,
    "unverified shop elsewhere": None,
    "police elsewhere": (Role.POLICE, "3011"),
    "marshal elsewhere": (Role.CITY_MARSHAL, "3011"),
    "manager of another group": (Role.KVO_MANAGER, "kvo_group:2"),
    "another branch": (Role.TRADE_ASSOCIATION, "branch:optician"),
    "safety director elsewhere": (Role.SAFETY_DIRECTOR, "3011"),
    "municipality elsewhere": (Role.MUNICIPALITY, "3011"),
    "prosecution elsewhere": (Role.PROSECUTION, "3011"),
    "administrator elsewhere": (Role.ADMINISTRATOR, "3011"),
    "stranger": None,
}


@pytest.fixture
async def world(town: Town) -> RoleWorld:
    """Two places with every kind of item in each."""
    return await build(town)


async def test_no_button_tells_what_exists(world: RoleWorld) -> None:
    """Every verb with a number gets the same answer for an existing number and one that nothing has."""
    data: Mapping[str, str] = await buttons(world)
    told: list[tuple[str, ...]] = []
    for who in (*WITH_BUTTONS, "administrator elsewhere"):
        asker = await _asker(world, who)
        await asker.types("/hulp")
        for verb, entity in sorted(data.items()):
            for there, absent in _numbers(entity) if verb not in PUBLIC else ():
                said = [await _answer(world, asker, f"{verb}:{one}") for one in (there, absent)]
                told += [(verb, there, who, *map(str, said))] if said[0] != said[1] else []
    assert [] == told


async def test_no_form_tells_what_exists(world: RoleWorld) -> None:
    """A button of an altered client that begins a form gets the same answer for both."""
    live, pending = await world.live(HERE), await world.pending(HERE)
    report, shop = await world.report(HERE, HERE), world.shops[HERE]
    opened: dict[str, list[tuple[str, int]]] = {
        "alert": [("r{}", live.id), ("a{}", pending.id), ("m{}", report.id)],
        "correction": [("correction.{}", live.id), ("correction.{}.2", live.id), ("update.{}", live.id)],
        "extension": [("{}", live.id)],
        "closing": [("all_clear.{}", live.id), ("retraction.{}", live.id), ("retraction.{}", pending.id)],
        "decision": [("returned.{}.2", pending.id), ("rejected.{}.2", live.id)],
        **{key: [("{}.2", live.id), ("{}.2", pending.id)] for key in ("objection", "line")},
        **{key: [("{}", report.id)] for key in ("addition", "question", "answer")},
        "main-number": [("{}.1", report.id)],
        "group": [("{}", world.groups[HERE])],
        "move": [("{}", shop.id)],
        "details": [("{}", shop.id)],
    }
    told: list[tuple[str, ...]] = []
    for who in WITH_BUTTONS:
        asker = await _asker(world, who)
        for form, shape, number in ((form, *one) for form, arguments in opened.items() for one in arguments):
            said = [await _opening(world, asker, f"{form}.{shape.format(one)}") for one in (number, ABSENT)]
            told += [(who, form, shape, *map(str, said))] if said[0] != said[1] else []
    assert [] == told


async def test_no_link_tells_which_alerts_exist(world: RoleWorld) -> None:
    """`/start alert-N` gets the same answer for every label and state of an alert and for numbers that were never
    given."""
    alerts, told = await _every_alert(world), list[tuple[str, ...]]()
    for who in ASKERS:
        asker = await _asker(world, who)
        nothing = await _typed(world, asker, f"/start alert-{ABSENT}")
        for key, alert in alerts.items():
            said = await _typed(world, asker, f"/start alert-{alert.id}")
            told += [(who, *key, said)] if said != nothing else []
        for odd in ("alert-", "alert-0", "alert-x", "alert-99999999999999999999"):
            said = await _typed(world, asker, f"/start {odd}")
            told += [(who, odd, said)] if said != nothing else []
    assert [] == told


async def test_who_may_read_it_is_told_what_became_of_it(world: RoleWorld) -> None:
    """A shop that got the alert, and the police of the place, read that it ended; a person who never got it does
    not."""
    alert = await world.live(HERE)
    owner, police = world.people[HERE], world.people["P"]
    assert alert.content.what in await _typed(world, owner, f"/start alert-{alert.id}")
    async with world.town.storage.transaction() as uow:
        number = await newest_number(uow, alert.id)
        author = world.members["author"]
        await close_alert(uow, alert.id, number, author, RevisionKind.RETRACTION, world.town.clock.now(), note="error")
    for person in (owner, police):
        said = await _typed(world, person, f"/start alert-{alert.id}")
        assert person.t("not-allowed-alert-retracted", number=alert.number or "") in said
    late = await _asker(world, "unverified shop elsewhere")
    assert late.t("alert-not-for-you") in await _typed(world, late, f"/start alert-{alert.id}")


@pytest.mark.parametrize("who", ["police elsewhere", "administrator elsewhere"])
async def test_the_record_does_not_tell_which_numbers_exist(world: RoleWorld, who: str) -> None:
    """`/logboek` answers the same for the number of an alert, report or person elsewhere and for an unused number, and
    records the same for both."""
    asker = await _asker(world, who)
    live, report = await world.live(HERE), await world.report(HERE, HERE)
    nothing = await _typed(world, asker, "/logboek 2026-9999")
    for number in (live.number, report.number, "M-2026-9999", str(ABSENT)):
        assert nothing == await _typed(world, asker, f"/logboek {number}"), number
    said = [await _answer(world, asker, f"audit:{key}:0") for key in (f"a{live.id}", f"m{report.id}", f"a{ABSENT}")]
    assert said[0] == said[1] == said[2]


async def test_a_code_of_another_group_is_an_unknown_code(world: RoleWorld) -> None:
    """The code of a group elsewhere gets the answer of an unknown code."""
    asker = await _asker(world, "manager of another group")
    async with world.town.storage.transaction() as uow:
        author = await uow.members.get(world.members["author"])
        actor = Actor(author, tuple(await uow.roles.of_member(author.id)))
        code = await new_tie_code(uow, actor, world.groups[HERE], world.town.clock.now())
    chat = {"id": -100_777, "type": "supergroup", "title": "Winkels"}
    said = []
    for secret in (code.secret, "x" * len(code.secret)):
        world.town.screens.bubbles.clear()
        await asker.types(f"/koppel {secret}", chat=chat)
        said.append([one.text for one in world.town.screens.bubbles.get(str(chat["id"]), [])])
    assert said[0] == said[1] != []


def _numbers(entity: str) -> Iterator[tuple[str, str]]:
    """Return the entity as it is, and with all of its numbers replaced by one that nothing has."""
    ours, _, version = entity.partition(":")
    if re.search(r"\d", ours):
        absent = re.sub(r"(?<![A-Za-z0-9])([akmpr]?)\d+", rf"\g<1>{ABSENT}", ours)
        yield entity, f"{absent}:{version}"


async def _asker(world: RoleWorld, who: str) -> Person:
    """Return a person to whom nothing here belongs."""
    if who == "stranger":
        return world.town.person(9_999)
    if who == "shop elsewhere":
        return world.people[ELSEWHERE]
    async with world.town.storage.transaction() as uow:
        person = await world.person(uow, who)
        granted = ASKERS[who]
        if granted is None:
            await world.shop(uow, who, ELSEWHERE, is_verified=False, called="Zaak verderop")
        else:
            await world.grant(uow, who, *granted)
        if granted is not None and granted[0] is Role.ADMINISTRATOR:
            await world.grant(uow, "author", Role.ADMINISTRATOR, "national")
    return person


async def _answer(world: RoleWorld, person: Person, data: str) -> list[str]:
    before = _counted(world, person)
    await person.presses(data, person.last)
    return await _said(world, person, before)


async def _opening(world: RoleWorld, person: Person, form: str) -> list[str]:
    """Return a form that everybody may begin, from which the other form is asked for."""
    await person.types("/start" if person.id == world.town.person(9_999).id else "/melding")
    async with world.town.storage.reading() as uow:
        begun = await uow.dialogues.get(DialogueKey(str(person.id), str(person.id)))
    if begun is None:
        return []
    before = _counted(world, person)
    await person.presses(f"restart:{form}:{begun.version}", person.last)
    return await _said(world, person, before)


async def _typed(world: RoleWorld, person: Person, text: str) -> str:
    before = _counted(world, person)
    await person.types(text)
    return "\n".join(await _said(world, person, before))


def _counted(world: RoleWorld, person: Person) -> tuple[int, int]:
    """Return the number of toasts, and of messages and edits that this person was shown."""
    screens = world.town.screens
    return len(screens.toasts), len(screens.shown.get(str(person.id), []))


async def _said(world: RoleWorld, person: Person, before: tuple[int, int]) -> list[str]:
    """Return the answers since then; a form that was begun is left."""
    screens, (toasts, shown) = world.town.screens, before
    async with world.town.storage.transaction() as uow:
        await uow.dialogues.remove(DialogueKey(str(person.id), str(person.id)))
    return [*screens.toasts[toasts:], *(str(one.text) for one in screens.shown.get(str(person.id), [])[shown:])]


async def _every_alert(world: RoleWorld) -> dict[tuple[Tlp, str], Alert]:
    """Return an alert of every label as a draft, waiting, live, ended and retracted."""
    return {
        (label, state): await _alert(world, label, state)
        for label, state in product(Tlp, ("draft", "pending", "live", "over", "ended", "retracted"))
    }


async def _alert(world: RoleWorld, label: Tlp, state: str) -> Alert:
    town, author = world.town, world.members["author"]
    now, colleague = town.clock.now(), world.members["colleague"]
    async with town.storage.transaction() as uow:
        content = replace(await world.content(uow, HERE, for_group=False), tlp=label)
        if label is Tlp.CLEAR:
            content = replace(content, severity=Severity.P4)
        content = replace(content, until=now + timedelta(minutes=1 if state == "over" else 600))
        alert = await compose_alert(uow, author, content, now, zone=ZONE)
        if state == "draft":
            return alert
        alert = (await submit_alert(uow, alert.id, alert.version, author, now)).alert
        if state == "pending":
            return alert
        alert = (await decide_alert(uow, alert.id, alert.version, colleague, Decision.APPROVED, now)).alert
        kinds = {"ended": RevisionKind.ALL_CLEAR, "retracted": RevisionKind.RETRACTION}
        if state in kinds:
            number = await newest_number(uow, alert.id)
            alert = (await close_alert(uow, alert.id, number, author, kinds[state], now, note="error")).alert
    if state == "over":
        town.clock.pass_by(minutes=2)
    return alert
