"""What was taken: a kind of loot, or nothing."""

from collections.abc import Iterator

from alerts.reading.lexicon import register
from alerts.reading.patterns import Exceptions, Patterns, Read
from alerts.reading.tokens import Tokens

_LOOT = {
    "CASH": "geld kassageld kasgeld contant contanten dagopbrengst opbrengst dagomzet omzet wisselgeld briefgeld "
    "papiergeld muntgeld kleingeld fooi fooienpot fooiengeld"
    " geldkist geldla geldkistje geldkoffer geldbuidel geldtas geldtasje geldlade kassalade kassala lade "
    "geldcassette briefjes biljetten bankbiljetten valuta kassainhoud kasgelden"
    " geldzak geldbedrag kas portemonnee cash money till takings banknotes notes bills float tips geldbox "
    "spaarpot collectebus geldcassettes dagontvangst dagontvangsten ontvangsten kassabak weekomzet weekendomzet "
    "geldkoffers geldcassettes weekopbrengst geldkisten sealbag sealbags dagkas kluisinhoud duizendjes tientjes "
    "vijftigjes flappen poen doekoe dough kassa la gokkast gokkasten "
    "fooienpotje kluisgeld kassalades euro's "
    "euro euros earnings revenue drawer register",
    "TOBACCO": "sigaretten sigaret tabak shag peuken sloffen slof rookwaar rookwaren vapes vape sigaren marlboro "
    "pakjes-sigaretten cigarettes cigarette cigs tobacco cartons"
    " cigars cigaretten smokes ciggies snus shagbuilen filtersigaretten sigretten sigareten e-sigaretten shagpakjes",
    "JEWELLERY": "sieraden sieraad juwelen ring ringen trouwringen ketting kettingen collier colliers armband "
    "armbanden "
    "oorbellen horloge horloges klokjes goud"
    " rolex rolexen diamanten diamant trouwring watches watch jewellery jewelry jewels rings necklace "
    "necklaces bracelet bracelets earrings gold diamonds kettinkjes gouden zilverwerk"
    " kettinkje armbandje goudstukken juweel goudstaaf goudstaven goudbaren munten hangers broche broches",
    "PHONES": "telefoon telefoons iphone iphones mobieltje mobieltjes mobiel smartphone smartphones gsm gsm's "
    "toestellen samsungs phone phones handset handsets mobiles mobile smartphones telefoontoestellen",
    "GLASSES": "monturen montuur brillen zonnebrillen bril zonnebril frames glasses sunglasses spectacles eyewear "
    "*monturen *montuur *brillen",
    "MEDICINE": "medicijnen medicijn medicatie pillen oxycodon oxy geneesmiddelen ritalin morfine opiaten slaappillen "
    "medicines medicine meds medication pills"
    " drugs opioids painkillers pijnstillers tramadol oxycodone diazepam morphine xanax methadon fentanyl "
    "benzo's prescription methylfenidaat",
    "GOODS": "parfum parfums lading pakket pakketten pakketje pakketjes doos dozen drank flessen whisky whiskey "
    "wodka wijn jassen kleding kleren tassen riemen schoenen tas rugzak spullen handel vracht"
    " fietscomputers laptop laptops computers scheermesjes cosmetica maaltijdtas eten pizza pizza's "
    "fietsen fiets bus busje truck vrachtwagen auto autosleutels goederen winkelwaar artikelen "
    "cadeaubonnen krasloten"
    " bier vlees snoep boodschappen gereedschap speelgoed koffer parcels parcel bag bags goods perfume "
    "liquor bottles bottle booze alcohol clothes coats bikes laptops stock load cargo box boxes food "
    "pizzas merchandise trailer sneakers *jassen *shirts *broeken *truien bontjas merkkleding sportkleding "
    "merkkleren poststukken bestellingen bestelling maaltijden drones airpods "
    "koptelefoons koptelefoon oplaadkaarten cadeaukaarten lootjes fietsaccu accu's gamecomputers games "
    "pallets pallet "
    "snoepgoed headphones vouchers scratchcards packages package deliveries"
    " handbags designer tools scooter brandstof diesel benzine loten dozen apparatuur tablets playstation "
    "playstations consoles spelcomputers staatsloten champagne handtas handtassen handbag",
}
_OF = {
    "CASH": "cash",
    "TOBACCO": "tobacco",
    "JEWELLERY": "jewellery",
    "PHONES": "phones",
    "GLASSES": "glasses",
    "MEDICINE": "medicine",
    "GOODS": "other",
}
_CONCEPT_OF = {value: concept for concept, value in _OF.items()}
_GOT_TEXT = """
    mee meegenomen weg gaf gegeven took gave kreeg kregen buit taken stolen gestolen emptied geef geleegd gepakt
    pakte pakten
    gekregen meegekregen afgenomen kwijt leeg nam namen stole gone
"""
_GOT = frozenset(_GOT_TEXT.split())
register(_LOOT)
register(
    {
        "LOOT": " ".join(_LOOT.values()),
        "TAKEN": "mee weg kwijt gestolen meegenomen afgenomen buitgemaakt buit weggenomen gepakt pakte pakten pakt "
        "pakken gegrist griste gristen grist grissen gegraaid graaide"
        " graaiden graaien graait grissen rukken sleuren inpakken ingepakt meekrijgen vullen gevuld gestolen stal "
        "stalen gejat jatte geroofd roofden nam namen neemt nemen meenam meenamen "
        "leeggehaald leeggeroofd leeggemaakt leeg leegroven leegmaken geleegd gekregen kreeg kregen"
        " gegeven gaf afgegeven afgeven afgepakt ervandoor vandoor meegegrist greep grepen gegrepen "
        "meegesleept ontvreemd gegraai buitgemaakte graait verdwenen meegekregen overgeladen overhandigd"
        " taken took take takes stole stolen grabbed grab grabs gone snatched emptied empty cleared nicked "
        "robbed swiped gave given handed"
        " missing lost loot got steal scooped made lifted meegeno meegenomn meegegeven meegaf meegaven "
        "afgestaan ingeleverd overhandigen overhandigde bemachtigd ingepikt gepikt weggehaald leegruimde "
        "leeggeruimd weggegrist meegepikt meegraaide buitgemaakt pocketed pinched bagged",
        "DEMAND": "eiste eisten eist eisen wou wouen wilde wilden wil willen vroeg vroegen vraagt probeerde "
        "probeerden demanded demanding demands wanted wants tried asked trying zei zegt riep roept "
        "schreeuwde geef"
        " attempted proberen geprobeerd dreigde",
        "AWAY": "weg vertrokken gevlucht vandoor ervandoor afgedropen afgetaaid left fled gone ran",
    }
)
_TAKEN = Patterns[str](
    {
        value: (
            f"{concept} ..4 TAKEN",
            f"TAKEN ..5 {concept}",
            f"weg|vandoor|ervandoor|buiten|left|fled|ran|gone|vertrokken|off|away|vertrok|made ..1 met|with ..5 "
            f"{concept}",
            f"met|with ..3 {concept} ..7 weg|vandoor|ervandoor|vertrokken|gevlucht|vertrok|weggerend|weggereden|"
            f"wegrende|"
            f"wegrenden|weggelopen|weggefietst|weggescheurd|weggesprint|verdwenen|verdween|vluchtte|vluchtten|ran|"
            f"fled|out|off|"
            f"gerend|wegreden|wegreed|gegaan|weggegaan|gone|made",
            f"moest|moesten|must|had|dwong|dwongen|liet|lieten ..6 {concept} ..6 inpakken|afgeven|geven|overhandigen|"
            f"pakken|inleveren|meegeven|vullen|neerleggen",
            f"hand|handed|handing|give|gave|giving ..1 over|him|them|her ..3 {concept}",
            f"helped|helps|help ..2 to ..3 {concept}",
            f"{concept} ..1 leeg gehaald|gemaakt|geroofd",
            f"{concept} ..1 uit|from ..3 gehaald|gegrist|getrokken|taken",
            f"ripped|tore|yanked|rukte|rukten|griste|gristen ..2 {concept} ..2 out|uit|from ..4 hand|handen|hands",
            f"mist|missen|missing|lost ..3 {concept}",
            f"buit|loot ..3 {concept}",
            f"tas|zak|bag vol|full ..1 met|of? ..2 {concept}",
            f"beroofd|robbed|mugged|bestolen|geroofd ..3 van|of|bestelvan ..3 {concept}",
            f"{concept} ..2 in|into ..3 zak|zakken|vuilniszak|vuilniszakken|tas|tassen|rugzak|sporttas|bag|bags|"
            f"bin-bag|"
            "backpack|holdall|sack|shopper|koffer",
            f"alleen|enkel|slechts|vooral|only|just|mostly ..2 {concept}",
            f"ging|gingen|was|were ..2 om|voor|after ..2 {concept}",
        )
        for concept, value in _OF.items()
    }
)
_MORE = Patterns[str](
    {
        "cash": (
            "greep|graai|reached ..1 in|into|uit ..2 kassa|kassala|geldla|kassalade|lade|la|till|register|drawer",
            "kassa|kas|la|lade|till|register|drawer|gokkast|kluis|safe ..2 leeg|leeggehaald|emptied|empty|"
            "geleegd|leeggemaakt|cleared|leeggeroofd|leeghalen",
            "emptied|leegde|leegden|cleaned|leegroven ..2 till|kassa|register|safe|kluis|drawer|out",
            "geld|money|cash ..2 uit|from|out ..2 kassa|kluis|la|lade|till|safe|register|drawer",
            "ik|i|we|wij|collega|colleague|he|she|hij|zij ..1 geef|geven|gaf|gaven|gave|give|handed|betaal|betaalde "
            "..3 euro|euros|eur|pounds|honderd|duizend",
            "kreeg|kregen|krijgt|got|took|nam|namen|pakte|pakten ..3 euro|euros|eur ..1 mee|weg|uit|from?",
            "alles|everything ..4 la|kassa|kassala|lade|till|drawer|register|kluis|safe ..2 geven|afgeven|give|mee|weg|"
            "zat|was|gegeven",
            "cleared|clears|cleaned|empties ..2 till|safe|register|drawer|out",
            "kassa|kluis|la|lade leeg gehaald|gemaakt|geroofd",
            "geef|gaf|gave|give ..3 geld|money",
        ),
        "other": (
            "bus|auto|truck|bestelvan|vrachtwagen|vracht|lading|scooter|fiets afgeven|afgepakt|gone|stolen|gestolen|"
            "weg|kwijt",
            "scooter|bike|fiets|ebike|bestelvan|truck|moped|brommer|bus ..9 took|stole|grabbed|nabbed it",
            "scooter|bike|fiets|bus|busje|brommer|fatbike ..9 nam|namen|pakte|pakten|stal|stalen hem|m|die|het ..1 "
            "mee|af?",
        ),
    }
)
# What a vehicle carried: its driver was robbed.
_LOAD = Patterns[str](
    {
        "other": (
            "everything|alles ..1 from|uit ..1 bestelvan|bus|busje|truck|trailer|auto|wagen ..3 gone|weg|taken|stolen|"
            "meegenomen|mee|gestolen",
        )
    }
)
_WANTED = Exceptions(
    {
        "": (
            "DEMAND ..4 LOOT",
            "geef|give ..2 LOOT",
            "zegt|zei|said|says ..2 geef|give|money|geld ..2 LOOT?",
            "wat|if|als ..5 LOOT gaf",
            "niet|geen|no|not ..3 LOOT gaf",
        )
    }
)
_WITH_WEAPON = Exceptions(
    {
        "": (
            "LOOT ..4 pakte|pakten|trok|trokken|haalde|grabbed|took|pulled|greep ..3 KNIFE|FIREARM|BLUNT",
            "tas|zak|bag|fles|bottle|doos ..2 KNIFE|FIREARM|BLUNT",
            "telefoon|phone|mobiel ..2 bellen|bel|filmen|filming|kijken|hand",
            "telefoon|phone|mobiel ..1 in|aan|on",
            "op|on|met|with|via|the|de telefoon|phone|mobiel|tel",
            "op|on|met|with|via zn|zijn|z'n|his|haar|her|hun|their telefoon|phone|mobiel|tel",
            "van|off|from zn|zijn|z'n|his|haar|her|hun|de|the fiets|scooter|bike|brommer|moped",
            "money|cash|geld bestelvan|transport|transit|truck",
            "kassa 1|2|3|4|5|6|7",
            "rij bij kassa",
            "gouden|goud|gold jas|jack|jacket|auto|kleurige|kleur|puffer",
            "bus|auto|busje|fiets|scooter|bike|bestelvan|truck|car ..1 weg|mee|ervandoor|gevlucht|ri",
            "op|met|with|per|in|on|by|into|onto ..3 VEHICLE",
            "zelfde|dezelfde|same|that VEHICLE|auto",
            "op|met|with|per|in|on|by|into|from ..3 bus|auto|fiets|scooter|bike|bikes|busje|fietsen|truck|bestelvan",
            "food|pizza|parcel|meal|package|bezorg delivery|courier|driver|guy|rider|run|round|drop",
            "in|into ..2 tas|tassen|bag|bags|rugzak|zak|box|koffer",
        ),
    }
)
_NONE = Patterns[str](
    {
        "none": (
            "~niets|niks|nothing|nix ..3 buitgemaakt|meegenomen|mee|weg|kwijt|gestolen|gekregen|taken|"
            "stolen|gone|missing|buit|took|kregen|kreeg|got|afgenomen|weggenomen|meenemen|lost|meegekregen|"
            "gepakt|meegegeven",
            "~took|kreeg|kregen|got|neem|neemt|nam|namen|steal|stole|takes|take|gets|get|hebben|heeft ..3 "
            "niets|niks|nothing|nix",
            "~geen|gn|no|zonder|without|nul ..2 buit|loot|geld|money|cash",
            "~buit ..2 nihil|geen|niets|niks|none|nul",
            "~niets|niks|nothing|nix|geen buit",
            "~zonder|without any? geld|buit|money|cash|loot|resultaat|succes",
            "~weg|vandoor|ervandoor|vertrokken|vertrok|afgetaaid|weggegaan|left|fled|ran|away|off|out|"
            "gevlucht|uit ..1 zonder|without iets|anything",
            "~zonder|without iets|anything ..2 mee|meenemen|stelen|buit|meegenomen|taking|taken|nemen|"
            "mee_te|pakken|getting|stealing",
            "~geen|gn|no goederen|spullen|sieraden|sigaretten|telefoons|goods|loot ..2 weg|mee|"
            "meegenomen|gestolen|taken|stolen|buit",
            "~heb|hebben|have|we|ik niks|niets|nothing gegeven|given|afgegeven|meegegeven",
            "~empty handed|hand|handed",
            "~met|with niks|niets|nix|nothing ..1 vandoor|ervandoor|weg|vertrokken|off|away|gevlucht|ran|left|gegaan|"
            "weggerend",
            "~ran|run|runs|off|away|out|walked|escaped|drove|cycled|back|went|rende|renden|liep|liepen|weer ..2 with|"
            "met "
            "nothing|niets|niks|nix|lege",
            "~zonder|without iets|anything ..1 gevlucht|vertrokken|weg|weggerend|weggefietst|weggereden|afgedropen|"
            "vandoor|"
            "ervandoor|weggelopen|verdwenen|gegaan",
            "~zonder|without buit|loot",
            "~zonder|without ..1 geld|money|cash|buit|loot ..2 of|or|weg|weggegaan|vandoor",
            "~niets|niks|nothing kunnen|konden|able|wisten ..2 meenemen|pakken|take|mee|buit|te",
            "~kon|konden|could|couldn't ..2 niets|niks|nothing|anything ..3 meenemen|pakken|vinden|take|grab|find",
            "~gaf|gaven|gave|give|gegeven|handed ..2 niets|niks|nothing",
            "~buit|loot geen|none|0|nul|nihil|niets|niks",
            "~drop|dropped|liet|lieten|verloor|verloren ..3 it|alles|all|everything|buit ..2 vallen|floor|street?",
            "~alles|everything ..2 terug|back|teruggevonden|recovered|blijven|gebleven",
            "~missed|misgrepen|miste ..4 nothing|niets|niks",
            "~empty-handed|emptyhanded|onverrichter|nihil",
            "~met|with lege|empty handen|hands",
            "~left|weg|away|vandoor|ervandoor|afgedropen|vertrokken ..1 met|with|zonder niets|niks|nothing|lege",
            "~no money|cash|goods ..2 take|taken|took|gone|stolen|lost",
            "~nog alles|everything",
            "~dropped|liet|lieten everything|alles ..1 vallen?",
            "~everything|alles|niets|niks still|nog there|here|er|gestolen|weg",
            "~tas|geld|money|bag|kassa heb|have ik|i nog|still",
            "~ze|hij|they|he hebben|heeft|got niks|niets|nothing",
            "~nothing|niets|niks gone|weg|taken|kwijt",
            "~didn't|didnt|not|never|couldn't|couldnt ..1 get|take|steal|manage ..1 anything|thing|penny|cent|nothing",
            "~bolted|sprinted|left|ran|fled|drove|off|legged|walked|rode|cycled ..5 with|met nothing|niks|niets",
            "~without|zonder a|een|n cent|penny|thing|stuiver",
            "~neem|neemt|nam|take|took|takes|kreeg|krijgt niets|niks|nothing|none",
        )
    }
)


_NOTHING_BUT = Exceptions(
    {
        "": (
            "als|if|zonder ..1 geen|no|niet ..2 geld|money|cash",
            "niks|niets|nothing|niet ..1 aangeraakt|aangezeten|touched|verplaatst|moved|gezegd",
            "nothing|niets|niks but|except|behalve|anders|dan|bijzonders|raars|vermoedde|vermoedend",
            "heeft|heb|hebben|mankeert|mankeren gelukkig niks|niets",
            "niks|niets ..1 aan overgehouden|mankeert|mankeren|gezien|gehoord|gezegd|gemerkt|seen|heard",
        )
    }
)
# A container or a load is what is in it: `tas vol zonnebrillen`, `lading sigaretten`, `pizza money`.
_SPECIFIC = "CASH|TOBACCO|JEWELLERY|PHONES|GLASSES|MEDICINE"
_FILLED = Exceptions(
    {
        "": (
            f"GOODS ..1 met|vol|with|of|full|aan|van|with ..2 {_SPECIFIC}",
            f"{_SPECIFIC} GOODS",
            f"GOODS {_SPECIFIC}",
            f"GOODS vol|full met|of? {_SPECIFIC}",
        )
    }
)


def loot(tokens: Tokens) -> Iterator[Read[str]]:
    """Yield the kinds of loot, or `none` where it is said that nothing was taken."""
    none = list(_NONE.find(tokens))
    if none and not any(_NOTHING_BUT.find(tokens)):
        yield from (one.read(tokens) for one in none)
        return
    wanted = {index for seen in _WANTED.find(tokens) for index in range(seen.first, seen.last + 1)}
    apart = {index for seen in _WITH_WEAPON.find(tokens) for index in range(seen.first, seen.last + 1)}
    yield from _LOAD.read(tokens)
    filled = {index for seen in _FILLED.find(tokens) for index in range(seen.first, seen.last + 1)}
    for seen in (*_TAKEN.find(tokens), *_MORE.find(tokens)):
        concept = _CONCEPT_OF[seen.value]
        named = [
            index
            for index in range(seen.first, seen.last + 1)
            if concept in tokens.all[index].concepts and index not in apart and not tokens.all[index].is_denied
        ]
        if concept == "GOODS":
            named = [index for index in named if index not in filled]
        if named and not (set(named) <= wanted and not _is_got(tokens, seen.first, seen.last)):
            yield seen.read(tokens)


def _is_got(tokens: Tokens, first: int, last: int) -> bool:
    """Whether it says that something demanded was got in the end."""
    return any(token.word in _GOT for token in tokens.all[first : last + 1])
