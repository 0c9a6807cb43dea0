"""URLs in settings and on the command line: checks their form, and finds the secrets in them, however malformed."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qs, quote, unquote

DATABASE_FORMS = "sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME"
_HOST = r"(?:[A-Za-z0-9._~%-]+|\[[0-9A-Fa-f:.]+\])(?::\d+)?"
# Of an address, host and database name are printed. In this form neither can be a piece of the password.
_SERVER = re.compile(rf"postgresql://(?:[^@/?#]*@)?(?:{_HOST}(?:,{_HOST})*)?(?:/[^/:@?#\s]*)?(?:\?[^#]*)?")
_CONSOLE = re.compile(r"https://[a-z0-9.-]+(?::\d{1,5})?|http://localhost:\d{1,5}")
_TILES = re.compile(r"(?:https://[A-Za-z0-9.-]+(?::\d{1,5})?|http://(?:localhost|127\.0\.0\.1):\d{1,5})/[^\s{}#]*")
_ISSUER = re.compile(r"(?:https://[A-Za-z0-9.-]+(?::\d{1,5})?|http://localhost:\d{1,5})(?:/[A-Za-z0-9._~%/-]*)?")
_SECRET_WORD = re.compile(r"(?i)pass|pwd|secret|token|key|sig|auth|credential")


def origin_of(url: str) -> str:
    """Return the origin of the console's address, as browsers write it in the header Origin.

    Raises ValueError unless it is https:// and a host, or http://localhost and a port: browsers keep passkeys and
    secure cookies for no other.
    """
    given = url.rstrip("/").lower()
    if not _CONSOLE.fullmatch(given):
        raise ValueError("must be https:// and a host, without a path (or http://localhost:PORT, to try it)")
    return given.removesuffix(":443" if given.startswith("https:") else ":80")


def issuer_of(url: str) -> str:
    """Return the issuer of an identity provider as it is, to the letter.

    Raises ValueError unless it is an https:// address without a query (or http://localhost and a port, to try it).
    """
    if not _ISSUER.fullmatch(url):
        raise ValueError("must be an https:// address without a query, to the letter as the provider calls itself")
    return url


def check_database(url: str) -> None:
    """Check the address of a database. Raises ValueError, whose text repeats nothing of the address."""
    if url.startswith("sqlite:///"):
        if url in ("sqlite:///", "sqlite:///:memory:"):
            raise ValueError("names no file: write sqlite:///FILE")
        return
    if not url.startswith("postgresql://"):
        raise ValueError(f"must be {DATABASE_FORMS}")
    login = url.partition("://")[2].rpartition("@")[0]
    if "@" in login or "/" in login:  # else half of the password would be taken for the host, and be printed as such
        raise ValueError("has a user or a password with special characters: write them as %XX (@ is %40, / is %2F)")
    if not _SERVER.fullmatch(url):
        raise ValueError(f"must be {DATABASE_FORMS}, with special characters of a password written as %XX")


def check_tiles(url: str) -> None:
    """Check the address of a tile server. Raises ValueError, whose text repeats nothing of the address."""
    names = ("{z}", "{x}", "{y}")
    rest = url
    for name in names:
        rest = rest.replace(name, "~")  # which no host may have
    if url and not (_TILES.fullmatch(rest) and all(url.count(name) == 1 for name in names)):
        raise ValueError("must be https:// with {z}, {x} and {y} in its path (http:// for a server on this machine)")


def name_of_database(url: str) -> str:
    """Return the address of a database (checked before) without user, password and parameters."""
    kind, _, rest = url.partition("://")
    return f"{kind}://{rest if kind == 'sqlite' else rest.rpartition('@')[2].partition('?')[0]}"


def secrets_in(address: str) -> list[str]:
    """Return whatever may be a password in the address, in every form in which it could be printed."""
    found = [] if address.startswith("sqlite:") else _secrets_in(address)
    return every_form(found)


def every_form(secrets: Iterable[str]) -> list[str]:
    """Return each secret as it is, percent-decoded, and percent-encoded."""
    return [form for one in secrets for form in (one, unquote(one), quote(one, safe=""))]


def _secrets_in(address: str) -> Iterator[str]:
    rest, _, query = re.sub(r"^\w+:/+", "", address).partition("?")
    login, at, _ = f"{rest}?{query}".rpartition("@")  # a question mark may be part of the password
    if at:
        yield login.partition(":")[2]
    elif (port := rest.partition("/")[0].partition(":")[2]) and not port.isdigit() and not rest.startswith("["):
        yield port  # `user:password` without a host: the password stands where the port would
    for word, values in parse_qs(query).items():
        if _SECRET_WORD.search(word):
            yield from values
