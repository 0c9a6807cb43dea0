"""Tests of the length of a notice with measures: its own words stay within one glance, and the measures are short."""

from dataclasses import replace
from itertools import product

import pytest

from alerts.alert import IncidentKind, RevisionKind
from alerts.branch import Branch
from alerts.measure import MEASURE_WORDS, MOST
from alerts.measure_table import MEASURES
from alerts.member import Language
from alerts.severity import Severity
from bot.render.alert import Reader, alert_message, whole_message
from bot.render.alert_background import Background
from tests.bot.render.test_glance import EVERY_FACT, LONG, MIDDLE, NOW, SHORT, TEXTS, ZONE, content, revision
from texts.length import MOST_WORDS, words_in


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("severity", Severity)
def test_the_notice_itself_stays_as_short_as_without(severity: Severity, language: Language) -> None:
    """Of every kind and for every branch the words above and below the measures are those of the same notice without
    them; only a P3 has any, three lines at most."""
    t, bare, told = TEXTS[language], Background(MIDDLE, content()), Background(MIDDLE, content(), MEASURES)
    texts: tuple[tuple[str, dict[str, str]], ...] = ((SHORT, {}), (LONG, EVERY_FACT))
    for kind, branch, (what, mo), of in product(
        (IncidentKind.ROBBERY, IncidentKind.RECONNAISSANCE, IncidentKind.PREVENTION),
        Branch,
        texts,
        (RevisionKind.FIRST, RevisionKind.CORRECTION),
    ):
        one = revision(content(kind=kind, severity=severity, what=what, mo=mo), of)
        reader = Reader(100, NOW, branches={branch})
        without = alert_message(one, bare, reader, t, ZONE)
        with_them = alert_message(one, told, reader, t, ZONE)
        has_some = severity is Severity.P3 and kind is not IncidentKind.PREVENTION
        assert has_some == (t("measures-head") in with_them.text)
        lines = [line for line in with_them.text.split("\n") if line.startswith("• ") or line == t("measures-head")]
        assert (3 <= len(lines) <= MOST + 1) == has_some
        rest = "\n\n".join(part for part in with_them.text.split("\n\n") if part != "\n".join(lines))
        assert without.text == rest
        assert words_in(rest) <= MOST_WORDS
        assert words_in(*lines) <= MOST * (MEASURE_WORDS + 1) + words_in(t("measures-head"))
        assert without.keyboard == with_them.keyboard


def test_all_of_a_notice_has_measures_whatever_its_severity() -> None:
    """Behind *Meer* they stand under every notice but a tip."""
    t, told = TEXTS[Language.DUTCH], Background(MIDDLE, None, MEASURES)
    for severity, kind in product(Severity, IncidentKind):
        one = revision(replace(content(kind=kind), severity=severity))
        text = whole_message(one, told, Reader(100, NOW, branches={Branch.JEWELLER}), t, ZONE).text
        assert (kind is not IncidentKind.PREVENTION) == (t("measures-head") in text)
