"""Patterns for the words that count persons: what persons are called, numbers, and what stands between."""

from alerts.reading.numbers import WORD

PERSON = (
    r"(?:mannen|man\b|kerels?|venten|vent\b|gasten|gast\b|gastjes|gozers?|gozre|knullen|knul|jongens?|"
    r"jonge\b|jongetjes|jongemannen|jongeman|jongelui|vrouwen|vrouw"
    r"|dames?|meisjes?|meiden|meid\b|heren|heer\b|personen|persoon|pers\b|personnen\b|personne\b|persons?|figuren|"
    r"figuur|types?\b|"
    r"lui\b|daders?"
    r"|dader\(s\)|verdachten|verdachte\b|verd\b|overvallers?|rovers?|dieven|dief\b|jochies?|mannetjes?|"
    r"individuen|pubers?|tieners?|jongeren|jongere\b"
    r"|dd\b|inz\b|inzittenden?|opzittenden?|passagiers?|bezoekers?|mensen|criminelen|boeven|inbrekers?|"
    r"klanten|onbekenden|kinderen|nn\b|nn man|gasjes|gozertjes|kereltjes|ventjes|knulletjes|knaapjes|knapen|snuiters|"
    r"schoffies|hangjongeren|scholieren|studenten|idioten|gekken|malloten|mafkezen|zwervers|oplichters|zakkenrollers|"
    r"winkeldieven|bandieten|gangsters|gemaskerden|motorrijders|scooterrijders|fietsers|nepagenten|nepmonteurs|"
    r"jongedames|jongeheren|broers|vreemden|vandalen|belagers|schutters|rappers|burglars?|thugs|crooks|culprits|"
    r"muggers|raiders|characters|hoodlums|fellows?|gents|juveniles|bikers|riders|adults|students|lowlifes|idiots|"
    r"attackers?|intruders?|vandals|guys?|lads?|dudes?|chaps?"
    r"|manspersonen|manspersoon|mans\b|vd'?s\b|vd\b|m[ae]n\b|wom[ae]n|girls?|boys?|people|suspects?|robbers?|"
    r"offenders?|perpetrators?|perps?|thieves|"
    r"thief|kids?|teens?|teenagers?"
    r"|youths?|individuals?|males?|females?|occupants?|passengers?|customers|gentlemen|ladies|blokes?|"
    r"fellas?|youngsters?|strangers|gunmen|assailants?)"
)
N = rf"(\d{{1,2}}(?![- ]?(?:jarige?n?|jr|jaar|year|yr|yo)\b)|(?:{WORD})\b)"
_NO_ADJECTIVE = (
    r"paar|stel|stelletje|groepje|groep|aantal|of|or|en|and|to|tot|keer|x|uur|u|min|minuten|jaar|times|hours|minutes|"
    r"doors|in|met|with|voor|over|"
    r"past|op|ik|de|het|een|werkt"
    r"|some|a|an|the|that|this|dat|die|dit|deze|pm|am|hour|te|waren|was|is|zijn|per|street|straat|"
    r"winkels|shops|scooters|auto"
    r"|kwart|half|meter|km|euro|eur|kilo|kg|liter|cm|procent|dagen|weken|maanden|avonden|nachten|ochtenden|middagen|"
    r"days|"
    r"weeks|months|years|nights|evenings|maal|graden|flessen|dozen|pakjes|sloffen|telefoons|horloges|kettingen|ringen|"
    r"stuks|messen|bottles|phones|watches|boxes|packs|uurtjes|sec|seconden|seconds|floors|deuren|ruiten|collega's|"
    r"medewerkers|van|from|at|om|rond|vanavond|vanmiddag|vanochtend|wapen|weapon|mes|knife|door|by|waar|where"
)
ADJECTIVES = rf"(?:\d\d[- ]?(?:jarige |year[ -]old )|(?!(?:{_NO_ADJECTIVE}|{WORD})\b)[a-z'-]{{2,20}} ){{0,3}}?"
