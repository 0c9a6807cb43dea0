"""The gravest violence that is told of."""

from collections.abc import Iterator

from alerts.reading.lexicon import register
from alerts.reading.patterns import Exceptions, Patterns, Read, Seen
from alerts.reading.tokens import Tokens

register(
    {
        "THREAT": "bedreig bedreigt bedreigen bedreigde bedreigden bedreigd bedreiging bedreigingen dreig dreigt "
        "dreigen dreigde dreigden"
        " gedreigd dreiging dreigend dreigende dreigementen dreigement threat threats threaten threatens threatened"
        " threatening gunpoint knifepoint dreigde bedreigend",
        "PUSH": "duw duwt duwen duwde duwden geduwd omvergeduwd weggeduwd omver omvergelopen omvergeworpen "
        "neergeslagen klap klappen kopstoot"
        " vuistslag vuistslagen getrapt trapte trapten schopte schopten geschopt schopt schoppen sloeg "
        "sloegen geslagen slaan"
        " slaat mishandeld mishandelde vastgebonden vastgetapet vastgebond gekneveld gesleurd sleurde "
        "sleurden vastgegrepen vastgepakt"
        " gestompt stompte stompten stomp gebeukt geworsteld worsteling worstelde vastgehouden"
        " kneep gewurgd keel nekklem pushed push pushes shoved shove shoves punched punch punches kicked "
        "kicks kick hit hits beaten beat tied slapped"
        " slap slapped knocked dragged tackled wrestled scuffle struggle choked elbowed headbutted "
        "headbutt strangled manhandled"
        " opzijgeduwd ondersteboven gevloerd aangevallen jumped grabbed overmeesterd",
        "HURT": "gewond gewonden gewonde gewonde* verwond* verwonding* letsel bloed bloedt bloedde bloedend "
        "bloedende bloeden"
        " hoofdwond hersenschudding brandwonden ziekenhuis gehecht gestoken neergestoken steekwond snijwond gebroken*"
        " breuk neergeschoten geschoten injured injury injuries hurt wounded wound wounds bleeding bled "
        "blood hospital"
        " stabbed stitches shot concussion ambulance a&e snee sneeen kneuzing kneuzingen gekneusd hechtingen",
        "THING": "vitrine vitrines ruit ruiten raam ramen deur deuren glas kast kassa vitrinekast display displays "
        "glass window"
        " windows door case cases showcase showcases pui camera cameras rolluik alarm slot plank automaat "
        "stekker horloges",
        "BODY": "arm armen pols been benen neus kaak hand vinger vingers rib ribben schouder enkel sleutelbeen "
        "tand tanden oog"
        " wrist nose leg jaw ribs finger fingers shoulder ankle tooth teeth",
        "PERSONAL": "mij me hem haar ons iemand gezicht hoofd rug buik collega medewerker medewerkster him her my us "
        "face head"
        " colleague staff broer kassiere caissiere eigenaar eig medew beveiliger bewaker portier grond "
        "floor ground muur wall"
        " opzij aside verkoopster verkoper personeel chauffeur bezorger koerier klant customer employee guard driver"
        " zn z'n m mn",
    }
)
_VIOLENCE = Patterns[str](
    {
        "threat": (
            "me|mij|je|jou|jullie|haar|hem|ons|u|ze|iemand ..2 kapot|dood|neer|overhoop|verrot|lek|iets|wat|pijn ..1 "
            "zou|zouden|zal|zullen|ging|gingen|gaat? ..1 maken|slaan|schieten|steken|aandoen|doen|trappen",
            "zou|zouden|zal|ging|gingen|gaat|gaan ..3 me|mij|je|jou|jullie|haar|hem|ons ..2 aandoen|pijn|kapotmaken|"
            "hakken|verminken|opensnijden|doodslaan|neerslaan|kapot",
            "iets|wat|pijn ..1 zou|zouden|zal|zullen aandoen|doen",
            "ging|gaat|zou|zouden|zal ..1 hakken|steken|schieten|slaan|snijden ..1 als|tenzij|if|unless",
            "steek|schiet|sla|snij|maak jou|je|jullie|u ..2 als|tenzij|if",
            "break|smash|bash|crack|cut|slit|burn|blow ..1 my|your|his|her|our|their|off skull|head|face|legs|neck|"
            "fingers|throat|arms|kneecaps|hands|brains",
            "of|or ..1 vallen|volgen|vielen klappen|slagen|doden|gewonden|slachtoffers",
            "houd|houdt|houden|hield|hielden|hold|held|holding|kept ..4 STAFF|me|mij|ons|us|hem|haar ..3 schot|"
            "FIREARM|KNIFE",
            "or|of someone|somebody|iemand ..1 gets|raakt|wordt hurt|shot|stabbed|gewond|neergestoken",
            "moest|moesten|had|made|dwong|dwongen|moeten ..5 grond|vloer|floor|ground|knees|knieen ..2 liggen|zitten|"
            "lie?",
            "make|do ..1 as|what i|he|we say|said|or",
            "THREAT",
            "onder schot",
            "richtte|richtten|gericht|richt|wees|aimed|pointed|pointing|points|aiming ..5 FIREARM|KNIFE|"
            "wapen|weapon|it|me|mij|op",
            "FIREARM ..3 gericht|aimed|pointed",
            "FIREARM ..2 op|tegen|against|at|in|to|aan mijn|mn|m'n|my|zijn|haar|the|de|het hoofd|gezicht|"
            "borst|rug|head|face|chest|buik|slaap|keel|nek",
            "KNIFE ..2 op|tegen|against|at|in|to|onder mijn|mn|m'n|my|zijn|haar|the|de|het keel|hals|nek|"
            "buik|throat|neck|borst|rug|ribben",
            "ging|zou|gaat|ga ..1 schieten|steken|slaan|neerschieten|neersteken|vermoorden",
            "going to shoot|stab|kill|hurt",
            "would|will|gonna|he'd|he'll|i'll|they'd|they'll|zou|zouden|ging|gingen|wilde|wilden ..3 stab|shoot|"
            "kill|hurt|cut|steken|"
            "schieten|neersteken|neerschieten|doodschieten|doodsteken|vermoorden|doodmaken|afmaken",
            "steek|schiet|maak|sla ..1 je|jou|jullie ..1 neer|dood|kapot|overhoop",
            "zei|zeiden|riep|riepen|zegt ..4 steken|schieten|neersteken|neerschieten|slaan",
            "stab|shoot|kill you",
            "anders steek|schiet|sla|snij",
            "hield|hielden|held|holding|zette|zetten|drukte|stak ..3 KNIFE|FIREARM|BLUNT ..1 voor|op|tegen|under|"
            "onder|to|"
            "against|in|naar ..2 gezicht|neus|keel|hoofd|face|throat|head|STAFF|me|mij|hem|haar|him|her|us|ons",
            "of ik steek|schiet|sla|snij",
            "or i'll|i|else stab|shoot|kill|cut|hurt",
            "ik schiet|steek je|jou|jullie",
            "at gunpoint|knifepoint",
        ),
        "physical": (
            "duw|duwt|duwen|duwde|duwden|geduwd|omvergeduwd|weggeduwd|omver|omvergelopen|omvergeworpen|"
            "neergeslagen|kopstoot|vuistslag|vuistslagen|mishandeld|mishandelde|vastgebonden"
            "|vastgetapet|vastgebond|gekneveld|gesleurd|sleurde|sleurden|vastgegrepen|vastgepakt|gestompt|"
            "stompte|geworsteld|worsteling|gewurgd|nekklem"
            "|pushed|shoved|punched|punches|shoves|pushes|beaten|slapped|tackled|wrestled|scuffle|choked|elbowed|"
            "headbutted|headbutt|manhandled|opzijgeduwd|gevloerd|overmeesterd|"
            "ondersteboven|strangled|gemept|mepte|mepten|afgetuigd|toegetakeld|gebeten|gekrabd|kneed|smacked|whacked|"
            "thumped|"
            "floored|decked|clobbered|roughed|headlock|houdgreep|wurggreep|pepper-sprayed|meegesleurd|meegesleept|"
            "vastgeketend|opgesloten|getaserd|tasered|tased|bitten|spat|bespuugd",
            "klap|klappen|stomp|slap|punch|kick|shove|push|duw|trap|schop|beuk|zet op|in|tegen|gekregen|"
            "gaf|kreeg|gegeven|uitgedeeld|to|on|uit",
            "gaf|gaven|kregen|geven|deelde|deelden|verkocht|verkochten|uitgedeeld|vingen|ving|kreeg|gave|got|krijgt|"
            "geeft|given|gegeven|met ..4 klap|klappen|duw|duwtje|stomp|trap|"
            "schop|kopstoot|punch|kick|push|shove|slap|zet|beuk|knietje|mep|dreun|oplawaai|opdonder|elleboog|vuist|"
            "vuistslag|"
            "schoppen|trappen|stompen|opdoffer|hengst|hijs|oorvijg|beating|whack|thump|elbow|headbutt|knee|"
            "elleboogstoot",
            "van|uit|off|from ..3 VEHICLE|fiets|bike|cab|stoel|zadel|kruk ..1 getrokken|geduwd|gesleurd|gerukt|getrapt|"
            "gereden|gegooid|geworpen|geslagen|gesleept|gehaald",
            "trok|trokken|sleurde|sleurden|rukte|rukten|duwde|duwden|sleepten|gooiden ..2 van|uit ..2 VEHICLE|fiets|"
            "bike",
            "pulled|dragged|knocked|yanked|hauled|pushed|kicked|shoved|threw|thrown ..2 off|from|out ..3 VEHICLE|"
            "bike|cab",
            "klap|klappen|stomp|stompen|trap|trappen|duw|dreun|mep|beuk ..2 gehad|gekregen|kreeg|kregen|opgevangen",
            "getrapt|trapte|trapten|geschopt|schopte|schopten|schopt|schoppen|kicked|kicks|kicking",
            "geslagen|hit|hits|sloeg|sloegen|slaan|slaat|struck ..3 PERSONAL|STAFF",
            "PERSONAL ..4 geslagen|hit",
            "werd|is|zijn|was|were|got|hebben|has|been|have ..4 geslagen|hit|struck",
            "werd|werden|wordt ..8 geslagen|geschopt|gestompt",
            "STAFF ..2 geslagen",
            "wel|flink|hard|meerdere|ook|beiden|allebei geslagen|gestompt|mishandeld",
            "hit cook|me|him|her|my|the ..2 STAFF?",
            "klemgereden|klemgezet ..4 STAFF|hem|mij|me|chauffeur|bezorger|koerier",
            "STAFF|hem|mij|me|ik|chauffeur|bezorger|koerier ..6 klemgereden|klemgezet",
            "greep|grepen|pakte|pakten|hield|hielden|grabbed|held|seized ..3 bij|by|vast|down ..3 keel|arm|armen|nek|"
            "haren|"
            "kraag|throat|neck|hair|collar|wrist|polsen|pols",
            "trok|trokken|pulled|dragged ..4 haren|haar_haren|hair",
            "sloten|sloot|opgesloten|locked ..3 STAFF|ons|mij|me|us|him|her|hem|personeel ..4 op|in|koelcel|wc|toilet|"
            "kantoor|"
            "magazijn|office|stockroom|freezer",
            "vloog|vlogen ..3 aan|naar keel?",
            "beukte|beukten|ramde|ramden|mept|timmerde ..3 STAFF|me|mij|hem|haar",
            "tied ..2 up",
            "knocked ..3 down|over|ground|floor|out|me|him|her",
            "dragged|threw|thrown|gegooid|gooide|getrokken|trok ..4 grond|ground|floor|muur|wall|haren|hair",
            "tegen|op|naar|against de|het|the|een|n|a grond|muur|wall|counter|toonbank|rek ..2 geduwd|gegooid|"
            "gedrukt|gewerkt|"
            "gezet|geslingerd|gesmeten",
            "bij|by mijn|zijn|haar|de|the|my keel|strot|nek|throat|neck",
            "gevochten|fought|vochten",
            "beat ..2 STAFF|me|him|her|up",
            "aangevallen|attacked",
            "bond|bonden|bindt|binden|gebonden|tapete|tapeten|ketende|knevelde ..6 vast|vastgebonden",
            "taped|bound|tied ..3 me|him|her|us|them|staff|hands|wrists|STAFF",
            "vast|gebonden|bound|tied ..2 tiewraps|tie-wraps|tape|ducttape|touw|rope",
            "gooide|gooiden|smeet|smeten|drukte|drukten|threw|pinned|slammed ..3 me|mij|hem|haar|STAFF|him|her ..4 "
            "grond|vloer|muur|ground|floor|wall|down|counter|toonbank",
        ),
        "injury": (
            "gewond|gewonde|verwond|verwondingen|verwonding|letsel|hoofdwond|hersenschudding|brandwonden|"
            "steekwond|snijwond|neergestoken|neergeschoten"
            "|injured|injury|injuries|wounded|wound|wounds|bleeding|stabbed|concussion|stitches|gehecht|"
            "hechtingen|hospitalised|hospitalized|bloedend|bloedende|bloedneus|gekneusd",
            "schaafwond|schaafwonden|wondje|bewusteloos|buiten_westen|hersenletsel|unconscious|bruised|bruises|bruise|"
            "ziekenwagen|ziekenauto|gebroken_neus|hechten|fracture|fractured|swollen|gezwollen|kneus|wonden|wond|"
            "hoofdletsel",
            "blauw|blauwe|black oog|ogen|eye|eyes",
            "buiten westen|bewustzijn",
            "knocked ..2 out|unconscious",
            "bult|buil|snee|lump|gash ..3 hoofd|head|voorhoofd|BODY",
            "tand|tanden|tooth|teeth ..2 eruit|uit|kwijt|out|missing",
            "bloed|bloedt|bloedde|bloedden|bled|blood|bloeden",
            "{gebroken|gebroke|brak|broken|broke|fractured BODY}5",
            "gestoken ..3 in|met|STAFF|door",
            "stak|staken|steekt ..4 neer",
            "stak|staken|steekt|stabbed ..2 STAFF|mij|me|hem|haar",
            "lichtgewond|zwaargewond|gewonden",
            "in ..3 gestoken|geschoten",
            "STAFF|hem|haar|mij|me|klant|bezorger ..4 gestoken",
            "ziekenhuis|hospital|ambulance|*letsel",
            "naar|bij|op|door|to|by|kwam ..1 ehbo|ehbo'er|seh|spoedeisende|traumahelikopter",
            "naar|bij|kreeg|given|needed|got|nodig eerste|first hulp|aid",
            "huisartsenpost|dokter|huisarts|doctor|paramedics ..3 gegaan|gebracht|treated|behandeld|behandelen",
            "at|to|in a e",
            "is|was|were|got|are|been hurt|shot",
            "glas|pijn|snee|snijwond|wond|glass|cut|cuts in|aan|on|to ..2 BODY|ogen|hoofd|gezicht|eyes|"
            "head|face|zn|zijn|haar",
        ),
    }
)
# What is done to a door or a showcase is no violence.
_TO_THINGS = Exceptions(
    {
        "": (
            "duw|duwt|duwde|duwden|duwen|geduwd|trap|trapte|trapten|schopte|schopten|getrapt|pushed|pushing|shoved|"
            "kicked|push|sloeg|sloegen|hit|hits|gebeukt|beukte|beukten|ramde|ramden|slaan|slaat|stak|staken|struck ..3 "
            "DOOR|THING",
            "trok|trokken|rukte|rukten ..1 DOOR",
            "geven|geef|gegeven|give of|or ..2 vallen|volgen klappen|slagen",
            "push|pushes|pushed|pushing|shoved|kick|kicks|kicked in|inside|through|into|open|at",
            "got|gets|was|been|were|is|are hit at|around|last|today|yesterday|tonight|this|again|just|by|twice|hard",
            "alarm|alarmknop|noodknop|knop|button ..2 geslagen|hit|pushed|push|geduwd",
            "hit|hits|pushed|push|pushes|sloeg|sloegen ..3 alarm|button|knop|alarmknop|noodknop|record|rem|brakes",
        )
    }
)
_THINGS_FIRST = Exceptions(
    {
        "": (
            "DOOR|THING ..2 geduwd|getrapt|gebeukt",
            "in|onder|door|tussen|into|onto|through ..1 het|de|een|the? DOOR|THING|brievenbus|sleutelgat|gleuf|"
            "letterbox ..4 "
            "geduwd|gestoken|gestopt|gepropt|pushed|shoved|geslagen",
            "fiets|scooter|bloempot|winkelwagen|kast|rek|schap|display ..2 omver|omvergelopen|omvergeworpen|"
            "ondersteboven|over",
            "DOOR|THING open|dicht|in? te? duwen|trappen|beuken|schoppen|slaan",
        )
    }
)
_THEM = frozenset({"me", "mij", "hem", "haar", "ons", "him", "her", "us", "m", "iemand"})
_ORDER = ("injury", "physical", "threat")


def violence(tokens: Tokens) -> Iterator[Read[str]]:
    """Yield the passages of the gravest violence."""
    apart = {seen.first for seen in _TO_THINGS.find(tokens) if not _has_person(tokens, seen)}
    apart |= {seen.last for seen in _THINGS_FIRST.find(tokens)}
    found = [seen.read(tokens) for seen in _VIOLENCE.find(tokens) if seen.first not in apart]
    for gravest in _ORDER:
        if seen := [one for one in found if one.value == gravest]:
            yield from seen
            return


def _has_person(tokens: Tokens, seen: Seen[str]) -> bool:
    """Whether somebody stands between the verb and the thing: `duwde haar tegen de deur`."""
    between = tokens.all[seen.first + 1 : seen.last]
    return any(token.word in _THEM or "STAFF" in token.concepts for token in between)
