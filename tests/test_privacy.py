"""Tests of docs/privacy.md: its retention periods, and where personal data is stored."""

import re
from pathlib import Path

from bot.settings import PREFIX, Settings
from storage.privacy.personal_columns import EXCEPTIONS, TRACES
from storage.tables import metadata

PAGE = (Path(__file__).parent.parent / "docs" / "privacy.md").read_text(encoding="utf-8")


def test_how_long_things_are_kept_is_what_the_settings_say() -> None:
    """The page names each retention period with the default of its setting."""
    promised = {name: int(days) for name, days in re.findall(rf"\| `{PREFIX}(RETENTION_\w+)` \| (\d+) \|", PAGE)}
    fields = {name.upper(): field.default for name, field in Settings.model_fields.items()}
    assert {name: days for name, days in fields.items() if name.startswith("RETENTION_")} == promised


def test_every_table_is_on_one_of_the_two_lists() -> None:
    """Every table is on the list with personal data or on the one without; a table is on the first if a column leads to
    a person."""
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", PAGE, re.MULTILINE)
    personal = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    without = re.findall(r"`(\w+)`", PAGE[PAGE.index("Zonder persoonsgegevens:") :].split(".")[0])
    assert sorted(metadata.tables) == sorted([*personal, *without])
    leading = {trace.column.table.name for trace in TRACES} | {name.split(".")[0] for name in EXCEPTIONS}
    assert leading == set(personal)


def test_what_the_program_does_not_do_is_told_as_later_only() -> None:
    """Forecasts and overviews stand under the heading for later, and nowhere else as something that the program
    does."""
    begin = PAGE.index("### Wat later komt")
    end = PAGE.index("\n## ", begin)
    promised = re.compile(r"voorspel|\bdashboard|meer overzichten", re.IGNORECASE)
    assert {"meer overzichten"} <= {one.lower() for one in promised.findall(PAGE[begin:end])}
    assert [] == promised.findall(PAGE[:begin] + PAGE[end:])
