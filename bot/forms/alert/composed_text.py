"""The text of an alert that is composed from its fields, with the typed words below it."""

from alerts.alert import WHAT_LENGTH, IncidentKind
from alerts.errors import InvalidText
from alerts.guard.off_loop import off_loop
from alerts.modus_operandi import TYPED_MO_FIELD
from alerts.report import VEHICLES, Signal
from alerts.typed_text import check_together
from bot.conversation.message import utf16_length
from bot.forms.alert.draft import AlertDraft
from bot.forms.questions.typed_text import checked
from bot.render.length import words_in
from texts.phrases import Phrases

# A notice has room for about so many words of its own, of the `MOST_WORDS` above its buttons.
MOST_WORDS_SAID = 18
_ONLY_SEEN = (IncidentKind.RECONNAISSANCE, IncidentKind.SUSPICIOUS_SITUATION, IncidentKind.OTHER)


async def with_text(draft: AlertDraft, t: Phrases) -> AlertDraft:
    """Return the draft with its text. Typed words that say all of it stand alone where both take too many words for one
    glance, unless the drafter chose; so they do where the guard refuses what is composed beside them. Raises
    InvalidText if they may not be sent."""
    if draft.words is None:
        return draft.changed(what=await _checked(composed(draft, t), draft))
    if draft.is_own_words is None:
        is_all_typed = draft.report_id is None  # a report has fields that were tapped
        draft = draft.changed(is_own_words=is_all_typed and words_in(_both(draft, t)) > MOST_WORDS_SAID)
    if not draft.is_own_words and can_compose(draft, t):
        try:
            return draft.changed(what=await _checked(_both(draft, t), draft))
        except InvalidText:
            draft = draft.changed(is_own_words=True)
    return draft.changed(what=await _checked(draft.words or "", draft))


def words_below(draft: AlertDraft, text: str, t: Phrases) -> str | None:
    """Return the words in a text that begins with what is composed of the draft; None where it does not, or where the
    drafter chose the words alone."""
    head = f"{composed(draft, t)}\n"
    is_composed = not draft.is_own_words and draft.words is not None and text.startswith(head)
    return text.removeprefix(head).strip() or None if is_composed else None


def can_compose(draft: AlertDraft, t: Phrases) -> bool:
    """Tell whether the text may be with or without what is composed from the fields: there are both, and they fit."""
    has_both = draft.is_short and draft.words is not None and bool(composed(draft, t))
    return has_both and utf16_length(_both(draft, t)) <= WHAT_LENGTH


def composed(draft: AlertDraft, t: Phrases) -> str:
    """Say in sentences what the fields say: what stood out, and clothing and vehicle unless the typed words name them,
    as a notice has room for few words. Its first line has the kind, which is repeated only where nothing was typed."""
    is_only_seen = draft.kind in _ONLY_SEEN
    seen, vehicle = _seen(draft, t), _vehicle(draft, t)
    said = (draft.words or "").casefold()
    parts = [
        "" if said or (is_only_seen and seen) else t.plain(f"compose-{draft.kind}"),
        seen,
        t.plain("compose-may-be-scouting") if draft.kind is IncidentKind.RECONNAISSANCE and not said else "",
        *(
            t.plain(text_id, value=value.rstrip("."))
            for text_id, value in (
                ("report-suggested-clothing", draft.clothing or ""),
                ("report-suggested-vehicle", vehicle),
            )
            if value and not all(word in said for word in value.casefold().split())
        ),
    ]
    return " ".join(part for part in parts if part)


def _vehicle(draft: AlertDraft, t: Phrases) -> str:
    """Return the vehicle in words; empty if the modus operandi names it already."""
    if draft.vehicle is None or draft.vehicle == draft.mo.get("exit_mode"):
        return ""
    return t.plain(f"vehicle-{draft.vehicle}") if draft.vehicle in VEHICLES else draft.vehicle


def _seen(draft: AlertDraft, t: Phrases) -> str:
    """Say who did what, for the signals of the draft in the order of the form; empty without any."""
    count = draft.mo.get("offender_count", "unknown")
    number = "one" if count in ("1", "unknown") else "more"
    told = [t.plain(f"compose-signal-{one}", number=number) for one in Signal if one in draft.signals]
    if not told:
        return ""
    *first, last = told
    what = t.plain("compose-and", first=", ".join(first), last=last) if first else last
    return t.plain("compose-seen", who=t.plain(f"compose-who-{count}"), what=what)


def _both(draft: AlertDraft, t: Phrases) -> str:
    return f"{composed(draft, t)}\n{draft.words}"


async def _checked(text: str, draft: AlertDraft) -> str:
    await off_loop(check_together, await checked(text, WHAT_LENGTH), draft.mo.get(TYPED_MO_FIELD))
    return text
