"""Words that people type when they look for a command, and which commands they most likely mean."""

import re
from collections.abc import Collection, Mapping

# By a command's English name: beginnings of Dutch and English words that speak for it.
_WORDS: Mapping[str, tuple[str, ...]] = {
    "approvals": ("akkoord", "goedkeur", "approv"),
    "templates": ("sjabl", "templat"),
    "reports": ("meldingen", "reports", "binnengekomen"),
    "incidents": ("incident", "overvallen", "robberies"),
    "stats": ("cijfer", "statisti", "trend", "aantallen", "hoeveel", "figures", "stats"),
    "alert": ("waarschuw", "alert", "opstel", "rondstu", "draft", "warn"),
    "running": ("lopend", "corrig", "intrek", "beëindig", "running", "correct", "retract"),
    "current": ("actueel", "nu", "speelt", "gaande", "buurt", "krijg", "current", "now", "going", "nearby", "news"),
    "mo": ("mo", "werkwijze", "methode", "patroon", "maatregel", "method", "pattern", "measure"),
    "reviews": ("nakijk", "review"),
    "drafts": ("concept", "draft"),
    "prevention": ("tip", "prevent"),
    "signups": ("aanmeldingen", "verifi", "controleer", "signups", "verify"),
    "invite": ("uitnodig", "invit"),
    "groups": ("groep", "kvo", "group"),
    "admin": ("beheer", "rol", "admin", "role"),
    "deputy": ("vervang", "vakantie", "deput", "holiday"),
    "myreports": ("melding", "gemeld", "afgelopen", "afloop", "gehoord", "report"),
    "mine": (
        *("instel", "pauz", "pauze", "nacht", "geluid", "stil", "taal", "engels", "nederlands", "adres", "postcode"),
        *("verhui", "branche", "collega", "wijzig", "verander", "naam", "winkel", "zaak", "minder", "setting", "pause"),
        *("night", "sound", "mute", "quiet", "language", "english", "dutch", "address", "move", "moving", "colleague"),
        *("change", "shop", "fewer", "volg", "gebied", "area"),
    ),
    "mydata": ("gegevens", "privacy", "avg", "gdpr", "bewaar", "bewaren", "data"),
    "erase": ("wis", "wissen", "verwijder", "vergeet", "erase", "delete", "forget"),
    "help": (
        *("help", "hulp", "nood", "nummer", "telefoon", "bel", "bellen", "uitleg", "werkt", "politie"),
        *("how", "number", "phone", "call", "police", "explain", "work"),
    ),
    "stop": ("stop", "uit", "uitzet", "uitschak", "afmeld", "opzeg", "geen", "off", "unsubscribe", "cancel", "leave"),
    "start": ("aanmeld", "inschrijf", "aanzet", "aan", "begin", "start", "register", "sign", "join"),
}
_USUAL = ("current", "mine", "help")  # for a text that speaks for none
_EXACT = 3  # a beginning of so few letters stands for that word only
_HELLO = {"hallo", "hoi", "hey", "hi", "hello", "goedemorgen", "goedemiddag", "goedenavond", "dag", "morning", "moin"}
_THANKS = {"dank", "bedankt", "dankje", "dankjewel", "dankuwel", "thanks", "thank", "thx", "merci", "top", "fijn"}
_WORD = re.compile(r"[^\W\d_]+")


def likely_commands(text: str, offered: Collection[str], most: int) -> list[str]:
    """Return the English names of at most so many commands, of those offered, that the words of the text speak for: the
    likeliest first, then the usual ones."""
    words = _words(text)
    scores = {name: _score(words, name) for name in offered if name in _WORDS}
    matched = sorted((name for name in scores if scores[name]), key=lambda name: -scores[name])
    usual = [name for name in _USUAL if name in offered and name not in matched]
    return [*matched, *usual][:most]


def says_hello(text: str) -> bool:
    """Tell whether the text begins with a greeting."""
    return _HELLO.issuperset(_words(text)[:1]) and bool(_words(text))


def says_thanks(text: str) -> bool:
    """Tell whether the text thanks somebody."""
    return not _THANKS.isdisjoint(_words(text))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _score(words: Collection[str], name: str) -> int:
    return sum(any(_stands_for(begun, word) for begun in _WORDS[name]) for word in words)


def _stands_for(begun: str, word: str) -> bool:
    return word == begun if len(begun) <= _EXACT else word.startswith(begun)
