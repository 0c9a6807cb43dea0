"""Steps with accounts of the console that several tests make."""

import re
from urllib.parse import urlsplit

from tests.bot.town import Person
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


async def recorded(person: Person, action: str) -> int:
    """How often this action is in the audit record."""
    town = person.town
    async with town.storage.reading() as uow:
        return await uow.audit.count(action, town.clock.now().replace(year=2000), town.clock.now())
