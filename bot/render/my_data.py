"""The export of a person's data: in words and as a file."""

from collections import Counter
from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from alerts.ports import Record
from alerts.services.privacy.export_member import Export
from bot.conversation.message import Document
from texts.html import Html, lines, paragraphs
from texts.phrases import Phrases
from texts.times_and_distances import moment

AT_MOST = 8  # names on a line; the file has all of them
LINE_LENGTH = 150  # characters of those names, so that all lines fit in one message
# The column of a record by which a person recognises it.
_NAMED_BY: Mapping[str, str] = {
    "member": "language",
    "addresses": "ref",
    "premises": "name",
    "added_branches": "branch",
    "followed_areas": "words",
    "roles": "role",
    "deputy_of": "role",
    "reports": "number",
    "alerts_written": "number",
    "texts_sent": "alert_number",
    "groups_made": "name",
    "kept_forms": "form",
    "dialogues": "form",
    "deliveries": "state",
}


def file_of(export: Export) -> Document:
    """Return the whole export as a file."""
    return Document(f"wees-alert-{export.made_at:%Y-%m-%d}.json", export.as_json())


def in_words(export: Export, t: Phrases, zone: ZoneInfo) -> Html:
    """Summarise the export: a line for each kind of record that has any."""
    told = [_line(name, rows, t) for name, rows in export.records.items() if rows]
    at = moment(export.made_at, t, zone)
    return paragraphs(t("mydata-title", moment=at), lines(*told), t("mydata-rights"))


def _line(name: str, rows: Sequence[Record], t: Phrases) -> Html:
    what, column = t.plain(f"mydata-{name}"), _NAMED_BY.get(name)
    named = [_word(column, str(row[column]), t) for row in rows if row.get(column)] if column else []
    if not named:
        return t("mydata-line", what=what, count=len(rows))
    shown = ", ".join(_times(word, count) for word, count in Counter(named).most_common(AT_MOST))
    is_cut = len(set(named)) > AT_MOST or len(shown) > LINE_LENGTH
    return t("mydata-line-named", what=what, count=len(rows), named=shown[:LINE_LENGTH] + ("…" if is_cut else ""))


def _word(column: str, value: str, t: Phrases) -> str:
    """Translate a stored key into the reader's language; typed text and numbers stay as they are."""
    match column:
        case "role":
            return t.plain(f"role-{value}")
        case "branch":
            return t.plain(f"branch-{value}")
        case "form":
            return t.plain(f"form-{value.partition('.')[0]}")  # `alert.5` is about a numbered draft
        case "language":
            return t.plain(f"language-{value}")
        case "state":
            return t.plain(f"mydata-state-{value}")
        case _:
            return value


def _times(word: str, count: int) -> str:
    return word if count == 1 else f"{word} ×{count}"
