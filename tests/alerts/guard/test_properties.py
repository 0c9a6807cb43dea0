"""Property tests of the guard, over everything that people write in these notations."""

import re
from datetime import date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from alerts.guard import Finding, find
from alerts.guard.plates import LAYOUTS
from alerts.guard.short_words import are_ordinary

pytestmark = pytest.mark.sweep

_DATES = [
    "%d-%m-%Y",
    "%d/%m/%Y",
    "%d.%m.%Y",
    "%d - %m - %Y",
    "%Y-%m-%d",
    "%d-%m-%y",
    "%d/%m/%y",
    "%d-%m",
    "%d/%m",
    "%d.%m",
    "%Y%m%d",
    "%d%m%Y",
    "%d %b %Y",
    "%d-%b-%y",
]
_TIMES = ["%H:%M", "%H.%M", "%H:%M:%S", "%H:%M uur", "%H.%M uur", "%Hu%M", "%H:%M-23:00", "%H.%M-23.00"]
_PHONE_FORMS = [
    "{a}{b}{c}",
    "{a}-{b}{c}",
    "{a} {b}{c}",
    "{a} - {b}{c}",
    "({a}) {b} {c}",
    "{a}/{b}{c}",
    "{a}.{b}.{c}",
    "{a}-{b} {c}",
    "{a}–{b}{c}",
    "{a}\u00a0{b}\u00a0{c}",
    "{a}{b}\u200b{c}",
    "+31{d}{b}{c}",
    "+31 {d} {b} {c}",
    "+31 (0){d}-{b}{c}",
    "0031{d}{b}{c}",
]
_AREAS = ["06", "010", "020", "0180", "0512", "088", "085"]
_GAP = {"dash": "-", "dot": ".", "en dash": "–", "space": " ", "none": ""}
_INVISIBLE = st.sampled_from(["", "\u200b", "\u2060", "\ufeff", "\u00ad"])


def _kinds(text: str) -> set[Finding]:
    return {one.kind for one in find(text)}


def _words(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find(text)]


def _bsn(first: int) -> str:
    """Return the BSN with these first eight digits; there is none when the remainder is ten."""
    digits = f"{first:08d}"
    last = sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), digits, strict=True)) % 11
    assume(last < 10)
    return f"{digits}{last}"


@pytest.mark.parametrize("written", ["op {} om {}", "{} {}", "{}, {} in 2903 AB", "tussen {} {} en 22:00 uur"])
@pytest.mark.parametrize("date_form", _DATES)
@pytest.mark.parametrize("time_form", _TIMES)
def test_no_moment_of_2026_is_a_finding(written: str, date_form: str, time_form: str) -> None:
    """No date and time of 2026 is a finding."""
    for day in range(365):
        moment = datetime(2026, 1, 1, 0, 0) + timedelta(days=day, minutes=day * 37 % 1440)  # noqa: DTZ001 # no zone: it is text
        text = written.format(moment.strftime(date_form), moment.strftime(time_form))
        assert find(text) == [], text


@given(
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.times(),
    st.sampled_from(["{0.day}-{0.month}", "{0.day}/{0.month}/2026"]),
)
def test_no_short_date_is_a_finding(day: date, moment: object, form: str) -> None:
    """No date without leading zeros is a finding."""
    assert find(f"op {form.format(day)} {str(moment)[:5]}") == []


@given(
    st.sampled_from(_AREAS),
    st.integers(0, 99_999_999),
    st.sampled_from(_PHONE_FORMS),
    st.sampled_from(["tel {}", "kassa 3 {} bellen", "om 20:45 {}", "tel:{}", "24/7 {}"]),
)
def test_every_dutch_number_is_found(area: str, number: int, form: str, around: str) -> None:
    """Mobile, area and company numbers are found, however they are grouped, as one finding with all digits."""
    digits = f"1{number:08d}"[: 10 - len(area)]
    phone = form.format(a=area, d=area[1:], b=digits[:3], c=digits[3:])
    text = around.format(phone)
    assert phone.strip("(") in _words(text)[0]
    assert [Finding.PHONE] == [one.kind for one in find(text)]


@given(
    st.integers(0, 99_999_999),
    st.sampled_from("-. /"),
    st.sampled_from(["06{0}{1}{0}{2}{0}{3}{0}{4}", "06-{1} {2} {3} {4}", "06.{1}.{2}.{3}.{4}"]),
)
def test_numbers_in_pairs_are_found(number: int, gap: str, form: str) -> None:
    """A telephone number of ten digits in pairs is found, although pairs may look like days, months and hours."""
    digits = f"{number:08d}"
    phone = form.format(gap, *(digits[at : at + 2] for at in (0, 2, 4, 6)))
    assert [phone] == _words(f"bel {phone} voor meer")


@given(
    st.integers(1_000_000, 99_999_999),
    st.sampled_from(["{a}{b}{c}", "{a}.{b}.{c}", "{a} {b} {c}", "{a}-{b}-{c}"]),
    st.sampled_from(["nr {}", "bsn{}", "BSN-{}", "nr.{}", "({})"]),
)
def test_every_bsn_is_found(first: int, form: str, around: str) -> None:
    """Nine digits that pass the eleven-test are found, plain and grouped."""
    digits = _bsn(first)
    bsn = form.format(a=digits[:4], b=digits[4:6], c=digits[6:])
    assert [bsn] == _words(around.format(bsn))


@given(st.integers(1_000_000, 9_999_999), st.sampled_from(["{}{}{}", "{}.{}.{}"]))
def test_every_old_bsn_is_found(first: int, form: str) -> None:
    """Eight digits are found as a BSN without its leading zero."""
    digits = _bsn(first)[1:]
    assume("202" not in digits and "203" not in digits)  # may be a date
    bsn = form.format(digits[:3], digits[3:5], digits[5:])
    assert {Finding.BSN} == _kinds(f"nummer {bsn} van hem")


@given(st.data(), st.sampled_from(LAYOUTS), st.sampled_from(list(_GAP)), st.booleans())
def test_every_side_code_is_found(data: st.DataObject, layout: str, gap: str, is_lower: bool) -> None:
    """Every side code is found with dashes or dots in any case, and with spaces or nothing in capitals."""
    signs = {"X": "BDFGHJKLNPRSTVXZ", "9": "0123456789", "-": "-"}
    plate = "".join(data.draw(st.sampled_from(signs[sign])) for sign in layout)
    assume(not are_ordinary(re.findall("[a-z]+", plate.lower())))
    assume(not (gap == "none" and layout == "99-99-XX"))  # a postcode
    written = plate.replace("-", _GAP[gap])
    if is_lower and gap in {"dash", "dot", "en dash"}:
        written = written.lower()
    assert [written] == _words(f"Een auto met {written} reed weg")


_SIGNS = {"X": "BDFGHJKLNPRSTVXZ", "9": "123456789"}
_FOREIGN = [
    "9-XXX-999",
    "XX-999-XX",
    "XX 999 XX",
    "XX19 XXX",
    "XX19XXX",
    "B-XX 999",
    "M-X 9999",
    "HH XX 99",
    "WA 9999X",
]
_FOREIGN += ["PO 9X999", "B 999 XXX", "CJ 99 XXX", "CB 9999 BT", "BT 9999 TB"]


@given(st.data(), st.sampled_from(_FOREIGN), st.sampled_from(["een auto met {} reed weg", "{}", "({})", "bus: {}."]))
def test_plates_of_the_neighbours_are_found(data: st.DataObject, layout: str, around: str) -> None:
    """Plates of Belgium, France, Italy, Britain, Germany, Poland, Romania, Bulgaria and Ukraine are found in
    capitals."""
    plate = "".join(data.draw(st.sampled_from(_SIGNS.get(sign, sign))) for sign in layout)
    assume(not are_ordinary(re.findall("[a-z]+", plate.lower())))
    assert [plate] == _words(around.format(plate))


@given(st.data(), st.sampled_from(LAYOUTS))
def test_letters_that_look_latin_hide_no_plate(data: st.DataObject, layout: str) -> None:
    """A plate is found when Cyrillic or Greek letters stand for Latin ones that look the same."""
    alike = {
        "X": ["\u0412", "\u041d", "\u041a", "\u0422", "\u0425", "\u0396", "\u039d", "B", "X"],
        "9": list("123456789"),
    }
    plate = "".join(data.draw(st.sampled_from(alike.get(sign, [sign]))) for sign in layout)
    assert [plate] == _words(f"Een auto met {plate} reed weg")


@given(
    st.sampled_from(
        [("NL", "ABNA{:010d}"), ("DE", "{:018d}"), ("BE", "{:012d}"), ("PL", "{:024d}"), ("GB", "NWBK{:014d}")]
    ),
    st.integers(1, 9_999_999_999),
    st.sampled_from(["", " ", "-"]),
    st.booleans(),
)
def test_every_iban_is_found(country: tuple[str, str], number: int, gap: str, is_lower: bool) -> None:
    """An IBAN is found in groups of four or in one piece; with a wrong check number it is no finding."""
    account = country[1].format(number)
    rest = int("".join(str(int(sign, 36)) for sign in account + country[0] + "00")) % 97
    for check, is_valid in ((98 - rest, True), ((98 - rest + 7) % 97 + 2, False)):
        signs = f"{country[0]}{check:02d}{account}"
        written = gap.join(signs[at : at + 4] for at in range(0, len(signs), 4))
        written = written.lower() if is_lower else written
        assert is_valid == ([written] == _words(f"rekening {written} van hem"))


@given(
    st.data(),
    st.sampled_from(["06-12345678", "AB-12-CD", "€ 2.500", "jan@winkel.nl", "123456782"]),
    st.text(alphabet="é ,\u200b\u0301", max_size=5),
)
def test_places_are_those_of_the_original(data: st.DataObject, secret: str, before: str) -> None:
    """Findings have the places of the original text, whatever invisible characters are in it."""
    typed = secret[0] + "".join(data.draw(_INVISIBLE) + sign for sign in secret[1:])
    assert [typed] == _words(f"zie {before} {typed} \u200b, zei hij")


@given(st.text())
def test_any_text_has_findings_inside_it(text: str) -> None:
    """Findings of any text are in order, do not overlap, and are never empty."""
    end = 0
    for one in find(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end
