"""The steps of an alert that begins with an example: which one, and what goes in each of its placeholders."""

from collections.abc import Sequence

from alerts.alert import WHAT_LENGTH, IncidentKind
from alerts.errors import InvalidText
from alerts.example_text import Placeholder, filled, open_in
from alerts.services.alert.read_words import with_words
from alerts.services.alert.start_from_example import begun_with
from alerts.typed_text import checked
from bot.conversation.form import Answer, Choice, Picked, Question, Stay
from bot.conversation.likely_choices import LESS, MORE, MOST, likely_choices
from bot.conversation.message import in_rows
from bot.conversation.request import Request
from bot.forms.alert.draft import AlertDraft
from bot.forms.questions.more import more_choice
from bot.forms.questions.typed_text import typed
from texts.examples import Offered, branch_words, offered_examples
from texts.html import Html, lines, paragraphs
from texts.phrases import Phrases
from texts.times_and_distances import clock_alone

STEP, NOW, LATER = "example", "now", "later"


def is_choosing(draft: AlertDraft) -> bool:
    """Whether an example is to be chosen, or was."""
    return draft.example is not None


def is_filling(draft: AlertDraft) -> bool:
    """Whether an example was chosen and is not filled in yet."""
    return bool(draft.example)


async def ask_example(draft: AlertDraft, request: Request) -> Question:
    """Ask for which kind of incident; then show the examples for it, each with a number to tap."""
    t, offered = request.t, await _offered(request)
    if draft.example_kind is None:
        known, is_whole = tuple(dict.fromkeys(one.kind for one in offered)), draft.shows_all == STEP
        shown = known if is_whole else likely_choices(known, known, (), MOST - 1)
        choices = [Choice(t.plain(f"kind-{kind}"), kind) for kind in shown]
        return Question(t("example-ask-kind"), (*in_rows(choices, 2), (more_choice(t, shows_all=is_whole),)))
    of_kind = [one for one in offered if one.kind is draft.example_kind][-MOST:]  # those of the program come last
    texts = [_shown(number, one, t) for number, one in enumerate(of_kind, 1)]
    numbers = [Choice(str(number), one.key) for number, one in enumerate(of_kind, 1)]
    return Question(paragraphs(t("example-ask"), *texts), in_rows(numbers, 4))


async def take_example(draft: AlertDraft, answer: Answer, request: Request) -> AlertDraft | Stay[AlertDraft]:
    """Take the kind, then the example; one without placeholders is the text at once. Raises InvalidText."""
    value = answer.value if isinstance(answer, Picked) else ""
    if value in (MORE, LESS):
        return Stay(draft.changed(shows_all=STEP if value == MORE else None))
    offered = await _offered(request)
    if value in {one.kind for one in offered}:
        return Stay(draft.changed(example_kind=IncidentKind(value)))
    chosen = next((one for one in offered if one.key == value), None)
    if chosen is None:
        raise InvalidText("tap-a-button")
    begun = draft.changed(example=chosen.text, example_kind=chosen.kind, example_branch=chosen.branch)
    return begun if open_in(chosen.text) else await _as_words(begun, request)


async def ask_placeholder(draft: AlertDraft, request: Request) -> Question:
    """Ask what goes in the next placeholder, below the text so far."""
    t, text = request.t, draft.example or ""
    asked = open_in(text)[0]
    now = Choice(t.plain("placeholder-now", clock=clock_alone(request.now, request.zone)), NOW)
    at_once = ((now,),) if asked is Placeholder.TIME else ()
    later = (Choice(t.plain("placeholder-later"), LATER),)
    return Question(paragraphs(t("example-so-far", text=text), t(f"placeholder-ask-{asked}")), (*at_once, later))


async def take_placeholder(draft: AlertDraft, answer: Answer, request: Request) -> AlertDraft | Stay[AlertDraft]:
    """Fill in a placeholder and ask for the next; after the last one, the text is read as if it was typed. What is left
    for later stays in it. Raises InvalidText."""
    if isinstance(answer, Picked) and answer.value == LATER:
        return await _as_words(draft, request)
    text = draft.example or ""
    is_now = isinstance(answer, Picked) and answer.value == NOW
    words = clock_alone(request.now, request.zone) if is_now else typed(answer)
    whole = await checked(filled(text, open_in(text)[0], words.strip().rstrip(".")), WHAT_LENGTH)
    told = draft.changed(example=whole)
    return Stay(told) if open_in(whole) else await _as_words(told, request)


async def _as_words(draft: AlertDraft, request: Request) -> AlertDraft:
    """Return the draft with the example as its words, and what it is for."""
    text, kind = draft.example or "", draft.example_kind
    assert kind is not None, "an example was chosen"
    read = await with_words(
        draft, text, request.uow, request.actor, request.now, zone=request.zone, on_refusal=request.refuse
    )
    begun = begun_with(read, text, kind, draft.example_branch)
    return begun.changed(example=None, example_kind=None, example_branch=None)


async def _offered(request: Request) -> Sequence[Offered]:
    return await offered_examples(request.uow, request.actor, request.now, request.t)


def _shown(number: int, one: Offered, t: Phrases) -> Html:
    return lines(t("example-head", number=number, branch=branch_words(one.branch, t)), t("example-text", text=one.text))
