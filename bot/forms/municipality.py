"""Which municipality is to be set up."""

from alerts.errors import InvalidText, NotFound
from alerts.role import Action
from alerts.services.set_municipality import municipality_for
from bot.form import Answer, Draft, Form, Question, Step
from bot.forms.alert_what import typed
from bot.message import Message
from bot.render.admin import place_card
from bot.replies import Replies, Say
from bot.scene import Scene


class MunicipalityDraft(Draft):
    """Its name, as the postcode table writes it."""

    name: str = ""


async def named(pc4: str, scene: Scene) -> str:
    """The municipality in which this postcode lies. Raises NotFound."""
    names = await scene.uow.postcodes.municipalities(pc4, pc4)
    if not names:
        raise NotFound
    return names[0]


async def place_message(name: str, scene: Scene) -> Message:
    """Its card, for who may change it. Raises NotAllowed."""
    settings = await municipality_for(scene.uow, scene.actor, name, scene.now)
    pc4 = (await scene.uow.postcodes.pc4s_of(name))[0]
    return await place_card(settings, pc4, scene.view())


async def _check(scene: Scene) -> None:
    await scene.check_may(Action.ADMINISTER)


async def _open(_argument: str, scene: Scene) -> MunicipalityDraft:
    await _check(scene)
    if not await scene.uow.postcodes.count():
        raise InvalidText("no-table")
    return MunicipalityDraft()


async def _ask(_draft: MunicipalityDraft, scene: Scene) -> Question:
    return Question(scene.t("municipality-ask"))


async def _take(draft: MunicipalityDraft, answer: Answer, scene: Scene) -> MunicipalityDraft:
    """A postcode of four digits, or its name."""
    text = " ".join(typed(answer).split())
    known = {one.casefold(): one for one in await scene.uow.postcodes.municipalities("1000", "9999")}
    at = await scene.uow.postcodes.municipalities(text[:4], text[:4]) if text[:4].isdigit() else []
    name = at[0] if at else known.get(text.casefold())
    if name is None:
        raise InvalidText("no-municipality")
    await municipality_for(scene.uow, scene.actor, name, scene.now)
    return draft.model_copy(update={"name": name})


async def _finish(draft: MunicipalityDraft, scene: Scene) -> Replies:
    return [Say(await place_message(draft.name, scene))]


MUNICIPALITY = Form(
    name="municipality",
    model=MunicipalityDraft,
    steps=(Step("which", _ask, _take),),
    open=_open,
    finish=_finish,
    check=_check,
)
