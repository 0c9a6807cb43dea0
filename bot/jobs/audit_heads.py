"""Keeps the heads of the audit record: one line a day to the log, to a file and to an outside address.

A line is `NUMBER HASH TIME`, followed by a signature where there is a key. Kept out of reach of whoever can change the
database, it reveals that rows were cut off the end, or that the chain was computed anew.
"""

import asyncio
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import aiohttp

from alerts.audit_chain import KeptHead
from alerts.clock import Clock
from alerts.ports import Storage
from bot.errors import CannotStart
from bot.jobs.audit_key import Signer, is_signed
from bot.logs import logger

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

LOOK_SECONDS = 600  # how often a new day is looked for
KEPT_FACT = "audit_head_kept"  # the day on which a head was last kept
POSTED_FACT = "audit_head_posted"  # the day on which a head was last posted
_POST_SECONDS = 10
_HASH = re.compile(r"[0-9a-f]{64}")
_LINE = re.compile(r"([1-9]\d{0,17}) ([0-9a-f]{64})( .*)?")

log = logger()


class HeadKeeper:
    """Keeps the head of each day, in the local time zone; without a file, a key or an address it skips that."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        zone: ZoneInfo,
        file: Path | None,
        *,
        signer: Signer | None = None,
        address: str = "",
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._zone = zone
        self._file = file
        self._signer = signer
        self._address = address

    async def keep(self) -> None:
        """Keep the head, once a day. A failed part is tried again: a day may have its line twice, but never none."""
        today = self._clock.now().astimezone(self._zone).date().isoformat()
        async with self._storage.reading() as uow:
            head = await uow.audit.head()
            kept, posted = await uow.facts.get(KEPT_FACT), await uow.facts.get(POSTED_FACT)
        if head is None:
            return
        line = str(head) if self._signer is None else self._signer.signed(head)
        if kept != today:
            signature = line.partition(" ed25519:")[2]
            log.info("audit_head", sequence=head.sequence, hash=head.hash, at=head.at.isoformat(), signature=signature)
            if self._file is not None:
                await asyncio.to_thread(_append, self._file, f"{line}\n")
            await self._remember(KEPT_FACT, today)
        if self._address and posted != today and await _is_posted(self._address, line):
            await self._remember(POSTED_FACT, today)

    async def _remember(self, fact: str, today: str) -> None:
        async with self._storage.transaction() as uow:
            await uow.facts.put(fact, today)


async def _is_posted(address: str, line: str) -> bool:
    """Post the line; return whether the address accepted it. A failure is tried again at the next check. The address
    may hold a secret: it is not logged."""
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_POST_SECONDS)) as session,
            session.post(address, data=f"{line}\n".encode(), allow_redirects=False) as answer,
        ):
            is_taken = 200 <= answer.status < 300
            reason = str(answer.status)
    except (aiohttp.ClientError, OSError, ValueError) as error:
        is_taken, reason = False, type(error).__name__
    if not is_taken:
        log.error("audit_head_not_posted", reason=reason)
    return is_taken


def _append(file: Path, line: str) -> None:
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a") as kept:
        kept.write(line)
        kept.flush()
        os.fsync(kept.fileno())


def read_heads(given: str, key: "Ed25519PublicKey | None" = None, *, all_signed: bool = False) -> list[KeptHead]:
    """Read the heads in a file, or the one whose hash is given. Raises CannotStart when it is neither, when a line is
    no head, and when a signature is not of this key; `all_signed`: also when a line has none."""
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
        signed = is_signed(line, key) if match is not None and key is not None else True
        if signed is False or (signed is None and all_signed):
            raise CannotStart(f"--head {given}: line {number} is not signed by this key")
        if match is not None:
            found.append(KeptHead(int(match[1]), match[2]))
    return found
