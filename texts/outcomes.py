"""The outcome of a report in words: the municipality's own, else the standard text of the outcome and kind."""

from collections.abc import Mapping

from alerts.ports import UnitOfWork
from alerts.report import Outcome, Report, ReportKind
from alerts.services.outcome.find_outcome_text import find_outcome_text
from texts.html import Html
from texts.phrases import Phrases

# The kinds of reports for which the standard text of an outcome is another one, and the end of its id.
_ROBBERIES = dict.fromkeys((kind for kind in ReportKind if kind.is_robbery), "-robbery")
_DIFFER: Mapping[Outcome, Mapping[ReportKind, str]] = {
    Outcome.HANDLED: {**_ROBBERIES, ReportKind.RECONNAISSANCE: "-reconnaissance"},
    Outcome.UNFOUNDED: _ROBBERIES,
    Outcome.ESCALATED: _ROBBERIES,
}


async def outcome_in_words(uow: UnitOfWork, report: Report, outcome: Outcome, t: Phrases) -> Html:
    """Say what the outcome means for whoever reported."""
    own = await find_outcome_text(uow, report, outcome, t.language)
    return t("outcome-text-own", text=own) if own else t(standard_id(outcome, report.kind))


def standard_id(outcome: Outcome, kind: ReportKind | None) -> str:
    """Return the id of the standard text; without a kind that of the kinds that have none of their own."""
    return f"outcome-text-{outcome}{'' if kind is None else _DIFFER.get(outcome, {}).get(kind, '')}"
