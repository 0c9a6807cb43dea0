"""The questions for a shop's place and branch, which several forms share."""

from typing import TypeVar

from alerts.branch import COMMON_BRANCHES, Branch
from alerts.errors import InvalidText, NotFound, Rejected
from alerts.found_place import Doubt, PlaceFound, is_of_several
from alerts.premises import NewPremises
from bot.conversation.form import Answer, Choice, Draft, Picked, Question, Stay, Typed
from bot.conversation.likely_choices import MORE, MOST
from bot.conversation.message import LocationKeyboard, in_rows
from bot.conversation.request import Request
from bot.forms.questions.branch_words import branch_of
from bot.forms.questions.place import place_of
from bot.forms.questions.which_place import ask_which, take_which
from texts.html import Html
from texts.phrases import Phrases
from texts.places import place_words

KEEP, YES = "keep", "yes"
BRANCHES_AT_ONCE = MOST - 1  # beside the button for more


class ShopDraft(Draft):
    """A shop's place and branch. `sure`: the person confirmed a place that raised a doubt."""

    found: PlaceFound | None = None
    sure: bool = False
    branch: Branch | None = None
    branch_page: int = 0


S = TypeVar("S", bound=ShopDraft)


def location_keyboard(t: Phrases) -> LocationKeyboard:
    """Make the keyboard that shares the shop's location."""
    return LocationKeyboard(t.plain("place-share"), t.plain("place-placeholder"))


async def take_place(draft: S, answer: Answer, request: Request) -> S:
    """Take a typed postcode or a shared location. Raises InvalidPostcode."""
    return draft.model_copy(update={"found": await place_of(answer, request), "sure": False})


def is_in_doubt(draft: ShopDraft) -> bool:
    """Tell whether the place needs a second question."""
    return draft.found is not None and draft.found.doubt is not None


async def ask_doubt(draft: ShopDraft, request: Request, unknown: str = "place-unknown") -> Question:
    """Ask to confirm a postcode that is in no table (with the text `unknown`) or looks like post boxes, or which
    place."""
    found, t = draft.found, request.t
    assert found is not None, "only asked about a place"
    if is_of_several(found):
        return await ask_which(found, request)
    if found.doubt is Doubt.POST_BOXES:
        yes = Choice(t.plain("place-is-visited"), YES)
        return Question(t("postcode-post-boxes", code=found.code), ((yes,),))
    return Question(t(unknown, code=found.code), ((Choice(t.plain("place-is-right"), YES),),))


async def take_doubt(draft: S, answer: Answer, request: Request) -> S | Stay[S]:
    """Take a confirmation, one of several places, or another place, which may raise a doubt as well."""
    if draft.found is not None and is_of_several(draft.found):
        other = draft.model_copy(update={"found": await take_which(draft.found, answer, request), "sure": False})
        return Stay(other) if is_in_doubt(other) else other
    if isinstance(answer, Picked) and answer.value == YES:
        return draft.model_copy(update={"sure": True})
    other = await take_place(draft, answer, request)
    return Stay(other) if is_in_doubt(other) else other


def branch_rows(t: Phrases, page: int, at_once: int = BRANCHES_AT_ONCE) -> tuple[tuple[Choice, ...], ...]:
    """Make the branch buttons of a page: the branches hit most on the first, the others in their order behind it; the
    last button shows the next page, and after the last one the first again."""
    rest = sorted(set(Branch) - set(COMMON_BRANCHES), key=lambda one: branch_name(one, t).casefold())
    every = [*COMMON_BRANCHES, *rest]
    begin = page * at_once % (len(every) + -len(every) % at_once)
    choices = [Choice(branch_name(branch, t), branch) for branch in every[begin : begin + at_once]]
    return (*in_rows(choices, 2), (Choice(t.plain("branch-more"), MORE),))


def branch_name(branch: Branch, t: Phrases) -> str:
    """Return the branch in words."""
    return t.plain(f"branch-{branch}")


async def take_branch(draft: S, answer: Answer, request: Request) -> S | Stay[S]:
    """Take a tapped or typed branch. Raises Rejected."""
    if isinstance(answer, Picked) and answer.value == MORE:
        return Stay(draft.model_copy(update={"branch_page": draft.branch_page + 1}))
    return draft.model_copy(update={"branch": _branch(answer, request.t)})


def _branch(answer: Answer, t: Phrases) -> Branch:
    match answer:
        case Picked(value):
            try:
                return Branch(value)
            except ValueError as error:
                raise NotFound from error
        case Typed(text):
            if (branch := branch_of(text, t)) is not None:
                return branch
    raise Rejected("branch")


def check_yes(answer: Answer) -> None:
    """Raise InvalidText unless the answer is the one button; what is typed here may have been meant as a correction."""
    if answer != Picked(YES):
        raise InvalidText("tap-a-button")


def place_line(found: PlaceFound | None, t: Phrases) -> Html:
    """Say which place was understood, above the question after that for a place."""
    if found is None:
        return t("place-none")
    return t("place-understood", place=found.code if is_of_several(found) else place_words(found, t))


def echo_found(draft: ShopDraft, t: Phrases) -> Html:
    """Say which place of a shop was understood."""
    return place_line(draft.found, t)


def new_premises(draft: ShopDraft, *, name: str | None = None, house_number: str | None = None) -> NewPremises:
    """Return the new premises that the draft describes."""
    assert draft.found is not None, "the place was asked"
    assert draft.branch is not None, "the branch was asked"
    found = draft.found
    return NewPremises(
        branch=draft.branch,
        pc4=found.place.pc4,
        pc6=found.place.pc6,
        point=found.place.point,
        point_source=found.source,
        name=name,
        house_number=house_number,
        needs_check=found.doubt is not None,
        municipality=found.place.municipality,
    )
