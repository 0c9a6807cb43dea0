"""Tests that the demo passes on the real source, and that its checks fail on each one-line breakage."""

import asyncio
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.demo.playground import without_settings
from tests.patience import PATIENCE

ROOT = Path(__file__).parents[2]
PACKAGES = ("alerts", "bot", "console", "playground", "storage", "texts")
DEMO_SECONDS = 3 * PATIENCE


@dataclass(frozen=True, slots=True)
class Breakage:
    """A breakage: one fragment of one file that is replaced, and the check of the story that must fail."""

    what: str
    file: str
    line: str
    broken: str
    caught_by: str


BREAKAGES = (
    Breakage(
        "the branch does not count in targeting",
        "storage/targeting.py",
        "own_branch = sa.or_(target.is_for_all_branches, target.includes(shops.c.branch))\n    any_branch",
        "own_branch = sa.true()\n    any_branch",
        "het voorbeeld telt",
    ),
    Breakage(
        "verification does not count",
        "storage/targeting.py",
        "return shops.c.verified_at.is_not(None), sa.or_(up_to, is_known)",
        "return sa.true(), sa.or_(up_to, is_known)",
        "het voorbeeld telt",
    ),
    Breakage(
        "the distance does not count",
        "storage/targeting.py",
        "return [sa.and_(*box, squared_chord(shops.c, centre.point) <= radius_m * radius_m), same_pc4]",
        "return [sa.true(), same_pc4]",
        "het voorbeeld telt",
    ),
    Breakage(
        "content protection is off",
        "alerts/tlp.py",
        "return not self.admits(Route.FORWARDING)",
        "return False",
        "doorsturen en bewaren staat bij iedereen uit",
    ),
    Breakage(
        "the farthest go first",
        "storage/outbox/queue.py",
        ".order_by(*(_row.c[name] for name in _IN_ORDER))",
        ".order_by(_row.c.priority, _row.c.distance_sq.desc(), _row.c.id)",
        "de dichtstbijzijnde winkels kregen het eerst",
    ),
    Breakage(
        "the number is not in the text",
        "texts/locales/nl/alert.ftl",
        "alert-number = { $number }",
        "alert-number = Bericht",
        "het bericht heeft een nummer",
    ),
    Breakage(
        "an alert never ends",
        "storage/alerts/alerts.py",
        "stored.c.state == AlertState.LIVE, stored.c.until <= now",
        "stored.c.state == AlertState.LIVE, sa.false()",
        "is afgelopen",
    ),
    Breakage(
        "what is over is sent all the same",
        "bot/outgoing/policy_check.py",
        "(one, verdict(one, now, is_time_doubted=is_doubted)) for one in asked",
        "(one, None if isinstance(said := verdict(one, now), Drop) else said) for one in claimed",
        "na afloop krijgt niemand het nog",
    ),
    Breakage(
        "Gelezen is not counted",
        "storage/alerts/alerts.py",
        "return int((await self._transaction.one(count)).n)",
        "return int((await self._transaction.one(count)).n * 0)",
        "did not see",
    ),
    Breakage(
        "the counting message stands still",
        "alerts/services/alert/report_progress.py",
        "if card is not None and not",
        "if False and not",
        "did not see",
    ),
    Breakage(
        "the guard lets everything through",
        "alerts/guard/__init__.py",
        "found = [one for one in _all(text) if one.kind not in allowed]",
        "found: list[Found] = []",
        "een kenteken wordt meteen geweigerd",
    ),
    Breakage(
        "anybody may write an alert",
        "bot/conversation/request.py",
        "if not await self.may(action, about):\n            raise NotAllowed",
        "if False:\n            raise NotAllowed",
        "een juwelier mag geen bericht opstellen",
    ),
    Breakage(
        "a city marshal may approve",
        "alerts/role.py",
        "Action.APPROVE_ALERT: frozenset({Role.POLICE}),",
        "Action.APPROVE_ALERT: _POLICE_AND_MARSHAL,",
        "niet goedkeuren",
    ),
    Breakage(
        "the reporter hears nothing",
        "alerts/services/report/record_step.py",
        "if report.member_id is None or step in _NO_NEWS or not is_told:",
        "if True:",
        "did not see",
    ),
    Breakage(
        "a draft from a report is empty",
        "alerts/services/alert/start_from_report.py",
        "words=what,",
        "words=None,",
        "did not see",
    ),
    Breakage(
        "a group reads everything",
        "bot/render/alert_in_chat.py",
        "    if reads_text:\n",
        "    if True:\n",
        "maar één regel",
    ),
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A copy of the program, which a test may break."""
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package)
    return tmp_path


async def test_the_demo_passes_on_the_real_source(source: Path) -> None:
    """The demo passes, leaves no files behind, and reads neither the operator's `.env` nor their environment."""
    settings = "WEES_ALERT_TELEGRAM_API_URL=no address\nWEES_ALERT_BROADCAST_RATE=-1\n"
    (source / ".env").write_text(settings, encoding="utf-8")
    code, told = await play(source, WEES_ALERT_DATABASE_URL="sqlite:///elsewhere.db", WEES_ALERT_TIMEZONE="Nowhere")
    assert code == 0, told
    assert "alles goed" in told
    assert "FOUT" not in told
    assert sorted([".env", *PACKAGES]) == _names_in(source)


@pytest.mark.parametrize("breakage", BREAKAGES, ids=lambda breakage: breakage.what)
async def test_the_demo_fails_when(breakage: Breakage, source: Path) -> None:
    """The demo exits with 1 and one line that names the failed check."""
    path = source / breakage.file
    text = path.read_text(encoding="utf-8")
    assert text.count(breakage.line) == 1, f"{breakage.file} has changed; name the line anew"
    path.write_text(text.replace(breakage.line, breakage.broken), encoding="utf-8")
    code, told = await play(source)
    assert code == 1, told
    failing = [line for line in told.splitlines() if "FOUT" in line]
    assert len(failing) == 1, told
    assert breakage.caught_by in failing[0]


def _names_in(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.iterdir())


async def play(source: Path, *arguments: str, **settings: str) -> tuple[int | None, str]:
    """Run the demo on this source, and return its exit code and output."""
    environment = {**without_settings(os.environ), "PYTHONPATH": str(source), **settings}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--once", *arguments),
        cwd=source,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        async with asyncio.timeout(DEMO_SECONDS):
            told = (await process.communicate())[0].decode()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return process.returncode, told
