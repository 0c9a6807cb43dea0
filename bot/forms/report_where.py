"""Where it was seen: one of one's own shops, here, or elsewhere."""

from alerts.area import Place
from alerts.errors import InvalidPostcode, InvalidText
from alerts.premises import Premises
from bot.form import Answer, Choice, Picked, Question
from bot.forms.place import place_of
from bot.forms.report_draft import ELSEWHERE, HERE, ReportDraft
from bot.message import LocationKeyboard, Message
from bot.render.mine import LABEL_LENGTH
from bot.render.shop import name_of
from bot.scene import Scene

_SHOP = "shop."


async def own_shops(scene: Scene) -> list[Premises]:
    """The member's open shops, oldest first."""
    return [one.premises for one in await scene.uow.premises.followings(scene.person().id)]


async def ask_where(_draft: ReportDraft, scene: Scene) -> Question:
    """At which place."""
    t, shops = scene.t, await own_shops(scene)
    own = [(Choice(name_of(shop, t)[:LABEL_LENGTH], f"{_SHOP}{shop.id}"),) for shop in shops]
    others = (Choice(t.plain("report-here"), HERE), Choice(t.plain("report-elsewhere"), ELSEWHERE))
    return Question(t("report-ask-where"), (*own, others))


async def take_where(draft: ReportDraft, answer: Answer, scene: Scene) -> ReportDraft:
    """A shop, or on to the question which place."""
    value = answer.value if isinstance(answer, Picked) else ""
    known = {f"{_SHOP}{shop.id}" for shop in await own_shops(scene)}
    if value in known:
        return draft.changed(where=value, found=None)
    if value in (HERE, ELSEWHERE):
        return draft.changed(where=value)
    raise InvalidText("tap-a-button")


async def ask_spot(draft: ReportDraft, scene: Scene) -> Question:
    """Which place; who is there may share it."""
    t = scene.t
    if draft.where != HERE:
        return Question(t("report-ask-postcode"))
    keyboard = LocationKeyboard(t.plain("alert-share-location"), t.plain("alert-place-example"))
    return Question(t("report-ask-here"), before=(Message(t("report-here-how"), keyboard),))


async def take_spot(draft: ReportDraft, answer: Answer, scene: Scene) -> ReportDraft:
    """A postcode of four digits or six signs, or a location."""
    found = await place_of(answer, scene, allow_pc4=True)
    if found.doubt is not None:
        raise InvalidPostcode(str(found.doubt), code=found.code)
    return draft.changed(found=found)


async def place_in(draft: ReportDraft, scene: Scene) -> tuple[Place, str, Premises | None]:
    """The place with the words of its town, and the shop if it is one of the member's own (the oldest, unless told)."""
    if draft.found is not None:
        return draft.found.place, draft.found.words, None
    shops = await own_shops(scene)
    shop = next((one for one in shops if draft.where in (None, f"{_SHOP}{one.id}")), None)
    if shop is None:
        raise InvalidText("report-place")  # the shop was left while this was filled in
    row = await scene.uow.postcodes.get(shop.pc4) if shop.pc4 else None
    return shop.place, row.place if row else shop.pc4 or "", shop
