"""The first steps of an alert: its kind, what happened, and when."""

from alerts.alert import WHAT_LENGTH, IncidentKind
from alerts.errors import InvalidText
from alerts.guard.off_loop import off_loop
from alerts.modus_operandi import TYPED_MO_FIELD
from alerts.typed_text import check_together, checked
from bot.conversation.form import Answer, Choice, Picked, Question, Stay, marked
from bot.conversation.likely_choices import LESS, MORE, MOST, likely_choices
from bot.conversation.message import in_rows
from bot.conversation.request import Request
from bot.forms.alert.draft import AlertDraft
from bot.forms.questions.moment import when_of, when_rows
from bot.forms.questions.more import more_choice
from bot.forms.questions.text_edit import edited
from bot.forms.questions.typed_text import typed
from texts.html import paragraphs
from texts.times_and_distances import moment_told

TEMPLATES = 2  # per kind
KINDS = tuple(kind for kind in IncidentKind if kind is not IncidentKind.PREVENTION)


async def ask_kind(draft: AlertDraft, request: Request) -> Question:
    """Ask for the kind of incident."""
    t, is_whole = request.t, draft.shows_all == "kind"
    shown = KINDS if is_whole else likely_choices(KINDS, KINDS, [one for one in KINDS if one is draft.kind], MOST - 1)
    kinds = [Choice(marked(t.plain(f"kind-{kind}"), kind is draft.kind), kind) for kind in shown]
    return Question(t("alert-ask-kind"), (*in_rows(kinds, 2), (more_choice(t, shows_all=is_whole),)))


async def take_kind(draft: AlertDraft, answer: Answer, _request: Request) -> AlertDraft | Stay[AlertDraft]:
    """Take a tapped kind, or show more or fewer of them."""
    if isinstance(answer, Picked) and answer.value in (MORE, LESS):
        return Stay(draft.changed(shows_all="kind" if answer.value == MORE else None))
    if isinstance(answer, Picked) and answer.value in set(KINDS):
        return draft.changed(kind=IncidentKind(answer.value), template=None)
    raise InvalidText("tap-a-button")


async def ask_what(draft: AlertDraft, request: Request) -> Question:
    """Ask what happened: offers templates, and the present text, to copy with a tap unless it is protected."""
    t = request.t
    base = draft.template or draft.what
    templates = [
        (Choice(t.plain(f"template-{draft.kind}-{number}-label"), f"template.{number}"),)
        for number in range(1, TEMPLATES + 1)
    ]
    if base is None:
        return Question(t("alert-ask-what"), tuple(templates))
    now = "alert-what-now-protected" if draft.is_protected else "alert-what-now"
    text = paragraphs(t("alert-ask-what"), t(now, what=base), t("alert-what-edit"))
    return Question(text, ((Choice(t.plain("alert-use-this"), "use"),), *templates))


async def take_what(draft: AlertDraft, answer: Answer, request: Request) -> AlertDraft | Stay[AlertDraft]:
    """Take a template to look at, the present text, or a typed one."""
    if not isinstance(answer, Picked):
        return draft.changed(what=await _with_notes(await checked(typed(answer), WHAT_LENGTH), draft), template=None)
    base = draft.template or draft.what
    if answer.value == "use" and base is not None:
        return draft.changed(what=await _with_notes(await checked(base, WHAT_LENGTH), draft), template=None)
    _, _, number = answer.value.partition(".")
    text_id = f"template-{draft.kind}-{number}"
    if number in {str(known) for known in range(1, TEMPLATES + 1)}:
        return Stay(draft.changed(template=request.t.plain(text_id)))
    raise InvalidText("type-or-tap")


def whole_what(draft: AlertDraft, answer: str) -> str:
    """Return the text that a typed answer makes of the present one. Raises InvalidText."""
    return edited(draft.template or draft.what, answer)


async def _with_notes(what: str, draft: AlertDraft) -> str:
    """Return the text if it may be sent together with the notes on language. Raises InvalidText."""
    await off_loop(check_together, what, draft.mo.get(TYPED_MO_FIELD))
    return what


async def ask_when(draft: AlertDraft, request: Request) -> Question:
    """Ask when it happened."""
    t = request.t
    at, zone = draft.occurred_at, request.zone
    now = t("alert-now-set", value=moment_told(at, draft.time_of_day, t, zone)) if at else ""
    return Question(paragraphs(t("alert-ask-when"), now), when_rows(t))


async def take_when(draft: AlertDraft, answer: Answer, request: Request) -> AlertDraft:
    """Take a number of minutes ago, or a typed moment."""
    return draft.changed(occurred_at=when_of(answer, request), time_of_day=None)
