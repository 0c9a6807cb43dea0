"""Test of a full chat, in short and with real processes: deliveries to others do not wait for it."""

from pathlib import Path

from alerts.severity import Severity
from tests.faults.crowd import POLICE
from tests.siege.conftest import Database
from tests.siege.crowded_chat import fill_chat
from tests.siege.fortress import besieged

WAITING, RECIPIENTS = 150, 40


async def test_a_notice_goes_past_a_chat_that_is_full(tmp_path: Path, database: Database) -> None:
    """When everybody else has the notice, most of the hundred and fifty messages for the full chat still wait."""
    async with besieged(tmp_path, database.url, recipients=RECIPIENTS, members=1) as fortress:
        await fill_chat(fortress, WAITING, "test")
        alert = await fortress.puts_forward(Severity.P2)
        pressed = await fortress.sends(alert)
        arrived = await fortress.all_arrived(pressed, fortress.shops)
        assert len(arrived) == RECIPIENTS
        last = max(arrived.values())
        in_chat = [at for at, chat in await fortress.stand_in.times() if chat == POLICE and at <= last]
        assert len(in_chat) <= WAITING // 2
        assert [] == await fortress.stand_in.refused()
