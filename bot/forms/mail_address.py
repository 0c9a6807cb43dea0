"""The form for an e-mail address: the address, and the code that was sent to it."""

from alerts.guard import Finding
from alerts.services.channel.add_mail_address import add_mail_address, check_code
from bot.conversation.form import Answer, Draft, Form, Question, Step
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.questions.typed_text import typed
from bot.render.mail import mail_menu


class MailDraft(Draft):
    """The address to which the code was sent."""

    address: str = ""


async def _open(_argument: str, _request: Request) -> MailDraft:
    return MailDraft()


async def _ask_address(_draft: MailDraft, request: Request) -> Question:
    return Question(request.t("mail-ask-address"))


async def _take_address(draft: MailDraft, answer: Answer, request: Request) -> MailDraft:
    address = await add_mail_address(request.uow, request.person().id, typed(answer), request.now)
    return draft.model_copy(update={"address": address})


async def _ask_code(draft: MailDraft, request: Request) -> Question:
    return Question(request.t("mail-ask-code", address=draft.address))


async def _take_code(draft: MailDraft, answer: Answer, request: Request) -> MailDraft:
    await check_code(request.uow, request.person().id, typed(answer), request.now)
    return draft


async def _finish(_draft: MailDraft, request: Request) -> Replies:
    address = await request.uow.mail_addresses.of_member(request.person().id)
    return [Say(mail_menu(address, request.t))]


MAIL_ADDRESS = Form(
    name="mail",
    model=MailDraft,
    steps=(
        Step("address", _ask_address, _take_address, allows=frozenset({Finding.EMAIL, Finding.NAME, Finding.HANDLE})),
        Step("code", _ask_code, _take_code, allows=frozenset(Finding)),
    ),
    open=_open,
    finish=_finish,
)
