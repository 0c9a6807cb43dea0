"""Test of half-open connections, in short and with real processes."""

from pathlib import Path

from tests.faults.program import webhook_settings
from tests.siege.conftest import Database
from tests.siege.fortress import besieged
from tests.siege.half_open import hold_out

CONNECTIONS = 260  # more than a port keeps open


async def test_connections_that_are_held_keep_nobody_out(tmp_path: Path, database: Database) -> None:
    """The health page and members are answered, and a P1 that is approved by webhook reaches everybody."""
    settings = webhook_settings()
    async with besieged(tmp_path, database.url, recipients=20, members=5, **settings) as fortress:
        port = int(str(settings["webhook_port"]))
        outcome = await hold_out(fortress, database.name, connections=CONNECTIONS, port=port)
        assert outcome.figures["lost"] == 0
