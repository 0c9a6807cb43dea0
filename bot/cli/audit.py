"""The commands `wees-alert audit`: print the head of the record, check the record, and make a key."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from alerts.audit_chain import Chain, Fault, Finding, KeptHead
from alerts.services.audit.verify_audit import verify_audit
from bot.errors import CannotStart
from bot.jobs.audit_heads import read_heads
from bot.jobs.audit_key import load_signer, new_key, read_public
from bot.settings import Settings
from bot.wiring import open_database

MOST = 20  # findings that are printed one by one

_SAID = {
    Fault.CHANGED: "row {0}: was changed since it was written",
    Fault.REWRITTEN: "row {0}: who did it, to whom, or its details were changed since it was written",
    Fault.REMOVED: "row {0}: {1} before it were removed",
    Fault.REORDERED: "row {0}: does not follow the row before it",
    Fault.NOT_ERASED: "row {0}: its salt is gone, but its content was not erased",
    Fault.NOT_ERASABLE: "row {0}: its content is gone, and no erasure takes what was done in a role",
    Fault.EMPTIED: "up to row {0}: {1} lost their content without an erasure that is recorded",
    Fault.NOT_PRUNED: "up to row {0}: rows are gone without a pruning that is recorded",
    Fault.TOO_YOUNG: "row {0}: says that rows were pruned, which had not been there as long as the settings keep them",
    Fault.CUT: "row {0}: is in the kept heads and not there any more; the end was cut off",
    Fault.REPLACED: "row {0}: is another one than in the kept heads; the chain was worked out anew",
    Fault.GONE: "all rows are gone, of a database in which things were done",
    Fault.TOO_OLD: "row {0}: is the newest kept head and was pruned since; keep a newer one",
}
_UNKNOWN_HEAD = "the kept head is not in the record; its end was cut off, or the chain was worked out anew"


async def verify(settings: Settings, kept: str | None, public: str | None, say: Callable[[str], None]) -> int:
    """Check the record and say what is wrong, a line each; return 0 when nothing is, else 1. `public`: the key that
    signed each kept head.

    Raises CannotStart for heads that cannot be read, and for signatures that are not of this key.
    """
    heads = _heads(settings, kept, public)
    storage = await open_database(settings)
    try:
        chain = await verify_audit(storage, heads, (settings.retention.audit, datetime.now(UTC)))
    finally:
        await storage.close()
    for finding in chain.findings[:MOST]:
        say(_line(finding))
    if len(chain.findings) > MOST:
        say(f"and {len(chain.findings) - MOST} more")
    say(_summary(chain, len(heads)))
    return 1 if chain.findings else 0


async def show_head(settings: Settings, say: Callable[[str], None]) -> None:
    """Say the newest row, as a line to keep, signed where there is a key. Raises CannotStart when the record is
    empty."""
    signer = load_signer(settings.audit_key_file) if settings.audit_key_file else None
    storage = await open_database(settings)
    try:
        async with storage.reading() as uow:
            head = await uow.audit.head()
    finally:
        await storage.close()
    if head is None:
        raise CannotStart("the audit record is empty")
    say(str(head) if signer is None else signer.signed(head))


def make_key(file: Path, say: Callable[[str], None]) -> None:
    """Make a key in a file that only its owner can read, and say the public half. Raises CannotStart."""
    public = new_key(file)
    say(f"The key is in {file}: set WEES_ALERT_AUDIT_KEY_FILE to it, and keep it out of backups of the database.")
    say(f"Its public half, for `wees-alert audit verify --key`, to be kept elsewhere: {public}")


def _heads(settings: Settings, kept: str | None, public: str | None) -> list[KeptHead]:
    """Read the kept heads. With the key of the option every line must be signed; with that of the settings only
    signatures that are there are checked."""
    own = load_signer(settings.audit_key_file).public if settings.audit_key_file and public is None else None
    key, is_strict = (read_public(public), True) if public is not None else (own, False)
    if kept is not None:
        return read_heads(kept, key, all_signed=is_strict)
    file = settings.audit_head_file
    return read_heads(file, key, all_signed=is_strict) if file and Path(file).exists() else []


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
