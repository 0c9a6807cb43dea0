"""What was taken: a kind of loot, or nothing."""

from collections.abc import Iterator

from alerts.reading.lexicon import register
from alerts.reading.loot_words import LOOT, TAKING
from alerts.reading.outcomes import came_away
from alerts.reading.patterns import Exceptions, Patterns, Read, Seen
from alerts.reading.tokens import Tokens

register(LOOT)
register(TAKING)
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
# Behind these `weg` is where they went, and not what was taken.
_MOVES = frozenset(
    {"ging", "gingen", "gaan", "liep", "liepen", "rende", "renden", "reed", "reden", "snel", "hard", "toen"}
)
_TAKEN = Patterns[str](
    {
        value: (
            f"{concept} ..7 TAKEN",
            f"TAKEN ..7 {concept}",
            f"{concept} af te staan|geven",
            f"cleaned|cleared out ..4 {concept}",
            f"armen|armful|armvol|handen|zakken|tassen ..1 vol|full|of ..2 {concept}",
            f"walked|strolled|drove|rode|cycled|sped|ran|reed|reden ..2 off|away|weg ..9 with|met ..6 {concept}",
            f"{concept} ..2 hebben|have|heeft|has ..2 ze|they|hij|he ..1 wel|got|mee",
            f"{concept} ..3 tas|zak|zakken|tassen|rugzak|bag ..1 in",
            f"{concept} ..2 foetsie|pleite|spoorloos",
            f"walked|strolled|drove|rode|cycled|sped|made|got|came|ran|took ..2 off|out|away ..1 with ..6 {concept}",
            f"met|with ..3 {concept} ..3 deur|winkel|door|shop ..1 uit|out",
            f"rek|schap|tafel|tafels|tables|table|toonbank|bak|vitrine|kast|lade|la|kluis|shelf|rack|case|cabinet "
            f"..1 met|of|vol|with|full ..2 {concept} ..4 "
            "leeg|leeggehaald|leegroofd|empty|emptied|cleared",
            f"haalde|haalden|haalt|ruimde|ruimden ..6 {concept} ..2 leeg",
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
            f"ripped|tore|yanked|pulled|snatched|rukte|rukten|trok|trokken|griste|gristen|greep|grepen ..9 {concept} "
            f"..2 "
            "out|uit|from|van|off ..4 hand|handen|hands|schouder|shoulder|arm|nek|hals|neck|vingers",
            f"rukte|rukten|trok|trokken|griste|gristen|ripped|snatched ..14 {concept} ..2 van|uit|from|off",
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
            "inhoud|contents ..3 kassa|kassala|la|lade|kluis|till|register|safe|drawer",
            "cleared|cleaned|emptied ..1 out? ..2 safe|till|register|drawer",
            "hele|alle|dag whole|opbrengst|omzet|ontvangsten ..6 weg|kwijt|foetsie|mee",
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
# Behind the name of a robbery, how much of something is told of is what was taken.
_LISTED = Patterns[str](
    {
        value: (
            f"COUNT|alle|all|hele|vol|full|of|dozens|tientallen|honderden|hundreds|doosje|doos|dozen|box|boxes|"
            f"stapel|tray|"
            f"trays|handvol|armful|armvol|zakken|bags|*zakken|partij|voor ..3 {concept}",
        )
        for concept, value in _OF.items()
        if concept != "GOODS"
    }
)
# Whoever was knocked off a vehicle lost it.
_RIDDEN_OFF = Patterns[str](
    {
        "other": (
            "van|off|from|uit|out ..4 VEHICLE ..9 er|ermee|daarmee|it|zelf|themselves ..4 weg|vandoor|ervandoor|away|"
            "off",
            "van|off|from ..4 VEHICLE ..9 rode|drove|reed|reden|cycled|fietste|fietsten ..4 it|ermee|erop|daarop|"
            "daarmee",
            "van|off|from ..4 VEHICLE ..9 took|nam|namen|pakten ..1 it|hem|m|die",
            "took|stole|nicked|stal|stalen|nam|namen|pakte|pakten|jatten ..3 bike|ebike|e-bike|fatbike|moped|brommer",
            "bike|ebike|e-bike|fatbike|moped|brommer ..2 gestolen|afgepakt|kwijt|meegenomen|stolen|taken|gone",
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
            "met|with|a|een ..1 broken|kapotte|gebroken|lege|stukgeslagen|afgebroken bottle|fles|glas",
            "tas|zak|bag|fles|bottle|doos ..2 KNIFE|FIREARM|BLUNT",
            "telefoon|phone|mobiel ..2 bellen|bel|filmen|filming|kijken|hand",
            "telefoon|phone|mobiel ..1 in|aan|on",
            "op|on|met|with|via|the|de telefoon|phone|mobiel|tel",
            "op|on|met|with|via zn|zijn|z'n|his|haar|her|hun|their telefoon|phone|mobiel|tel",
            "van|off|from zn|zijn|z'n|his|haar|her|hun|de|the fiets|scooter|bike|brommer|moped",
            "van|off|from ..1 fiets|scooter|bike|brommer|moped|ebike|fatbike",
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
            "pakken|getting|stealing",
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
            "~alles|lading|sieraden|geld|kassa|spullen|buit|telefoons|horloges|everything|goods|stock|watches|money "
            "..2 "
            "is|zijn|ligt|liggen|was|lag|lagen|zit|staat ..2 er|nog|compleet|there|intact|veilig|aanwezig",
            "~lading|voorraad|load|stock|kassa|kas ..2 compleet|complete|intact|klopt",
            "~nothing|niets|niks ..1 but|dan|behalve ..5 ego|pride|schrik|scare|bruise|blauwe|lucht|air",
            "~liet|lieten|left|dropped|gooide|gooiden ..3 buit|alles|everything ..2 staan|liggen|behind|vallen|weg",
            "~lieten|liet ..2 deze|die|hem ..1 staan|liggen|vallen",
            "~geen|no|not|zonder ..1 stuiver|cent|euro|penny|ding|thing|single ..4 buit|mee|meegenomen|kwijt|weg|taken|"
            "gekregen|got",
            "~didn't|didnt|did|niet|never ..2 get|got|take|took|steal ..2 anything|thing|penny|away",
            "~geen|no|nul|zero buit|loot|euro|euros|cent|cents",
            "~without|zonder ..2 single|enkele|enkel ..2 LOOT|thing|ding|cent|penny|item",
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
            "nothing|niets|niks except|behalve|anders|bijzonders|raars|vermoedde|vermoedend",
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
    if came_away(tokens):
        yield from (Seen(value, index, index).read(tokens) for value, index in _specific(tokens))
    yield from _LOAD.read(tokens)
    yield from _RIDDEN_OFF.read(tokens)
    filled = {index for seen in _FILLED.find(tokens) for index in range(seen.first, seen.last + 1)}
    listed = _LISTED.find(tokens) if "CRIME" in tokens.concepts or "CRIME_NAME" in tokens.concepts else ()
    for seen in (*_TAKEN.find(tokens), *_MORE.find(tokens), *listed):
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


def _specific(tokens: Tokens) -> Iterator[tuple[str, int]]:
    """Yield the kinds of loot that are named, with their tokens."""
    for concept, value in _OF.items():
        if concept != "GOODS":
            yield from ((value, index) for index in tokens.places.get(concept, ()))


def _is_got(tokens: Tokens, first: int, last: int) -> bool:
    """Whether it says that something demanded was got in the end."""
    return any(
        tokens.all[index].word in _GOT and (index == 0 or tokens.all[index - 1].word not in _MOVES)
        for index in range(first, last + 1)
    )
