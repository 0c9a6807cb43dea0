"""Tests of the kind that is read from sentences in words of all sorts, as shop staff type them."""

import pytest

from alerts.report import ReportKind
from tests.alerts.reading.typed_now import read_now

SENTENCES: dict[ReportKind | None, tuple[str, ...]] = {
    ReportKind.ROBBERY: (
        "Net stond er een kerel met een pistool voor de balie, heb alles wat in de la zat moeten geven. Hij "
        "is lopend weg.",
        "koerier hier, drie gasten hebben me tegen een muur gezet en mijn telefoon en de bezorgtas gejat",
        "Stond net af te sluiten, kreeg een vuist in mijn gezicht en weg was de geldtas",
        "a lad with a machete made the girl at the counter open the register, got about 400 quid and ran",
        "our driver got smacked with a bottle and they drove off in his van",
        "collega moest op de grond gaan liggen, ze hebben de hele vitrine met horloges leeg gehaald. twee man met helm",
        "Vrouw met spuit dreigde mij te prikken, ik heb haar de pillen gegeven",
        "meisje van 16 aan haar haren van de fiets getrokken, tas met bestellingen weg",
        "ze kwamen binnen met een hamer en sloegen alles kapot, alle telefoons zijn weg",
        "man trok een mes en zei geef me de fooienpot, die heeft hij gekregen",
        "3 jongens met bivakmutsen, een hield me vast en de rest pakte de sloffen sigaretten",
        "customer pulled a knife when I opened the drawer and helped himself to the cash",
        "eigenaar neergestoken bij de juwelier, sieraden buitgemaakt",
        "they cornered our delivery boy, threatened him with a knife and walked off with the pizza money",
        "hij stak een pistool in mijn zij en zei dat ik de kluis open moest doen, 2000 euro kwijt",
        "met een koevoet op de toonbank geslagen, mensen bedreigd, kassa meegenomen",
        "Gozer met een slagersmes liep achter de toonbank langs, heeft een stapel briefgeld gepakt en was weg",
        "my shift manager got punched and they took the whole till with them",
        "ik werd vastgepakt bij de personeelsingang en mijn sleutels zijn afgepakt, daarna hebben ze de "
        "kluis leeggehaald",
        "two on a scooter ripped the bag out of our courier's hands, he fell and broke his arm",
        "bij de opticien zijn net twee mannen binnengestormd, personeel opzij geduwd en alle merkbrillen mee",
        "man had een wapen onder zijn jas en zei dat ik het geld in de zak moest doen. deed ik.",
        "the lad behind the counter was told to open the safe with a blade at his neck. cash gone",
        "winkelmeisje bespuwd en geduwd, daarna pakte hij twee flessen whisky en liep naar buiten",
        "tankstation: vrouw stond met bijl voor me en ik heb haar de sigaretten gegeven",
        "drie man met breekijzers de winkel in, klanten moesten op de grond, kettingen uit de vitrine gehaald",
    ),
    ReportKind.ROBBERY_ATTEMPT: (
        "jongen met een mes wilde geld, mijn man sloeg hem met een bezem de winkel uit",
        "man tried to snatch the till drawer but my colleague held on to it and he ran away",
        "twee gasten wilden onze koerier beroven, hij fietste hard weg",
        "he put a gun on the counter and asked for cash, I pressed the alarm and he legged it without a cent",
        "mislukte beroving, dader kreeg de la niet open en vluchtte",
        "ze probeerden mijn tas te pakken toen ik naar de bank liep, ik heb gegild en ze renden weg zonder iets",
        "he had a knife but when my dad shouted he turned round and ran, nothing taken",
        "met drie man de winkel binnen gestormd, maar de rolhekken gingen dicht en ze zijn gevlucht zonder buit",
        "overvaller kreeg de kassa niet mee en is ervandoor gegaan",
        "they smashed the display but the glass held, ran off with nothing",
    ),
    ReportKind.RECONNAISSANCE: (
        "zelfde auto als gisteren rijdt weer heel langzaam langs de winkel",
        "lady asked what time the guard goes home",
        "man vraagt wanneer de baas er niet is en waar de kluis staat",
        "someone's been trying the back door handle tonight around 2",
        "twee jongens filmen de pui en de camera's van onze winkel",
        "meneer wilde per se weten hoeveel geld er in kas zit",
        "jongen loopt voor de vierde keer naar binnen en koopt niks",
        "two men walked round the back of the shop looking where the alley goes",
        "meisje met capuchon diep over haar ogen hangt al een uur bij de winkel rond",
        "they wanted to see the most expensive watch, then asked where the camera was",
        "gast in een geparkeerde Opel houdt de zaak in de gaten",
        "vandaag weer die blauwe Polo, twee jongens erin, rijden stapvoets langs de zaak en kijken naar binnen",
        "vrouw fotografeert de openingstijden en de camera boven de deur",
        "guy in a cap asked me who locks up on sundays",
        "hij stond op de uitkijk op de hoek terwijl de ander binnen rondkeek",
        "iemand heeft geprobeerd het rolluik op te tillen vannacht",
        "they keep coming back, never buy anything and look at the cameras all the time",
    ),
    ReportKind.SUSPICIOUS_SITUATION: (
        "er hangt een sleutel aan een touwtje aan ons hek, geen idee van wie",
        "man doet zich voor als politie en wil de kassa controleren",
        "vreemde geur van gas bij de achterdeur en niemand te zien",
        "buitencamera is vannacht losgetrokken",
        "drone hing boven het dak van de winkel",
        "raar pakketje zonder afzender in de brievenbus, er zitten draadjes aan",
        "verwarde man schreeuwt tegen klanten op straat",
        "someone left a suitcase in front of the shop and walked off",
        "alle lampen van de steeg zijn kapot gegooid vannacht",
        "de sleutel van het magazijn is verdwenen",
        "anoniem briefje onder de deur: wij weten wanneer je sluit",
        "er ligt een plas benzine voor de deur en een aansteker ernaast",
        "man in nette pak zegt dat hij van de gemeente is, kan zich niet legitimeren",
        "iemand heeft lijm in ons slot gespoten",
        "vreemde man volgt mijn collega elke avond naar haar auto",
        "someone sprayed a weird symbol on our shutter",
        "er stond een ladder tegen de achtergevel vanmorgen, niet van ons",
        "er is een gat in het hek achter de zaak geknipt",
    ),
    None: (
        "weet iemand hoe laat de winkel hiernaast opengaat?",
        "Bedankt voor het snelle reageren allemaal!",
        "ik heb morgen vrij dus kan niet reageren",
        "kunnen jullie de straal groter zetten? ik zit in Tilburg",
        "wat is het verschil tussen een melding en een alert?",
        "haha die man met dat masker was gewoon sinterklaas",
        "is de app stuk? krijg niks binnen",
        "ok top, dan weet ik dat",
        "good morning everyone, have a nice shift",
        "was het gisteren ook zo druk bij jullie in de winkel?",
        "nieuwe collega wil graag toegevoegd worden",
        "iemand interesse in een tweedehands kassa?",
        "stel dat er iemand met een mes binnenkomt, wat dan",
        "heeft iemand een reserve pinrol over? die van ons is op",
        "sorry verkeerde groep",
        "mijn camera doet het niet meer, welke monteur raden jullie aan?",
        "ik zoek een goede verzekering voor mijn juwelierszaak",
        "did anyone else get that alert twice?",
        "kan iemand mij vertellen hoe je een melding intrekt?",
        "wij zijn vandaag gesloten wegens familieomstandigheden",
        "jongens wie gaat er mee een biertje doen vrijdag?",
        "mooi weer vandaag he, terras zit vol",
        "zijn er nog plekken vrij voor de training overvalpreventie?",
        "do I get a message when something happens in the next town?",
        "er komt morgen een monteur voor de camera's, dus niet schrikken",
        "gefeliciteerd met je verjaardag!",
        "mag ik de foto van de dader delen op facebook?",
        "wat een drama dat nieuws over die juwelier",
        "hoe was de overval gisteren eigenlijk afgelopen?",
        "tip: zet je kassa 's nachts open zodat ze zien dat hij leeg is",
        "onze winkel verhuist volgende week naar de markt",
        "lol mijn kat zat weer op de camera",
    ),
}


@pytest.mark.parametrize(
    ("text", "kind"), [(text, kind) for kind, texts in SENTENCES.items() if kind is not None for text in texts]
)
def test_the_kind_is_read(text: str, kind: ReportKind) -> None:
    """Each is a report of its kind."""
    reading = read_now(text)
    assert (reading.is_report, reading.kind) == (True, kind)


@pytest.mark.parametrize("text", SENTENCES[None])
def test_other_texts_are_no_report(text: str) -> None:
    """Questions, plans, greetings and news."""
    assert not read_now(text).is_report
