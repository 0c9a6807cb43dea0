"""Test of one story with every step that must be accounted for: each has its audit row, and nothing else is in it."""

import json
from datetime import UTC, datetime

from alerts.audit import AuditRow
from alerts.role import Role
from alerts.services.audit.prune_audit import prune_audit
from alerts.services.audit.verify_audit import verify_audit
from tests.bot.administering import administrator, ends
from tests.bot.changing import retract
from tests.bot.deputies import deputy_of
from tests.bot.police import ask_approval
from tests.bot.reporting import jeweller, reports
from tests.bot.town import Person, Town

COVERED = {
    "role.granted",
    "role.ended",
    "deputy.named",
    "deputy.ended",
    "alert.drafted",
    "alert.submitted",
    "alert.returned",
    "alert.approved",
    "alert.published",
    "alert.retraction",
    "report.read",
    "request.refused",
    "audit.read",
    "data.exported",
    "data.erased",
    "audit.forgotten",
}


async def _rows(town: Town) -> list[AuditRow]:
    async with town.storage.reading() as uow:
        return await uow.audit.page(0, 1000)


async def _story(town: Town) -> Person:
    """Play the story, and return the person who was erased at its end."""
    admin = await administrator(town)
    agent, marshal = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    await deputy_of(town, agent, 92)
    await agent.types("/vervanger")
    await agent.taps("Vervanger weghalen")
    els = await jeweller(town, 1, agent)
    await reports(els)
    await marshal.types("/meldingen")
    await marshal.taps("M-2026-0001 bekijken")
    await marshal.taps("Nazorg")
    await ask_approval(marshal)
    await agent.taps("Terug met opmerking")
    await agent.taps("Te veel details")
    await marshal.types("/concepten")
    await marshal.taps("Verder")
    await marshal.taps("Vraag akkoord")
    await agent.taps("Akkoord")
    await agent.types("/lopend")
    await retract(agent)
    await els.types("/goedkeuren")
    await agent.types("/logboek")
    await ends(admin, "stadsmarinier")
    await els.types("/mijngegevens")
    await els.types("/verwijder")
    await els.taps(els.t.plain("erase-yes"))
    return els


async def test_every_step_that_must_be_shown_is_in_the_record(town: Town) -> None:
    """Every required action is in the record, no row contains typed words, and the record verifies."""
    els = await _story(town)
    rows = await _rows(town)
    assert set() == COVERED - {row.action for row in rows}
    told = json.dumps([dict(row.details or {}) for row in rows], ensure_ascii=False)
    for typed in ("De Parel", "2903AB", "2903 AB", str(els.id), "scooter"):
        assert typed not in told
    assert [] == (await verify_audit(town.storage)).findings


async def test_after_a_year_it_is_pruned_and_still_whole(town: Town) -> None:
    """After a year the record is pruned behind a checkpoint and verifies, with the erased person in it."""
    await _story(town)
    town.clock.pass_by(days=400)
    async with town.storage.transaction() as uow:
        count = len(await uow.audit.page(0, 1000))
        assert count - 1 == await prune_audit(uow, datetime(2027, 12, 1, tzinfo=UTC), town.clock.now())
    chain = await verify_audit(town.storage)
    assert ([], 2) == (chain.findings, chain.count)
