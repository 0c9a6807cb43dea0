"""Follow the hash chain of the audit record from its beginning, and report rows changed, removed, reordered or cut off.

It detects changes by anybody who can write to the database. Somebody who can also recompute the whole chain is detected
by heads that were kept elsewhere; somebody who controls those too is not.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from alerts.audit import (
    CHAINED,
    FORGOTTEN,
    GENESIS,
    PERSON,
    PRUNED,
    AuditEvent,
    AuditRow,
    Head,
    accounted_for,
    digest_of,
    hash_of,
    may_be_erased,
    pruned_at,
)

_OF_THE_RECORD = frozenset({FORGOTTEN, PRUNED, CHAINED})  # rows that name nobody: no erasure takes them


class Fault(StrEnum):
    """The kinds of faults in the record."""

    CHANGED = "changed"  # the facts of the row are not those that were written
    REWRITTEN = "rewritten"  # who did it, to whom, or the details are not those that were written
    REMOVED = "removed"  # rows before this one are missing
    REORDERED = "reordered"  # the row does not follow the one before it
    NOT_ERASED = "not-erased"  # the row has content, but no salt to check that against its digest
    NOT_ERASABLE = "not-erasable"  # the row has no content, and no erasure takes that of its kind
    EMPTIED = "emptied"  # content is missing without a recorded erasure
    NOT_PRUNED = "not-pruned"  # the beginning is missing without a recorded pruning
    TOO_YOUNG = "too-young"  # rows were pruned before their time, or nothing shows that they were old enough
    CUT = "cut"  # the row of a kept head is missing at the end
    REPLACED = "replaced"  # another row stands in the place of a kept head
    GONE = "gone"  # the record is empty, and must have rows
    TOO_OLD = "too-old"  # every kept head was pruned since: they prove nothing


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault and the number of its row; `count` is how many rows it is about, where that is known."""

    sequence: int
    fault: Fault
    count: int = 0


@dataclass(frozen=True, slots=True)
class KeptHead:
    """A head that somebody kept; `sequence` is 0 where only the hash is known."""

    sequence: int
    hash: str


class Chain:
    """The verification of rows fed in order. `kept` are heads to compare with; `prunable` is how long rows must be kept
    before they are pruned, and the moment of verification (UTC); None skips that check."""

    def __init__(self, kept: Iterable[KeptHead] = (), prunable: tuple[timedelta, datetime] | None = None) -> None:
        self._prunable = prunable
        self.count = 0
        self.erased = 0
        self.chained_later = 0  # rows up to this number are older than the chain
        self.compared = 0  # kept heads that agree
        self.head: Head | None = None
        self.findings: list[Finding] = []
        self._checkpoint: Head | None = None
        self._must_be_there = False
        self._unexplained: list[tuple[int, int]] = []  # by row: 1 without content, less the number that it accounts for
        self._prunings: set[tuple[int, str]] = set()
        kept = tuple(kept)
        self._kept = {one.sequence: one.hash for one in kept if one.sequence}
        self._wanted = {one.hash for one in kept if not one.sequence}
        self._newest = max(self._kept, default=0)

    def begin(self, checkpoint: Head | None, *, must_be_there: bool = False) -> None:
        """Take the checkpoint of the newest pruning, which may move on while rows are read, and whether there must be
        any rows."""
        self._must_be_there = self._must_be_there or must_be_there
        if checkpoint is not None and (self._checkpoint is None or checkpoint.sequence > self._checkpoint.sequence):
            self._checkpoint = checkpoint
            self._compare(checkpoint)
            if self.head is None or checkpoint.sequence > self.head.sequence:
                self.head = checkpoint

    def follow(self, row: AuditRow) -> None:
        """Verify the next row."""
        last, before = (self.head.sequence, self.head.hash) if self.head else (0, GENESIS)
        if row.prev_hash != before:
            gap = row.sequence - last - 1
            self._find(row, Fault.REMOVED if gap > 0 else Fault.REORDERED, max(gap, 0))
        if not _has_its_facts(row):
            self._find(row, Fault.CHANGED)
        elif row.salt is None and row.action not in _OF_THE_RECORD:
            self.erased += 1
            self._unexplained.append((row.sequence, 1))
            if not _is_erased(row):
                self._find(row, Fault.NOT_ERASED)
            elif not may_be_erased(row.action, row.entity):
                self._find(row, Fault.NOT_ERASABLE)
        elif not _has_its_content(row):
            self._find(row, Fault.REWRITTEN)
        else:
            self._note(row)
        self.count += 1
        self.head = row.head
        self._compare(row.head)

    def end(self) -> None:
        """Finish after the last row: add the findings that only show once all rows were read."""
        last = self.head.sequence if self.head else 0
        pruned = self._checkpoint
        if self._must_be_there and self.head is None:
            self.findings.append(Finding(0, Fault.GONE))
        if pruned is not None and (pruned.sequence, pruned.hash) not in self._prunings:
            self.findings.append(Finding(pruned.sequence, Fault.NOT_PRUNED))
        emptied = sum(count for sequence, count in self._unexplained if pruned is None or sequence > pruned.sequence)
        if emptied > 0:
            self.findings.append(Finding(last, Fault.EMPTIED, emptied))
        if pruned is not None and 0 < self._newest < pruned.sequence:
            self.findings.append(Finding(self._newest, Fault.TOO_OLD))
        begin = pruned.sequence if pruned else 0
        missing = sorted(one for one in self._kept if one > begin)
        self.findings += [Finding(one, Fault.CUT) for one in missing]
        self.findings += [Finding(0, Fault.CUT) for _ in self._wanted]

    def _note(self, row: AuditRow) -> None:
        """Take account of rows that record what was done to the record itself."""
        details = row.details or {}
        if row.action in (FORGOTTEN, PRUNED):
            self._unexplained.append((row.sequence, -accounted_for(row.action, details)))
        if row.action == PRUNED:
            self._prunings.add((int(details.get("through", 0)), str(details.get("hash"))))
            if not self._was_old_enough(row):
                self._find(row, Fault.TOO_YOUNG)
        elif row.action == CHAINED:
            self.chained_later = int(details.get("through", 0))

    def _was_old_enough(self, row: AuditRow) -> bool:
        """Whether the rows that this one says were pruned had been kept long enough; a time in the future counts as
        now."""
        if self._prunable is None:
            return True
        stays, now = self._prunable
        written = pruned_at(row.details or {})
        return written is not None and written + stays <= min(row.at, now)

    def _compare(self, head: Head) -> None:
        kept = self._kept.pop(head.sequence, None)
        if kept is not None and kept != head.hash:
            self.findings.append(Finding(head.sequence, Fault.REPLACED))
        elif kept is not None or head.hash in self._wanted:
            self.compared += 1
        self._wanted.discard(head.hash)

    def _find(self, row: AuditRow, fault: Fault, count: int = 0) -> None:
        self.findings.append(Finding(row.sequence, fault, count))


def _event(row: AuditRow) -> AuditEvent:
    return AuditEvent(row.action, row.entity, row.entity_id, row.actor_id, row.details or {})


def _has_its_facts(row: AuditRow) -> bool:
    digest, before = row.digest or "", row.prev_hash or ""
    return row.hash == hash_of(row.sequence, row.at, _event(row), digest=digest, prev_hash=before)


def _has_its_content(row: AuditRow) -> bool:
    return row.details is not None and row.salt is not None and row.digest == digest_of(_event(row), row.salt)


def _is_erased(row: AuditRow) -> bool:
    has_person = row.entity == PERSON and row.entity_id != 0
    return row.details is None and row.actor_id is None and not has_person
