"""The overview of a typed report: what was understood of it, line by line, each to be changed with a tap."""

from dataclasses import replace

from alerts.errors import InvalidText
from alerts.found_place import is_of_several
from alerts.report import ReportKind
from bot.conversation.form import Answer, Choice, Detour, Picked, Question, Shared, Stay, Typed
from bot.conversation.likely_choices import LESS, MORE, MOST
from bot.conversation.message import in_rows
from bot.conversation.request import Request
from bot.forms.questions.more import more_choice
from bot.forms.report.draft import ELSEWHERE, HERE, ReportDraft, with_more
from bot.forms.report.where import SHOP, is_place_known, other_places, own_shops, shop_choices, take_spot, take_where
from bot.forms.report.words import add_words
from bot.render.my_overview import LABEL_LENGTH
from bot.render.report import told_lines
from texts.html import Html, joined, lines, paragraphs
from texts.modus_operandi import either_words
from texts.phrases import Phrases
from texts.places import place_words
from texts.shops import address, name_of

SEND = "send"
_CHANGE, _KIND, _SEND_FROM = "change.", "kind.", "send."
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
    "words": "rewording",
}
_WIDTH = 3
# The lines that are wrong most, or matter most, first; the others come with the button for more.
_LIKELY = (
    *("kind", "where", "when", "signals", "weapon", "persons", "words", "loot_type", "injured", "vehicle", "clothing"),
    *("violence", "approach", "face_cover", "exit_mode", "exit_direction"),
)

Rows = tuple[tuple[Choice, ...], ...]
Taken = ReportDraft | Stay[ReportDraft] | Detour[ReportDraft]


async def ask_overview(draft: ReportDraft, request: Request) -> Question:
    """Show what was understood and the words as typed; ask for what is missing, and only then offer to send it."""
    t, told = request.t, await _lines(draft, request)
    question, asked, others = await _missing(draft, request)
    words = lines(t("report-overview-words"), joined("", Html("<blockquote>"), draft.what or "", Html("</blockquote>")))
    names = [*(name for name, line in told.items() if line), "words"]
    how = question or t("report-overview-how")
    text = paragraphs(t("report-overview"), lines(*told.values()), lines(words, how))  # a quotation has its own space
    return Question(text, _rows(draft, asked, others, names, t))


def _rows(draft: ReportDraft, asked: list[Choice], others: tuple[Choice, ...], names: list[str], t: Phrases) -> Rows:
    """Arrange what is asked and the lines that can be changed: as much as fits on a screen, all after one more tap."""
    is_whole, room = draft.shows_all == "overview", MOST - 1 - len(others)
    more: tuple[Choice, ...] = ()
    if is_whole or len(asked) + len(names) > room + 1:
        more = (more_choice(t, shows_all=is_whole),)
    if more and not is_whole:
        asked = asked[:room]
        first = sorted(names, key=_LIKELY.index)[: room - len(asked)]
        names = [one for one in names if one in first]
    change = [Choice(t.plain(f"report-change-{name}"), _CHANGE + name) for name in names]
    rows = (*((one,) for one in asked), others, *in_rows(change, _WIDTH), more)
    return tuple(row for row in rows if row)


async def take_overview(draft: ReportDraft, answer: Answer, request: Request) -> Taken:
    """Send it, change a line, take what was missing, or add what is typed. Raises InvalidText."""
    match answer:
        case Typed():
            return Stay(await add_words(draft, answer, request))
        case Shared():
            placed = await take_spot(draft.changed(where=HERE, found=None), answer, request)
            return Detour(placed.draft, "place") if isinstance(placed, Stay) else Stay(placed)
        case Picked(value) if value in (MORE, LESS):
            return with_more(draft, answer, "overview") or draft
        case Picked(value) if value == SEND:
            return draft if _is_complete(draft) else Stay(draft)
        case Picked(value) if value.startswith(_SEND_FROM):
            placed = await take_where(draft, Picked(value.removeprefix(_SEND_FROM)), request)
            return placed if _is_complete(placed) else Stay(placed)
        case Picked(value) if value.startswith(_CHANGE):
            return _changing(draft, value.removeprefix(_CHANGE))
        case Picked(value) if value.startswith(_KIND):
            return Stay(draft.changed(kind=_kind(value.removeprefix(_KIND))))
        case _:
            placed = await take_where(draft, answer, request)
            return Detour(placed, "place") if placed.where in (HERE, ELSEWHERE) else Stay(placed)


def _is_complete(draft: ReportDraft) -> bool:
    return draft.kind_told is not None and is_place_known(draft)


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


async def _missing(draft: ReportDraft, request: Request) -> tuple[Html, list[Choice], tuple[Choice, ...]]:
    """Return the one question about what is missing, with its choices and those for another place; the button that
    sends it when nothing is. The place is asked last, so that a tap on a shop sends it."""
    t = request.t
    if draft.kind_told is None:
        return t("report-ask-kind"), [Choice(t.plain(f"report-kind-{one}"), _KIND + one) for one in ReportKind], ()
    if not is_place_known(draft):
        shops = [_sending(one, t) for one in await shop_choices(request)]
        return t("report-ask-where-to-send" if shops else "report-ask-where"), shops, other_places(t)
    return Html(), [Choice(t.plain("report-send"), SEND)], ()


def _sending(shop: Choice, t: Phrases) -> Choice:
    return Choice(t.plain("report-send-from", shop=shop.label)[:LABEL_LENGTH], f"{_SEND_FROM}{shop.value}")


async def _lines(draft: ReportDraft, request: Request) -> dict[str, Html]:
    """Return the line of each field that is known, by its name."""
    t = request.t
    kind = Html()
    if draft.kind_told is not None:
        kind = t("report-line-kind", value=_kind_words(draft.kind_told, t))
    if draft.kind is None and kind:
        kind = t("report-line-proposed", line=kind)
    told = told_lines(replace(draft.content(), what=None), draft.occurred_at, request.view())
    known = {"kind": kind, **told, **_open_lines(draft, t), "where": await _where(draft, request)}
    return {name: known[name] for name in _STEPS if name in known}


def _open_lines(draft: ReportDraft, t: Phrases) -> dict[str, Html]:
    """Return a line for each field that the words tell in two ways: which ones, and the button that chooses."""
    found = {}
    for field, values in draft.open_fields.items():
        if field == "loot_type" and draft.kind is not ReportKind.ROBBERY:
            continue
        mo_field = "offender_count" if field == "persons" else field
        line = t(f"report-line-{field}", value=either_words(mo_field, values, t))
        found[field] = t("report-line-open", line=line, button=t.plain(f"report-change-{field}"))
    return found


def _kind_words(kind: ReportKind, t: Phrases) -> str:
    """Return the kind in words; on its button the most general one is told from the others, which says less of it."""
    is_general = kind is ReportKind.SUSPICIOUS_SITUATION
    return t.plain(f"kind-{kind}" if is_general else f"report-kind-{kind}")


async def _where(draft: ReportDraft, request: Request) -> Html:
    t = request.t
    if not is_place_known(draft):
        return Html()
    if draft.found is not None and not is_of_several(draft.found):
        return t("report-line-where", place=place_words(draft.found, t))
    shop = next((one for one in await own_shops(request) if draft.where in (None, f"{SHOP}{one.id}")), None)
    return t("report-line-shop", name=name_of(shop, t), place=address(shop, t)) if shop else Html()
