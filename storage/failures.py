"""What the drivers' errors mean."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError

from alerts.errors import Conflict, Unavailable

# Classes of PostgreSQL's SQLSTATE: connections, passwords, no such database, overtaken by another, no room, a lock
# that is not to be had, told to stop. 25P03: the server ended a transaction in which nothing happened.
_SQLSTATES = ("08", "28", "3D", "40", "53", "55", "57P", "25P03")
_SQLITE_CODES = (5, 6, 10, 13)  # busy, locked, an error of the disk, full


@contextmanager
def translated() -> Iterator[None]:
    """Raises Conflict when a constraint forbids it, and Unavailable when the database cannot do it now."""
    try:
        yield
    except IntegrityError as error:
        _forget_values(error)
        raise Conflict(str(error.orig)) from error
    except DBAPIError as error:
        _forget_values(error)
        if _is_passing(error):
            raise Unavailable(str(error.orig)) from error
        raise
    except (OSError, TimeoutError) as error:
        raise Unavailable(f"the database does not answer: {error}") from error


def _is_passing(error: DBAPIError) -> bool:
    state = getattr(error.orig, "sqlstate", None) or ""
    code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF  # without the extended part
    return error.connection_invalidated or state.startswith(_SQLSTATES) or code in _SQLITE_CODES


def _forget_values(error: DBAPIError) -> None:
    """PostgreSQL quotes the row, and errors are logged."""
    cause = getattr(error.orig, "__cause__", None)
    if cause is not None and hasattr(cause, "detail"):
        cause.detail = None
