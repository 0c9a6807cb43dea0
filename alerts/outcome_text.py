"""Text of an outcome (tekst bij een uitkomst): what a reporter reads when a report ends, in a municipality's own
words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from alerts.ids import MemberId, MunicipalityId, OutcomeTextId
from alerts.member import Language
from alerts.report import Outcome, ReportKind

TEXT_LENGTH = 400  # UTF-16 units; the news of a report stays within one screen of a phone
# Outcomes that the reporter hears of; who took a report back knows it.
TOLD_OUTCOMES = tuple(one for one in Outcome if one is not Outcome.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class TextKey:
    """What a text is for: an outcome in a municipality, of one kind of report or (None) of every kind."""

    municipality: MunicipalityId
    outcome: Outcome
    kind: ReportKind | None = None


@dataclass(frozen=True, slots=True)
class NewOutcomeText:
    """A text that is not stored yet. In a language that `words` lack, and in all without any, the standard text is
    read."""

    key: TextKey
    words: Mapping[Language, str]
    author_id: MemberId


@dataclass(frozen=True, slots=True)
class OutcomeText:
    """A stored text. The newest with its key is in force; the others are its history."""

    id: OutcomeTextId
    key: TextKey
    words: Mapping[Language, str]
    author_id: MemberId
    created_at: datetime


def newest_by_kind(texts: Iterable[OutcomeText]) -> dict[ReportKind | None, OutcomeText]:
    """Return the text in force for each kind of report (None: every kind), of texts of one outcome, oldest first."""
    return {one.key.kind: one for one in texts}


def words_for(texts: Iterable[OutcomeText], kind: ReportKind, language: Language) -> str | None:
    """Return what a reporter reads of these texts of one outcome, oldest first: the one for the kind of report, else
    that for every kind; None for the standard text, also where these lack the language."""
    in_force = newest_by_kind(texts)
    own = (in_force[one].words.get(language) for one in (kind, None) if one in in_force)
    return next((one for one in own if one), None)
