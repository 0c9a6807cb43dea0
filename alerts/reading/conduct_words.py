"""Families of verbs and things that signals are told with."""

CONDUCT_WORDS = {
    "COUNTS": "telde telt telden tellen geteld natelde counted counting counts measured measuring measures mat "
    "gemeten opgemeten opmat afgemeten paced",
    "WRITES": "schreef schrijft schreven opschreef opschreven noteerde noteert noteerden noteren genoteerd tekende "
    "tekent tekenen getekend schetste schetst schetsen natekende wrote writing writes noted noting jotted jotting "
    "scribbled scribbling drew drawing draws sketched sketching aantekeningen notities notitieboekje opschrijfboekje "
    "tekeningetje tekening schets notes notebook notepad sketch",
    "EYES": "blik aandacht belangstelling interesse gaze attention interest interested curious "
    "nieuwsgierig geinteresseerd fixated bezig gebiologeerd preoccupied",
    "FITTINGS": "LAYOUT_ sloten slot vitrinesloten vitrineslot bedrading draden kabels alarmkastje melders locks wires "
    "wiring cables hinges scharnieren beugels alarmbel alarmbox",
    "ASKS": "vroeg vroegen vraagt vragen gevraagd vragend informeerde informeert informeerden informeren polste polst "
    "polsten hengelde viste doorvroeg doorvraagt doorvroegen doorvragen uithoorde uithoren uitvroeg ontfutselen "
    "benieuwd asked asks asking enquired enquires enquiring inquired inquires inquiring wondered wonders wondering "
    "quizzed quizzing queried probing probed curious",
    "TO_KNOW": "weten horen uitvinden achterhalen know find hear tell learn",
    "WANTED_TO": "wil wilde wilden wou wouen wouden probeerde probeerden moest wants wanted want tried trying",
    "GUARDED": "alarm alarmsysteem alarminstallatie alarmcode alarmknop noodknop paniekknop overvalknop alarmcentrale "
    "alarmopvolging beveiliging beveiligd beveiligingsbedrijf beveiliger beveiligers bewaker bewakers bewaking "
    "camerabewaking camerasysteem kluiscode pincode tijdslot geldtransport geldwagen geldauto "
    "geldloper geldlopers waardetransport dagopbrengst dagomzet kassageld afstorten afstort afgestort afstorting "
    "sluitingstijd sluitingstijden sluittijd openingstijden personeelsbezetting bezetting rooster nachtdienst "
    "avonddienst sleutelhouder sleutelhouders rolluiken surveillance "
    "alarms burglar-alarm panic-button guard guards cctv takings armoured armored cash-in-transit keyholder "
    "keyholders combination rota roster staffing",
    "SHOOTS": "filmt filmde filmden filmen filmend gefilmd filming filmed films fotografeert fotografeerde "
    "fotograferen "
    "fotografeerden gefotografeerd photographed photographing photographs videoed videoing ingezoomd "
    "inzoomt inzoomde inzoomen zooming zoomed livestreamt livestreamde streamt streamde vlogt",
    "OTHER_ONE": "ander andere other maat mate vriend friend tweede second derde third maatje vriendin girlfriend "
    "boyfriend husband broer brother buddy partner pal kompaan makker handlanger accomplice kameraad",
    "SHOP_SHUTS": "sluitronde sluitrondes doofde opgemaakt opmaken "
    "opmaakte afsloot afsloten afsluit dichttrok dichttrek omhoogging omhoogdeed omhooggaat ",
    "PATH": "steeg steegje stegen steegjes hofje paadje paadjes pad achterpad brandgang brandgangen achterom doorgang "
    "sluiproute sluipweg poortje poortjes fietspad gangetje alley alleys alleyway lane path footpath passage "
    "cut-through "
    "shortcut",
    "PATH_WALKED": "verkende verkent verkennen verkend doorliep afliep aflopen afgelopen naliep nalopen bekeek bekeken "
    "bekijkt bekijken proef proefrit testte oefende oefenden stopwatch klokte timing timed practised practising "
    "pacing pace "
    "rehearsed explored exploring tried checked checking scouting scouted paced",
    "WHETHER": "of whether if",
    "CHATS": "kletsen kletste praten praatte praat praatje beginnen begon babbelen babbeltje gesprek gesprekje "
    "chatting chat "
    "chatted chatty talking talk talked small-talk natter wauwelde hintte",
    "GOES_BY": "rijdt reed reden rijden komt kwam kwamen kruipt kroop rolt rolde cirkelt cirkelde remt remde mindert "
    "minderde vertraagt vertraagde passeert passeerde passeerden toert drives drove driving crawls crawled crawling "
    "rolls rolled rolling passes passed passing circles circled circling cruises cruised cruising slows slowed "
    "slowing loops looped looping laps ronde rondje rondjes",
    "STANDS_BY": "staat staan stond stonden geparkeerd geparkeerde parked parks sits sitting sat zit zitten zaten zat "
    "wacht wachten wachtte waiting waits waited idling stationair stilstaan stilstaand stilgezet stilgestaan opposite "
    "tegenover overkant across outside",
    "WATCHES": "kijkt keek keken kijken kijkend gekeken loert loerde loerden loeren gluurt gluurde gluurden gluren "
    "tuurt tuurde tuurden turen staart staarde staarden staren observeert observeerde observeerden observeren "
    "bespiedt bespiedde bespieden spiedt spiedde begluurt begluren bekijkt bekeek bekeken bekijken gadeslaat "
    "gadesloeg gadeslaan verrekijker schouwt look looking looks looked watch watching watched stare staring "
    "stares stared eyeing eyed eyeballing observing observed observes peering peered peers gazing glancing glanced "
    "scanning binoculars monitoring surveying studying",
}
