"""Redaction: shows what the guard found in a typed answer, and offers the rest of the text as a button.

The text itself goes to the person and nowhere else. Only the text without its findings is kept beside the draft, until
the question is left. A text in which only a name was found is kept whole, as that may be no name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from alerts.errors import InvalidText, Rejected
from alerts.guard import Finding, Found, Verdict, find, verdict
from alerts.guard.off_loop import off_loop
from alerts.guard.remainder import remainder
from alerts.guard.shops import shop_pattern, shops_in
from alerts.ports import Dialogue
from alerts.typed_text import Blocked, utf16_length
from bot.conversation.callbacks import button
from bot.conversation.form import Answer, Question, Step, Typed, Words
from bot.conversation.message import Button, Message
from bot.conversation.request import Request
from bot.conversation.text_parts import beginning
from texts.composed_notice import instead
from texts.html import Html, joined, paragraphs
from texts.phrases import Phrases

MEND = "mend"
ACCEPTED_NAMES = frozenset({Finding.NAME})
_OFFER = "guard-offer"  # a key that no field has: names of fields have no dash
_CUT_OUT, _AS_IT_IS, _BEGINNING = "cut", "keep", "begin"
MOST_SIGNS = 4096  # characters in a message of Telegram
_LAST_WORDS = 3  # on the button that takes a beginning


@dataclass(frozen=True, slots=True)
class RedactedText:
    """The text that the person chose to go on with."""

    text: str
    accepts_names: bool


async def found_after(refusal: Rejected, text: str, allowed: frozenset[Finding]) -> Sequence[Found]:
    """Return the findings in a text that was refused for them: those of its step, unless that checked another text or
    allowed other findings. Empty when it was refused for something else."""
    if refusal.reason not in set(Finding):
        return ()
    if isinstance(refusal, Blocked) and (refusal.text, refusal.allowed) == (text, allowed):
        return refusal.found
    return await off_loop(find, text, allowed=allowed)


async def findings(
    text: str, step: Step[Any], draft: Any, request: Request, allowed: frozenset[Finding]
) -> list[Found]:
    """Return what the guard finds in a typed answer, and the names of shops that it should leave out."""
    names = () if Finding.NAME in allowed else await shop_names(step, draft, request)
    return shops_in(text, names, await off_loop(find, text, allowed=allowed))


async def shop_names(step: Step[Any], draft: Any, request: Request) -> Sequence[str]:
    """Return the names of shops that an answer at this step leaves out."""
    return await step.shops(draft, request) if step.shops else ()


def _without_shops(text: str, names: Sequence[str], t: Phrases) -> str:
    for name in sorted(names, key=len, reverse=True):
        text = shop_pattern(name).sub(t.plain("report-the-shop"), text) if name.strip() else text
    return text


async def offer(
    text: str,
    found: Sequence[Found],
    step: Step[Any],
    draft: Any,
    request: Request,
    *,
    accepts_names: bool,
    version: int,
) -> tuple[Message, dict[str, Any]]:
    """Return the message about a text with these findings at this step, and what is kept beside the draft meanwhile.
    With `accepts_names` the findings are those besides names; names are removed from what is offered all the same."""
    t, names = request.t, () if accepts_names else await shop_names(step, draft, request)
    for error in refusals(found):
        request.refuse(error)
    is_warning = verdict(found) is Verdict.WARN
    known = None if accepts_names or names else found
    cut = await off_loop(remainder, _without_shops(text, names, t), instead(t), allowed=step.allows, found=known)
    kept = text if is_warning else cut
    rows: list[tuple[Button, ...]] = []
    if cut:
        label = "guard-without-name" if is_warning else "guard-use-this"
        rows.append((_button(t.plain(label), _CUT_OUT, kept, version),))
    if is_warning:
        rows.append((_button(t.plain("guard-keep-name"), _AS_IT_IS, kept, version),))
    advice = _advice(text, found, step, t, names=names)
    message = Message(_said(text, cut if rows else "", found, advice, t, is_warning=is_warning)).with_keyboard(*rows)
    return message, {_OFFER: kept} if rows else {}


async def offer_beginning(
    answer: Answer, error: Rejected, step: Step[Any], draft: Any, request: Request, *, version: int
) -> tuple[dict[str, Any], tuple[Button, ...]]:
    """Return what is kept beside the draft, and the button that takes it, where an answer is a text that is too long:
    as many of its sentences as fit, without what the guard finds. Both are empty for any other refusal."""
    if not isinstance(answer, Typed) or error.reason != "too-long" or step.words not in (Words.TEXT, Words.ACCOUNT):
        return {}, ()
    fits = await _fitting(answer.text, error, step, draft, request)
    if fits == answer.text:  # it is too long only together with what stands there already
        return {}, ()
    kept = await off_loop(remainder, fits, instead(request.t), allowed=step.allows)
    if not kept:
        return {}, ()
    return {_OFFER: kept}, (_take_button("typed-beginning", kept, version, request.t),)


def with_kept(question: Question, dialogue: Dialogue, t: Phrases) -> Question:
    """Return the question with a button for what is kept of a refused answer, as the message that offered it may not
    have been sent."""
    kept = dialogue.draft.get(_OFFER)
    if not isinstance(kept, str):
        return question
    return question.below(t("typed-kept"), (_take_button("typed-kept-take", kept, dialogue.version, t),))


def _take_button(label: str, kept: str, version: int, t: Phrases) -> Button:
    """Make the button that takes a kept text through all checks of its step; it shows the last words."""
    ends = " ".join(kept.split()[-_LAST_WORDS:])
    return _button(t.plain(label, ends=ends), _BEGINNING, kept, version)


async def _fitting(text: str, error: Rejected, step: Step[Any], draft: Any, request: Request) -> str:
    """Return the sentences that fit in the field: what is too long for any field may be too long for this one still.
    Empty where they are no answer either, or say what stands there already."""
    fits = beginning(text, int(error.fields["length"]))
    try:
        taken = await step.take(draft, Typed(fits), request)
    except Rejected as again:
        if again.reason == "too-long":
            shorter = beginning(text, int(again.fields["length"]))
            return shorter if shorter != fits else ""
        return fits if again.reason in set(Finding) else ""
    return "" if taken == draft else fits


async def mended(
    kept_beside: Mapping[str, Any], chosen: str, step: Step[Any], draft: Any, request: Request
) -> RedactedText | None:
    """Return the text that the pressed button stands for; None when another text was typed since."""
    how, _, digest = chosen.partition(".")
    kept = kept_beside.get(_OFFER)
    if not isinstance(kept, str) or digest != _digest(kept) or how not in (_CUT_OUT, _AS_IT_IS, _BEGINNING):
        return None
    if how == _BEGINNING:
        return RedactedText(kept, accepts_names=False)
    if how == _AS_IT_IS:
        return RedactedText(kept, accepts_names=True)
    t, names = request.t, await shop_names(step, draft, request)
    without = _without_shops(kept, names, t)
    return RedactedText(await off_loop(remainder, without, instead(t), allowed=step.allows), accepts_names=False)


def without_offer(draft: Mapping[str, Any]) -> dict[str, Any]:
    """Return the draft without the text that is kept beside it."""
    return {name: value for name, value in draft.items() if name != _OFFER}


def refusals(found: Sequence[Found]) -> list[InvalidText]:
    """Return the refusals for the audit record, one for each kind of finding; a warning is none."""
    return [InvalidText(kind) for kind in dict.fromkeys(one.kind for one in found) if not kind.is_warning]


def _said(
    text: str, cut: str, found: Sequence[Found], sentences: Sequence[Html], t: Phrases, *, is_warning: bool
) -> Html:
    """Write as much as fits: the text with its findings marked, what to write instead, and what is left of it."""
    head = t("guard-look" if is_warning else "guard-refused")
    shown = joined("", Html("<blockquote>"), _marked(text, found), Html("</blockquote>"))
    rest = t("guard-rest", text=cut) if cut else t("guard-again")
    forms = (
        paragraphs(head, shown, *sentences, rest),
        paragraphs(head, *sentences, rest),
        paragraphs(head, sentences[0]),
    )
    return next((one for one in forms if utf16_length(one) <= MOST_SIGNS), head)


def _advice(text: str, found: Sequence[Found], step: Step[Any], t: Phrases, *, names: Sequence[str]) -> list[Html]:
    of_shops = [one for one in found if any(shop_pattern(name).fullmatch(text[one.start : one.end]) for name in names)]
    by_kind = _by_kind(text, [one for one in found if one not in of_shops])
    if step.advice is not None:
        return [t(step.advice, found=", ".join(by_kind.values()))]
    told = [t(f"text-{kind}", found=words) for kind, words in by_kind.items()]
    shops = ", ".join(dict.fromkeys(text[one.start : one.end] for one in of_shops))
    return [*told, *([t("guard-shop", found=shops)] if shops else [])]


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


def _button(label: str, how: str, kept: str, version: int) -> Button:
    return button(label, MEND, f"{how}.{_digest(kept)}", version)


def _digest(kept: str) -> str:
    return sha256(kept.encode()).hexdigest()[:8]
