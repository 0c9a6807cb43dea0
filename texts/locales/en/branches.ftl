# The branches of docs/domain.md §3.

branch-supermarket = Supermarket
branch-night_shop = Night shop
branch-petrol_station = Petrol station
branch-jeweller = Jeweller
branch-optician = Optician
branch-telecom = Telecom shop
branch-tobacco_convenience = Tobacco and convenience
branch-drugstore = Drugstore
branch-pharmacy = Pharmacy
branch-liquor = Liquor store
branch-bakery = Bakery
branch-clothing = Clothing
branch-snackbar = Snack bar or ice cream
branch-restaurant = Restaurant
branch-cafe = Café
branch-hotel = Hotel
branch-casino_arcade = Casino or arcade
branch-delivery_food = Meal delivery
branch-delivery_parcel = Parcel delivery
branch-bank_exchange = Bank or cash machine
branch-cash_transit = Cash in transit
branch-transport = Transport
branch-taxi = Taxi
branch-secondhand_gold = Second-hand or gold buyer
branch-other_retail = Other shop
