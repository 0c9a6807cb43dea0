"""Scopes and functions from the command line: reads them leniently, and refuses in one line with suggestions."""

from difflib import get_close_matches

from alerts.branch import Branch
from alerts.errors import InvalidText, Rejected
from alerts.guard import find
from alerts.invite import LABEL_LENGTH
from alerts.member import Language
from alerts.place_names import slug
from alerts.ports import Storage, UnitOfWork
from alerts.role import Function, Role, Scope, ScopeKind, parse_scope
from alerts.role_function import FUNCTIONS
from alerts.services.scope.find_scope import find_scope
from alerts.shop_name import shop_name
from bot.errors import CannotStart
from texts.phrases import load_texts

SCOPES = (
    "2900-2999, 2903, municipality:NAME, national, branch:KEY (trade_association, police), "
    "branch:KEY:2900-2999 (police) or kvo_group:ID (kvo_manager)"
)
MOST_SUGGESTIONS = 5


def check_written(role: Role, text: str, function: Function | None = None) -> None:
    """Raise CannotStart for what is no scope or function of this role; the name of a municipality alone is looked up
    later."""
    if function is not None and function not in (fitting := FUNCTIONS.get(role, ())):
        raise CannotStart(f"--function {function}: no function of the role {role}; {_or_leave_out(fitting)}")
    try:
        scope = parse_scope(text)
    except Rejected as error:
        if ":" not in text and slug(text) and not slug(text)[:1].isdigit() and ScopeKind.MUNICIPALITY.fits(role):
            return
        if text.startswith("branch:"):
            key = text.split(":")[1]
            if key in set(Branch):
                raise CannotStart(
                    f"--scope {text}: behind the branch go postcodes, such as branch:{key}:2900-2999"
                ) from error
            alike = get_close_matches(key, list(Branch), MOST_SUGGESTIONS, 0.5) or sorted(Branch)
            raise CannotStart(f"--scope {text}: there is no such branch; perhaps {', '.join(alike)}") from error
        raise CannotStart(f"--scope {text}: is not a scope; write {SCOPES}") from error
    if not scope.fits(role):
        raise CannotStart(f"--scope {text}: no scope for the role {role}; write {SCOPES}")


def check_label(label: str | None) -> None:
    """Raise CannotStart for a label that cannot stand on a card: it is a short function, without personal data."""
    if label is None:
        return
    if found := find(label):
        raise CannotStart(
            f"--label: looks like personal data ({found[0].kind}); write a function, such as Politie Capelle"
        )
    try:
        shop_name(label, LABEL_LENGTH)
    except Rejected:
        raise CannotStart(
            f"--label: write a function, such as Politie Capelle, of at most {LABEL_LENGTH} signs"
        ) from None


def _or_leave_out(functions: tuple[Function, ...]) -> str:
    return f"write {', '.join(functions)}, or leave it out" if functions else "leave it out"


async def written_scope(storage: Storage, text: str) -> Scope:
    """Look up the scope, which covers something. Raises CannotStart with suggestions."""
    async with storage.reading() as uow:
        try:
            scope = await find_scope(uow, text)
        except InvalidText as error:
            said = load_texts()[Language.ENGLISH].plain(error.text_id, **error.fields)
            raise CannotStart(f"--scope {text}: {said}") from error
        await _check_group(uow, scope)
        return scope


async def _check_group(uow: UnitOfWork, scope: Scope) -> None:
    """Raise CannotStart when the scope is a KVO group that does not exist, or no longer."""
    if scope.kvo_group_id is None:
        return
    groups = await uow.kvo_groups.all_open()
    if scope.kvo_group_id not in {group.id for group in groups}:
        there = ", ".join(f"{one.id} ({one.name})" for one in groups[:MOST_SUGGESTIONS])
        hint = f"these are: {there}" if there else "make it in the chat with /groepen"
        raise CannotStart(f"--scope {scope}: there is no such KVO group; {hint}")
