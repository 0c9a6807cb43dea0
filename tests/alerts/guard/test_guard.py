"""Tests that the guard finds what may not be broadcast, and ignores what only looks like it."""

import pytest

from alerts.errors import InvalidText
from alerts.guard import Finding, Verdict, find, is_blank, verdict
from alerts.typed_text import check


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Weggereden in een zwarte Golf met 12-AB-34", Finding.PLATE, "12-AB-34"),
        ("kenteken AB-123-C gezien", Finding.PLATE, "AB-123-C"),
        ("kenteken 1-abc-23", Finding.PLATE, "1-abc-23"),
        ("een busje met 12ABC3 erop", Finding.PLATE, "12ABC3"),
        ("G-001-BB staat er al uren", Finding.PLATE, "G-001-BB"),
        ("Golf AB 12 CD reed weg", Finding.PLATE, "AB 12 CD"),
        ("scooter 12 ABC 3", Finding.PLATE, "12 ABC 3"),
        ("bus XX 999 X", Finding.PLATE, "XX 999 X"),
        ("auto ab12cd", Finding.PLATE, "ab12cd"),
        ("auto 12abc3", Finding.PLATE, "12abc3"),
        ("een auto: 71gl35, deuk links achter", Finding.PLATE, "71gl35"),
        ("kenteken 64 bs 44", Finding.PLATE, "64 bs 44"),
        ("met die scooter kwamen ze nog eens terug, laat in de middag, en het was pd 83 06", Finding.PLATE, "pd 83 06"),
        ("Zwitserse plaat ZH 482 716", Finding.PLATE, "ZH 482 716"),
        ("Mevrouw van Dalen stond erbij", Finding.NAME, "van Dalen"),
        ("Verdachte: Jan van Bommel", Finding.NAME, "Jan van Bommel"),
        ("Albert Hofman is de dader", Finding.NAME, "Albert Hofman"),
        ("auto AB–12–CD", Finding.PLATE, "AB–12–CD"),
        ("auto AB\u201112\u2011CD", Finding.PLATE, "AB\u201112\u2011CD"),
        ("auto VR 12 BD", Finding.PLATE, "VR 12 BD"),
        ("auto 12-AB34", Finding.PLATE, "12-AB34"),
        ("het kenteken is ab 12 cd", Finding.PLATE, "ab 12 cd"),
        ("nummerplaat: 1234ab", Finding.PLATE, "1234ab"),
        ("weet iemand van wie 73 hb kl is", Finding.PLATE, "73 hb kl"),
        ("Tt 604 b staat er weer", Finding.PLATE, "Tt 604 b"),
        ("dezelfde audi, GP 07 NL", Finding.PLATE, "GP 07 NL"),
        ("golf g xk 12 d reed weg", Finding.PLATE, "g xk 12 d"),
        ("NL-12-AB-34 stond er", Finding.PLATE, "12-AB-34"),
        ("704-TX-P gezien", Finding.PLATE, "704-TX-P"),
        ("weg in NT.604.G", Finding.PLATE, "NT.604.G"),
        ("LT-plaat, kent. JRB 417", Finding.PLATE, "JRB 417"),
        ("met CZ sticker 4AH 2290", Finding.PLATE, "4AH 2290"),
        ("HKL 482, litouws kenteken", Finding.PLATE, "HKL 482"),
        ("witte bus, kr5f402", Finding.PLATE, "kr5f402"),
        ("Poolse auto met KR 12345", Finding.PLATE, "KR 12345"),
        ("WEGGEREDEN IN EEN GOLF, 12 TBX 4", Finding.PLATE, "12 TBX 4"),
        ("KENTEKEN VAN DE AUTO: R S 1 2 3 B", Finding.PLATE, "R S 1 2 3 B"),
        ("duitse auto, kle-tt 512", Finding.PLATE, "kle-tt 512"),
        ("bel mij op 06-12345678", Finding.PHONE, "06-12345678"),
        ("bel mij op 06 12 34 56 78", Finding.PHONE, "06 12 34 56 78"),
        ("bel 010 123 45 67", Finding.PHONE, "010 123 45 67"),
        ("bel +31 6 12345678", Finding.PHONE, "+31 6 12345678"),
        ("bel +31 (0)6-12345678", Finding.PHONE, "+31 (0)6-12345678"),
        ("24/7 0612345678", Finding.PHONE, "0612345678"),
        ("kassa 3 0612345678", Finding.PHONE, "0612345678"),
        ("Om 20:45 0612345678", Finding.PHONE, "0612345678"),
        ("Op 06-12-2026 06-12345678", Finding.PHONE, "06-12345678"),
        ("tel 06 - 12345678", Finding.PHONE, "06 - 12345678"),
        ("tel 06–12345678", Finding.PHONE, "06–12345678"),
        ("tel-06-12345678", Finding.PHONE, "06-12345678"),
        ("nr-0612345678", Finding.PHONE, "0612345678"),
        ("contact-06 12345678", Finding.PHONE, "06 12345678"),
        ("Jan-0612345678", Finding.PHONE, "0612345678"),
        ("klant 0612345678", Finding.PHONE, "0612345678"),
        ("zaak 06-12345678", Finding.PHONE, "06-12345678"),
        ("2x0612345678", Finding.PHONE, "0612345678"),
        ("O6-12345678", Finding.PHONE, "O6-12345678"),
        ("nul zes 12345678", Finding.PHONE, "nul zes 12345678"),
        ("bel de zaak (020-6718824)", Finding.PHONE, "(020-6718824"),
        (
            "mijn nr is zes vier acht twee een drie drie negen nul",
            Finding.PHONE,
            "zes vier acht twee een drie drie negen nul",
        ),
        ("zwart, 06*48*21*33*90", Finding.PHONE, "06*48*21*33*90"),
        ("de man was verslaafd", Finding.HEALTH, "verslaafd"),
        ("Jan Jansen@gmail.com liep weg", Finding.EMAIL, "Jansen@gmail.com"),
        ("Kevin kevin@gmail.com", Finding.EMAIL, "kevin@gmail.com"),
        ("Kevin Marokkaan", Finding.DESCENT, "Marokkaan"),
        ("Fatima Moslima", Finding.RELIGION, "Moslima"),
        ("tel 06\u00a012\u00a0345678", Finding.PHONE, "06\u00a012\u00a0345678"),
        ("tel 0612\u200b345678", Finding.PHONE, "0612\u200b345678"),
        ("tel ０６１２３４５６７８", Finding.PHONE, "０６１２３４５６７８"),
        ("bel +32 470 12 34 56", Finding.PHONE, "+32 470 12 34 56"),
        ("bel 0049 151 23456789", Finding.PHONE, "0049 151 23456789"),
        ("wa.me/31612345678", Finding.PHONE, "wa.me/31612345678"),
        ("mail naar jan.jansen@voorbeeld.nl", Finding.EMAIL, "jan.jansen@voorbeeld.nl"),
        ("jan (at) voorbeeld.nl", Finding.EMAIL, "jan (at) voorbeeld.nl"),
        ("mail jan@gmail", Finding.EMAIL, "jan@gmail"),
        ("mail jan_smit at gmail.com", Finding.EMAIL, "jan_smit at gmail.com"),
        ("1 2 3 4 5 6 7 8 2 is zijn bsn", Finding.BSN, "1 2 3 4 5 6 7 8 2"),
        ("zijn nummer is 111222333", Finding.BSN, "111222333"),
        ("zijn nummer is 1112.22.333", Finding.BSN, "1112.22.333"),
        ("BSN-123456782", Finding.BSN, "123456782"),
        ("nr.123456782", Finding.BSN, "123456782"),
        ("bsn123456782", Finding.BSN, "123456782"),
        ("bsn: 12 34 56 78 2", Finding.BSN, "12 34 56 78 2"),
        ("burgerservicenummer 123456782", Finding.BSN, "123456782"),
        ("scooter 57 xsk 2", Finding.PLATE, "57 xsk 2"),
        ("met 12/AB/34 erop", Finding.PLATE, "12/AB/34"),
        ("met A B 1 2 C D erop", Finding.PLATE, "A B 1 2 C D"),
        ("Belg met 1-ABC-234", Finding.PLATE, "1-ABC-234"),
        ("duits kenteken kle-ab 123", Finding.PLATE, "kle-ab 123"),
        ("plaat B:AB 1234", Finding.PLATE, "B:AB 1234"),
        ("weg in een Poolse auto: WGM 4521A", Finding.PLATE, "WGM 4521A"),
        ("Fransman met AB-123-CD", Finding.PLATE, "AB-123-CD"),
        ("a van with AB12 CDE on it", Finding.PLATE, "AB12 CDE"),
        ("zwarte Dacia, CJ 12 ABC", Finding.PLATE, "CJ 12 ABC"),
        ("busje CB 1234 AB", Finding.PLATE, "CB 1234 AB"),
        ("kenteken: 1234 bcd", Finding.PLATE, "1234 bcd"),
        ("met \u0410\u0412-12-\u0421\u041d erop", Finding.PLATE, "\u0410\u0412-12-\u0421\u041d"),
        ("met \u0391\u0392-12-\u039a\u039c erop", Finding.PLATE, "\u0391\u0392-12-\u039a\u039c"),
        ("met ÁB-12-ÇD erop", Finding.PLATE, "ÁB-12-ÇD"),
        ("met 🅰🅱-12-🅲🅳 erop", Finding.PLATE, "🅰🅱-12-🅲🅳"),
        ("bel nul zes twaalf 34 56 78", Finding.PHONE, "nul zes twaalf 34 56 78"),
        ("app hem op 612345678", Finding.PHONE, "612345678"),
        ("jan punt smit apenstaartje voorbeeld punt nl", Finding.EMAIL, "jan punt smit apenstaartje voorbeeld punt nl"),
        ("jan [at] voorbeeld [dot] nl", Finding.EMAIL, "jan [at] voorbeeld [dot] nl"),
        ("jan at voorbeeld dot nl", Finding.EMAIL, "jan at voorbeeld dot nl"),
        ("op NL91 ABNA 0417 1643 00 gestort", Finding.IBAN, "NL91 ABNA 0417 1643 00"),
        ("op be68539007547034 gestort", Finding.IBAN, "be68539007547034"),
        ("hij heet @boef_010 daar", Finding.HANDLE, "@boef_010"),
        ("het staat bij @boef.nieuws", Finding.HANDLE, "@boef.nieuws"),
        ("het staat bij @boef.jelle030", Finding.HANDLE, "@boef.jelle030"),
        ("volg @020boys", Finding.HANDLE, "@020boys"),
        ("kijk op instagram.com/boef_010.", Finding.HANDLE, "instagram.com/boef_010"),
        ("geb datum 110388", Finding.BIRTH_DATE, "110388"),
        ("geboren op drie mei 1987", Finding.BIRTH_DATE, "drie mei 1987"),
        ("19-12-2004 staat er als geboortedatum", Finding.BIRTH_DATE, "19-12-2004"),
        ("op het paspoort zag ik 17-05-2007", Finding.BIRTH_DATE, "17-05-2007"),
        ("zij zei dat ze joods is", Finding.RELIGION, "joods"),
        ("dat hij Marokkaans was", Finding.DESCENT, "Marokkaans"),
        ("een N-Afrikaanse man", Finding.DESCENT, "N-Afrikaanse"),
        ("omdat hij verward is", Finding.HEALTH, "verward"),
        ("dader is jeroen van der veen", Finding.NAME, "jeroen van der veen"),
        ("wethouder Van Oosterwijk was er", Finding.NAME, "Van Oosterwijk"),
        ("op snap heet hij boef_010", Finding.HANDLE, "boef_010"),
        ("geb. 12-03-1999", Finding.BIRTH_DATE, "12-03-1999"),
        ("born on 12 March 1999", Finding.BIRTH_DATE, "12 March 1999"),
        ("volgens Kevin was het zo", Finding.NAME, "Kevin"),
        ("volgens fatima el amrani", Finding.NAME, "fatima el amrani"),
        ("dhr. Van der Zanden zag het", Finding.NAME, "Van der Zanden"),
        ("gezien door J. de Vries", Finding.NAME, "J. de Vries"),
        ("de man heet Zbyszek", Finding.NAME, "Zbyszek"),
        ("twee Poolse mannen", Finding.DESCENT, "Poolse"),
        ("een zwarte, lange man", Finding.DESCENT, "zwarte"),
        ("ze kwamen uit Polen", Finding.DESCENT, "Polen"),
        ("een man met een donkere huidskleur", Finding.DESCENT, "donkere huidskleur"),
        ("hij zag er Turks uit", Finding.DESCENT, "Turks"),
        ("two black males", Finding.DESCENT, "black"),
        ("man, blank, 1.80", Finding.DESCENT, "blank"),
        ("volgens mij een moslim", Finding.RELIGION, "moslim"),
        ("twee joodse jongens", Finding.RELIGION, "joodse"),
        ("een verwarde man", Finding.HEALTH, "verwarde"),
        ("verward persoon bij de deur", Finding.HEALTH, "verward"),
        ("ze is zwanger", Finding.HEALTH, "zwanger"),
        ("er is € 2.500 meegenomen", Finding.AMOUNT, "€ 2.500"),
        ("er is 2500 euro meegenomen", Finding.AMOUNT, "2500 euro"),
        ("voor duizenden euro's aan sieraden", Finding.AMOUNT, "duizenden euro's"),
        ("buit EUR5000", Finding.AMOUNT, "EUR5000"),
        ("buit vijfduizend euro", Finding.AMOUNT, "vijfduizend euro"),
        ("buit vijftig euro", Finding.AMOUNT, "vijftig euro"),
        ("buit tweeëntwintig euro", Finding.AMOUNT, "tweeëntwintig euro"),
        ("buit 3 ton", Finding.AMOUNT, "3 ton"),
        ("buit $5000", Finding.AMOUNT, "$5000"),
        ("buit 5000 dollar", Finding.AMOUNT, "5000 dollar"),
        ("buit 2k", Finding.AMOUNT, "2k"),
        ("buit 5 mille", Finding.AMOUNT, "5 mille"),
        ("buit 5 000,-", Finding.AMOUNT, "5 000,-"),
    ],
)
def test_finds(text: str, kind: Finding, words: str) -> None:
    """Personal data and amounts are found, with exactly the words to leave out."""
    assert [(kind, words)] == [(one.kind, text[one.start : one.end]) for one in find(text)]
    if kind.is_warning:
        check(text)
        return
    with pytest.raises(InvalidText) as caught:
        check(text)
    assert kind == caught.value.reason
    assert words == caught.value.fields["found"]


@pytest.mark.parametrize(
    "text",
    [
        "Bel 112, 0900-8844, 0800-7000 of 0900-0101.",
        "Bel 0900-8844 112 of 0800 7000",
        "Bel 14 010, 0900-1234 of 0800-0801",
        "Om 20:45 uur op 21-11-2026 in postcodegebied 2903 AB",
        "05-11-2026 20:45",
        "1 tv LG 55 inch, een kassa van het type ER-A421",
        "De sleutel ligt in kluis B. Graag terugleggen",
        "Bij Van Haren en van een jas van Marc O'Polo, tegenover H&M. Blauwe tas",
        "op 5-11 20.45-21.00",
        "op 06-12-26 2903 AB",
        "op 06-12-26 19.45",
        "1-mei-26, 5 nov 2026 20.45",
        "Op 20.45.De dader vluchtte",
        "open 9-18, ma 10-18, 0900-1800 uur",
        "TUSSEN 17 EN 18 UUR OF VAN 9 TOT 18",
        "Twee mannen, ongeveer 1.80 lang, zwarte jas, op een scooter",
        "Bestelling 123456789 is niet opgehaald",
        "Bestelling 123456782, ordernummer: 123456782",
        "Zaak PL1700-2026123456",
        "Een Seat Leon, een Mercedes Sprinter, een Dr. Oetker-taart, Kees Smit meubelen en Mario Kart",
        "Het rijbewijs was geldig tot 12-03-2015, de winkel bestaat sinds 12-03-1987, id gezien op 05-11-2026",
        "Hij zag dat het kenteken Pools was",
        "Het rapport heeft nummer IGJ-2026-3318, de order PO 45211, het dossier 12-BK-3456",
        "Schoenen CW2288-111, camera DS-2CD2143, CR2032 batterijen, een CBR 600 en een CLA 200",
        "BIER 24 FL 30 CL EN 2 ZK 500 GR, 12 TM 16 DEC OPEN, RUIT 12 MM HR",
        "Model 1-op-100, pomp 12 tbv 3 klanten, maat 43 tm 45, bij 2903 BK 12 HS",
        "Kenteken onbekend, grijze BMW 320d, geen plaat, richting A16",
        "Een BMW X5, een Audi A3, een Golf 7 GTI 20 en een Peugeot 308",
        "Kanaalweg 12-14, tussen 17-18 uur",
        "Kanaalweg 12K, 2903AB 12 en 2903 AB 12-14",
        "Postcodes 2901-2909 en 2902 2910",
        "Drie mensen, maat42, 18jaar, spijkerbroek",
        "Alert 2026-0001, P2, TLP:AMBER",
        "Pinpas en euro's, een 4K-tv en Euro 95",
        "Niet @ 20.45 uur",
        "BSN 123456789 en rekening NL91 ABNA 0417 1643 01 bestaan niet",
        "Op instagram stond niets, look at winkel.nl",
        "Bijeenkomst op 12-03-2026, geboekt, in Rotterdam (12-03-2026)",
        "Jan van Galenstraat, Anne Frankschool, Bakkerij Jansen en de Prins Hendrikkade",
        "Max 2 personen, op 5 jan, wil je dat doen? Ik ben er.",
        "Pools kenteken, Turkse bakker, zwarte jas, witte bus, getinte ruiten, de omroeper sprak Pools",
        "Kassa 4 sluit, wil jij rob aflossen, of mark de plek",
        "Willem de Zwijgerplantsoen 8, en dirk is om de hoek",
        "Track 3STBJI987654321, IMEI bekend, serienummer C02XK1Q2JG5J, artikel 8712345678906",
        "iPhone 15 Pro Max, PS5, Nike Air Max 95, Jack Daniels, BMW 320d, Audi A4 40 TFSI, Opel Corsa 1.2",
        "De moskee, de katholieke school en de kerk",
        "Diabetesmedicijnen weg, invalidenparkeerplaats, gewond naar het ziekenhuis",
    ],
)
def test_leaves_alone(text: str) -> None:
    """Times, postcodes, public numbers, models, orders and sizes are no findings."""
    assert find(text) == []


def test_an_allowed_kind_hides_no_other() -> None:
    """A caller who allows amounts still gets the personal number inside one."""
    text = "€ 0612345678"
    assert [Finding.AMOUNT] == [one.kind for one in find(text)]
    assert [Finding.PHONE] == [one.kind for one in find(text, allowed={Finding.AMOUNT})]


@pytest.mark.parametrize("text", ["", " \n", "\u200b", "\u00a0\u2060\ufeff", "\u3164\ufe0f", "\u2800", "\x00"])
def test_blank(text: str) -> None:
    """A text without visible characters is blank."""
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", "\u200bé", "-", "❤️", "٣"])
def test_not_blank(text: str) -> None:
    """A text with one visible character is not blank."""
    assert not is_blank(text)


_PARTS = [
    "1",
    "1.",
    "0-",
    "A1 ",
    "a@",
    "een ",
    "kenteken ",
    "\u200b",
    "x_1 op",
    "zwarte grote ",
    "van de ",
    "A. ",
    "NL12",
]


@pytest.mark.parametrize("part", _PARTS)
def test_a_long_text_is_read_to_its_end(part: str) -> None:
    """A long text is searched to its end, however much it makes the searches backtrack."""
    text = part * (100_000 // len(part)) + " en dan 12-AB-34."
    assert Finding.PLATE is find(text)[-1].kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [("zwarte auto", Verdict.OK), ("Kevin zag het", Verdict.WARN), ("Kevin zag 12-AB-34", Verdict.BLOCK)],
)
def test_the_verdict(text: str, expected: Verdict) -> None:
    """A name alone warns; any other finding blocks."""
    assert expected is verdict(find(text))
