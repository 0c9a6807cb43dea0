"""Tests of words of distress: what calls a person, and what does not."""

import pytest

from alerts.aftercare.distress import is_distress


@pytest.mark.parametrize(
    "text",
    [
        "Ik trek het niet",
        "ik trek het echt niet meer",
        "k trek t niet",
        "Ik red het niet meer!",
        "Ik kan niet meer.",
        "Het gaat wel, maar ik slaap al weken niet meer",
        "ik wil niet meer leven",
        "Ik wil dood",
        "ik denk aan zelfmoord",
        "ik ben op.",
        "Ik stort in",
        "ik heb hulp nodig",
        "Ik wil iemand spreken",
        "I can\u2019t take it anymore",
        "I cannot go on",
        "i'm falling apart",
        "I want to die",
        "I need help",
        "I want to talk to someone",
    ],
)
def test_who_cannot_go_on_is_heard(text: str) -> None:
    """Whoever says of themselves that they cannot go on, or want a person, is heard, in both languages."""
    assert is_distress(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ik trek de deur niet dicht",
        "ik red het niet om vier uur",
        "Ik kan niet komen, kan het dinsdag?",
        "ik kan het niet meer zien op de camera",
        "Ik kan niet meer bestellen bij die leverancier",
        "ik wil niet meer met contant geld werken",
        "ik ben op vakantie",
        "Er is geen zelfmoord gepleegd",
        "Hij trekt het niet",
        "I can do it",
        "I cannot do Tuesday",
        "Dank je, het gaat goed",
    ],
)
def test_everyday_words_call_nobody(text: str) -> None:
    """What says nothing of how somebody is, or is about somebody else, calls nobody."""
    assert not is_distress(text)


def test_a_long_text_takes_no_time() -> None:
    """Only the beginning of a very long text counts, so that nobody can hold up the program."""
    assert is_distress("ik kan niet meer. " + "a " * 200_000)
    assert not is_distress("ik " * 200_000)
