"""The MO register in the chat: a page of records, one record, and the screens with what can be searched for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from alerts.branch import COMMON_BRANCHES, Branch
from alerts.measure import Measure
from alerts.modus_operandi import MO_FIELDS
from alerts.services.register.find_ground import SoughtGround
from alerts.services.register.search_register import Period, RegisterEntry, RegisterPage, Wanted
from bot.conversation.callbacks import button
from bot.conversation.form import marked
from bot.conversation.message import Button, Message, in_rows
from texts.html import Html, joined, lines, paragraphs
from texts.mo_records import (
    branch_names,
    day_words,
    measures_of,
    method_lines,
    method_words,
    origin_words,
    place_of,
    wanted_words,
)
from texts.phrases import Phrases

T = TypeVar("T")

PAGE = 4  # records at once: with their buttons one screen of a phone
_FIELDS, _BRANCHES, _PERIODS = tuple(MO_FIELDS), tuple(Branch), tuple(Period)
_LETTERS = "abcdefghij"  # one for each MO field
_MOST_FIELDS = 8  # in a button; more would not fit in its data
KINDS = ("branch", "period", "place", "method")  # of what can be searched for
SEARCH = "search"  # the screen with these
_FIRST_BRANCHES = COMMON_BRANCHES[:7]
_FIRST_FIELDS = ("approach", "time_band", "weapon", "loot_type", "face_cover", "exit_mode")
_ASKED = {
    "branch": "mo-ask-branch",
    "branches": "mo-ask-branch",
    "period": "mo-ask-period",
    "place": "mo-ask-place",
    "method": "mo-ask-method",
    "methods": "mo-ask-method",
}


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """A ground to choose: its key, and its name."""

    key: str
    name: str


# What is searched for, as it stands in the data of buttons: the numbers of the branch and the period, the key of the
# place, and a letter and a number for each MO field. The whole of it is read again at each press.


def packed(wanted: Wanted) -> str:
    """Return what is searched for as a part of a button's data."""
    branch = "" if wanted.branch is None else str(_BRANCHES.index(wanted.branch))
    told = "".join(f"{_LETTERS[_FIELDS.index(name)]}{MO_FIELDS[name].index(one)}" for name, one in wanted.mo.items())
    return f"{branch}.{_PERIODS.index(wanted.period)}.{wanted.place}.{told}"


def unpacked(parts: Sequence[str]) -> Wanted:
    """Parse what is searched for; what an altered client sent is left out."""
    branch, period, place, told = (*parts, "", "", "", "")[:4]
    pairs = in_rows(told[: 2 * _MOST_FIELDS], 2)
    values = (_value("".join(pair)) for pair in pairs)
    return Wanted(
        branch=_at(_BRANCHES, branch),
        period=_at(_PERIODS, period) or Period.ALL,
        place=place,
        mo=dict(one for one in values if one is not None),
    )


def _value(pair: str) -> tuple[str, str] | None:
    name = _at(_FIELDS, str(_LETTERS.find(pair[:1])))
    value = None if name is None else _at(MO_FIELDS[name], pair[1:])
    return None if name is None or value is None else (name, value)


def _at(values: Sequence[T], number: str) -> T | None:
    is_there = number.isascii() and number.isdigit() and int(number[:3]) < len(values)
    return values[int(number)] if is_there else None


def register_page(page: RegisterPage, wanted: Wanted, ground: SoughtGround, t: Phrases, *, is_first: bool) -> Message:
    """Render a page of records, with buttons to open each, to go on, and to search for something else."""
    key = packed(wanted)
    told = [_line(number, one, t) for number, one in enumerate(page.entries, 1)]
    none = "" if told else t("mo-none-older" if not is_first else "mo-none")
    text = paragraphs(lines(t("mo-title"), t("mo-wanted", wanted=wanted_words(wanted, ground.name, t))), *told, none)
    opening = tuple(
        button(str(number), "morec", f"{key}.{one.filed.id:x}") for number, one in enumerate(page.entries, 1)
    )
    older = [button(t.plain("mo-older"), "mo", f"{key}.{page.following}")] if page.following else []
    newest = [] if is_first else [button(t.plain("mo-newest"), "mo", key)]
    search = button(t.plain("mo-search"), "mopick", f"{key}.{SEARCH}")
    rows = (opening, (*older, *newest), (search,))
    return Message(text, is_protected=True).with_keyboard(*(row for row in rows if row))


def _line(number: int, entry: RegisterEntry, t: Phrases) -> Html:
    record = entry.filed.record
    head = t("mo-record-line", number=str(number), kind=t(f"kind-{record.kind}"), day=day_words(record, t))
    return lines(
        head,
        joined(" · ", place_of(entry, t), branch_names(record.branches, t)),
        method_words(record.mo, record.kind, t) or t("mo-method-unknown"),
    )


def record_screen(
    entry: RegisterEntry, wanted: Wanted, measures: tuple[Measure, ...], reader: frozenset[Branch], t: Phrases
) -> Message:
    """Render one record: what is known of the method, the words of its notice while these are kept, and the measures
    for the reader's branch."""
    record = entry.filed.record
    head = lines(
        t("mo-record-head", kind=t(f"kind-{record.kind}"), day=day_words(record, t)),
        t("mo-record-where", place=place_of(entry, t)),
        t("mo-record-branches", branches=branch_names(record.branches, t)),
    )
    told = measures_of(record, measures, reader, t)
    advised = lines(t("measures-head"), *(t("measure-line", measure=one) for one in told)) if told else ""
    text = paragraphs(
        head,
        lines(*method_lines(record.mo, record.kind, t)) or t("mo-method-unknown"),
        t("mo-record-words", what=entry.what) if entry.what else t("mo-record-no-words"),
        advised,
        lines(*origin_words(entry, t)),
    )
    back = button(t.plain("mo-back"), "mo", packed(wanted))
    return Message(text, is_protected=True).with_keyboard((back,))


def choice_screen(
    kind: str, wanted: Wanted, ground: SoughtGround, places: Sequence[PlaceChoice], t: Phrases
) -> Message:
    """Render the screen with what can be chosen of this kind; each button searches at once, and one that is chosen
    already takes it back."""
    rest = [one for one in Branch if one not in _FIRST_BRANCHES]
    fields = [one for one in MO_FIELDS if one not in _FIRST_FIELDS]
    rows = {
        "branch": (*_branch_rows(wanted, _FIRST_BRANCHES, t), (_pick(wanted, "branches", "mo-other-branches", t),)),
        "branches": (*_branch_rows(wanted, rest, t), (_pick(wanted, "branch", "choices-less", t),)),
        "period": in_rows([_to(wanted, replace(wanted, period=one), f"mo-period-{one}", t) for one in Period], 2),
        "place": tuple((_place(wanted, one, t),) for one in (*places, PlaceChoice("", ""))),
        "method": (*_field_rows(wanted, _FIRST_FIELDS, t), (_pick(wanted, "methods", "mo-more-of-method", t),)),
        "methods": (*_field_rows(wanted, fields, t), (_pick(wanted, "method", "choices-less", t),)),
    }.get(kind)
    if rows is None:
        rows = _value_rows(wanted, kind, t) or _search_rows(wanted, t)
    asked = _ASKED.get(kind) or ("mo-ask-method" if kind in _LETTERS else "mo-ask")
    text = paragraphs(t(asked), t("mo-wanted", wanted=wanted_words(wanted, ground.name, t)))
    return Message(text, is_protected=True).with_keyboard(*rows, (button(t.plain("mo-back"), "mo", packed(wanted)),))


def _pick(wanted: Wanted, kind: str, label: str, t: Phrases) -> Button:
    return button(t.plain(label), "mopick", f"{packed(wanted)}.{kind}")


def _to(wanted: Wanted, then: Wanted, label: str, t: Phrases) -> Button:
    words = t.plain(label)
    return button(marked(words, then == wanted), "mo", packed(then))


def _search_rows(wanted: Wanted, t: Phrases) -> tuple[tuple[Button, ...], ...]:
    kinds = in_rows([_pick(wanted, kind, f"mo-choose-{kind}", t) for kind in KINDS], 2)
    return kinds if wanted == Wanted() else (*kinds, (button(t.plain("mo-all"), "mo", packed(Wanted())),))


def _branch_rows(wanted: Wanted, branches: Sequence[Branch], t: Phrases) -> tuple[tuple[Button, ...], ...]:
    def choice(one: Branch) -> Button:
        is_chosen = one is wanted.branch
        then = replace(wanted, branch=None if is_chosen else one)
        return button(marked(t.plain(f"branch-{one}"), is_chosen), "mo", packed(then))

    return in_rows([choice(one) for one in branches], 2)


def _place(wanted: Wanted, one: PlaceChoice, t: Phrases) -> Button:
    in_or_around = "mo-wanted-in" if one.key.startswith("m") else "mo-wanted-around"
    words = t.plain(in_or_around, place=one.name) if one.key else t.plain("mo-anywhere")
    return button(marked(words, one.key == wanted.place), "mo", packed(replace(wanted, place=one.key)))


def _field_rows(wanted: Wanted, names: Sequence[str], t: Phrases) -> tuple[tuple[Button, ...], ...]:
    def choice(name: str) -> Button:
        label = marked(t.plain(f"mo-{name}"), name in wanted.mo)
        return button(label, "mopick", f"{packed(wanted)}.{_LETTERS[_FIELDS.index(name)]}")

    return in_rows([choice(name) for name in names], 2)


def _value_rows(wanted: Wanted, letter: str, t: Phrases) -> tuple[tuple[Button, ...], ...]:
    """Return the values of an MO field; none for what an altered client sent."""
    name = _at(_FIELDS, str(_LETTERS.find(letter))) if len(letter) == 1 else None
    if name is None:
        return ()
    others = {field: value for field, value in wanted.mo.items() if field != name}

    def choice(value: str) -> Button:
        is_chosen = wanted.mo.get(name) == value
        then = replace(wanted, mo=others if is_chosen else {**others, name: value})
        return button(marked(t.plain(f"mo-{name}-{value}"), is_chosen), "mo", packed(then))

    return in_rows([choice(value) for value in MO_FIELDS[name]], 2)
