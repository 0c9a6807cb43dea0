# De branches van docs/domain.md §3.

branch-supermarket = Supermarkt
branch-night_shop = Avondwinkel
branch-petrol_station = Tankstation
branch-jeweller = Juwelier
branch-optician = Opticien
branch-telecom = Telecomwinkel
branch-tobacco_convenience = Tabak en gemak
branch-drugstore = Drogist
branch-pharmacy = Apotheek
branch-liquor = Slijterij
branch-bakery = Bakker
branch-clothing = Kleding
branch-snackbar = Snackbar of ijssalon
branch-restaurant = Restaurant
branch-cafe = Café
branch-hotel = Hotel
branch-casino_arcade = Casino of speelhal
branch-delivery_food = Maaltijdbezorger
branch-delivery_parcel = Pakketbezorger
branch-bank_exchange = Bank of geldautomaat
branch-cash_transit = Geldtransport
branch-transport = Transport
branch-taxi = Taxi
branch-secondhand_gold = Opkoper of kringloop
branch-other_retail = Andere winkel
