"""Fault stories of refusals by Telegram for one chat: blocked, moved, or a text that it does not accept."""

from collections import Counter
from pathlib import Path

from tests.faults.crowd import GROUP_CHAT
from tests.faults.finding import Finding
from tests.faults.scene import Scene, a_scene, eventually
from tests.faults.stand_in import start_update

MOVED_TO = -1_001_000
BLOCKED, BAD_REQUEST = 403, 400


async def blocked(directory: Path, *, recipients: int) -> Finding:
    """One in ten blocked the bot: each is tried once, and again only after /start."""
    finding = Finding("blocked", {"recipients": recipients})
    async with a_scene(directory, recipients=recipients) as scene:
        gone = list(scene.crowd.chats)[::10]
        await scene.stand_in.set(blocked=gone)
        await scene.program.start()
        await _send_to_all(scene)
        finding.must(Counter(gone) == await _tries(scene, BLOCKED), "each who blocked the bot is tried once")
        finding.must(_inactive(scene) == len(gone), "their addresses are inactive")
        await _send_to_all(scene)
        finding.must(Counter(gone) == await _tries(scene, BLOCKED), "they are not tried again")

        await scene.stand_in.set(blocked=[])
        await scene.stand_in.tell(*(start_update(chat, number) for number, chat in enumerate(gone, start=1)))
        await eventually(lambda: _inactive(scene) == 0, "who came back is active again")
        await scene.program.terminate()  # after all answers to them were sent
        await scene.stand_in.forget()
        await scene.program.start()
        await _send_to_all(scene)
        await scene.count(finding)
    finding.must(finding.figures["lost"] == 0, "who came back has the next alert")
    finding.must(finding.figures["repeats"] == 0, "once")
    return finding


async def migrated(directory: Path, *, recipients: int) -> Finding:
    """The chat of a KVO group became a supergroup, which the bot learns when it sends."""
    finding = Finding("migrated", {"recipients": recipients})
    async with a_scene(directory, recipients=recipients) as scene:
        await scene.crowd.settle_group()
        await scene.stand_in.set(migrate={GROUP_CHAT: MOVED_TO})
        await scene.program.start()
        await _send_to_all(scene)
        heard = await scene.stand_in.heard([GROUP_CHAT, MOVED_TO])
        finding.must(heard == {GROUP_CHAT: 0, MOVED_TO: 1}, f"the moved chat has it once, not {heard}")
        await scene.count(finding)
    finding.must(finding.figures["lost"] == 0, "everybody else has it")
    finding.must(finding.figures["repeats"] == 0, "once")
    return finding


async def bad_request(directory: Path, *, recipients: int) -> Finding:
    """Telegram refuses the text for one recipient."""
    finding = Finding("bad-request", {"recipients": recipients})
    async with a_scene(directory, recipients=recipients) as scene:
        refused = scene.crowd.chats[recipients // 2]
        await scene.stand_in.set(bad=[refused])
        await scene.program.start()
        alert = await _send_to_all(scene)
        finding.must({refused: 1} == await _tries(scene, BAD_REQUEST), "it is tried once")
        recorded = scene.crowd.ask(
            "SELECT a.ref, d.reason, d.detail FROM deliveries d JOIN addresses a ON a.id = d.address_id"
            " WHERE d.alert_id = ? AND d.revision_id IS NOT NULL AND d.state = 'failed'",
            alert,
        )
        said = [(ref, reason, "not enough rights" in str(detail).lower()) for ref, reason, detail in recorded]
        finding.must(said == [(str(refused), "refused", True)], f"it is recorded with its text, not as {recorded}")
        await scene.count(finding)
    finding.must(finding.figures["lost"] == 1, "everybody else has it")
    finding.must(finding.figures["repeats"] == 0, "once")
    finding.figures |= {"refused": 1, "lost": 0}
    return finding


async def _send_to_all(scene: Scene) -> int:
    """Approve an alert, wait until none of its deliveries is open, and return its id."""
    alert = await scene.crowd.warn()
    await scene.settled(alert)
    return alert


async def _tries(scene: Scene, code: int) -> Counter[int]:
    return Counter(chat for chat, refused_with in await scene.stand_in.refused() if refused_with == code)


def _inactive(scene: Scene) -> int:
    ((count,),) = scene.crowd.ask("SELECT count(*) FROM addresses WHERE NOT is_active")
    assert isinstance(count, int)
    return count
