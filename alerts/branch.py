"""Branch (branche): a line of business. A shop of a chain is not a branch but Premises."""

from collections.abc import Mapping
from enum import StrEnum


class Branch(StrEnum):
    """The branches of docs/domain.md §3; the value is what is stored."""

    SUPERMARKET = "supermarket"
    NIGHT_SHOP = "night_shop"
    PETROL_STATION = "petrol_station"
    JEWELLER = "jeweller"
    OPTICIAN = "optician"
    TELECOM = "telecom"
    TOBACCO_CONVENIENCE = "tobacco_convenience"
    DRUGSTORE = "drugstore"
    PHARMACY = "pharmacy"
    LIQUOR = "liquor"
    BAKERY = "bakery"
    CLOTHING = "clothing"
    SNACKBAR = "snackbar"
    RESTAURANT = "restaurant"
    CAFE = "cafe"
    HOTEL = "hotel"
    CASINO_ARCADE = "casino_arcade"
    DELIVERY_FOOD = "delivery_food"
    DELIVERY_PARCEL = "delivery_parcel"
    BANK_EXCHANGE = "bank_exchange"
    CASH_TRANSIT = "cash_transit"
    TRANSPORT = "transport"
    TAXI = "taxi"
    SECONDHAND_GOLD = "secondhand_gold"
    OTHER_RETAIL = "other_retail"


# The first screen of buttons: the branches that the policy papers name as hit most (docs/domain.md §3, branch split).
COMMON_BRANCHES = (
    Branch.SUPERMARKET,
    Branch.JEWELLER,
    Branch.PETROL_STATION,
    Branch.SNACKBAR,
    Branch.DRUGSTORE,
    Branch.OPTICIAN,
    Branch.TELECOM,
    Branch.NIGHT_SHOP,
)


class Likeness(StrEnum):
    """Why branches are alike to who robs one of them."""

    TILL = "till"
    VALUABLES = "valuables"
    MEALS = "meals"
    LATE = "late"
    CASH = "cash"
    CASH_MACHINE = "cash_machine"
    TOBACCO = "tobacco"


# Branches that are alike, in both directions (docs/domain.md §3, alike branches; ours).
_MUTUAL: tuple[tuple[Likeness, Branch, tuple[Branch, ...]], ...] = (
    (
        Likeness.TILL,
        Branch.SUPERMARKET,
        (Branch.NIGHT_SHOP, Branch.LIQUOR, Branch.DRUGSTORE, Branch.PETROL_STATION),
    ),
    (Likeness.VALUABLES, Branch.JEWELLER, (Branch.OPTICIAN, Branch.SECONDHAND_GOLD)),
    (Likeness.VALUABLES, Branch.TELECOM, (Branch.OPTICIAN, Branch.SECONDHAND_GOLD)),
    (Likeness.MEALS, Branch.SNACKBAR, (Branch.RESTAURANT, Branch.DELIVERY_FOOD)),
    (Likeness.LATE, Branch.CASINO_ARCADE, (Branch.CAFE,)),
    (Likeness.CASH, Branch.BANK_EXCHANGE, (Branch.CASH_TRANSIT,)),
    (Likeness.TOBACCO, Branch.TOBACCO_CONVENIENCE, (Branch.SUPERMARKET, Branch.NIGHT_SHOP)),
)


def _alike() -> dict[Branch, dict[Branch, Likeness]]:
    table: dict[Branch, dict[Branch, Likeness]] = {}
    for why, one, others in _MUTUAL:
        for other in others:
            table.setdefault(one, {})[other] = why
            table.setdefault(other, {})[one] = why
    # A supermarket may have a cash machine inside; a robbery of its tills is no sign for banks.
    table[Branch.BANK_EXCHANGE][Branch.SUPERMARKET] = Likeness.CASH_MACHINE
    return table


ALIKE: Mapping[Branch, Mapping[Branch, Likeness]] = _alike()
"""Of a branch that was hit: the branches that are alike, each with the reason."""
