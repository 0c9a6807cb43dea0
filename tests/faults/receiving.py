"""Stories of updates that come in: members report while the program is killed."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import monotonic

from alerts.report import Signal
from bot.demo.cast import Words
from bot.demo.phone import Phone, Seen
from bot.demo.playground import Playground, running_playground
from tests.faults.crowd import POLICE, Crowd
from tests.faults.finding import Finding
from tests.faults.program import HOST, Program, a_program, free_port
from tests.faults.scene import a_scene, eventually
from tests.faults.stand_in import start_update

WITHIN = 60.0  # seconds that an answer may take, with kills in between
LONGEST_RUN_S = 0.3  # between the first update after a start and the next kill
NOTICED_S = 90  # within so many seconds a poller that hangs must be noticed
SIGNALS = (Signal.PHOTOS, Signal.LOOKOUT)


@dataclass(slots=True)
class Reporter:
    """A member who reports over and over: what was done, by update, and the numbers on the receipts."""

    phone: Phone
    words: Words
    acts: list[int] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)

    async def report_until(self, enough: asyncio.Event) -> None:
        """At least one report, and no new one after that moment."""
        while True:
            await self._report()
            if enough.is_set():
                return

    async def _report(self) -> None:
        words = self.words
        self.acts.append(await self.phone.type("/melding"))
        await self._tap_when_asked("report-safety-safe")
        await self._tap_when_asked("report-kind-reconnaissance")
        await self.phone.expect(words("report-ask-signals"), WITHIN)
        for signal in SIGNALS:
            label = words(f"signal-{signal}")
            self.acts.append(await self.phone.tap(label))
            await self.phone.expect(_has(f"✓ {label}"), WITHIN)
        self.acts.append(await self.phone.tap(words("report-send")))
        receipt = await self.phone.expect(self._is_new_receipt, WITHIN)
        self.numbers.append(_number(receipt))

    async def _tap_when_asked(self, choice: str) -> None:
        label = self.words(choice)
        await self.phone.expect(_has(label), WITHIN)
        self.acts.append(await self.phone.tap(label))

    def _is_new_receipt(self, seen: Seen) -> bool:
        return "Ontvangen" in seen.text and _number(seen) not in self.numbers


async def kill_receive(directory: Path, *, members: int, kills: int, by_webhook: bool = False) -> Finding:
    """kill -9 at random moments while members report by tapping and typing; updates are fetched, or brought."""
    finding = Finding("kill-webhook" if by_webhook else "kill-receive", {"kills": 0, "members": members, "hits": 0})
    crowd = Crowd(directory, members)
    await crowd.settle()
    settings = {**_FAST, **(_webhook() if by_webhook else {})}
    async with running_playground() as playground, a_program(directory, playground.url, **settings) as program:
        reporters = await _reporters(playground, crowd)
        enough = asyncio.Event()
        async with asyncio.TaskGroup() as reporting:
            for one in reporters:
                reporting.create_task(one.report_until(enough))
            await _kill_often(program, crowd, finding, kills)
            enough.set()
            await program.start()
        await eventually(lambda: _stored(crowd)[1] == 0, "every update is handled")
        await program.terminate()
        _must_be_stored(finding, crowd, reporters)
    return finding


_STORED = "SELECT count(*), count(*) FILTER (WHERE state = 'pending') FROM updates"
_FAST = {"broadcast_rate": 1000, "overall_rate": 1000}


def _webhook() -> dict[str, object]:
    port = free_port()
    return {
        "webhook_url": f"http://{HOST}:{port}/updates",
        "webhook_port": port,
        "webhook_secret": "of-no-value_outside-tests",
    }


async def _reporters(playground: Playground, crowd: Crowd) -> list[Reporter]:
    people = [{"id": chat, "first_name": f"Winkel {chat}", "started": True} for chat in (*crowd.chats, POLICE)]
    await playground.post("users/bulk", users=people)
    words = Words()
    return [Reporter(Phone(playground, chat, f"Winkel {chat}"), words) for chat in crowd.chats]


async def silent_polls(directory: Path) -> Finding:
    """Telegram takes polls and never answers them: it is noticed, shown, and over when Telegram answers again."""
    finding = Finding("silent-polls")
    async with a_scene(directory, recipients=1) as scene:
        await scene.program.start()
        await eventually(lambda: _receives(scene.program, is_ok=True), "it polls")
        await scene.stand_in.set(is_silent=True)
        began = monotonic()
        await eventually(lambda: _receives(scene.program, is_ok=False), "it shows", within=2 * NOTICED_S)
        finding.figures |= {"noticed_s": round(monotonic() - began), "bound": NOTICED_S}
        finding.must(monotonic() - began <= NOTICED_S, f"it is noticed within {NOTICED_S} seconds")
        await scene.program.logged("not_receiving")
        await scene.stand_in.set(is_silent=False)
        await eventually(lambda: _receives(scene.program, is_ok=True), "it polls again")
        (chat,) = scene.crowd.chats
        await scene.stand_in.tell(start_update(chat, 1))
        await eventually(lambda: _stored(scene.crowd) == (1, 0), "what came afterwards is handled")
    return finding


async def _receives(program: Program, *, is_ok: bool) -> bool:
    return is_ok is (await program.health())["checks"]["receiving"]["ok"]


async def _kill_often(program: Program, crowd: Crowd, finding: Finding, kills: int) -> None:
    chance, before = Random(kills), 0
    for _ in range(kills):
        await program.start()
        await eventually(lambda before=before: _stored(crowd)[0] > before, "an update comes in")  # type: ignore[misc]
        await asyncio.sleep(chance.uniform(0, LONGEST_RUN_S))
        await program.kill()
        ((before, pending),) = crowd.ask_after_kill(_STORED)
        finding.add(kills=1, hits=int(pending > 0))


def _must_be_stored(finding: Finding, crowd: Crowd, reporters: list[Reporter]) -> None:
    acts = sorted(act for one in reporters for act in one.acts)
    states = Counter(crowd.ask("SELECT update_id, state FROM updates"))
    finding.must(states == Counter((act, "done") for act in acts), "every update is stored once, and done")
    sent = sorted(number for one in reporters for number in one.numbers)
    stored = sorted(str(number) for (number,) in crowd.ask("SELECT number FROM reports"))
    finding.must(sent == stored, "every report that was sent is stored, and no other; each has a receipt")
    signals = Counter(crowd.ask("SELECT report_id, signal FROM report_signals"))
    # A tap that counted twice would have taken its signal back.
    finding.must(len(signals) == len(SIGNALS) * len(sent), "every tap on a signal counted once")
    finding.figures |= {"updates": len(acts), "sent": len(sent), "stored": len(stored)}
    finding.figures["lost"] = len(set(sent) - set(stored))


def _stored(crowd: Crowd) -> tuple[int, int]:
    """How many updates there are, and how many of them wait."""
    ((stored, pending),) = crowd.ask(_STORED)
    return stored, pending


def _has(label: str) -> Callable[[Seen], bool]:
    return lambda seen: any(label in one for one in seen.labels)


def _number(seen: Seen) -> str:
    return next(word.strip(".,") for word in seen.text.split() if word.startswith("M-"))
