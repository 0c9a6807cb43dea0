"""What was seen: the kind of report, the signals, the offenders, and words of one's own."""

from alerts.errors import InvalidText
from alerts.mo import MO_FIELDS
from alerts.report import CLOTHING_LENGTH, VEHICLE_LENGTH, VEHICLES, WHAT_LENGTH, ReportKind, Signal
from bot.form import Answer, Choice, Picked, Question, Stay, marked
from bot.forms.alert_what import checked, typed, when_of, when_rows
from bot.forms.report_draft import ReportDraft
from bot.message import in_rows, paragraphs
from bot.scene import Scene

DONE, YES, NO = "done", "yes", "no"
SAFE = ("called", "safe")


async def ask_safety(_draft: ReportDraft, scene: Scene) -> Question:
    """Before anything else: the bot is never the emergency channel."""
    t = scene.t
    rows = tuple((Choice(t.plain(f"report-safety-{answer}"), answer),) for answer in SAFE)
    return Question(paragraphs(t("report-safety"), t("report-safety-bot")), rows)


async def take_safety(draft: ReportDraft, answer: Answer, _scene: Scene) -> ReportDraft:
    """Only a tap goes on."""
    _picked(answer, SAFE)
    return draft


async def ask_kind(_draft: ReportDraft, scene: Scene) -> Question:
    """What it is about."""
    t = scene.t
    return Question(t("report-ask-kind"), tuple((Choice(t.plain(f"report-kind-{one}"), one),) for one in ReportKind))


async def take_kind(draft: ReportDraft, answer: Answer, _scene: Scene) -> ReportDraft:
    """One of four."""
    return draft.changed(kind=ReportKind(_picked(answer, tuple(ReportKind))))


async def ask_signals(draft: ReportDraft, scene: Scene) -> Question:
    """What stood out; several may be tapped."""
    t = scene.t
    rows = tuple((Choice(marked(t.plain(f"signal-{one}"), one in draft.signals), one),) for one in Signal)
    return Question(t("report-ask-signals"), (*rows, (Choice(t.plain("alert-done"), DONE),)))


async def take_signals(draft: ReportDraft, answer: Answer, _scene: Scene) -> ReportDraft | Stay[ReportDraft]:
    """Tap one, take it back, or go on."""
    value = _picked(answer, (*Signal, DONE))
    return draft if value == DONE else Stay(draft.changed(signals=draft.signals ^ {Signal(value)}))


async def ask_weapon(_draft: ReportDraft, scene: Scene) -> Question:
    """With what."""
    return _values("weapon", scene)


async def take_weapon(draft: ReportDraft, answer: Answer, _scene: Scene) -> ReportDraft:
    """One of the values of an alert."""
    return draft.changed(weapon=_picked(answer, MO_FIELDS["weapon"]))


async def ask_loot(_draft: ReportDraft, scene: Scene) -> Question:
    """The kind of loot, never an amount (DOMAIN, rule 4)."""
    return _values("loot_type", scene)


async def take_loot(draft: ReportDraft, answer: Answer, _scene: Scene) -> ReportDraft:
    """One of the values of an alert."""
    return draft.changed(loot_type=_picked(answer, MO_FIELDS["loot_type"]))


async def ask_injured(_draft: ReportDraft, scene: Scene) -> Question:
    """Whether anybody is hurt."""
    t = scene.t
    row = tuple(Choice(t.plain(f"report-injured-{answer}"), answer) for answer in (NO, YES))
    return Question(t("report-ask-injured"), (row,))


async def take_injured(draft: ReportDraft, answer: Answer, _scene: Scene) -> ReportDraft:
    """Yes or no."""
    return draft.changed(is_injured=_picked(answer, (NO, YES)) == YES)


async def ask_when(_draft: ReportDraft, scene: Scene) -> Question:
    """When it was."""
    return Question(scene.t("alert-ask-when"), when_rows(scene.t))


async def take_when(draft: ReportDraft, answer: Answer, scene: Scene) -> ReportDraft:
    """So many minutes ago, or a typed moment."""
    return draft.changed(occurred_at=when_of(answer, scene))


async def ask_persons(_draft: ReportDraft, scene: Scene) -> Question:
    """How many."""
    return _values("offender_count", scene, width=3, text="report-ask-persons")


async def take_persons(draft: ReportDraft, answer: Answer, _scene: Scene) -> ReportDraft:
    """One of the values of an alert."""
    return draft.changed(persons=_picked(answer, MO_FIELDS["offender_count"]))


async def ask_clothing(_draft: ReportDraft, scene: Scene) -> Question:
    """What they looked like, as far as that may be told."""
    return Question(scene.t("report-ask-clothing"))


async def take_clothing(draft: ReportDraft, answer: Answer, _scene: Scene) -> ReportDraft:
    """Typed."""
    return draft.changed(clothing=checked(typed(answer), CLOTHING_LENGTH))


async def ask_vehicle(_draft: ReportDraft, scene: Scene) -> Question:
    """How they came or left."""
    choices = [Choice(scene.t.plain(f"vehicle-{one}"), one) for one in VEHICLES]
    return Question(scene.t("report-ask-vehicle"), in_rows(choices, 2))


async def take_vehicle(draft: ReportDraft, answer: Answer, _scene: Scene) -> ReportDraft:
    """A button, or typed with its colour."""
    if isinstance(answer, Picked):
        return draft.changed(vehicle=_picked(answer, tuple(VEHICLES)))
    return draft.changed(vehicle=checked(typed(answer), VEHICLE_LENGTH))


async def ask_what(_draft: ReportDraft, scene: Scene) -> Question:
    """Anything else."""
    return Question(scene.t("report-ask-what"))


async def take_what(draft: ReportDraft, answer: Answer, _scene: Scene) -> ReportDraft:
    """Typed."""
    return draft.changed(what=checked(typed(answer), WHAT_LENGTH))


def _picked(answer: Answer, values: tuple[str, ...]) -> str:
    """The tapped one of these. Raises InvalidText."""
    if isinstance(answer, Picked) and answer.value in values:
        return answer.value
    raise InvalidText("tap-a-button")


def _values(field: str, scene: Scene, *, width: int = 2, text: str = "") -> Question:
    choices = [Choice(scene.t.plain(f"mo-{field}-{value}"), value) for value in MO_FIELDS[field]]
    return Question(scene.t(text or f"report-ask-{field}"), in_rows(choices, width))
