"""Steps with accounts of the console that several tests make."""

import re
from urllib.parse import urlsplit

from alerts.ids import MemberId
from alerts.role import Role, parse_scope
from alerts.services.invite.create_invite import create_role_invite
from tests.bot.town import Person, Town
from tests.console.authenticator import Authenticator
from tests.console.visitor import Visitor


async def link_of(person: Person) -> str:
    """Have somebody ask for a link in the chat; return its path."""
    await person.types("/console")
    [url] = re.findall(r"https?://\S+/link/[\w-]+", person.last.text)
    return str(urlsplit(url).path)


async def enrolled(person: Person, visitor: Visitor) -> Authenticator:
    """Have somebody enrol a passkey in this browser, which signs them in."""
    authenticator = Authenticator()
    answer = await visitor.enrols(await link_of(person), authenticator)
    assert (303, "/account") == (answer.status, answer.headers["Location"])
    return authenticator


async def console_invite(
    town: Town,
    role: Role = Role.POLICE,
    scope: str = "2900-2999",
    *,
    whom: str = "A. de Vries, politie",
    by: MemberId | None = None,
) -> str:
    """Make a link of the console for somebody without a chat, as the command line does or (`by`) an administrator;
    return its path."""
    async with town.storage.transaction() as uow:
        created = await create_role_invite(
            uow, role, parse_scope(scope), now=town.clock.now(), by=by, intended_for=whom, for_console=True
        )
    return f"/link/{created.secret}"


async def without_chat(
    town: Town, visitor: Visitor, role: Role = Role.POLICE, scope: str = "2900-2999"
) -> tuple[MemberId, Authenticator]:
    """Have somebody without a chat take a role in this browser; return the member and the passkey."""
    authenticator = Authenticator()
    answer = await visitor.enrols(await console_invite(town, role, scope), authenticator)
    assert (303, "/account") == (answer.status, answer.headers["Location"])
    await town.deliver()
    async with town.storage.reading() as uow:
        newest = (await uow.roles.active(town.clock.now()))[-1]
    return newest.member_id, authenticator


async def member_of(person: Person) -> MemberId:
    """The member that somebody in the chat is."""
    async with person.town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
    assert member is not None
    return member.id


async def recorded(person: Person, action: str) -> int:
    """How often this action is in the audit record."""
    town = person.town
    async with town.storage.reading() as uow:
        return await uow.audit.count(action, town.clock.now().replace(year=2000), town.clock.now())
