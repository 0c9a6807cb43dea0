"""Tests of the demo in English: the same story with the same checks, for readers without Dutch."""

import re
import shutil
from pathlib import Path

import pytest

from bot.demo.prepare import GROUP
from tests.scenarios.test_demo_breakages import PACKAGES, ROOT, play

DUTCH = re.compile(r"\b(?:het|een|de|niet|wordt|krijgt|van|voor|ook|geen)\b", re.IGNORECASE)
MOST_LINES = 15  # of the only notice that the group's chat shows whole
TOLD = re.compile(r"  (?:GOOD|FAIL)  |\d+\. |STORY |BEFOREHAND")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A copy of the program."""
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package)
    return tmp_path


async def test_the_story_is_told_and_checked_in_english(source: Path) -> None:
    """Chapters, checks and messages of people are in English; only the group's chat gets Dutch texts."""
    code, told = await play(source, "--language=en")
    assert code == 0, told
    assert "all is well" in told
    assert "GOED" not in told
    titles = [line for line in told.splitlines() if TOLD.match(line)]
    assert len(titles) > 60
    assert [] == [line for line in titles if DUTCH.search(line)]
    assert "/report" in told
    assert "/melding" not in told
    assert "Received. Not shared yet." in told
    lines = [line.replace(GROUP, "") for line in told.splitlines() if "In het Nederlands" not in line]
    assert len([line for line in lines if DUTCH.search(line)]) < MOST_LINES, "the group's chat, and nothing else"


async def test_what_is_wrong_in_english_only_is_noticed(source: Path) -> None:
    """A breakage of the English texts alone fails the English demo; the Dutch one does not notice it."""
    path = source / "texts/locales/en/alert.ftl"
    text = path.read_text(encoding="utf-8")
    line = "alert-number = { $number }"
    assert text.count(line) == 1
    path.write_text(text.replace(line, "alert-number = Notice"), encoding="utf-8")
    code, told = await play(source, "--language=en")
    assert code == 1, told
    [failing] = [one for one in told.splitlines() if "FAIL" in one]
    assert "the notice has a number" in failing
