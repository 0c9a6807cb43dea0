"""The demo's story: the sign-ups, then two stories in which reports become alerts. Every step is checked."""

import re

from bot.demo.cast import Actor, Cast
from bot.demo.prepare import role_link
from bot.demo.story_group import make_group
from bot.demo.story_pattern import play_pattern
from bot.demo.story_robbery import play_robbery

POSTCODE, NAME, HOUSE_NUMBER = "2903 ab", "Juwelier Vuurlelie", "12"


async def play(cast: Cast) -> None:
    """Play all chapters. Raises CheckFailed or NotSeen at the first step that goes wrong."""
    cast.transcript.story("Vooraf: wie doet er mee", "Beforehand: who takes part")
    await _coordinators_arrive(cast)
    await _jeweller_subscribes(cast)
    await _police_verifies(cast)
    await _others_may_not(cast)
    group = await make_group(cast)
    cast.transcript.story("Verhaal 1: een overval", "Story 1: a robbery")
    await play_robbery(cast, group)
    cast.transcript.story(
        "Verhaal 2: drie voorverkenningen worden één MO-bericht", "Story 2: three scoutings become one MO notice"
    )
    await play_pattern(cast, group)


async def _coordinators_arrive(cast: Cast) -> None:
    cast.transcript.chapter(
        "1. Politie en stadsmarinier krijgen een link", "1. Police and city marshal are given a link"
    )
    cast.transcript.tell(
        "De beheerder maakt eenmalige links, zoals met `wees-alert invite --role police --for WIE`.",
        "The operator makes one-time links, as with `wees-alert invite --role police --for WHOM`.",
    )
    link = await _takes_office(cast, cast.police, "police")
    has_alert = "alert" in await cast.police.phone.commands()
    cast.transcript.check("de politie heeft /alert in het menu", "the police have /alert in their menu", has_alert)
    await _takes_office(cast, cast.marshal, "city_marshal")
    offered = await cast.marshal.phone.commands()
    drafts_only = "alert" in offered and cast.either("goedkeuren", "approvals") not in offered
    cast.transcript.check(
        "de stadsmarinier mag opstellen, maar niet goedkeuren",
        "the city marshal may draft, and not approve",
        drafts_only,
        ", ".join(offered),
    )
    await cast.bakery.phone.follow(link)
    refusal = await cast.bakery.reads("invite-used")
    cast.transcript.check(
        "een tweede die de link volgt wordt niets",
        "a second one who follows the link becomes nothing",
        bool(refusal.text),
    )


async def _takes_office(cast: Cast, who: Actor, role: str) -> str:
    link = await role_link(cast, role, "2900-3099")
    await who.follows(link)
    await who.reads("role-menu")
    await cast.console.offer(who.phone)
    return link


async def _jeweller_subscribes(cast: Cast) -> None:
    cast.transcript.chapter("2. Een juwelier meldt zich aan", "2. A jeweller signs up")
    jeweller = cast.jeweller
    await jeweller.types("/start")
    await jeweller.reads("start-postcode")
    await jeweller.types(POSTCODE)
    await jeweller.reads("start-branch")
    await jeweller.taps("branch-jeweller")
    summary = await jeweller.sees("2903 AB")
    cast.transcript.check(
        "de postcode is genormaliseerd", "the postcode is written as it should be", "2903 AB" in summary.text
    )
    await jeweller.taps("start-right")
    await jeweller.reads("details-name")
    await jeweller.types(NAME)
    await jeweller.reads("details-number")
    await jeweller.types(HOUSE_NUMBER)
    await jeweller.reads("details-asked")


async def _police_verifies(cast: Cast) -> None:
    cast.transcript.chapter(
        "3. De politie kent de winkel en verifieert met één tik",
        "3. The police know the shop and verify it with one tap",
    )
    card = await cast.police.sees(NAME)
    branch = cast.words("branch-jeweller")
    is_whole = re.search(rf"2903\sAB,?\s12\b.*{branch}", card.text) is not None
    cast.transcript.check(
        "de aanmelding noemt adres en branche", "the sign-up names address and line of business", is_whole, card.text
    )
    await cast.police.taps("signup-verify")
    await cast.jeweller.reads("verified-what")


async def _others_may_not(cast: Cast) -> None:
    cast.transcript.chapter("4. Alleen wie het mag, waarschuwt", "4. Only who may, warns")
    await cast.jeweller.types("/alert")
    refused, allowed = cast.words("not-allowed-draft_alert"), cast.words("alert-ask-words")
    answer = await cast.jeweller.sees(lambda seen: refused in seen.text or allowed in seen.text)
    cast.transcript.check(
        "een juwelier mag geen bericht opstellen",
        "a jeweller may not draft a notice",
        refused in answer.text,
        answer.text,
    )
    offered = await cast.jeweller.phone.commands()
    cast.transcript.check(
        "en ziet /alert niet in het menu",
        "and does not see /alert in the menu",
        "alert" not in offered,
        ", ".join(offered),
    )
