"""The story: who takes part, then two stories in which reports become notices. Every step is checked."""

import re

from bot.demo.cast import Actor, Cast
from bot.demo.prepare import role_link
from bot.demo.story_group import make_group
from bot.demo.story_pattern import play_pattern
from bot.demo.story_robbery import play_robbery

POSTCODE, NAME, HOUSE_NUMBER = "2903 ab", "Juwelier Vuurlelie", "12"


async def play(cast: Cast) -> None:
    """All chapters. Raises CheckFailed or NotSeen at the first thing that is not as it should be."""
    cast.transcript.story("Vooraf: wie doet er mee")
    await _coordinators_arrive(cast)
    await _jeweller_subscribes(cast)
    await _police_verifies(cast)
    await _others_may_not(cast)
    group = await make_group(cast)
    cast.transcript.story("Verhaal 1: een overval")
    await play_robbery(cast, group)
    cast.transcript.story("Verhaal 2: een voorverkenning wordt een MO-bericht")
    await play_pattern(cast, group)


async def _coordinators_arrive(cast: Cast) -> None:
    cast.transcript.chapter("1. Politie en stadsmarinier krijgen een link")
    cast.transcript.tell("De beheerder maakt eenmalige links, zoals met `wees-alert invite --role police`.")
    link = await _takes_office(cast, cast.police, "police")
    cast.transcript.check("de politie heeft /alert in het menu", "alert" in await cast.police.phone.commands())
    await _takes_office(cast, cast.marshal, "city_marshal")
    offered = await cast.marshal.phone.commands()
    both = "alert" in offered and "goedkeuren" not in offered
    cast.transcript.check("de stadsmarinier mag opstellen, maar niet goedkeuren", both, ", ".join(offered))
    await cast.bakery.phone.follow(link)
    refusal = await cast.bakery.reads("invite-used")
    cast.transcript.check("een tweede die de link volgt wordt niets", bool(refusal.text))


async def _takes_office(cast: Cast, who: Actor, role: str) -> str:
    link = await role_link(cast, role, "2900-3099")
    await who.follows(link)
    await who.reads("role-menu")
    return link


async def _jeweller_subscribes(cast: Cast) -> None:
    cast.transcript.chapter("2. Een juwelier meldt zich aan")
    jeweller = cast.jeweller
    await jeweller.types("/start")
    await jeweller.reads("start-postcode")
    await jeweller.types(POSTCODE)
    await jeweller.reads("start-branch")
    await jeweller.taps("branch-jeweller")
    summary = await jeweller.sees("2903 AB")
    cast.transcript.check("de postcode is genormaliseerd", "2903 AB" in summary.text)
    await jeweller.taps("start-right")
    await jeweller.reads("details-name")
    await jeweller.types(NAME)
    await jeweller.reads("details-number")
    await jeweller.types(HOUSE_NUMBER)
    await jeweller.reads("details-asked")


async def _police_verifies(cast: Cast) -> None:
    cast.transcript.chapter("3. De politie kent de winkel en verifieert met één tik")
    card = await cast.police.sees(NAME)
    is_whole = re.search(r"2903\sAB,?\s12\b.*Juwelier", card.text) is not None
    cast.transcript.check("de aanmelding noemt adres en branche", is_whole, card.text)
    await cast.police.taps("signup-verify")
    await cast.jeweller.reads("verified-what")


async def _others_may_not(cast: Cast) -> None:
    cast.transcript.chapter("4. Alleen wie het mag, waarschuwt")
    await cast.jeweller.types("/alert")
    refused, allowed = cast.words("not-allowed-draft_alert"), cast.words("alert-ask-kind")
    answer = await cast.jeweller.sees(lambda seen: refused in seen.text or allowed in seen.text)
    cast.transcript.check("een juwelier mag geen bericht opstellen", refused in answer.text, answer.text)
    offered = await cast.jeweller.phone.commands()
    cast.transcript.check("en ziet /alert niet in het menu", "alert" not in offered, ", ".join(offered))
