"""The command menu: each person is offered what that person may do, and nothing else."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from alerts.member import Language, Member
from alerts.ports import UnitOfWork
from alerts.role import Action, Grant, may
from bot.message import MainKeyboard
from bot.replies import Menu
from bot.scene import Scene
from bot.texts import Phrases


class Audience(Enum):
    """Who is offered a command, besides those who may do an action."""

    EVERYONE = auto()
    MEMBER = auto()
    HOLDER = auto()  # of a role of their own
    REPORTER = auto()  # who belongs to a shop, or has a role that reports


@dataclass(frozen=True, slots=True)
class Command:
    """A command by its Dutch and its English name; both work in both languages. Its menu text is `menu-ENGLISH`."""

    dutch: str
    english: str
    audience: Audience | Action

    def name(self, language: Language) -> str:
        """The name in the menu of that language."""
        return self.dutch if language is Language.DUTCH else self.english


# What is urgent and frequent comes first, for each role in what it is offered.
COMMANDS = (
    Command("goedkeuren", "approvals", Action.APPROVE_ALERT),
    Command("sjablonen", "templates", Action.APPROVE_ALERT),
    Command("meldingen", "reports", Action.SEE_REPORTS),
    Command("alert", "alert", Action.DRAFT_ALERT),
    Command("lopend", "running", Action.DRAFT_ALERT),
    Command("melding", "report", Audience.REPORTER),
    Command("actueel", "current", Audience.MEMBER),
    Command("nakijken", "reviews", Action.APPROVE_ALERT),
    Command("concepten", "drafts", Action.DRAFT_ALERT),
    Command("preventie", "prevention", Action.SEND_PREVENTION),
    Command("aanmeldingen", "signups", Action.VERIFY_PREMISES),
    Command("uitnodigen", "invite", Action.INVITE_PREMISES),
    Command("uitnodigingen", "invitations", Action.INVITE_PREMISES),
    Command("groepen", "groups", Action.MANAGE_KVO_GROUP),
    Command("beheer", "admin", Action.ADMINISTER),
    Command("logboek", "audit", Action.READ_AUDIT),
    Command("vervanger", "deputy", Audience.HOLDER),
    Command("mijnmeldingen", "myreports", Audience.MEMBER),
    Command("mijn", "mine", Audience.MEMBER),
    Command("mijngegevens", "mydata", Audience.MEMBER),
    Command("verwijder", "erase", Audience.MEMBER),
    Command("hulp", "help", Audience.EVERYONE),
    Command("stop", "stop", Audience.MEMBER),
    Command("start", "start", Audience.EVERYONE),
)


def menu(
    member: Member | None, grants: tuple[Grant, ...], t: Phrases, now: datetime, *, has_shop: bool = False
) -> Menu:
    """What this person is offered."""
    return Menu(
        tuple(
            (command.name(t.language), t.plain(f"menu-{command.english}"))
            for command in COMMANDS
            if _is_offered(command, member, grants, now, has_shop=has_shop)
        )
    )


async def fresh_menu(scene: Scene) -> Menu:
    """The menu after what happened in this scene: roles and membership are read anew."""
    member = await scene.uow.members.by_ref(scene.channel, scene.key.person_ref)
    if member is None:
        return menu(None, (), scene.t, scene.now)
    return await menu_of(scene.uow, member, scene.texts[member.language], scene.now)


async def menu_of(uow: UnitOfWork, member: Member, t: Phrases, now: datetime) -> Menu:
    """The menu of a member as things are now."""
    grants = tuple(await uow.roles.of_member(member.id))
    has_shop = bool(await uow.premises.followings(member.id))
    return menu(member, grants, t, now, has_shop=has_shop)


def main_keyboard(t: Phrases) -> MainKeyboard:
    """The button that every member has under the typing field."""
    return MainKeyboard(t.plain("report-button"))


def _is_offered(
    command: Command, member: Member | None, grants: tuple[Grant, ...], now: datetime, *, has_shop: bool
) -> bool:
    match command.audience:
        case Audience.EVERYONE:
            return True
        case Audience.MEMBER:
            return member is not None
        case Audience.REPORTER:
            return has_shop or may(grants, Action.REPORT, None, now=now)
        case Audience.HOLDER:
            return member is not None and any(one.member_id == member.id and one.is_active(now) for one in grants)
        case Action() as action:
            return may(grants, action, None, now=now)
