"""Place names: normalise spellings, to tell whether two of them are the same name."""

import re
import unicodedata

from alerts.ids import MunicipalityId

_ARTICLES = frozenset({"de", "den", "der", "het", "s", "t"})
_SAME = {"st": "sint", "gravenhage": "haag", "bosch": "hertogenbosch"}  # two cities have two official names
_BEFORE = re.compile(r"^(?:de\s+)?gemeente\s+|^municipality(?:\s+of|\s*:)\s*")
_AAN_DEN = re.compile(r"\ba\s*[/.]\s*d\b\.?")


def slug(name: str) -> str:
    """Return the name in small letters without accents, with hyphens between its words: `s-gravenzande`."""
    return "-".join(re.findall(r"[a-z0-9]+", _plain(name)))


def named_id(name: str) -> MunicipalityId:
    """Return the id of a municipality of which only the name is known."""
    return MunicipalityId(slug(name))


def spelled(name: str) -> str:
    """Return one key for all ways in which people write a name.

    It ignores case, accents, hyphens, spaces, articles (`'s-`, `den`) and a leading *gemeente*, and equates `a/d` with
    `aan den` and `y` with `ij`.
    """
    text = _AAN_DEN.sub("aan den", _BEFORE.sub("", _plain(name).strip()))
    words = [word for word in re.findall(r"[a-z0-9]+", text) if word not in _ARTICLES]
    return "".join(_SAME.get(word, word) for word in words).replace("ij", "y")


def without_addition(name: str) -> str:
    """Return the name without an addition in brackets behind it: Bergen for `Bergen (NH)`."""
    return re.sub(r"\s*\([^()]*\)\s*$", "", name) or name


def _plain(name: str) -> str:
    """Return the name in small letters, without accents."""
    return "".join(one for one in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(one))
