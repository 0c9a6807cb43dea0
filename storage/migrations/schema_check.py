"""Comparison of the database's schema with the tables of the program.

A migration that was edited after it ran somewhere leaves another schema under the same revision. Tables and indexes
that the program does not know are left alone.
"""

import re
from collections.abc import Iterator
from functools import cache

import sqlalchemy as sa
from sqlalchemy import Connection, MetaData
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from storage.tables.schema import is_checked_by_server

Facts = dict[str, str]


def schema_faults(connection: Connection, metadata: MetaData) -> list[str]:
    """What is missing or differs from the tables, as `table.column: missing`; empty when nothing does."""
    is_file = connection.dialect.name == "sqlite"
    meant = _meant_of_sqlite(metadata) if is_file else _meant_of_postgresql(metadata)
    found = _found_in_sqlite(connection) if is_file else _found_in_postgresql(connection)
    return sorted(_faults(meant, found, {table.name for table in metadata.tables.values()}))


def _faults(meant: Facts, found: Facts, tables: set[str]) -> Iterator[str]:
    gone = {table for table in tables if f"table {table}" not in found}
    for name, fact in meant.items():
        if re.split(r"[. ]", name)[0] in gone:
            continue  # its table is missing, which is said once
        if name not in found:
            yield f"{name}: missing"
        elif found[name] != fact:
            yield f"{name}: another one"
    for name, fact in found.items():  # an unknown column that must be filled: inserts would fail
        table, _, column = name.partition(".")
        if column and name not in meant and table in tables and "NOT NULL" in fact and "DEFAULT" not in fact:
            yield f"{name}: unknown"


# SQLite keeps the SQL by which a table was created: it is compared as text.


@cache
def _meant_of_sqlite(metadata: MetaData) -> Facts:
    dialect = sqlite.dialect()
    facts: Facts = {}
    for table in metadata.tables.values():
        facts |= _facts_of_sql(table.name, str(CreateTable(table).compile(dialect=dialect)))
        for index in table.indexes:
            facts |= _facts_of_index(str(index.name), str(CreateIndex(index).compile(dialect=dialect)))
    return facts


def _found_in_sqlite(connection: Connection) -> Facts:
    facts: Facts = {}
    kept = "SELECT type, name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"
    for row in connection.exec_driver_sql(kept):
        facts |= _facts_of_sql(row.name, row.sql) if row.type == "table" else _facts_of_index(row.name, row.sql)
    return facts


def _facts_of_index(name: str, sql: str) -> Facts:
    return {f"index {name}": " ".join(sql.replace('"', "").split())}


def _facts_of_sql(table: str, sql: str) -> Facts:
    """One fact for each column, by its name, and one for each constraint; their order does not matter."""
    facts: Facts = {f"table {table}": ""}
    for clause in _clauses(sql):
        word, _, rest = clause.partition(" ")
        is_constraint = word.upper() in ("CONSTRAINT", "PRIMARY", "FOREIGN", "UNIQUE", "CHECK")
        name = f"{table} constraint {rest.partition(' ')[0]}" if is_constraint else f"{table}.{word}"
        facts[name] = clause
    return facts


def _clauses(sql: str) -> Iterator[str]:
    """The parts between the outer brackets, split at commas that are not inside brackets of their own."""
    body = sql[sql.index("(") + 1 : sql.rindex(")")].replace('"', "")
    depth, part = 0, ""
    for sign in re.sub(r"\s+", " ", body) + ",":
        depth += (sign == "(") - (sign == ")")
        if sign == "," and not depth:
            yield part.strip()
            part = ""
        else:
            part += sign


# PostgreSQL keeps columns, constraints and indexes in its catalogue.

_COLUMNS = """
SELECT c.relname, a.attname, a.attnotnull, a.atthasdef, format_type(a.atttypid, a.atttypmod)
    || coalesce((SELECT ' collate "' || lower(l.collname) || '"' FROM pg_collation l
        WHERE l.oid = a.attcollation AND l.collname <> 'default'), '') AS type
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
    AND a.attnum > 0 AND NOT a.attisdropped
"""
_CONSTRAINTS = """
SELECT c.relname, k.conname, k.contype::text AS contype,
    (SELECT string_agg(a.attname, ',' ORDER BY a.attname) FROM pg_attribute a
        WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)) AS columns
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
WHERE c.relnamespace = current_schema()::regnamespace AND k.contype IN ('p', 'u', 'f', 'c')
"""
_INDEXES = """
SELECT i.relname, x.indisunique, x.indpred IS NOT NULL AS is_partial,
    ARRAY(SELECT pg_get_indexdef(x.indexrelid, n, true) FROM generate_series(1, x.indnkeyatts) n ORDER BY n) AS keys
FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
WHERE i.relnamespace = current_schema()::regnamespace AND NOT x.indisprimary
"""
_TYPES = {"VARCHAR": "character varying", "FLOAT": "double precision"}


def _found_in_postgresql(connection: Connection) -> Facts:
    facts: Facts = {}
    for row in connection.exec_driver_sql(_COLUMNS):
        facts[f"table {row.relname}"] = ""
        is_required = row.attnotnull and not row.atthasdef
        facts[f"{row.relname}.{row.attname}"] = f"{row.type}{' NOT NULL' if row.attnotnull else ''}" + (
            "" if is_required or not row.attnotnull else " DEFAULT"
        )
    for row in connection.exec_driver_sql(_CONSTRAINTS):
        columns = "" if row.contype == "c" else row.columns
        facts[f"{row.relname} constraint {row.conname}"] = f"{row.contype} {columns}"
    for row in connection.exec_driver_sql(_INDEXES):
        facts[f"index {row.relname}"] = _index_fact(row.keys, is_unique=row.indisunique, is_partial=row.is_partial)
    return facts


def _meant_of_postgresql(metadata: MetaData) -> Facts:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    facts: Facts = {}
    for table in metadata.tables.values():
        facts[f"table {table.name}"] = ""
        for column in table.columns:
            facts[f"{table.name}.{column.name}"] = _column_fact(column, dialect)
        for constraint in filter(is_checked_by_server, table.constraints):
            facts |= _constraint_facts(table.name, constraint)
        for index in table.indexes:
            keys = [str(one).replace(f"{table.name}.", "") for one in index.expressions]
            is_partial = index.dialect_options["postgresql"]["where"] is not None
            facts[f"index {index.name}"] = _index_fact(keys, is_unique=bool(index.unique), is_partial=is_partial)
    return facts


def _column_fact(column: sa.Column[object], dialect: sa.Dialect) -> str:
    said = column.type.compile(dialect=dialect)
    kind = re.match(r"\w+", said)
    assert kind is not None, "a type has a name"
    said = _TYPES.get(kind[0], kind[0].lower()) + said[kind.end() :].lower()
    if column.nullable:
        return said
    has_default = column.server_default is not None or column is column.table.autoincrement_column
    return f"{said} NOT NULL{' DEFAULT' if has_default else ''}"


def _constraint_facts(table: str, constraint: sa.Constraint) -> Facts:
    match constraint:
        case sa.PrimaryKeyConstraint():
            kind = "p"
        case sa.UniqueConstraint():
            kind = "u"
        case sa.ForeignKeyConstraint():
            kind = "f"
        case sa.CheckConstraint():
            return {f"{table} constraint {constraint.name}": "c "}
        case _:
            return {}
    columns = ",".join(sorted(column.name for column in constraint.columns))
    return {f"{table} constraint {constraint.name}": f"{kind} {columns}"}


def _index_fact(keys: list[str], *, is_unique: bool, is_partial: bool) -> str:
    names = [re.sub(r" (ASC|DESC)\b.*", "", key.replace('"', "")) for key in keys]
    if not all(name.isidentifier() for name in names):  # each side writes an expression in its own way
        names = [f"{len(names)} expressions"]
    return f"{'unique ' if is_unique else ''}({', '.join(names)}){' where' if is_partial else ''}"
