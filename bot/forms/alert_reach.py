"""Whom a notice reaches: place, reach, branches, severity, TLP, and until when."""

from datetime import timedelta

from alerts.alert import REACH_CHOICES_KM
from alerts.egress import check_label
from alerts.errors import InvalidPostcode, InvalidText, LabelTooNarrow
from alerts.severity import DEFAULT_TLP, Severity, Tlp
from bot.callbacks import safe_id
from bot.form import Answer, Choice, Picked, Question, marked
from bot.forms.alert_audience import with_audiences
from bot.forms.alert_draft import AlertDraft
from bot.forms.alert_named import with_nameable
from bot.forms.alert_what import typed
from bot.forms.branches import branch_choices
from bot.forms.moment import parse_future
from bot.forms.place import place_of
from bot.forms.shop import place_words
from bot.message import Html, LocationKeyboard, Message, in_rows, paragraphs
from bot.render.place import moment
from bot.scene import Scene

UNTIL_CHOICES_HOURS = (2, 12, 24, 72, 7 * 24, 14 * 24, 30 * 24)
LONGEST = timedelta(days=90)


async def ask_place(draft: AlertDraft, scene: Scene) -> Question:
    """Where it happened."""
    t = scene.t
    now = t("alert-now-set", value=place_words(draft.place, t)) if draft.place else Html("")
    keyboard = LocationKeyboard(t.plain("alert-share-location"), t.plain("alert-place-example"))
    keep = ((Choice(t.plain("alert-keep"), "keep"),),) if draft.place else ()
    before = (Message(t("alert-place-hint"), keyboard),)
    return Question(paragraphs(t("alert-ask-place"), now), keep, before=before)


async def take_place(draft: AlertDraft, answer: Answer, scene: Scene) -> AlertDraft:
    """A postcode of four digits or six signs, or a shared location, within one's own scope."""
    if isinstance(answer, Picked) and answer.value == "keep" and draft.place is not None:
        return draft
    found = await place_of(answer, scene, allow_pc4=True)
    if found.doubt is not None:
        raise InvalidPostcode(str(found.doubt), code=found.code)
    return (await with_audiences(draft, found.place, scene)).changed(place=found)


async def ask_reach(draft: AlertDraft, scene: Scene) -> Question:
    """How far around it."""
    t = scene.t
    choices = [
        Choice(marked(t.plain("alert-reach-km", km=km), draft.reach_km == km), str(km)) for km in REACH_CHOICES_KM
    ]
    return Question(t("alert-ask-reach"), (tuple(choices[:3]), tuple(choices[3:])))


async def take_reach(draft: AlertDraft, answer: Answer, _scene: Scene) -> AlertDraft:
    """Whole kilometres: one of the buttons, or typed from 1 to 100."""
    text = answer.value if isinstance(answer, Picked) else typed(answer).lower().removesuffix("km").strip()
    if not 1 <= (safe_id(text) if len(text) <= 3 else 0) <= 100:
        raise InvalidText("no-kilometres")
    return draft.changed(reach_km=int(text))


async def ask_branches(draft: AlertDraft, scene: Scene) -> Question:
    """Which branches; several may be chosen."""
    return Question(scene.t("alert-ask-branches"), branch_choices(draft, scene.t))


async def ask_severity(draft: AlertDraft, scene: Scene) -> Question:
    """How urgent."""
    t = scene.t
    rows = tuple((Choice(marked(t.plain(f"severity-{one}"), draft.severity is one), one),) for one in Severity)
    return Question(t("alert-ask-severity"), rows)


async def take_severity(draft: AlertDraft, answer: Answer, scene: Scene) -> AlertDraft:
    """One of four; label and end are the usual ones for it unless they were chosen before."""
    if isinstance(answer, Picked) and answer.value in set(Severity):
        severity = Severity(answer.value)
        until = draft.until or (scene.now + severity.lasts).replace(second=0, microsecond=0)
        return draft.changed(severity=severity, tlp=_label_for(severity, draft), until=until)
    raise InvalidText("tap-a-button")


async def ask_tlp(draft: AlertDraft, scene: Scene) -> Question:
    """How far it may travel; the usual label for this severity says so."""
    t = scene.t
    usual = DEFAULT_TLP[draft.severity] if draft.severity else None
    labels = {one: marked(_tlp_label(one, usual, scene), (draft.tlp or usual) is one) for one in Tlp}
    return Question(t("alert-ask-tlp"), tuple((Choice(label, _key(one)),) for one, label in labels.items()))


async def take_tlp(draft: AlertDraft, answer: Answer, scene: Scene) -> AlertDraft:
    """One of the five labels, where it fits what was chosen before. Raises LabelTooNarrow."""
    labels = {_key(one): one for one in Tlp}
    if not isinstance(answer, Picked) or answer.value not in labels:
        raise InvalidText("tap-a-button")
    tlp = labels[answer.value]
    check_label(tlp, draft.severity, draft.kvo_group_id)
    return await with_nameable(draft.changed(tlp=tlp), scene)


def _label_for(severity: Severity, draft: AlertDraft) -> Tlp:
    """The label that was chosen, unless it is too open for this severity; the preview shows it."""
    if draft.tlp is None:
        return DEFAULT_TLP[severity]
    try:
        check_label(draft.tlp, severity)
    except LabelTooNarrow:
        return DEFAULT_TLP[severity]
    return draft.tlp


async def ask_until(draft: AlertDraft, scene: Scene) -> Question:
    """Until when it counts; the usual time for this severity says so."""
    t = scene.t
    usual = draft.severity.lasts if draft.severity else None
    choices = [
        Choice(marked(t.plain(f"alert-until-{hours}"), timedelta(hours=hours) == usual), f"hours.{hours}")
        for hours in UNTIL_CHOICES_HOURS
    ]
    now = t("alert-now-set", value=moment(draft.until, t, scene.zone)) if draft.until else Html("")
    rows = in_rows(choices, 2)
    return Question(paragraphs(t("alert-ask-until"), now), rows)


async def take_until(draft: AlertDraft, answer: Answer, scene: Scene) -> AlertDraft:
    """So many hours from now, or a typed moment at most 90 days away."""
    if isinstance(answer, Picked):
        _, _, hours = answer.value.partition(".")
        if safe_id(hours) not in UNTIL_CHOICES_HOURS:
            raise InvalidText("type-or-tap")
        return draft.changed(until=(scene.now + timedelta(hours=safe_id(hours))).replace(second=0, microsecond=0))
    until = parse_future(typed(answer), scene.now, scene.zone)
    if until > scene.now + LONGEST:
        raise InvalidText("too-far-away", days=LONGEST.days)
    return draft.changed(until=until)


def _tlp_label(tlp: Tlp, usual: Tlp | None, scene: Scene) -> str:
    label = scene.t.plain(f"tlp-{_key(tlp)}")
    return scene.t.plain("alert-usual", label=label) if tlp is usual else label


def _key(tlp: Tlp) -> str:
    return tlp.name.lower()
