"""The steps for the place of a report: one of the member's shops, here, or elsewhere."""

from alerts.area import Place
from alerts.branch import Branch
from alerts.errors import InvalidPostcode, InvalidText
from alerts.found_place import is_of_several
from alerts.premises import Premises
from alerts.services.permission.locate_matter import part_of
from bot.conversation.form import Answer, Choice, Picked, Question, Stay
from bot.conversation.likely_choices import MOST, likely_choices
from bot.conversation.message import LocationKeyboard, Message
from bot.conversation.request import Request
from bot.forms.questions.more import more_choice
from bot.forms.questions.which_place import ask_which, place_among
from bot.forms.report.draft import ELSEWHERE, HERE, ReportDraft
from bot.render.my_overview import LABEL_LENGTH
from texts.phrases import Phrases
from texts.shops import name_of

SHOP = "shop."
_ROOM = MOST - 4  # beside the buttons for more, here, elsewhere, and the one that sends


async def own_shops(request: Request) -> list[Premises]:
    """Return the member's open shops, oldest first."""
    return [one.premises for one in await request.uow.premises.followings(request.person().id)]


def is_place_known(draft: ReportDraft) -> bool:
    """Tell whether the draft says where it was: at a place, or at a shop of the member's."""
    if draft.found is not None:
        return not is_of_several(draft.found)
    if draft.where is None:
        return draft.has_one_shop and not draft.asks_where
    return draft.where not in (HERE, ELSEWHERE)


async def own_branches(request: Request) -> set[Branch]:
    """Return the branches of the member's open shops."""
    return {one.branch for one in await own_shops(request)}


async def ask_where(draft: ReportDraft, request: Request) -> Question:
    """Ask at which place it was seen; of many shops the oldest are shown first."""
    t, is_whole = request.t, draft.shows_all in ("where", "anywhere")
    every = await shop_choices(request)
    shown = every if is_whole else likely_choices(every, every, (), _ROOM)
    more = ((more_choice(t, shows_all=is_whole),),) if is_whole or len(shown) < len(every) else ()
    return Question(t("report-ask-where"), (*((one,) for one in shown), *more, other_places(t)))


async def shop_choices(request: Request) -> list[Choice]:
    """Make a choice for each of the member's shops."""
    t = request.t
    return [Choice(name_of(one, t)[:LABEL_LENGTH], f"{SHOP}{one.id}") for one in await own_shops(request)]


def other_places(t: Phrases) -> tuple[Choice, ...]:
    """Make the choices for another place."""
    return (Choice(t.plain("report-here"), HERE), Choice(t.plain("report-elsewhere"), ELSEWHERE))


async def take_where(draft: ReportDraft, answer: Answer, request: Request) -> ReportDraft:
    """Take a shop, or continue to the question for another place. Raises InvalidText."""
    value = answer.value if isinstance(answer, Picked) else ""
    known = {f"{SHOP}{shop.id}" for shop in await own_shops(request)}
    if value in known:
        return draft.changed(where=value, found=None)
    if value in (HERE, ELSEWHERE):
        return draft.changed(where=value)
    raise InvalidText("tap-a-button")


async def ask_spot(draft: ReportDraft, request: Request) -> Question:
    """Ask for the place; a person who is there may share their location."""
    t = request.t
    if draft.found is not None and is_of_several(draft.found):
        return await ask_which(draft.found, request)
    if draft.where != HERE:
        return Question(t("report-ask-postcode"))
    keyboard = LocationKeyboard(t.plain("alert-share-location"), t.plain("alert-place-example"))
    return Question(t("report-ask-here"), before=(Message(t("report-here-how"), keyboard),))


async def take_spot(draft: ReportDraft, answer: Answer, request: Request) -> ReportDraft | Stay[ReportDraft]:
    """Take a PC4 or PC6, or a location. Raises InvalidPostcode."""
    found = await place_among(draft.found, answer, request)
    if is_of_several(found):
        return Stay(draft.changed(found=found))
    if found.doubt is not None:
        raise InvalidPostcode(str(found.doubt), code=found.code)
    return draft.changed(found=found)


async def place_in(draft: ReportDraft, request: Request) -> tuple[Place, str, Premises | None]:
    """Return the place, its town, and the member's shop if it is one (the oldest unless another was chosen). Raises
    InvalidText if that shop was left meanwhile."""
    if draft.found is not None:
        return draft.found.place, draft.found.words, None
    shops = await own_shops(request)
    shop = next((one for one in shops if draft.where in (None, f"{SHOP}{one.id}")), None)
    if shop is None:
        raise InvalidText("report-place")  # the shop was left while this was filled in
    row = await part_of(request.uow, shop.place)
    return shop.place, row.place if row else shop.pc4 or "", shop
