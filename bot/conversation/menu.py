"""The command menu: offers each person the commands that this person may use, and no others."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, StrEnum, auto

from alerts.account import ADDRESS_FACT
from alerts.member import Language, Member
from alerts.ports import UnitOfWork
from alerts.role import Action, Grant, may
from bot.conversation.likely_choices import MOST
from bot.conversation.message import Button, MainKeyboard
from bot.conversation.replies import Menu
from bot.conversation.request import Request
from texts.phrases import Phrases


class Audience(Enum):
    """The people who are offered a command that is not tied to an action."""

    EVERYONE = auto()
    MEMBER = auto()
    HOLDER = auto()  # members who hold a role of their own
    CONSOLE = auto()  # members with a role of their own or as a deputy, where there is a console
    REPORTER = auto()  # members who belong to a shop, or have a role that reports


class CommandGroup(StrEnum):
    """The groups in which /menu shows the commands of somebody who has many."""

    NOTICES = "notices"
    REPORTS = "reports"
    ROBBERIES = "robberies"
    SHOPS = "shops"
    ROLES = "roles"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Command:
    """A command by its Dutch and its English name; both work in both languages. Its menu text is `menu-ENGLISH`."""

    dutch: str
    english: str
    audience: Audience | Action
    group: CommandGroup = CommandGroup.OWN

    def name(self, language: Language) -> str:
        """Return the command's name in the menu of that language."""
        return self.dutch if language is Language.DUTCH else self.english


LIKELY = 5  # commands that stand before the groups in Telegram's own list

# In the order in which they are likely: urgent and frequent commands first, for each role.
COMMANDS = (
    Command("goedkeuren", "approvals", Action.APPROVE_ALERT, CommandGroup.NOTICES),
    Command("sjablonen", "templates", Action.APPROVE_ALERT, CommandGroup.NOTICES),
    Command("meldingen", "reports", Action.SEE_REPORTS, CommandGroup.REPORTS),
    Command("alert", "alert", Action.DRAFT_ALERT, CommandGroup.NOTICES),
    Command("lopend", "running", Action.DRAFT_ALERT, CommandGroup.NOTICES),
    Command("incidenten", "incidents", Action.READ_INCIDENTS, CommandGroup.ROBBERIES),
    Command("patronen", "patterns", Action.SEE_PATTERNS, CommandGroup.REPORTS),
    Command("melding", "report", Audience.REPORTER, CommandGroup.REPORTS),
    Command("actueel", "current", Audience.MEMBER, CommandGroup.NOTICES),
    Command("nakijken", "reviews", Action.APPROVE_ALERT, CommandGroup.NOTICES),
    Command("concepten", "drafts", Action.DRAFT_ALERT, CommandGroup.NOTICES),
    Command("preventie", "prevention", Action.SEND_PREVENTION, CommandGroup.SHOPS),
    Command("aanmeldingen", "signups", Action.VERIFY_PREMISES, CommandGroup.SHOPS),
    Command("uitnodigen", "invite", Action.INVITE_PREMISES, CommandGroup.SHOPS),
    Command("uitnodigingen", "invitations", Action.INVITE_PREMISES, CommandGroup.SHOPS),
    Command("groepen", "groups", Action.MANAGE_KVO_GROUP, CommandGroup.SHOPS),
    Command("beheer", "admin", Action.ADMINISTER, CommandGroup.ROLES),
    Command("logboek", "audit", Action.READ_AUDIT, CommandGroup.ROLES),
    Command("hervat", "resume", Action.ADMINISTER, CommandGroup.ROLES),
    Command("taken", "tasks", Action.HAVE_TASKS, CommandGroup.ROBBERIES),
    Command("oefening", "drill", Action.DRAFT_ALERT, CommandGroup.ROBBERIES),
    Command("rooster", "roster", Action.SEE_REPORTS, CommandGroup.ROLES),
    Command("vervanger", "deputy", Audience.HOLDER, CommandGroup.ROLES),
    Command("console", "console", Audience.CONSOLE, CommandGroup.ROLES),
    Command("cijfers", "stats", Action.SEE_SHARES, CommandGroup.ROLES),
    Command("mijnmeldingen", "myreports", Audience.MEMBER, CommandGroup.REPORTS),
    Command("mijn", "mine", Audience.MEMBER),
    Command("overval", "robbery", Audience.EVERYONE, CommandGroup.ROBBERIES),
    Command("hulp", "help", Audience.EVERYONE, CommandGroup.REPORTS),
    Command("steun", "support", Audience.EVERYONE, CommandGroup.ROBBERIES),
    Command("waarom", "why", Audience.MEMBER, CommandGroup.REPORTS),
    Command("archief", "archive", Audience.MEMBER, CommandGroup.REPORTS),
    Command("mo", "mo", Audience.MEMBER, CommandGroup.ROBBERIES),
    Command("nazorg", "aftercare", Audience.MEMBER, CommandGroup.ROBBERIES),
    Command("mijngegevens", "mydata", Audience.MEMBER),
    Command("verwijder", "erase", Audience.MEMBER),
    Command("instellingen", "settings", Audience.MEMBER),
    Command("taal", "language", Audience.MEMBER),
    Command("stop", "stop", Audience.MEMBER),
    Command("start", "start", Audience.EVERYONE),
    Command("menu", "menu", Audience.MEMBER),
)


def menu(
    member: Member | None,
    grants: tuple[Grant, ...],
    t: Phrases,
    now: datetime,
    *,
    has_shop: bool = False,
    has_console: bool = False,
) -> Menu:
    """Return Telegram's own list of the commands that this person is offered: for who has many the likely ones and
    /menu first, the others in the groups of /menu."""
    person = _Person(member, grants, has_shop=has_shop, has_console=has_console)
    offered = [one for one in COMMANDS if person.is_offered(one, now)]
    ordered = _likely_first(offered) if len(offered) > MOST else offered
    return Menu(tuple((command.name(t.language), t.plain(f"menu-{command.english}")) for command in ordered))


def grouped(commands: Iterable[Command]) -> dict[CommandGroup, list[Command]]:
    """Return the commands by their groups, in the order of these; without groups that have none, and without /menu."""
    found = [one for one in commands if one.english != "menu"]
    groups = {group: [one for one in found if one.group is group] for group in CommandGroup}
    return {group: of_group for group, of_group in groups.items() if of_group}


def _likely_first(offered: list[Command]) -> list[Command]:
    first = [*offered[:LIKELY], *(one for one in offered if one.english == "menu")]
    return [*first, *(one for of_group in grouped(offered).values() for one in of_group if one not in first)]


async def commands_for(request: Request) -> list[Command]:
    """Return the commands that this person is offered, in the order of the menu."""
    member = request.member
    has_shop = member is not None and bool(await request.uow.premises.followings(member.id))
    has_console = await _has_console(request.uow)
    person = _Person(member, request.grants, has_shop=has_shop, has_console=has_console)
    return [one for one in COMMANDS if person.is_offered(one, request.now)]


async def fresh_menu(request: Request) -> Menu:
    """Return the menu after the changes of this request: roles and membership are read again."""
    member = await request.uow.members.by_ref(request.channel, request.key.person_ref)
    if member is None:
        return menu(None, (), request.t, request.now)
    return await menu_of(request.uow, member, request.texts[member.language], request.now)


async def menu_of(uow: UnitOfWork, member: Member, t: Phrases, now: datetime) -> Menu:
    """Return the menu of a member by the roles and shops stored now."""
    grants = tuple(await uow.roles.of_member(member.id))
    has_shop = bool(await uow.premises.followings(member.id))
    return menu(member, grants, t, now, has_shop=has_shop, has_console=await _has_console(uow))


async def console_app(request: Request) -> Button | None:
    """Return the button that opens the console in Telegram itself, for whoever is offered the console; None where its
    address is not https, which Telegram refuses."""
    address = await request.uow.facts.get(ADDRESS_FACT) or ""
    is_offered = any(one.is_active(request.now) for one in request.grants)
    if not is_offered or not address.startswith("https://"):
        return None
    return Button(request.t.plain("console-app"), app=f"{address}/telegram")


def main_keyboard(t: Phrases) -> MainKeyboard:
    """Return the buttons that every member has under the typing field."""
    return MainKeyboard((t.plain("report-button"), t.plain("robbery-button")))


async def _has_console(uow: UnitOfWork) -> bool:
    return bool(await uow.facts.get(ADDRESS_FACT))


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody who is offered commands."""

    member: Member | None
    grants: tuple[Grant, ...]
    has_shop: bool = field(kw_only=True)
    has_console: bool = field(kw_only=True)

    def is_offered(self, command: Command, now: datetime) -> bool:
        """Whether this person is offered the command."""
        match command.audience:
            case Audience.EVERYONE:
                return True
            case Audience.MEMBER:
                return self.member is not None
            case Audience.REPORTER:
                return self.has_shop or may(self.grants, Action.REPORT, None, now=now)
            case Audience.HOLDER:
                me = self.member.id if self.member else None
                return any(one.member_id == me and one.is_active(now) for one in self.grants)
            case Audience.CONSOLE:
                return self.has_console and any(one.is_active(now) for one in self.grants)
            case Action() as action:
                return may(self.grants, action, None, now=now)
