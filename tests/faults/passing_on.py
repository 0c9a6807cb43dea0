"""Fault story of reports that nobody took: the program is killed while it passes them on."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from alerts.area import Place
from alerts.ids import PremisesId
from alerts.report import NewReport, ReportContent, ReportKind
from alerts.services.report.submit_report import submit_report
from bot.conversation.chat import CHANNEL
from storage import open_storage
from tests.faults.crowd import ZONE, Crowd
from tests.faults.finding import Finding
from tests.faults.scene import a_scene, eventually

LONGEST_RUN_S = 0.4  # between a start and the next kill
LATE = timedelta(minutes=10)  # for how long the reports have waited
_LEFT = "SELECT count(*) FROM report_clocks"
_STEPS = "SELECT report_id, count(*) FROM report_events WHERE kind = 'sent_again' GROUP BY report_id"
_TOLD = "SELECT count(*) FROM deliveries WHERE notice_view IN ('report-card', 'report-untaken') AND operation = 'send'"
_OPEN = "SELECT count(*) FROM deliveries WHERE state IN ('queued', 'sending')"


async def kill_passing_on(directory: Path, *, reports: int, kills: int) -> Finding:
    """The program is killed with kill -9 at random moments while robberies that nobody took go to a coordinator who
    came later; each goes there once, and none is forgotten."""
    finding = Finding("kill-passing-on", {"reports": reports, "lost": 0, "repeats": 0})
    chance = Random(kills)
    async with a_scene(directory, recipients=reports, delay_s=0) as scene:
        await _report_late(scene.crowd, reports)
        for _ in range(kills):
            await scene.program.start()
            await asyncio.sleep(chance.uniform(0, LONGEST_RUN_S))
            await scene.program.kill()
            ((left,),) = scene.crowd.ask_after_kill(_LEFT)
            steps = scene.crowd.ask_after_kill(_STEPS)
            finding.must(left + len(steps) == reports, f"{left} that wait and {len(steps)} that were sent are all")
            finding.add(kills=1)
        await scene.program.start()
        await eventually(lambda: scene.crowd.ask(_LEFT) == [(0,)], "no clock is left", within=120)
        await eventually(lambda: scene.crowd.ask(_OPEN) == [(0,)], "every message is settled", within=120)
        steps, ((told,),) = scene.crowd.ask(_STEPS), scene.crowd.ask(_TOLD)
        finding.add(sent=told, lost=reports - len(steps), repeats=sum(times - 1 for _, times in steps))
        finding.must(told == reports, f"one message is queued for each of {reports} reports, not {told} in all")
    finding.must(finding.count("lost") == 0, "no clock is forgotten")
    finding.must(finding.count("repeats") == 0, "no report is passed on twice")
    return finding


async def _report_late(crowd: Crowd, reports: int) -> None:
    """Store a robbery at each shop, ten minutes ago."""
    storage = await open_storage(crowd.url, owner=True)
    then = datetime.now(UTC) - LATE
    try:
        async with storage.transaction() as uow:
            for chat in crowd.chats[:reports]:
                member = await uow.members.by_ref(CHANNEL, str(chat))
                assert member is not None, "settled before"
                new = NewReport(
                    ReportKind.ROBBERY,
                    ReportContent(),
                    Place("2903"),
                    member.id,
                    PremisesId(int(member.id)),
                    is_confirmed=True,
                )
                await submit_report(uow, new, then, zone=ZONE)
    finally:
        await storage.close()
