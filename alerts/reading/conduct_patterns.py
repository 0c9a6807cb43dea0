"""Patterns that tell of how somebody behaved in and around a shop; `patterns.py` says how they are written."""

from collections.abc import Mapping, Sequence

from alerts.report import Signal

CONDUCT_PATTERNS: Mapping[Signal, Sequence[str]] = {
    Signal.NO_PURCHASE_LOOP: (
        "~in|naar binnen? ..1 en|and|n|& ..1 uit|out|buiten ..5 MANY_TIMES",
        "~MANY_TIMES ..4 in en|and|n uit|out",
        "~in en|and|n uit|out ..9 kopen|gekocht|koopt|kocht|kochten|buying|bought|buy",
        "~kopen|gekocht|koopt|kocht|kochten|bought|buying ..9 in en|and|n uit|out",
        "~MANY_TIMES ..2 binnen|in ..5 uit|buiten|weg|vertrokken|out|gegaan",
        "~viermaal|driemaal|vijfmaal|zesmaal|tweemaal ..2 binnen*",
        "~walk|walking|walks|loopt|lopen|lopend|keep|keeps ..2 in and|en out|uit",
        "~heen en weer ..4 poortjes|binnen",
        "~poortjes ..1 heen en weer",
        "~MANY_TIMES ..6 poortjes",
    ),
    Signal.CLOSING_TIME: (
        "{HANG CLOSING}8",
        "HANG ..6 CLOSING",
        "rond|bij|around|at|na|after|before|voor|vlak|right|just|tot|until|tegen|every|elke|iedere ..3 "
        "sluitingstijd|sluit|sluiten|sluiting|opening|closing|openingstijd|openen|sluitingsuur|"
        "opengaan|afsluiten|dichtgaan",
        "sluitingstijd|closing ..1 time|tijd? ..4 HANG",
        "nu|now|toen|when|wanneer|tot|terwijl|since|as|while ..2 we|wij|ik|i|er ..3 gaan|ging|going|"
        "started? ..2 sluiten|afsluiten|close|closing|afsloten|afsloot|sluit|dicht|lock|open|openen|"
        "closed|locked",
        "komen|kwam|came|arrived|ik ..3 openen|open|opendoen|openmaken|openmaakte|opende",
        "wie|who ..3 afsluit|deur|sluit|closes|locks|dicht",
        "elke|iedere|every sluit|sluiting|avond ..6 sluit|sluiten|closing",
        "after|na|right closing",
    ),
    Signal.TESTING_DOOR: (
        "FEEL ..9 aan|at ..2 DOOR",
        "{FEEL DOOR}6",
        "aan|at|met|with ..2 DOOR ..3 gezeten|zitten|zat|geprutst|gerommeld|gefriemeld|gepeuterd|"
        "bezig|messing|tampering|rommelen|prutsen",
        "messing|tampering|rommelt|rommelen|prutst|prutsen|friemelt ..3 DOOR",
        "FEEL ..5 DOOR",
        "DOOR ..3 FEEL",
        "DOOR ..5 te trekken|voelen|rammelen|morrelen|wrikken|duwen|rukken",
        "kijken|kijkt|keek|see|checking|checken|check|of|whether|if ..3 deur|door|slot|ie|it|"
        "achterdeur|rolluik ..2 open|op|locked|slot|unlocked|lift",
        "testing whether ..3 lift|open|opens",
        "aan|at ..1 de|het|the|mijn|alle|our? DOOR gevoeld|getrokken|gerammeld|gemorreld|gewrikt|gezeten",
        "deuren|doors ..2 langs|afgaan|af|aflopen",
    ),
    Signal.FACE_HIDDEN: (
        "{HOOD|CLOTH FACE}5",
        "HOOD ..2 strak|diep|ver|pulled|over|tight",
        "BALACLAVA|MASK",
        "ski mask|masker",
        "HELMET ..1 op|on? ..3 binnen|inside|indoors",
        "expres|bewust|opzettelijk|deliberately|purposely|intentionally ..4 HELMET|CLOTH|HOOD|MASK",
        "HELMET ophield|ophoudt|ophouden|ophielden|opgehouden|aanhield",
        "~HELMET ..6 niet|not|didn't|wouldn't|never ..3 off|remove|afdoen|afzetten",
        "vizier|visor ..1 down|dicht|omlaag|closed|neer|naar",
        "~HELMET ..2 niet ..1 af|afdoen|afzetten|afzette|afdeed|afnam|afnemen",
        "weigert|weigerde|refused|refuses|wil|wilde|houdt|hield|kept|keeps|kept ..5 HELMET|helm|gezicht|face|afzetten",
        "~HELMET|HOOD|MASK ..9 af|off",
        "HELMET ..6 weigert|weigerde|refused|afzetten|indoors|afdoen|refuses",
        "met|with|zn|zijn|his|een|wearing ..2 HELMET ..2 op|on? ..3 binnen|inside|indoors",
        "binnen|inside|in ..4 HELMET op|on",
        "FACE ..4 COVERED",
        "COVERED ..3 FACE",
        "niemand|nobody|nauwelijks|niet|niks|not|couldn't|kon|zodat|couldnt ..5 FACE ..2 zien|see",
        "gemaskerd|gemaskerde|vermomd|masked|onherkenbaar",
        "pet|petje|cap|muts|zonnebril|hat ..2 diep|ver|laag|low|pulled|over ..3 FACE",
    ),
    Signal.HIGH_VALUE_REQUEST: (
        "PRICY ..3 JEWEL ..6 SHOWN|vast|naar",
        "ASK|SHOWN ..6 JEWEL ..4 euro|eu|eur|duizend|thousand|grand|mille ..4 SHOWN|vast|passen",
        "ASK ..5 euro|eu|eur|duizend|thousand|grand ..1 JEWEL",
        "liet|lieten|laten ..4 PRICY ..4 geven|brengen|halen|pakken|inpakken|tonen|voorleggen",
        "SHOWN ..6 PRICY",
        "PRICY ..4 SHOWN",
        "ASK ..9 PRICY",
        "vraagt|vroeg|vragen|asked|asking|asks|wilde|wil|wanted|wants|wou ..6 PRICY ..4 JEWEL|dingen|"
        "things|we|have|stuff|one|stuk",
        "PRICY ..3 JEWEL ..6 interesse|intresse|intention|interest|kopen|buy|buying|aandacht",
    ),
    Signal.STARTLE: (
        "SCARED",
        "hem|haar|hen|ze|ie|hun|him|her|them ..1 af|toe|afliep|toeliep|afging|toeging|afstapte|toestapte|afkwam|"
        "aanliep|over|up ..7 QUICK|RUN|TORE_OFF",
        "toen|zodra|when|as|after|once|until|als ..2 ik|we|wij|i|mijn|mn|m'n|my|the|de|collega|STAFF ..5 "
        "ADDRESSED|WENT_TO ..7 TORE_OFF",
        "TORE_OFF ..5 toen|zodra|when|as|after|once ..2 ik|we|wij|i|hij|he|ze|they|mijn|mn|my|she|de|the|STAFF ..6 "
        "ADDRESSED|WENT_TO|toe|aan|naar|buiten",
        "toen|zodra|when|as|after|once ..1 ik|we|wij|i|STAFF ..2 buiten|outside ..2 kwam|kwamen|liep|"
        "ging|came|went|stepped ..7 QUICK|RUN|TORE_OFF",
        "walked|went|came ..1 up|over|outside|out ..4 vanished|disappeared|gone|left|ran|bolted|fled",
        "toen|zodra|when|as|after|once ..2 STAFF|politie|police|bewaking|security|guard|alarm|"
        "agent|agenten ..5 ADDRESSED|aankwam|arrived|went|ging|afging|passed|langs* ..7 QUICK|RUN",
        "QUICK|RUN ..5 toen|zodra|when|as|after|once ..2 STAFF|politie|police|bewaking|security|"
        "guard|alarm|agent|agenten",
        "QUICK|RUN|rent|rennen|loopt|lopen|gaat|gaan ..3 als|zodra|toen|when|once|as ..1 hij|ie|ze|zij|he|she|they "
        "..2 ziet|"
        "zien|zag|zagen|saw|sees|see|spots|spotted|merkt|merkten|doorheeft|doorhad",
        "als|zodra|toen|when|once|as ..4 aankomt|aankomen|aankwam|kijkt|kijken|komt|nadert|naderde|opkijkt ..6 QUICK|"
        "RUN|rent|"
        "rennen|vertrekt|vertrekken",
        "jumped|flinched|panicked ..7 took|ran|left|off|away",
        "toen|zodra|when|as|after|once|until|als ..2 ik|we|wij|i|mijn|mn|m'n|my|the|de|collega|"
        "STAFF ..5 ADDRESSED ..7 QUICK|RUN",
        "toen|zodra|when|as|after|once ..1 hij|he|ze|zij|they|she|ie ..2 mij|me|ons|us|hem|him|"
        "dat|that ..2 zag|zagen|saw|merkte|doorhad|doorhadden|opmerkte ..7 QUICK|RUN",
        "toen|zodra|when|as|after|once ..1 hij|he|ze|zij|they|she ..1 saw|noticed|spotted|zag|"
        "zagen|merkte|merkten ..9 QUICK|RUN",
        "QUICK|RUN ..5 toen|zodra|when|as|after|once ..2 ik|we|wij|i|hij|he|ze|they|mijn|mn|my|she|zij|"
        "the|de ..5 ADDRESSED|toe|aan|seen|saw|out|over|naar|buiten|hem|him|asked|us|me",
        "scatter|scatters|scattered|stuiven|stoven|uiteen|smeren|smeerden|smeert|peren ..6 toen|zodra|when|as|soon|als",
        "toen|zodra|when|as|als ..5 licht|lamp|light|lights|lampen ..5 RUN|QUICK|benen|hazenpad",
        "toen|zodra|when|as|als ..7 nam|namen|neemt|nemen|koos|kozen ..2 de|het benen|hazenpad",
        "RUN ..6 toen|zodra|when|as|after|once",
        "took|ging|gingen|is|was|gaat ..2 off|vandoor|ervandoor ..3 when|toen|zodra",
        "ik|i|we ..1 roep|riep|shouted|yelled ..7 QUICK",
        "aansprak|aangesproken|approached|confronted|spoke ..9 QUICK|RUN|weg|left|vertrok|away|buiten|off",
        "dook|duck|ducked|dive|dived|doken ..2 weg|down|away",
        "like|als een haas|speer",
    ),
    Signal.MULTI_SHOP: (
        "volgende|next|andere ..1 deur|door|winkel|shop|zaak|store|pand ..6 weer|again|same|hetzelfde|opnieuw|ook",
        "COUNT SHOPS zo|gehad|achterelkaar|inmiddels|already|now|vandaag|today",
        "winkeliers|ondernemers|collega-winkeliers|shopkeepers|retailers ..6 over|about|melden|zagen|hadden|reported "
        "..4 zelfde|"
        "hetzelfde|dezelfde|same",
        "alle|every|all|several|verschillende|meerdere|diverse|multiple|drie|vier|twee|three|four|"
        "two|five|vijf|various|andere|other|paar ..1 winkels|zaken|shops|stores|juweliers|"
        "belwinkels|opticiens|telefoonwinkels|nachtwinkels|supermarkten|jewellers|jewelers|"
        "slijterijen|drogisten|businesses|avondwinkels|apotheken|tankstations|snackbars",
        "COUNT ..2 SHOPS ..4 langs|bezocht|geweest|afgegaan|visited|been|gelopen|gingen|ging|binnen",
        "langs|bij|in|at|of|from|aan|van|to|bezochten|bezocht|visited|gefilmd|filming ..2 COUNT ..1 SHOPS",
        "COUNT ..1 SHOPS ..4 rij|achter|na|row|after|achtereen|elkaar|achtereenvolgens",
        "elke|iedere|each|every ..1 winkel|zaak|jeweller|jeweler|shop|store|juwelier|pand|deur",
        "winkel|zaak|shop|deur|door|pand|store|winkels voor|na|in|by|to|aan winkel|zaak|shop|deur|"
        "door|pand|store|winkels",
        "loopt|lopen|liep|liepen|gaat|gaan|ging|gingen|struint|struinen|rijden|rijdt|walk*|going|"
        "went ..4 winkels|winkelstraat|straat|zaken|shops|juweliers|street|stores|row|rij ..2 af|"
        "langs|up|down",
        "winkels|juweliers|zaken|belwinkels|nachtwinkels|avondwinkels|telefoonwinkels|opticiens|"
        "apotheken|drogisten|opticiens|slijterijen ..3 af|langs|afgaan|aflopen|afgelopen",
        "af|afgaan|aflopen|lopen|loopt ..1 juweliers|winkels|zaken|belwinkels|apotheken|opticiens ..1 af?",
        "belt|bellen|belde|calling|called|calls winkels|zaken|shops|stores",
        "winkels|shops|stores|zaken ..1 belt|gebeld",
        "langs|past|of|closed|gesloten|bij ..2 winkels|belwinkels|nachtwinkels|juweliers|"
        "zaken|supermarkten|opticiens|telefoonwinkels|stores|shops",
        "ook|also|zelfde ..1 bij|at ..1 SHOPKIND",
        "round|around|rond|langs ..1 shops|stores|winkels|zaken",
        "whole|hele|entire ..1 street|straat|winkelstraat|rij|row",
        "SHOPKIND ..4 daarna|then|after|vervolgens|afterwards ..4 SHOPKIND|mij|mine|ons|us|buren",
        "eerst|first ..5 SHOPKIND ..4 toen|en|and|daarna|then ..4 SHOPKIND|mij|mine|ons|us|buren",
        "SHOPKIND ..1 en|and ..2 SHOPKIND ..2 geweest|visited|langs|been|bezocht|hiernaast|next",
        "bij|at|in|into ..2 SHOPKIND ..2 en|and ..2 SHOPKIND|mine|ours",
        "SHOPKIND ..2 SHOPKIND ..3 en|and|then|toen ..2 SHOPKIND|mine|mij|buren|ons",
        "SHOPKIND ..2 SHOPKIND ..2 everyone|allemaal|overal|iedereen|all",
        "ook|also|same|hetzelfde|zelfde ..3 buren|neighbours|buurman|hiernaast|next|overkant|"
        "overbuurman|neighbour|bloemist|slager|bakker",
        "buren|neighbours|hiernaast|buurman|neighbour|next ..3 hetzelfde|ook|same|too|also|idem",
        "die|that van|of ..1 de|the buren|neighbours",
        "bij allemaal|beide|alle",
        "ene|een|one SHOPKIND na|after|naar|to ..1 andere|ander|volgende|next|other|another",
        "NTH SHOPKIND ..5 ze|zij|hij|ie|they|he|she",
        "ene|een|een_ na ..1 andere|ander ..1 SHOPKIND|SHOP",
        "multiple|andere|other|verschillende ..1 adressen|panden|addresses",
    ),
}
