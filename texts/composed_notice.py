"""The text of an alert that is composed from its fields, with the typed words below it."""

from alerts.alert import WHAT_LENGTH, IncidentKind
from alerts.alert_form import AlertForm, F
from alerts.errors import InvalidText
from alerts.guard.off_loop import off_loop
from alerts.guard.remainder import Instead
from alerts.modus_operandi import TYPED_MO_FIELD
from alerts.report import VEHICLES, Signal
from alerts.services.alert.start_from_report import LeftOut
from alerts.typed_text import check_together, checked, utf16_length
from texts.length import words_in
from texts.phrases import Phrases

# A notice has room for about so many words of its own, of the `MOST_WORDS` above its buttons.
MOST_WORDS_SAID = 18
_ONLY_SEEN = (IncidentKind.RECONNAISSANCE, IncidentKind.SUSPICIOUS_SITUATION, IncidentKind.OTHER)


async def with_text(form: F, t: Phrases) -> F:
    """Return the form with its text. Typed words that say all of it stand alone where both take too many words for one
    glance, unless the drafter chose; so they do where the guard refuses what is composed beside them. Raises
    InvalidText if they may not be sent."""
    if form.words is None:
        return form.changed(what=await _checked(composed(form, t), form))
    if form.is_own_words is None:
        is_all_typed = form.report_id is None  # a report has fields that were tapped
        form = form.changed(is_own_words=is_all_typed and words_in(_both(form, t)) > MOST_WORDS_SAID)
    if not form.is_own_words and can_compose(form, t):
        try:
            return form.changed(what=await _checked(_both(form, t), form))
        except InvalidText:
            form = form.changed(is_own_words=True)
    return form.changed(what=await _checked(form.words or "", form))


def left_out(t: Phrases) -> LeftOut:
    """Return the words that replace what a notice made of a report does not say."""
    return LeftOut(instead(t), t.plain("report-the-shop"))


def instead(t: Phrases) -> Instead:
    """Return the words that replace what the guard removes from a text."""
    return Instead(t.plain("guard-somebody"), t.plain("guard-vehicle"), t.plain("guard-money"))


def words_below(form: AlertForm, text: str, t: Phrases) -> str | None:
    """Return the words in a text that begins with what is composed of the form; None where it does not, or where the
    drafter chose the words alone."""
    head = f"{composed(form, t)}\n"
    is_composed = not form.is_own_words and form.words is not None and text.startswith(head)
    return text.removeprefix(head).strip() or None if is_composed else None


def can_compose(form: AlertForm, t: Phrases) -> bool:
    """Tell whether the text may be with or without what is composed from the fields: there are both, and they fit."""
    has_both = form.is_short and form.words is not None and bool(composed(form, t))
    return has_both and utf16_length(_both(form, t)) <= WHAT_LENGTH


def composed(form: AlertForm, t: Phrases) -> str:
    """Say in sentences what the fields say: what stood out, and clothing and vehicle unless the typed words name them,
    as a notice has room for few words. Its first line has the kind, which is repeated only where nothing was typed."""
    is_only_seen = form.kind in _ONLY_SEEN
    seen, vehicle = _seen(form, t), _vehicle(form, t)
    said = (form.words or "").casefold()
    parts = [
        "" if said or (is_only_seen and seen) else t.plain(f"compose-{form.kind}"),
        seen,
        t.plain("compose-may-be-scouting") if form.kind is IncidentKind.RECONNAISSANCE and not said else "",
        *(
            t.plain(text_id, value=value.rstrip("."))
            for text_id, value in (
                ("report-suggested-clothing", form.clothing or ""),
                ("report-suggested-vehicle", vehicle),
            )
            if value and not all(word in said for word in value.casefold().split())
        ),
    ]
    return " ".join(part for part in parts if part)


def _vehicle(form: AlertForm, t: Phrases) -> str:
    """Return the vehicle in words; empty if the modus operandi names it already."""
    if form.vehicle is None or form.vehicle == form.mo.get("exit_mode"):
        return ""
    return t.plain(f"vehicle-{form.vehicle}") if form.vehicle in VEHICLES else form.vehicle


def _seen(form: AlertForm, t: Phrases) -> str:
    """Say who did what, for the signals of the form in the order of the form; empty without any."""
    count = form.mo.get("offender_count", "unknown")
    number = "one" if count in ("1", "unknown") else "more"
    told = [t.plain(f"compose-signal-{one}", number=number) for one in Signal if one in form.signals]
    if not told:
        return ""
    *first, last = told
    what = t.plain("compose-and", first=", ".join(first), last=last) if first else last
    return t.plain("compose-seen", who=t.plain(f"compose-who-{count}"), what=what)


def _both(form: AlertForm, t: Phrases) -> str:
    return f"{composed(form, t)}\n{form.words}"


async def _checked(text: str, form: AlertForm) -> str:
    await off_loop(check_together, await checked(text, WHAT_LENGTH), form.mo.get(TYPED_MO_FIELD))
    return text
