"""Claims: which parts of a text tell something that happened. Questions, hypotheticals and wishes do not."""

import re
from collections.abc import Sequence

from alerts.reading.patterns import Patterns
from alerts.reading.tokens import Token, Tokens

_VERBS_FIRST = (
    r"(?:kan|kun|kunnen|mag|mogen|moet|moeten|krijg|krijgen|zou|zouden|wil|willen|wilt|zullen|zal|doen|doe|"
    r"gaan|heb|hebben|heeft|kent|sluit|klopt"
    r"|is|zijn|werkt|weten|weet|worden|wordt|can|could|may|must|should|would|will|do|does|did|is|are|am|have|has|was)"
)
# A clause that begins like this asks something, with or without a question mark.
_ASKS = re.compile(
    r"(?:en |of |maar |and |or |but |ik vraag me af |vraagje |vraag |hoi |hallo |hey |hi |hello |"
    r"goedemorgen |goedemiddag "
    r"|goedenavond |goedendag |goeiemorgen |goedeavond |beste |pardon |sorry |please |ps |eh |uh |dus |so |"
    r"ok |oke |okay |jongens |mensen |collega's |guys |people |allemaal |hey guys ){0,3}"
    r"(?:(?:hoe(?! (?:gevlucht|weg|vertrokken|ze|hij|de))|waarom|wie|welke|hoezo|hoelang|hoeveel|how|"
    r"why|who|which|whose|waarvoor|waarmee|waarop|"
    r"wiens)\b(?! (?:dan )?ook)"
    r"|(?:wat|waar|wanneer|what|when|where) (?:is|zijn|kan|kun|kunnen|moet|moeten|doe|doen|doet|gebeurt|"
    r"kost|kosten|betekent"
    r"|do|does|did|are|should|happens|would|must|can|kan|vind|staat|vinden|zal|wordt|als|if|houdt|mag|krijg|"
    r"ik|jullie|gaat)\b"
    r"|(?:kan|kun|kunnen|mag|mogen|moet|moeten|krijg|krijgen|zou|zouden|willen|wilt|wil) "
    r"(?:ik|je|jij|jullie|u|we|wij|iemand|mijn|mn|men|deze|dit|het|er|de|een|ook)\b"
    r"|(?:can|could|may|must|should|would|will|do|does|did) (?:i|you|we|it|they|my|anyone|someone|somebody|"
    r"this|the)\b"
    r"|(?:iemand|anyone|anybody|someone|wie) (?:nog (?:een|n|tips?|ervaring|ideeen|advies)|een (?:goed|goede|idee|tip)"
    r"|tips?|ervaring|any|know|knows|got a|recommend|hier (?:ervaring|ook (?:last|een)))\b"
    r"|(?:denk|vind|weet|ken|heb|zie|zien|horen|hoor|telt?|geldt|hoort|bedoelt?|snappen|snap|gelooft?|werken|werkt|"
    r"komt|"
    r"komen|staat|zit|past|lukt|helpt|mist|think|know|reckon) (?:je|jij|jullie|u|het|dit|dat|that|it|you|als|iemand)\b"
    r"|(?:is|are) (?:this|it|there|that|anybody|anyone|you|the)\b|is er (?:iemand|een manier)\b|is dit\b|is het\b)"
)
# Within a sentence without a question mark a clause that begins with `hoe` is told of: he asked how.
_ASKS_AMID = re.compile(
    r"(?:kan|kun|kunnen|mag|mogen|moet|moeten|krijg|zou|zouden|wilt) (?:ik|je|jij|jullie|u|we|wij|iemand)\b"
    r"|(?:wat|hoe) (?:moet|kan|doe) ik\b|(?:can|could|should|would|will) (?:i|you|we|anyone|someone|somebody)\b"
)
# What is said not to be known is told, and not asked.
_TELLS_UNKNOWN = re.compile(
    r"[^,;:.!?]*\b(?:onbekend|unknown|niet bekend|not known|unclear|onduidelijk|weet niemand|weten we niet|weet ik niet"
    r"|weten wij niet|nobody knows|niet gezien)\b"
)
_IN_QUESTION = re.compile(rf"{_VERBS_FIRST}\b|(?:wat|waar|wanneer|what|when|where|who|wie|hoe|how|of)\b")
_SUPPOSES = re.compile(
    r"(?:wat|en|maar|stel|zelfs|dus|ook|and|but|so|also|even)? ?(?:als (?:[a-z]+ (?:[a-z]+ )?ooit|er|iemand|ik ooit|"
    r"je ooit|ze ooit|"
    r"we ooit|ik straks|er ooit)\b"
    r"|if (?:[a-z]+ ever|a|an|someone|somebody|anyone|i|there|they|we|he|the|two|ever|my)\b)"
    r"|(?:wat als|stel (?:nou |nu |eens |dus )?dat|stel er|stel je|stel,? |what if|suppose|imagine|in case|in geval|"
    r"mocht er|"
    r"mochten er|mocht iemand|stel ik)\b"
)
_STEL = re.compile(r"stel (?!dat|nou|nu|eens|dus|er|je|ik|,)")
# `hetzelfde stel dat vorige week ...` are two people.
_A_PAIR = re.compile(
    r"\b(?:een|het|hetzelfde|zelfde|dit|dat|n|jong|ander|eerste|tweede|vreemd|raar|verdacht|onbekend|ouder|net|"
    r"keurig) stel $"
)
_SUPPOSES_INSIDE = re.compile(
    r"\b(?:what if|wat als|stel dat|what happens if|suppose that|in het geval dat|doen als)\b"
)
_NOT_MEANT = re.compile(
    r"\b(?:(?:we|wij|ik) (?:zoeken?|zoek) (?:nog|per direct|een|twee|iemand|voor|met spoed|naar een)|gezocht ?:|we "
    r"are looking "
    r"for|i'?m looking for|goed nieuws|good news|grapje|geintje|grapjes|just kidding|only kidding|jk|just a joke|"
    r"aprilgrap|"
    r"oefenmelding|dit is een oefening"
    r"|this is a drill|in de krant|op het nieuws|in het nieuws|op de radio|ik las|gelezen dat|lees ik|i "
    r"read|in the news"
    r"|on the news|in the paper|in the newspaper|aantal overvallen|minder overvallen|meer overvallen|in een film"
    r"|pleeg ik|beroof ik|overval ik|steel ik|jat ik|ik (?:ga|zou|wil|kan) (?:[a-z]+ ){0,7}(?:beroven|overvallen|"
    r"overval plegen"
    r"|stelen)(?! (?:melden|doorgeven|worden))|i(?:'ll| will| could| would| might|'m going to| am going to) (?:go "
    r")?(?:and )?"
    r"(?:just )?(?:rob|steal|raid)"
    r"|(?:niet|geen zorgen,? niet) schrikken|don'?t (?:be alarmed|panic|worry)\b"
    r"|(?:de|een|die|the|a|that) (?:film|serie|movie|series|show|documentaire|documentary)\b[^.]{0,30}\b(?:gezien|"
    r"gekeken|"
    r"watched|saw|seen)"
    r"|(?:pinpas|paraplu|bril|sjaal|portemonnee|wallet|umbrella|purse|bankpas|telefoon|jas|sleutels?)\b[^.,]{0,25}"
    r"(?:laten liggen|vergeten|left behind)"
    r"|verkeerd(?:e)? (?:knopje|knop|chat|groep)|wrong (?:button|group|chat)"
    r"|(?:vroeger|ooit|jaren geleden|zelf ook|zelf wel|years ago|in the past|once) (?:[a-z]+ ){0,4}(?:overval|"
    r"overvallen|robbery|"
    r"robbed|beroofd)\b[^.]{0,30}(?:meegemaakt|geweest|daarom|before|so i)"
    r"|(?:tekening|tekende|drew|drawing|picture|schilderij) (?:[a-z]+ ){0,3}(?:overvaller|boef|robber|thief|dief)"
    r"|als (?:die|hij|ze|iemand|er|dat)\b[^.;]{0,50}\b(?:bel|ren|sla|doe|ga|zal|meld|schreeuw|gooi) ik\b"
    r"|if (?:he|she|they|anyone|someone|that)\b[^.;]{0,50}\b(?:i'll|i will|i'd|i would)\b"
    r"|in mijn tijd|tegenwoordig|in my day|these days|nowadays"
    r"|(?:ik|i) (?:een |op een |like a )?(?:overvaller|boef|dief|robber|thief|burglar) (?:lijk|ben)|(?:i|"
    r"ik) (?:look|lijk) "
    r"(?:like|op|net|wel)\b"
    r"|overvallen (?:door|met) (?:de |al die |alle )?(?:klanten|werk|vragen|drukte|mails|telefoontjes|vermoeidheid|"
    r"slaap|"
    r"regen|emotie\w*)|(?:robbed|overvallen|beroofd) (?:by|door) (?:the |de |mijn |our |my )?(?:energy|tax|"
    r"insurance|bank|"
    r"landlord|government|belasting\w*|energie\w*|verzekering\w*|gemeente|baas|boss)"
    r"|(?:op|on) (?:de )?(?:tv|televisie|netflix|youtube|nederland 1|npo|videoland)\b|documentar\w+"
    r"|(?:komt|komen|comes|is coming|are coming) (?:op )?(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|"
    r"morgen\w*|overmorgen|volgende|straks|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|next)\b"
    r"|\b(?:cursus|rollenspel|workshop|lezing|spreekbeurt|role ?play|webinar)\b|^\W*(?:hopelijk|hopefully|"
    r"let's hope|fingers "
    r"crossed)\b"
    r"|(?:bij|tijdens|na|in case of|during) (?:een|a) (?:overval|robbery) (?:altijd|moet|niet|nooit|is het|blijf|"
    r"always|never|"
    r"you)\b"
    r"|^(?:gratis )?tip(?= ?:)|(?:oefent|oefenen|training exercise)"
    r"|(?:was|is|bleek|just) (?:maar |gewoon |just |only )?(?:een|a) (?:flauwe |silly )?(?:grap|geintje|joke|prank)"
    r"|(?:op|on) (?:facebook|twitter|instagram|tiktok|internet|the internet|nu\.nl|social media)"
    r"|(?:picture|photo|foto|bericht|filmpje) (?:that |die |dat )?(?:you|jullie) (?:sent|stuurden|plaatsten|posted|"
    r"delen)"
    r"|(?:stagiairs?|collega'?s?|schoonmakers?|monteurs?|interns?) (?:bleek|bleken|te zijn)"
    r"|number of robberies|fewer robberies|gedroomd|droomde|(?:film|serie|movie|podcast|boek|book) (?:over|about)|i "
    r"dreamt|documentaire|netflix|serie op tv)\b"
)


# It was somebody of one's own, or nothing: `dat was mijn man`, `loos alarm`.
_TURNED_OUT = re.compile(
    r"\b(?:(?:dat|het|dit|that|it) (?:was|is|bleek|bleken|waren|turned out to be) (?:toch |gewoon |maar |just |only )?"
    r"(?:mijn|mn|m'n|onze|ons|my|our) (?:eigen |own )?(?:man|vrouw|zoon|dochter|vader|moeder|broer|zus|vriend|vriendin|"
    r"collega|schoonmaker|schoonmaakster|buurman|buurvrouw|neef|leverancier|husband|wife|son|daughter|dad|mum|brother|"
    r"sister|boyfriend|girlfriend|colleague|cleaner|neighbour|supplier)\b"
    r"|^(?:is er )?(?:iemand|anyone|anybody) (?:nog |hier |misschien )?(?:interesse|belangstelling|interested|"
    r"behoefte) "
    r"(?:in|voor|aan)\b"
    r"|\b(?:was|is|bleek|betreft) (?:een |a )?(?:vergissing|misverstand|mistake|misunderstanding|false report)\b"
    r"|(?:loos|vals|false) (?:alarm )?alarm\b(?! (?:overval|inbraak|ging))|niks aan de hand(?=\W*$)|niets aan de "
    r"hand(?=\W*$)"
    r"|(?:goed|goede|betrouwbare?|good|decent) (?:adres|adresje|monteur|installateur|schilder|slotenmaker|locksmith) "
    r"(?:voor|for|weten|weet|nodig|gezocht|in)\b)"
)


# Whoever laughs or thanks means no report, and whoever tells of plans of their own tells of nothing that happened.
_LAUGHS = re.compile(
    r"\W*(?:haha\w*|hihi\w*|lol|lmao|rofl)\b|.*[\U0001f602\U0001f923]"
    r"|(?:leuke?|mooie?|gezellige?|prachtige?|heerlijke?|lekkere?|nice|lovely|cool|gaaf|gave|super|wat een) (?:die|"
    r"om|to|those|hoor|"
    r"hoor,|weer|"
    r"foto\w*|filmpje\w*|video\w*|actie|idee|picture\w*|photo\w*)\b"
    r"|(?:wat )?(?:top|fijn|mooi|super|blij|great|glad|good) (?:dat|that|to hear)\b"
    r"|(?:thanks|thank you|thx|bedankt|dank)\b.*\b(?:aangehouden|gepakt|opgepakt|arrested|caught|opgelost|terecht)\b"
    r"|(?:thanks|thank you|thx|bedankt|dank|dankjewel|dank je)\b[^,.;:!?]*[.!]*$",
    re.DOTALL,
)
_LAUGHING = re.compile(r"\b(?:ha){2,}\w*|\b(?:hi){2,}\b|\b(?:lol|lmao|rofl)\b|[\U0001f602\U0001f923]")
_PLANS = re.compile(
    r"(?!.*\b(?:meld\w*|doorgeven|laten weten|vertellen|waarschuwen|report|tell|warn)\b)"
    r"(?:vandaag |vanmiddag |morgen |straks |today |tomorrow )?"
    r"(?:(?:ik|we|wij|i) (?:ga|gaan|zal|zullen|wil|willen|moet|moeten|will|want to|need to|have to|am going|are going"
    r"|plan to)|(?:ga|moet|wil) ik|gaan we|(?:i|we)'(?:ll|m going|re going))\b",
    re.DOTALL,
)
_OF_OTHERS_TEXT = """
    ONE MANY PERHAPS THEY HE SHE VEHICLE CRIME THREAT PUSH HURT KNIFE FIREARM BLUNT DAMAGED ODD TROUBLE
"""
_OF_OTHERS = frozenset(_OF_OTHERS_TEXT.split())


def laughs(tokens: Tokens) -> bool:
    """Whether somebody laughs about it."""
    return bool(_LAUGHING.search(tokens.small))


def told(tokens: Tokens) -> Tokens:
    """Return the text with only the tokens that tell what happened; none when it is a joke or news."""
    small = tokens.small
    if not tokens.all or _NOT_MEANT.search(small) or _LAUGHS.match(small) or _TURNED_OUT.search(small):
        return tokens.with_tokens([])
    if _PLANS.match(tokens.small) and _OF_OTHERS.isdisjoint(tokens.concepts):
        return tokens.with_tokens([])
    kept: list[Token] = []
    for sentence in _sentences(tokens.all):
        kept += _told(tokens.small, sentence, is_question=sentence[0].sentence in tokens.questions)
    return tokens.with_tokens(kept)


def _sentences(tokens: Sequence[Token]) -> list[list[Token]]:
    found: list[list[Token]] = []
    for token in tokens:
        if not found or found[-1][0].sentence != token.sentence:
            found.append([])
        found[-1].append(token)
    return found


def _told(small: str, sentence: list[Token], *, is_question: bool) -> list[Token]:
    """Return the tokens of a sentence up to where it begins to ask or to suppose."""
    kept: list[Token] = []
    skipped: int | None = None
    for index, token in enumerate(sentence):
        begins = index == 0 or sentence[index - 1].clause != token.clause
        if begins:
            skipped = None if skipped is not None and not is_question else skipped
            is_quoted = small[max(0, token.start - 2) : token.start].strip() in (":", '"', "'")
            if not is_quoted and _SUPPOSES.match(small, token.start) and not _STEL.match(small, token.start):
                return kept
            is_asking = (_ASKS if is_question or index == 0 else _ASKS_AMID).match(small, token.start)
            if not is_question and _TELLS_UNKNOWN.match(small, token.start):
                is_asking = None
            if not is_quoted and (is_asking or (is_question and _IN_QUESTION.match(small, token.start))):
                skipped = token.clause
        if _SUPPOSES_INSIDE.match(small, token.start) and not _A_PAIR.search(small, 0, token.start + len("stel ")):
            return kept
        if skipped is None:
            kept.append(token)
    return kept


_SERVICE = re.compile(
    r"\b(?:bot|chatbot|app|account|abonnement\w*|instelling\w*|notificatie\w*|aanmeld\w*|afmeld\w*|"
    r"aangemeld|afgemeld|uitschrijven|registr\w*"
    r"|wachtwoord|inlog\w*|settings?|notifications?|subscri\w*|unsubscri\w*|berichten|meldingen|alerts|"
    r"messages|straal|radius"
    r"|overleg|vergadering|briefing|nieuwsbrief|newsletter|wijzigen|adreswijziging|verkeerde chat|wrong "
    r"chat|thanks|thank you|bedankt|dank|dankjewel|goed werk|goed nieuws|mooi dat|fijn dat|geachte|"
    r"bestelling|bestellen"
    r"|vraag|vraagje|advies|adviseren|cursus|training|workshop|subsidie|folder|website|question|advice|contract|"
    r"verzekeraar"
    r"|leveren|offerte|factuur|gefeliciteerd|sollicit\w*|vacature)\b"
)
_NOBODY = Patterns[bool](
    {
        True: (
            "you|je|jullie|MY|beste|hoi|hallo|dear|hey|hi|these|those ONE|MANY",
            "heer|heren of mevrouw|dames",
            "iemand|anyone|someone een|any|enig? idee|tip|tips|ervaring|suggesties|ideas|idea",
            "dames en heren",
            "anybody|iemand ..1 there|hier|thuis",
            "voor|for|met|with MY ONE",
            "the|de|onze|mijn|my kids|kinderen|children|jongens|meiden|meisjes|heren|dames halen|ophalen|school|"
            "zwemmen|voetbal|"
            "naar|from|werken|erbij|collega's?",
            "pick|picks|picking|haalt|halen|breng|brengt|drop ..2 kids|kinderen|jongens|meiden|girls|boys",
            "nieuwe|new ..1 collega|collega's|medewerker|medewerkers|colleague|employee|stagiair ..6 ONE|MANY",
        )
    }
)
_PEOPLE = Patterns[bool](
    {
        True: (
            "ONE|MANY",
            "een|eentje|one|1 ..9 ander|andere|other|another",
            "die|dezelfde|diezelfde|those|these|same twee|drie|vier|two|three|four|lui|lads|guys",
            "there were|was|are two|three|four|2|3|4 of? ..1 them",
            "waren|stonden|kwamen|zaten|staan er|ze|weer ..1 met? twee|drie|vier|2|3|4",
            "they|ze|hij|he took|stole|robbed|namen|stalen|pakten|jatten|nam|stal|grabbed|smashed",
            "koppel|duo|tweetal|drietal|viertal|trio|echtpaar|groepje|couple|trio|gang|bende ..3 is|was|zijn|waren|"
            "die|heeft|hebben|liep|lopen|loopt|stond|staat|ging|gaat|vroeg|keek|kijkt|filmt|filmde|in|bij|who|at|has",
            "hij|he|she|ze|zij|they|ie ..1 vroeg|vroegen|keek|keken|liep|liepen|filmde|filmden|stond|"
            "stonden|rende|renden|bleef|bleven|hung|stood|asked|walked|looked|ran|watched|stared|"
            "entered",
        )
    }
)


def is_about_the_service(tokens: Tokens) -> bool:
    """Whether it has a word for the service itself, for orders or for meetings."""
    return bool(_SERVICE.search(tokens.small))


def tells_of_people(tokens: Tokens) -> bool:
    """Whether somebody is told of who may be an offender."""
    apart = {index for seen in _NOBODY.find(tokens) for index in range(seen.first, seen.last + 1)}
    return any(seen.first not in apart for seen in _PEOPLE.find(tokens))
