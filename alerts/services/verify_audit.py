"""Verify the audit record: read it from its beginning and say what is wrong with it."""

from collections.abc import Iterable

from alerts.audit_chain import Chain, KeptHead
from alerts.ports import Storage

AT_ONCE = 2_000  # rows in memory


async def verify_audit(storage: Storage, kept: Iterable[KeptHead] = ()) -> Chain:
    """The chain, followed to its end, held against the kept heads.

    In short transactions, so that the bot goes on beside it: what is added or pruned meanwhile is taken along.
    """
    chain, after = Chain(kept), 0
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
