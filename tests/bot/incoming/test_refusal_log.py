"""Tests of recorded refusals: who, what and why, never typed text; a flood does not fill the record."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from telegram.ext import CallbackQueryHandler

from alerts.refusal import ASKED_ABOUT
from alerts.role import Role
from alerts.services.audit.record_refusal import ONE_BY_ONE, has_counted_refusals, settle_refusals
from alerts.services.audit.verify_audit import verify_audit
from bot.conversation.dialogue import VERBS
from bot.routes import handler_groups
from tests.bot.recorded import recorded, refusals
from tests.bot.reporting import jeweller, reports
from tests.bot.town import Person, Town

# Buttons without an id, with an id of the person's own, or with one after which a list goes on.
WITHOUT_A_PLACE = {
    *(
        "admin",
        "admin-people",
        "admin-places",
        "admin-invite",
        "admin-waiting",
        "admin-live",
        "audit",
        "figures",
        *("roster-begin", "roster-feed", "roster-feed-end"),
        *("mo", "mopick", "morec"),
        "archive",
        "incidents",
        "groups",
        *("group-new", "crowds"),
    ),
    *("reports", "my-reports", "invitations", "signups", "more", "erase-me", "erase-not", "draft", "undraft"),
    *(
        "mine",
        "settings",
        "nights",
        *("mail", "mail-add", "mail-remove", "mail-unseen"),
        "moments",
        "mute",
        "at-opening",
        *("objections", "quiet", "quiet-hours", "quiet-p1", "quiet-waits"),
        "digest",
        "singles",
        "pause",
        "languages",
        "language",
        "areas",
        "area-add",
        "area-drop",
    ),
    *("add-shop", "night", "night-below", "privacy", "menu", "run", "take-up", "write-up", *VERBS),
    *("tasks", "robbery-safe", "report-robbery", "first-hour", "support"),
    *("care-yes", "care-no", "care-stop", "care-talk", "care-scan", "care-reply", "care-erase", "care-erase-yes"),
    *("care-done", "care-take"),
}


async def test_who_may_not_is_remembered_though_nothing_was_done(town: Town) -> None:
    """A refused command or button is recorded in the commit that settles the update, with the person and the id on the
    button."""
    await town.coordinator(90)
    far = await town.coordinator(91, scope="3000-3099")
    els = await jeweller(town, 1)
    await reports(els)
    await els.types("/goedkeuren")
    await els.presses("approve:1:1")
    await far.presses("report-take:1:1")
    await far.presses("report-take:77:1")
    await town.person(9).presses("approve:1:1")
    assert [
        ("/goedkeuren", "not-allowed-approve_alert", 0),
        ("approve", "not-allowed-approve_alert", 1),
        ("report-take", "not-allowed-outside-scope", 1),
        ("report-take", "not-found", 77),
        ("approve", "not-allowed-approve_alert", 1),
    ] == await refusals(town)
    rows = await recorded(town, "request")
    async with town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(els.id))
        assert await uow.updates.waiting(10) == []
    assert member is not None
    assert [member.id, member.id, None] == [rows[0].actor_id, rows[1].actor_id, rows[4].actor_id]
    assert [] == (await verify_audit(town.storage)).findings


async def test_what_comes_too_late_is_remembered(town: Town) -> None:
    """A press that is too late is recorded: a decision that a colleague made before, or a question that was already
    answered."""
    agent, marshal = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    await reports(await jeweller(town, 1, agent))
    await agent.presses("report-take:1:1", agent.last)
    await marshal.presses("report-take:1:1", marshal.last)
    await agent.types("/melding")
    safe = next(one.data for one in agent.last.buttons if one.data and one.label == agent.t.plain("report-safety-safe"))
    await agent.presses(safe)
    await agent.presses(safe)
    assert [("report-take", "too-late-report-taken", 1), ("pick", "dialogue-stale", 0)] == await refusals(town)


async def test_what_the_guard_stops_is_remembered_by_its_kind(town: Town, tmp_path: Path) -> None:
    """A finding of the guard is recorded by its kind and the question, without the text; a typing mistake is not
    recorded."""
    els = await jeweller(town, 1)
    await els.types("/melding")
    await els.taps(els.t.plain("report-safety-safe"))
    await els.taps(els.t.plain("report-kind-reconnaissance"))
    for label in ("Maakt foto", "Verder ›", "Zojuist", "2"):
        await els.taps(label)
    await els.types("Zwarte jas, auto 12-ABC-3")
    assert [("message", "text-plate", 0)] == await refusals(town)
    assert {"report.clothing"} == {str((one.details or {})["step"]) for one in await recorded(town, "request")}
    await town.person(2).types("/start")
    await town.person(2).types("12345")
    assert 1 == len(await refusals(town))
    with closing(sqlite3.connect(tmp_path / "town.db")) as database:
        assert [] == database.execute("SELECT id FROM audit WHERE payload LIKE '%ABC%'").fetchall()


async def test_a_forged_button_leaves_nothing_of_itself(town: Town) -> None:
    """Of a forged button only the fact is recorded."""
    els, forged = await jeweller(town, 1), ("<b>x</b>:1:1", "approve", "geheim:12:1", "approve:1:x", ":::", "é" * 30)
    for data in forged:
        await els.presses(data)
    assert [("unknown-button", 0)] * len(forged) == [(request, about) for request, _, about in await refusals(town)]
    assert not any(one.actor_id is None for one in await recorded(town, "request"))


def test_every_button_says_of_what_its_id_is() -> None:
    """The subject of every button's id is known; otherwise only administrators of the country could read of its
    refusal."""
    handlers = [one for group in handler_groups().values() for one in group if isinstance(one, CallbackQueryHandler)]
    verbs = {one.pattern.pattern.strip("^:") for one in handlers if isinstance(one.pattern, re.Pattern)}
    assert WITHOUT_A_PLACE == verbs - set(ASKED_ABOUT)
    assert set() == set(ASKED_ABOUT) - verbs


async def _flood(person: Person, times: int) -> None:
    for _ in range(times):
        await person.presses("approve:1:1")


async def test_a_flood_becomes_a_number(town: Town) -> None:
    """The first refusals of a flood have a row each and the rest of the hour one row; those of other people are counted
    separately."""
    els, jan, stranger = await jeweller(town, 1), await jeweller(town, 2), town.person(9)
    await _flood(els, ONE_BY_ONE + 7)
    await _flood(stranger, ONE_BY_ONE + 3)
    await _flood(jan, 1)
    assert ONE_BY_ONE * 2 + 1 == len(await refusals(town))
    town.clock.pass_by(minutes=59)
    async with town.storage.reading() as uow:
        assert not await has_counted_refusals(uow, town.clock.now())
    town.clock.pass_by(minutes=2)
    await _flood(stranger, 1)
    async with town.storage.transaction() as uow:
        assert await has_counted_refusals(uow, town.clock.now())
        await settle_refusals(uow, town.clock.now())
    rows = [one for one in await recorded(town, "request") if one.action == "request.refused_often"]
    assert [{"more": 3}, {"more": 7}] == [one.details for one in rows]
    assert ONE_BY_ONE * 2 + 2 == len(await refusals(town))
    await _flood(els, 1)
    assert ONE_BY_ONE * 2 + 3 == len(await refusals(town))


async def test_who_is_erased_is_not_counted_any_more(town: Town) -> None:
    """After an erasure refusals are neither counted for the person nor found."""
    els = await jeweller(town, 1)
    await _flood(els, ONE_BY_ONE + 1)
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(els.id))
        assert member is not None
        await uow.audit.forget(member.id, town.clock.now())
        assert await uow.refusals.get(member.id) is None
    assert {None} == {one.actor_id for one in await recorded(town, "request")}
    assert [] == (await verify_audit(town.storage)).findings
