"""Test that one alert can be followed in the log by its id, without anything that people wrote or are."""

import json
from pathlib import Path

import pytest

from bot.logs import log_recorded, set_up_logs
from storage import open_storage
from tests.bot import reporting
from tests.bot.police import jeweller, send_alone, to_preview
from tests.bot.town import Town, open_town

pytestmark = pytest.mark.usefixtures("own_logs")


async def _story(town: Town) -> None:
    """Let a shop sign up and report, the police send an alert, and a person press a button that is not theirs."""
    police = await town.coordinator(900)
    shop = await jeweller(town, 1, police)
    await reporting.reports(shop)
    await to_preview(police)
    await send_alone(police)
    await shop.presses("approve:1:1")
    await shop.types("Een zwarte Golf, kenteken 12-ABC-3")
    await town.deliver()


async def test_one_alert_can_be_followed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each line has ids, and no line has a text, a postcode of a shop, a name, a chat or the token."""
    set_up_logs("json", "debug")
    async with open_town(tmp_path) as town:
        heard = await open_storage(f"sqlite:///{tmp_path / 'town.db'}", owner=False, on_record=log_recorded)
        town.storage.transaction = heard.transaction  # type: ignore[method-assign]
        try:
            await _story(town)
        finally:
            await heard.close()
        said = [bubble.text for person in (1, 900) for bubble in town.person(person).bubbles]
    logged = capsys.readouterr().err
    lines = [json.loads(line) for line in logged.splitlines()]
    about = [line["event"] for line in lines if line.get("alert") == 1]
    assert ["alert.drafted", "alert.sent_sole_on_duty", "alert.published"] == about
    [published] = [line for line in lines if line["event"] == "alert.published"]
    assert 1 == published["recipients"]
    handled = [line for line in lines if line["event"] == "update_handled"]
    assert handled
    assert all({"update_id", "milliseconds", "level", "timestamp", "event"} == set(line) for line in handled)
    secrets = ("2903", "Goud", "Parel", "Golf", "12-ABC-3", "scooter", "Iemand", "x" * 35)
    assert [] == [word for word in (*secrets, *map(str, (1_000_001, 1_000_900)), *said) if word in logged]
