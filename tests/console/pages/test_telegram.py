"""Tests of the console as a web app of Telegram: the button, the page, and what a session that began there may do."""

import re

from tests.bot.role_world import HERE, build
from tests.bot.town import Town
from tests.console.accounts import enrolled
from tests.console.telegram_app import enters
from tests.console.visitor import Visitor, running_console


async def test_the_button_is_for_whoever_has_a_role(town: Town) -> None:
    """/menu and /console have the button for who has a role; a shop has none, and nobody where there is no console
    with https."""
    world = await build(town)
    apps: dict[tuple[str, str], list[str]] = {}
    for origin in ("", "http://localhost:8082", "https://console.example.nl"):
        if origin:
            async with running_console(town, origin):
                pass
        for letter in ("P", "R"):
            person = world.people[letter]
            await person.types("/menu")
            apps[origin, letter] = [one.app for one in person.last.buttons if one.app]
    app = "https://console.example.nl/telegram"
    assert [app] == apps.pop(("https://console.example.nl", "P"))
    assert {()} == {tuple(one) for one in apps.values()}
    await world.people["P"].types("/console")
    assert [app] == [one.app for one in world.people["P"].last.buttons]


async def test_a_session_from_the_chat_reads_and_drafts(town: Town, visitor: Visitor) -> None:
    """Whoever opens the console in the chat reads what waits, takes a report, returns a draft and composes one; each
    page says what is done elsewhere, and leads there."""
    world = await build(town)
    await enters(world.people["P"], visitor)
    alert, report = await world.pending(HERE), await world.report(HERE, HERE)
    page = await visitor.get("/today")
    assert f"{alert.number}" in page.text
    assert re.search(r'<a href="/today" target="_blank" rel="noopener" data-outside>', page.text)
    assert "Goedkeuren, versturen, intrekken" in page.text
    path = f"/approvals/{alert.id}/{alert.version}"
    assert "helmen" in (await visitor.get(path)).text
    taken = await visitor.sends(page, f"/reports/{report.id}/take", version="1")
    assert 303 == taken.status
    back = await visitor.sends(page, f"{path}/return", comment="Graag korter.")
    assert 303 == back.status
    words = "Overval met een mes in 2903 AB om 12:40."
    kept = await visitor.sends(page, "/compose", do="save", words=words, kind="robbery", place="2903AB")
    assert 303 == kept.status


async def test_the_account_tells_the_sessions_apart(town: Town, visitor: Visitor) -> None:
    """The list says which session began in Telegram; ending it there ends it on the phone, and no passkey is made or
    offered in it."""
    person = await town.coordinator(1)
    phone = visitor.beside()
    await enters(person, phone)
    await enrolled(person, visitor)
    listed = await visitor.get("/account")
    assert 1 == listed.text.count("Begonnen in Telegram.")
    own = await phone.get("/account")
    assert "data-passkey" not in own.text
    [_, number] = sorted(
        re.findall(r'action="/account/sessions/end">\s*<input[^>]+>\s*<input[^>]+value="(\d+)"', listed.text),
        key=int,
        reverse=True,
    )
    assert 303 == (await visitor.sends(listed, "/account/sessions/end", number=number)).status
    assert 303 == (await phone.get("/today")).status


async def test_the_page_outside_telegram_leads_to_the_console(visitor: Visitor) -> None:
    """Who opens the address in a browser, or runs no script, is led to the console itself. It may stand in a frame of
    Telegram Web, as it has nothing of anybody; no other page may."""
    page = await visitor.get("/telegram")
    assert 'href="/today"' in page.text
    assert "frame-ancestors https://web.telegram.org" in page.headers["Content-Security-Policy"].split("; ")
    assert "X-Frame-Options" not in page.headers
    assert "no-store" == page.headers["Cache-Control"]


async def test_no_page_with_content_may_be_framed(town: Town, visitor: Visitor) -> None:
    """Every page of a session that began in Telegram refuses frames, also Telegram's own."""
    await enters(await town.coordinator(1), visitor)
    for path in ("/", "/today", "/account", "/compose", "/approvals", "/nothing-here"):
        headers = (await visitor.get(path)).headers
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"].split("; ")
        assert "DENY" == headers["X-Frame-Options"]
