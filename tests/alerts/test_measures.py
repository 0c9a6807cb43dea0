"""Tests of measures: which two or three of them fit a reader's branch and a method."""

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from alerts.branch import Branch
from alerts.ids import MeasureEditId
from alerts.measure import (
    FEWEST,
    MOST,
    Measure,
    MeasureEdit,
    MeasureSort,
    NewMeasureEdit,
    branches_to_fit,
    choose_measures,
    with_edits,
)
from alerts.measure_table import MEASURES
from alerts.member import Language
from alerts.modus_operandi import MO_FIELDS

SCOUTED = {"prior_recon": "yes", "approach": "as_customer"}
ORGANISATION, BUILDING, TECHNIQUE = MeasureSort


def _keys(branch: Branch, mo: Mapping[str, str]) -> list[str]:
    return [one.key for one in choose_measures(MEASURES, {branch}, mo)]


def _methods() -> list[dict[str, str]]:
    """Return methods with few and many known fields, the same ones each time."""
    chance = random.Random(7)
    single = [{name: value} for name, values in MO_FIELDS.items() for value in values]
    some = [
        {name: chance.choice(values) for name, values in MO_FIELDS.items() if chance.random() < 0.4} for _ in range(300)
    ]
    return [{}, *single, *some]


@pytest.mark.sweep
@pytest.mark.parametrize("branch", Branch)
def test_everybody_gets_two_or_three_that_are_for_them(branch: Branch) -> None:
    """Whatever is known of the method, each branch gets two or three different measures for it, at most one more of a
    sort than there are sorts to choose from."""
    for mo in _methods():
        chosen = choose_measures(MEASURES, {branch}, mo)
        assert FEWEST <= len(chosen) <= MOST, (branch, mo)
        assert len({one.key for one in chosen}) == len(chosen)
        assert all(one.is_for({branch}) for one in chosen)


@pytest.mark.sweep
def test_every_measure_is_shown_to_somebody() -> None:
    """No row of the table is dead: for each there is a branch and a method with which it is chosen."""
    shown = {one.key for branch in Branch for mo in _methods() for one in choose_measures(MEASURES, {branch}, mo)}
    assert {one.key for one in MEASURES} == shown


def test_the_jeweller_and_the_petrol_station_read_different_ones() -> None:
    """Under the same notice two branches read what fits each of them."""
    assert ["one_piece", "door_control", "live_view"] == _keys(Branch.JEWELLER, SCOUTED)
    assert ["greet", "view_of_pumps", "live_view"] == _keys(Branch.PETROL_STATION, SCOUTED)
    assert ["one_piece", "door_control", "fog"] == _keys(Branch.JEWELLER, {})
    assert ["card_only", "night_window", "live_view"] == _keys(Branch.PETROL_STATION, {})


def test_one_of_each_sort_in_the_order_of_their_cost() -> None:
    """A reader gets one organisational, one structural and one technical measure, in that order."""
    assert [ORGANISATION, BUILDING, TECHNIQUE] == [
        one.sort for one in choose_measures(MEASURES, {Branch.SUPERMARKET}, SCOUTED)
    ]


def test_what_helps_against_the_method_comes_before_what_is_for_the_branch() -> None:
    """The method counts first, then the branch, then how much of the method; of equals the first in the table."""
    cash = {"loot_type": frozenset({"cash"})}
    general = Measure("general", ORGANISATION, "ours", against=cash)
    own = Measure("own", ORGANISATION, "ours", frozenset({Branch.BAKERY}))
    both = Measure("both", ORGANISATION, "ours", frozenset({Branch.BAKERY}), cash)
    more = Measure("more", ORGANISATION, "ours", frozenset({Branch.BAKERY}), {**cash, "weapon": frozenset({"knife"})})
    last = Measure("last", TECHNIQUE, "ours")

    def first(*measures: Measure, mo: Mapping[str, str]) -> str:
        return choose_measures([*measures, last], {Branch.BAKERY}, mo)[0].key

    assert "general" == first(own, general, mo={"loot_type": "cash"})
    assert "own" == first(general, own, mo={})
    assert "both" == first(general, own, both, mo={"loot_type": "cash"})
    assert "more" == first(both, more, mo={"loot_type": "cash", "weapon": "knife"})
    assert "both" == first(both, more, mo={"loot_type": "cash", "weapon": "firearm"})


def test_without_two_sorts_the_next_best_is_added() -> None:
    """Where all that fits is of one sort, the reader still gets two."""
    three = [Measure(key, ORGANISATION, "ours") for key in ("one", "two", "three")]
    assert ["one", "two"] == [one.key for one in choose_measures(three, {Branch.TAXI}, {})]
    assert ("one",) == tuple(one.key for one in choose_measures(three[:1], {Branch.TAXI}, {}))
    assert () == choose_measures([], {Branch.TAXI}, {})


@pytest.mark.parametrize(
    ("reader", "addressed", "fitting"),
    [
        ("jeweller bakery", "jeweller optician", "jeweller"),  # of several shops the one that it is about
        ("bakery", "jeweller", "bakery"),  # it came for a branch that the reader follows besides
        ("bakery cafe", "", "bakery cafe"),  # it is for all branches
        ("", "jeweller optician", "jeweller optician"),  # a coordinator
        ("", "", ""),
    ],
)
def test_for_which_branches_measures_are_chosen(reader: str, addressed: str, fitting: str) -> None:
    """Those of the reader's shops to which the notice is addressed, else the reader's, else those of the notice."""
    told = [frozenset(map(Branch, names.split())) for names in (reader, addressed, fitting)]
    assert told[2] == branches_to_fit(told[0], told[1])


NOW = datetime(2026, 1, 14, tzinfo=UTC)
WORDS = {Language.DUTCH: "Doe het zo.", Language.ENGLISH: "Do it so."}


def _edit(number: int, told: NewMeasureEdit) -> MeasureEdit:
    return MeasureEdit(MeasureEditId(number), told, 1, NOW)


def test_a_change_counts_for_its_branch_alone() -> None:
    """Other words stand in place of a measure's, with its sort and methods; other branches read what they read."""
    edit = _edit(1, NewMeasureEdit(Branch.JEWELLER, "one_piece", ORGANISATION, WORDS, "FGZ"))
    changed = with_edits(MEASURES, [edit])
    gold, _, _ = choose_measures(changed, {Branch.JEWELLER}, SCOUTED)
    assert (edit.key, WORDS, "FGZ") == (gold.key, gold.words, gold.source)
    table = {one.key: one for one in MEASURES}
    assert (table["one_piece"].sort, table["one_piece"].against) == (gold.sort, gold.against)
    assert "one_piece" == choose_measures(changed, {Branch.OPTICIAN}, SCOUTED)[0].key


def test_what_is_left_out_is_shown_to_that_branch_no_more() -> None:
    """A measure that is left out for a branch makes room for the next; one for all branches stays for the others."""
    left = [
        _edit(1, NewMeasureEdit(Branch.JEWELLER, "one_piece", ORGANISATION, None, "")),
        _edit(2, NewMeasureEdit(Branch.BAKERY, "alarm_button", TECHNIQUE, None, "")),
    ]
    changed = with_edits(MEASURES, left)
    assert "greet" == choose_measures(changed, {Branch.JEWELLER}, SCOUTED)[0].key
    [alarm] = [one for one in changed if one.key == "alarm_button"]
    assert alarm.branches == frozenset(Branch) - {Branch.BAKERY}
    assert len(changed) == len(MEASURES)


def test_what_was_added_comes_before_its_equals() -> None:
    """A measure more is chosen before those of the program that fit as well, the newest first."""
    told = NewMeasureEdit(Branch.JEWELLER, None, ORGANISATION, WORDS, "FGZ", {"prior_recon": frozenset({"yes"})})
    first, second = _edit(1, told), _edit(2, replace(told, against={}))
    changed = with_edits(MEASURES, [first, second])
    assert [second.key, first.key] == [one.key for one in changed[:2]]
    assert second.key == choose_measures(changed, {Branch.JEWELLER}, {})[0].key
    assert first.key == choose_measures(changed, {Branch.JEWELLER}, {"prior_recon": "yes"})[0].key
    assert changed[2:] == MEASURES == with_edits(MEASURES, [])


def test_a_change_of_a_measure_that_is_not_for_the_branch_counts_for_nothing() -> None:
    """A change that a later version of the table has no place for is left aside."""
    gone = [_edit(1, NewMeasureEdit(Branch.BAKERY, name, ORGANISATION, WORDS, "x")) for name in ("one_piece", "gone")]
    assert with_edits(MEASURES, gone) == MEASURES
