"""The shopping area: a city marshal makes a KVO group and ties its chat."""

from bot.demo.cast import Actor, Cast
from bot.demo.prepare import GROUP


async def make_group(cast: Cast) -> Actor:
    """From /groepen to a chat that is tied and well set up; the chat, read and tapped by the jeweller."""
    cast.transcript.chapter("5. De stadsmarinier maakt een KVO-groep en koppelt de groepschat")
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
    cast.transcript.check("de groepschat is gekoppeld", GROUP in tied.text, tied.text)
    is_well = cast.words("group-tied-well") in tied.text
    cast.transcript.check("de bot heeft de instellingen bekeken en ze zijn in orde", is_well, tied.text)
    return Actor(cast.jeweller.phone.in_group(chat), cast.transcript, cast.words)


async def _make(cast: Cast) -> None:
    marshal = cast.marshal
    await marshal.types("/groepen")
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
    await marshal.sees("Klopt dit?")
    await marshal.taps("group-make")
    await marshal.sees("is gemaakt")
