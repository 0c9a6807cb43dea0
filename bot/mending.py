"""Mending: what the guard found in a typed answer is shown back, with the rest one tap away.

The text itself goes to the person and nowhere else. Beside the draft, until the question is left, stands only what is
clean: the text with its findings cut out. A text with nothing but a name in it is kept as it is, as it may be no name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from alerts.errors import InvalidText
from alerts.guard import CUT, Finding, Found, Verdict, verdict, without
from bot.callbacks import button
from bot.form import Step
from bot.message import Button, Html, Message, joined, paragraphs, utf16_length
from bot.texts import Phrases

MEND = "mend"
ACCEPTED_NAMES = frozenset({Finding.NAME})
_OFFER = "guard-offer"  # no name of a field has a dash
_CUT_OUT, _AS_IT_IS = "cut", "keep"
_MOST_SIGNS = 4096  # of a message of Telegram


@dataclass(frozen=True, slots=True)
class Mended:
    """What the person chose to go on with."""

    text: str
    accepts_names: bool


def offer(
    text: str, found: Sequence[Found], step: Step[Any], *, t: Phrases, version: int
) -> tuple[Message, dict[str, Any]]:
    """What is said about a text with these findings at this step, and what is kept beside the draft meanwhile."""
    is_warning = verdict(found) is Verdict.WARN
    cut = without(text, allowed=step.allows)
    kept = text if is_warning else cut
    rows: list[tuple[Button, ...]] = []
    if _says_something(cut):
        label = "guard-without-name" if is_warning else "guard-use-this"
        rows.append((_button(t.plain(label), _CUT_OUT, kept, version),))
    if is_warning:
        rows.append((_button(t.plain("guard-keep-name"), _AS_IT_IS, kept, version),))
    advice = _advice(text, found, step, t)
    message = Message(_said(text, cut if rows else "", found, advice, t, is_warning=is_warning)).with_keyboard(*rows)
    return message, {_OFFER: kept} if rows else {}


def mended(draft: Mapping[str, Any], chosen: str, allowed: frozenset[Finding]) -> Mended | None:
    """What that button stands for; None when another text was typed since."""
    how, _, digest = chosen.partition(".")
    kept = draft.get(_OFFER)
    if not isinstance(kept, str) or digest != _digest(kept) or how not in (_CUT_OUT, _AS_IT_IS):
        return None
    return Mended(without(kept, allowed=allowed) if how == _CUT_OUT else kept, accepts_names=how == _AS_IT_IS)


def without_offer(draft: Mapping[str, Any]) -> dict[str, Any]:
    """The draft alone."""
    return {name: value for name, value in draft.items() if name != _OFFER}


def refusals(found: Sequence[Found]) -> list[InvalidText]:
    """What the audit record says of it, each kind once; a warning is no refusal."""
    return [InvalidText(kind) for kind in dict.fromkeys(one.kind for one in found) if not kind.is_warning]


def _said(
    text: str, cut: str, found: Sequence[Found], sentences: Sequence[Html], t: Phrases, *, is_warning: bool
) -> Html:
    """As much of it as fits: the text with its findings marked, what to write instead, and what is left."""
    head = t("guard-look" if is_warning else "guard-refused")
    shown = joined("", Html("<blockquote>"), _marked(text, found), Html("</blockquote>"))
    rest = t("guard-rest", text=cut) if cut else t("guard-again")
    forms = (
        paragraphs(head, shown, *sentences, rest),
        paragraphs(head, *sentences, rest),
        paragraphs(head, sentences[0]),
    )
    return next((one for one in forms if utf16_length(one) <= _MOST_SIGNS), head)


def _advice(text: str, found: Sequence[Found], step: Step[Any], t: Phrases) -> list[Html]:
    by_kind = _by_kind(text, found)
    if step.advice is not None:
        return [t(step.advice, found=", ".join(by_kind.values()))]
    return [t(f"text-{kind}", found=words) for kind, words in by_kind.items()]


def _marked(text: str, found: Sequence[Found]) -> Html:
    parts: list[str] = []
    end = 0
    for one in found:
        struck = joined("", Html("<s>"), text[one.start : one.end], Html("</s>"))
        parts += [text[end : one.start], struck]
        end = one.end
    return joined("", *parts, text[end:])


def _by_kind(text: str, found: Sequence[Found]) -> dict[Finding, str]:
    words: dict[Finding, list[str]] = {}
    for one in found:
        words.setdefault(one.kind, []).append(text[one.start : one.end])
    return {kind: ", ".join(dict.fromkeys(said)) for kind, said in words.items()}


def _says_something(cut: str) -> bool:
    return any(sign.isalnum() for sign in cut.replace(CUT, ""))


def _button(label: str, how: str, kept: str, version: int) -> Button:
    return button(label, MEND, f"{how}.{_digest(kept)}", version)


def _digest(kept: str) -> str:
    return sha256(kept.encode()).hexdigest()[:8]
