"""Words of distress: tell whether somebody types that they cannot go on, in Dutch or English.

What follows is a call by a person and numbers on the screen, never advice; so the rule errs on the safe side in what
somebody says of themselves, and leaves alone what is said of others or denied.
"""

import re

_SENTENCES = re.compile(
    r"""
    \b(?:ik|k)\ (?:trek|red|kan)\ (?:het|dit|t|'t)?\ ?(?:echt\ |gewoon\ |zo\ )?(?:niet|nie)(?:\ (?:meer|langer|aan))?
      (?=[.!?,]|$|\ (?:alleen|zo|hoor|thuis)\b)
    | \btrek\ (?:het|dit|'t)\ (?:echt\ )?niet\b | \bkan\ (?:het|dit)\ (?:echt\ )?niet\ meer\ aan\b
    | \bik\ (?:kan|wil)\ (?:echt\ |gewoon\ |zo\ )?niet\ (?:meer|verder)(?=[.!?,]|$|\ (?:leven|zo|verder))
    | \bwil\ (?:ik\ )?(?:niet\ meer\ leven|dood|er\ niet\ meer\ zijn|mezelf\ iets\ aandoen)\b
    | \bik\ (?:zou|had)\ (?:liever\ )?dood\ (?:willen\ )?(?:zijn|geweest)\b
    | \b(?:zelfmoord|zelfdoding|suïcide|suicide)\b | \bmaak\ (?:ik\ )?er\ een\ eind\ aan\b
    | \b(?:kill|hurt)\ myself\b | \bend\ my\ life\b | \bi\ (?:want|wish)\ to\ die\b | \bwant\ to\ be\ dead\b
    | \bik\ (?:stort|zak)\ (?:helemaal\ )?in\b | \bik\ (?:ga|ging)\ (?:er\ )?(?:aan\ )?(?:onderdoor|kapot)\b
    | \bik\ ben\ (?:helemaal\ )?(?:op|kapot|radeloos|wanhopig|ten\ einde\ raad)(?=[.!?,]|$)
    | \bik\ heb\ (?:echt\ |nu\ |dringend\ )?(?:hulp|iemand)\ nodig\b | \bhelp\ (?:mij|me)\b
    | \bik\ durf\ (?:echt\ )?(?:niet\ meer|niets\ meer)\b | \bik\ (?:slaap|eet)\ (?:al\ \w+\ )?niet\ meer\b
    | \bik\ (?:heb|krijg)\ (?:steeds\ |weer\ )?(?:een\ )?(?:paniekaanval|paniekaanvallen)\b
    | \bi\ (?:can'?t|cannot|can\ not)\ (?:(?:take|do|handle|bear)\ (?:it|this)|cope|go\ on|sleep)\b
    | \bi(?:'m|\ am)\ (?:falling\ apart|breaking\ down|desperate|at\ my\ wits'?\ end|not\ coping)\b
    | \bi\ need\ (?:help|to\ talk|someone\ to\ talk)\b | \bpanic\ attacks?\b
    | \bik\ wil\ (?:graag\ )?(?:met\ )?iemand\ (?:spreken|praten)\b | \bi\ want\ to\ talk\ to\ (?:someone|somebody)\b
    """,
    re.VERBOSE,
)
_DENIED = re.compile(r"\b(?:geen|zonder|no|without)\ (?:zelfmoord|zelfdoding|suïcide|suicide|panic\ attacks?)\b")
_LONGEST = 1_000


def is_distress(text: str) -> bool:
    """Return whether somebody says of themselves that they cannot go on, or want to speak to a person; linear in the
    length of the text, of which the first 1000 characters count."""
    folded = " ".join(text[:_LONGEST].casefold().replace("\u2019", "'").split())
    return _SENTENCES.search(_DENIED.sub(" ", folded)) is not None
