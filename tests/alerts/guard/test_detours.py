"""Tests with ways to evade the guard, and texts that only look like one. The texts are in no labelled set."""

import pytest

from alerts.guard import Finding, find

PLATE, PHONE, BSN, IBAN = Finding.PLATE, Finding.PHONE, Finding.BSN, Finding.IBAN


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Ze stapten in, Papa Sierra 731 Zulu, richting de brug", PLATE, "Papa Sierra 731 Zulu"),
        ("bravo november 44 tango lima, donkere suv", PLATE, "bravo november 44 tango lima"),
        ("Noteer: Willem Simon zes zes Karel Teunis", PLATE, "Willem Simon zes zes Karel Teunis"),
        ("de D van dop, de K van kurk, 509, S van slot", PLATE, "D van dop, de K van kurk, 509, S van slot"),
        ("zwarte Polo tee zet negen nul twee pee", PLATE, "tee zet negen nul twee pee"),
        ("Witte Transit, GX vijf vijf zeven R", PLATE, "GX vijf vijf zeven R"),
        ("kenteken begint met RZ, daarna 640, en eindigt op B", PLATE, "RZ, daarna 640, en eindigt op B"),
        ("plaat in stukjes: TP en dan 36 en dan KD", PLATE, "TP en dan 36 en dan KD"),
        ("laatste letter is een S, daarvoor 915, vooraan HB", PLATE, "S, daarvoor 915, vooraan HB"),
        ("alleen DR en 406 gelezen, de laatste letter niet", PLATE, "DR en 406"),
        ("type KT318P scheurde de straat uit, een grijze Seat", PLATE, "KT318P"),
        ("let op type KT318P", PLATE, "KT318P"),
        ("let op type gt731k", PLATE, "gt731k"),
        ("bestelnummer k731gt, zei hij", PLATE, "k731gt"),
        ("artikelcode KT-318-P", PLATE, "KT-318-P"),
        ("bestelnummer AU-73-15", PLATE, "AU-73-15"),
        ("Ordernummer: KE-731-P", PLATE, "KE-731-P"),
        ("artikelnummer 73-AE-15 lag op de balie", PLATE, "73-AE-15"),
        ("Ordernummer KE731P, een zwarte Golf reed weg", PLATE, "KE731P"),
        ("Artikelnummer KV-391-H ligt in het magazijn", PLATE, "KV-391-H"),
        ("serienummer 48-DXB-2", PLATE, "48-DXB-2"),
        ("model 48DXB2, zei hij", PLATE, "48DXB2"),
        ("code kt-318-p", PLATE, "kt-318-p"),
        ("blauwe wagen 73 15 kd", PLATE, "73 15 kd"),
        ("Bestelbus postcode 7315KD", PLATE, "7315KD"),
        ("Auto met postcode 7315KD reed weg", PLATE, "7315KD"),
        ("bus zonder plaatje maar met postcode 7315 KD", PLATE, "7315 KD"),
        ("scooter (postcode: 7315KD)", PLATE, "7315KD"),
        ("witte Polo nr 7315 KD", PLATE, "7315 KD"),
        ("factuurnummer NZ-204-H reed zonder te betalen weg", PLATE, "NZ-204-H"),
        ("een Opel met ST → 731 → K erop", PLATE, "ST → 731 → K"),
        ("rode scooter [DP][48][XB]", PLATE, "[DP][48][XB]"),
        ("bus LR, 52, KX stond voor de deur", PLATE, "LR, 52, KX"),
        ("grijze golf 7315kd reed te hard weg", PLATE, "7315kd"),
        ("die oude Mercedes 4402 HZ stond er weer", PLATE, "4402 HZ"),
        ("auto met BT-7O4-K", PLATE, "BT-7O4-K"),
        ("stond er net: TL 90 4 B, meen ik", PLATE, "TL 90 4 B"),
        ("ordernummer 0651239876, bel maar", PHONE, "0651239876"),
        ("artikel 06-51239876 is zijn mobiel", PHONE, "06-51239876"),
        ("zijn mobiel: 06 » 51 » 23 » 98 » 76", PHONE, "06 » 51 » 23 » 98 » 76"),
        ("bel 06=51 23 98 76", PHONE, "06=51 23 98 76"),
        ("nulzes vijf een twee drie negen acht zevenzes", PHONE, "nulzes vijf een twee drie negen acht zevenzes"),
        ("oh six fifty-one 23 98 76 is his number", PHONE, "oh six fifty-one 23 98 76"),
        ("06, daarna 5123 en tot slot 9876", PHONE, "06, daarna 5123 en tot slot 9876"),
        ("bsn een een een twee twee twee drie drie drie", BSN, "een een een twee twee twee drie drie drie"),
        ("zijn bsn: 111, dan 222, en dan 333", BSN, "111, dan 222, en dan 333"),
        ("rekening NL eenennegentig ABNA 0417 1643 00", IBAN, "NL eenennegentig ABNA 0417 1643 00"),
    ],
)
def test_a_detour_is_found(text: str, kind: Finding, words: str) -> None:
    """Personal data that is told in a roundabout way is found whole."""
    assert [(kind, words)] == [(one.kind, text[one.start : one.end]) for one in find(text)]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Daders spraken Roemeens met elkaar", Finding.DESCENT, "Roemeens"),
        ("vrouw in een rode jas, sprak vloeiend Russisch", Finding.DESCENT, "Russisch"),
        ("the men were talking Bulgarian", Finding.DESCENT, "Bulgarian"),
        ("man met een zwaar Antilliaans accent", Finding.DESCENT, "Antilliaans"),
        ("Tsjechen in een busje", Finding.DESCENT, "Tsjechen"),
        ("drie Slowaken bij de kassa", Finding.DESCENT, "Slowaken"),
        ("twee Denen in een camper", Finding.DESCENT, "Denen"),
        ("een Poolse met een kinderwagen", Finding.DESCENT, "Poolse"),
        ("het waren Fransen", Finding.DESCENT, "Fransen"),
        ("een groep Oostenrijkers", Finding.DESCENT, "Oostenrijkers"),
        ("a German who drove off", Finding.DESCENT, "German"),
        ("two Greeks and some Croatians", Finding.DESCENT, "Croatians"),
        ("an Egyptian at the door, Venezuelans in the car", Finding.DESCENT, "Venezuelans"),
        ("signalement: man, 20-25, Zuid-Amerikaans, grijze trui", Finding.DESCENT, "Zuid-Amerikaans"),
        ("jongen van 15 jaar, half Surinaams, blauwe pet", Finding.DESCENT, "Surinaams"),
        ("een getinte man met een glazen pot", Finding.DESCENT, "getinte"),
        ("twee S y r i s c h e mannen", Finding.DESCENT, "S y r i s c h e"),
        ("dader was z w a n g e r", Finding.HEALTH, "z w a n g e r"),
        ("hij is alc0h0list, vaste klant", Finding.HEALTH, "alc0h0list"),
        ("vrouw is dialysepatiënt", Finding.HEALTH, "dialysepatiënt"),
        ("naam lees andersom: nessnaJ nitraaM", Finding.NAME, "nessnaJ nitraaM"),
        ("geboren op vijf juni negentienachtenzeventig", Finding.BIRTH_DATE, "vijf juni negentienachtenzeventig"),
        ("geboortedatum: zeven zeven tweeduizend drie", Finding.BIRTH_DATE, "zeven zeven tweeduizend drie"),
        ("born on the third of May nineteen eighty", Finding.BIRTH_DATE, "third of May nineteen eighty"),
        ("geb. 4 » 11 » 1987", Finding.BIRTH_DATE, "4 » 11 » 1987"),
        ("A. Verhoeven-Smit (02-03-1990) kwam terug", Finding.BIRTH_DATE, "02-03-1990"),
    ],
)
def test_words_that_are_hidden_or_told_otherwise_are_found(text: str, kind: Finding, words: str) -> None:
    """Words that are hidden or told in another way are found as a finding of that kind."""
    assert (kind, words) in [(one.kind, text[one.start : one.end]) for one in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Wie spreekt Pools en kan voor ons tolken?",
        "De gids sprak Duits met de toeristen, de kassa was dicht",
        "Daders spraken Nederlands en Engels",
        "Donker getinte achterruiten, ook de zijramen waren getint",
        "Auto met (licht) getinte ramen en een zonnebril met getinte glazen",
        "De turk op de hoek is dicht, de chinees op het plein gaat open",
        "Limburgs accent op de kaart, taal van de folder is Spaans",
        "Winkel gesticht in negentientachtig, sinds twee mei tachtig in de Kerkstraat",
        "Actie op vijf juni en de twaalfde van elke maand",
        "Art. nr. A1B2C3D4 en v2ray, mp3speler, PS5controller, covid19test",
        "ziekenhuispatiënten mogen niet parkeren, de huisartsenpost is open",
        "Lees andersom: de deur is dicht",
        "L e t   o p: de markt is dicht",
        "De dagkaart (02-03-2026) is ongeldig",
    ],
)
def test_languages_windows_and_dates_are_left_alone(text: str) -> None:
    """Words about a thing, a shop, a service, or nobody in particular are no finding."""
    assert [] == [(one.kind, text[one.start : one.end]) for one in find(text, allowed={Finding.AMOUNT})]


@pytest.mark.parametrize(
    "text",
    [
        "K.v.K. 24356001 en KVK-nummer 24356001, kvk nr. 24356001",
        "Kamer van Koophandel 24356001, Chamber of Commerce no 24356001",
        "Pakketnummer 111222333 en polisnr. 111222333 zijn dezelfde",
        "Kassabon 0873-12-4471, zendingsnr 0180-445566",
        "De Golf, de Polo en de Sierra stonden op rij 4, vak 82",
        "Alfa Romeo 147 en een Golf 7 staan te koop voor 482 per maand",
        "Team Delta en team Echo lopen om 14.30 uur, team Kilo om 16.00",
        "Eerst links, dan 300 meter rechtdoor, daarna bij de L naar de kassa",
        "een, twee, drie, vier, vijf, zes, zeven: alle kluisjes zijn leeg",
        "Op 06, 07, 08, 09 en 10 mei is de markt dicht",
        "Kassa 4, 8 en 12 zijn dicht, letter K op het scherm is stuk",
        "Maat M, L en XL zijn weg, drie van elk, en twee van maat S",
        "De bezorger brengt het naar 4402 HZ, zijn bus staat voor de deur",
        "supermarkt 2903AB: 2 daders vertrokken op een zwarte scooter",
        "Onze winkel, postcode 7315 KD, heeft parkeerplaatsen voor auto's",
        "Artikelnummer KV-391 ligt in het magazijn, stelling 12, type GSR 18V-55 ook",
        "maat xl200x, bestelnummer 26-APR-4, factuurnummer 20-INV-4, ordernummer KE731P, batch PO-20-18",
        "Pakket met ordernummer AB1234 lag in de bus. Dossier 12-DE-34 is zoek",
        "type DHP485 is een boormachine, bestelcode 4500981273, artikelcode 77.204.18, de doos is leeg",
        "Auto gestolen in postcode 4821 BX, de bus van 12 30 km verderop ook",
        "Scooter weg bij de winkel, postcode 1234AB",
        "Turks brood, Zwitsers zakmes, een German car, bij de Griek op de hoek, letten op de deur, vakantie in Zweden",
        "De V van vrijdag ontbreekt op het bord",
        "Plus 2 euro per stuk, dubbel zo duur als vorig jaar",
        "Van maandag tot en met vrijdag, twee tot drie mannen van een jaar of 30",
    ],
)
def test_what_looks_like_a_detour_is_left_alone(text: str) -> None:
    """Companies, parcels, cars, teams, sizes and directions that look like an evasion are no finding."""
    assert [] == [(one.kind, text[one.start : one.end]) for one in find(text, allowed={Finding.AMOUNT})]
