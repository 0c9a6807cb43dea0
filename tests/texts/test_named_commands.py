"""Commands that texts name: each exists, under the name that it has in the language of the text."""

import re
from pathlib import Path

import pytest

from alerts.member import Language
from bot.conversation.menu import COMMANDS
from bot.handlers.matching import TIE_COMMANDS
from texts.phrases import LOCALES

_NAMED = re.compile(r"(?<![\w/<.])/([a-z]{3,})\b")


@pytest.mark.parametrize("language", list(Language))
def test_every_command_that_a_text_names_exists(language: Language) -> None:
    """A Dutch text names the Dutch command and an English one the English, so that the menu has the same name."""
    known = {one.name(language) for one in COMMANDS} | {TIE_COMMANDS[language is Language.ENGLISH]}
    named = {name for file in _files(language) for name in _NAMED.findall(file.read_text(encoding="utf-8"))}
    assert named
    assert set() == named - known


def _files(language: Language) -> list[Path]:
    return sorted((LOCALES / language).glob("*.ftl"))
