"""Test of the restore drill of docs/operations.md: a backup of a running bot is put back, and everything goes on."""

import asyncio
import os
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from bot.demo.playground import TOKEN, without_settings
from tests.faults.crowd import DATABASE, FIRST_SHOP
from tests.faults.scene import Scene, a_scene, eventually
from tests.faults.stand_in import ROOT
from tests.patience import PATIENCE

BACKUP = "backup.db"
SLOWLY = 10  # messages per second: the fan-out is still under way when the backup has been made


async def _command(scene: Scene, *arguments: str) -> str:
    """Return the output of a `wees-alert` command that runs beside the bot."""
    settings = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": scene.program.api_url}
    prefixed = {f"WEES_ALERT_{name}": value for name, value in settings.items()}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *arguments),
        cwd=scene.program.directory,
        env={**without_settings(os.environ), "PYTHONPATH": str(ROOT), **prefixed},
        stdout=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(PATIENCE):
        return (await process.communicate())[0].decode()


def _states(file: Path, alert: int) -> Mapping[int, str]:
    """Return the state of each delivery in this file, by chat, and check that the file is intact."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        assert [("ok",)] == database.execute("PRAGMA integrity_check").fetchall()
        rows = database.execute(
            "SELECT a.ref, d.state FROM deliveries d JOIN addresses a ON a.id = d.address_id"
            " WHERE d.alert_id = ? AND d.revision_id IS NOT NULL",
            [alert],
        )
        return {int(ref): state for ref, state in rows}


def _asks_for_help(number: int) -> dict[str, object]:
    person = {"id": FIRST_SHOP, "is_bot": False, "first_name": "Iemand", "language_code": "nl"}
    message = {
        "message_id": number,
        "date": 1,
        "chat": {"id": FIRST_SHOP, "type": "private"},
        "from": person,
        "text": "/hulp",
        "entities": [{"type": "bot_command", "offset": 0, "length": 5}],
    }
    return {"update_id": number, "message": message}


async def test_a_backup_is_put_back_and_the_bot_goes_on(tmp_path: Path) -> None:
    """Shops whose delivery waited at the backup get the notice, twice at most, nobody else gets it again, and updates
    are handled."""
    async with a_scene(tmp_path, recipients=600, rate=SLOWLY) as scene:
        alert = await scene.crowd.warn()
        await scene.program.start()
        await scene.sent(10)
        assert f"Backup written to {BACKUP}" in await _command(scene, "backup", BACKUP)
        then = _states(tmp_path / BACKUP, alert)
        await scene.sent(sum(state == "sent" for state in then.values()) + 20)
        await scene.program.kill()
        before = await scene.stand_in.heard(scene.crowd.chats)

        (tmp_path / BACKUP).replace(tmp_path / DATABASE)
        for leftover in (f"{DATABASE}-wal", f"{DATABASE}-shm"):
            (tmp_path / leftover).unlink(missing_ok=True)
        scene.program.settings = {**scene.program.settings, "BROADCAST_RATE": "1000", "OVERALL_RATE": "1000"}
        since = len(scene.program.lines)
        await scene.program.start()
        await scene.stand_in.tell(_asks_for_help(7))
        await scene.program.line(
            lambda line: line.get("event") == "update_handled" and line["update_id"] == 7, "the new update", since=since
        )
        await scene.settled(alert)
        await eventually(lambda: _is_reported(tmp_path / DATABASE, alert), "the final count is there")
        findings = (await _command(scene, "doctor")).splitlines()

        after = await scene.stand_in.heard(scene.crowd.chats)
        after[FIRST_SHOP] -= 1  # the help
        assert {chat: 1 if then[chat] == "sent" else before[chat] + 1 for chat in then} == after
        assert 0 < sum(times == 2 for times in after.values()), "something went out after the backup"
        assert set(_states(tmp_path / DATABASE, alert).values()) == {"sent"}
        expected = ("clock", "administrator")  # the clock of a stand-in, and a town without an administrator
        assert [] == [line for line in findings if not line.startswith("ok") and line.split()[1][:-1] not in expected]
        assert any(line.startswith("ok    receiving: the bot polls") for line in findings)


def _is_reported(file: Path, alert: int) -> bool:
    with closing(sqlite3.connect(file)) as database:
        query = "SELECT count(*) FROM audit WHERE action = 'alert.delivered' AND entity_id = ?"
        return bool(database.execute(query, [alert]).fetchone()[0])
