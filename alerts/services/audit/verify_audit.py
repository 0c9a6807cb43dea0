"""Verify the audit record: read it from its beginning and report what is wrong."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from alerts.audit_chain import Chain, KeptHead
from alerts.ports import Storage

AT_ONCE = 2_000  # rows read at a time


async def verify_audit(
    storage: Storage, kept: Iterable[KeptHead] = (), prunable: tuple[timedelta, datetime] | None = None
) -> Chain:
    """Follow the chain to its end and compare it with the kept heads and the retention period (see `Chain`); return it.

    It reads in short transactions so that the bot goes on beside it; rows added or pruned meanwhile are taken into
    account.
    """
    chain, after = Chain(kept, prunable), 0
    while True:
        async with storage.reading() as uow:
            must_be_there = not after and await uow.audit.must_have_rows()  # first: what is added after it has its row
            chain.begin(await uow.audit.checkpoint(), must_be_there=must_be_there)
            rows = await uow.audit.page(after, AT_ONCE)
        for row in rows:
            chain.follow(row)
        if not rows:
            break
        after = rows[-1].sequence
    chain.end()
    return chain
