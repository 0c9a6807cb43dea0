"""Measures in words, as they stand under a notice."""

from collections.abc import Collection, Sequence

from alerts.alert import AlertContent
from alerts.branch import Branch
from alerts.measure import Measure, branches_to_fit, choose_measures
from texts.html import Html, lines
from texts.phrases import Phrases


def measure_words(measure: Measure, t: Phrases) -> Html:
    """Return a measure in the reader's language."""
    if measure.words is not None:
        return t("measure-typed", words=measure.words[t.language])
    return t(f"measure-{measure.key}")


def measures_for(content: AlertContent, measures: Sequence[Measure], reader: Collection[Branch], t: Phrases) -> Html:
    """Return the measures for a reader with shops of these branches, a line each under a heading; none for a tip, which
    is a measure itself."""
    if content.is_tip:
        return Html("")
    chosen = choose_measures(measures, branches_to_fit(reader, content.branches), content.mo)
    told = [t("measure-line", measure=measure_words(one, t)) for one in chosen]
    return lines(t("measures-head"), *told) if told else Html("")
