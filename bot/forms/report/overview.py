"""The overview of a typed report: what was understood of it, line by line, each to be changed with a tap."""

from dataclasses import replace

from alerts.errors import InvalidText
from alerts.report import ReportKind
from bot.conversation.form import Answer, Choice, Detour, Picked, Question, Shared, Stay, Typed
from bot.conversation.message import in_rows
from bot.conversation.request import Request
from bot.forms.questions.place import is_of_several
from bot.forms.questions.shop import place_words
from bot.forms.report.draft import ELSEWHERE, HERE, ReportDraft
from bot.forms.report.where import SHOP, is_place_known, own_shops, take_spot, take_where, where_rows
from bot.forms.report.words import add_words
from bot.render.report import told_lines
from bot.render.shop import address, name_of
from texts.html import Html, joined, lines, paragraphs

SEND = "send"
_CHANGE, _KIND = "change.", "kind."
# The lines, in their order, and the step that changes each.
_STEPS = {
    "kind": "kind",
    "signals": "signals",
    "when": "when",
    "persons": "persons",
    "weapon": "weapon",
    "violence": "violence",
    "approach": "approach",
    "loot_type": "loot",
    "injured": "injured",
    "face_cover": "face_cover",
    "clothing": "clothing",
    "vehicle": "vehicle",
    "exit_mode": "exit_mode",
    "exit_direction": "exit_direction",
    "where": "where",
    "words": "words",
}
_WIDTH = 3

Taken = ReportDraft | Stay[ReportDraft] | Detour[ReportDraft]


async def ask_overview(draft: ReportDraft, request: Request) -> Question:
    """Show what was understood and the words as typed; ask for what is missing, and only then offer to send it."""
    t, told = request.t, await _lines(draft, request)
    question, rows = await _missing(draft, request)
    words = lines(t("report-overview-words"), joined("", Html("<blockquote>"), draft.what or "", Html("</blockquote>")))
    shown = [*(name for name, line in told.items() if line), "words"]
    change = [Choice(t.plain(f"report-change-{name}"), _CHANGE + name) for name in shown]
    how = question or t("report-overview-how")
    text = paragraphs(t("report-overview"), lines(*told.values()), lines(words, how))  # a quotation has its own space
    return Question(text, (*rows, *in_rows(change, _WIDTH)))


async def take_overview(draft: ReportDraft, answer: Answer, request: Request) -> Taken:
    """Send it, change a line, take what was missing, or add what is typed. Raises InvalidText."""
    match answer:
        case Typed():
            return Stay(await add_words(draft, answer, request))
        case Shared():
            placed = await take_spot(draft.changed(where=HERE, found=None), answer, request)
            return Detour(placed.draft, "place") if isinstance(placed, Stay) else Stay(placed)
        case Picked(value) if value == SEND:
            return draft if _is_complete(draft) else Stay(draft)
        case Picked(value) if value.startswith(_CHANGE):
            return _changing(draft, value.removeprefix(_CHANGE))
        case Picked(value) if value.startswith(_KIND):
            return Stay(draft.changed(kind=_kind(value.removeprefix(_KIND))))
        case _:
            placed = await take_where(draft, answer, request)
            return Detour(placed, "place") if placed.where in (HERE, ELSEWHERE) else Stay(placed)


def _is_complete(draft: ReportDraft) -> bool:
    return draft.kind is not None and is_place_known(draft)


def _changing(draft: ReportDraft, name: str) -> Taken:
    if name not in _STEPS:
        raise InvalidText("tap-a-button")
    if name == "where":
        return Stay(draft.changed(where=None, found=None, asks_where=True))
    return Detour(draft, _STEPS[name])


def _kind(value: str) -> ReportKind:
    if value not in set(ReportKind):
        raise InvalidText("tap-a-button")
    return ReportKind(value)


async def _missing(draft: ReportDraft, request: Request) -> tuple[Html, tuple[tuple[Choice, ...], ...]]:
    """Return the one question about what is missing, with its choices; the button that sends it when nothing is."""
    t = request.t
    if draft.kind is None:
        kinds = tuple((Choice(t.plain(f"report-kind-{one}"), _KIND + one),) for one in ReportKind)
        return t("report-ask-kind"), kinds
    if not is_place_known(draft):
        return t("report-ask-where"), await where_rows(request)
    return Html(), ((Choice(t.plain("report-send"), SEND),),)


async def _lines(draft: ReportDraft, request: Request) -> dict[str, Html]:
    """Return the line of each field that is known, by its name."""
    t = request.t
    kind = t("report-line-kind", value=t.plain(f"report-kind-{draft.kind}")) if draft.kind is not None else Html()
    told = told_lines(replace(draft.content(), what=None), draft.occurred_at, request.view())
    known = {"kind": kind, **told, "where": await _where(draft, request)}
    return {name: known[name] for name in _STEPS if name in known}


async def _where(draft: ReportDraft, request: Request) -> Html:
    t = request.t
    if not is_place_known(draft):
        return Html()
    if draft.found is not None and not is_of_several(draft.found):
        return t("report-line-where", place=place_words(draft.found, t))
    shop = next((one for one in await own_shops(request) if draft.where in (None, f"{SHOP}{one.id}")), None)
    return t("report-line-shop", name=name_of(shop, t), place=address(shop, t)) if shop else Html()
