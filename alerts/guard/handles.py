"""Account names on social networks, and links to profiles."""

import re
from collections.abc import Iterator

from alerts.guard.plain import Span

_NETWORK = (
    r"(?:insta(?:gram)?|ig|snap(?:chat)?|tik ?tok|telegram|tg|twitter|facebook|fb|discord|threads|messenger|signal"
    r"|vinted"
    r"|marktplaats|linkedin|youtube|reddit|twitch|whatsapp)"
)
_SITES = (
    r"(?:(?:instagram|facebook|fb|tiktok|twitter|x|snapchat|linkedin|threads|vk|youtube|twitch|reddit|pinterest"
    r"|vinted)\.(?:com|net|nl|tv)"
    r"|fb\.me|m\.me|t\.me|telegram\.me|discord\.gg|ig\.me|linktr\.ee)"
)
_NAME = r"[a-z0-9](?:[\w.-]{0,40}\w)?"
_ODD_NAME = r"(?=[\w.-]{0,40}[a-z])(?=[\w.-]{0,40}[\d_]|[\w-]{1,40}\.[\w-])[a-z_][\w.-]{2,40}(?<=\w)"
_LINK = re.compile(
    rf"(?<![\w@.])(?:https?://)?(?:www\.|m\.|[a-z]{{2}}-[a-z]{{2}}\.)?{_SITES}/[^\s,;\"'<>()]{{1,200}}(?<![.!?:])"
)
_AT_NAME = re.compile(r"(?<![\w@.+-])@(?=[\w.]{0,39}[^\W\d_])(?!\d{1,40}(?:u|uur|h|e|st|euro)?\b)\w(?:[\w.]{1,38}\w)")
_ACCOUNT = (
    r"(?: ?-?(?:account|naam|accountnaam|profiel|gebruikersnaam|username|user|handle|id|nick(?:name)?|page"
    r"|pagina|name))"
)
_LED = re.compile(
    rf"\b{_NETWORK}{_ACCOUNT}?(?![a-z])(?: (?:is|heet|van|was|onder|als|met|de|naam|hem|haar|hij|zij|he|she|his|her|on"
    rf"|op|account|gebruikersnaam|username|named|called|under|as|te|vinden"
    rf"|verkoopt|sells)){{0,4}} ?[:=]? ?[\"'“‘]?({_ODD_NAME})"
)
_SPELLED = re.compile(rf"\b{_NETWORK}\b[^.!?]{{0,30}}\b(?:apenstaart(?:je)?|apestaart(?:je)?) ?({_NAME})(?![\w-])")
_NAMED = re.compile(
    rf"\b{_NETWORK}(?:{_ACCOUNT}?(?: (?:is|heet|heette|was)| ?[:=]) ?)[\"'“‘]?({_NAME})(?=[\"'”’]?(?:[.,;!?)]|\s|$))"
)
_QUOTED = re.compile(rf"\b{_NETWORK}\b[^.!?]{{0,30}}[\"'“‘]({_NAME})[\"'”’]")
_USER_NAME = re.compile(
    rf"\b(?:gebruikersnaam|username|user name|nickname|accountnaam|screen name|gamertag)(?: (?:is|was|luidt"
    rf"|van \w{{1,40}}(?: is)?))? ?[:=]? ?[\"'“‘]?({_ODD_NAME})"
)
_FOLLOWED = re.compile(rf"(?<![\w@.-])({_ODD_NAME})[\"'”’]? (?:op|on|via) (?:zijn |haar |his |her )?{_NETWORK}\b")
_SIGN = re.compile(rf"\b{_NETWORK}|gebruikersnaam|user ?name|nickname|accountnaam|screen name|gamertag")
_NO_NAMES_TEXT = """
    hij zij ze he she it wij we jij
    van het een de die dat is was als met op om te en of niet niets gebruikt geplaatst groep pagina bericht berichten
    filmpje filmpjes video foto foto's delen gedeeld gezien account profiel contact nu the a and of in on post posts
    message group page not no shared seen about over voor naar uit wordt werd werden heeft hebben gaat gaan gehackt
    staat staan naam via geen alleen ook al zie kijk verkopen verkocht actie wel weer daar hier waar wie
"""
_NO_NAMES = frozenset(_NO_NAMES_TEXT.split())
_LINKISH = re.compile(rf"^(?:www\.|{_SITES})")


def handles(small: str) -> Iterator[Span]:
    """Find account names in a plain text in small letters: `@name`, a profile's link as a whole, a name after a
    network's."""
    for sign, whole in (("/", _LINK), ("@", _AT_NAME)):
        if sign in small:
            for match in whole.finditer(small):
                yield match.span()
    if not _SIGN.search(small):
        return
    for pattern in (_LED, _SPELLED, _NAMED, _QUOTED, _USER_NAME, _FOLLOWED):
        for match in pattern.finditer(small):
            if match[1] not in _NO_NAMES and not match[1].isdigit() and not _LINKISH.match(match[1]):
                yield match.span(1)
