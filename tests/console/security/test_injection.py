"""Tests with markup in every field that a person can fill: each page shows it as it was typed."""

from dataclasses import replace
from html import unescape
from urllib.parse import urlencode

from alerts.area import Place
from alerts.ids import MemberId
from alerts.premises import Premises
from alerts.report import NewReport, ReportContent, ReportKind, ReportStep
from alerts.services.report.submit_report import submit_report
from tests.bot.role_world import HERE, PC4, RoleWorld, build
from tests.bot.town import ZONE, Town
from tests.console.accounts import enrolled
from tests.console.visitor import Answer, Visitor

EVIL = '"><img src=x onerror=alert({number})></textarea></title><b>'


def evil(number: int) -> str:
    """Markup that closes what it may stand in; the number tells the fields apart."""
    return EVIL.format(number=number)


def check_harmless(page: Answer, *fields: str) -> None:
    """Check that each of these texts is on the page, and none as markup."""
    assert "<img" not in page.text
    for field in fields:
        assert field in unescape(page.text), field


async def evil_shop(world: RoleWorld) -> Premises:
    """Store a shop that waits, whose every typed field is markup."""
    async with world.town.storage.transaction() as uow:
        await world.person(uow, "eve")
        return await world.shop(uow, "eve", HERE, is_verified=False, called=evil(1))


async def test_a_report_shows_what_was_typed(town: Town, visitor: Visitor) -> None:
    """The name of the shop, the typed fields, an addition and the label of a role are shown and not run."""
    world = await build(town)
    shop = await evil_shop(world)
    async with town.storage.transaction() as uow:
        role = next(one for one in await uow.roles.of_member(world.members["S"]))
        await uow.roles.grant(
            member=world.members["S"],
            role=role.role,
            scope=role.scope,
            label=evil(2)[:40],
            granted_by=None,
            now=town.clock.now(),
        )
        told = ReportContent(clothing=evil(3), vehicle=evil(4), what=evil(5), place_words=evil(6))
        for premises in (shop.id, None):
            new = NewReport(
                kind=ReportKind.ROBBERY,
                content=told,
                place=Place(PC4[HERE], f"{PC4[HERE]}AB"),
                member_id=MemberId(world.members["eve"]),
                premises_id=premises,
                is_confirmed=False,
            )
            report = await submit_report(uow, new, town.clock.now(), zone=ZONE)
            await uow.reports.add_event(report.id, ReportStep.ADDED, new.member_id, town.clock.now(), comment=evil(7))
    await town.deliver()
    marshal = visitor.beside()
    await enrolled(world.people["S"], marshal)
    page = await marshal.get("/account")
    for number in (1, 2):
        await marshal.sends(page, f"/reports/{number}/take", version="1")
    await enrolled(world.people["P"], visitor)
    listed = await visitor.get("/reports?state=triage")
    check_harmless(listed, evil(2)[:40])
    check_harmless(await visitor.get("/reports?state=<img>&kind=<img>&period=%22%3E%3Cimg%3E"))
    for number, place in ((1, evil(1)), (2, evil(6))):
        await visitor.sends(listed, f"/reports/{number}/read", purpose="triage")
        shown = await visitor.get(f"/reports/{number}")
        check_harmless(shown, evil(2)[:40], evil(3), evil(4), evil(5), evil(7), place)
        late = await visitor.sends(shown, f"/reports/{number}/take", version=evil(8))
        check_harmless(late, evil(2)[:40])


async def test_a_shop_shows_what_was_typed(town: Town, visitor: Visitor) -> None:
    """The name of a sign-up and of its twin, and whatever is typed into the search and the invitation, are shown and
    not run."""
    world = await build(town)
    shop = await evil_shop(world)
    async with town.storage.transaction() as uow:
        await world.person(uow, "twin")
        twin = await world.shop(uow, "twin", HERE, is_verified=False, called=evil(1))
        await uow.premises.save(replace(twin, house_number=evil(2)))
    await enrolled(world.people["P"], visitor)
    check_harmless(await visitor.get("/signups"), evil(1), evil(2))
    check_harmless(await visitor.get("/shops"), evil(1), evil(2))
    page = await visitor.get(f"/shops/{shop.id}")
    check_harmless(page, evil(1), evil(2))
    check_harmless(await visitor.sends(page, f"/shops/{shop.id}/verify", version=evil(3), twin=evil(4)), evil(1))
    typed = {"postcode": evil(5), "name": evil(6), "branch": evil(7), "number": evil(8), "key": evil(9), "after": "1"}
    check_harmless(await visitor.get(f"/shops?{urlencode(typed)}"), evil(5), evil(6))
    check_harmless(await visitor.get(f"/shops/invite?{urlencode(typed)}"), evil(5), evil(6), evil(8))
    wrong = await visitor.sends(page, "/shops/invite", **typed, sure=evil(1), part=evil(2), way=evil(3))
    check_harmless(wrong, evil(5), evil(6), evil(8))
