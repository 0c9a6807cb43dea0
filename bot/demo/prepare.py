"""Preparing the demo: the neighbourhood in the database and on the stand-in, and who has a phone on the page."""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

from alerts.branch import Branch
from alerts.member import Language
from alerts.ports import Storage
from alerts.role import Role, parse_scope
from alerts.services.invite.create_invite import create_role_invite
from bot.conversation.chat import CHANNEL
from bot.demo.cast import Actor, Cast, Words
from bot.demo.clock import DemoClock
from bot.demo.console import DemoConsole
from bot.demo.neighbourhood import Shop, seed, shops
from bot.demo.phone import Phone
from bot.demo.playground import USERNAME, Playground
from bot.demo.transcript import Transcript
from bot.program import Program

# On the page, beside who subscribes: a supermarket that reports, one across the river, and a bakery.
REPORTER, ACROSS, BAKERY = "Buurtsuper Kabouterlaars", "Buurtsuper Eenhoornwortel", "Bakkerij Glimwiel"
PAUSED, UNVERIFIED = "Avondwinkel Nevelknoop", "Buurtsuper Glimzand"
GROUP = "De Koperwiek"
PAUSED_FOR = timedelta(hours=1)


async def prepare(
    playground: Playground,
    program: Program,
    clock: DemoClock,
    console: DemoConsole,
    transcript: Transcript,
    language: Language,
) -> Cast:
    """Seed the database and the stand-in, and create the phones, all in one language."""
    await seed(program.storage, clock.now(), language)
    await _pause(program.storage, _shop(PAUSED), clock)
    words, either = Words(language), transcript.either

    async def actor(name: str, note: str, user_id: int | None = None) -> Actor:
        started = user_id is not None
        phone = await playground.person(name, user_id, note=note, started=started, language_code=str(language))
        return Actor(phone, transcript, words)

    verified = either("geverifieerd", "verified")

    cast = Cast(
        playground=playground,
        program=program,
        clock=clock,
        console=console,
        transcript=transcript,
        words=words,
        words_in_groups=Words(),
        jeweller=await actor(
            either("Nieuwe juwelier", "New jeweller"), either("meldt zich aan in 2903", "signs up in 2903")
        ),
        reporter=await actor(REPORTER, f"in 2903, {verified}", _shop(REPORTER).user_id),
        marshal=await actor(either("Stadsmarinier", "City marshal"), either("gemeente", "municipality")),
        police=await actor(either("Overvalcoördinator", "Robbery coordinator"), either("politie", "police")),
        bakery=await actor(BAKERY, f"in 2903, {verified}", _shop(BAKERY).user_id),
        across=await actor(ACROSS, f"in 2922, {verified}", _shop(ACROSS).user_id),
        others={shop.name: Phone(playground, shop.user_id, shop.name) for shop in shops()},
    )
    await _populate(playground, {REPORTER, ACROSS, BAKERY}, transcript, language)
    return cast


async def role_link(cast: Cast, role: str, scope: str) -> str:
    """Make a one-time link as `wees-alert invite` does, but in this process, where the bot runs."""
    async with cast.program.storage.transaction() as uow:
        now, whom = cast.clock.now(), f"demo, {role}"
        created = await create_role_invite(uow, Role(role), parse_scope(scope), now=now, intended_for=whom)
    return f"https://t.me/{USERNAME}?start={created.secret}"


def _shop(name: str) -> Shop:
    return next(shop for shop in shops() if shop.name == name)


async def _populate(playground: Playground, known: Collection[str], transcript: Transcript, language: Language) -> None:
    """Register the other shops' people: they have started the bot, and are not on the page."""
    users = [
        {
            "id": shop.user_id,
            "first_name": shop.name,
            "started": True,
            "language_code": str(language),
            "note": f"{transcript.either(*_WORDS[shop.is_verified])}, {shop.pc4}",
        }
        for shop in shops()
        if shop.name not in known
    ]
    await playground.post("users/bulk", users=users)


_WORDS = {True: ("geverifieerd", "verified"), False: ("niet geverifieerd", "not verified")}


async def _pause(storage: Storage, shop: Shop, clock: DemoClock) -> None:
    assert shop.branch is Branch.NIGHT_SHOP, "somebody whom the alert would reach"
    async with storage.transaction() as uow:
        member = await uow.members.by_ref(CHANNEL, str(shop.user_id))
        assert member is not None, "the shop was seeded"
        await uow.members.save(replace(member, paused_until=clock.now() + PAUSED_FOR))
