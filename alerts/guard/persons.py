"""Words for people, Dutch and English, which make `zwarte` describe a skin and not a jacket."""

import re

from alerts.guard.alternatives import by_initial

PERSON = by_initial(
    r"(?:mannen|mannetjes?|man|vrouwen|vrouw|vrouwtje|jongens?|jongetje|jongemannen|jongeman|jongelui|jongeren|jongere"
    r"|meisjes?|meiden|meid|dames?|her(?:en|r)|heer|kerels?|kerel|gasten|gast|gozers?|knullen|knul|vent|venten|lui"
    r"|personen|persoon|mensen|mens|figuren|figuur|types?|individu(?:en)?|daders?|daderes|verdachten?|overvallers?"
    r"|dief|dieven|inbrekers?|winkeldief|winkeldieven|bende|bendes|groep|groepje|groepjes|duo|stel|stelletje|koppel"
    r"|klanten|klant|bezoekers?|medewerkers?|medewerkster|collega's|collega|chauffeurs?|bestuurders?|bestuurster"
    r"|passagiers?|bijrijders?|tieners?|puber|pubers|kind|kinderen|gezin|familie|buurman|buurvrouw|oma|opa"
    r"|zakkenrollers?|zakkenrolsters?|oplichters?|oplichtsters?|bedelaars?|bezorgers?|koeriers?|straatrovers?"
    r"|[a-z]{2,12}bendes?|echtpaar|stelletje|trio|tweetal|drietal|viertal|vijftal|jeugd|tuig|criminelen?|boef|boeven"
    r"|dievegges?|handlangers?|arbeiders?|werknemers?|vluchtelingen?|vluchteling|asielzoekers?|toeristen|toerist"
    r"|student(?:en|es?)?|bouwvakkers?|verkopers?|verkoopsters?|dealers?|leerlingen?|leerling|stagiaires?|monteurs?"
    r"|schoonmakers?|leveranciers?|eigenaars?|eigenaresse|caissières?|winkelier(?:s|ster)?|getuigen?|slachtoffers?"
    r"|moslim(?:s|a'?s?)?|meneer|mevrouw|broers?|zussen|zus|neven|neef|moeders?|vaders?|ouders|agent(?:en|e)?"
    r"|m[ae]n|males?|females?|wom[ae]n|ladies|lady|boys?|girls?|guys?|blokes?|lads?|kids?|teens?|teenagers?|youths?"
    r"|persons?|people|individuals?|suspects?|robbers?|thieves|thief|burglars?|offenders?|perpetrators?|gang"
    r"|group|couple|customers?|drivers?|gentlem[ae]n|dude|dudes|fellow|adults?)"
)
"""A word for one or more people, in small letters."""

LOOKS = by_initial(
    r"(?:uiterlijk|uiterl\.?|afkomst|komaf|origine|herkomst|afstamming|achtergrond|nationaliteit|roots"
    r"|etniciteit|uitziende?"
    r"|ogende?|appearance|descent|origins?|background|heritage|nationality|ethnicity|complexion|looking)"
)
"""A word that announces where somebody comes from or how they look."""

_SUBJECT = re.compile(
    rf"\b(?:hij|zij|ze|ie|he|she|they|{PERSON})(?: (?!een |de |het |zijn |haar )[a-zë]{{2,14}}){{0,3}} $"
)
_VERB = re.compile(r" (?:is|was|zijn|waren|zou|zouden|bleek|bleken|blijkt|lijkt|leek|leken|wordt|werd)\b")
_LOOK_BACK = 60  # characters before a word that may say of whom it is said


def is_said_of_a_person(small: str, start: int, end: int) -> bool:
    """Whether the word closes a clause about a person, its verb behind it: `dat zij ... is`, `dader zou ... zijn`."""
    return bool(_VERB.match(small, end) and _SUBJECT.search(small[max(0, start - _LOOK_BACK) : start]))
