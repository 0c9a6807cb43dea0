"""Changes of the schema, by Alembic, in one transaction with a backup before it."""

from contextlib import nullcontext
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Engine

from alerts.errors import Conflict
from storage.dialects import SqliteFile, broken_references

SCRIPTS = Path(__file__).parent


def migrate(database: SqliteFile, *, is_owner: bool, scripts: Path = SCRIPTS) -> None:
    """Bring the schema up to date; an older one is copied to `<file>.<revision>.backup` first.

    Raises Conflict when a newer program made it, or when another process owns it and it is not up to date.
    """
    config = _config(scripts)
    engine = database.for_migration()
    try:
        if _is_current(engine, config):
            return
        with nullcontext() if is_owner else database.owned():
            if _is_current(engine, config):  # somebody else was first
                return
            revision = _revision(engine)
            if revision is not None:
                database.copy(database.path.with_name(f"{database.path.name}.{revision}.backup"), may_replace=True)
            _upgrade(engine, config)
    finally:
        engine.dispose()


def _config(scripts: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _is_current(engine: Engine, config: Config) -> bool:
    revision = _revision(engine)
    known = ScriptDirectory.from_config(config)
    if revision is not None:
        try:
            known.get_revision(revision)
        except CommandError as error:
            raise Conflict(f"{engine.url.database} was made by a newer program (schema {revision})") from error
    return revision == known.get_current_head()


def _revision(engine: Engine) -> str | None:
    with engine.begin() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def _upgrade(engine: Engine, config: Config) -> None:
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if broken := broken_references(connection):
            raise Conflict(f"the migration would break references: {'; '.join(broken)}")
