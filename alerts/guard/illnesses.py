"""Health of people: illness, handicap, addiction, pregnancy."""

import re
from collections.abc import Iterator

from alerts.guard.persons import PERSON, is_said_of_a_person
from alerts.guard.plain import Span

_AS_LOOT = r"(?![a-z]|[- ]?(?:medic|pil|middel|tablet|strip|recept|stop|plein|fonds|poli|kliniek|centrum|vereniging))"
_ILLNESSES = (
    rf"(?:(?:ps[iy]choses?|psychotische?|schizofre(?:en|ne|nie)|schizophreni\w*|schizophrenic|borderline|bipola(?:ir"
    rf"|r)\w*"
    rf"|manische?(?:-depressie(?:f|ve))?|depressie|depressief|depressieve|suïcidaal|suicidaal|suïcidale|suicidal"
    rf"|zelfmoordneigingen"
    rf"|dement(?:ie|e|erende?|ia)?|alzheimer|autis(?:t|te|tisch|tische|me|m|tic)|asperger|adhd|ptss|ptsd|epileps(?:ie"
    rf"|y)"
    rf"|epilepti(?:sche?(?: aanval)?|cus|c)|diabet(?:es|ic|icus)|diabeet|diabeten|hernia|miskraam"
    rf"|[a-z]{{3,14}}stoornis(?:sen)?|long covid|suikerziekte|kanker"
    rf"|(?:ggz|hart|nier|long|hiv|reuma|suiker|kanker|psychiatrisch\w*)[- ]?pati[eë]nt\w*"
    rf"|hart(?:infarct|aanval|aandoening|afwijking|problemen|kwaal)"
    rf"|hiv(?:-positief|-besmet\w*| positive)?|aids|hepatitis(?: [a-c])?|tbc|tuberculose|parkinson|multiple sclerose"
    rf"|tourette|copd|astma|reuma|hersenletsel|hersenbeschadiging|hersenbloeding|beroerte"
    rf"|downsyndroom|syndroom van down|down'?s syndrome|anorexia|cancer){_AS_LOOT})"
)
_STATES = (
    r"(?:verslaafd(?:en?)?|drugsverslaafd(?:en?)?|alcoholverslaafde?|gokverslaafde?|[a-zïë]{3,12}verslaafd(?:en?)?|verslaving|junks?"
    r"|junkies?|junkie"
    r"|alcoholisten|alcoholist|alcoholiste|alcoholic|drugsgebruikers?|drug addicts?|addicts?|addicted|crackhead"
    r"|on crack"
    r"|zwangere?|hoogzwangere?|zwangerschap|in verwachting|pregnant"
    r"|gehandicapten?|verstandelijk(?:e)? (?:beperk\w*|gehandicapt\w*)|licht verstandelijk beperkt|zwakbegaafde?"
    r"|lichamelijk"
    r" beperkt\w*|geestelijk (?:gehandicapt\w*|ziek\w*|gestoord\w*)|psychisch\w* (?:\w+ )?(?:ziek\w*|patiënt\w*"
    r"|probleem"
    r"|problemen|gestoord\w*|in de war|klachten|nood|labiel|stoornis)|psychiatrisch\w* (?:patiënt\w*|verleden|probleem"
    r"|problemen|stoornis|ziek\w*|achtergrond)|geestesziek\w*|zenuwziek\w*|mentally (?:ill|disabled|unstable"
    r"|handicapped)"
    r"|mental (?:illness|health (?:issues?|problems?))|psychotic|psychosis|demented"
    r"|(?:in|met|zit in) (?:een |zijn |haar )?(?:elektrische )?rolstoel|rolstoelgebruikers?|in (?:a|his"
    r"|her) wheelchair|wheelchair user"
    r"|kunstbeen|beenprothese|armprothese|prosthetic \w+|doofstomme?|slechthorende?|slechtziende?|hearing impaired"
    r"|spastisch\w*|verlamd\w*|paralysed|paralyzed|kreupele?|mank lopende?|(?:loopt|liep|lopend) mank|manke|stotteraar"
    r"|terminaal|ongeneeslijk ziek|ernstig ziek|chronisch ziek|overspannen|burn-?out|verwarde? toestand"
    r"|maakt(?:e)? een verwarde indruk|totaal verward|erg verward|helemaal in de war|in de war|disabled|handicapped)"
)
_OF_A_PERSON = (
    r"(?:verwarde?|zieke|blinde|dove|invalide|geesteszieke|demente|labiele|confused|ill|sick|blind|deaf|lame"
    r"|gestoorde|psychische)"
)
_BETWEEN = r"(?:,? (?!en |de |die )[a-zë-]{2,12}e|,? (?:old|older|young|elderly)){0,2}"
_PARKING = r"(?![- ]?(?:parkeer|parking|plaats|toilet|wc|bay|space|plek|ingang|access|lift|pull))"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b({_ILLNESSES})\b",
        rf"(?<!voor )\b({_STATES}){_PARKING}\b",
        rf"\b({_OF_A_PERSON})(?={_BETWEEN},? (?:{PERSON})\b)",
        r"\b(?:is|was|zijn|waren|are|were|al|nog|leek|seemed|appeared|half|bijna|geheel|totally|zeer|behoorlijk|nogal"
        r"|erg)"
        r" (verward|ziek(?! van)|ziekjes|blind|doof|invalide|besmet|psychisch|confused|deaf|disabled|mentally ill)"
        r"(?=[.,;!?]| en\b| and\b| aan\b| geraakt\b|$)",
        r"\b(?:heeft|had|hebben|has|positief op|positive for) (corona|covid(?:-19)?)\b",
        r"\b(ziek gemeld|ziekgemeld|meldde zich ziek|ziek thuis|langdurig ziek|called in sick)\b",
    )
)
_CLOSING = re.compile(r"\b(?:verward|ziek|blind|doof|invalide|zwakbegaafd|mank)\b")
_LOOT = re.compile(
    r"\b(?:medicijn\w*|medicatie|pillen|recepten|insuline|medicines?|medication|apotheek|voorlichting"
    r"|collecte)\b[^.]{0,25}$"
)
_LOOK_BACK = 45  # signs before an illness that may say that its medicine was taken


def illnesses(small: str) -> Iterator[Span]:
    """The words that tell of somebody's health, in a plain text in small letters; not medicines that were taken."""
    for match in _CLOSING.finditer(small):
        if is_said_of_a_person(small, *match.span()):
            yield match.span()
    for pattern in _PATTERNS:
        for match in pattern.finditer(small):
            if not _LOOT.search(small[max(0, match.start() - _LOOK_BACK) : match.start()]):
                yield match.span(1)
