"""Invalid answers for tests: values of JSON, nearly valid envelopes, and text that is not JSON."""

import json
from collections.abc import Iterator
from random import Random
from typing import Any

from hypothesis import strategies as st

numbers = st.one_of(st.integers(), st.floats(), st.sampled_from([0, -1, 2**31, 2**63, 10**400, True, 1e308, -0.0]))
values: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), numbers, st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)),
    max_leaves=12,
)
parameters = st.one_of(
    values, st.fixed_dictionaries({}, optional={"retry_after": values, "migrate_to_chat_id": values})
)
envelopes = st.fixed_dictionaries(
    {},
    optional={"ok": values, "result": values, "error_code": values, "description": values, "parameters": parameters},
)
no_json = st.sampled_from(
    [b"", b"{", b"nul", b"\xff\xfe\x00", b"<html>403 Forbidden</html>", b'{"ok":true,"result":', b"[" * 100_000]
)


@st.composite
def payloads(draw: st.DrawFn) -> bytes:
    """Return bodies of answers."""
    if draw(st.booleans()):
        return draw(no_json)
    return json.dumps(draw(st.one_of(envelopes, values))).encode()


def some_payloads(count: int, seed: int = 7) -> Iterator[bytes]:
    """Return this number of bodies, always the same: unexpected results in a valid envelope."""
    chance = Random(seed)
    results: list[Any] = [None, True, 0, "", "x", [], {}, [[]], {"message_id": None}, 1.5, -1]
    for result in results:
        yield json.dumps({"ok": True, "result": result}).encode()
    yield from (b"", b"null", b"[]", b'"x"', b"{}", b'{"ok":true}', b'{"ok":false}', b"<html>", b"[" * 50_000)
    for _ in range(count):
        yield json.dumps({"ok": True, "result": _value(chance, 4)}).encode()


def _value(chance: Random, depth: int) -> Any:
    kind = chance.randrange(9 if depth else 6)
    names = ("message_id", "chat", "id", "type", "date", "status", "user", "invite_link", "first_name", "x")
    match kind:
        case 0:
            return None
        case 1:
            return chance.choice([True, False])
        case 2:
            return chance.choice([0, -1, 7, 2**70, 1e300])
        case 3:
            return chance.choice(["", "private", "x" * 300, "\ud800\x00", "https://t.me/+x"])
        case 4 | 5:
            return chance.choice([[], {}])
        case 6:
            return [_value(chance, depth - 1) for _ in range(chance.randrange(4))]
        case _:
            return {name: _value(chance, depth - 1) for name in chance.sample(names, chance.randrange(6))}
