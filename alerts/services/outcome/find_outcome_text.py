"""Find the text of an outcome for one report: the own words of the municipality of its place, if it has any."""

from alerts.member import Language
from alerts.outcome_text import words_for
from alerts.ports import UnitOfWork
from alerts.report import Outcome, Report
from alerts.services.permission.locate_matter import part_of


async def find_outcome_text(uow: UnitOfWork, report: Report, outcome: Outcome, language: Language) -> str | None:
    """Return the municipality's words for this outcome of the report; None for the standard text."""
    part = await part_of(uow, report.place)
    if part is None:
        return None
    return words_for(await uow.outcome_texts.of_outcome(part.municipality_id, outcome), report.kind, language)
