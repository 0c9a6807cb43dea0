"""Tests that markup in every field of every form is shown as it was written, and has no effect."""

from pathlib import Path

import pytest

from alerts.ids import PremisesId
from alerts.point import point_at
from alerts.postcode import Pc4Place
from alerts.role import Role, parse_scope
from alerts.services.invite.create_invite import create_role_invite
from bot.forms import FORMS
from tests.bot.conversation.questions import keep_task
from tests.bot.police import ask_approval, change
from tests.bot.reporting import reports
from tests.bot.town import TABLE, Person, Town
from tests.security.screens import Seen, inspect
from tests.security.stored import rows
from tests.security.walker import Walker

EVIL = "</b><i>&lt;x & \"y'"
BY_MEMBERS = {"report", "addition", "answer", "subscribe", "details", "move", "hours", "quiet-hours", "area", "mail"}
BY_POLICE = {
    *("invite", "alert", "correction", "extension", "closing", "decision", "prevention"),
    *("group", "manager-invite", "objection", "line", "question", "main-number", "shift", "shift-change"),
    *("task", "task-done", "task-give", "meeting"),
}
BY_ADMINISTRATORS = {"municipality", "role-end", "role-invite", "role-label", "report-wait"}


def test_no_form_is_forgotten() -> None:
    """One of the tests below walks through every form."""
    assert {form.name for form in FORMS} == BY_MEMBERS | BY_POLICE | BY_ADMINISTRATORS


@pytest.fixture
def seen(town: Town) -> Seen:
    """The texts of screens, each parsed as Telegram would."""
    return inspect(town)


async def _coordinator(town: Town, number: int, role: Role = Role.POLICE) -> Person:
    """Return a coordinator whose label is markup; the places of the table have such names too."""
    async with town.storage.transaction() as uow:
        rows = [Pc4Place(pc4, EVIL, point_at(lat, lon), EVIL) for pc4, lat, lon, _ in TABLE]
        await uow.postcodes.replace_all(rows)
        scope = parse_scope("national")
        created = await create_role_invite(uow, role, scope, now=town.clock.now(), label=EVIL)
    person = town.person(number)
    await person.types(f"/start {created.secret}")
    return person


async def _jeweller(town: Town, agent: Person) -> Person:
    els = town.person(1)
    await els.subscribes("2903AB", "jeweller", EVIL, "1")
    await agent.taps("Verifiëren")
    return els


async def test_a_member_fills_every_form_with_it(town: Town, seen: Seen) -> None:
    """Coordinators and colleagues read a member's fields as they were written."""
    agent = await _coordinator(town, 90)
    els = await _jeweller(town, agent)
    assert EVIL in agent.last.message.text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    walker, asker = Walker(els, EVIL), Walker(agent, EVIL)
    await reports(els)
    await asker.walk("question", "1")
    await walker.walk("answer", "1")
    for form, argument in (("report", ""), ("addition", "1"), ("area", ""), ("subscribe", ""), ("details", "2")):
        await walker.walk(form, argument)
    async with town.storage.reading() as uow:
        version = (await uow.premises.get(PremisesId(1))).version
    await walker.walk("hours", f"1-{version}")
    await walker.walk("quiet-hours")
    await walker.walk("mail")
    await walker.walk("move", f"1-{version}")
    for command in ("/mijn", "/mijnmeldingen", "/actueel", "/mijngegevens"):
        await els.types(command)
    for command in ("/meldingen", "/aanmeldingen"):
        await agent.types(command)
    assert walker.walked == BY_MEMBERS
    await asker.walk("main-number", "1.4")
    assert ({("question", "text")}, {"question", "main-number"}) == (asker.accepted, asker.walked)
    assert {"addition", "answer", "report", "details"} <= {form for form, _ in walker.accepted}
    assert any("Gemeld:" in text and EVIL in text for text in seen.texts)


async def test_police_fill_every_form_with_it(town: Town, seen: Seen, tmp_path: Path) -> None:
    """Recipients of notices, comments, groups, tips and invitations by police read the fields as they were written."""
    agent, other = await _coordinator(town, 90), await _coordinator(town, 91)
    await _jeweller(town, agent)
    walker, decider = Walker(agent, EVIL), Walker(other, EVIL)
    await ask_approval(agent)
    await other.taps("Terug")
    await decider.walk()
    [(alert, version)] = rows(tmp_path, "SELECT alert_id, alert_version FROM approvals WHERE decision = 'returned'")
    await walker.walk("line", f"{alert}.{version}")
    await ask_approval(agent)
    await other.taps("Akkoord")
    [(live,)] = rows(tmp_path, "SELECT id FROM alerts WHERE state = 'live' AND severity = 'P2'")
    await walker.walk("extension", str(live))
    await walker.open("correction", f"update.{live}")
    await agent.types(EVIL)
    await change(agent, "Tekst")
    await walker.walk()
    await walker.walk("closing", f"retraction.{live}")
    alone = "SELECT alert_id, alert_version FROM approvals WHERE kind IN ('sole_on_duty', 'closing')"
    for alert, version in rows(tmp_path, alone):
        await decider.walk("objection", f"{alert}.{version}")
    for form in ("group", "invite", "prevention", "alert"):
        await walker.walk(form)
    await walker.walk("manager-invite", "1")
    async with town.storage.transaction() as uow:
        roster = await uow.rosters.add(parse_scope("national"), town.clock.now())
    for form in ("shift", "shift-change"):
        await walker.walk(form, f"{roster.id}.{town.clock.now().date()}")
    await keep_task(agent)
    for form, argument in (("task", "1"), ("meeting", "1"), ("task-give", "1.1"), ("task-done", "2.1")):
        await walker.walk(form, argument)
    for command in ("/concepten", "/lopend", "/groepen", "/goedkeuren", "/taken"):
        await agent.types(command)
    assert walker.walked | decider.walked == BY_POLICE - {"question", "main-number"}, "those are in the test above"
    assert {"invite", "alert", "prevention", "group", "manager-invite", "correction"} <= {
        form for form, _ in walker.accepted
    }
    assert {("decision", "comment"), ("objection", "objection")} == decider.accepted
    seen.must_have(EVIL)


async def test_administrators_fill_every_form_with_it(town: Town, seen: Seen) -> None:
    """Labels and names of places by administrators are read by others as they were written."""
    admin = await _coordinator(town, 92, Role.ADMINISTRATOR)
    walker = Walker(admin, EVIL, base="/beheer")
    for form, argument in (("municipality", ""), ("role-invite", ""), ("role-label", "2903.police"), ("role-end", "1")):
        await walker.walk(form, argument)
    await walker.walk("report-wait", "2903..")
    await admin.types("/beheer")
    seen.must_have(EVIL)
