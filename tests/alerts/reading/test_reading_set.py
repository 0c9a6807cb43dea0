"""Tests of reading on its labelled sets, written by people who had not seen the rules (reading_set.md)."""

from hashlib import sha256
from pathlib import Path

import pytest

FROZEN = {
    "reading_set_a.jsonl": "0f3df06ec9b68b8bfe74034df8c95a5a03d87de9dc9b95e822d58b8ea1f7310d",
    "reading_set_b.jsonl": "3befd96df1eab22f7eef273bce201150a4dfd2a8cc78b63fb26f72bfa6a5885e",
}


@pytest.mark.parametrize(("name", "digest"), FROZEN.items())
def test_the_set_is_the_one_that_was_frozen(name: str, digest: str) -> None:
    """The sets are the frozen ones. A line changes only when its label is wrong; the digest here then changes with
    it."""
    assert digest == sha256(Path(__file__).with_name(name).read_bytes()).hexdigest()
