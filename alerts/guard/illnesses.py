"""Words that tell the health of people: illness, handicap, addiction, pregnancy."""

import re
from collections.abc import Iterator

from alerts.guard.alternatives import by_initial
from alerts.guard.persons import PERSON, is_said_of_a_person
from alerts.guard.plain import Span
from alerts.guard.words import WordPatterns, Words

_AS_LOOT = r"(?![a-z]|[- ]?(?:medic|pil|middel|tablet|strip|recept|stop|plein|fonds|poli|kliniek|centrum|vereniging))"
_ILLNESSES = (
    rf"(?:(?:ps[iy]choses?|psychotische?|schizofre(?:en|ne|nie)|schizophreni\w{{0,40}}|schizophrenic"
    rf"|borderline|bipola(?:ir"
    rf"|r)\w{{0,40}}"
    rf"|manische?(?:-depressie(?:f|ve))?|depressie|depressief|depressieve|suïcidaal|suicidaal|suïcidale|suicidal"
    rf"|zelfmoordneigingen"
    rf"|dement(?:ie|e|erende?|ia)?|alzheimer|autis(?:t|te|tisch|tische|me|m|tic)|asperger|adhd|ptss|ptsd|epileps(?:ie"
    rf"|y)"
    rf"|epilepti(?:sche?(?: aanval)?|cus|c)|diabet(?:es|ic|icus)|diabeet|diabeten|hernia|miskraam"
    rf"|long covid|suikerziekte|kanker"
    rf"|(?:ggz|hart|nier|long|hiv|reuma|suiker|kanker|psychiatrisch\w{{0,40}})[- ]?pati[eë]nt\w{{0,40}}"
    rf"|hart(?:infarct|aanval|aandoening|afwijking|problemen|kwaal)"
    rf"|hiv(?:-positief|-besmet\w{{0,40}}| positive)?|aids|hepatitis(?: [a-c])?|tbc|tuberculose|parkinson"
    rf"|multiple sclerose"
    rf"|tourette|copd|astma|reuma|hersenletsel|hersenbeschadiging|hersenbloeding|beroerte"
    rf"|downsyndroom|syndroom van down|down'?s syndrome|anorexia|cancer){_AS_LOOT})"
)
_STATES = by_initial(
    r"(?:verslaafd(?:en?)?|drugsverslaafd(?:en?)?|alcoholverslaafde?|gokverslaafde?|verslaving|junks?"
    r"|junkies?|junkie"
    r"|alcoholisten|alcoholist|alcoholiste|alcoholic|drugsgebruikers?|drug addicts?|addicts?|addicted|crackhead"
    r"|on crack"
    r"|zwangere?|hoogzwangere?|zwangerschap|in verwachting|pregnant"
    r"|gehandicapten?|verstandelijk(?:e)? (?:beperk\w{0,40}|gehandicapt\w{0,40})"
    r"|licht verstandelijk beperkt|zwakbegaafde?"
    r"|lichamelijk"
    r" beperkt\w{0,40}|geestelijk (?:gehandicapt\w{0,40}|ziek\w{0,40}|gestoord\w{0,40})"
    r"|psychisch\w{0,40} (?:\w{1,40} )?(?:ziek\w{0,40}|patiënt\w{0,40}"
    r"|probleem"
    r"|problemen|gestoord\w{0,40}|in de war|klachten|nood|labiel|stoornis)"
    r"|psychiatrisch\w{0,40} (?:patiënt\w{0,40}|verleden|probleem"
    r"|problemen|stoornis|ziek\w{0,40}|achtergrond)|geestesziek\w{0,40}|zenuwziek\w{0,40}|mentally (?:ill"
    r"|disabled|unstable"
    r"|handicapped)"
    r"|mental (?:illness|health (?:issues?|problems?))|psychotic|psychosis|demented"
    r"|(?:in|met|zit in) (?:een |zijn |haar )?(?:elektrische )?rolstoel|rolstoelgebruikers?|in (?:a|his"
    r"|her) wheelchair|wheelchair user"
    r"|kunstbeen|beenprothese|armprothese|prosthetic \w{1,40}|doofstomme?|slechthorende?|slechtziende?|hearing impaired"
    r"|spastisch\w{0,40}|verlamd\w{0,40}|paralysed|paralyzed|kreupele?|mank lopende?|(?:loopt|liep"
    r"|lopend) mank|manke|stotteraar"
    r"|terminaal|ongeneeslijk ziek|ernstig ziek|chronisch ziek|overspannen|burn-?out|verwarde? toestand"
    r"|maakt(?:e)? een verwarde indruk|totaal verward|erg verward|helemaal in de war|in de war|disabled|handicapped)"
)
_OF_A_PERSON = by_initial(
    r"(?:verwarde?|zieke|blinde|dove|invalide|geesteszieke|demente|labiele|confused|ill|sick|blind|deaf|lame"
    r"|gestoorde|psychische)"
)
_BETWEEN = r"(?:,? (?!en |de |die )[a-zë-]{2,12}e|,? (?:old|older|young|elderly)){0,2}"
_PARKING = r"(?![- ]?(?:parkeer|parking|plaats|toilet|wc|bay|space|plek|ingang|access|lift|pull))"
_PATTERNS = WordPatterns(
    rf"\b({_ILLNESSES})\b",
    rf"(?<!voor )\b({_STATES}){_PARKING}\b",
    rf"\b({_OF_A_PERSON})(?={_BETWEEN},? (?:{PERSON})\b)",
    r"\b(?:is|was|zijn|waren|are|were|al|nog|leek|seemed|appeared|half|bijna|geheel|totally|zeer|behoorlijk|nogal"
    r"|erg)"
    r" (verward|ziek(?! van)|ziekjes|blind|doof|invalide|besmet|psychisch|confused|deaf|disabled|mentally ill)"
    r"(?=[.,;!?]| en\b| and\b| aan\b| geraakt\b|$)",
    r"\b(?:heeft|had|hebben|has|positief op|positive for) (corona|covid(?:-19)?)\b",
    r"\b((?:loopt|zit|is onder behandeling|in behandeling) bij (?:de |een )?(?:ggz|psychiater|verslavingszorg))\b",
    r"\b((?:aan de|gebruikt) (?:naald|drank|coke|cocaïne|crack|heroïne|methadon|spuit))\b",
    r"\b((?:kleintje|kindje|baby) op komst|expecting a (?:baby|child))\b",
    r"\b((?:heeft maar|mist|has only|only has|missing) (?:één|een|the one|one|an?) (?:arm|been|hand|oog|leg|eye))\b",
    r"\b(ziek gemeld|ziekgemeld|meldde zich ziek|ziek thuis|langdurig ziek|called in sick)\b",
)
# Ends of compounds: they follow the name of the addiction or disorder.
_COMPOUND = re.compile(r"(?<=[a-zïë])(?:verslaafd(?:en?)?|stoornis(?:sen)?|pati[eë]nt(?:en|e)?)\b")
_NO_ILLNESS = re.compile(r"(?:ziekenhuis|huisarts|dag|noord|tandarts|fysio)?pati")
_CLOSING = WordPatterns(r"\b(?:verward|ziek|blind|doof|invalide|zwakbegaafd|mank)\b")
_LOOT = re.compile(
    r"\b(?:medicijn\w{0,40}|medicatie|pillen|recepten|insuline|medicines?|medication|apotheek|voorlichting"
    r"|collecte)\b[^.]{0,25}$"
)
_LONGEST_WORD = 20  # characters
_LOOK_BACK = 45  # characters before an illness that may say that its medicine was taken as loot


def illnesses(small: str, words: Words) -> Iterator[Span]:
    """Find words that tell somebody's health, in a plain text in small letters; not medicines that were taken as
    loot."""
    for match in _CLOSING.finditer(small, words):
        if is_said_of_a_person(small, *match.span()):
            yield match.span()
    for match in _PATTERNS.finditer(small, words):
        if not _is_loot(small, match.start()):
            yield match.span(1)
    for match in _COMPOUND.finditer(small):
        start = _start_of_word(small, match.start())
        if not (_is_loot(small, start) or _NO_ILLNESS.match(small, start)):
            yield start, match.end()


def _is_loot(small: str, start: int) -> bool:
    return _LOOT.search(small[max(0, start - _LOOK_BACK) : start]) is not None


def _start_of_word(small: str, place: int) -> int:
    earliest = max(0, place - _LONGEST_WORD)
    while place > earliest and small[place - 1].isalpha():
        place -= 1
    return place
