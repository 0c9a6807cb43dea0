"""Which shop: the questions about its place and branch that several forms share."""

from typing import TypeVar

from alerts.branch import COMMON_BRANCHES, Branch
from alerts.errors import InvalidText, NotFound, Rejected
from alerts.premises import NewPremises
from bot.form import Answer, Choice, Draft, Picked, Question, Stay, Typed
from bot.forms.place import Doubt, PlaceFound, place_of
from bot.message import LocationKeyboard, in_rows
from bot.scene import Scene
from bot.texts import Phrases

KEEP, MORE, YES = "keep", "more", "yes"


class ShopDraft(Draft):
    """Where a shop is and what it is. `sure`: the person stands by a place that raised a doubt."""

    found: PlaceFound | None = None
    sure: bool = False
    branch: Branch | None = None
    shows_all: bool = False


S = TypeVar("S", bound=ShopDraft)


def location_keyboard(t: Phrases) -> LocationKeyboard:
    """The button that shares where the shop is."""
    return LocationKeyboard(t.plain("place-share"), t.plain("place-placeholder"))


async def take_place(draft: S, answer: Answer, scene: Scene) -> S:
    """A typed postcode or a shared location. Raises InvalidPostcode."""
    return draft.model_copy(update={"found": await place_of(answer, scene), "sure": False})


def is_in_doubt(draft: ShopDraft) -> bool:
    """Whether the place deserves a second question."""
    return draft.found is not None and draft.found.doubt is not None


async def ask_doubt(draft: ShopDraft, scene: Scene, unknown: str = "place-unknown") -> Question:
    """Is that really so: a postcode that is in no table (the question `unknown`), or looks like post boxes."""
    found, t = draft.found, scene.t
    assert found is not None, "only asked about a place"
    if found.doubt is Doubt.POST_BOXES:
        yes = Choice(t.plain("place-is-visited"), YES)
        return Question(t("postcode-post-boxes", code=found.code), ((yes,),))
    return Question(t(unknown, code=found.code), ((Choice(t.plain("place-is-right"), YES),),))


async def take_doubt(draft: S, answer: Answer, scene: Scene) -> S | Stay[S]:
    """Yes, or another place; that one may raise a doubt as well."""
    if isinstance(answer, Picked) and answer.value == YES:
        return draft.model_copy(update={"sure": True})
    other = await take_place(draft, answer, scene)
    return Stay(other) if is_in_doubt(other) else other


def branch_rows(t: Phrases, *, shows_all: bool) -> tuple[tuple[Choice, ...], ...]:
    """The branches as buttons: those hit most, the rest a tap away."""
    rest = sorted(set(Branch) - set(COMMON_BRANCHES), key=lambda one: branch_name(one, t).casefold())
    shown = [*COMMON_BRANCHES, *rest] if shows_all else [*COMMON_BRANCHES]
    choices = [Choice(branch_name(branch, t), branch) for branch in shown]
    rows = in_rows(choices, 2)
    return rows if shows_all else (*rows, (Choice(t.plain("branch-more"), MORE),))


def branch_name(branch: Branch, t: Phrases) -> str:
    """The branch in words."""
    return t.plain(f"branch-{branch}")


async def take_branch(draft: S, answer: Answer, scene: Scene) -> S | Stay[S]:
    """A button, or the name of a branch typed in. Raises Rejected."""
    if isinstance(answer, Picked) and answer.value == MORE:
        return Stay(draft.model_copy(update={"shows_all": True}))
    return draft.model_copy(update={"branch": _branch(answer, scene.t)})


def _branch(answer: Answer, t: Phrases) -> Branch:
    match answer:
        case Picked(value):
            try:
                return Branch(value)
            except ValueError as error:
                raise NotFound from error
        case Typed(text):
            for branch in Branch:
                if branch_name(branch, t).casefold() == " ".join(text.split()).casefold():
                    return branch
    raise Rejected("branch")


def check_yes(answer: Answer) -> None:
    """Raise InvalidText unless the answer is the one button; what is typed here may have been meant as a correction."""
    if answer != Picked(YES):
        raise InvalidText("tap-a-button")


def place_words(found: PlaceFound, t: Phrases) -> str:
    """A place as a summary shows it: the code and the town, as far as they are known."""
    if not found.code:
        return t.plain("place-shared")
    if found.words in ("", found.place.pc4):
        return found.code
    return t.plain("place-code-town", code=found.code, town=found.words)


def new_premises(draft: ShopDraft, *, name: str | None = None, house_number: str | None = None) -> NewPremises:
    """What was told, for the service."""
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
    )
