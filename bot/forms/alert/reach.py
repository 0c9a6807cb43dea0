"""The steps that decide whom an alert reaches: place, reach, branches, severity, TLP and end."""

from datetime import timedelta

from alerts.alert import LONGEST_LIVE, MOST_REACH_KM, REACH_CHOICES_KM
from alerts.errors import InvalidPostcode, InvalidText, LabelTooNarrow
from alerts.found_place import is_of_several
from alerts.region import check_urgency
from alerts.services.alert.find_audience import with_audiences
from alerts.severity import Severity
from alerts.tlp import DEFAULT_TLP, Tlp
from alerts.tlp_rules import check_label
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Choice, Detour, Picked, Question, Stay, marked
from bot.conversation.message import LocationKeyboard, Message, in_rows
from bot.conversation.request import Request
from bot.forms.alert.draft import AlertDraft
from bot.forms.alert.named_readers import with_nameable
from bot.forms.alert.region import check_not_everybody, picked_region, region_rows, typed_region, with_region
from bot.forms.questions.branches import branch_choices, take_branches
from bot.forms.questions.moment import parse_future
from bot.forms.questions.typed_text import typed
from bot.forms.questions.which_place import ask_which, place_among
from texts.html import Html, lines, paragraphs
from texts.places import place_words
from texts.times_and_distances import moment

UNTIL_CHOICES_HOURS = (2, 12, 24, 72, 7 * 24, 14 * 24, 30 * 24)


async def ask_place(draft: AlertDraft, request: Request) -> Question:
    """Ask where it happened."""
    t = request.t
    if draft.place is not None and is_of_several(draft.place):
        return await ask_which(draft.place, request)
    now = t("alert-now-set", value=place_words(draft.place, t)) if draft.place else Html("")
    keyboard = LocationKeyboard(t.plain("alert-share-location"), t.plain("alert-place-example"))
    keep = ((Choice(t.plain("alert-keep"), "keep"),),) if draft.place else ()
    before = (Message(t("alert-place-hint"), keyboard),)
    outside = t("alert-place-outside", code=draft.outside) if draft.outside else Html("")
    return Question(paragraphs(outside, t("alert-ask-place"), now), keep, before=before)


async def take_place(draft: AlertDraft, answer: Answer, request: Request) -> AlertDraft | Stay[AlertDraft]:
    """Take a PC4 or PC6, or a shared location, within the person's scope. Raises InvalidPostcode, NotAllowed."""
    is_settled = draft.place is not None and not is_of_several(draft.place)
    if isinstance(answer, Picked) and answer.value == "keep" and is_settled:
        return draft
    found = await place_among(draft.place, answer, request)
    if is_of_several(found):
        return Stay(draft.changed(place=found))
    if found.doubt is not None:
        raise InvalidPostcode(str(found.doubt), code=found.code)
    placed = await with_audiences(draft, found.place, request.uow, request.actor, request.now)
    return placed.changed(place=found, outside=None)


async def ask_reach(draft: AlertDraft, request: Request) -> Question:
    """Ask how far around the place the alert goes (kilometres), or to which region."""
    t, km = request.t, draft.reach_km if draft.region is None else None
    choices = [Choice(marked(t.plain("alert-reach-km", km=one), km == one), str(one)) for one in REACH_CHOICES_KM]
    region = t("alert-ask-region") if draft.regions else Html("")
    rows = (tuple(choices[:3]), tuple(choices[3:]), *region_rows(draft, t))
    return Question(lines(t("alert-ask-reach"), region), rows)


async def take_reach(draft: AlertDraft, answer: Answer, request: Request) -> AlertDraft | Detour[AlertDraft]:
    """Take whole kilometres (a button, or a typed number from 1 to 100), or a region: a button, postcodes or a
    municipality."""
    text = answer.value if isinstance(answer, Picked) else typed(answer).lower().removesuffix("km").strip()
    if 1 <= (safe_id(text) if len(text) <= 3 else 0) <= MOST_REACH_KM:
        return draft.changed(reach_km=int(text), region=None)
    region = picked_region(draft, text) if isinstance(answer, Picked) else None
    if region is None and (isinstance(answer, Picked) or not text or (len(text) <= 3 and text.isdigit())):
        raise InvalidText("no-kilometres")
    return with_region(draft, region or await typed_region(typed(answer), draft, request))


async def ask_branches(draft: AlertDraft, request: Request) -> Question:
    """Ask which branches the alert is for; several may be chosen."""
    return Question(request.t("alert-ask-branches"), branch_choices(draft, request.t))


async def take_chosen_branches(draft: AlertDraft, answer: Answer, request: Request) -> AlertDraft | Stay[AlertDraft]:
    """Take the branches. Raises InvalidText, and Rejected for all of them where the alert goes to a region."""
    taken = await take_branches(draft, answer, request)
    check_not_everybody(taken.draft if isinstance(taken, Stay) else taken)
    return taken


async def ask_severity(draft: AlertDraft, request: Request) -> Question:
    """Ask how urgent it is."""
    t = request.t
    rows = tuple((Choice(marked(t.plain(f"severity-{one}"), draft.severity is one), one),) for one in Severity)
    return Question(t("alert-ask-severity"), rows)


async def take_severity(draft: AlertDraft, answer: Answer, request: Request) -> AlertDraft:
    """Take one of the four severities; the label and the end become its usual ones unless they were chosen before."""
    if isinstance(answer, Picked) and answer.value in set(Severity):
        severity = Severity(answer.value)
        check_urgency(draft.region, severity)
        until = draft.until or (request.now + severity.lasts).replace(second=0, microsecond=0)
        return draft.changed(severity=severity, tlp=_label_for(severity, draft), until=until)
    raise InvalidText("tap-a-button")


async def ask_tlp(draft: AlertDraft, request: Request) -> Question:
    """Ask how far the alert may be shared; the usual label for its severity is marked."""
    t = request.t
    usual = DEFAULT_TLP[draft.severity] if draft.severity else None
    labels = {one: marked(_tlp_label(one, usual, request), (draft.tlp or usual) is one) for one in Tlp}
    return Question(t("alert-ask-tlp"), tuple((Choice(label, _key(one)),) for one, label in labels.items()))


async def take_tlp(draft: AlertDraft, answer: Answer, request: Request) -> AlertDraft:
    """Take one of the five labels. Raises LabelTooNarrow if it does not fit the severity or the group."""
    labels = {_key(one): one for one in Tlp}
    if not isinstance(answer, Picked) or answer.value not in labels:
        raise InvalidText("tap-a-button")
    tlp = labels[answer.value]
    check_label(tlp, draft.severity, draft.kvo_group_id)
    return await with_nameable(draft.changed(tlp=tlp), request)


def _label_for(severity: Severity, draft: AlertDraft) -> Tlp:
    """Return the chosen label, or the usual one if the chosen one is too open for this severity."""
    if draft.tlp is None:
        return DEFAULT_TLP[severity]
    try:
        check_label(draft.tlp, severity)
    except LabelTooNarrow:
        return DEFAULT_TLP[severity]
    return draft.tlp


async def ask_until(draft: AlertDraft, request: Request) -> Question:
    """Ask until when the alert holds; the usual time for its severity is marked."""
    t = request.t
    usual = draft.severity.lasts if draft.severity else None
    choices = [
        Choice(marked(t.plain(f"alert-until-{hours}"), timedelta(hours=hours) == usual), f"hours.{hours}")
        for hours in UNTIL_CHOICES_HOURS
    ]
    now = t("alert-now-set", value=moment(draft.until, t, request.zone)) if draft.until else Html("")
    rows = in_rows(choices, 2)
    return Question(paragraphs(t("alert-ask-until"), now), rows)


async def take_until(draft: AlertDraft, answer: Answer, request: Request) -> AlertDraft:
    """Take a number of hours from now, or a typed moment at most 90 days away. Raises InvalidText."""
    if isinstance(answer, Picked):
        _, _, hours = answer.value.partition(".")
        if safe_id(hours) not in UNTIL_CHOICES_HOURS:
            raise InvalidText("type-or-tap")
        return draft.changed(until=(request.now + timedelta(hours=safe_id(hours))).replace(second=0, microsecond=0))
    until = parse_future(typed(answer), request.now, request.zone)
    if until > request.now + LONGEST_LIVE:
        raise InvalidText("too-far-away", days=LONGEST_LIVE.days)
    return draft.changed(until=until)


def _tlp_label(tlp: Tlp, usual: Tlp | None, request: Request) -> str:
    label = request.t.plain(f"tlp-{_key(tlp)}")
    return request.t.plain("alert-usual", label=label) if tlp is usual else label


def _key(tlp: Tlp) -> str:
    return tlp.name.lower()
