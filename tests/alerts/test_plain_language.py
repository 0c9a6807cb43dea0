"""Tests of plain language: which sentences are long, and which words have a plainer one."""

import pytest

from alerts.plain_language import MOST_WORDS, PLAINER, HardWord, hard_words, long_sentences

LONG = "Er kwam een man binnen met een helm en een tas die vroeg naar geld en ging weg"  # 17 words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Let op je deur. Ga niemand achterna.", []),
        (LONG, [LONG]),
        (f"Let op. {LONG}! Bel 112.", [f"{LONG}!"]),
        (f"Kort\n{LONG}", [LONG]),
        (" ".join(["woord"] * MOST_WORDS), []),
        (" ".join(["woord"] * (MOST_WORDS + 1)), [" ".join(["woord"] * (MOST_WORDS + 1))]),
        ("Het was om ca. half acht. " + "Een zin.", []),
    ],
)
def test_a_sentence_of_more_than_fifteen_words_is_long(text: str, expected: list[str]) -> None:
    """A sentence ends at a sign before a capital or a number, and at the end of a line; an abbreviation is no end."""
    assert expected == long_sentences(text)


def test_hard_words_have_a_plainer_one() -> None:
    """Each is named once, as it was typed and in the order of the text; a part of a word does not count."""
    found = hard_words("Indien u thans iets ziet: dient te bellen. INDIEN niet, echterlijk de politie middels 112.")
    assert [
        HardWord("Indien", "als"),
        HardWord("thans", "nu"),
        HardWord("dient te", "moet"),
        HardWord("middels", "met"),
    ] == found
    assert [] == hard_words("Let op je deur.")


def test_the_list_is_plain_itself() -> None:
    """No plainer word is hard, and every hard one is found as it stands in the list."""
    assert not [one for one in PLAINER.values() if hard_words(one)]
    assert all([HardWord(one, plainer)] == hard_words(one) for one, plainer in PLAINER.items())
