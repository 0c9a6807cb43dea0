"""Actions of holders and their deputies in the chat, for the tests about them."""

import re

from tests.bot.confirming import follows, second_administrator
from tests.bot.town import Person, Town


async def deputy_link(holder: Person) -> str:
    """Return the secret of a new link by the holder; there is somebody who can confirm its use."""
    await second_administrator(holder.town)
    await holder.types("/vervanger")
    await holder.taps("Vervanger aanwijzen")
    found = re.search(r"start=([\w-]+)", holder.last.text)
    assert found is not None, holder.last.text
    return found[1]


async def deputy_of(town: Town, holder: Person, number: int) -> Person:
    """Return a person who followed the holder's link, and was confirmed."""
    secret = await deputy_link(holder)
    deputy = town.person(number)
    await follows(deputy, secret)
    return deputy
