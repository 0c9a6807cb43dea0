"""Patterns that name a robbery or an attempt, and that tell of a demand; `patterns.py` says how they are written."""

from alerts.reading.patterns import Patterns

ROBBERY = Patterns[bool](
    {
        True: (
            "overval|overvallen|overvalen|overvaller|overvallers|overvalletje|overvalt|overviel|overvielen|"
            "overvalln|overal_|roofoverval|roofovervallen|beroofd|beroven|beroving|berovingen|beroofden|beroofde|"
            "beroofdn|berooft"
            "|geroofd|leeggeroofd|roof|*overval|*overvallen|overvalpoging*|roofpoging|tasjesroof|kassaroof|gegijzeld|"
            "gijzeling|"
            "gijzelden|hostage|plofkraakpoging|ramkraakpoging|stick-up|robery|robberry|robbery|robberies|robbed|"
            "robbing|rob|robs|heist|holdup|hold-up|"
            "stickup|mugged|mugging|raid|raided|ramkraak|ramkraken|plofkraak|plofkraken|snelkraak|"
            "afgeperst|afpersing"
            "|ambushed|straatroof|carjacked|carjacking|hijacked|overvallen_",
            "held|hold|stick|stuck ..1 up|us up|me",
            "held|hold|holds|holding up ..1 my|our|the|a|his|STAFF ..3 STAFF|rider|driver|courier|shop|store|bakery|"
            "pharmacy|station|bank|till",
            "van|uit|off|from ..3 VEHICLE|fiets|bike ..1 getrokken|geduwd|gesleurd|gerukt|getrapt ..9 afgepakt|"
            "afgenomen|"
            "meegenomen|mee|kwijt|weg|gestolen",
            "been|was|were|got|gets|is|being held up",
            "slachtoffer geworden ..1 van|overval?",
            "hands|handen up|omhoog",
            "got|been|was|were|getting jumped",
            "jumped ..2 me|him|us|courier|driver|rider",
            "ov tankst|juwelier|supermarkt|slijterij",
            "waardetransport*|geldtransport|geldwagen|geldauto ..6 klemgereden|klemgezet|aangevallen|beschoten|"
            "gestopt|ambushed",
            "smashed|smash and grabbed|grab|grabs",
            "dit is een overval",
            "dwong|dwongen|gedwongen|forced|dwingt ..6 kluis|kassa|safe|till|open|openen|register|geld|money",
            "{pui|gevel|rolluik|winkel|etalage|shopfront|shutter geramd|rammed|ramde|ramden}7",
            "got|been|were done|turned over",
            "smash|snatch|grab and|& grab|run",
            "blew|blown|blow|blasted ..3 atm|machine|safe|cash",
            "robber|robbers|rover|rovers|overvallertje|gunman|gunmen",
            "~overvaller|overvallers|robber|robbers",
            "{pinautomaat|geldautomaat|atm|kluis opgeblazen|blown|ontploft|explosief|opblazen|explosieven}6",
        )
    }
)
ATTEMPT = Patterns[bool](
    {
        True: (
            "poging|pogingen|attempt|attempted|attempts|attempting",
            "mislukt|mislukte|failed|foiled|verijdeld|gefaald|misluk|unsuccessful|voorkomen|botched",
            "wilden|wilde|wou|wouen|wouden|probeerde|probeerden|probeert|proberen|geprobeerd|"
            "tried|trying|tryed|wanted|try ..9 overvallen|beroven|rob|stelen|steal|overval|robbery|raid|"
            "pakken|kassala|kassa|kluis|geld|till|money|sleutels|tas|openmaken|opentrekken|bag|cash|grab|forcing|"
            "breaking|kicking|smashing|pushing|"
            "slaan|inslaan|trappen|intrappen|forceren|ingooien|openwrikken|wrikken|smash|kick|dringen|push|barge|blow|"
            "hold|blazen|opblazen|rammen|ram|openbreken|afpakken|take|snatch|force|break|breken|inbreken|"
            "binnendringen|get",
            "~niet|not|didn't|didnt|never gelukt|lukte|open|succeed|work|af|door|ontploft",
            "~lukte|gelukt|ging ..2 niet|not",
            "~kreeg|kregen|krijgt|kon|konden ..3 niet|not mee|los|eruit|open",
            "~kwam|kwamen|komen|kreeg|kregen|kon|konden|could|couldn't|couldnt ..3 niet|not|couldn't|couldnt ..3 "
            "binnen|in|inside|open",
            "~couldn't|couldnt get in|inside",
            "tegengehouden|weggejaagd|verjaagd|gestoord|betrapt|interrupted|disturbed",
            "glas|glass|ruit|window|deur|door held|hield|bleef",
            "weigerde|weigerden|weigerd|refused|refuses",
            "hield|hielden|joeg|joegen|chased|stopped|scared ..3 tegen|weg|off|away",
            "inbraakpoging|braakpoging|overvalpoging*|roofpoging|plofkraakpoging|ramkraakpoging",
            "~never|niet|not|didn't|didnt ..1 got|get|binnen|binnengekomen|inside ..1 in|inside|gekomen|gelukt?",
            "~niet|not|nooit|never|didn't|didnt ..1 afgegaan|geexplodeerd|explode|exploded|detonate|afging",
            "~tried ..3 thing",
        )
    }
)
DEMAND = Patterns[bool](
    {
        True: (
            "geld|money|kassa|kluis|till|safe ..1 of|or|else|nu|now ik|i",
            "geef ..3 geld|kassa|alles|telefoon|tas|sleutels|sleutel",
            "give ..3 money|cash|phone|keys|bag|till",
            "zei|zegt|riep|schreeuwde|zeggen|zeiden|said|say|says|shouted|yelled|shouting ..3 geld|money|"
            "kassa|cash|kluis",
            "money money",
            "eiste|eisten|eist|eisen|demanded|demanding|demands ..3 LOOT|kassa|kluis|sleutel|sleutels|keys|till|safe",
            "wilde|wilden|wou|wouen|wil|wanted|wants ..3 dagopbrengst|opbrengst|omzet|takings|geld|money|cash|"
            "sleutels|keys|kassa|tas|telefoon|phone|bag",
            "kluis|kassa|safe|till moest|had ..2 open|to",
            "kassa|kassala|la|kluis|till|register|safe|drawer ..2 opengetrokken|opengemaakt|"
            "leeggehaald|opened|opengebroken|leeg",
            "moest|moesten|had|moet|moeten|dwong|dwongen|forced|made ..7 afgeven|afstaan|geven|hand|give|open|openen|"
            "openmaken|"
            "staan|overhandigen|inleveren|inpakken|vullen|leegmaken|pack|fill|empty",
            "probeerde|probeerden|probeert|geprobeerd|wilde|wilden|wou|wouen|tried|trying ..9 kassa|"
            "kassala|kluis|till|safe|tas|telefoon|geld|bag|money|cash|drawer ..3 pakken|open|openen|"
            "opentrekken|grab|take|trekken|te|afpakken|snatch|breken",
            "tried ..2 open ..2 till|safe|register",
            "moeten|moest|moesten|must ..1 geven|afgeven|afstaan|inleveren",
            "made|forced|makes ..4 open|empty|fill|hand|give|pack",
            "helped|helps ..1 himself|themselves|herself|themself",
            "vroeg|vraagt|asked|asks ..1 om|for ..2 geld|kassageld|cash|money|till|takings",
            "ripped|tore|yanked|snatched|rukte|rukten|trok|trokken|griste|gristen ..4 out|uit|from ..4 hand|handen|"
            "hands",
            "cleared|clears|emptied|empties ..2 safe|till|register|drawer|vault",
            "leeg gehaald|gemaakt|geroofd",
            "made|forced|forces|making|dwong|dwongen|gedwongen|moest|moesten ..4 open|openen|give|hand|"
            "afgeven|geven|openmaken|empty ..4 LOOT|kluis|kassa|safe|till|register|vault",
            "leeggehaald|leeggeroofd|leeggemaakt|leeghalen|leegroven",
            "hit|hits|bashed|smashed|smash|smashing|sloeg|sloegen|kapotgeslagen|ingeslagen|stukgeslagen|sloopten|"
            "smashes ..4 case|cases|vitrine*|display*|showcase*|kast|kasten|toonbank|cabinet|cabinets",
            "vitrine*|display*|showcase* ..3 kapotgeslagen|ingeslagen|stukgeslagen|smashed|kapot",
            "rukte|rukten|trok|trokken|pakte|brak|braken|greep|ripped|pulled|yanked ..2 la|lade|"
            "kassa|kassalade|kassala|till|drawer|register ..1 eruit|open|mee|los|out",
            "afgepakt|afgenomen|afhandig",
            "greep|graai|graaide|graaiden|reached|dook|doken|grabbed|dipped ..1 in|into|uit|from ..2 kassa|kassala|"
            "geldla|kassalade|lade|la|till|register|drawer",
            "took|pakte|pakten|nam|namen|steal|stole everything|alles|it|all",
            "alles|everything ..2 meegenomen|weg|mee|taken|gepakt",
            "nam|namen|neemt|nemen|griste|gristen|greep|grepen|pakte|pakten|took|grabbed|sleepte|sleepten ..6 "
            "mee|meegenomen|weg|with",
        )
    }
)
