"""The address of a PostgreSQL server, `postgresql://USER:PASSWORD@HOST:PORT/NAME?WORD=VALUE`, with the words of libpq.

What is not understood is refused with a line that repeats no value, as any part of a malformed address may be the
password. https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from urllib.parse import parse_qsl, unquote, urlencode

FORM = "postgresql://USER:PASSWORD@HOST/NAME"
_SCHEME = "postgresql://"
_HOST = re.compile(r"[A-Za-z0-9._~%-]+|\[[0-9A-Fa-f:.]+(?:%25[\w.-]+)?\]")

# For each word, the environment variable that tells pg_dump the same.
_PASSED_ON = {
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "sslcrl": "PGSSLCRL",
    "ssl_min_protocol_version": "PGSSLMINPROTOCOLVERSION",
    "ssl_max_protocol_version": "PGSSLMAXPROTOCOLVERSION",
    "target_session_attrs": "PGTARGETSESSIONATTRS",
    "options": "PGOPTIONS",
}
_OWN = ("host", "port", "user", "password", "dbname", "connect_timeout", "application_name", "sslpassword")
_VALUES: Mapping[str, tuple[str, ...]] = {
    "sslmode": ("disable", "allow", "prefer", "require", "verify-ca", "verify-full"),
    "target_session_attrs": ("any", "primary", "read-write"),  # other values lead to servers that take no writes
    # What the driver cannot do: a preference for it is accepted, a requirement is refused.
    "gssencmode": ("disable", "prefer"),
    "channel_binding": ("disable", "prefer"),
}
_KNOWN = (*_PASSED_ON, *_OWN, "ssl", "gssencmode", "channel_binding")


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """The parts of a database's address; empty where the address leaves them to the defaults of libpq. `words` are
    passed to the driver."""

    hosts: tuple[str, ...]
    ports: tuple[str, ...]
    user: str
    password: str = field(repr=False)
    database: str
    connect_timeout: int | None = None
    application_name: str = "wees-alert"
    words: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def name(self) -> str:
        """The server and the database; other parts of an address may be secret."""
        return f"{','.join(self.hosts) or 'localhost'}/{self.database}"

    def for_driver(self) -> dict[str, object]:
        """The arguments of `asyncpg.connect`; it reads the words from an address of its own."""
        given: dict[str, object] = {
            "dsn": f"{_SCHEME}?{urlencode(self.words)}" if self.words else None,
            "host": list(self.hosts) or None,
            "port": [int(port) for port in self.ports] or None,
            "user": self.user or None,
            "password": self.password or None,
            "database": self.database,
        }
        return {name: value for name, value in given.items() if value is not None}

    def for_programs(self) -> dict[str, str]:
        """The environment by which PostgreSQL's own programs find the database; other users cannot read a password
        there."""
        given = {
            "PGHOST": ",".join(self.hosts),
            "PGPORT": ",".join(self.ports),
            "PGUSER": self.user,
            "PGPASSWORD": self.password,
            "PGDATABASE": self.database,
            "PGCONNECT_TIMEOUT": str(self.connect_timeout or ""),
            **{_PASSED_ON[word]: value for word, value in self.words.items() if word in _PASSED_ON},
        }
        return {name: value for name, value in given.items() if value}


def parse_address(url: str) -> ServerAddress:
    """Parse an address. Raises ValueError with what is wrong, without repeating any value."""
    rest, _, query = url.removeprefix(_SCHEME).partition("?")
    if not url.startswith(_SCHEME):
        raise ValueError(f"is no address of a database: write {FORM}")
    if "#" in url:
        raise ValueError("holds a #: write it as %23")
    login, _, place = rest.rpartition("@")
    where, _, database = place.partition("/")
    if "@" in login or "/" in login:  # else half of the password would be taken for the host
        raise ValueError("has a user or a password with special characters: write them as %XX (@ is %40, / is %2F)")
    user, _, password = login.partition(":")
    words = _words(query)
    hosts, ports = _hosts(words.pop("host", ""), words.pop("port", "")) if "host" in words else _hosts_of(where)
    return ServerAddress(
        hosts=hosts,
        ports=ports,
        user=words.pop("user", unquote(user)),
        password=words.pop("password", unquote(password)),
        database=_database(words.pop("dbname", unquote(database))),
        connect_timeout=_seconds(words.pop("connect_timeout", "")),
        application_name=words.pop("application_name", "") or "wees-alert",
        words={word: value for word, value in words.items() if word not in ("gssencmode", "channel_binding")},
    )


def _hosts_of(where: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Parse `host:port,host:port`; a directory with a socket is written as %2Fdirectory, an IPv6 address in
    brackets."""
    hosts, ports = [], []
    for one in where.split(",") if where else ():
        host, _, port = one.rpartition(":") if re.search(r":[^\]]*$", one) else (one, "", "5432")
        if not _HOST.fullmatch(host):
            raise ValueError(f"has a host that is none: write {FORM}, special characters of the password as %XX")
        hosts.append(unquote(host.strip("[]")))
        ports.append(port)
    return tuple(hosts), _checked(ports)


def _hosts(host: str, port: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Parse libpq's words `host` and `port`: lists of the same length, or one port for all."""
    hosts = host.split(",")
    ports = port.split(",") if port else ["5432"]
    ports = ports * len(hosts) if len(ports) == 1 else ports
    if len(ports) != len(hosts) or not all(re.fullmatch(r"[\w./:~-]+", one) for one in hosts):
        raise ValueError("has words host and port that do not fit together")
    return tuple(hosts), _checked(ports)


def _checked(ports: list[str]) -> tuple[str, ...]:
    if not all(port.isascii() and port.isdigit() and 0 < int(port) < 65_536 for port in ports):
        raise ValueError("has a port that is no number: special characters of the password are written as %XX")
    return tuple(ports)


def _database(name: str) -> str:
    if not name:
        raise ValueError(f"names no database: write {FORM}")
    if not re.fullmatch(r"[^/:@\s]+", name):
        raise ValueError(f"has a name of a database that is none: write {FORM}")
    return name


def _seconds(text: str) -> int | None:
    if text and not (text.isascii() and text.isdigit()):
        raise ValueError("has a connect_timeout that is no number of seconds")
    return int(text) or None if text else None  # as in libpq, 0 means no limit


def _words(query: str) -> dict[str, str]:
    try:
        given = dict(parse_qsl(query, keep_blank_values=True, strict_parsing=True)) if query else {}
    except ValueError:
        raise ValueError("has words after the ? that are not written WORD=VALUE") from None
    for word in given:
        if word not in _KNOWN:
            near = get_close_matches(word, _KNOWN, 1)
            said = f"did you mean {near[0]}?" if near else f"known are {', '.join(sorted(_KNOWN))}"
            raise ValueError(f"has a word that is not understood{_shown(word)}: {said}")
    if "ssl" in given:
        given.setdefault("sslmode", given.pop("ssl"))  # as asyncpg calls it
    for word, allowed in _VALUES.items():
        if word in given and given[word] not in allowed:
            raise ValueError(f"has a word {word} with a value that is not understood: take {', '.join(allowed)}")
    return given


def _shown(word: str) -> str:
    """The word in brackets, unless it may be part of a password: an unescaped ? in a password begins the words."""
    return f" ({word})" if re.fullmatch(r"[a-z][a-z_]{2,30}", word) else ""
