"""docs/domain.md §6, scenario 9: a notice on an incident is retracted, its other drafts are frozen, and no figure
counts what was wrong; in the chat and in the console."""

import re
from datetime import UTC, date, datetime

import aiohttp

from alerts.effect import ROBBERIES
from alerts.mo_record import MoFilter
from alerts.tally import HAPPENED
from bot.demo.phone import Phone
from tests.console.authenticator import Authenticator
from tests.console.visitor import Answer, Visitor
from tests.ports import free_port
from tests.scenarios.steps import ask_approval, report_number_in, subscribe, verify
from tests.scenarios.world import World

INCIDENT = "/incidents/1"


async def test_a_retracted_notice_freezes_the_other_drafts(empty_world: World) -> None:
    """A robbery is confirmed and a notice goes out; at the wrong place it is retracted for everybody who got it. The
    marshal's next draft waits, also after a kill, until police release it in the console; refuting drops it, and
    then nothing is counted."""
    world, words, port = empty_world, empty_world.words, free_port()
    origin = f"http://localhost:{port}"
    world.settings |= {"CONSOLE_URL": origin, "CONSOLE_PORT": str(port)}
    await world.load_postcodes()
    await world.start()
    police, marshal = await world.coordinator(), await world.coordinator("city_marshal")
    robbed, neighbour = [await _member(world, police, name) for name in ("Juwelier Vuurlelie", "Juwelier Zonneroos")]
    number = await _report_robbery(world, robbed)
    await police.expect(lambda seen: words("incident-confirm") in seen.labels)
    await police.tap(words("incident-confirm"))
    await police.expect(lambda seen: seen.is_edited and words("incident-confirm") not in seen.labels)

    first = await _draft(world, marshal)
    await police.expect(lambda seen: first in seen.text and words("approval-approve") in seen.labels)
    await police.tap(words("approval-approve"))
    for shop in (robbed, neighbour):
        await shop.expect(lambda seen: first in seen.text and "Gebeurt het nu?" in seen.text)
    second = await _draft(world, marshal)
    before = world.playground.seq
    await _retract(world, police, first)
    for shop in (robbed, neighbour):
        assert words("note-retraction-place") in (await shop.expect("INGETROKKEN")).text
        await world.playground.called("deleteMessage", chat=shop.user_id, after=before)
    frozen = await marshal.expect(f"Je concept {second} wacht")
    await world.restart()
    await marshal.tap(frozen.labels[0])
    await marshal.expect(lambda seen: words("alert-ask-approval") in seen.labels)
    await marshal.tap(words("alert-ask-approval"))
    await marshal.expect_toast("Concepten wachten tot de politie ze vrijgeeft")
    assert [1, 0] == await _counted(world)  # the robbery happened; what was said of it was wrong

    async with aiohttp.ClientSession() as session:
        visitor = Visitor(port, origin, session)
        page = await _signed_in(visitor, police)
        assert "Concepten wachten." in page.text
        assert 303 == (await _sends(visitor, page, "release")).status
        await marshal.tap(words("alert-ask-approval"))  # under the preview that is still open
        await marshal.expect("wacht op akkoord")
        page = await visitor.get(INCIDENT)
        assert 303 == (await _sends(visitor, page, "refute", reason="facts")).status
        assert words("incident-state-refuted") in (await visitor.get(INCIDENT)).text
    await marshal.expect(f"Je bericht {second} is vervallen")
    await robbed.expect(lambda seen: number in seen.text and words("outcome-unfounded") in seen.text)
    await police.type("/incidenten")
    await police.expect(words("incidents-none"))
    assert [0, 0] == await _counted(world)


async def _member(world: World, police: Phone, name: str) -> Phone:
    shop = await subscribe(world, name)
    await verify(world, police, shop)
    return shop


async def _report_robbery(world: World, shop: Phone) -> str:
    words = world.words
    await shop.type("/melding")
    await shop.expect(words("report-safety"))
    await shop.tap(words("report-safety-safe"))
    await shop.expect(words("report-ask-kind"))
    await shop.tap(words("report-kind-robbery"))
    await shop.expect(lambda seen: words("report-send") in seen.labels)
    await shop.tap(words("report-send"))
    return report_number_in(await shop.expect("Ontvangen. Nog niet gedeeld."))


async def _draft(world: World, marshal: Phone) -> str:
    """Make a notice of the incident in three taps and ask for approval; return its number."""
    words = world.words
    await marshal.type("/incidenten")
    listed = await marshal.expect(words("incidents-title"))
    await marshal.tap(listed.labels[0])
    asked_or_shown = {words("purpose-triage"), words("incident-draft")}
    shown = await marshal.expect(lambda seen: not asked_or_shown.isdisjoint(seen.labels))
    if words("purpose-triage") in shown.labels:
        await marshal.tap(words("purpose-triage"))
        await marshal.expect(lambda seen: words("incident-draft") in seen.labels)
    await marshal.tap(words("incident-draft"))
    preview = await marshal.expect("in afstemming met de politie")
    assert "Stadsmarinier" in preview.text
    await marshal.expect(words("alert-preview-above"))
    return await ask_approval(world, marshal)


async def _retract(world: World, police: Phone, number: str) -> None:
    words = world.words
    await police.type("/lopend")
    running = await police.expect(lambda seen: number in seen.text and words("change-retract") in seen.labels)
    await police.tap(words("change-retract"), on=running)
    await police.expect(words("closing-ask-retraction", number=number).splitlines()[0])
    await police.tap(words("choice-retraction-place"))


async def _signed_in(visitor: Visitor, police: Phone) -> Answer:
    """Sign police in with a passkey, and open the incident for triage."""
    await police.type("/console")
    link = re.search(r"http://\S+(/link/[\w-]+)", (await police.expect("/link/")).text)
    assert link is not None
    assert 303 == (await visitor.enrols(link[1], Authenticator())).status
    page = await visitor.get(INCIDENT)
    if f"{INCIDENT}/read" in page.text:
        await visitor.sends(page, f"{INCIDENT}/read", purpose="triage")
    return await visitor.get(INCIDENT)


async def _sends(visitor: Visitor, page: Answer, what: str, **fields: str) -> Answer:
    version = re.search(r'name="version" value="(\d+)"', page.text)
    assert version is not None
    return await visitor.sends(page, f"{INCIDENT}/{what}", version=version[1], **fields)


async def _counted(world: World) -> list[int]:
    """Return how many robberies rings are measured by, and how many records the MO register has."""
    async with world.database(owner=False) as storage, storage.reading() as uow:
        robberies = await uow.tallies.placed(ROBBERIES, HAPPENED, date.min, datetime.now(UTC).date(), limit=9)
        return [len(robberies), len(await uow.mo_register.page(MoFilter(), after=None, limit=9))]
