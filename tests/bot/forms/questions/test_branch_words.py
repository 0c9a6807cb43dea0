"""Tests of typed words for a branch: each leads to one branch, and a word that leads nowhere is none."""

import pytest

from alerts.branch import Branch
from alerts.member import Language
from bot.forms.questions.branch_words import branch_of
from texts.phrases import load_texts

TEXTS = load_texts()
WORDS = (
    ("slager", Branch.OTHER_RETAIL),
    ("Slagerij Van Dijk", Branch.OTHER_RETAIL),
    ("bloemist", Branch.OTHER_RETAIL),
    ("kapper", Branch.OTHER_RETAIL),
    ("kapsalon", Branch.OTHER_RETAIL),
    ("bakkerij", Branch.BAKERY),
    ("een kleine bakkerij", Branch.BAKERY),
    ("benzinepomp", Branch.PETROL_STATION),
    ("Juwelier", Branch.JEWELLER),
    ("goudsmid", Branch.JEWELLER),
    ("inkoop goud", Branch.SECONDHAND_GOLD),
    ("shoarma", Branch.SNACKBAR),
    ("schoenenwinkel", Branch.CLOTHING),
    ("slijter", Branch.LIQUOR),
    ("Tabak en gemak", Branch.TOBACCO_CONVENIENCE),
    ("coffeeshop", Branch.CAFE),
    ("telefoonwinkel", Branch.TELECOM),
    ("opticen", Branch.OPTICIAN),
    ("supermarkd", Branch.SUPERMARKET),
    ("loodgieter", None),
    ("hij heeft een mes", None),
    ("2903 AB", None),
    ("", None),
)


@pytest.mark.parametrize(("text", "branch"), WORDS)
def test_a_word_finds_its_branch(text: str, branch: Branch | None) -> None:
    """A word that people use for a branch finds it, also within a few words and with a slip of the finger."""
    assert branch is branch_of(text, TEXTS[Language.DUTCH])


@pytest.mark.parametrize(
    ("text", "branch"), [("butcher", Branch.OTHER_RETAIL), ("florist", Branch.OTHER_RETAIL), ("pub", Branch.CAFE)]
)
def test_an_english_word_finds_its_branch(text: str, branch: Branch) -> None:
    """English words work for those who read English."""
    assert branch is branch_of(text, TEXTS[Language.ENGLISH])


@pytest.mark.parametrize("language", list(Language))
def test_no_word_leads_to_two_branches(language: Language) -> None:
    """Each word stands in one list, and every branch has words."""
    t = TEXTS[language]
    words = [word.strip() for branch in Branch for word in t.plain(f"branch-words-{branch}").split(",")]
    assert all(words)
    assert [] == sorted({word for word in words if words.count(word) > 1})
