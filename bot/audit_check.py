"""What `wees-alert audit` says: the head of the record, and what is wrong with it."""

from collections.abc import Callable
from pathlib import Path

from alerts.audit_chain import Chain, Fault, Finding, KeptHead
from alerts.services.verify_audit import verify_audit
from bot.audit_heads import read_heads
from bot.errors import CannotStart
from bot.settings import Settings
from bot.wiring import open_database

MOST = 20  # findings that are printed one by one

_SAID = {
    Fault.CHANGED: "row {0}: was changed since it was written",
    Fault.REWRITTEN: "row {0}: who did it, to whom, or its details were changed since it was written",
    Fault.REMOVED: "row {0}: {1} before it were removed",
    Fault.REORDERED: "row {0}: does not follow the row before it",
    Fault.NOT_ERASED: "row {0}: its salt is gone, but its content was not erased",
    Fault.EMPTIED: "up to row {0}: {1} lost their content without an erasure that is recorded",
    Fault.NOT_PRUNED: "up to row {0}: rows are gone without a pruning that is recorded",
    Fault.CUT: "row {0}: is in the kept heads and not there any more; the end was cut off",
    Fault.REPLACED: "row {0}: is another one than in the kept heads; the chain was worked out anew",
    Fault.GONE: "all rows are gone, of a database in which things were done",
    Fault.TOO_OLD: "row {0}: is the newest kept head and was pruned since; keep a newer one",
}
_UNKNOWN_HEAD = "the kept head is not in the record; its end was cut off, or the chain was worked out anew"


async def verify(settings: Settings, kept: str | None, say: Callable[[str], None]) -> int:
    """Say what is wrong, a line each; 0 when nothing is, else 1. Raises CannotStart for heads that cannot be read."""
    heads = _heads(settings, kept)
    storage = await open_database(settings)
    try:
        chain = await verify_audit(storage, heads)
    finally:
        await storage.close()
    for finding in chain.findings[:MOST]:
        say(_line(finding))
    if len(chain.findings) > MOST:
        say(f"and {len(chain.findings) - MOST} more")
    say(_summary(chain, len(heads)))
    return 1 if chain.findings else 0


async def show_head(settings: Settings, say: Callable[[str], None]) -> None:
    """The newest row, as a line to keep. Raises CannotStart when there is none."""
    storage = await open_database(settings)
    try:
        async with storage.reading() as uow:
            head = await uow.audit.head()
    finally:
        await storage.close()
    if head is None:
        raise CannotStart("the audit record is empty")
    say(str(head))


def _heads(settings: Settings, kept: str | None) -> list[KeptHead]:
    if kept is not None:
        return read_heads(kept)
    file = settings.audit_head_file
    return read_heads(file) if file and Path(file).exists() else []


def _line(finding: Finding) -> str:
    if finding.fault is Fault.CUT and not finding.sequence:
        return f"FAIL  {_UNKNOWN_HEAD}"
    rows = f"{finding.count} rows" if finding.count > 1 else "a row" if finding.count else "rows"
    return f"FAIL  {_SAID[finding.fault].format(finding.sequence, rows)}"


def _summary(chain: Chain, heads: int) -> str:
    parts = [f"{chain.count} rows"]
    if chain.erased:
        parts.append(f"{chain.erased} without content, which was erased")
    if chain.chained_later:
        parts.append(f"those up to {chain.chained_later} chained at an upgrade: nothing is known of before that")
    parts.append(f"{chain.compared} of {heads} kept heads agree" if heads else "no kept head to compare with")
    state = "FAIL" if chain.findings else "ok  "
    return f"{state}  {'; '.join(parts)}; head {chain.head or 'none'}"
