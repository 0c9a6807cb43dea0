"""The first questions of a notice: what kind, what happened, when."""

from datetime import datetime, timedelta

from alerts.alert import WHAT_LENGTH, IncidentKind
from alerts.errors import InvalidText
from alerts.guard import check, is_blank
from bot.form import Answer, Choice, Picked, Question, Stay, Typed, marked
from bot.forms.alert_draft import AlertDraft
from bot.forms.moment import parse_past
from bot.message import in_rows, paragraphs, utf16_length
from bot.render.place import moment
from bot.scene import Scene
from bot.texts import Phrases

TEMPLATES = 2  # per kind
KINDS = tuple(kind for kind in IncidentKind if kind is not IncidentKind.PREVENTION)
_AGO_MINUTES = (0, 30, 60)


def checked(text: str, length: int) -> str:
    """The text if it may be broadcast. Raises InvalidText when it is empty, too long, or the guard finds something."""
    if is_blank(text):
        raise InvalidText("empty")
    if utf16_length(text) > length:
        raise InvalidText("too-long", length=str(length), typed=str(utf16_length(text)))
    check(text)
    return text


def typed(answer: Answer) -> str:
    """What was typed. Raises InvalidText for anything else."""
    if isinstance(answer, Typed):
        return answer.text
    raise InvalidText("type-or-tap")


async def ask_kind(draft: AlertDraft, scene: Scene) -> Question:
    """Which kind of incident."""
    kinds = [Choice(marked(scene.t.plain(f"kind-{kind}"), kind is draft.kind), kind) for kind in KINDS]
    return Question(scene.t("alert-ask-kind"), in_rows(kinds, 2))


async def take_kind(draft: AlertDraft, answer: Answer, _scene: Scene) -> AlertDraft:
    """A kind was tapped."""
    if isinstance(answer, Picked) and answer.value in set(KINDS):
        return draft.changed(kind=IncidentKind(answer.value), template=None)
    raise InvalidText("tap-a-button")


async def ask_what(draft: AlertDraft, scene: Scene) -> Question:
    """What happened: templates to start from, and the words so far, to copy with a tap unless they are protected."""
    t = scene.t
    base = draft.template or draft.what
    templates = [
        (Choice(t.plain(f"template-{draft.kind}-{number}-label"), f"template.{number}"),)
        for number in range(1, TEMPLATES + 1)
    ]
    if base is None:
        return Question(t("alert-ask-what"), tuple(templates))
    now = "alert-what-now-protected" if draft.is_protected else "alert-what-now"
    text = paragraphs(t("alert-ask-what"), t(now, what=base))
    return Question(text, ((Choice(t.plain("alert-use-this"), "use"),), *templates))


async def take_what(draft: AlertDraft, answer: Answer, scene: Scene) -> AlertDraft | Stay[AlertDraft]:
    """A template to look at, the words as they stand, or one's own."""
    if not isinstance(answer, Picked):
        return draft.changed(what=checked(typed(answer), WHAT_LENGTH), template=None)
    base = draft.template or draft.what
    if answer.value == "use" and base is not None:
        return draft.changed(what=checked(base, WHAT_LENGTH), template=None)
    _, _, number = answer.value.partition(".")
    text_id = f"template-{draft.kind}-{number}"
    if number in {str(known) for known in range(1, TEMPLATES + 1)}:
        return Stay(draft.changed(template=scene.t.plain(text_id)))
    raise InvalidText("type-or-tap")


async def ask_when(draft: AlertDraft, scene: Scene) -> Question:
    """When it happened."""
    t = scene.t
    now = t("alert-now-set", value=moment(draft.occurred_at, t, scene.zone)) if draft.occurred_at else ""
    return Question(paragraphs(t("alert-ask-when"), now), when_rows(t))


async def take_when(draft: AlertDraft, answer: Answer, scene: Scene) -> AlertDraft:
    """So many minutes ago, or a typed moment."""
    return draft.changed(occurred_at=when_of(answer, scene))


def when_rows(t: Phrases) -> tuple[tuple[Choice, ...], ...]:
    """So many minutes ago, as buttons."""
    return tuple((Choice(t.plain(f"alert-when-{minutes}"), f"ago.{minutes}"),) for minutes in _AGO_MINUTES)


def when_of(answer: Answer, scene: Scene) -> datetime:
    """The moment (UTC) that was tapped or typed. Raises InvalidText."""
    if not isinstance(answer, Picked):
        return parse_past(typed(answer), scene.now, scene.zone)
    _, _, minutes = answer.value.partition(".")
    if minutes not in {str(known) for known in _AGO_MINUTES}:
        raise InvalidText("type-or-tap")
    return (scene.now - timedelta(minutes=int(minutes))).replace(second=0, microsecond=0)
