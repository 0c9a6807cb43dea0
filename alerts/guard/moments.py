"""Dates and times as people write them: their digits are not the number of a person."""

import re

from alerts.guard.plain import hidden, matches_at, starts_of_numbers

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19|20)\d\d"
_NEAR = r"20[23]\d"  # eight bare digits are a date only in these years: they may be a BSN, too
_HOUR = r"(?:[01]?\d|2[0-4])"
_NAME = r"(?:jan|feb|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)"
_PAIRS = r"([ ./-])\d\d\{}\d\d(?!\d)"  # how a phone number goes on: 06-12-34[ 56 78]

_MOMENT = re.compile(
    rf"(?:{_HOUR}:[0-5]\d(?::[0-5]\d)?"
    rf"|{_DAY} ?([-/.]) ?{_MONTH} ?\1 ?{_YEAR}"
    rf"|{_YEAR}([-/.]){_MONTH}\2{_DAY}"
    rf"|{_DAY}[-/. ]?{_NAME}[-/. ]?(?:{_YEAR}|[23]\d)"
    rf"|(?<![./-]){_DAY}([-/.]){_MONTH}\3[23]\d(?!\3\d|{_PAIRS.format(4)})"
    rf"|(?<!\.){_HOUR}\.[0-5]\d(?!\.\w|{_PAIRS.format(5)})"
    rf"|{_NEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    rf"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2]){_NEAR}"
    rf"|{_HOUR}[0-5]\d ?- ?{_HOUR}[0-5]\d(?= ?(?:uur|u|h)\b)"
    r")(?!\d)",
    re.IGNORECASE,
)


def without_moments(text: str) -> str:
    """Return the plain text with dates and times made unreadable, of the same length. Digits that may be a phone number
    in pairs as well (`06-12-20-19-45`) stay."""
    moments = matches_at(_MOMENT, text, starts_of_numbers(text))
    return hidden(text, (match.span() for match in moments))
