"""The gate: what one person may send at once, so that who floods the bot makes nobody else wait.

Pure arithmetic over monotonic seconds. What is beyond it is stored as limited, without its body: that is its effect.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from alerts.ports import RawUpdate
from bot.limiter import Bucket

# A form with every box ticked and unticked again is some 40 presses, and nobody ticks faster than two in a second. It
# is also twice what one chat is answered in a second, so that who waits for answers is never limited.
BURST = 40
PER_ANSWER = 2.0
# What waits in one private chat: more than 40 answers behind, nobody reads them.
MOST_WAITING = 40
# The emergency card comes beside all that; when it does not, it stands right above.
HELP_BURST, HELP_RATE = 3, 0.1
TOLD_SECONDS = 60.0  # one line about it in so long
_HELP = ("/hulp", "/help")
_SENDERS_KEPT = 10_000

Update = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update with who sent it where; `sender` is None for what the platform itself tells."""

    row: RawUpdate
    sender: str | None = None
    is_help: bool = False
    is_private: bool = False


@dataclass(frozen=True, slots=True)
class Sorted:
    """What goes in, what is limited, and of which of those the sender is told."""

    let_in: Sequence[RawUpdate]
    limited: Sequence[RawUpdate]
    told: Sequence[RawUpdate]
    _after: Mapping[str, "_Allowance"]


@dataclass(slots=True)
class _Allowance:
    bucket: Bucket
    help: Bucket = field(default_factory=lambda: Bucket(HELP_RATE, HELP_BURST))
    told_at: float | None = None


class Gate:
    """Sorts what arrives. It counts only when it is on disk, as what could not be stored comes again."""

    def __init__(self, chat_rate: float, waiting: Callable[[str], int], burst: int = BURST) -> None:
        """`chat_rate`: answers per second in one chat; `waiting`: how many updates wait in a lane."""
        self._rate = PER_ANSWER * chat_rate
        self._burst = burst
        self._waiting = waiting
        self._allowances: dict[str, _Allowance] = {}

    def sort(self, arrivals: Sequence[Arrival], now: float) -> Sorted:
        """In the order given. Nothing is counted yet."""
        after: dict[str, _Allowance] = {}
        let_in: list[RawUpdate] = []
        limited: list[RawUpdate] = []
        told: list[RawUpdate] = []
        ahead: dict[str, int] = {}
        for one in arrivals:
            lane = one.row.lane
            waits = self._waiting(lane) + ahead.get(lane, 0) if one.is_private else 0
            if one.sender is None or self._may(self._of(one.sender, after), one, waits, now):
                let_in.append(one.row)
                ahead[lane] = ahead.get(lane, 0) + 1
                continue
            limited.append(one.row)
            if self._must_tell(self._of(one.sender, after), now):
                told.append(one.row)
        return Sorted(let_in, limited, told, after)

    def count(self, arrived: Sorted) -> None:
        """It is on disk."""
        self._allowances.update(arrived._after)
        if len(self._allowances) > _SENDERS_KEPT:
            self._forget()

    def _of(self, sender: str, after: dict[str, _Allowance]) -> _Allowance:
        if sender not in after:
            known = self._allowances.get(sender)
            after[sender] = (
                replace(known, bucket=replace(known.bucket), help=replace(known.help))
                if known
                else _Allowance(Bucket(self._rate, self._burst))
            )
        return after[sender]

    def _may(self, allowance: _Allowance, one: Arrival, waits: int, now: float) -> bool:
        for bucket, is_open in ((allowance.bucket, waits < MOST_WAITING), (allowance.help, one.is_help)):
            if is_open and not bucket.wait(now):
                bucket.take(now)
                return True
        return False

    def _must_tell(self, allowance: _Allowance, now: float) -> bool:
        if allowance.told_at is not None and now < allowance.told_at + TOLD_SECONDS:
            return False
        allowance.told_at = now
        return True

    def _forget(self) -> None:
        """Those who were quiet longest are as good as new."""
        newest = sorted(self._allowances.items(), key=lambda one: one[1].bucket.full_at)[-_SENDERS_KEPT // 2 :]
        self._allowances = dict(newest)


def arrival(row: RawUpdate, update: Update) -> Arrival:
    """Who sent this. What the platform tells (who comes and goes, a chat that moved) is never limited."""
    kind = next((one for one in ("callback_query", "message", "edited_message") if one in update), None)
    body = update[kind] if kind is not None else None
    if not isinstance(body, dict) or "migrate_to_chat_id" in body or "migrate_from_chat_id" in body:
        return Arrival(row)
    person = str(_id_of(body.get("from")))
    is_help = kind == "message" and _is_help(body.get("text"))
    return Arrival(row, f"{row.lane}:{person}", is_help, is_private=row.lane == person)


def _id_of(person: object) -> object:
    return person.get("id", 0) if isinstance(person, dict) else 0


def _is_help(text: object) -> bool:
    command = text.split(maxsplit=1)[:1] if isinstance(text, str) else []
    return bool(command) and command[0].partition("@")[0].lower() in _HELP
