"""Tests of which text of an outcome a reporter reads."""

from datetime import UTC, datetime

import pytest

from alerts.ids import MemberId, MunicipalityId, OutcomeTextId
from alerts.member import Language
from alerts.outcome_text import TOLD_OUTCOMES, OutcomeText, TextKey, words_for
from alerts.report import Outcome, ReportKind

NL, EN = Language.DUTCH, Language.ENGLISH
ROBBERY = ReportKind.ROBBERY
Stored = tuple[ReportKind | None, dict[Language, str]]


def _texts(*stored: Stored) -> list[OutcomeText]:
    """Return stored texts of one outcome, oldest first."""
    at, capelle = datetime(2026, 11, 24, tzinfo=UTC), MunicipalityId("0502")
    return [
        OutcomeText(OutcomeTextId(number), TextKey(capelle, Outcome.HANDLED, kind), words, MemberId(1), at)
        for number, (kind, words) in enumerate(stored, start=1)
    ]


@pytest.mark.parametrize(
    ("stored", "language", "read"),
    [
        ((), NL, None),
        (((None, {NL: "alle", EN: "all"}),), EN, "all"),
        (((None, {NL: "alle"}), (ROBBERY, {NL: "overval"})), NL, "overval"),
        (((ROBBERY, {NL: "overval"}), (None, {NL: "alle"})), NL, "overval"),
        (((ReportKind.RECONNAISSANCE, {NL: "verkenning"}),), NL, None),
        (((ROBBERY, {NL: "eerst"}), (ROBBERY, {NL: "later"})), NL, "later"),
        (((ROBBERY, {NL: "overval"}), (ROBBERY, {})), NL, None),
        (((None, {NL: "alle"}), (ROBBERY, {NL: "overval"}), (ROBBERY, {})), NL, "alle"),
        # A text without the language falls back to that of every kind, and then to the standard text.
        (((None, {NL: "alle", EN: "all"}), (ROBBERY, {NL: "overval"})), EN, "all"),
        (((None, {NL: "alle"}), (ROBBERY, {NL: "overval"})), EN, None),
        (((None, {EN: "all"}), (ROBBERY, {EN: ""})), EN, "all"),
    ],
)
def test_the_newest_text_in_the_language_of_the_reader(
    stored: tuple[Stored, ...], language: Language, read: str | None
) -> None:
    """The text for the kind comes before that for every kind, each in its newest wording, and none in another
    language."""
    assert read == words_for(_texts(*stored), ROBBERY, language)


def test_every_outcome_has_a_text_but_that_of_who_took_it_back() -> None:
    """A reporter hears of every outcome that they did not bring about themselves."""
    assert set(Outcome) - {Outcome.WITHDRAWN} == set(TOLD_OUTCOMES)
