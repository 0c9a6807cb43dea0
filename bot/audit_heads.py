"""Heads of the audit record, kept: once a day a line for the log and a file, by which it is held to its word.

A line is `NUMBER HASH TIME`. Kept where who can change the database cannot, it shows a cut tail and a chain made anew.
"""

import asyncio
import os
import re
from pathlib import Path
from zoneinfo import ZoneInfo

from alerts.audit_chain import KeptHead
from alerts.clock import Clock
from alerts.ports import Storage
from bot.errors import CannotStart
from bot.logs import logger

LOOK_SECONDS = 600  # how soon a new day is noticed
KEPT_FACT = "audit_head_kept"  # the day on which it was done last
_HASH = re.compile(r"[0-9a-f]{64}")
_LINE = re.compile(r"([1-9]\d{0,17}) ([0-9a-f]{64})( .*)?")

log = logger()


class HeadKeeper:
    """Keeps the head of each day, as people count days; `file` may be None."""

    def __init__(self, storage: Storage, clock: Clock, zone: ZoneInfo, file: Path | None) -> None:
        self._storage = storage
        self._clock = clock
        self._zone = zone
        self._file = file

    async def keep(self) -> None:
        """Once a day; what fails is tried again: a day may have its line twice, but never none."""
        today = self._clock.now().astimezone(self._zone).date().isoformat()
        async with self._storage.reading() as uow:
            head, kept = await uow.audit.head(), await uow.facts.get(KEPT_FACT)
        if head is None or kept == today:
            return
        log.info("audit_head", sequence=head.sequence, hash=head.hash, at=head.at.isoformat())
        if self._file is not None:
            await asyncio.to_thread(_append, self._file, f"{head}\n")
        async with self._storage.transaction() as uow:
            await uow.facts.put(KEPT_FACT, today)


def _append(file: Path, line: str) -> None:
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a") as kept:
        kept.write(line)
        kept.flush()
        os.fsync(kept.fileno())


def read_heads(given: str) -> list[KeptHead]:
    """Those in a file, or the one whose hash is given. Raises CannotStart when it is neither, or a line is no head."""
    if _HASH.fullmatch(given):
        return [KeptHead(0, given)]
    try:
        text = Path(given).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise CannotStart(f"--head {given}: is neither a file that can be read nor a hash of 64 digits") from error
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.fullmatch(line.strip())
        if match is None and line.strip():
            raise CannotStart(f"--head {given}: line {number} is no head, which is written NUMBER HASH TIME")
        if match is not None:
            found.append(KeptHead(int(match[1]), match[2]))
    return found
