"""Tests of reading on its labelled sets, written by people who had not seen the rules (reading_set.md)."""

from hashlib import sha256
from pathlib import Path

import pytest

from tests.alerts.reading.measure import FIELDS, measured

FROZEN = {
    "reading_set_a.jsonl": "0f3df06ec9b68b8bfe74034df8c95a5a03d87de9dc9b95e822d58b8ea1f7310d",
    "reading_set_b.jsonl": "3befd96df1eab22f7eef273bce201150a4dfd2a8cc78b63fb26f72bfa6a5885e",
}
PRECISION, RECALL, REPORTS = 0.97, 0.94, 0.98


def _read(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


FIGURES = measured(line for name in FROZEN for line in _read(name).splitlines())


@pytest.mark.parametrize("field", FIELDS)
def test_each_field_is_read_right_and_seldom_missed(field: str) -> None:
    """What is read is right, nearly always; what is said is read, mostly."""
    figures = FIGURES.precision(field), FIGURES.recall(field)
    misses = "\n".join(miss for miss in FIGURES.misses if miss.startswith(f"{field}:"))
    assert figures[0] >= PRECISION, f"{figures}\n{misses}"
    assert figures[1] >= RECALL, f"{figures}\n{misses}"


@pytest.mark.parametrize("is_report", [True, False])
def test_reports_are_told_from_other_texts(is_report: bool) -> None:
    """Both ways."""
    misses = [miss for miss in FIGURES.misses if miss.startswith("is_report")]
    assert FIGURES.share_of_reports(is_report) >= REPORTS, misses


@pytest.mark.parametrize(("name", "digest"), FROZEN.items())
def test_the_set_is_the_one_that_was_frozen(name: str, digest: str) -> None:
    """The sets are the frozen ones. A line changes only when its label is wrong; the digest here then changes with
    it."""
    assert digest == sha256(Path(__file__).with_name(name).read_bytes()).hexdigest()
