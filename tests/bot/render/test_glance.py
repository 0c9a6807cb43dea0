"""A notice is read at one glance: what counts comes first, in at most 70 words above its buttons."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from alerts.alert import AlertContent, IncidentKind, Revision, RevisionKind
from alerts.area import Place
from alerts.ids import AlertId, RevisionId
from alerts.member import Language
from alerts.modus_operandi import MO_FIELDS
from alerts.point import degrees, point_at
from alerts.role import Role
from alerts.sender import Sender
from alerts.severity import Severity
from alerts.time_of_day import TimeOfDay
from alerts.tlp import Tlp
from bot.conversation.message import Keyboard, Message
from bot.render.alert import Reader, alert_message, behind_more, closing_message, whole_message
from bot.render.alert_background import Background
from bot.render.alert_in_chat import group_message
from playground.html import parse_html
from texts.length import MOST_WORDS, cut, new_sentences
from texts.phrases import load_texts

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 21, 19, 45, tzinfo=UTC)
TEXTS = load_texts(strict=True)
MIDDLE = point_at(51.93, 4.59)
MARSHAL = Sender(Role.CITY_MARSHAL, place="Capelle aan den IJssel")
SHORT = "Twee mannen met een mes. Ze reden weg op een zwarte scooter."
LONG = " ".join(f"Zin {number} zegt nog iets over wat er is gebeurd." for number in range(15))
EVERY_FACT = {field: values[1] for field, values in MO_FIELDS.items()}
BY_SCOOTER = {"offender_count": "2", "exit_mode": "scooter"}
URGENCY = {
    Language.DUTCH: {"P1": "ACUUT", "P2": "WEES ALERT", "P3": "PATROON", "P4": "INFORMATIE"},
    Language.ENGLISH: {"P1": "ACUTE", "P2": "BE ALERT", "P3": "PATTERN", "P4": "INFORMATION"},
}
FAR = {
    Language.DUTCH: r"(minder dan 250 m|[34]00 m|\d+,\d km) van je zaak",
    Language.ENGLISH: r"(less than 250 m|[34]00 m|\d+\.\d km) from your business",
}


def content(**changes: object) -> AlertContent:
    """An acute robbery of five minutes ago, by a city marshal."""
    whole = AlertContent(
        kind=IncidentKind.ROBBERY,
        what=SHORT,
        place=Place("2903"),
        place_words="Capelle aan den IJssel",
        reach_m=5_000,
        branches=frozenset(),
        severity=Severity.P1,
        tlp=Tlp.AMBER,
        until=NOW + timedelta(hours=2),
        occurred_at=NOW - timedelta(minutes=5),
        sender=MARSHAL,
    )
    return replace(whole, **changes)  # type: ignore[arg-type]  # fields of the content


def revision(of: AlertContent, kind: RevisionKind = RevisionKind.FIRST) -> Revision:
    """Its first text, or what comes after it."""
    number = 1 if kind is RevisionKind.FIRST else 2
    return Revision(RevisionId(1), AlertId(1), number, kind, "2026-0003", of)


def read(of: Revision, metres: int | None = 100, before: AlertContent | None = None) -> list[str]:
    """The lines of the text as a Dutch reader sees them."""
    message = alert_message(of, Background(MIDDLE, before), Reader(metres, NOW), TEXTS[Language.DUTCH], ZONE)
    return parse_html(message.text)[0].splitlines()


def words(message: Message) -> int:
    """What stands between spaces, counted apart from the program."""
    return len(parse_html(message.text)[0].split())


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("severity", Severity)
@pytest.mark.parametrize("kind", IncidentKind)
def test_every_notice_fits_and_begins_with_what_counts(
    kind: IncidentKind, severity: Severity, language: Language
) -> None:
    """Of every label, however much was typed: near and far, first text, drill and correction, in private and in a
    group."""
    t = TEXTS[language]
    typed: tuple[tuple[str, dict[str, str]], ...] = ((SHORT, {}), (LONG, EVERY_FACT))
    for tlp, (what, mo), is_drill in product(Tlp, typed, (False, True)):
        told = content(kind=kind, severity=severity, tlp=tlp, what=what, mo=mo, is_drill=is_drill)
        was = content(kind=IncidentKind.OTHER, mo={"weapon": "knife"}, until=NOW + timedelta(days=9))
        for metres, of in product((0, None), (RevisionKind.FIRST, RevisionKind.CORRECTION)):
            background = Background(MIDDLE, was if of is RevisionKind.CORRECTION else None)
            message = alert_message(revision(told, of), background, Reader(metres, NOW), t, ZONE)
            assert words(message) <= MOST_WORDS
            shown = parse_html(message.text)[0].splitlines()
            first = shown[is_drill + (of is RevisionKind.CORRECTION)]
            assert first.startswith(f"{URGENCY[language][severity]}: ")
            assert kind is IncidentKind.PREVENTION or {"2903", "20:40"} <= set(
                re.findall(r"2903|20:40", "".join(shown))
            )
            assert kind is IncidentKind.PREVENTION or metres is None or re.search(FAR[language], first)
            assert "2026-0003" in shown[-1]
            assert tlp in shown[-2]
        in_chat = group_message(
            revision(told), Background(MIDDLE), NOW, t, ZONE, bot="bot", reads_text=tlp in (Tlp.CLEAR, Tlp.GREEN)
        )
        assert words(in_chat) <= MOST_WORDS


def test_an_acute_robbery_reads_so() -> None:
    """The whole of it, as it stands on the screen."""
    assert [
        "ACUUT: overval, minder dan 250 m van je zaak · 5 minuten geleden",
        "",
        SHORT,
        "",
        "Capelle aan den IJssel (2903), om 20:40. Geldt tot 22:45.",
        "",
        "Let nu op je deur. Ga niemand achterna.",
        "Gebeurt het nu? Bel 112.",
        "",
        "Alleen voor jou en je collega’s. Niet doorsturen. (TLP:AMBER)",
        "2026-0003 · Stadsmarinier Capelle aan den IJssel, in afstemming met de politie",
    ] == read(revision(content()))


def test_advice_differs_by_severity() -> None:
    """What to do now is not what to do in the coming days."""
    said = {read(revision(content(severity=severity)))[6] for severity in Severity}
    assert len(said) == 3


def test_a_correction_says_first_what_changed() -> None:
    """Then that the earlier text is void."""
    before, after = content(mo={"offender_count": "2"}), content(mo=BY_SCOOTER)
    said = read(revision(after, RevisionKind.CORRECTION), before=before)
    assert said[0] == "GEWIJZIGD: gevlucht op een scooter. Het vorige bericht geldt niet meer."
    assert said[1].startswith("ACUUT: overval, minder dan 250 m")
    assert said[-1].startswith("2026-0003 v2 · ")


def test_a_correction_of_a_long_text_shows_what_it_says_anew() -> None:
    """Where the text does not fit, the sentences that changed stand there, and the rest is behind *Meer*."""
    before = content(what=LONG)
    after = replace(before, what=LONG.replace("Zin 9 zegt nog iets", "Zin 9 zegt nu iets anders"))
    message = alert_message(
        revision(after, RevisionKind.CORRECTION),
        Background(MIDDLE, before),
        Reader(100, NOW),
        TEXTS[Language.DUTCH],
        ZONE,
    )
    shown = parse_html(message.text)[0]
    assert "\n… Zin 9 zegt nu iets anders over wat er is gebeurd.\n" in shown
    assert "Zin 0" not in shown
    assert words(message) <= MOST_WORDS


@pytest.mark.parametrize(
    ("before", "text", "shown"),
    [
        ("Een. Twee. Drie.", "Een. Vier. Drie.", "… Vier."),
        ("Een. Twee.", "Nul. Twee.", "Nul."),
        ("Een.\nTwee!", "Een.\nDrie!", "… Drie!"),
        ("Een. Twee.", "Drie. Vier.", "Drie. Vier."),
        ("Een. Twee.", "Twee.", "Twee."),
    ],
)
def test_new_sentences_are_those_that_were_not_there(before: str, text: str, shown: str) -> None:
    """Sentences that stand in both are left out, unless none or all are new."""
    assert shown == new_sentences(before, text)


def test_a_correction_reads_so() -> None:
    """The whole of it: what changed first, then as the first text reads, with place and time."""
    before, after = content(mo={"offender_count": "2"}), content(mo=BY_SCOOTER)
    assert [
        "GEWIJZIGD: gevlucht op een scooter. Het vorige bericht geldt niet meer.",
        "ACUUT: overval, minder dan 250 m van je zaak",
        "",
        SHORT,
        "",
        "Capelle aan den IJssel (2903), om 20:40.",
        "",
        "Let nu op je deur. Ga niemand achterna.",
        "Gebeurt het nu? Bel 112.",
        "",
        "Alleen voor jou en je collega’s. Niet doorsturen. (TLP:AMBER)",
        "2026-0003 v2 · Stadsmarinier Capelle aan den IJssel",
    ] == read(revision(after, RevisionKind.CORRECTION), before=before)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": IncidentKind.ROBBERY_ATTEMPT}, "poging tot overval"),
        ({"severity": Severity.P2}, "nu een waarschuwing"),
        ({"mo": {"offender_count": "3"}}, "3 daders"),
        ({"mo": {}}, "aantal daders niet bekend"),
        ({"occurred_at": NOW - timedelta(hours=1)}, "het was om 19:45"),
        ({"occurred_at": None}, "tijd niet bekend"),
        ({"until": NOW + timedelta(hours=4)}, "geldt tot 00:45"),
        ({"what": LONG}, "de tekst"),
        ({"mo": {"offender_count": "3", "weapon": "knife"}, "what": LONG}, "3 daders, mes en meer"),
    ],
)
def test_each_change_has_its_words(change: dict[str, object], said: str) -> None:
    """The two most telling, and whether there is more."""
    before = content(mo={"offender_count": "2"})
    shown = read(revision(replace(before, **change), RevisionKind.CORRECTION), before=before)  # type: ignore[arg-type]
    assert shown[0] == f"GEWIJZIGD: {said}. Het vorige bericht geldt niet meer."


def test_an_acute_notice_is_recognised_by_the_line_in_a_group() -> None:
    """The line says kind, area, number and sender, and whether it changed."""
    t, acute = TEXTS[Language.DUTCH], content()
    line = group_message(revision(acute), Background(), NOW, t, ZONE, bot="bot", reads_text=False)
    said = "ACUUT: overval, Capelle aan den IJssel (2903) · 2026-0003 (TLP:AMBER)"
    assert f"{said} · Stadsmarinier Capelle aan den IJssel" == parse_html(line.text)[0]
    changed = revision(acute, RevisionKind.CORRECTION)
    line = group_message(changed, Background(), NOW, t, ZONE, bot="bot", reads_text=False)
    assert parse_html(line.text)[0].startswith("GEWIJZIGD. ACUUT: overval, ")


def test_the_end_of_a_notice_says_so_first() -> None:
    """With its number and its sender last."""
    ended = revision(content(what="arrest"), RevisionKind.ALL_CLEAR)
    shown = parse_html(closing_message(ended, TEXTS[Language.DUTCH]).text)[0].splitlines()
    last = "2026-0003 (TLP:AMBER) · Stadsmarinier Capelle aan den IJssel"
    assert ("EINDE ALERT: overval", last) == (shown[0], shown[-1])


def test_what_does_not_fit_stands_behind_meer() -> None:
    """The button is there for that only, and who approves reads it all."""
    t, reader = TEXTS[Language.DUTCH], Reader(100, NOW)
    fits, long = revision(content()), revision(content(what=LONG))
    assert ["Gelezen", "Iets melden"] == _labels(alert_message(fits, Background(), reader, t, ZONE))
    assert behind_more(fits, Background(), reader, t, ZONE) == ""
    glance = alert_message(long, Background(), reader, t, ZONE)
    assert ["Gelezen", "Iets melden", "Meer"] == _labels(glance)
    assert "Zin 14 " not in glance.text
    assert "Zin 14 " in behind_more(long, Background(), reader, t, ZONE)
    whole = whole_message(long, Background(), reader, t, ZONE)
    assert LONG in whole.text
    assert ["Gelezen", "Iets melden"] == _labels(whole)


def test_the_same_words_fit_at_every_distance() -> None:
    """So that a preview is what arrives, at whichever shop and minute."""
    shown = {tuple(read(revision(content(what=LONG)), metres)[1:]) for metres in (0, 900, 4_200)}
    assert len(shown) == 1


@pytest.mark.parametrize("tlp", Tlp)
def test_the_place_links_to_a_map_where_the_label_is_for_shops(tlp: Tlp) -> None:
    """Of the middle of the postcode area, which is looked up elsewhere; without one there is no link."""
    background = Background(MIDDLE if tlp.is_for_shops else None)
    message = alert_message(revision(content(tlp=tlp)), background, Reader(100, NOW), TEXTS[Language.DUTCH], ZONE)
    assert tlp.is_for_shops is ("https://www.openstreetmap.org/#map=14/51.930/4.590" in message.text)


def test_a_point_has_its_degrees() -> None:
    """To a metre or so."""
    assert degrees(MIDDLE) == pytest.approx((51.93, 4.59), abs=1e-5)


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("Een twee. Drie vier.", 4, "Een twee. Drie vier."),
        ("Een twee. Drie vier.", 3, "Een twee."),
        ("Een. Twee, drie vier vijf zes.", 4, "Een. Twee, drie vier…"),
        ("Een, twee.", 1, "Een…"),
        ("Een twee.", 0, ""),
    ],
)
def test_a_text_is_cut_at_a_sentence_where_it_can_be(text: str, most: int, kept: str) -> None:
    """Else after a word, and shown as cut."""
    assert cut(text, most) == kept


def _labels(message: Message) -> list[str]:
    assert isinstance(message.keyboard, Keyboard)
    return [one.label for row in message.keyboard.rows for one in row]


def test_a_part_of_a_day_is_no_time() -> None:
    """Where no time was told, neither the moment that stands for it nor how long ago it was is shown."""
    told = content(occurred_at=NOW - timedelta(hours=5), time_of_day=TimeOfDay.AFTERNOON)
    first, *rest = read(revision(told))
    assert first.endswith("van je zaak")
    assert "21 november, in de middag." in " ".join(rest)
    assert "geleden" not in " ".join([first, *rest])
    whole = whole_message(revision(told), Background(MIDDLE), Reader(100, NOW), TEXTS[Language.DUTCH], ZONE)
    assert "<b>Wanneer:</b> 21 november, in de middag" in whole.text


def test_a_time_in_place_of_a_part_of_a_day_is_a_change() -> None:
    """A correction says when it was, also where the moment is the one that stood for the part."""
    before = content(occurred_at=NOW - timedelta(hours=5), time_of_day=TimeOfDay.AFTERNOON)
    exact = replace(before, time_of_day=None)
    assert "het was om 15:45" in read(revision(exact, RevisionKind.CORRECTION), before=before)[0]
    assert "het was 21 november, in de middag" in read(revision(before, RevisionKind.CORRECTION), before=exact)[0]
