"""The siege of a full chat: a thousand messages wait for it, and a notice to others takes hardly longer."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from alerts.delivery import NewDelivery, Notice
from alerts.severity import Severity
from bot.conversation.chat import CHANNEL
from storage import open_storage
from tests.faults.crowd import POLICE
from tests.siege.fortress import Fortress, besieged
from tests.siege.outcome import Outcome

MOST_RATIO = 1.1
CROWDS = (200, 1_000)
RECIPIENTS = 200
LONGEST_S = 120.0


async def fill_chat(fortress: Fortress, many: int, key: str) -> None:
    """Queue messages for one officer, who can get one a second."""
    storage = await open_storage(fortress.crowd.url, owner=False)
    try:
        async with storage.transaction() as uow:
            police = await uow.members.by_ref(CHANNEL, str(POLICE))
            assert police is not None, "settled before"
            now = datetime.now(UTC)
            rows = [
                NewDelivery(f"siege:{key}:{number}", police.address.id, Notice("reports-many"), now + timedelta(days=1))
                for number in range(many)
            ]
            await uow.deliveries.enqueue(rows, now)
    finally:
        await storage.close()


async def notice_seconds(fortress: Fortress) -> tuple[float, int]:
    """Return the seconds from the press until all have a P2, and the number who did not get it."""
    alert = await fortress.puts_forward(Severity.P2)
    pressed = await fortress.sends(alert)
    arrived = await fortress.all_arrived(pressed, fortress.shops, within=LONGEST_S)
    return max(arrived.values(), default=pressed + LONGEST_S) - pressed, len(fortress.shops) - len(arrived)


async def siege(directory: Path, database: str, url: str | None) -> AsyncIterator[Outcome]:
    """Run the siege with two hundred and with a thousand messages that wait for one chat."""
    async with besieged(directory, url, recipients=RECIPIENTS, members=2) as fortress:
        for waiting in CROWDS:
            calm_s, _ = await notice_seconds(fortress)
            await fortress.ask_until_quiet(but=POLICE)
            await fill_chat(fortress, waiting, str(waiting))
            await asyncio.sleep(3)
            notice_s, lost = await notice_seconds(fortress)
            outcome = Outcome("crowded-chat", database, {"waiting": waiting, "notice_s": round(notice_s, 2)})
            outcome.figures |= {"calm_s": round(calm_s, 2), "ratio": round(notice_s / calm_s, 2), "lost": lost}
            outcome.must(lost == 0, "everybody gets the notice")
            outcome.must(notice_s <= MOST_RATIO * calm_s, f"it takes at most {MOST_RATIO} times as long")
            await fortress.forget_waiting()
            yield outcome
