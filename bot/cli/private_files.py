"""Private files: finds the program's files that others than their owner may read or replace; they hold personal data
and the token."""

import stat
from collections.abc import Iterator
from pathlib import Path

from bot.settings import Settings

_OTHERS = stat.S_IRGRP | stat.S_IWGRP | stat.S_IROTH | stat.S_IWOTH
_BESIDE = ("", "-wal", "-shm", ".lock", ".known", ".*.backup")  # endings of the files of an SQLite database


def exposed(settings: Settings, env_file: Path = Path(".env")) -> list[Path]:
    """Return the files that others may read or replace, by their mode."""
    return [path for path in _files(settings, env_file) if _is_open(path)]


def _files(settings: Settings, env_file: Path) -> Iterator[Path]:
    yield env_file
    if settings.audit_head_file:
        yield Path(settings.audit_head_file)
    kind, _, name = settings.database_url.partition(":///")
    if kind != "sqlite":
        return
    database = Path(name)
    if _may_replace(database.parent):
        yield database.parent
    for end in _BESIDE:
        yield from sorted(database.parent.glob(f"{database.name}{end}"))


def _is_open(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return stat.S_ISDIR(mode) or (stat.S_ISREG(mode) and bool(mode & _OTHERS))


def _may_replace(directory: Path) -> bool:
    """Return whether everybody may remove files in the directory; in one like /tmp (sticky) only their owner may."""
    try:
        mode = directory.stat().st_mode
    except OSError:
        return False
    return bool(mode & stat.S_IWOTH) and not mode & stat.S_ISVTX
