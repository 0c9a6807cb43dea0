"""Translation of the drivers' errors: the fault of one statement, or trouble of the database at this moment.

The list is of what is a statement's fault; whatever else a database may answer is survived (`Unavailable`).
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg
from sqlalchemy.exc import DBAPIError, IntegrityError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as NoConnection

from alerts.errors import Conflict, Trouble, Unavailable

# Classes of PostgreSQL's SQLSTATE that say something about one statement and its values, which fails each time: a
# feature that is not there, data that do not fit, a constraint, a wrong statement, more than the server can.
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_OF_THE_STATEMENT = ("0A", "22", "23", "42", "54")
# Exceptions within these classes: no right to the table, no such table (the schema is not the program's).
_OF_THE_DATABASE = {"42501": Trouble.FORBIDDEN, "42P01": Trouble.MISSING}
_STALE_PLAN = "cached statement plan is invalid"  # has code 0A000 too; the next try is planned anew
# SQLite's result codes for the same, https://www.sqlite.org/rescode.html: wrong SQL, too big, a constraint, a wrong
# type, the API misused, no such parameter.
_CODES_OF_THE_STATEMENT = (1, 18, 19, 20, 21, 25)

_TROUBLES = (
    (("08", "57P", "XX", "25P03"), Trouble.UNREACHABLE),
    (("28",), Trouble.LOGIN),
    (("3D",), Trouble.MISSING),
    (("53300",), Trouble.CROWDED),
    (("25006",), Trouble.READ_ONLY),
    (("53",), Trouble.FULL),
    (("40", "55P03", "57014"), Trouble.BUSY),
    (("58",), Trouble.DAMAGED),
)
_SQLITE_TROUBLES = {
    3: Trouble.FORBIDDEN,  # PERM
    5: Trouble.BUSY,
    6: Trouble.BUSY,  # LOCKED
    8: Trouble.READ_ONLY,
    10: Trouble.DAMAGED,  # IOERR
    11: Trouble.DAMAGED,  # CORRUPT
    13: Trouble.FULL,
    14: Trouble.FORBIDDEN,  # CANTOPEN
    23: Trouble.FORBIDDEN,  # AUTH
    26: Trouble.DAMAGED,  # NOTADB
}


@contextmanager
def translated(*, may_write: bool = True) -> Iterator[None]:
    """Turn driver errors into Conflict when a constraint forbids it, and Unavailable when the database cannot do it
    now.

    Any other error is the statement's fault and passes unchanged; so does a refused change where `may_write` is False.
    """
    try:
        yield
    except IntegrityError as error:
        _forget_values(error)
        raise Conflict(str(error.orig)) from error
    except DBAPIError as error:
        _forget_values(error)
        trouble = _trouble_of(error.orig, is_cut=error.connection_invalidated)
        if trouble is None or (trouble is Trouble.READ_ONLY and not may_write):
            raise
        raise Unavailable(str(error.orig), trouble) from error
    except (asyncpg.PostgresError, sqlite3.Error) as error:  # while a connection is made
        trouble = _trouble_of(error, is_cut=False)
        if trouble is None:
            raise
        raise Unavailable(str(error), trouble) from error
    except asyncpg.InterfaceError as error:  # the driver's own: its connection is of no use any more
        raise Unavailable(str(error), Trouble.UNREACHABLE) from error
    except (PendingRollbackError, NoConnection) as error:  # after a cut connection; none was free
        raise Unavailable(str(error), Trouble.UNREACHABLE) from error
    except (OSError, TimeoutError) as error:
        raise Unavailable(f"the database does not answer: {error}", Trouble.UNREACHABLE) from error


def _trouble_of(error: BaseException | None, *, is_cut: bool) -> Trouble | None:
    """The database's trouble; None for a fault of the statement."""
    state = getattr(error, "sqlstate", None)
    if isinstance(state, str) and state:
        return Trouble.BUSY if _STALE_PLAN in str(error) else _trouble_of_state(state)
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        if code & 0xFF == 1 and str(error).startswith("no such table"):
            return Trouble.MISSING
        return None if code & 0xFF in _CODES_OF_THE_STATEMENT else _SQLITE_TROUBLES.get(code & 0xFF, Trouble.OTHER)
    if is_cut:
        return Trouble.UNREACHABLE
    # Without a code it is the driver that objects: to values (asyncpg.DataError is one), or to its connection.
    return None if _is_about_values(error) else Trouble.UNREACHABLE


def _trouble_of_state(state: str) -> Trouble | None:
    if state in _OF_THE_DATABASE:
        return _OF_THE_DATABASE[state]
    if state.startswith(_OF_THE_STATEMENT):
        return None
    return next((trouble for states, trouble in _TROUBLES if state.startswith(states)), Trouble.OTHER)


def _is_about_values(error: BaseException | None) -> bool:
    cause = getattr(error, "__cause__", None)
    return isinstance(error, sqlite3.Error) or isinstance(cause, ValueError | TypeError)


def _forget_values(error: DBAPIError) -> None:
    """Remove the row's values, which PostgreSQL quotes, from the error: errors are logged."""
    cause = getattr(error.orig, "__cause__", None)
    if cause is not None and hasattr(cause, "detail"):
        cause.detail = None
