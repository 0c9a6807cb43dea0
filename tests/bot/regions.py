"""Actions with a notice to a region, in the chat, for the tests of early warning to a branch."""

from collections.abc import Collection
from dataclasses import replace

from alerts.alert import AlertContent, AlertState
from alerts.ids import AlertId
from tests.bot.police import change
from tests.bot.reporting import labels
from tests.bot.town import Person, Town

SEEN = "Net 2 jongens die de etalage van een juwelier filmden, zwarte golf, in 2903."
CAPELLE = "Capelle aan den IJssel"


async def shop(town: Town, number: int, postcode: str, branch: str = "jeweller") -> Person:
    """Return a verified shop."""
    person = town.person(number)
    await person.subscribes(postcode, branch, f"Zaak {number}", str(number))
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
        assert member is not None
        [following] = await uow.premises.followings(member.id)
        await uow.premises.save(replace(following.premises, verified_at=town.clock.now()))
    return person


async def content(town: Town, number: int = 1) -> AlertContent:
    """Return the content of a notice."""
    async with town.storage.reading() as uow:
        return (await uow.alerts.get(AlertId(number))).content


async def to_reach(author: Person, words: str = SEEN) -> None:
    """Type what happened, and open the question how far it must go."""
    await author.types("/alert")
    await author.types(words)
    await change(author, "Bereik")


async def put_forward(author: Person, region: str, words: str = SEEN) -> None:
    """Ask approval of a notice to this region, tapped or typed."""
    await to_reach(author, words)
    if region in labels(author):
        await author.taps(region)
    else:
        await author.types(region)
    await author.taps("Vraag akkoord")


async def let_agree(town: Town, names: Collection[str]) -> None:
    """Let these municipalities, and no others, agree to sending alone."""
    async with town.storage.transaction() as uow:
        for one in await uow.postcodes.municipalities():
            await uow.municipalities.save(replace(await uow.municipalities.get(one.id), sole_on_duty=one.name in names))


async def state(town: Town) -> AlertState:
    """Return the state of the first notice."""
    async with town.storage.reading() as uow:
        return (await uow.alerts.get(AlertId(1))).state
