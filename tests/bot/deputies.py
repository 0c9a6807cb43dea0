"""What holders and their deputies do in the chat, for the tests about them."""

import re

from tests.bot.confirming import follows, second_administrator
from tests.bot.town import Person, Town


async def deputy_link(holder: Person) -> str:
    """The secret of a new link, made by the holder; there is somebody who can confirm who uses it."""
    await second_administrator(holder.town)
    await holder.types("/vervanger")
    await holder.taps("Vervanger aanwijzen")
    found = re.search(r"start=([\w-]+)", holder.last.text)
    assert found is not None, holder.last.text
    return found[1]


async def deputy_of(town: Town, holder: Person, number: int) -> Person:
    """This person followed the holder's link, and it was confirmed."""
    secret = await deputy_link(holder)
    deputy = town.person(number)
    await follows(deputy, secret)
    return deputy
