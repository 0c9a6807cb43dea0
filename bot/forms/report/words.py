"""The step for what somebody typed before anything was asked, and for what they type after it."""

from alerts.errors import InvalidText
from alerts.guard.off_loop import off_loop
from alerts.report import VEHICLES, WHAT_LENGTH
from alerts.typed_text import check_together, checked, utf16_length
from bot.conversation.form import Answer, Question, Typed
from bot.conversation.request import Request
from bot.conversation.typed_answer import is_account
from bot.forms.questions.typed_text import typed
from bot.forms.report.draft import ReportDraft
from bot.forms.report.from_reading import is_report, with_words
from texts.html import paragraphs

TYPED = "typed"  # the argument with which the form opens at the typed words
SAID = "said"  # its last part where a tap said that something happened, though the words do not


async def ask_words(draft: ReportDraft, request: Request) -> Question:
    """Ask what happened, in the person's own words; what they typed before is there to copy."""
    t = request.t
    now = t("report-words-now", text=draft.what) if draft.what else ""
    return Question(paragraphs(t("report-safety"), t("report-ask-words"), now))


async def take_words(draft: ReportDraft, answer: Answer, request: Request) -> ReportDraft:
    """Take a typed text, instead of an earlier one, and fill in what it says. Raises InvalidText."""
    text = await checked(typed(answer), WHAT_LENGTH)
    await _check_with_others(draft, text)
    return await with_words(draft, text, request)


async def add_words(draft: ReportDraft, answer: Typed, request: Request) -> ReportDraft:
    """Add a typed text to the words, and fill in what both say. Raises InvalidText."""
    text = await checked(answer.text, WHAT_LENGTH)
    if draft.what is not None:
        await off_loop(check_together, draft.what, text)
        text = f"{draft.what}\n{text}"
    if utf16_length(text) > WHAT_LENGTH:
        raise InvalidText("too-long", length=str(WHAT_LENGTH), typed=str(utf16_length(text)))
    await _check_with_others(draft, text)
    return (await with_words(draft, text, request)).changed(shows_overview=True)


async def begin_with_words(draft: ReportDraft, answer: Typed, request: Request) -> ReportDraft:
    """Take a text that was typed where a tap is asked, if it reads as a report. Raises InvalidText."""
    await checked(answer.text, WHAT_LENGTH)
    if draft.what is None and not await is_report(answer.text, draft, request):
        raise InvalidText("tap-a-button")
    return await add_words(draft, answer, request)


async def tells(text: str, draft: ReportDraft, request: Request) -> bool:
    """Tell whether a text that no question took belongs to the report: it reads as one, or has as many words."""
    return is_account(text) or await is_report(text, draft, request)


async def _check_with_others(draft: ReportDraft, text: str) -> None:
    """Check the words together with the other typed answers, one behind another. Raises InvalidText."""
    typed_vehicle = draft.vehicle if draft.vehicle not in VEHICLES else None
    await off_loop(check_together, draft.clothing, typed_vehicle, text)
