"""Purposes for reading a report; the reader is asked, and the answer is kept in the audit record."""

from enum import StrEnum


class Purpose(StrEnum):
    """The purposes that the law and the work know (docs/domain.md §2: reports are read by who deals with them)."""

    TRIAGE = "triage"
    PATTERN = "pattern"
    AFTERCARE = "aftercare"
    REVIEW = "review"
