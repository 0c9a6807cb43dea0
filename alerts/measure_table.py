"""The table of measures by branch, sort and method, each with its source (docs/domain.md §3, "Measures", and §7).

A text is `measure-KEY` in the Fluent files. Of measures that fit equally well the first one here is shown.
"""

from collections.abc import Mapping

from alerts.branch import Branch
from alerts.measure import Measure, MeasureSort

_B = Branch
_ON_THE_ROAD = frozenset({_B.DELIVERY_FOOD, _B.DELIVERY_PARCEL, _B.CASH_TRANSIT, _B.TRANSPORT, _B.TAXI})
_AT_A_DOOR = frozenset(Branch) - _ON_THE_ROAD
_VALUABLES = frozenset({_B.JEWELLER, _B.OPTICIAN, _B.SECONDHAND_GOLD})
_SHOWCASES = _VALUABLES | {_B.TELECOM}
_LATE_SHOPS = frozenset({_B.SUPERMARKET, _B.NIGHT_SHOP, _B.SNACKBAR})
_MEALS = frozenset({_B.SNACKBAR, _B.RESTAURANT, _B.CAFE, _B.BAKERY})
_TILLS = _LATE_SHOPS | _MEALS | {_B.PETROL_STATION, _B.DRUGSTORE, _B.LIQUOR, _B.TOBACCO_CONVENIENCE, _B.CASINO_ARCADE}
_AISLES = frozenset({_B.SUPERMARKET, _B.NIGHT_SHOP, _B.DRUGSTORE, _B.LIQUOR, _B.CLOTHING, _B.OTHER_RETAIL})

_LATE = ("last_hour", "after_closing")
_ARMED = ("knife", "firearm")
_COVERED = ("hood", "balaclava", "mask")
_SMALL_AND_DEAR = ("jewellery", "glasses", "phones")


def _measure(
    key: str, sort: MeasureSort, source: str, branches: frozenset[Branch], **against: tuple[str, ...]
) -> Measure:
    helps: Mapping[str, frozenset[str]] = {name: frozenset(values) for name, values in against.items()}
    return Measure(key, sort, source, branches, helps)


_O, _S, _T = MeasureSort.ORGANISATIONAL, MeasureSort.STRUCTURAL, MeasureSort.TECHNICAL

OF_BRANCHES: tuple[Measure, ...] = (
    # Small valuables.
    _measure("one_piece", _O, "ours", _VALUABLES, approach=("as_customer",), prior_recon=("yes",)),
    _measure("empty_showcase", _O, "C, N", _SHOWCASES, approach=("break_in", "vehicle", "explosive"), time_band=_LATE),
    _measure("dummies", _O, "O", _SHOWCASES, approach=("hit_and_run",), loot_type=_SMALL_AND_DEAR),
    _measure(
        "door_control",
        *(_S, "N", _VALUABLES),
        approach=("as_customer", "hit_and_run"),
        weapon=_ARMED,
        prior_recon=("yes",),
    ),
    _measure("second_front", _S, "N", _SHOWCASES, approach=("break_in", "vehicle")),
    _measure("fog", _T, "N", _SHOWCASES, approach=("break_in", "vehicle", "explosive", "hit_and_run")),
    _measure("tracker", _T, "C", _SHOWCASES | {_B.TOBACCO_CONVENIENCE}, loot_type=(*_SMALL_AND_DEAR, "tobacco")),
    _measure("stock_out_of_sight", _O, "ours", frozenset({_B.TELECOM}), loot_type=("phones",), prior_recon=("yes",)),
    _measure("locked_store", _S, "ours", frozenset({_B.TELECOM}), approach=("back_door", "as_customer")),
    # Tills.
    _measure("night_window", _S, "ours", frozenset({_B.PETROL_STATION}), time_band=("evening", *_LATE), weapon=_ARMED),
    _measure("view_of_pumps", _S, "ours", frozenset({_B.PETROL_STATION}), prior_recon=("yes",)),
    _measure(
        "live_view",
        _T,
        "C",
        _VALUABLES | {_B.PETROL_STATION},
        weapon=_ARMED,
        violence=("threat",),
        prior_recon=("yes",),
    ),
    _measure("card_only", _O, "B, C, D", _TILLS | {_B.TAXI, _B.HOTEL}, loot_type=("cash",)),
    _measure("closing_round", _O, "K", _AISLES, time_band=_LATE, approach=("waiting_staff",)),
    _measure("magnet_lock", _S, "B, C", _LATE_SHOPS, time_band=("evening", "last_hour"), approach=("hit_and_run",)),
    _measure("drop_safe", _T, "C", _TILLS, loot_type=("cash",), time_band=("evening", *_LATE)),
    # On the road.
    _measure("prepaid", _O, "C, D", frozenset({_B.DELIVERY_FOOD}), loot_type=("cash",)),
    _measure("address_check", _O, "C", frozenset({_B.DELIVERY_FOOD, _B.DELIVERY_PARCEL}), approach=("as_customer",)),
    _measure(
        "other_route",
        *(_O, "L", frozenset({_B.CASH_TRANSIT, _B.TRANSPORT, _B.TAXI, _B.DELIVERY_PARCEL})),
        approach=("waiting_staff",),
        time_band=("delivery",),
        prior_recon=("yes",),
    ),
    _measure("bodycam", _T, "C", _ON_THE_ROAD, weapon=_ARMED, violence=("threat", "physical")),
)

OF_ALL: tuple[Measure, ...] = (
    _measure("look_first", _O, "K", _AT_A_DOOR, approach=("waiting_staff",), time_band=("opening",)),
    _measure("together", _O, "A, K, M", _AT_A_DOOR, approach=("waiting_staff",), time_band=("opening", *_LATE)),
    _measure("greet", _O, "P", _AT_A_DOOR, approach=("as_customer",), prior_recon=("yes",)),
    _measure("skim", _O, "A, L", _AT_A_DOOR, loot_type=("cash",), approach=("hit_and_run",)),
    _measure("helmet_off", _O, "P", _AT_A_DOOR, face_cover=("helmet",)),
    _measure("watch_delivery", _O, "K", _AT_A_DOOR, time_band=("delivery",)),
    _measure("back_door", _S, "K", _AT_A_DOOR, approach=("back_door",)),
    _measure("clear_windows", _S, "M, P", _AT_A_DOOR, prior_recon=("yes",), time_band=("day",)),
    _measure("till_in_sight", _S, "A, L", _AT_A_DOOR, approach=("hit_and_run",), loot_type=("cash",)),
    _measure("light", _S, "M", _AT_A_DOOR, time_band=("evening", *_LATE), approach=("break_in",)),
    _measure("height_marks", _S, "P", _AT_A_DOOR, face_cover=_COVERED),
    _measure("cameras_record", _T, "C", _AT_A_DOOR, prior_recon=("yes",)),
    _measure("camera_at_face", _T, "C", _AT_A_DOOR, face_cover=("none", *_COVERED), approach=("as_customer",)),
    _measure("alarm_button", _T, "A, C", frozenset(), weapon=(*_ARMED, "blunt"), violence=("threat", "physical")),
    _measure("time_lock", _T, "L", _AT_A_DOOR, loot_type=("cash",), time_band=("opening", "after_closing")),
    _measure("dna_spray", _T, "A", _AT_A_DOOR, approach=("hit_and_run",)),
)

# What is for a branch comes before what is for all.
MEASURES: tuple[Measure, ...] = (*OF_BRANCHES, *OF_ALL)
