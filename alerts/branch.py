"""Branch (branche): a line of business. A shop of a chain is not a branch but Premises."""

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
