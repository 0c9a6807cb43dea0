"""Signs that a text is about an incident: such a text is no tip, and the police look at it first.

The words are ours. A doubtful text is sent to the police, so the list errs on the careful side.
"""

import re

from alerts.guard.plain import Plain

_PEOPLE = (
    r"man|mannen|vrouw(?:en)?|jongen(?:s|man)?|meisjes?|kerels?|persoon|personen|daders?|verdachten?|dief|dieven"
    r"|overvallers?|groepje|duo|vent|gozers?|knul(?:len)?|figuren|(?:die|een|twee|drie|vier|paar) gast(?:en)?"
    r"|winkeldie(?:f|ven)|zakkenrollers?|m[ae]n|wom[ae]n|boys?|girls?|guys?|suspects?|thie(?:f|ves)|robbers?"
    r"|shoplifters?|pickpockets?|they (?:took|stole|came|were|had)"
    r"|er (?:reed|reden|liep(?:en)?|stond(?:en)?|hing(?:en)?|kwam(?:en)?|waren)"
    r"|(?:iemand|someone|somebody) (?:heeft|had|is|was|voelt|voelde|keek|kijkt|stond|staat|vroeg|vraagt|liep|loopt"
    r"|filmt|filmde|probeert|probeerde|has|felt|looked|looks|stood|stands|asked|asks|walked|tried)"
)
_EVENTS = (
    r"overval(?:len)?|beroofd|straatroof|inbraak|inbraken|ingebroken|diefstal|gestolen|ramkraak|plofkraak|poging"
    r"|voorverkenning|verdachte?|aangehouden|gevlucht|steekpartij|schietpartij|geweld|bedreigd|bedreiging"
    r"|weggenomen|buitgemaakt|robbery|robbed|burglary|stolen|theft|attempt|suspicious|arrested|fled|stabbing|shooting"
    r"|threatened"
)
_SIGHTINGS = (
    r"gezien|gespot|gesignaleerd|waargenomen|gevoeld|gefilmd|zojuist|daarnet|gisteren|eergisteren|vanochtend"
    r"|vanmorgen|vanmiddag|vannacht|afgelopen|vorige (?:week|maand)|seen|spotted|noticed|yesterday|just now"
    r"|last (?:night|week|month|weekend)|this morning"
)
_LOOKS = (
    r"auto|busje|bestelbus|scooter|brommer|motor|kenteken|capuchon|bivakmuts|gemaskerd|signalement|lengte|postuur"
    r"|car|moped|motorbike|number plate|hood|balaclava|masked|description"
)
_SIGNS = re.compile(rf"\b(?:{_PEOPLE}|{_EVENTS}|{_SIGHTINGS}|{_LOOKS})\b", re.IGNORECASE)


def incident_signs(text: str) -> list[str]:
    """Return the words that make a text look like one about an incident, each once, in the order of the text."""
    return list(dict.fromkeys(match[0].lower() for match in _SIGNS.finditer(Plain.of(text).text)))
