"""Members who report over and over, and the check of what must be stored of it in the end."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from alerts.report import Signal
from bot.demo.cast import Words
from bot.demo.phone import Phone, Seen
from bot.demo.playground import Playground
from tests.faults.crowd import POLICE, Crowd
from tests.faults.finding import Finding

WITHIN = 180.0  # seconds that an answer may take, with kills in between
SIGNALS = (Signal.PHOTOS, Signal.INTEREST_LAYOUT)
MANY_SIGNALS = (*SIGNALS, Signal.QUESTIONS_SECURITY, Signal.NO_PURCHASE_LOOP)  # for taps at the same time


@dataclass(slots=True)
class Reporter:
    """A member who reports over and over; it stores what it did, by update, and the numbers on the receipts."""

    phone: Phone
    words: Words
    signals: tuple[Signal, ...] = SIGNALS
    acts: list[int] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)

    async def report_until(self, enough: asyncio.Event) -> None:
        """Make at least one report, and no new one after that moment."""
        while True:
            await self._report()
            if enough.is_set():
                return

    async def _report(self) -> None:
        await self.begin()
        for signal in self.signals:
            await self._tap_signals(signal)
            await self._expect_ticked(signal)
        await self._tap_send()

    async def begin(self) -> None:
        """Go to the question of what was seen."""
        self.acts.append(await self.phone.type("/melding"))
        await self._tap_when_asked("report-safety-safe")
        await self._tap_when_asked("report-kind-reconnaissance")
        await self.phone.expect(self.words("report-ask-signals"), WITHIN)

    async def tap_signals(self) -> None:
        """Tap every signal without waiting in between."""
        await self._tap_signals(*self.signals)

    async def send(self) -> None:
        """Wait until every signal is ticked, send the report and get the receipt."""
        await self._expect_ticked(*self.signals)
        await self._tap_send()

    async def _tap_signals(self, *signals: Signal) -> None:
        for signal in signals:
            self.acts.append(await self.phone.tap(self.words(f"signal-{signal}")))

    async def _expect_ticked(self, *signals: Signal) -> None:
        ticked = [f"✓ {self.words(f'signal-{signal}')}" for signal in signals]
        await self.phone.expect(lambda seen: all(_has(one)(seen) for one in ticked), WITHIN)

    async def _tap_send(self) -> None:
        self.acts.append(await self.phone.tap(self.words("report-send")))
        receipt = await self.phone.expect(self._is_new_receipt, WITHIN)
        self.numbers.append(_number(receipt))

    async def _tap_when_asked(self, choice: str) -> None:
        label = self.words(choice)
        await self.phone.expect(_has(label), WITHIN)
        self.acts.append(await self.phone.tap(label))

    def _is_new_receipt(self, seen: Seen) -> bool:
        return "Ontvangen" in seen.text and _number(seen) not in self.numbers


async def reporters_of(crowd: Crowd, playground: Playground, signals: tuple[Signal, ...] = SIGNALS) -> list[Reporter]:
    """Return a reporter for everybody of the crowd, known to the stand-in too."""
    people = [{"id": chat, "first_name": f"Winkel {chat}", "started": True} for chat in (*crowd.chats, POLICE)]
    await playground.post("users/bulk", users=people)
    words = Words()
    return [Reporter(Phone(playground, chat, f"Winkel {chat}"), words, signals) for chat in crowd.chats]


def must_be_stored(
    finding: Finding, crowd: Crowd, reporters: list[Reporter], tapped: tuple[Signal, ...] = SIGNALS
) -> None:
    """Check that every act is stored once, every report once, and no other."""
    acts = sorted(act for one in reporters for act in one.acts)
    states = Counter(crowd.ask("SELECT update_id, state FROM updates"))
    finding.must(states == Counter((act, "done") for act in acts), "every update is stored once, and done")
    sent = sorted(number for one in reporters for number in one.numbers)
    stored = sorted(str(number) for (number,) in crowd.ask("SELECT number FROM reports"))
    finding.must(sent == stored, "every report that was sent is stored, and no other; each has a receipt")
    signals = Counter(crowd.ask("SELECT report_id, signal FROM report_signals"))
    # A tap that counted twice would have taken its signal back.
    finding.must(len(signals) == len(tapped) * len(sent), "every tap on a signal counted once")
    finding.figures |= {"updates": len(acts), "sent": len(sent), "stored": len(stored)}
    finding.figures |= {"lost": len(set(sent) - set(stored)), "repeats": len(stored) - len(set(stored) & set(sent))}


def _has(label: str) -> Callable[[Seen], bool]:
    return lambda seen: any(label in one for one in seen.labels)


def _number(seen: Seen) -> str:
    return next(word.strip(".,") for word in seen.text.split() if word.startswith("M-"))
