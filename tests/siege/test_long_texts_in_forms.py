"""Test of long texts in forms, in short and with real processes: a P1 is sent meanwhile, and each text is answered."""

from pathlib import Path

from tests.siege.conftest import Database
from tests.siege.fortress import besieged
from tests.siege.long_texts import LONGEST, long_texts

RECIPIENTS, PEOPLE = 30, 6


async def test_a_p1_reaches_everybody_while_members_send_the_longest_texts(tmp_path: Path, database: Database) -> None:
    """A P1 reaches everybody while members, each in a form that takes text, send texts of the greatest length."""
    async with besieged(tmp_path, database.url, recipients=RECIPIENTS, members=PEOPLE) as fortress:
        outcome = await long_texts(fortress, database.name, fortress.members, "members", length=LONGEST)
        assert outcome.figures["lost"] == 0
        texts = await fortress.ask("SELECT count(*) FROM updates WHERE state = 'set_aside'")
        assert texts == [0]
