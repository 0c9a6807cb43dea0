"""Numbers that count no offenders: staff, customers, victims and witnesses, times and addresses."""

import re

_BEFORE = re.compile(
    r"(?:\b(?:andere|ander|other|overige|mijn|onze|my|our|kamer|nummer|nr|kassa|gang|lijn|om|at|rond|past|"
    r"to|half|voor|over|kwart|hoeveel|many|tafel|pomp|perron|verdieping|etage|vak|maat|loket|balie|table|pump|floor|"
    r"platform|aisle|desk|size|number|for|jullie|your|tegen|omstreeks|klokslag|sinds|vanaf|met ons|meter|m|of wij|we|"
    r"(?:waren|staan|stonden|zijn|werken|werkten) (?:we|wij)(?: [a-z]{2,8})? met|"
    r"(?:we|wij) (?:waren|staan|stonden|zijn|werken|werkten)(?: [a-z]{2,8})? met|"
    r"van de|of the|room)|[a-z]{2,20}(?:straat|laan|plein|gracht|kade|singel|dijk|weg|street|road|lane|avenue)) $"
)
_BEHIND = re.compile(
    r" (?:van ons|personeel|op dienst|werken|werkt|work|of us|of ours|in dienst|aan het werk|in de rij|in line|"
    r"in the queue|van de (?:politie|beveiliging|thuiszorg)|politie|beveiliging|staff|on shift|on duty|"
    r"van het personeel|sterk personeel)\b"
)
_HURT = re.compile(
    r" (?:(?:die|who) )?(?:(?:is|are|zijn|raakten|werden|were|got|has been|have been) )?"
    r"(?:(?:licht|zwaar|lightly|badly) )?"
    r"(?:gewond|bedreigd|geslagen|mishandeld|slachtoffer|beroofd|bestolen|mugged|injured|hurt|wounded|threatened|tied "
    r"up|vastgebonden)\b(?! (?:us|me|him|her|our|my|the|staff|a)\b)"
    r"| (?:zijn|werden|were|got) (?:beroofd|overvallen|robbed|mugged|attacked|aangevallen)\b"
)
_BY = re.compile(r"\b(?:door|by|van|from|met|with) (?:[a-z]{1,12} )?$")
_CUSTOMERS = re.compile(r"(?:klanten|customers|bezoekers|visitors|kinderen|children|guests|passagiers|passengers)$")
_WERE_THERE = re.compile(
    r" (?:hier |in de |in the |die |nog )?(?:binnen|inside|winkel|zaak|shop|store|aanwezig|present|schuilden|lagen|"
    r"moesten|waren|were|was|had to)\b"
)
_CHILDREN = re.compile(r"(?:kinderen|kids|children|kind)$")
_PARENT = re.compile(r"\b(?:moeder|vader|vrouw|man|ouders|mother|father|woman|gezin|familie|family) (?:met|with) $")
# Where one of these is told of, customers are customers.
_OFFENDER = re.compile(
    r"\b(?:man|vent|dader|daders|overvaller|overvallers|hij|jongen|vrouw|overval|overvallen|beroofd|robber|robbers|"
    r"robbery|"
    r"robbed|mes|pistool|wapen|knife|gun|he|she)\b"
)
_SAW = re.compile(
    r" (?:(?:die|who|hebben|have|het|dit|it) ){0,2}(?:zagen|saw|hoorden|heard|meldden|belden|vertelden|told us|"
    r"said|zeiden|zeggen|klagen|klaagden|complained|reported|noticed|schrokken|vluchtten de|keken toe)\b"
)
# A bare number is a time, or the number of something, behind these.
_OF_SOMETHING = re.compile(
    r"(?:\b(?:om|rond|rondom|omstreeks|tegen|klokslag|voor|na|over|half|kwart|tot|vanaf|sinds|circa|ca|about|around|at|"
    r"by|after|before|past|to|till|until|since|from|kassa|pomp|kamer|nummer|nr|tafel|gang|lijn|room|number|pump|dader|"
    r"verdachte|suspect|van de|of the|andere|other|all|alle|both|van die|ruim|bijna|nearly|almost|we|wij|took|stole|"
    r"smashed|nam|namen|pakte|pakten|kocht|bought)|"
    r"[a-z]{2,20}(?:straat|laan|plein|gracht|kade|singel|dijk|weg|street|road|lane|avenue)) $"
)


def are_others(small: str, start: int, end: int) -> bool:
    """Whether what is counted here is staff, customers, victims or witnesses, or the rest of those counted already."""
    before = small[max(0, start - 30) : start]
    if _BEFORE.search(before) or _BEHIND.match(small, end) or _SAW.match(small, end):
        return True
    is_told = bool(_OFFENDER.search(small)) and not _BY.search(before)
    if _CUSTOMERS.search(small, start, end) and (_WERE_THERE.match(small, end) or is_told):
        return True
    if _CHILDREN.search(small, start, end) and _PARENT.search(before):
        return True
    return bool(_HURT.match(small, end)) and not _BY.search(before)


def is_of_something(small: str, start: int) -> bool:
    """Whether a bare number that begins here is a time of the clock, or the number of a street, a room or a till."""
    return bool(_OF_SOMETHING.search(small[max(0, start - 30) : start]))
