"""Tests of measures in words: short, one action each, and with the sources that docs/domain.md names."""

import re
from pathlib import Path

import pytest

from alerts.measure import MEASURE_LENGTH, MEASURE_WORDS
from alerts.measure_table import MEASURES
from alerts.member import Language
from alerts.typed_text import check, utf16_length
from texts.measures import measure_words
from texts.phrases import load_texts

TEXTS = load_texts(strict=True)
DOMAIN = (Path(__file__).parents[2] / "docs" / "domain.md").read_text(encoding="utf-8")
ROW = re.compile(
    r"^\| `(?P<key>\w+)` (?P<words>[^|]+) \| (?P<sort>\w+) \| [^|]+ \| (?P<against>[^|]*) \| (?P<source>[^|]+) \|$"
)


@pytest.mark.parametrize("language", Language)
def test_a_measure_is_one_short_line(language: Language) -> None:
    """Each measure fits in a line or two on a phone, ends a sentence, and passes the guard as any text that is sent."""
    for one in MEASURES:
        words = str(measure_words(one, TEXTS[language]))
        assert utf16_length(words) <= MEASURE_LENGTH, words
        assert len(words.split()) <= MEASURE_WORDS, words
        assert words[-1] in ".?", words
        check(words)


def test_the_document_has_the_table_of_the_code() -> None:
    """The document lists each measure with its words, sort, what it helps against and its source, and explains each
    source."""
    rows = [found for line in DOMAIN.splitlines() if (found := ROW.match(line))]
    assert [one.key for one in MEASURES] == [found["key"] for found in rows]
    sources = set(re.findall(r"^\| \[(\w)\] \|", DOMAIN, re.MULTILINE))
    for one, found in zip(MEASURES, rows, strict=True):
        assert (str(measure_words(one, TEXTS[Language.ENGLISH])), one.sort, one.source) == (
            found["words"],
            found["sort"],
            found["source"],
        )
        told = {
            part.partition(":")[0].strip(" `"): frozenset(re.findall(r"`(\w+)`", part.partition(":")[2]))
            for part in found["against"].split(";")
            if part.strip()
        }
        assert one.against == told, one.key
        assert one.source == "ours" or set(one.source.split(", ")) <= sources, one.key
