"""Words and patterns for kinds of shops; `patterns.py` says how they are written."""

from collections.abc import Mapping, Sequence

from alerts.branch import Branch

BRANCH_PATTERNS: Mapping[Branch, Sequence[str]] = {
    Branch.SUPERMARKET: (
        "supermarkt*|supermart|suppermarkt|supermakrt|superrmarkt|suprmarkt|buurtsuper*|dorpssuper|biowinkel|"
        "biosupermarkt|supermarket*|kruidenier*|grocery|grocer|supermart|supermrkt",
        "super markt|market",
        "de|onze|mijn|een|deze|buurt super",
        "buurtwinkel*|dorpswinkel*|levensmiddelenzaak|levensmiddelenwinkel|minimarket|mini-market|superette",
        "grocery|convenience store|shop",
    ),
    Branch.NIGHT_SHOP: (
        "avondwinkel*|nachtwinkel*|avondwinkeltje",
        "night shop|store|shops",
        "late night shop|store",
        "avond|nacht winkel",
    ),
    Branch.PETROL_STATION: (
        "tankshop*|tankstations|tankstaion|tankstaton|tankstion|tankststion|tankwinkel|pompshop|laadstation|"
        "benzinestaion|tankstation*|benzinestation*|benzinepomp*|pompstation*|tankst|pomphouder|tanktation|"
        "benzine-station|bezinepomp*|forecourt",
        "petrol|gas|filling|fuel|service station|stations",
        "benz station",
        "benzine station|pomp",
        "de|onze pomp ..9 wasstraat|tanken|shop|tankt|getankt|wassen",
        "pomp wasstraat|houder|bediende",
        "avondploeg|nachtploeg|ploeg van ..1 pomp",
    ),
    Branch.JEWELLER: (
        "juwelier*|juweiler|juweliert|juwellier|juwlier|jewelers'|edelsmid|horlogemaker|horlogerie|"
        "diamantair|juwelliers|jeweller|jewellers|jeweller'*|jeweler|jewelers|jeweler'*|goudsmid*|juwelir|"
        "juweliers*|juwlier|juweelier",
        "jewellery|jewelry|jewelery|watch shop|store|shops|stores",
        "sieradenwinkel*|sieradenzaak|horlogewinkel|horlogezaak",
    ),
    Branch.OPTICIAN: (
        "opticien*|opticen|optiecien|opticiens|opticiën|optometrist|oogzorg*|brillenzaak|brillenwinkel*|optician*|"
        "optiek*|"
        "optics|brillenboer|contactlenzenwinkel|optitien",
        "glasses|eyewear shop|store",
    ),
    Branch.TELECOM: (
        "telefoonwinkel*|telefoonwinkeltje|telefoonwinkels|telefoonzaakje|telefoonreparatie*|belhuis|belwinkel*|"
        "telecomwinkel*|telecomzaak|telefoonzaak|gsm-winkel|telefonwinkel|"
        "telecomshop|phoneshop|gsm-zaak|gsmwinkel|telefoonshop|smartphonewinkel|telefoonboer|gsm-shop|"
        "telefoonreparateur",
        "phone|telecom|mobile|cellphone|telephone store|shop|stores|shops",
        "telecom zaak|winkel",
        "mobile phone shop|store",
    ),
    Branch.TOBACCO_CONVENIENCE: (
        "sigarenzaak|sigarenwinkel*|sigarettenwinkel|tabaksboer|tabaksspeciaalzaak|krantenkiosk|stationskiosk|"
        "tijdschriftenwinkel|"
        "newsagent|newsagents|newsagent's|leeswinkel|tabakszaak|tabakswinkel*|tabakzaak|tabakwinkel|tabakspeciaalzaak|"
        "tobacconist*|gemakswinkel|kiosk|rookwinkel|tabaksspeciaalzaak|sigarenboer|tabakszaken|vapeshop|"
        "vapewinkel|tabaksshop",
        "tobacco|cigar|vape shop|store|shops",
        "tabak zaak|winkel",
        "primera zaak|winkel",
    ),
    Branch.DRUGSTORE: ("drogist*|drugstore*|drogsit|drogister|drogisten|droogist|drogiste|chemist's_",),
    Branch.PHARMACY: (
        "apotheek*|apotheken|pharmac*|apotheker|apothekers|apothekersassistent*|apoteek|apotheeek|dienstapotheek|"
        "chemist",
    ),
    Branch.LIQUOR: (
        "slijter*|slijterei|sliterij|slijerij|slijteri|wijnkoper|wijnspeciaalzaak|wijnbar_|borrelshop|gall_|"
        "drankwinkel*|drankenzaak|drankzaak|wijnwinkel|wijnhandel|off-licence|slijtr",
        "liquor|wine|bottle shop|store|stores|shops",
        "off licence|license",
    ),
    Branch.BAKERY: (
        "bakkerij*|bakker|bakkers|banketbakker*|banketbakkerij*|warme-bakker|bakkertje|broodbakker|broodjeszaak|"
        "croissanterie|"
        "bakery|bakeries|bakkerswinkel|broodjesbakker|patisserie|baker's",
    ),
    Branch.CLOTHING: (
        "modeboetiek|sneakerwinkel|sneakershop|sneakerstore|damesmode|herenmode|kledingketen|kledingshop|"
        "kledingwinkel*|kledingzaak*|kledingzaken|modezaak|modewinkel*|boetiek*|boutique*|kledingboetiek|"
        "jeanswinkel|modezaken|kleding-winkel|herenmodezaak|damesmodezaak",
        "clothing|clothes|fashion store|shop|stores|shops|boutique",
        "kleding zaak|winkel",
    ),
    Branch.SNACKBAR: (
        "snackbar*|snacbar|snackbaar|snakbar|snackpoint|eetkraam|viskraam_|ijskraam|ijswinkel|ijszaak|gelateria|"
        "loempiakraam|"
        "frietzaakje|frituurtje|fastfood*|hamburgertent|kapsalonzaak|falafelzaak|turkse-pizza|cafetaria*|frietkot|"
        "friettent|frituur|patatzaak|shoarmazaak|shoarmatent|kebabzaak|"
        "friteszaak|snackcorner|snackkar|frietkraam|patatkraam|friettenten|kebabtent|shoarmazaken|patattent|"
        "ijssalon|chipshop|cafeteria|kebabshop|dönerzaak|donerzaak|"
        "frietzaak",
        "snack bar|bars|corner",
        "chip|kebab|fish-and-chip|shoarma shop|zaak|tent|shops",
    ),
    Branch.RESTAURANT: (
        "restaurant*|resturant|restaurent|restarant|afhaalrestaurant|afhaalchinees|wok|sushizaak|sushibar|sushitent|"
        "steakhouse|"
        "grillroom|trattoria|osteria|tapasbar|eetgelegenheid|pizzazaak|pizzatent|pizzaria|diner|eatery|takeaway|"
        "eetcafe|pizzeria|bistro|restaurnat|eethuis|wokrestaurant|sushirestaurant|"
        "pannenkoekenhuis|brasserie|resto",
        "eet cafe",
    ),
    Branch.CAFE: (
        "cafe|cafes|cafeetje|cafe's|cafetje|kroeg|nachtclub|discotheek|disco|danscafe|sportcafe|shishalounge|shishabar|"
        "koffiebar|koffiehuis|koffieshop_|espressobar|theehuis|muziekcafe|dartcafe|bierhuis|biertent|kroeg|kroegje|"
        "pub|lunchroom|koffietent|koffiezaak|kroegen|bruincafe|biercafe|coffeebar|tearoom",
        "coffee bar|house",
    ),
    Branch.HOTEL: (
        "hotel|hotels|hotelletje|hotelontbijt|hotelgang|hotelparkeerplaats|hotelmedewerker|hotelmanager|hotelgasten|"
        "b-and-b|"
        "herberg|hotelreceptie|hotellobby|hostel|hotelkamer|b&b|motel|hotelgast|hotelbar|hotelbalie|"
        "hotelingang|hotelreceptionist|pension",
    ),
    Branch.CASINO_ARCADE: (
        "wedkantoor|bookmaker|bookmakers|gokkantoor|automatencasino|gokcentrum|speelautomaathal|gokautomatenhal|"
        "casino|casino's|"
        "gokhal|gokhallen|speelhal|amusementshal|speelautomatenhal|arcade|automatenhal|"
        "gokpaleis|speelautomatenhallen|casinos",
        "gaming|amusement|amusements|slot|betting|penny arcade|arcades|hall|shop|office",
    ),
    Branch.DELIVERY_FOOD: (
        "pizzabezorgster|pizzakoeriers|thuisbezorger|thuisbezorgd|eetkoerier|etenskoerier|maaltijdfietser|"
        "maaltijdbezorg*|maaltijdkoerier*|pizzabezorg*|pizzakoerier*|eetbezorg*|etensbezorg*|"
        "flitsbezorg*|pizza-bezorger|pizzaboy|maaltijdbezorging|sushibezorger",
        "food|pizza|meal|takeaway|kebab|sushi courier|couriers|delivery|deliverer|rider",
        "delivery rider|riders|boy",
        "bezorg* ..1 maaltijden|maaltijd|eten|pizza's|pizza|sushi",
        "koerier|courier|bezorger|bezorgers|bezorgster|delivery|rider ..9 pizza|pizza's|maaltijd|maaltijden|eten|food|"
        "maaltijdtas|sushi|meal|meals|takeaway|warmhoudtas",
        "koerier|courier|bezorger|bezorgers|bezorgster|rider|driver van|from|for|of ..2 pizzazaak|pizzeria|pizzatent|"
        "restaurant|afhaalchinees|snackbar|grillroom|sushizaak",
    ),
    Branch.DELIVERY_PARCEL: (
        "pakketbezorgster|pakjesbezorgers|pakjeskoerier|postbode|pakketpunt|pakketkoeriers|pakketbusje|koeriersdienst|"
        "postagentschap|"
        "pakketbezorg*|pakketkoerier*|pakketbus|pakjesbezorger|pakketdepot|postbezorger|pakketdienst|"
        "collega-pakketbezorger|pakket-bezorger|pakketwagen|pakketchauffeur",
        "parcel|package driver|courier|depot|delivery|bestelvan|guy|man|drivers|couriers",
        "bezorger pakket|pakketten|pakketjes|pakje|pakjes",
        "deliver|delivering|delivers|bezorg|rondbrengen ..1 parcels|packages|pakketten|pakketjes|pakjes|post",
        "parcels|packages|pakketten|pakketjes bezorgen|bezorg|rondbreng|rond",
        "koerier|courier|bezorger ..6 pakketten|pakketjes|parcels|packages|pakket",
    ),
    Branch.BANK_EXCHANGE: (
        "bank|bankfiliaal|wisselkantoor|geldwisselkantoor|grenswisselkantoor|pinautomaat|geldautomaat|"
        "wisselzaak|bankkantoor|atm|wisselkantoren|geldautomaten|flappentap|wisselbalie",
        "exchange office|bureau|shop",
        "bureau de change",
        "cash machine|point",
        "currency exchange",
        "money exchange|changer",
    ),
    Branch.CASH_TRANSIT: (
        "geldvervoer|geldtransportwagen|geldtransporten|geldtransportbus|geldlopersteam|geldbus|geldtransport|"
        "waardetransport*|geldwagen|geldloper|geldlopers|geldauto|geldwagens|"
        "waardetransporteur|waardevervoer|geldtransporteur|geldkoerier",
        "cash in transit",
        "cash|money bestelvan|transport|truck|courier",
        "security|armoured van|truck",
        "cash-in-transit",
    ),
    Branch.TRANSPORT: (
        "truckparking|vrachtwagenstop|groothandel|logistiek|transportonderneming|vrachtchauffeur|"
        "transportbedrijf|"
        "vrachtwagenchauffeur*|transporteur|truckchauffeur*|vrachtrijder|trucker*|"
        "transportfirma|truckstop|distributiecentrum|expeditie|vrachtwagenparkeerplaats|vrachtwagenchauff*|"
        "expediteur",
        "stadsbus|streekbus|lijnbus|buschauffeur*|trambestuurder|ov-bedrijf",
        "openbaar|public vervoer|transport",
        "bus|tram driver|chauffeur",
        "haulage company|firm",
        "lorry|truck driver|drivers|park",
        "truckers|trucker",
        "transport bedrijf",
        "mijn|my|onze|our trailer|truck|vrachtwagen|lorry|vracht|oplegger|lading",
        "chauffeur|chauffeurs|driver|drivers ..9 lading|trailer|truck|vrachtwagen|"
        "vracht|oplegger|lorry|load|zeil|cargo|laadplaats",
        "trailer ..9 chauffeur|driver",
    ),
    Branch.TAXI: (
        "taxichaufeur|taxichauffeuse|taxibusje|uber|ubers|straattaxi|taxi|taxichauffeur*|taxi's|taxis|taxibedrijf|"
        "taxistandplaats|taxirit|cabbie|taxicentrale|cab",
        "taxi driver|drivers",
    ),
    Branch.SECONDHAND_GOLD: (
        "goudinkop*|goudkoper*|goudhuis|juwelen-inkoop|goudinkoop*|goudwisselkantoor|inkoopgoud|goudhandel*|"
        "goudopkoper*|pandjeshuis|pandhuis|pawnshop|"
        "kringloopwinkel*|kringloop|tweedehandswinkel|inkoopwinkel|goudinkopers|opkoper|muntenhandel|antiekzaak|"
        "antiekwinkel|"
        "cashconverters|tweedehandsgoud|goudopkoop|pandjesbaas|goudwinkel|goudzaak|goud-inkoop",
        "pawn shop|broker",
        "second|secondhand|second-hand hand? gold",
        "gold shop|buyer|buyers|store|dealer|buyer's|exchange",
        "goud inkoop",
        "cash for gold",
    ),
    Branch.OTHER_RETAIL: (
        "bloemist*|bloemenzaak|bloemenwinkel*|slagerij*|viswinkel*|visboer|fietsenwinkel*|fietsenzaak|"
        "fietsenmaker|bouwmarkt*|speelgoedwinkel*|souvenirwinkel*|boekhandel*|boekwinkel*|dierenwinkel*"
        "|dierenzaak|kapper|kapperszaak|elektronicawinkel*|elektronicazaak|schoenenzaak|"
        "schoenenwinkel*|doe-het-zelfzaak|tuincentrum|warenhuis|meubelzaak|meubelwinkel|kaaswinkel|"
        "kaasboer|groenteboer|groentewinkel"
        "|cadeauwinkel*|computerwinkel*|computerzaak|gamewinkel*|gameshop|speelgoedzaak|parfumerie|"
        "delicatessenwinkel|delicatessenzaak|poelier|florist*|butcher's|butchers|greengrocer|bookshop|"
        "bookstore|toyshop|viszaak|coffeeshop|growshop|huishoudzaak|"
        "kookwinkel|stoffenwinkel|bloemenstal|bloemenkiosk|groentekraam|viskraam|kaaskraam|marktkraam|ijzerhandel|"
        "ijzerwaren|"
        "drukkerij|stomerij|wasserette|schoenmaker|sleutelmaker|kleermaker|reisbureau|makelaar|autobedrijf|"
        "garagebedrijf|"
        "tandarts|dierenarts|huisartsenpraktijk|schoonheidssalon|tattooshop|barbier|trimsalon|sportschool|"
        "fitnesscentrum|"
        "sexshop|tuinwinkel|antiquariaat|galerie|kapperswinkel|fietsenhandel|rijwielzaak|rijwielhandel|ijzerzaak|"
        "hengelsportzaak|stripwinkel|brocante|optiekwinkel_|muziekwinkel|fotozaak|fotowinkel|vuurwerkwinkel|"
        "sportwinkel*|"
        "sportzaak|lederwarenzaak|tassenwinkel|notenbar|reformwinkel|kapsalon|nagelstudio|barbershop|"
        "woonwinkel|babywinkel|wereldwinkel|witgoedzaak|doehetzelfzaak",
        "bike|toy|flower|book|shoe|sports|hardware|electronics|souvenir|pet|gift|furniture|fish|"
        "butcher|butcher's|game|garden|perfume|department|diy|barber|computer|bicycle|card|cheese|"
        "music|camera|coffee|tool|motor shop|store|shops|stores|centre|center",
        "hairdresser*|slager|visboer",
        "doe het zelf",
    ),
}
