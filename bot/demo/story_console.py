"""The chapter in the browser: the police open the console by the button on their phone, read and approve the notice."""

from bot.demo.browser import Browser, Page
from bot.demo.cast import Cast
from bot.demo.console import BUTTON
from bot.demo.phone import Seen
from bot.demo.prepare import PAUSED

APPROVALS = "/approvals"
NOT_THERE = 404


async def approve_in_console(cast: Cast, number: str, preview: Seen) -> int:
    """Approve the notice in the console; return the number of the playground's last event before that."""
    await _marshal_looks(cast)
    entry = await cast.console.entry(cast.police.phone)
    cast.transcript.does(cast.police.name, f"[{BUTTON}]")
    async with cast.console.browser(entry) as browser:
        await _check_entry_is_spent(cast, browser, entry)
        page = await _read_notice(cast, browser, number, preview)
        cast.transcript.tell(
            f"{PAUSED} heeft pauze gekozen en hoort nu niets.", f"{PAUSED} has chosen a pause and hears nothing now."
        )
        since = cast.playground.seq
        await _approve(cast, browser, page, number)
    return since


async def _marshal_looks(cast: Cast) -> None:
    async with cast.console.browser(await cast.console.entry(cast.marshal.phone)) as browser:
        page = await browser.open("/today")
        refused = await browser.open(APPROVALS)
    cast.transcript.check(
        "ook in de console kan de stadsmarinier niet goedkeuren",
        "in the console too the city marshal cannot approve",
        APPROVALS not in page.links and cast.words("not-allowed-approve_alert") in refused.words,
        refused.words,
    )


async def _check_entry_is_spent(cast: Cast, browser: Browser, entry: str) -> None:
    again = await browser.open(entry)
    cast.transcript.check(
        "de knop opent de console één keer, daarna staat er een nieuwe",
        "the button opens the console once, then there is a new one",
        again.status == NOT_THERE and entry != await cast.console.entry(cast.police.phone),
        again.words,
    )


async def _read_notice(cast: Cast, browser: Browser, number: str, preview: Seen) -> Page:
    """Open what waits, and then the notice, which must be what its author saw."""
    listed = await browser.open(APPROVALS)
    cast.transcript.shows(cast.police.name, listed.words)
    waits = [link for link in listed.links if link.startswith(f"{APPROVALS}/")]
    cast.transcript.check(
        "de console toont wat op akkoord wacht",
        "the console shows what waits for approval",
        number in listed.words and len(waits) == 1,
        listed.words,
    )
    page = await browser.open(waits[0])
    cast.transcript.shows(cast.police.name, page.words.partition(cast.words("console-approval-grounds"))[0])
    first, *others = [" ".join(line.split()) for line in preview.text.splitlines() if line.strip()]
    untold = [line for line in (first.partition(" · ")[0], *others) if line not in page.words]
    cast.transcript.check(
        "het bericht staat er zoals de opsteller het zag",
        "the notice stands there as its author saw it",
        not untold,
        f"not on the page: {untold}; {page.words}",
    )
    return page


async def _approve(cast: Cast, browser: Browser, page: Page, number: str) -> None:
    words = cast.words("approval-approve")
    cast.transcript.does(cast.police.name, f"[{words}]")
    decided = await browser.press(page, words)
    cast.transcript.shows(cast.police.name, decided.words)
    sent = cast.words.ending("settled-approved", "number", "by", "moment")
    is_decided = number in decided.words and sent in decided.words and not decided.forms_with(words)
    cast.transcript.check(
        "de console zegt dat het is verstuurd", "the console says that it was sent", is_decided, decided.words
    )
    await cast.police.sees(lambda seen: seen.is_edited and number in seen.text and sent in seen.text)
    cast.transcript.check("en de chat van de politie ook", "and so does the chat of the police", True)
