"""Words for a language or an accent that tell the origin of a person described; origin is told to the police by phone
only.

A language that stands neutrally (who translates, what the announcer spoke) tells nothing of a suspect. Dutch and
English tell nothing of anybody here.
"""

import re
from collections.abc import Iterator

from alerts.guard.alternatives import by_initial
from alerts.guard.peoples import adjectives
from alerts.guard.plain import Span
from alerts.guard.words import WordPatterns, Words

_LANGUAGE = by_initial(
    r"(?:pools|roemeens|bulgaars|arabisch|turks|marokkaans|berbers|tarifit|russisch|oekra[iï]ens|spaans|portugees"
    r"|italiaans|frans|duits|albanees|servisch|kroatisch|bosnisch|joegoslavisch|litouws|lets|ests|hongaars|tsjechisch"
    r"|slowaaks|koerdisch|farsi|perzisch|dari|pasjtoe|urdu|hindi|chinees|mandarijn|vietnamees|thais|somalisch|tigrinya"
    r"|amhaars|papiament[so]?|sranan\w{0,6}|surinaams|antilliaans|grieks|hebreeuws|romani|sinti|georgisch|armeens"
    r"|(?:oost|zuid)-?europees|afrikaans|slavisch|polish|romanian|bulgarian|arabic|turkish|moroccan|berber|russian"
    r"|ukrainian|spanish|portuguese|italian|french|german|albanian|serbian|croatian|lithuanian|latvian|hungarian|czech"
    r"|kurdish|chinese|mandarin|vietnamese|somali|greek|hebrew|slavic)"
)
_ACCENTED = by_initial(
    r"(?:(?:oost|zuid|noord|west)-?(?:europe(?:es|se)|afrikaanse?)|(?:north|east(?:ern)?|west|south)[- ]?(?:african"
    r"|european)|poolse?|roemeense?|bulgaarse?|arabische?|turkse?|marokkaanse?|russische?|oekra[iï]ense?|spaanse?"
    r"|portuge(?:es|se)|italiaanse?|franse?|duitse?|belgische?|vlaamse?|albane(?:es|se)|servische?|balkan|litouwse?"
    r"|hongaarse?|koerdische?|chine(?:es|se)|vietname(?:es|se)|somalische?|surinaamse?|antilliaanse?|afrikaanse?"
    r"|aziatische?|slavische?|buitenlandse?|oosterse?|engelse?|amerikaanse?|polish|romanian|bulgarian|arabic|turkish"
    r"|moroccan|russian|ukrainian|spanish|portuguese|italian|french|german|albanian|african|asian|slavic|foreign"
    r"|surinamese|american|english|british|irish|scottish|belgian)"
)
_SPEAKS = (
    r"(?:sprak(?:en)?|spreekt|spreken|praat(?:te|ten)?|praten|riep(?:en)?|schreeuwden?|spoke|speaks?|speaking|talk(?:ed"
    r"|ing|s)?)"
)
_SPOKEN = WordPatterns(
    rf"\b{_SPEAKS}\b(?: (?:[a-z'-]{{1,14}},? ){{0,5}}| )({_LANGUAGE})\b",
    rf"\b({_LANGUAGE}) (?:aan het praten|sprekende?|tegen elkaar|onder elkaar|met elkaar|{_SPEAKS}"
    rf"|te praten|gesproken)\b",
    rf"\b({_ACCENTED}) (?:accent|tongval|klinkende?|sounding)\b",
    rf"\b({_LANGUAGE})-?(?:sprekende?|talige?|speaking)\b",
)
_WHO_IS_DESCRIBED = re.compile(
    r"\b(?:daders?|verdachten?|overvallers?|die(?:f|ven)|winkeldie(?:f|ven)|inbrekers?|oplichters?|beller|man|mannen"
    r"|vrouw(?:en)?|jongens?|jongeman|jongemannen|meisjes?|meiden|kerels?|gasten|gozers?|vent|duo|groep(?:je)?|bende"
    r"|stel(?:letje)?|personen|persoon|signalement|hij|zij|ze|ie|m[ae]n|wom[ae]n|guys?|boys?|girls?|lads?|he|she|they"
    r"|suspects?|thie(?:f|ves)|gang|youths?|individuals?)\b"
)
_WHO_IS_NOT = re.compile(
    r"\b(?:iemand|wie|klant(?:en)?|omroep\w{0,4}|medewerk\w{0,6}|collega'?s?|ik|wij|we|je|jij|u|jullie"
    r"|agent\w{0,2}|toerist\w{0,2}"
    r"|gids|tolk|leverancier|vrijwillig\w{0,4}|eigenaar|winkelier|apotheker|buurvrouw|buurman|stagiaire?|cursus|les|app"
    r"|folder|website|someone|somebody|who|i|you|customers?|staff|colleagues?|tourists?|interpreter|announcer)\b"
)
_CLAUSE = re.compile(r"[.;!?]")
_LOOK_BACK, _LOOK_ON = 90, 40
# Adjectives that name no language that tells origin: English, and words that only stand before another word.
_NO_LANGUAGE = re.compile(r"engels|english|brits|british|amerikaans|american|[^\W_]{1,30}se")
_SPEAKS_BEFORE = re.compile(rf"\b{_SPEAKS}\b(?: (?:[a-z'-]{{1,14}},? ){{0,5}}| )$")
_SPOKEN_BEHIND = re.compile(r" (?:accent|tongval|klinkende?|sounding)\b|-(?:sprekende?|talige?|speaking)\b")
_FAR = 80  # characters before a language in which somebody may be said to speak it


def languages(small: str, words: Words) -> Iterator[Span]:
    """Find languages and accents of a person described, in a plain text in small letters."""
    for match in _SPOKEN.finditer(small, words):
        if _is_of_somebody(small, match.start(), match.start(1), match.end()):
            yield match.span(1)
    for match in adjectives(small, words):
        start, end = match.span()
        said, follows = _SPEAKS_BEFORE.search(small, max(0, start - _FAR), start), _SPOKEN_BEHIND.match(small, end)
        if not follows and (not said or _NO_LANGUAGE.fullmatch(match[0])):
            continue
        if _is_of_somebody(small, said.start() if said else start, start, follows.end() if follows else end):
            yield start, end


def _is_of_somebody(small: str, begun: int, start: int, end: int) -> bool:
    """Whether the language at `start`, in words from `begun` to `end`, is that of the person described."""
    before = _CLAUSE.split(small[max(0, begun - _LOOK_BACK) : start])[-1]
    behind = _CLAUSE.split(small[end : end + _LOOK_ON], maxsplit=1)[0]
    return bool(_WHO_IS_DESCRIBED.search(before)) or not _WHO_IS_NOT.search(before + behind)
