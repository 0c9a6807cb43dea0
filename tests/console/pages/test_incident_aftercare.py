"""Tests of the aftercare on the page of an incident: opened with a yes, read for a purpose, and changed."""

from alerts.aftercare.case import CaseState, Ending
from alerts.report import Purpose
from alerts.role import Role
from tests.bot.aftercare import INCIDENT, case_of, robbed
from tests.bot.town import Person, Town
from tests.console.accounts import enrolled
from tests.console.visitor import Answer, Visitor


async def signed_in(person: Person, visitor: Visitor) -> Answer:
    """Return the page of the incident, as this person reads it."""
    await enrolled(person, visitor)
    page = await visitor.get(f"/incidents/{INCIDENT}")
    await visitor.sends(page, f"/incidents/{INCIDENT}/read", purpose=Purpose.AFTERCARE)
    return await visitor.get(f"/incidents/{INCIDENT}")


async def test_a_case_is_opened_read_and_closed(town: Town, visitor: Visitor) -> None:
    """The marshal notes a yes, says for what it is read, marks the scan done, and closes it; a stale form is
    refused."""
    els, _, marshal = await robbed(town)
    page = await signed_in(marshal, visitor)
    t = marshal.t
    assert t("console-aftercare-none") in page.text
    opened = await visitor.sends(page, f"/incidents/{INCIDENT}/aftercare", how="by_phone", whom="0")
    assert 303 == opened.status
    case = await case_of(town)
    page = await visitor.get(f"/incidents/{INCIDENT}")
    assert t("care-why") in page.text
    assert t("console-aftercare-people") not in page.text
    await visitor.sends(page, f"/aftercare/{case.id}/read", purpose="planning")
    page = await visitor.get(f"/incidents/{INCIDENT}")
    assert t("console-aftercare-people") in page.text
    assert t.plain("care-kind-scan") in page.text
    async with town.storage.reading() as uow:
        scan = next(one for one in await uow.cases.steps(case.id) if one.kind == "scan")
    assert 303 == (await visitor.sends(page, "/aftercare/step", step=str(scan.id))).status
    assert 409 == (await visitor.sends(page, "/aftercare/step", step=str(scan.id))).status
    assert 409 == (await visitor.sends(page, f"/aftercare/{case.id}/change", what="end", version="1")).status
    now = str((await case_of(town)).version)
    assert 303 == (await visitor.sends(page, f"/aftercare/{case.id}/change", what="end", version=now)).status
    assert Ending.ENDED is (await case_of(town)).ending
    assert "" == els.news()


async def test_the_victim_is_asked_from_the_console(town: Town, visitor: Visitor) -> None:
    """Asking in the chat brings the question to the shop; a yes makes the case run."""
    els, police, _ = await robbed(town)
    page = await signed_in(police, visitor)
    await visitor.sends(page, f"/incidents/{INCIDENT}/aftercare", how="chat", whom="0")
    await town.deliver()
    assert els.t("care-ask", who="stadsmarinier") in els.news()
    await els.taps(els.t.plain("care-yes"))
    case = await case_of(town)
    assert CaseState.RUNNING is case.state
    version = str(case.version)
    assert 303 == (await visitor.sends(page, f"/aftercare/{case.id}/change", what="object", version=version)).status
    assert (await case_of(town)).objected_at is not None


async def test_who_only_reads_has_no_forms(town: Town, visitor: Visitor) -> None:
    """The safety director reads a case and changes nothing; prosecution does not see that there is one."""
    _, _, marshal = await robbed(town)
    await marshal.presses("care-how:1.in_person:0")
    await marshal.taps(marshal.t.plain("care-whom-other"))
    case = await case_of(town)
    director = await town.coordinator(70, Role.SAFETY_DIRECTOR)
    page = await signed_in(director, visitor)
    await visitor.sends(page, f"/aftercare/{case.id}/read", purpose="oversight")
    page = await visitor.get(f"/incidents/{INCIDENT}")
    assert director.t("console-aftercare-people") in page.text
    assert "/aftercare/step" not in page.text
    refused = await visitor.sends(page, f"/aftercare/{case.id}/change", what="end", version=str(case.version))
    assert 403 == refused.status
    assert CaseState.RUNNING is (await case_of(town)).state
    prosecutor = await town.coordinator(71, Role.PROSECUTION)
    assert director.t("care-button") not in (await signed_in(prosecutor, visitor)).text
