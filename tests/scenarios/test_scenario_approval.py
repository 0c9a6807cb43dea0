"""docs/domain.md §6, scenario 5: a city marshal drafts, the police return and approve, and a deputy stands in."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.demo.phone import Phone, Seen
from tests.scenarios.steps import (
    WHAT,
    alerts_on,
    ask_approval,
    begin_alert,
    compose,
    finish_composing,
    name_deputy,
    number_in,
    subscribe,
    verify,
)
from tests.scenarios.world import DATABASE, World

COMMENT = "Noem ook de vluchtrichting niet."
ACTIONS = tuple(f"alert.{step}" for step in ("drafted", "submitted", "returned", "submitted", "approved", "published"))


async def test_a_marshals_notice_is_returned_mended_and_approved(world: World) -> None:
    """A plate is refused with the reason, version 2 is sent, and the audit record shows drafter, approver and times."""
    words = world.words
    police, marshal = await world.coordinator("police"), await world.coordinator("city_marshal")
    jeweller = await subscribe(world, "Juwelier Vuurlelie")
    await verify(world, police, jeweller)

    await begin_alert(world, marshal)
    await marshal.type("Dader reed weg in VX-482-K.")
    refused = await marshal.expect("kenteken")
    assert "VX-482-K" in refused.text
    await marshal.type(WHAT)
    await finish_composing(world, marshal)
    number = await ask_approval(world, marshal)

    first = await _card(world, police)
    await _approves_own(world, marshal)
    await police.tap(words("approval-return"), first)
    await police.expect(words("decision-ask-returned", number=number))
    await police.type(COMMENT)
    await police.expect(words("decision-returned", number=number))
    returned = await marshal.expect(COMMENT)
    assert number_in(returned) == number
    await marshal.tap(words("draft-resume"))
    preview = await marshal.expect("Gebeurt het nu?")
    assert (number_in(preview), WHAT in preview.text) == (number, True)
    await marshal.expect(COMMENT)
    assert await ask_approval(world, marshal) == number
    assert await alerts_on(jeweller) == []

    second = await _card(world, police)
    assert second.message_id != first.message_id
    await _approves_own(world, marshal)
    await police.tap(words("approval-approve"), second)
    await police.expect_toast("Akkoord gegeven")
    assert number_in(await jeweller.expect(number)) == number
    assert await alerts_on(jeweller) == [number]
    await _settled(police, second)

    audit = _audit(world)
    assert ACTIONS == tuple(action for action, _, _, _ in audit)
    drafter, approver = _member(world, marshal), _member(world, police)
    assert [drafter, drafter, approver, drafter, approver, approver] == [actor for _, actor, _, _ in audit]
    versions = [payload["version"] for _, _, payload, _ in audit[1:]]
    assert versions[0] == versions[1] < versions[2] == versions[3] == versions[4]
    times = [at for _, _, _, at in audit]
    assert times == sorted(times)
    assert COMMENT not in json.dumps([payload for _, _, payload, _ in audit])


async def test_nobody_answers_and_the_deputy_decides(world: World) -> None:
    """After half an hour the police are reminded, after another half hour the deputy is asked; the drafter is told, and
    one notice is sent."""
    words = world.words
    police, marshal = await world.coordinator("police"), await world.coordinator("city_marshal")
    deputy = await name_deputy(world, police)
    jeweller = await subscribe(world, "Juwelier Vuurlelie")
    await verify(world, police, jeweller)
    await compose(world, marshal)
    number = await ask_approval(world, marshal)
    card = await _card(world, police)
    assert await alerts_on(deputy) == []

    await _let_time_pass(world, "UPDATE approvals SET requested_at = ?")
    reminder = await police.expect("Herinnering.")
    await _let_time_pass(world, "UPDATE approvals SET reminded_at = ?")
    await marshal.expect(words("late-deputies"))
    asked = await deputy.expect("Je bent vervanger.")
    await deputy.tap(words("approval-approve"), asked)
    await deputy.expect_toast("Akkoord gegeven")
    assert number_in(await jeweller.expect(number)) == number
    for shown in (card, reminder):
        settled = await _settled(police, shown)
        assert settled.labels == ()
    actions = [(action, actor) for action, actor, _, _ in _audit(world)]
    decided = [("alert.approved", _member(world, deputy)), ("alert.published", _member(world, deputy))]
    assert [("alert.reminded", None), ("alert.escalated", None), *decided] == actions[-4:]


async def _card(world: World, police: Phone) -> Seen:
    """Return the request for approval that arrived."""
    return await police.expect(lambda seen: world.words("approval-approve") in seen.labels)


async def _settled(police: Phone, card: Seen) -> Seen:
    """Return the same message when it shows the decision."""
    return await police.expect(lambda seen: seen.message_id == card.message_id and "is goedgekeurd" in seen.text)


async def _approves_own(world: World, marshal: Phone) -> None:
    """Press approve for one's own notice, as an altered client can: it is refused, and nothing changes."""
    ((alert, version),) = _rows(world, "SELECT id, version FROM alerts")
    own = (await marshal.received())[-1]
    press = {"user": marshal.user_id, "message_id": own.message_id, "data": f"approve:{alert}:{version}"}
    await world.playground.post("press_raw", **press)
    await marshal.expect_toast("Goedkeuren kan alleen de politie.")
    assert [("pending",)] == _rows(world, "SELECT state FROM alerts")


async def _let_time_pass(world: World, update: str) -> None:
    """Let half an hour pass while the bot is stopped. It is asked to stop, because a kill would repeat messages."""
    assert await world.stop() == 0
    now = datetime.now(UTC).replace(tzinfo=None) - timedelta(minutes=30)
    with closing(sqlite3.connect(world.directory / DATABASE)) as database, database:
        database.execute(update, (now.isoformat(" ", "microseconds"),))
    await world.start()


def _audit(world: World) -> list[tuple[str, int | None, dict[str, int], str]]:
    """Return the audit events about alerts, in order: action, who, details, and when."""
    decided = "SELECT action, actor_id, payload, at FROM audit WHERE entity = 'alert' AND action <> 'alert.delivered'"
    rows = _rows(world, f"{decided} ORDER BY id")
    return [(action, actor, json.loads(payload or "{}"), at) for action, actor, payload, at in rows]


def _member(world: World, phone: Phone) -> Any:
    ((member,),) = _rows(world, "SELECT member_id FROM addresses WHERE ref = ?", str(phone.user_id))
    return member


def _rows(world: World, question: str, *values: str) -> list[Any]:
    with closing(sqlite3.connect(f"file:{world.directory / DATABASE}?mode=ro", uri=True)) as database:
        return database.execute(question, values).fetchall()
