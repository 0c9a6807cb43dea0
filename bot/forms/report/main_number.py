"""The form that asks for the number of the report that another one is a duplicate of."""

from alerts.errors import Conflict, IllegalTransition
from alerts.ids import ReportId
from alerts.services.incident.join_duplicate import join_duplicate
from alerts.services.report.join_report import check_can_join, find_numbered
from bot.conversation.callbacks import ids_in
from bot.conversation.form import Answer, Draft, Form, Question, Step
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.questions.typed_text import typed
from bot.render.report import report_card


class MainNumberDraft(Draft):
    """The report (id, version and number), and the one that it is joined to."""

    report: int
    version: int
    number: str
    main: int = 0


async def open_main_number(argument: str, request: Request) -> MainNumberDraft:
    """Open the form for a report as `12.3`: report 12 in version 3. Raises what `check_can_join` raises, and Conflict
    when that is not its version."""
    number, version = ids_in(argument, 2)
    report = await check_can_join(request.uow, request.actor, ReportId(number), request.now)
    if report.version != version:
        raise Conflict
    return MainNumberDraft(report=report.id, version=report.version, number=report.number)


async def ask_number(draft: MainNumberDraft, request: Request) -> Question:
    """Ask for the number."""
    return Question(request.t("report-ask-number", number=draft.number))


async def take_number(draft: MainNumberDraft, answer: Answer, request: Request) -> MainNumberDraft:
    """Take the number of a report in the person's scope. Raises InvalidText and IllegalTransition."""
    uow = request.uow
    report = await check_can_join(uow, request.actor, ReportId(draft.report), request.now)
    main = await find_numbered(uow, request.actor, report, typed(answer), request.now, request.zone)
    return draft.model_copy(update={"main": main.id})


async def finish_main_number(draft: MainNumberDraft, request: Request) -> Replies:
    """Join the reports, and show the card; when the report changed meanwhile it shows that."""
    uow, number, now = request.uow, ReportId(draft.report), request.now
    try:
        report = await join_duplicate(uow, request.actor, number, ReportId(draft.main), version=draft.version, now=now)
    except (IllegalTransition, Conflict) as error:
        request.refuse(error)
        report = await uow.reports.get(number)
    return [Say(await report_card(report, request.view()))]


MAIN_NUMBER = Form(
    name="main-number",
    model=MainNumberDraft,
    steps=(Step("number", ask_number, take_number),),
    open=open_main_number,
    finish=finish_main_number,
)
