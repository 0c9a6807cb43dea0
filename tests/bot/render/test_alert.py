"""Property tests that a notice is valid Telegram HTML within the limits, whatever a person typed."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.alert import WHAT_LENGTH, AlertContent, IncidentKind, Revision, RevisionKind
from alerts.area import Place
from alerts.ids import AlertId, RevisionId
from alerts.member import Language
from alerts.modus_operandi import MO_FIELDS, NOTES_LENGTH, TYPED_MO_FIELD
from alerts.severity import Severity
from alerts.tlp import Tlp
from alerts.typed_text import utf16_length
from bot.render.alert import Reader, whole_message
from bot.render.alert_background import Background
from playground.html import parse_html
from texts.html import Html, joined
from texts.phrases import load_texts

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 21, 20, 5, tzinfo=UTC)
TEXTS = load_texts(strict=True)
LIMIT = 4096

typed = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=WHAT_LENGTH)
mo = st.fixed_dictionaries(
    {},
    optional={
        **{field: st.sampled_from(values) for field, values in MO_FIELDS.items()},
        TYPED_MO_FIELD: typed.filter(lambda text: utf16_length(text) <= NOTES_LENGTH),
    },
)


@given(
    what=typed.filter(lambda text: utf16_length(text) <= WHAT_LENGTH),
    words=st.text(st.characters(exclude_categories=["Cs"]), max_size=80),
    mo=mo,
    kind=st.sampled_from(IncidentKind),
    metres=st.none() | st.integers(0, 400_000),
    language=st.sampled_from(Language),
)
def test_any_text_renders(
    what: str, words: str, mo: dict[str, str], kind: IncidentKind, metres: int | None, language: Language
) -> None:
    """The typed text is shown as typed, and the notice is within 4096 UTF-16 units."""
    text = _read(_content(kind, mo, what=what, words=words), metres, language)
    assert what in text
    assert utf16_length(text) <= LIMIT


@pytest.mark.parametrize("kind", [IncidentKind.RECONNAISSANCE, IncidentKind.SUSPICIOUS_SITUATION])
def test_who_was_only_seen_is_no_offender(kind: IncidentKind) -> None:
    """Persons who were only seen left and are no offenders; offenders of a robbery fled."""
    mo = {"offender_count": "2", "exit_mode": "scooter"}
    seen, robbery = (_read(_content(one, mo), None, Language.DUTCH) for one in (kind, IncidentKind.ROBBERY))
    for said in ("Aantal personen: 2", "Vertrokken: op een scooter"):
        assert said in seen
    for said in ("Aantal daders: 2", "Gevlucht: op een scooter"):
        assert said in robbery
        assert said not in seen


def _content(kind: IncidentKind, mo: dict[str, str], *, what: str = "Let op.", words: str = "") -> AlertContent:
    return AlertContent(
        kind=kind,
        what=what,
        place=Place("2903"),
        place_words=words,
        reach_m=5_000,
        branches=frozenset(),
        severity=Severity.P1,
        tlp=Tlp.AMBER,
        until=NOW + timedelta(hours=2),
        occurred_at=NOW,
        mo=mo,
        is_drill=True,
    )


def _read(content: AlertContent, metres: int | None, language: Language) -> str:
    revision = Revision(RevisionId(1), AlertId(1), 1, RevisionKind.FIRST, "2026-0001", content)
    reader = Reader(metres, NOW)
    return parse_html(whole_message(revision, Background(), reader, TEXTS[language], ZONE).text)[0]


@given(st.lists(typed, max_size=4))
def test_what_is_not_html_is_escaped_when_joined(parts: list[str]) -> None:
    """A plain string that is joined with Html parts is escaped."""
    text, entities = parse_html(joined("\n", Html("<b>x</b>"), *parts))
    assert "\n".join(["x", *(part for part in parts if part)]) == text
    assert len(entities) == 1
