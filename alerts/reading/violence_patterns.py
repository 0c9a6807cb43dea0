"""Words and patterns for the violence that is told of; `patterns.py` says how they are written."""

from alerts.reading.lexicon import register
from alerts.reading.patterns import Patterns

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
        "DIES": "die dies",
        "DO_HARM": "afmaken doodmaken doodschieten doodsteken neerschieten neersteken vermoorden verminken opensnijden "
        "doodslaan neerslaan schieten steken prikken knal knallen schiet steek prik hak kill shoot stab hurt bullet "
        "murder slash",
        "HARM": "kapot dood eraan overhoop lek afmaken doodmaken doodschieten doodsteken neerschieten neersteken "
        "vermoorden verminken opensnijden doodslaan neerslaan aandoen schieten steken prikken knallen kill shoot stab "
        "hurt dead bullet murder slash leegspuiten spuiten",
        "PERSONAL": "slachtoffer victim slijter juwelier opticien apotheker drogist bakker slager kapper winkelier "
        "uitbater kok "
        "tabakszaakhouder "
        "jeweller optician pharmacist butcher baker shopkeeper mij me hem haar ons iemand gezicht hoofd rug buik "
        "collega medewerker medewerkster him her my us "
        "face head"
        " colleague staff broer kassiere caissiere eigenaar eig medew beveiliger bewaker portier grond "
        "floor ground muur wall"
        " opzij aside verkoopster verkoper personeel chauffeur bezorger koerier klant customer employee guard driver"
        " zn z'n m mn",
    }
)
VIOLENCE = Patterns[str](
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
            "wapen|weapon|it|me|mij",
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
            "of|or|anders|else ..4 DO_HARM",
            "of|or|anders ..1 je|jij|jullie|u|you ..3 klappen|slagen|dood|trappen|beating",
            "geen|niet|niemand|no|don't|nobody bewegen|beweegt|gillen|moves|move|scream|geluid ..2 of|or",
            "als|if ..2 je|jij|jullie|you ..6 schiet|steek|sla|knal|shoot|stab|kill|hurt",
            "wist|wisten|knew ..2 waar|where ..5 woon|wonen|woont|woonde|live|lives|lived|kinderen|kids|"
            "children|school|familie|family",
            "KNIFE|FIREARM|BLUNT ..2 op|tegen|against|at|in|to|onder|under|tussen ..1 her|his|our|their|my|STAFF ..1 "
            "throat|cheek|temple|wang|slaap|"
            "neck|head|face|chest|back|ribs|ribben|keel|stomach|belly",
            "of|or ik|i|we|wij|i'll|we'll ..9 langs|thuis|house|home|kinderen|family|familie|terug|weet",
            "moest|moesten|moet|moeten|had ..4 blijven ..1 zitten|liggen|staan",
            "ik|i|hij|ze|zij|he|she|they|we|i'll|i'd|he'd|he'll|they'd|they'll|she'd|we'll ..1 ga|gaan|zal|zou|zouden|"
            "will|would|gonna|going|ging|gingen|knal|schiet|steek|prik|sla|maak|snij|hak|rijg|shoot|stab|cut|kill|blow "
            "..5 HARM",
            "ik|i schiet|steek|knal|prik|hak|shoot|stab ..6 als|tenzij|if|unless|je|jou|jullie|you",
            "je|jij|jullie|you|you're ..1 gaat|gaan|are|will|going ..2 dood|eraan|dead|DIES",
            "sla|slaat|slaan|schop|trap|break|knock|smash|kick ..4 tanden|teeth|hersens|kop|schedel|benen|poten|nek|"
            "neus "
            "..2 eruit|in|uit|kapot|out|down",
            "ga|gaat|gaan|ging|gingen je|jij|jou|jullie|iedereen|you|ze|er ..2 eraan|dood|aan",
            "iedereen|everyone|everybody ..3 eraan|dood|dies|dead",
            "slecht|verkeerd|badly ..3 aflopen|afliep|end",
            "iets|something|wat|niets|niks ..1 overkomen|overkomt|overkwam|happen|happens",
            "spijt krijgen|krijgt|van",
            "you'll|you|we'd|i'd regret|sorry|pay",
            "schietgebaar|snijgebaar|steekgebaar|snijbeweging|keelsnijgebaar",
            "bullet|kogel|kogels ..3 head|kop|hoofd|you|je|jou",
            "break ..1 my|your|his|her arm|leg|arms|legs|nose",
            "or|of else",
            "zwaai*|swung|swinging|waving|waved|brandish*|zwaaide|zwaaiden ..4 KNIFE|FIREARM ..6 riep|roept|riepen|"
            "schreeuw*|shout*|zei|said|geld|money|kassa",
            "bedreiging|dreiging van|met|of",
            "scare|scared|frightened ..3 with KNIFE|FIREARM",
            "doden|slachtoffers|klappen|ongelukken ..2 vallen|vielen|gebeuren",
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
            "trok|trokken|sleurde|sleurden|rukte|rukten|duwde|duwden|sleepten|gooiden|sloeg|sloegen|schopten|trapten|"
            "trapte|schopte ..5 van|uit|af ..3 VEHICLE|fiets|bike|brommer",
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
            "klemgereden ..4 STAFF|hem|mij|me|chauffeur|bezorger|koerier",
            "STAFF|hem|mij|me|ik|chauffeur|bezorger|koerier ..6 klemgereden",
            "gesmeten|smeet|smeten|gekwakt|kwakte|kwakten|geslingerd|gegooid|gooide|gooiden|gedrukt|drukte|drukten|"
            "gedrongen|slammed|flung|thrown|threw|pinned|hurled ..4 tegen|op|against|to|onto|into|naar ..3 rek|schap|"
            "kast|muur|wall|toonbank|balie|desk|hek|pui|deur|counter|grond|vloer|floor|ground|shelf|shelves",
            "tegen|op|against|onto ..2 rek|schap|kast|muur|wall|toonbank|counter|grond|vloer|shelf|vitrine|deur ..1 "
            "gesmeten|gekwakt|geslingerd|gegooid|gedrukt|geduwd|gewerkt",
            "mijn|zijn|haar|zn|d'r|my|his|her|STAFF ..1 pols|polsen|arm|armen|haren|keel|nek|kraag|strot|wrist|wrists|"
            "arms|hair|throat|collar|neck ..3 vast|gegrepen|beet|gedraaid|omgedraaid|twisted|grabbed",
            "greep|grepen|pakte|pakten|trok|trokken|grabbed|pulled|dragged ..2 me|mij|hem|haar|him|her|STAFF ..4 das|"
            "kraag|nek|"
            "keel|haren|arm|toonbank|counter|balie|hair|collar|tie|apron",
            "trok|trokken|sleurde|sleurden|pulled|dragged ..2 me|mij|hem|haar|him|her ..4 over|achter|uit|off",
            "in elkaar geslagen|getrapt|gemept",
            "sloeg|sloegen|trapten|schopten|beukten ..4 verrot|bont",
            "tied|bound|strapped|taped|cuffed ..3 to|up|together ..2 chair|radiator",
            "geboeid|vastgetaped|vastgetapt|knevelden|boeiden|tiewrapped|handcuffed",
            "rukte|rukten|trok|trokken|griste|gristen|ripped|yanked|tore|pulled|snatched ..9 van|off|from|uit|out ..2 "
            "schouder|nek|hals|pols|lijf|shoulder|neck|wrist|ear|oor",
            "bite|bitten|bit|beet ..1 STAFF|me|mij|hem|haar|him|her",
            "greep|grepen|pakte|pakten|hield|hielden|grabbed|held|seized ..3 bij|by|vast|down ..3 keel|arm|armen|nek|"
            "haren|"
            "kraag|throat|neck|hair|collar|wrist|polsen|pols",
            "trok|trokken|pulled|dragged ..4 haren|hair",
            "sloten|sloot|opgesloten|locked|herded|dreven|dreef|marched|duwden ..3 STAFF|ons|mij|me|us|him|her|hem|"
            "personeel ..4 op|in|koelcel|wc|toilet|"
            "kantoor|"
            "magazijn|office|stockroom|freezer",
            "vloog|vlogen ..3 aan|naar keel?",
            "beukte|beukten|ramde|ramden|mept|timmerde ..3 STAFF|me|mij|hem|haar",
            "tied ..2 up",
            "knocked|wrestled|dragged|thrown ..3 down|over|ground|floor|out|me|him|her|pavement|street|stoep",
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
            "steekwond|snijwond|neergestoken|neergeschoten|messteek|messteken|schotwond|schotwonden"
            "|injured|injury|injuries|wounded|wound|wounds|bleeding|stabbed|concussion|stitches|gehecht|"
            "hechtingen|hospitalised|hospitalized|bloedend|bloedende|bloedneus|gekneusd",
            "schaafwond|schaafwonden|wondje|bewusteloos|hersenletsel|unconscious|bruised|bruises|bruise|"
            "ziekenwagen|ziekenauto|hechten|fracture|fractured|swollen|gezwollen|kneus|wonden|wond|"
            "hoofdletsel",
            "blauw|blauwe|black oog|ogen|eye|eyes",
            "buiten westen|bewustzijn",
            "knocked ..2 out|unconscious",
            "bult|buil|snee|lump|gash ..3 hoofd|head|voorhoofd|BODY",
            "tand|tanden|tooth|teeth ..2 eruit|uit|kwijt|out|missing",
            "bloed|bloedt|bloedde|bloedden|bled|blood|bloeden|bebloed|bebloede",
            "gekneusd|gekneusde|kneuzing|kneuzingen|verbrand|verbrande|beschadigd|beschadigde|opengehaald|"
            "kapotte|gehavend|gehavende|dik|dikke|ontwricht|ontwrichte ..1 BODY|hoornvlies|lip|wang|ogen|"
            "wenkbrauw|jukbeen",
            "BODY|hoornvlies|lip|wang|ogen|wenkbrauw|jukbeen|eyes|eye|lip ..3 beschadigd|gekneusd|kapot|verbrand|"
            "opengehaald|ontwricht|damaged|burned|burnt|split|cut",
            "collega|STAFF ..4 ambulance|ziekenhuis|ehbo",
            "{gebroken|gebroke|brak|broken|broke|fractured BODY}5",
            "gestoken ..3 in|met|STAFF|door",
            "stak|staken|steekt ..4 neer",
            "took|kreeg|caught ..2 bullet|kogel|kogels",
            "kreeg|got|took ..3 KNIFE ..1 in",
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
