"""The form that sets a municipality's own name for a role."""

from alerts.errors import NotFound
from alerts.ids import MunicipalityId
from alerts.municipality import LABEL_LENGTH
from alerts.role import Action, Role
from alerts.services.place.set_municipality import municipality_for, set_label
from alerts.shop_name import shop_name
from bot.conversation.form import Answer, Choice, Draft, Form, Picked, Question, Step, Words
from bot.conversation.replies import Replies, Say
from bot.conversation.request import Request
from bot.forms.municipality.form import named, place_message
from bot.forms.questions.typed_text import typed

_USUAL = "usual"


class RoleLabelDraft(Draft):
    """A role in a municipality, and its label; None means its usual name."""

    municipality: MunicipalityId
    role: Role
    label: str | None = None


async def _check(request: Request) -> None:
    await request.check_may(Action.ADMINISTER)


async def _open(argument: str, request: Request) -> RoleLabelDraft:
    pc4, role, mark = (*argument.split("."), "", "")[:3]
    municipality = await named(pc4, request, mark)
    await municipality_for(request.uow, request.actor, municipality, request.now)
    if role not in set(Role):
        raise NotFound
    return RoleLabelDraft(municipality=municipality, role=Role(role))


async def _ask(draft: RoleLabelDraft, request: Request) -> Question:
    t = request.t
    usual = Choice(t.plain("role-label-usual"), _USUAL)
    name = (await request.uow.municipalities.get(draft.municipality)).name
    return Question(t("role-label-ask", role=t.plain(f"role-{draft.role}"), name=name), ((usual,),))


async def _take(draft: RoleLabelDraft, answer: Answer, _request: Request) -> RoleLabelDraft:
    label = None if answer == Picked(_USUAL) else shop_name(typed(answer), LABEL_LENGTH)
    return draft.model_copy(update={"label": label})


async def _finish(draft: RoleLabelDraft, request: Request) -> Replies:
    await set_label(request.uow, request.actor, draft.municipality, draft.role, draft.label, now=request.now)
    return [Say(await place_message(draft.municipality, request))]


ROLE_LABEL = Form(
    name="role-label",
    model=RoleLabelDraft,
    steps=(Step("label", _ask, _take, advice="guard-function", words=Words.NAME),),
    open=_open,
    finish=_finish,
    check=_check,
)
