"""Tests of the guard on its labelled sets, each written by somebody who had not seen the rules (guard_set.md)."""

import json
from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pytest

from alerts.guard import Finding, Verdict, find, verdict

FROZEN = {
    "guard_set.jsonl": "ae14d73c291c0cc6e636f1db9b3767ea639a2d51ad8cd0de4f164e72b356448b",
    "guard_set_2.jsonl": "8b5c1ce0d617dc5ee00c6e7de8e0af90dbeb802191b121ca0aafa2246f253934",
    "guard_set_3.jsonl": "209825d99894bdbaa72a4d84b27a4308630ebfc4a630008a3688582708753771",
    "guard_set_4.jsonl": "6df47801fa631bdfa4b2a3d3d6a87478764fc1b96e8214b3b84d7ecae387cb91",
}
"""The sets of natural texts, with the digests of their files."""
EVASIONS = "guard_evasions.jsonl"
EVASIONS_DIGEST = "f6cfd810dafc246d0791e3cc427058a8e11694fd5c43e1d46b5808d624c57b25"
# The number found of each kind among the texts that try to evade the guard: it may rise, not fall.
REACHED = {
    Finding.PLATE: 94,
    Finding.BSN: 14,
    Finding.PHONE: 35,
    Finding.EMAIL: 9,
    Finding.IBAN: 10,
    Finding.HANDLE: 7,
    Finding.BIRTH_DATE: 12,
    Finding.NAME: 16,
    Finding.DESCENT: 13,
    Finding.RELIGION: 5,
    Finding.HEALTH: 8,
}
EVASIONS_FALSE_ALARMS = 0
# These must be found whole, because the rest of a number still tells whose it is. Of the other kinds a part is enough,
# as somebody who corrects a text corrects the sentence around it.
WHOLE = {Finding.PLATE, Finding.BSN, Finding.PHONE, Finding.EMAIL, Finding.IBAN}
NEEDED = dict.fromkeys(WHOLE, 0.98)
FALSE_ALARMS = 0.02
# Of the natural texts of the fourth set nearly everything of every kind is found, and at most 1 in 100 harmless texts
# is stopped.
STRICT = "guard_set_4.jsonl"
STRICT_NEEDED, STRICT_FALSE_ALARMS = 0.98, 0.01


@dataclass
class Figures:
    """The number of labels that were found, by kind, and the findings in texts without a label."""

    name: str
    there: Counter[Finding] = field(default_factory=Counter)
    found: Counter[Finding] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    harmless: int = 0
    alarms: list[str] = field(default_factory=list)
    wrong_verdicts: list[str] = field(default_factory=list)

    def recall(self, kind: Finding) -> float:
        return self.found[kind] / self.there[kind]

    @property
    def false_alarms(self) -> float:
        return len(self.alarms) / self.harmless

    def __str__(self) -> str:
        kinds = (f"{kind}: {self.found[kind]} of {self.there[kind]}" for kind in self.there)
        rates = f"false alarms: {len(self.alarms)} of {self.harmless}, wrong verdicts: {len(self.wrong_verdicts)}"
        return "\n".join([*kinds, rates, *self.missed, *self.alarms, *self.wrong_verdicts])


def _read(name: str) -> bytes:
    return Path(__file__).with_name(name).read_bytes()


@pytest.fixture(scope="module", params=FROZEN)
def figures(request: pytest.FixtureRequest) -> Figures:
    return _measured(request.param)


@pytest.fixture(scope="module")
def evasions() -> Figures:
    return _measured(EVASIONS)


def _measured(name: str) -> Figures:
    result = Figures(name)
    for line in _read(name).decode().split("\n")[:-1]:
        _measure(json.loads(line), result)
    return result


def _measure(labelled: dict[str, object], result: Figures) -> None:
    text, labels = str(labelled["text"]), labelled["found"]
    assert isinstance(labels, list)
    found = find(text, allowed={Finding.AMOUNT})  # a rule of its own, which the set does not cover
    words = [(one.kind.value, text[one.start : one.end]) for one in found]
    for label in labels:
        kind, start, end = Finding(label["kind"]), label["start"], label["end"]
        result.there[kind] += 1
        spans = [(one.start, one.end) for one in found if one.kind is kind]
        is_whole = any(first <= start and end <= last for first, last in spans)
        if is_whole or (kind not in WHOLE and any(first < end and start < last for first, last in spans)):
            result.found[kind] += 1
        else:
            result.missed.append(f"missed {kind} {text[start:end]!r} in {text!r}: {words}")
    if labelled["verdict"] == Verdict.OK:
        result.harmless += 1
        if found:
            result.alarms.append(f"false alarm in {text!r}: {words}")
    if verdict(found) != labelled["verdict"]:
        result.wrong_verdicts.append(f"{verdict(found)} instead of {labelled['verdict']}: {text!r}: {words}")


@pytest.mark.parametrize("kind", [one for one in Finding if one is not Finding.AMOUNT])
def test_recall(kind: Finding, figures: Figures) -> None:
    """Nearly all of each kind is found: 98 of 100 where the form tells it, 90 where words do (98 in the fourth set)."""
    needed = STRICT_NEEDED if figures.name == STRICT else NEEDED.get(kind, 0.9)
    assert needed <= figures.recall(kind), f"{kind}: {figures.recall(kind):.3f}\n{figures}"


def test_false_alarms(figures: Figures) -> None:
    """At most 2 in 100 of the harmless texts are stopped."""
    most = STRICT_FALSE_ALARMS if figures.name == STRICT else FALSE_ALARMS
    assert most >= figures.false_alarms, str(figures)


@pytest.mark.parametrize("kind", REACHED)
def test_evasions_are_found_as_often_as_before(kind: Finding, evasions: Figures) -> None:
    """The number of evasions found of each kind does not fall below the recorded number."""
    assert REACHED[kind] <= evasions.found[kind], str(evasions)


def test_false_alarms_among_evasions(evasions: Figures) -> None:
    """The number of harmless texts among the evasions that are stopped does not rise."""
    assert EVASIONS_FALSE_ALARMS >= len(evasions.alarms), str(evasions)


@pytest.mark.parametrize(("name", "digest"), [*FROZEN.items(), (EVASIONS, EVASIONS_DIGEST)])
def test_the_set_is_the_one_that_was_frozen(name: str, digest: str) -> None:
    """The sets are the frozen ones. A line changes only when its label is wrong; the digest here then changes with
    it."""
    assert digest == sha256(_read(name)).hexdigest()
