"""The lines of the preview: what is set for a notice, what of it by default, and the buttons that change each."""

from collections.abc import Mapping

from alerts.alert import AlertContent
from bot.conversation.form import Choice
from bot.conversation.message import in_rows
from bot.conversation.request import Request
from bot.forms.alert.audience import is_asked
from bot.forms.alert.draft import AlertDraft
from texts.branches import branches_words
from texts.html import Html, lines
from texts.phrases import Phrases
from texts.places import place_words
from texts.regions import reach_words
from texts.times_and_distances import moment, moment_told

OPEN, EDIT, CLOSE = "lines.", "edit.", "close"
# The lines that one button of the preview opens, so that at most eight buttons stand on a screen.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "what": ("kind", "when", "what", "mo"),
    "whom": ("place", "audience", "reach", "branches"),
    "how": ("severity", "tlp", "named", "until"),
}


def preview_lines(draft: AlertDraft, content: AlertContent, request: Request) -> Html:
    """Say what is set, a line each; what nobody chose is marked as proposed."""
    t = request.t
    when, until, zone, now = content.occurred_at, content.until, request.zone, request.now
    values: dict[str, Html | str] = {
        "kind": t(f"kind-{content.kind}"),
        "when": moment_told(when, content.time_of_day, t, zone, now) if when else "",
        "place": place_words(draft.place, t) if draft.place else "",
        "reach": "" if content.kvo_group_id else reach_words(content, t),
        "branches": branches_words(draft, content, t),
        "severity": t(f"severity-{content.severity}"),
        "tlp": content.tlp,
        "until": moment(until, t, zone, now),
    }
    return lines(*(_line(name, value, draft, t) for name, value in values.items() if value))


def group_rows(t: Phrases) -> tuple[tuple[Choice, ...], ...]:
    """Make a button for each group of lines."""
    return tuple((Choice(t.plain(f"alert-lines-{group}"), OPEN + group),) for group in GROUPS)


def line_rows(draft: AlertDraft, t: Phrases) -> tuple[tuple[Choice, ...], ...]:
    """Make a button for each line of the opened group, and one that closes it."""
    fields = [name for name in editable(draft) if name in GROUPS[draft.open_lines or ""]]
    buttons = [Choice(t.plain(f"alert-edit-{name}"), EDIT + name) for name in fields]
    return (*in_rows(buttons, 2), (Choice(t.plain("alert-edit-close"), CLOSE),))


def editable(draft: AlertDraft) -> list[str]:
    """List the fields that can be edited: those that neither the role nor the group fixes."""
    fixed = {
        *(["audience"] if not is_asked(draft) else []),
        *(["reach"] if draft.kvo_group_id is not None else []),
        *(["branches"] if draft.own_branch is not None else []),
        *([] if draft.nameable else ["named"]),
    }
    return [name for group in GROUPS.values() for name in group if name not in fixed]


def _line(name: str, value: Html | str, draft: AlertDraft, t: Phrases) -> Html:
    line = t("alert-line-set", field=t.plain(f"alert-edit-{name}"), value=value)
    return t("alert-line-proposed", line=line) if name in draft.by_default else line
