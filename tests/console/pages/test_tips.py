"""Tests of held tips in the console: stopped and sent as in the chat, by who may."""

import pytest

from alerts.alert import AlertState, Approval
from alerts.kvo_group import NewKvoGroup
from alerts.role import Role
from tests.bot.deputies import deputy_of
from tests.bot.group_chats import end_roles
from tests.bot.police import alerts_of, jeweller
from tests.bot.town import Person, Town
from tests.console.accounts import enrolled, member_of
from tests.console.pages.test_reports import words
from tests.console.visitor import Visitor

TIP = "Zet de vuilcontainers binnen, dan klimt er niemand op."


async def held(town: Town, maker: Person) -> tuple[Person, Approval, str]:
    """Hold a tip of a new group's manager; return the manager, the request and the path of its page."""
    async with town.storage.transaction() as uow:
        new = NewKvoGroup("De Koperwiek", frozenset({"2903"}), frozenset())
        group = await uow.kvo_groups.add(new, await member_of(maker), town.clock.now())
    manager = await town.coordinator(50, Role.KVO_MANAGER, f"kvo_group:{group.id}")
    await manager.types("/preventie")
    await manager.types(TIP)
    await manager.taps("alleen een tip")
    await manager.taps("Naar de politie en dan versturen")
    async with town.storage.reading() as uow:
        [approval] = await uow.alerts.undecided()
    return manager, approval, f"/tips/{approval.alert_id}/{approval.alert_version}"


async def state_of(town: Town, approval: Approval) -> AlertState:
    """Return the state of the tip."""
    async with town.storage.reading() as uow:
        return (await uow.alerts.get(approval.alert_id)).state


async def test_police_stop_a_tip(town: Town, visitor: Visitor) -> None:
    """The tip stands on today, beside approvals and in its list; after the form nobody gets it, its writer hears why,
    and the page says what became of it."""
    police = await town.coordinator(1)
    shop = await jeweller(town, 2, police)
    manager, approval, path = await held(town, police)
    await enrolled(police, visitor)
    for page in ("/today", "/approvals"):
        assert 'href="/tips"' in (await visitor.get(page)).text
    assert path in (await visitor.get("/tips")).text
    shown = await visitor.get(path)
    for part in (TIP, "Een tip in eigen woorden", "Hij gaat vanzelf weg", "13:30"):
        assert part in words(shown)
    manager.news()
    answer = await visitor.sends(shown, f"{path}/stop")
    assert (303, path) == (answer.status, answer.headers["Location"])
    await town.deliver()
    assert "tegengehouden" in manager.news()
    assert AlertState.RETRACTED is await state_of(town, approval)
    assert [] == alerts_of(shop)
    after = await visitor.get(path)
    assert ("is tegengehouden" in words(after), "<form" in after.text.partition("<main")[2]) == (True, False)
    assert "Er wacht geen tip." in words(await visitor.get("/tips"))


async def test_police_send_a_tip_with_a_fresh_passkey(town: Town, visitor: Visitor) -> None:
    """It goes out at once; an old session is asked for the passkey first."""
    police = await town.coordinator(1)
    shop = await jeweller(town, 2, police)
    _, approval, path = await held(town, police)
    await enrolled(police, visitor)
    page = await visitor.get(path)
    town.clock.pass_by(minutes=11)
    assert 303 != (await visitor.sends(page, f"{path}/send")).status
    assert AlertState.PENDING is await state_of(town, approval)
    town.clock.pass_by(minutes=-11)
    assert 303 == (await visitor.sends(page, f"{path}/send")).status
    await town.deliver()
    assert 1 == len(alerts_of(shop))
    assert "is verstuurd door" in words(await visitor.get(path))


@pytest.mark.parametrize("way", ["send", "stop"])
async def test_who_comes_too_late_sees_what_became_of_it(town: Town, visitor: Visitor, way: str) -> None:
    """After a colleague decided, the form changes nothing and the page says who did what."""
    police, colleague = await town.coordinator(1), await town.coordinator(2)
    _, approval, path = await held(town, police)
    await enrolled(police, visitor)
    page = await visitor.get(path)
    await colleague.taps("Tegenhouden")
    late = await visitor.sends(page, f"{path}/{way}")
    assert (409, True, True) == (
        late.status,
        "Over deze tip is al beslist" in words(late),
        "is tegengehouden" in words(late),
    )
    assert AlertState.RETRACTED is await state_of(town, approval)


async def test_its_writer_takes_it_back_and_cannot_send_it(town: Town, visitor: Visitor) -> None:
    """The writer sees the own tip and may stop it; sending it is for other eyes, also for a deputy's."""
    police = await town.coordinator(1)
    manager, approval, path = await held(town, police)
    await enrolled(manager, visitor)
    assert "die jij schreef" in words(await visitor.get("/tips"))
    assert 'href="/tips"' not in (await visitor.get("/today")).text
    page = await visitor.get(path)
    assert f"{path}/send" not in page.text
    assert 403 == (await visitor.sends(page, f"{path}/send")).status
    deputy = await deputy_of(town, manager, 51)
    other = visitor.beside()
    await enrolled(deputy, other)
    theirs = await other.get(path)
    assert f"{path}/send" not in theirs.text
    assert 403 == (await other.sends(theirs, f"{path}/send")).status
    assert 303 == (await visitor.sends(page, f"{path}/stop")).status
    assert "de schrijver nam hem terug" in words(await visitor.get(path))
    assert AlertState.RETRACTED is await state_of(town, approval)


async def test_a_second_manager_sends_only_where_no_police_looks(town: Town, visitor: Visitor) -> None:
    """While police can look, another who may send tips there can stop it and not send it; without police they send
    it."""
    police = await town.coordinator(1)
    marshal = await town.coordinator(3, Role.CITY_MARSHAL)
    _, approval, path = await held(town, police)
    await enrolled(marshal, visitor)
    page = await visitor.get(path)
    assert (f"{path}/stop" in page.text, f"{path}/send" in page.text) == (True, False)
    refused = await visitor.sends(page, f"{path}/send")
    assert (403, True) == (refused.status, "De politie kijkt nu mee" in words(refused))
    await end_roles(police)
    town.clock.pass_by(seconds=1)
    page = await visitor.get(path)
    assert f"{path}/send" in page.text
    assert 303 == (await visitor.sends(page, f"{path}/send")).status
    assert AlertState.LIVE is await state_of(town, approval)


async def test_a_tip_elsewhere_is_like_none(town: Town, visitor: Visitor) -> None:
    """Police of another place, and numbers that no tip has, get one answer; a notice that waits is no tip."""
    police, elsewhere = await town.coordinator(1), await town.coordinator(4, scope="3000-3099")
    _, approval, path = await held(town, police)
    await enrolled(elsewhere, visitor)
    account, missing = await visitor.get("/account"), words(await visitor.get("/tips/999999/1"))
    assert (404, missing) == ((page := await visitor.get(path)).status, words(page))
    for one in (path, "/tips/999999/1", f"/tips/{approval.alert_id}/999"):
        for way in ("send", "stop"):
            assert (one, 404) == (one, (await visitor.sends(account, f"{one}/{way}")).status)
    assert path not in (await visitor.get("/tips")).text
    assert AlertState.PENDING is await state_of(town, approval)


async def test_who_sends_no_tips_comes_nowhere(town: Town, visitor: Visitor) -> None:
    """A prosecutor, and police whose role ended, get neither list nor page."""
    police = await town.coordinator(1)
    _, approval, path = await held(town, police)
    prosecutor = await town.coordinator(5, Role.PROSECUTION)
    await enrolled(prosecutor, visitor)
    await enrolled(police, other := visitor.beside())
    theirs = await other.get(path)
    await end_roles(police)
    town.clock.pass_by(seconds=1)
    for one, page in ((visitor, await visitor.get("/account")), (other, theirs)):
        for shown in ("/tips", path):
            assert 403 == (await one.get(shown)).status
        for way in ("send", "stop"):
            assert 403 == (await one.sends(page, f"{path}/{way}")).status
    assert AlertState.PENDING is await state_of(town, approval)
