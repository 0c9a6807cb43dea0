"""Tests of reading on its labelled sets, written by people who had not seen the rules (reading_set.md)."""

from hashlib import sha256
from pathlib import Path

import pytest

from tests.alerts.reading.measure import FIELDS, measured

FROZEN = {
    "reading_set_2a.jsonl": "eadac15e93e95156b635c3daa1bdba83f7143dc07b847a1e09045178a9b8101a",
    "reading_set_2b.jsonl": "28fe41e515d8c1dce3083ee11b8b36870f3377846e36fb1b9eb30530bb4f66fb",
    "reading_set_3.jsonl": "5d924d250ae4764821b651012b8247de4d1bf51bd447283b345296b07dde9c2f",
    "reading_set_4.jsonl": "abbc71086471a528cbd3d97409ebf9300e9e68bba2314b28799502538cfa5f88",
    "reading_set_5a.jsonl": "b838863d48ef79589f1bc89ff4dbc2b2ee3420bc76128faa44b40ee63e2489ce",
    "reading_set_5b.jsonl": "6477067d91268c13eea92cc4472d13cbb8fcc60e38a0c8c68780a84ed31df373",
    "reading_set_6a.jsonl": "89f97dd3d1f5609bb44d985bdefb2f4422884cf75e73a54f54910cf7a1be9106",
    "reading_set_6b.jsonl": "17d34bd12434d3306d9de1462a0ebc9707cf907469575151ee87bb59392dfa51",
    "reading_set_a.jsonl": "0f3df06ec9b68b8bfe74034df8c95a5a03d87de9dc9b95e822d58b8ea1f7310d",
    "reading_set_b.jsonl": "3befd96df1eab22f7eef273bce201150a4dfd2a8cc78b63fb26f72bfa6a5885e",
}
SETS = {
    "first": ("reading_set_a.jsonl", "reading_set_b.jsonl"),
    "second": ("reading_set_2a.jsonl", "reading_set_2b.jsonl"),
    "third": ("reading_set_3.jsonl",),
    "fourth": ("reading_set_4.jsonl",),
    "fifth": ("reading_set_5a.jsonl", "reading_set_5b.jsonl"),
    "sixth": ("reading_set_6a.jsonl", "reading_set_6b.jsonl"),
}
PRECISION, RECALL, REPORTS = 0.97, 0.94, 0.98
# One of the 25 that are read in the second set is not labelled (`our phone shop got robbed`): 0.96.
ONE_WRONG = {("second", "here")}


def _read(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


FIGURES = {
    which: measured(line for name in names for line in _read(name).splitlines()) for which, names in SETS.items()
}


@pytest.mark.parametrize("which", SETS)
@pytest.mark.parametrize("field", FIELDS)
def test_each_field_is_read_right_and_seldom_missed(field: str, which: str) -> None:
    """What is read is right, nearly always; what is said is read, mostly."""
    figures = FIGURES[which]
    precision, recall = figures.precision(field), figures.recall(field)
    misses = "\n".join(miss for miss in figures.misses if miss.startswith(f"{field}:"))
    wrong = figures.found[field] - figures.right[field]
    assert precision >= PRECISION or (wrong == 1 and (which, field) in ONE_WRONG), f"{precision}\n{misses}"
    assert recall >= RECALL, f"{recall}\n{misses}"


@pytest.mark.parametrize("which", SETS)
@pytest.mark.parametrize("is_report", [True, False])
def test_reports_are_told_from_other_texts(is_report: bool, which: str) -> None:
    """Both ways."""
    misses = [miss for miss in FIGURES[which].misses if miss.startswith("is_report")]
    assert FIGURES[which].share_of_reports(is_report) >= REPORTS, misses


@pytest.mark.parametrize(("name", "digest"), FROZEN.items())
def test_the_set_is_the_one_that_was_frozen(name: str, digest: str) -> None:
    """The sets are the frozen ones. A line changes only when its label is wrong; the digest here then changes with
    it."""
    assert digest == sha256(Path(__file__).with_name(name).read_bytes()).hexdigest()
