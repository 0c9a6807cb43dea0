"""The first step of an alert: what happened, typed in one line or as a kind that is tapped.

What a typed text says goes into the fields; the guard looks at it before it is read.
"""

from alerts.alert import WHAT_LENGTH, IncidentKind
from alerts.services.alert.read_words import with_words
from alerts.typed_text import checked
from bot.conversation.form import Answer, Choice, Picked, Question, marked
from bot.conversation.message import in_rows
from bot.conversation.request import Request
from bot.forms.alert.draft import AlertDraft
from bot.forms.questions.text_edit import edited
from bot.forms.questions.typed_text import typed
from texts.html import paragraphs

STEPS, OTHER, EXAMPLE = "steps", "other", "example"
LIKELY = (
    IncidentKind.ROBBERY,
    IncidentKind.ROBBERY_ATTEMPT,
    IncidentKind.RECONNAISSANCE,
)


async def ask_words(draft: AlertDraft, request: Request) -> Question:
    """Ask what happened and where; what was typed before is there to copy."""
    t = request.t
    now = "alert-what-now-protected" if draft.is_protected else "alert-what-now"
    kinds = [Choice(marked(t.plain(f"kind-{kind}"), kind is draft.kind), kind) for kind in LIKELY]
    others = (Choice(t.plain("alert-other-kind"), OTHER), Choice(t.plain("alert-steps"), STEPS))
    known = (t(now, what=draft.words), t("alert-what-edit")) if draft.words else ()
    text = paragraphs(t("drill-form") if draft.is_drill else "", t("alert-ask-words"), *known)
    example = (Choice(t.plain("alert-example"), EXAMPLE),)
    return Question(text, (*in_rows(kinds, 2), others, example))


def whole_words(draft: AlertDraft, answer: str) -> str:
    """Return the text that a typed answer makes of the present words. Raises InvalidText."""
    return edited(draft.words, answer)


async def take_words(draft: AlertDraft, answer: Answer, request: Request) -> AlertDraft:
    """Take a typed text and fill in what it says, or take a kind; or go on step by step, or with an example. Raises
    InvalidText."""
    draft = draft.changed(example=None)
    match answer:
        case Picked(value) if value == STEPS:
            return draft.changed(is_short=False, what=draft.what or draft.words)
        case Picked(value) if value == EXAMPLE:
            return draft.changed(example="", example_kind=None, shows_all=None)
        case Picked(value) if value == OTHER:
            return draft.changed(kind=None, shows_all="kind")
        case Picked(value) if value in set(LIKELY):
            return draft.changed(kind=IncidentKind(value))
        case _:
            text = await checked(typed(answer), WHAT_LENGTH)
            return await with_words(
                draft,
                text,
                request.uow,
                request.actor,
                request.now,
                zone=request.zone,
                on_refusal=request.refuse,
            )
