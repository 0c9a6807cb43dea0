"""The chapter of the shopping area: a city marshal makes a KVO group and ties its chat."""

from bot.demo.cast import Actor, Cast
from bot.demo.prepare import GROUP


async def make_group(cast: Cast) -> Actor:
    """Make the group and tie its chat; return the chat as the jeweller reads and taps it."""
    cast.transcript.chapter(
        "5. De stadsmarinier maakt een KVO-groep en koppelt de groepschat",
        "5. The city marshal makes a KVO group and ties its chat",
    )
    cast.transcript.tell(
        "In een groepschat schrijft de bot berichten in het Nederlands, wat de leden ook lezen.",
        "To the chat of a group the bot writes notices in Dutch, whatever its members read.",
    )
    marshal = cast.marshal
    people = [marshal.phone, cast.jeweller.phone, cast.reporter.phone, cast.bakery.phone]
    settings = {"hidden_history": True, "join_by_request": True, "phone": True}
    chat = await cast.playground.group(GROUP, people, **settings)
    await _make(cast)
    tie = await marshal.sees(lambda seen: any("startgroup=" in link for link in seen.links))
    link = next(link for link in tie.links if "startgroup=" in link)
    in_chat = Actor(marshal.phone.in_group(chat), cast.transcript, cast.words)
    await marshal.follows(link, group=chat)
    tied = await in_chat.reads("group-tied", name=GROUP)
    cast.transcript.check("de groepschat is gekoppeld", "the group's chat is tied", GROUP in tied.text, tied.text)
    is_well = cast.words("group-tied-well") in tied.text
    cast.transcript.check(
        "de bot heeft de instellingen bekeken en ze zijn in orde",
        "the bot has looked at the settings and they are fine",
        is_well,
        tied.text,
    )
    return Actor(cast.jeweller.phone.in_group(chat), cast.transcript, cast.words)


async def _make(cast: Cast) -> None:
    marshal = cast.marshal
    await marshal.types(cast.either("/groepen", "/groups"))
    await marshal.reads("groups-none")
    await marshal.taps("group-new")
    await marshal.reads("group-ask-name")
    await marshal.types(GROUP)
    await marshal.reads("group-ask-codes")
    await marshal.types("2903")
    await marshal.reads("group-codes-now", codes="2903")
    await marshal.taps("group-codes-done", count=1)
    await marshal.reads("group-ask-branches")
    every = cast.words("alert-all-branches")
    await marshal.taps("alert-all-branches")
    await marshal.sees(lambda seen: f"✓ {every}" in seen.labels)
    await marshal.taps("alert-branches-done", count=0)
    await marshal.sees(cast.words.opening("group-confirm", "name", "codes", "branches"))
    await marshal.taps("group-make")
    await marshal.sees(cast.either(f"{GROUP} is gemaakt", f"{GROUP} is made"))
