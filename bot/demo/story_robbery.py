"""The first story (DOMAIN §6, scenario 1): a robbery is reported, a marshal drafts, the police approve."""

import re
from datetime import timedelta

from bot.demo.cast import Actor, Cast
from bot.demo.checks import (
    ROBBERY,
    check_order,
    check_reach,
    check_silence,
    check_texts,
    check_who,
    expected_recipients,
    only_live_alert,
    sent_since,
    until_settled,
)
from bot.demo.drafting import make_notice
from bot.demo.phone import Seen
from bot.demo.prepare import PAUSED, PAUSED_FOR, REPORTER, UNVERIFIED
from bot.schedule import ENDINGS, PROGRESS

PLATE = "VX-482-K"
WITH_PLATE = f"Twee mannen met een mes. Ze reden weg op een zwarte scooter, kenteken {PLATE}."
WITHOUT_PLATE = "Twee mannen met een mes. Ze reden weg op een zwarte scooter."
LASTS = timedelta(hours=2)
HEAD = re.compile(r"WEES ALERT (\d{4}-\d{4}) ")
SOON = 15.0  # seconds: what was asked for by a tick comes at once


async def play_robbery(cast: Cast, group: Actor) -> None:
    """From the report to the end of the alert."""
    await _shop_reports(cast)
    await _marshal_takes_it(cast)
    preview = await _marshal_drafts(cast)
    number = await _police_approves(cast, preview)
    await _alert_arrives(cast, number, preview)
    await _group_gets_one_line(cast, group, number)
    await _seen_counts(cast, number)
    await _alert_ends(cast, number)


async def _shop_reports(cast: Cast) -> None:
    cast.transcript.chapter("6. Een supermarkt meldt een overval")
    shop = cast.reporter
    await shop.types("/melding")
    first = await shop.reads("report-safety")
    is_first = "112" in first.text and all("overval" not in label.lower() for label in first.labels)
    cast.transcript.check("voor alles komt 112", is_first, first.text)
    await shop.taps("report-safety-called")
    for question, answer in (
        ("report-ask-kind", "report-kind-robbery"),
        ("report-ask-weapon", "mo-weapon-knife"),
        ("report-ask-loot_type", "mo-loot_type-cash"),
        ("report-ask-injured", "report-injured-no"),
        ("alert-ask-when", "alert-when-0"),
        ("report-ask-persons", "mo-offender_count-2"),
        ("report-ask-clothing", "nav-skip"),
        ("report-ask-vehicle", "vehicle-scooter"),
    ):
        await shop.reads(question)
        await shop.taps(answer)
    await shop.reads("report-ask-where")
    await shop.phone.tap(REPORTER)
    await shop.reads("report-ask-what")
    await _plate_is_refused(cast)
    receipt = await shop.sees("Ontvangen. Nog niet gedeeld.")
    numbered = re.search(r"M-\d{4}-\d{4}", receipt.text) is not None
    cast.transcript.check("de melder krijgt meteen een genummerde ontvangst", numbered, receipt.text)


async def _plate_is_refused(cast: Cast) -> None:
    shop = cast.reporter
    await shop.types(WITH_PLATE)
    refused, receipt = cast.words("text-plate", found=PLATE), "Ontvangen."
    answer = await shop.sees(lambda seen: refused in seen.text or receipt in seen.text)
    cast.transcript.check("een kenteken wordt meteen geweigerd, met de reden", refused in answer.text, answer.text)
    await shop.types(WITHOUT_PLATE)


async def _marshal_takes_it(cast: Cast) -> None:
    cast.transcript.chapter("7. Politie en stadsmarinier zien de melding")
    card = await cast.police.sees(REPORTER)
    await cast.marshal.sees(REPORTER)
    told = all(word in card.text for word in ("Overval", "mes", "scooter", "contant"))
    cast.transcript.check("de melding noemt soort, wapen, buitsoort en vervoer", told, card.text)
    await cast.marshal.taps("report-take")
    marshal = cast.words("role-city_marshal")
    await cast.marshal.sees(lambda one: one.is_edited and marshal in one.text)
    heard = await cast.reporter.sees(marshal)
    cast.transcript.check("de melder hoort wie hem oppakte", "M-" in heard.text, heard.text)
    seen = await cast.police.sees(lambda one: one.is_edited and marshal in one.text)
    cast.transcript.check("de politie ziet het ook", cast.words("report-take") not in seen.labels, seen.text)


async def _marshal_drafts(cast: Cast) -> Seen:
    cast.transcript.chapter("8. De stadsmarinier maakt er een wees-alertbericht van")
    marshal, plan = cast.marshal, ROBBERY
    await make_notice(cast, marshal, plan)
    preview = await marshal.sees(lambda seen: WITHOUT_PLATE in seen.text and "Geldt tot" in seen.text)
    cast.transcript.check("wat de winkel vertelde hoeft niemand over te typen", "mes" in preview.text, preview.text)
    cast.transcript.check("het bericht heeft een nummer", HEAD.search(preview.text) is not None, preview.text)
    named = REPORTER in preview.text or PLATE in preview.text
    cast.transcript.check("geen winkelnaam, kenteken of bedrag in het bericht", not named, preview.text)
    summary = await marshal.reads("alert-preview-above")
    check_reach(cast, plan, summary)
    await marshal.taps("alert-ask-approval")
    return preview


async def _police_approves(cast: Cast, preview: Seen) -> str:
    cast.transcript.chapter("9. De politie geeft akkoord")
    number = str(HEAD.findall(preview.text)[0])
    await cast.marshal.reads("alert-waits", number=number, approvers=1)
    await cast.marshal.types("/goedkeuren")
    refused = await cast.marshal.reads("not-allowed-approve_alert")
    cast.transcript.check("de stadsmarinier kan niet zelf akkoord geven", bool(refused.text))
    await cast.police.sees(lambda seen: number in seen.text and cast.words("approval-approve") in seen.labels)
    return number


async def _alert_arrives(cast: Cast, number: str, preview: Seen) -> None:
    cast.transcript.chapter("10. Het bericht gaat eruit")
    cast.transcript.tell(f"{PAUSED} heeft pauze gekozen en hoort nu niets.")
    since, plan = cast.playground.seq, ROBBERY
    await cast.police.taps("approval-approve")
    escalated = await cast.reporter.sees(lambda seen: number in seen.text and "is verstuurd" in seen.text)
    cast.transcript.check("de melder hoort wat ermee gebeurde", "M-" in escalated.text, escalated.text)
    awake = [one for one in expected_recipients(cast, plan) if one.phone.name != PAUSED]
    report = await cast.marshal.reads("report-head", number=number, state="live")
    sent_to = await sent_since(cast, since, number)
    check_who(cast, plan, awake, sent_to=sent_to)
    check_order(cast, awake, sent_to)
    await check_texts(cast, awake, number=number, preview=preview)
    count = cast.words("count-sent", count=len(awake) + 1)
    told = f"het eindverslag telt {len(awake)} winkels en de politie"
    cast.transcript.check(told, count in report.text, report.text)
    silent = {"een bakker in 2903": cast.bakery.phone, "een winkel zonder verificatie": cast.others[UNVERIFIED]}
    await check_silence(cast, silent, number)


async def _group_gets_one_line(cast: Cast, group: Actor, number: str) -> None:
    line = await group.sees(number)
    is_short = "Geldt tot" not in line.text and "mes" not in line.text
    cast.transcript.check("in de groepschat staat van TLP:AMBER maar één regel", is_short, line.text)


async def _seen_counts(cast: Cast, number: str) -> None:
    cast.transcript.chapter("11. Gezien")
    for reader in (cast.reporter, cast.across):
        await reader.sees(number)
        await reader.taps("seen-button")
        await reader.phone.expect_toast(cast.words("seen-thanks"))
    await cast.program.reception.schedule.tick(PROGRESS)
    counting, seen = cast.words("progress-head", number=number, state="live"), cast.words("count-seen", count=2)
    await cast.marshal.sees(lambda one: one.is_edited and counting in one.text and seen in one.text, within=SOON)
    cast.transcript.check("de opsteller ziet dat twee winkels het gezien hebben, niet welke", True)
    await cast.reporter.types("/actueel")
    await cast.reporter.sees(number)


async def _alert_ends(cast: Cast, number: str) -> None:
    cast.transcript.chapter("12. Het bericht loopt vanzelf af")
    cast.transcript.tell("Ruim twee uur later (de klok van de demo staat vooruit).")
    assert PAUSED_FOR < LASTS, "the pause is over before the alert is"
    since, alert = cast.playground.seq, await only_live_alert(cast)
    cast.clock.move(LASTS + timedelta(minutes=1))
    await cast.program.reception.schedule.tick(ENDINGS)
    ended = await cast.marshal.sees(cast.words("ended-head", number=number), within=SOON)
    too_late = cast.words("count-skipped", count=1, reason=cast.words("reason-expired"))
    missed = (cast.words("count-unsent", count=1), too_late)  # before and after the outbox has looked at it
    is_told = any(words in ended.text for words in missed)
    cast.transcript.check("de opsteller leest dat wie pauze had het niet meer krijgt", is_told, ended.text)
    await cast.reporter.types("/actueel")
    await cast.reporter.reads("current-none")
    await until_settled(cast, alert)
    late = await sent_since(cast, since, number, or_a_line=True)
    cast.transcript.check("na afloop krijgt niemand het nog, ook niet wie pauze had", not late, str(late))
    cast.clock.reset()
