"""Tests of editing a text by a short answer."""

import pytest

from alerts.errors import InvalidText
from bot.forms.questions.text_edit import edited

TEXT = "Dader vluchtte op een scooter. Hij droeg foto’s bij zich, en een man met een mantel keek toe."


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("scooter > fiets", TEXT.replace("scooter", "fiets")),
        ("Scooter > fiets", TEXT.replace("scooter", "fiets")),  # a phone begins with a capital
        ("scooter -> BMW", TEXT.replace("scooter", "BMW")),
        ("scooter→fiets", TEXT.replace("scooter", "fiets")),
        ("dader > de man", TEXT.replace("Dader", "De man")),  # the text's own capital stays
        ("een   scooter. hij > een fiets. Hij", TEXT.replace("scooter", "fiets")),
        ("foto's bij zich > een tas", TEXT.replace("foto’s bij zich", "een tas")),
        ("man > vrouw", TEXT.replace("een man met", "een vrouw met")),  # whole words before parts of others
        ("mante > kapot", TEXT.replace("mante", "kapot")),
        (" op een scooter >", TEXT.replace(" op een scooter", "")),
        ("Dader >", TEXT.replace("Dader vluchtte", "Vluchtte")),
        (", en een man met een mantel keek toe >", TEXT.replace(", en een man met een mantel keek toe", "")),
        ("+ ze zijn met twee", f"{TEXT} Ze zijn met twee."),
        ("+Let op!", f"{TEXT} Let op!"),
        ("Een heel nieuwe tekst.", "Een heel nieuwe tekst."),
        ("Twee regels:\nscooter > fiets", "Twee regels:\nscooter > fiets"),
        ("a > b > c", "a > b > c"),
        ("> fiets", "> fiets"),
        ("+", "+"),
    ],
)
def test_a_short_answer_changes_a_part_and_any_other_is_a_new_text(answer: str, said: str) -> None:
    """A passage is replaced or left out, a sentence is added, and any other answer is the new text."""
    assert said == edited(TEXT, answer)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [("auto > fiets", "passage-nowhere"), ("een > de", "passage-often"), ("x.x > y", "passage-nowhere")],
)
def test_a_passage_that_is_not_there_once_is_refused(answer: str, reason: str) -> None:
    """A passage that occurs nowhere, or more than once, is refused by its own reason."""
    with pytest.raises(InvalidText) as refused:
        edited(TEXT, answer)
    assert reason == refused.value.reason


@pytest.mark.parametrize("text", [None, ""])
def test_without_a_text_every_answer_is_a_new_one(text: str | None) -> None:
    """Where there is no text yet, every answer is one."""
    assert "scooter > fiets" == edited(text, "scooter > fiets")


def test_a_text_without_a_full_stop_gets_one_before_a_sentence_is_added() -> None:
    """An added sentence follows a full stop, also where the text had none."""
    assert "Man bekeek de kassa. Hij liep weg." == edited("Man bekeek de kassa", "+ hij liep weg")
