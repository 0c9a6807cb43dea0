"""The story: a jeweller subscribes, police warns, the right shops hear it, and it ends. Every step is checked."""

import re
from datetime import timedelta

from bot.demo.cast import Cast
from bot.demo.checks import (
    BRANCHES,
    PLACE,
    REACH_KM,
    check_order,
    check_silence,
    check_texts,
    check_who,
    expected_recipients,
    only_live_alert,
    sent_since,
    until_settled,
)
from bot.demo.phone import Seen
from bot.demo.prepare import PAUSED, PAUSED_FOR, UNVERIFIED, role_link
from bot.schedule import ENDINGS, PROGRESS

POSTCODE, NAME, HOUSE_NUMBER = "2903 ab", "Juwelier Vuurlelie", "12"
PLATE = "VX-482-K"
WITH_PLATE = f"Man bekeek de vitrines en reed weg in een blauwe bestelbus, kenteken {PLATE}."
WITHOUT_PLATE = "Man bekeek lang de vitrines, vroeg naar de sluittijd en reed weg in een blauwe bestelbus."
LASTS = timedelta(hours=2)
HEAD = re.compile(r"WEES ALERT (\d{4}-\d{4}) ")
SOON = 4.0  # seconds: what was asked for by a tick comes at once


async def play(cast: Cast) -> None:
    """All chapters. Raises CheckFailed or NotSeen at the first thing that is not as it should be."""
    await _police_arrives(cast)
    await _jeweller_subscribes(cast)
    await _police_verifies(cast)
    await _others_may_not(cast)
    preview = await _police_composes(cast)
    number = await _alert_arrives(cast, preview)
    await _seen_counts(cast, number)
    await _alert_ends(cast, number)


async def _police_arrives(cast: Cast) -> None:
    cast.transcript.chapter("1. De politie krijgt een link")
    cast.transcript.tell("De beheerder maakt een eenmalige link, zoals met `wees-alert invite --role police`.")
    link = await role_link(cast, "police", "2900-3099")
    await cast.police.follows(link)
    await cast.police.reads("role-menu")
    cast.transcript.check("de politie heeft /alert in het menu", "alert" in await cast.police.phone.commands())
    await cast.bakery.phone.follow(link)
    refusal = await cast.bakery.reads("invite-used")
    cast.transcript.check("een tweede die de link volgt wordt niets", bool(refusal.text))


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


async def _police_composes(cast: Cast) -> Seen:
    cast.transcript.chapter("5. De politie stelt een bericht op")
    police = cast.police
    await police.types("/alert")
    await police.reads("alert-ask-kind")
    await police.taps("kind-reconnaissance")
    await police.reads("alert-ask-what")
    await police.types(WITH_PLATE)
    refused, taken = cast.words("text-plate", found=PLATE), cast.words("alert-ask-when")
    answer = await police.sees(lambda seen: refused in seen.text or taken in seen.text)
    cast.transcript.check("een kenteken wordt meteen geweigerd, met de reden", refused in answer.text, answer.text)
    await police.types(WITHOUT_PLATE)
    await police.reads("alert-ask-when")
    await police.taps("alert-when-30")
    await police.reads("alert-ask-mo")
    await _choose_mo(cast)
    await police.reads("alert-ask-place")
    await police.types(PLACE)
    await _choose_reach(cast)
    return await _read_preview(cast)


async def _choose_mo(cast: Cast) -> None:
    police, words = cast.police, cast.words
    for field, value in (("offender_count", "1"), ("exit_mode", "car")):
        await police.taps(f"mo-{field}")
        await police.reads("alert-ask-mo-field", field=words(f"mo-{field}"))
        await police.taps(f"mo-{field}-{value}")
        await police.reads("alert-ask-mo")
    await police.taps("alert-done")


async def _choose_reach(cast: Cast) -> None:
    police, words = cast.police, cast.words
    await police.reads("alert-ask-reach")
    await police.taps("alert-reach-km", km=REACH_KM)
    await police.reads("alert-ask-branches")
    for branch in BRANCHES:
        label = words(f"branch-{branch}")
        await police.taps(f"branch-{branch}")
        await police.sees(lambda seen, chosen=f"✓ {label}": chosen in seen.labels)  # type: ignore[misc]  # bound now
    await police.taps("alert-branches-done", count=len(BRANCHES))
    await police.reads("alert-ask-severity")
    await police.taps("severity-P2")
    await police.reads("alert-ask-tlp")
    await police.taps("alert-usual", label=words("tlp-amber"))
    await police.reads("alert-ask-until")
    await police.taps("alert-until-2")


async def _read_preview(cast: Cast) -> Seen:
    preview = await cast.police.sees(WITHOUT_PLATE)
    cast.transcript.check("het bericht heeft een nummer", HEAD.search(preview.text) is not None, preview.text)
    summary = await cast.police.reads("alert-preview-above")
    expected = expected_recipients(cast)
    cast.transcript.check(
        f"het voorbeeld telt {len(expected)} ontvangers, de verste op {expected[-1].distance}",
        cast.words("alert-reaches", count=len(expected)) in summary.text
        and cast.words("alert-farthest", distance=expected[-1].distance) in summary.text,
        summary.text,
    )
    return preview


async def _alert_arrives(cast: Cast, preview: Seen) -> str:
    cast.transcript.chapter("6. Het bericht gaat eruit")
    cast.transcript.tell(f"{PAUSED} heeft pauze gekozen en hoort nu niets.")
    police = cast.police
    await police.taps("alert-send")
    await police.reads("alert-ask-reason")
    since = cast.playground.seq
    await police.taps("alert-reason-nobody_on_duty")
    expected = expected_recipients(cast)
    number = str(HEAD.findall(preview.text)[0])
    await police.reads("alert-goes", number=number, recipients=len(expected))
    await cast.jeweller.sees("WEES ALERT")
    awake = [one for one in expected if one.phone.name != PAUSED]
    report = await police.reads("report-head", number=number)
    sent_to = await sent_since(cast, since)
    check_who(cast, awake, sent_to)
    check_order(cast, awake, sent_to)
    await check_texts(cast, awake, number=number, preview=preview)
    count = cast.words("count-sent", count=len(awake))
    cast.transcript.check(f"het eindverslag telt {len(awake)} verstuurd", count in report.text, report.text)
    silent = {"een bakker in 2903": cast.bakery.phone, "een juwelier zonder verificatie": cast.others[UNVERIFIED]}
    await check_silence(cast, silent, number)
    return number


async def _seen_counts(cast: Cast, number: str) -> None:
    cast.transcript.chapter("7. Gezien")
    for reader in (cast.jeweller, cast.second):
        await reader.taps("seen-button")
        await reader.phone.expect_toast(cast.words("seen-thanks"))
    await cast.program.schedule.tick(PROGRESS)
    counting, seen = cast.words("progress-head", number=number), cast.words("count-seen", count=2)
    await cast.police.sees(lambda one: one.is_edited and counting in one.text and seen in one.text, within=SOON)
    cast.transcript.check("de politie ziet dat twee winkels het gezien hebben, niet welke", True)
    await cast.jeweller.types("/actueel")
    await cast.jeweller.sees(number)


async def _alert_ends(cast: Cast, number: str) -> None:
    cast.transcript.chapter("8. Het bericht loopt vanzelf af")
    cast.transcript.tell("Ruim twee uur later (de klok van de demo staat vooruit).")
    assert PAUSED_FOR < LASTS, "the pause is over before the alert is"
    since, alert = cast.playground.seq, await only_live_alert(cast)
    cast.clock.move(LASTS + timedelta(minutes=1))
    await cast.program.schedule.tick(ENDINGS)
    ended = await cast.police.sees(cast.words("ended-head", number=number), within=SOON)
    missed = cast.words("count-unsent", count=1)
    cast.transcript.check("de politie leest dat wie pauze had het niet meer krijgt", missed in ended.text, ended.text)
    await cast.jeweller.types("/actueel")
    await cast.jeweller.reads("current-none")
    await until_settled(cast, alert)
    late = await sent_since(cast, since, besides=[cast.jeweller.phone.user_id])
    cast.transcript.check("na afloop krijgt niemand het nog, ook niet wie pauze had", not late, str(late))
    cast.clock.reset()
