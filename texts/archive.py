"""Read what somebody looks for in the archive, and the words of its lists."""

import re
from datetime import date, timedelta

from alerts.alert import IncidentKind
from alerts.archive import MOST_TYPED, Sought, folded
from alerts.branch import Branch
from texts.phrases import Phrases

_NUMBER = re.compile(r"(?:oefening-|wa-)?(?:\d{4}-)?(\d{1,5})", re.ASCII)
_YEAR = re.compile(r"20\d\d", re.ASCII)
_LEAST = 4  # letters by which a branch is known


def read_sought(typed: str, t: Phrases, today: date) -> Sought:
    """Return what is looked for: a number with a dash, days ("deze week", "november", "2026"), and words, each of which
    may also be a branch. Only the beginning counts where more than `MOST_TYPED` was typed."""
    text = folded(typed.replace(":", " "))[:MOST_TYPED].strip()
    first, last, rest = _days(text, t, today)
    number, words = "", []
    for word in rest.split():
        match = _NUMBER.fullmatch(word)
        if match and ("-" in word or len(word) < _LEAST):
            number = f"-{int(match.group(1)):04d}" if "-" not in word else _whole(word)
        else:
            words.append(word)
    branches = {one: found for one in words if (found := _branch(one, t)) is not None}
    return Sought(text, number, tuple(words), branches, first, last)


def kind_names(t: Phrases) -> dict[IncidentKind, str]:
    """Return the folded names of the kinds."""
    return {kind: folded(t.plain(f"kind-{kind}")) for kind in IncidentKind if kind is not IncidentKind.PREVENTION}


def _whole(word: str) -> str:
    year, _, number = word.removeprefix("oefening-").removeprefix("wa-").partition("-")
    return f"{year}-{int(number):04d}" if number else f"-{int(year):04d}"


def _days(text: str, t: Phrases, today: date) -> tuple[date | None, date | None, str]:
    """Return the first and the last day that the text names, and the text without them."""
    monday = today - timedelta(days=today.weekday())
    named = {
        "archive-today": (today, today),
        "archive-yesterday": (today - timedelta(days=1), today - timedelta(days=1)),
        "archive-this-week": (monday, today),
        "archive-last-week": (monday - timedelta(days=7), monday - timedelta(days=1)),
    }
    for text_id, span in named.items():
        words = folded(t.plain(text_id))
        if re.search(rf"\b{re.escape(words)}\b", text):
            return *span, re.sub(rf"\b{re.escape(words)}\b", " ", text)
    year = next((word for word in text.split() if _YEAR.fullmatch(word)), None)
    for month in range(1, 13):
        name = folded(t.plain(f"month-{month}"))
        if re.search(rf"\b{name}\b", text):
            told = int(year) if year else today.year - (month > today.month)
            rest = re.sub(rf"\b{name}\b", " ", text)
            return date(told, month, 1), _end_of(told, month), _without(rest, year)
    if year is not None:
        return date(int(year), 1, 1), date(int(year), 12, 31), _without(text, year)
    return None, None, text


def _end_of(year: int, month: int) -> date:
    after = date(year + month // 12, month % 12 + 1, 1)
    return after - timedelta(days=1)


def _without(text: str, word: str | None) -> str:
    return " ".join(one for one in text.split() if one != word)


def _branch(word: str, t: Phrases) -> Branch | None:
    if len(word) < _LEAST:
        return None
    return next((one for one in Branch if folded(t.plain(f"branch-{one}")).startswith(word)), None)
