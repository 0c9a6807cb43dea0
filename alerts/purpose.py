"""Purposes: what somebody reads a report for. It is asked, and kept in the audit record."""

from enum import StrEnum


class Purpose(StrEnum):
    """A reason that the law and the work know (DOMAIN §2: reports are read by who deals with them)."""

    TRIAGE = "triage"
    PATTERN = "pattern"
    AFTERCARE = "aftercare"
    REVIEW = "review"
