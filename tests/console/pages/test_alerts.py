"""Tests of running notices: the list, the page of one with its texts and counts, and stopping its sending."""

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape

from alerts.alert import Alert, AlertState
from alerts.errors import RecipientGone
from alerts.ids import AlertId
from alerts.role import Role
from alerts.severity import Severity
from alerts.tlp import Tlp
from tests.bot.changing import correct_alone, end
from tests.bot.handlers.test_acknowledgements import reminder, reminds
from tests.bot.police import alerts_of, jeweller, send_alone, to_preview
from tests.bot.role_world import ELSEWHERE, HERE, RoleWorld, build
from tests.bot.town import Person, Town
from tests.console.accounts import enrolled
from tests.console.visitor import Answer, Visitor

PATH = "/alerts/1"


def words(page: Answer | str) -> str:
    """The page, or a message, without its markup, each run of spaces as one."""
    text = page if isinstance(page, str) else page.text
    return " ".join(unescape(re.sub(r"<[^>]+>", "", text)).split())


async def sent(town: Town, severity: str = "P2 ·") -> tuple[Person, Person]:
    """A notice that the only police officer sent to one jeweller."""
    police = await town.coordinator(1)
    shop = await jeweller(town, 9, police)
    await to_preview(police, severity=severity)
    await send_alone(police)
    return police, shop


def count(page: Answer, label: str) -> int:
    """The number beside this label in a table of the page."""
    [found] = re.findall(rf'<th scope="row">{label}</th><td>(\d+)</td>', page.text)
    return int(found)


async def test_the_page_tells_all_that_was_sent(town: Town, visitor: Visitor) -> None:
    """The thread has the words that the shop got, each text with its time and its sender as a function."""
    police, shop = await sent(town)
    [arrived] = alerts_of(shop)
    town.clock.pass_by(minutes=5)
    await correct_alone(police)
    await end(police)
    await enrolled(police, visitor)
    page = await visitor.get(PATH)
    shown = words(page)
    for said in (
        "Een winkel is overvallen, de dader vluchtte op een scooter.",
        "Gebeurt het nu?",
        "2026-0001 · Politie",
    ):
        assert said in words(arrived)
        assert said in shown
    assert ["Bericht", "Correctie", "Einde"] == re.findall(r'<h3 id="text-\d">([^<]+)</h3>', page.text)
    assert "Drie daders vluchtten te voet." in shown
    assert ["Politie, overvalcoördinator"] * 3 == re.findall(r'class="aside">.*? · ([^<]+)</p>', page.text)
    assert "Afgelopen" in shown
    assert '<time datetime="2026-11-24T13:00:00+01:00"' in page.text
    assert str(police.id) not in page.text
    assert "tg-time" not in page.text


async def test_the_page_counts_by_state_reason_and_time(town: Town, visitor: Visitor) -> None:
    """What was sent, read and skipped is counted, and how many had it after some time."""
    police = await town.coordinator(1)
    near, blocked, quiet = [await jeweller(town, number, police) for number in (7, 8, 9)]
    town.screens.refusals[str(blocked.id)] = [RecipientGone("blocked")]
    await to_preview(police, severity="P3 ·")
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(quiet.id))
        assert member is not None
        await uow.members.save(replace(member, muted=frozenset({Severity.P3})))
    await send_alone(police)
    await near.taps("Gelezen")
    await enrolled(police, visitor)
    town.clock.pass_by(seconds=40)
    page = await visitor.get(PATH)
    assert (1, 1, 0) == tuple(count(page, label) for label in ("Verstuurd", "Tikte op Gelezen", "Nog te versturen"))
    assert 1 == count(page, "Mislukt: bot geblokkeerd of account weg")
    assert 1 == count(page, "Overgeslagen: heeft patronen of informatie uitgezet")
    assert 1 == count(page, "10 seconden")
    assert "30 seconden" not in page.text
    assert "1 ontvanger heeft het" in words(await visitor.get("/alerts"))


async def test_the_most_urgent_come_first_a_page_at_a_time(town: Town, visitor: Visitor) -> None:
    """Fifty stand on a page; the link leads to the rest, and neither misses nor repeats one."""
    world = await build(town)
    async with town.storage.transaction() as uow:
        for number in range(1, 56):
            content = await world.content(uow, HERE, for_group=False)
            severity = Severity.P1 if number == 3 else Severity.P2
            alert = await uow.alerts.add(world.members["author"], replace(content, severity=severity), town.clock.now())
            await uow.alerts.save(replace(alert, state=AlertState.LIVE, number=f"2026-{number:04d}"))
    await enrolled(world.people["P"], visitor)
    first = await visitor.get("/alerts")
    [path] = re.findall(r'href="(/alerts\?after=[^"]+)"', first.text)
    second = await visitor.get(path)
    shown = [re.findall(r"(2026-\d{4}): Overval", page.text) for page in (first, second)]
    assert ["2026-0003", "2026-0055", "2026-0054"] == shown[0][:3]
    assert (50, 5) == (len(shown[0]), len(shown[1]))
    assert 55 == len({*shown[0], *shown[1]})
    assert "after=" not in second.text
    assert "Er zijn geen oudere berichten" in words(await visitor.get("/alerts?after=P4-1"))
    for wrong in ("P9-1", "P1", "P1-0", "P1--1", "x" * 500):
        assert 404 == (await visitor.get(f"/alerts?after={wrong}")).status


async def test_nobody_reads_what_is_not_for_them(town: Town, visitor: Visitor) -> None:
    """A notice of another place, one with a narrower label, and one that was never sent are one answer."""
    world = await build(town)
    await enrolled(world.people["K"], visitor)
    strange = await world.live(ELSEWHERE)
    waiting = await world.pending(HERE)
    narrow, wide = [await for_the_group(world, tlp) for tlp in (Tlp.AMBER_STRICT, Tlp.AMBER)]
    never = await visitor.get("/alerts/999999")
    assert 404 == never.status
    listed = await visitor.get("/alerts")
    for alert in (strange, waiting, narrow):
        assert (404, never.text) == ((page := await visitor.get(f"/alerts/{alert.id}")).status, page.text)
        assert str(alert.number) not in listed.text
    for bad in ("/alerts/0", "/alerts/x", f"/alerts/{'9' * 30}", f"/alerts/{strange.id}/else"):
        assert 404 == (await visitor.get(bad)).status
    assert 200 == (await visitor.get(f"/alerts/{wide.id}")).status
    other = visitor.beside()
    await enrolled(world.people["S"], other)
    assert 200 == (await other.get(f"/alerts/{narrow.id}")).status


async def for_the_group(world: RoleWorld, tlp: Tlp) -> Alert:
    """A live notice with this label for the group of the manager."""
    now = world.town.clock.now()
    async with world.town.storage.transaction() as uow:
        content = replace(await world.content(uow, HERE, for_group=True), tlp=tlp)
        draft = await uow.alerts.add(world.members["author"], content, now)
        number = f"2026-09{len(tlp):02d}"
        return await uow.alerts.save(replace(draft, state=AlertState.LIVE, sent_at=now, number=number))


async def test_who_only_reads_sees_what_is_live_and_no_counts(town: Town, visitor: Visitor) -> None:
    """The municipality reads the notice, without counts or changes; once it is over the page says just that."""
    world = await build(town)
    await enrolled(world.people["G"], visitor)
    alert = await world.live(HERE)
    path = f"/alerts/{alert.id}"
    page, listed = await visitor.get(path), await visitor.get("/alerts")
    assert "helmen" in page.text
    assert "<table" not in page.text
    assert f"{path}/" not in page.text
    assert str(alert.number) in listed.text
    assert "ontvanger" not in listed.text
    async with town.storage.transaction() as uow:
        live = await uow.alerts.get(alert.id)
        await uow.alerts.save(replace(live, state=AlertState.RETRACTED, ended_at=town.clock.now()))
    over = await visitor.get(path)
    assert 403 == over.status
    assert "is ingetrokken" in over.text
    assert "helmen" not in over.text


async def test_an_administrator_stops_what_is_still_being_sent(town: Town, visitor: Visitor) -> None:
    """They read the number and how many wait, never the text; the question comes before the stop."""
    world = await build(town)
    await enrolled(world.people["A"], visitor)
    async with town.storage.transaction() as uow:
        member = await uow.members.get(world.members[HERE])
        await uow.members.save(replace(member, paused_until=town.clock.now() + timedelta(days=1)))
    alert = await world.live(HERE)
    listed = await visitor.get("/alerts")
    assert f"{alert.number}: nog 1 ontvanger" in words(listed)
    assert "Overval" not in listed.text
    path = f"/alerts/{alert.id}/stop"
    question = await visitor.get(path)
    assert "helmen" not in question.text
    assert 303 == (await visitor.sends(question, path)).status
    async with town.storage.reading() as uow:
        assert 0 == await uow.deliveries.waiting(alert.id)
    assert "Nu niets: alles is verstuurd." in words(await visitor.get("/alerts"))
    for page in (await visitor.get(path), await visitor.sends(listed, path)):
        assert 409 == page.status


async def test_who_reads_it_in_the_console_has_seen_it(town: Town, visitor: Visitor) -> None:
    """Whoever got a copy in the chat and reads it here is counted and not reminded; whoever did not get it is not."""
    police, marshal = await town.coordinator(1), await town.coordinator(7, Role.CITY_MARSHAL)
    shop = await jeweller(town, 9, police)
    await to_preview(police, severity="P1 ·")
    await send_alone(police)
    later = await town.coordinator(8, Role.CITY_MARSHAL)
    for one in (marshal, later):
        await enrolled(one, visitor)
        assert 200 == (await visitor.get(PATH)).status
    await reminds(town, minutes=10)
    assert reminder(shop) in shop.last.text
    assert all(reminder(marshal) not in one.text for one in marshal.bubbles)
    async with town.storage.reading() as uow:
        assert 1 == await uow.alerts.seen_count(AlertId(1))
