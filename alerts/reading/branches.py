"""The branches of the shops that a text is about, by words for the kind of shop."""

from collections.abc import Iterator

from alerts.branch import Branch
from alerts.reading.patterns import Exceptions, Patterns, Read
from alerts.reading.tokens import Tokens

_BRANCHES = Patterns[Branch](
    {
        Branch.SUPERMARKET: (
            "supermarkt*|buurtsuper*|supermarket*|kruidenier*|grocery|grocer|supermart|supermrkt",
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
            "tankshop*|tankstation*|benzinestation*|benzinepomp*|pompstation*|tankst|pomphouder|tanktation|"
            "benzine-station|bezinepomp*|forecourt",
            "petrol|gas|filling|fuel|service station|stations",
            "benz station",
            "benzine station|pomp",
        ),
        Branch.JEWELLER: (
            "juwelier*|juwelliers|jeweller|jewellers|jeweller'*|jeweler|jewelers|jeweler'*|goudsmid*|juwelir|"
            "juweliers*|juwlier|juweelier",
            "jewellery|jewelry|jewelery|watch shop|store|shops|stores",
            "sieradenwinkel*|sieradenzaak|horlogewinkel|horlogezaak",
        ),
        Branch.OPTICIAN: (
            "opticien*|brillenzaak|brillenwinkel*|optician*|optiek*|optics|brillenboer|contactlenzenwinkel|optitien",
            "glasses|eyewear shop|store",
        ),
        Branch.TELECOM: (
            "telefoonwinkel*|belwinkel*|telecomwinkel*|telecomzaak|telefoonzaak|gsm-winkel|telefonwinkel|"
            "telecomshop|phoneshop|gsm-zaak|gsmwinkel|telefoonshop|smartphonewinkel|telefoonboer|gsm-shop|"
            "telefoonreparateur",
            "phone|telecom|mobile|cellphone|telephone store|shop|stores|shops",
            "telecom zaak|winkel",
            "mobile phone shop|store",
        ),
        Branch.TOBACCO_CONVENIENCE: (
            "sigarenzaak|sigarenwinkel*|tabakszaak|tabakswinkel*|tabakzaak|tabakwinkel|tabakspeciaalzaak|"
            "tobacconist*|gemakswinkel|kiosk|rookwinkel|tabaksspeciaalzaak|sigarenboer|tabakszaken|vapeshop|"
            "vapewinkel|tabaksshop",
            "tobacco|cigar|vape shop|store|shops",
            "tabak zaak|winkel",
            "primera zaak|winkel",
        ),
        Branch.DRUGSTORE: ("drogist*|drugstore*|drogsit",),
        Branch.PHARMACY: ("apotheek*|apotheken|pharmac*|apotheker",),
        Branch.LIQUOR: (
            "slijter*|drankwinkel*|drankenzaak|drankzaak|wijnwinkel|wijnhandel|off-licence|slijtr",
            "liquor|wine|bottle shop|store|stores|shops",
            "off licence|license",
        ),
        Branch.BAKERY: (
            "bakkerij*|bakker|bakkers|banketbakker*|bakery|bakeries|bakkerswinkel|broodjesbakker|patisserie|baker's",
        ),
        Branch.CLOTHING: (
            "kledingwinkel*|kledingzaak*|kledingzaken|modezaak|modewinkel*|boetiek*|boutique*|kledingboetiek|"
            "jeanswinkel|modezaken|kleding-winkel|herenmodezaak|damesmodezaak",
            "clothing|clothes|fashion store|shop|stores|shops|boutique",
            "kleding zaak|winkel",
        ),
        Branch.SNACKBAR: (
            "snackbar*|cafetaria*|frietkot|friettent|frituur|patatzaak|shoarmazaak|shoarmatent|kebabzaak|"
            "friteszaak|snackcorner|snackkar|frietkraam|patatkraam|friettenten|kebabtent|shoarmazaken|patattent|"
            "ijssalon|chipshop|cafeteria|kebabshop|dönerzaak|donerzaak|"
            "frietzaak",
            "snack bar|bars|corner",
            "chip|kebab|fish-and-chip|shoarma shop|zaak|tent|shops",
        ),
        Branch.RESTAURANT: (
            "restaurant*|eetcafe|pizzeria|bistro|restaurnat|eethuis|wokrestaurant|sushirestaurant|"
            "pannenkoekenhuis|brasserie|resto",
            "eet cafe",
        ),
        Branch.CAFE: (
            "cafe|cafes|kroeg|kroegje|pub|lunchroom|koffietent|koffiezaak|kroegen|bruincafe|biercafe|coffeebar|tearoom",
            "coffee bar|house",
        ),
        Branch.HOTEL: (
            "hotel|hotels|hotelreceptie|hotellobby|hostel|hotelkamer|b&b|motel|hotelgast|hotelbar|hotelbalie|"
            "hotelingang|hotelreceptionist|pension",
        ),
        Branch.CASINO_ARCADE: (
            "casino|casino's|gokhal|gokhallen|speelhal|amusementshal|speelautomatenhal|arcade|automatenhal|"
            "gokpaleis|speelautomatenhallen|casinos",
            "gaming|amusement|slot arcade|hall",
        ),
        Branch.DELIVERY_FOOD: (
            "maaltijdbezorg*|maaltijdkoerier*|pizzabezorg*|pizzakoerier*|eetbezorg*|etensbezorg*|"
            "flitsbezorg*|pizza-bezorger|pizzaboy|maaltijdbezorging|sushibezorger",
            "food|pizza|meal|takeaway|kebab|sushi courier|couriers|delivery|deliverer|rider",
            "delivery rider|riders|boy",
            "bezorg* ..1 maaltijden|maaltijd|eten|pizza's|pizza|sushi",
            "koerier|courier|bezorger|delivery|rider ..9 pizza|pizza's|maaltijd|maaltijden|eten|food|maaltijdtas",
        ),
        Branch.DELIVERY_PARCEL: (
            "pakketbezorg*|pakketkoerier*|pakketbus|pakjesbezorger|pakketdepot|postbezorger|pakketdienst|"
            "collega-pakketbezorger|pakket-bezorger|pakketwagen|pakketchauffeur",
            "parcel|package driver|courier|depot|delivery|bestelvan|guy|man|drivers|couriers",
            "bezorger pakket|pakketten|pakketjes|pakje|pakjes",
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
            "geldtransport|waardetransport*|geldwagen|geldloper|geldlopers|geldauto|geldwagens|"
            "waardetransporteur|waardevervoer|geldtransporteur|geldkoerier",
            "cash in transit",
            "cash|money bestelvan|transport|truck|courier",
            "security|armoured van|truck",
            "cash-in-transit",
        ),
        Branch.TRANSPORT: (
            "transportbedrijf|vrachtwagenchauffeur*|transporteur|truckchauffeur*|vrachtrijder|trucker*|"
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
            "taxi|taxichauffeur*|taxi's|taxis|taxibedrijf|taxistandplaats|taxirit|cabbie|taxicentrale|cab",
            "taxi driver|drivers",
        ),
        Branch.SECONDHAND_GOLD: (
            "goudinkop*|goudkoper*|goudhuis|juwelen-inkoop|goudinkoop*|goudwisselkantoor|inkoopgoud|goudhandel*|"
            "goudopkoper*|pandjeshuis|pandhuis|pawnshop|"
            "tweedehandsgoud|goudopkoop|pandjesbaas|goudwinkel|goudzaak|goud-inkoop",
            "pawn shop|broker",
            "second|secondhand hand? gold",
            "gold shop|buyer|buyers|store|dealer",
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
            "bookstore|toyshop|viszaak|kringloopwinkel*|kringloop|coffeeshop|growshop|huishoudzaak|"
            "kookwinkel|stoffenwinkel|muziekwinkel|fotozaak|fotowinkel|vuurwerkwinkel|sportwinkel*|"
            "sportzaak|lederwarenzaak|tassenwinkel|notenbar|reformwinkel|kapsalon|nagelstudio|barbershop|"
            "woonwinkel|babywinkel|wereldwinkel|witgoedzaak|doehetzelfzaak",
            "bike|toy|flower|book|shoe|sports|hardware|electronics|souvenir|pet|gift|furniture|fish|"
            "butcher|butcher's|game|garden|perfume|department|diy|barber|computer|bicycle|card|cheese|"
            "music|camera|coffee|tool|motor shop|store|shops|stores|centre|center",
            "hairdresser*|slager|visboer",
            "doe het zelf",
        ),
    }
)
# Words that tell of a person, or of where money goes, and not of a shop.
_NO_BRANCH = Exceptions(
    {
        "": (
            "m'n|mn|mijn|onze|my|our slager|bakker|kapper|apotheker|drogist|baker|butcher",
            "naar|to|als|as|bestelvan|from de|the? bank",
            "weg|ervandoor|gevlucht|vertrokken|left|fled|vandoor ..3 in|met|per|by|with ..1 taxi",
            "ie|hij|hij|zij|ze|men|he|she|they van|from de|the bank",
            "per|by taxi",
            "in ..1 taxi ..1 gestapt|gesprongen|weg|ingestapt",
            "jumped|got|hopped|stepped in|into ..1 taxi",
            "taxi genomen|nemen|gebeld|bellen",
            "wanneer|when|hoe|what|how|of|if|vroeg|vraagt|time|laat ..4 geldwagen|geldtransport|"
            "waardetransport|geldloper|geldauto",
            "when|what|how|if ..4 money|cash bestelvan|transport|truck",
            "bakker|slager kwam|zag|belde",
            "op een|de|the bank zitten|zat|zit",
            "zit|zat|zitten op|on ..2 bank",
            "pin|credit|bank card",
        )
    }
)
_CHIEF = Patterns[Branch](
    {Branch.CASH_TRANSIT: ("onze|mijn|our|my geldwagen|geldtransport|waardetransport",), Branch.TAXI: ("taxi genomen",)}
)


_DRIVERS = Patterns[Branch](
    {Branch.TRANSPORT: ("MY|truck|lorry chauffeur|chauffeurs|driver|drivers", "of my|our drivers")}
)
_LOADS = frozenset({"lading", "trailer", "oplegger", "vracht", "load", "cargo", "truck", "lorry", "vrachtwagen"})


def branches(tokens: Tokens) -> Iterator[Read[Branch]]:
    """Yield the branches, each with its word."""
    yield from _CHIEF.read(tokens)
    if not _LOADS.isdisjoint(tokens.places.keys()):
        yield from _DRIVERS.read(tokens)
    apart = {index for seen in _NO_BRANCH.find(tokens) for index in range(seen.first, seen.last + 1)}
    for seen in _BRANCHES.find(tokens):
        if not set(range(seen.first, seen.last + 1)) <= apart:
            yield seen.read(tokens)
