"""Patterns that tell of questions about closing times, staff, alarms and money; `patterns.py` says how they are
written."""

from collections.abc import Sequence

QUESTION_PATTERNS: Sequence[str] = (
    "ASK ..3 hoe ..2 laat|lang ..6 dicht|open|sluit|sluiten|gesloten|stop|stopt|dichtgaan|"
    "dichtgaat|klaar|afsluiten|werken|personeel|geld*|vrij",
    "of|if|whether ..4 iemand|er|je|jij|ik|we|wij|you|i|somebody|someone|anyone ..3 alleen|alone ..2 staat|staan|sta|"
    "werkt|"
    "werk|werken|ben|bent|was|working|here|in|on",
    "hoe laat|lang ..5 dicht|sluiten|sluit|open|geldtransport|geldwagen|geldloper|geld|afsluiten|personeel|dichtgaan",
    "ASK ..3 tot|wanneer|until|till|when|what ..2 hoe|time? ..2 laat|time? ..5 dicht|open|sluit|"
    "sluiten|close|closes|closed|closing|shut|lock|stop|personeel|opens|open|alleen",
    "what|which|when ..1 time|we|you|they|do|does ..3 close|closes|shut|finish|open|lock|closing|leave|leaves",
    "ASK ..6 sluitingstijd|sluitingstijden|openingstijden|closing|geldtransport|geldwagen|"
    "waardetransport|geldloper|alarm|alarmcode|beveiliging|security|bewaking|bezetting|"
    "personeelsbezetting|beveiligd|rooster|geldauto|nachtdienst|alarmsysteem",
    "ASK ..5 keep|kept|bewaren|bewaar|hebben|have|liggen|ligt ..3 cash|money|geld|contant|overnight",
    "ASK ..4 alleen|alone ..3 staat|stond|ben|bent|sta|was|am|werkt|werk|tonight|were|in|working|here|zijn",
    "vroeg|vraagt|vroegen|vragen|asked|asking|asks|gevraagd ..4 of|if|whether|wie|who|wanneer|when ..5 alleen|alone",
    "ASK ..9 hoeveel|hoeveelste ..2 personeel|mensen|medewerkers|collega's|man|verkopers ..5 SHIFT",
    "vroeg|vraagt|vroegen|vragen|gevraagd|asked|asking|asks ..9 wie|who|wanneer|when|of|if|whether|hoe|how ..6 CLOSES",
    "hoeveel|how|many|welk|welke ..1 personeel|medewerkers|staff|employees|collega's|verkopers ..4 SHIFT",
    "of we|wij|er|jullie|ik|je|de|het|hier|deze ..4 alarm|alarmknop|noodknop|camera|camera's|cameras|kluis|bewaking|"
    "beveiliging|beveiliger ..3 hebben|heb|hebt|is|zit|hangt|hangen|zijn|aanwezig|loopt|rondloopt",
    "if|whether ..5 alarm|alarmknop|noodknop|camera|camera's|cameras|kluis|safe|bewaking|beveiliging|cctv|"
    "security|guard ..3 hebben|heb|hebt|have|got|has|is|zit|hangt|hangen|zijn|aanwezig|there",
    "vragen|questions|vraag|vraagjes over|about|omtrent|naar ..3 SECURITY|personeelsbezetting|bezetting|dienst|"
    "diensten|rooster|alarm*|beveilig*|afsluiten|kluis*|geld*",
    "ASK ..5 hoeveel|how|many|met ..3 mensen|people|personeel|collega's|man|medewerkers|staff|"
    "werken|werkt|work|works|personen|of|tweeen|employees|zn|meiden ..4 werken|werkt|work|works|"
    "aanwezig|zijn|on|afsluiten|there|staan|us|in|avonds|avond|savonds|saturday|sunday|zaterdag|"
    "zondag",
    "hoeveel|how|many ..2 mensen|people|personeel|medewerkers|staff|us|of|collega's|employees|man "
    "..4 werk|werken|werkt|work|works|working|aanwezig|avond|savonds|night|shift|binnen",
    "ASK ..3 wie|who ..5 sluit|afsluit|sluiten|keys|sleutel|sleutels|closes|locks|opens|opent|code|close|lock|open",
    "ASK ..3 of|if|whether ..6 alarm|camera's|cameras|camera|beveiliging|security|bewaking|kluis|"
    "safe|alleen|alone|guard|beveiliger",
    "ASK ..9 geld|money|cash|takings|dagopbrengst|omzet|contant|kassa|opbrengst ..5 opgehaald|"
    "geleegd|leeggemaakt|leeggehaald|emptied|wegbrengt|wegbrengen|weggebracht|wegbreng|ophaalt|stort|ophalen|"
    "gebracht|breng|brengt|brengen|bank|collected|picked|pick|collect|haalt|komt|gaat|"
    "storten|gestort|leave|leaves|collection|pickup|comes|go|goes|taken|weg|halen|afgestort|huis|"
    "kluis|safe|bewaard|kept|keep|binnen|in|ligt|zit",
    "geld|money|cash ..3 opgehaald|collected|picked|ophaalt|opgehaalt|picked ..2 up|wordt?",
    "wanneer|when|hoe|what|how ..3 geld|geldwagen|geldtransport|geldloper|money|cash|"
    "waardetransport|geldauto ..4 komt|opgehaald|gehaald|come|comes|collected|picked|gebracht|"
    "arrives|langskomt|komen|gaat|breng|naar|langs|haalt|is",
    "ASK ..5 dagopbrengst|omzet|turnover|contant ..3 huis?",
    "hoe|how ..3 alarm ..3 werkt|works|werken|doorgeschakeld|geschakeld|aan|set|armed",
    "ASK ..6 alarm|alarmcode|alarmsysteem|kluiscode",
    "ASK|of|if|whether|wanneer|when|hoe|how|what|welke ..7 bewaking|security|beveiliging ..3 langskomt|komt|langs|"
    "comes|patrols|rondes|patrol|around|aanwezig|hebben|have",
    "do|does|have you|we|they have? security|alarm|cameras|guard|guards",
    "werkt|werken|works|work|echt|real|nep|fake ..3 alarm|camera*|cameras",
    "of|if|whether ..4 alarm|camera|camera's|cameras ..3 echt|real|nep|fake|werkt|werken|aan|"
    "working|work|aangesloten|staat|staan",
    "ASK ..6 sleutel|sleutels|keys",
    "in de kluis gaan|liggen|gaat|ligt",
    "when|wanneer ..2 manager|baas|boss|chef|owner|eigenaar|bedrijfsleider ..2 leaves|weg|weggaat|"
    "is|er|aanwezig|vertrekt",
    "of|if|whether ..2 bewaker|beveiliger|guard ..4 is|aanwezig|there|werkt|works|in",
    "of|if|whether ..3 baas|manager|eigenaar|boss|owner|chef ..3 er|is|aanwezig|in|there|ook",
    "ASK ..5 savonds|avonds|nachts|snachts|night ..3 werken|werkt|aanwezig|afsluiten|work|personeel|staff|kluis",
    "ASK ..5 openings|opening|closing hours|times|uren",
    "ASK ..4 tot hoe|wanneer",
    "ASK|question* ..6 alarm*|beveilig*|camera*|bewaking*|rolluik*|sluittijd*|openingsuren|"
    "busiest|drukst|drukste|rustigst|security|guards|cctv|pincode",
    "ASK ..4 wanneer|when|how ..3 rustig|druk|drukst|rustigst|quiet|busy|busiest",
    "when|wanneer ..4 quiet|rustig|rustigst|busiest|drukst|leeg",
    "ASK ..6 waardetransport*|geldtransport*|geldwagen*|geldloper*|geldkoerier*|cash-in-transit",
    "of|if|whether ..3 ik|i|we|wij|je|she|ze|collega ..3 alleen|alone",
    "belde|belt|bellen|belden|gebeld|phoned|rang|called|ringing ..7 of|if|whether|hoeveel|how ..5 STAFF|alleen|alone|"
    "man|mensen|people|iemand ..4 SHIFT|alleen|alone",
    "belde|belt|bellen|belden|gebeld|phoned|rang|called ..7 of|if|whether|wanneer|when|hoe|how|wie|who ..6 alarm|"
    "camera|camera's|cameras|kluis|safe|beveiliging|security|dicht|sluit|sluiten|close|closes|geld|cash|money",
    "doorvragen|doorvraagt|doorvroeg|doorvroegen|doorgevraagd|hengelde|hengelen|uithoren|vissen|viste|quizzed|grilled|"
    "pumping ..3 over|about|naar|on|me|us|mij|ons ..4 SECURITY|alarm*|beveilig*|camera*|sleutel*",
    "oren|hemd ..6 over|about ..2 SECURITY|alarm*|beveilig*|camera*|kluis*|sluit*",
    "ASK ..6 over|about|omtrent ..2 beveilig*|alarm*|security|camera*|cctv|bewaking*|kluis*|sluittijd*|sleutel*",
    "welk|welke|wat|what|which|whose ..2 alarm|alarmsysteem|kluis|slot|sloten|safe|lock|locks|camera's|cameras|"
    "beveiligingsbedrijf|alarmcentrale|alarminstallatie ..2 er|we|wij|hier|is|hangt|zit|hebben|have|use|gebruiken|are",
    "hoeveel|many ..3 gewerkt|ingeroosterd|rostered",
    "what|hoe|when|wanneer ..1 time|laat? ..3 guard|guards|bewaker|beveiliger|beveiliging|manager|baas ..3 home|leaves|"
    "leave|goes|weg|huis|vertrekt|klaar|off",
    "vroeg|vraagt|vroegen|vragen|asked|asks|asking ..2 of|if|whether ..5 open|dicht|sluiten|gesloten|closed",
    "ASK ..8 code ..3 alarm|kluis|deur|safe|door",
)
