"""Before the curtain: the neighbourhood in the database and on the stand-in, and who has a phone on the page."""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

from alerts.branch import Branch
from alerts.ports import Storage
from alerts.role import Role, parse_scope
from alerts.services.create_invite import create_role_invite
from bot.demo.cast import Actor, Cast, Words
from bot.demo.clock import DemoClock
from bot.demo.neighbourhood import Shop, seed, shops
from bot.demo.phone import Phone
from bot.demo.playground import USERNAME, Playground
from bot.demo.transcript import Transcript
from bot.stage import CHANNEL
from bot.wiring import Program

# On the page, beside who subscribes: a supermarket that reports, one across the river, and a bakery.
REPORTER, ACROSS, BAKERY = "Buurtsuper Kabouterlaars", "Buurtsuper Eenhoornwortel", "Bakkerij Glimwiel"
PAUSED, UNVERIFIED = "Avondwinkel Nevelknoop", "Buurtsuper Glimzand"
GROUP = "De Koperwiek"
PAUSED_FOR = timedelta(hours=1)


async def prepare(playground: Playground, program: Program, clock: DemoClock, transcript: Transcript) -> Cast:
    """Seed both sides and hand out the phones."""
    await seed(program.storage, clock.now())
    await _pause(program.storage, _shop(PAUSED), clock)
    words = Words()

    async def actor(name: str, note: str, user_id: int | None = None) -> Actor:
        phone = await playground.person(name, user_id, note=note, started=user_id is not None)
        return Actor(phone, transcript, words)

    cast = Cast(
        playground=playground,
        program=program,
        clock=clock,
        transcript=transcript,
        words=words,
        jeweller=await actor("Nieuwe juwelier", "meldt zich aan in 2903"),
        reporter=await actor(REPORTER, "in 2903, geverifieerd", _shop(REPORTER).user_id),
        marshal=await actor("Stadsmarinier", "gemeente"),
        police=await actor("Overvalcoördinator", "politie"),
        bakery=await actor(BAKERY, "in 2903, geverifieerd", _shop(BAKERY).user_id),
        across=await actor(ACROSS, "in 2922, geverifieerd", _shop(ACROSS).user_id),
        others={shop.name: Phone(playground, shop.user_id, shop.name) for shop in shops()},
    )
    await _populate(playground, {REPORTER, ACROSS, BAKERY})
    return cast


async def role_link(cast: Cast, role: str, scope: str) -> str:
    """A one-time link as `wees-alert invite` makes it; the bot runs in this process, so it is made here."""
    async with cast.program.storage.transaction() as uow:
        created = await create_role_invite(uow, Role(role), parse_scope(scope), now=cast.clock.now())
    return f"https://t.me/{USERNAME}?start={created.secret}"


def _shop(name: str) -> Shop:
    return next(shop for shop in shops() if shop.name == name)


async def _populate(playground: Playground, known: Collection[str]) -> None:
    """The others: they have started the bot before, and none of them is on the page."""
    users = [
        {
            "id": shop.user_id,
            "first_name": shop.name,
            "started": True,
            "note": f"{_WORDS[shop.is_verified]}, {shop.pc4}",
        }
        for shop in shops()
        if shop.name not in known
    ]
    await playground.post("users/bulk", users=users)


_WORDS = {True: "geverifieerd", False: "niet geverifieerd"}


async def _pause(storage: Storage, shop: Shop, clock: DemoClock) -> None:
    assert shop.branch is Branch.NIGHT_SHOP, "somebody whom the alert would reach"
    async with storage.transaction() as uow:
        member = await uow.members.by_ref(CHANNEL, str(shop.user_id))
        assert member is not None, "the shop was seeded"
        await uow.members.save(replace(member, paused_until=clock.now() + PAUSED_FOR))
