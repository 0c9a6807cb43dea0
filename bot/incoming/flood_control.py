"""Flood control: what one person, and all strangers together, may send at once, so that a flood makes nobody else wait.

Pure arithmetic over monotonic seconds. An update beyond the limit is stored as limited, without its body, and is never
handled.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from alerts.emergency import is_cry_of_robbery
from alerts.ports import RawUpdate
from bot.incoming.stranger_limits import StrangerLimits, taken
from bot.telegram_api.rate_limiter import Bucket
from texts.phrases import load_texts

# A form with every box ticked and unticked again is some 40 presses, and nobody ticks faster than two in a second. Two
# for each answer is also twice the rate at which a chat is answered, so that who waits for answers is never limited.
BURST = 40
PER_ANSWER = 2.0
STRANGER_PER_ANSWER = 0.5  # updates for each answer; the burst is enough to sign up
TRIES_BURST, TRIES_RATE = 20, 0.05  # a stranger within these tries, admitted or not, still counts as new
# The most updates that wait in one private chat: nobody reads answers that come more than 40 behind.
MOST_WAITING = 40
# The emergency card, and what a victim presses after it, have a limit of their own beside these; beyond it, the card
# sent before is still right above.
HELP_BURST, HELP_RATE = 3, 0.1
TOLD_SECONDS = 60.0  # at most one reply about being limited in so long
STRANGER_TOLD_SECONDS = 600.0
_HELP = ("/hulp", "/help", "/overval", "/robbery")
_OF_VICTIMS = ("robbery-", "first-hour:")  # how the data of their buttons begins
_SENDERS_KEPT = 10_000
# Updates that a person causes: also blocking the bot and asking to join, which are as easily repeated.
_OF_PEOPLE = ("callback_query", "message", "edited_message", "my_chat_member", "chat_join_request")

Update = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update with its sender and chat. `sender` (chat and person) and `person` are None for what the platform itself
    reports, which is never limited."""

    row: RawUpdate
    sender: str | None = None
    is_help: bool = False
    is_private: bool = False
    person: str | None = None


@dataclass(frozen=True, slots=True)
class LimitedUpdate:
    """A limited update whose sender is told: that it was too much, or (`is_busy`) that the bot is too busy."""

    row: RawUpdate
    is_stranger: bool = False
    is_busy: bool = False


@dataclass(frozen=True, slots=True)
class Admission:
    """The outcome for one batch: the updates admitted, those limited, and the limited ones whose sender is told."""

    admitted: Sequence[RawUpdate]
    limited: Sequence[RawUpdate]
    told: Sequence[LimitedUpdate]
    _after: Mapping[str, "_Allowance"]
    _stranger_limits: StrangerLimits


@dataclass(slots=True)
class _Allowance:
    bucket: Bucket
    help: Bucket = field(default_factory=lambda: Bucket(HELP_RATE, HELP_BURST))
    tries: Bucket = field(default_factory=lambda: Bucket(TRIES_RATE, TRIES_BURST))
    told_at: float | None = None

    def copy(self) -> "_Allowance":
        return _Allowance(replace(self.bucket), replace(self.help), replace(self.tries), self.told_at)


@dataclass(slots=True)
class _Sorting:
    """The state of sorting one batch: what was admitted so far per lane and of strangers, and the allowances left after
    it."""

    now: float
    stranger_limits: StrangerLimits
    after: dict[str, _Allowance] = field(default_factory=dict)
    ahead: dict[str, int] = field(default_factory=dict)
    strangers_ahead: int = 0


def nobody(_person: str) -> bool:
    """Report nobody as a stranger: the default where strangers are not told apart."""
    return False


def none() -> int:
    """Report that no updates of strangers are waiting: the default where they are not counted."""
    return 0


class FloodControl:
    """Sorts arriving updates into admitted and limited. A batch counts only once it is stored (`count`), as Telegram
    delivers again what could not be stored."""

    def __init__(
        self,
        chat_rate: float,
        waiting: Callable[[str], int],
        burst: int = BURST,
        *,
        is_stranger: Callable[[str], bool] = nobody,
        strangers_waiting: Callable[[], int] = none,
        stranger_limits: StrangerLimits | None = None,
    ) -> None:
        """Take the answers per second in one chat (`chat_rate`) and functions that tell how many updates wait in a lane
        (`waiting`) and how many of all strangers (`strangers_waiting`)."""
        self._chat_rate = chat_rate
        self._burst = burst
        self._waiting = waiting
        self._is_stranger = is_stranger
        self._strangers_waiting = strangers_waiting
        self._stranger_limits = stranger_limits or StrangerLimits()
        self._allowances: dict[str, _Allowance] = {}

    def sort(self, arrivals: Sequence[Arrival], now: float) -> Admission:
        """Sort the arrivals, in the order given, at `now` (monotonic seconds). Nothing is counted until `count`."""
        batch = _Sorting(now, self._stranger_limits.copy())
        admitted: list[RawUpdate] = []
        limited: list[RawUpdate] = []
        told: list[LimitedUpdate] = []
        for one in arrivals:
            is_stranger = one.person is not None and self._is_stranger(one.person)
            allowance = None if one.sender is None else self._of(one.sender, batch, is_stranger=is_stranger)
            if allowance is None or self._may(allowance, one, batch, is_stranger=is_stranger):
                admitted.append(one.row)
                batch.ahead[one.row.lane] = batch.ahead.get(one.row.lane, 0) + 1
                batch.strangers_ahead += is_stranger
                continue
            limited.append(one.row)
            is_busy = is_stranger and not allowance.bucket.wait(now)
            if _must_tell(allowance, batch, is_stranger=is_stranger):
                told.append(LimitedUpdate(one.row, is_stranger, is_busy))
        return Admission(admitted, limited, told, batch.after, batch.stranger_limits)

    def count(self, arrived: Admission) -> None:
        """Count this batch as admitted once it is stored."""
        self._allowances.update(arrived._after)
        self._stranger_limits = arrived._stranger_limits
        if len(self._allowances) > _SENDERS_KEPT:
            self._forget()

    def _of(self, sender: str, batch: _Sorting, *, is_stranger: bool) -> _Allowance:
        if sender not in batch.after:
            rate = self._chat_rate * (STRANGER_PER_ANSWER if is_stranger else PER_ANSWER)
            known = self._allowances.get(sender)
            is_as_it_was = known is not None and known.bucket.rate == rate  # else the standing changed
            batch.after[sender] = known.copy() if known and is_as_it_was else _Allowance(Bucket(rate, self._burst))
        return batch.after[sender]

    def _may(self, allowance: _Allowance, one: Arrival, batch: _Sorting, *, is_stranger: bool) -> bool:
        now, lane = batch.now, one.row.lane
        is_new = is_stranger and taken(allowance.tries, now)
        waits = self._waiting(lane) + batch.ahead.get(lane, 0) if one.is_private else 0
        has_room = waits < MOST_WAITING and not allowance.bucket.wait(now)
        if has_room and (not is_stranger or self._admits(batch, is_new=is_new)):
            allowance.bucket.take(now)
            return True
        if one.is_help and not allowance.help.wait(now) and (not is_stranger or batch.stranger_limits.admits_help(now)):
            allowance.help.take(now)
            return True
        return False

    def _admits(self, batch: _Sorting, *, is_new: bool) -> bool:
        waiting = self._strangers_waiting() + batch.strangers_ahead
        return batch.stranger_limits.admits(batch.now, is_new=is_new, waiting=waiting)

    def _forget(self) -> None:
        """Drop the senders who were quiet longest: their allowance is as full as that of a new sender."""
        newest = sorted(self._allowances.items(), key=lambda one: one[1].bucket.full_at)[-_SENDERS_KEPT // 2 :]
        self._allowances = dict(newest)


def _must_tell(allowance: _Allowance, batch: _Sorting, *, is_stranger: bool) -> bool:
    seconds = STRANGER_TOLD_SECONDS if is_stranger else TOLD_SECONDS
    if allowance.told_at is not None and batch.now < allowance.told_at + seconds:
        return False
    if is_stranger and not batch.stranger_limits.may_tell(batch.now):
        return False
    allowance.told_at = batch.now
    return True


def arrival(row: RawUpdate, update: Update) -> Arrival:
    """Determine the sender of an update. What Telegram reports of groups (who comes and goes, a chat that moved) has
    none, and so is never limited."""
    kind = next((one for one in _OF_PEOPLE if one in update), None)
    body = update[kind] if kind is not None else None
    if not isinstance(body, dict) or "migrate_to_chat_id" in body or "migrate_from_chat_id" in body:
        return Arrival(row)
    if kind == "my_chat_member" and row.lane != str(_id_of(body.get("from"))):
        return Arrival(row)
    person = str(_id_of(body.get("from")))
    is_help = _is_help(body.get("text")) if kind == "message" else _is_of_victim(body.get("data"))
    return Arrival(row, f"{row.lane}:{person}", is_help, is_private=row.lane == person, person=person)


def _id_of(person: object) -> object:
    return person.get("id", 0) if isinstance(person, dict) else 0


def _is_help(text: object) -> bool:
    """Return whether the text asks for an emergency card: by a command, by the button under the typing field, or as a
    cry."""
    if not isinstance(text, str) or not text.strip():
        return False
    command = text.split(maxsplit=1)[0].partition("@")[0].lower()
    return command in _HELP or text in _labels() or is_cry_of_robbery(text)


def _is_of_victim(data: object) -> bool:
    """Return whether a button was pressed by which a victim reports, or reads what to do."""
    return isinstance(data, str) and data.startswith(_OF_VICTIMS)


@cache
def _labels() -> frozenset[str]:
    return frozenset(t.plain("robbery-button") for t in load_texts().values())
