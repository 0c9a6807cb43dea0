"""Emergency words: tell whether somebody types about danger that is going on, to the bot instead of to 112.

The rule errs on the safe side for short messages and cries; a name of a shop with such a word in it is none.
"""

import re

_ALONE_TEXT = """
    112 911 999 alarm ambulance brand geweld gewond gewonden gijzeling help hellup hulp inbraak mes nood noodgeval
    overval overvaller overvallers pistool plofkraak politie ramkraak ruzie schoten sos steekpartij straatroof vuurwapen
    wapen
    emergency fire gun guns hostage injured knife police robber robbers robbery shooting stabbing weapon
"""
_CRIED_TEXT = "dood geschoten overvallen schieten schiet steekt vechten dead robbed shot stabbed"
_ROBBERY_TEXT = """
    overval overvallen overvaller overvallers beroofd plofkraak ramkraak straatroof robbery robbed robber robbers
"""
_AROUND_TEXT = "we wij ik word wordt worden er is een nu hier help hulp being are am i'm we're now here a the"
_ALONE = frozenset(_ALONE_TEXT.split())
_CRIED = _ALONE | frozenset(_CRIED_TEXT.split())
_ROBBERY = frozenset(_ROBBERY_TEXT.split())
_AROUND = frozenset(_AROUND_TEXT.split())
_MOST_ALONE = 3  # words in a message that is no more than a cry: "help snel kom"
_WEAPON = r"(?:mes|messen|pistool|pistolen|wapens?|vuurwapens?|geweer|bijl|hamer|machete|knife|knives|guns?|weapons?)"
_SENTENCES = re.compile(
    rf"""
    \b(?:heeft|hebben|heb|trekt|zwaait|dreigt|staat|staan|komt|loopt|has|have|got|pulled|holding)\b
      [^.?]{{0,25}}\b{_WEAPON}\b
    | \b(?:word|worden|wordt)\b[^.?]{{0,25}}\b(?:overvallen|beroofd|bedreigd|gegijzeld|geslagen)\b
    | \b(?:schiet|schieten|steekt|bedreigt|bedreigen|gijzelt|gijzelen)\b
    | \b(?:er|het|hier)\b[^.?]{{0,15}}\bbrand\b(?!\w) | \bin\ brand\b
    | \b(?:is|zijn|ligt)\b[^.?]{{0,15}}\b(?:gewond|bewusteloos|neergestoken|neergeschoten)\b
    | \b(?:bel|stuur|haal|waar\ blijft)\b[^.?]{{0,10}}\b(?:112|politie|ambulance|hulp)\b
    | \b(?:help|hulp)\b\ (?:me|mij|ons|snel|nu|alstublieft|please|us)\b | \b(?:heb|hebben)\b[^.?]{{0,10}}\bhulp\ nodig
    | \bbeing\ (?:robbed|threatened|attacked)\b | \b(?:is|are)\ (?:shooting|stabbing|hurt|bleeding)\b
    | \b(?:call|send|get)\b[^.?]{{0,10}}\b(?:112|police|ambulance|help)\b | \bneed\ (?:help|police|an\ ambulance)\b
    """,
    re.VERBOSE,
)


def is_emergency(text: str) -> bool:
    """Return whether the text sounds like danger now: a cry, one such word alone, or a sentence about a weapon, a
    robbery that is going on, or somebody who is hurt. Dutch and English; linear in the length of the text."""
    folded = text[:1000].casefold()
    words = re.findall(r"\w+", folded)
    if not words:
        return False
    if len(words) <= _MOST_ALONE and words[0] in _ALONE and all(word in _CRIED for word in words):
        return True
    if "!" in folded and any(word in _CRIED for word in words):
        return True
    return _SENTENCES.search(folded) is not None


def is_cry_of_robbery(text: str) -> bool:
    """Return whether the text only says that a robbery goes on: "overval!", "we worden overvallen". What tells more, as
    where it is, is a report."""
    words = set(re.findall(r"[\w']+", text[:100].casefold()))
    return bool(words & _ROBBERY) and words <= _ROBBERY | _AROUND and is_emergency(text)
