"""Queue watch: whether anything in the outbox waits longer than it should, and how much waits, by class.

A long wait is excused only by the rate: when enough deliveries of the same or a higher priority arrived meanwhile.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from alerts.delivery import Priority
from alerts.ports import UnitOfWork
from bot.metrics import Meter
from bot.telegram_api.send_queue import SendClass, class_of
from bot.telegram_api.wait_times import WaitTimes

LATE_P1_SECONDS = 30.0
LATE_SECONDS = 300.0
FLOW_SECONDS = 60.0  # over which arrivals are counted that excuse what is not a P1
BUSY_PART = 0.5  # of its share of the rate: a process that sends so much is not stuck, but has much to send
_CLASSES = {one: tuple(each for each in Priority if class_of(each) is one) for one in SendClass}


@dataclass(frozen=True, slots=True)
class QueueState:
    """The state of the queue at one moment. `due`: by priority, when the oldest delivery that can go next became due;
    `late_p1`: when the oldest P1 that is late became due; `misdated`: deliveries with a time from a wrong clock."""

    at: datetime
    due: Mapping[Priority, datetime]
    late_p1: datetime | None
    misdated: int = 0

    def due_seconds(self, priorities: Iterable[Priority] = tuple(Priority)) -> float:
        """Return for how many seconds the oldest delivery of these priorities is due; 0 when none is."""
        oldest = [self.due[one] for one in priorities if one in self.due]
        return max(0.0, (self.at - min(oldest)).total_seconds()) if oldest else 0.0

    @property
    def p1_seconds(self) -> float:
        """For how many seconds the oldest late delivery of a P1 waits; 0 when none is late."""
        return 0.0 if self.late_p1 is None else (self.at - self.late_p1).total_seconds()


async def queue_state(uow: UnitOfWork, now: datetime) -> QueueState:
    """Read the state of the queue: a few rows of an index each, however much waits."""
    late = await uow.deliveries.late_p1(now, now - timedelta(seconds=LATE_P1_SECONDS))
    return QueueState(now, await uow.deliveries.due(now), late, await uow.deliveries.misdated(now))


def p1_problem(state: QueueState, meter: Meter, share: float) -> str:
    """Return what is wrong with a P1; empty when all is well. A P1 to many takes its time, and is then sent at the full
    rate."""
    flows = meter.arrived.rate((Priority.P1,), LATE_P1_SECONDS) >= BUSY_PART * share
    return "" if state.late_p1 is None or flows else f"a P1 waits for {state.p1_seconds:.0f} seconds"


def due_problem(state: QueueState, meter: Meter, share: float) -> str:
    """Return what is wrong with the other priorities; empty when all is well, or the rate is used for what goes
    first."""
    in_order = sorted(Priority)
    for place, priority in enumerate(in_order, 1):
        seconds = state.due_seconds((priority,))
        is_busy = meter.arrived.rate(in_order[:place], FLOW_SECONDS) >= BUSY_PART * share
        if seconds > LATE_SECONDS and not is_busy:
            return f"something is due for {seconds:.0f} seconds"
    return misdated_words(state.misdated) if state.misdated else ""


def misdated_words(count: int) -> str:
    """Return the sentence for the operator: so many deliveries have a time from a wrong clock, and what to do."""
    return f"{count} or more deliveries wait for a time that a wrong clock gave them: set the machine's clock (NTP)"


async def count_classes(uow: UnitOfWork, waits: WaitTimes) -> dict[str, float]:
    """Count what waits of each class, in the database and in memory; reads all rows that wait."""
    of_priority = await uow.deliveries.waiting_by_priority()
    return {one.label: sum(of_priority[each] for each in _CLASSES[one]) + waits.count(one) for one in SendClass}


def next_due(state: QueueState, waits: WaitTimes) -> dict[str, float]:
    """Return for how many seconds the next delivery of each class is due, in the database or in memory."""
    return {one.label: max(state.due_seconds(_CLASSES[one]), waits.longest(one)) for one in SendClass}


def nobody_knows() -> dict[str, float]:
    """Return NaN as the figure of each class, for when the database does not answer."""
    return dict.fromkeys((one.label for one in SendClass), math.nan)
