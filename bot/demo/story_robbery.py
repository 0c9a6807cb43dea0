"""The first story (docs/domain.md §6, scenario 1): a robbery is reported, a marshal drafts, the police approve."""

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
    is_notice,
    only_live_alert,
    sent_since,
    until_settled,
)
from bot.demo.drafting import make_notice
from bot.demo.phone import Seen
from bot.demo.prepare import PAUSED, PAUSED_FOR, REPORTER, UNVERIFIED
from bot.demo.story_console import approve_in_console
from bot.jobs.schedule import ENDINGS, PROGRESS

PLATE = "VX-482-K"
WITHOUT_PLATE = (
    "Net overvallen: twee mannen met een mes, kassa leeg, weg op een zwarte scooter.",
    "Just robbed: two men with a knife, till empty, off on a black scooter.",
)
WITH_PLATE = (f"{WITHOUT_PLATE[0][:-1]}, kenteken {PLATE}.", f"{WITHOUT_PLATE[1][:-1]}, plate {PLATE}.")
LASTS = timedelta(hours=2)
REPORT = re.compile(r"M-\d{4}-\d{4}")
NUMBER = re.compile(r"^(\d{4}-\d{4}) · ", re.MULTILINE)  # the last line of a notice begins with it
SENT = ("is verstuurd", "has been sent")
SOON = 15.0  # seconds; a ticked job runs at once


async def play_robbery(cast: Cast, group: Actor) -> None:
    """Play the first story, from the report to the end of the alert."""
    await _shop_reports(cast)
    await _police_confirm(cast)
    await _marshal_takes_it(cast)
    preview = await _marshal_drafts(cast)
    number = await _marshal_may_not(cast, preview)
    approved_at = await approve_in_console(cast, number, preview)
    await _alert_arrives(cast, number, preview, approved_at)
    await _group_gets_one_line(cast, group, number)
    await _seen_counts(cast, number)
    await _alert_ends(cast, number)


async def _shop_reports(cast: Cast) -> None:
    cast.transcript.chapter("6. Een supermarkt meldt een overval", "6. A supermarket reports a robbery")
    shop = cast.reporter
    await _plate_is_refused(cast)
    first = await shop.reads("report-safety")
    is_first = first.text.startswith(cast.words("report-safety"))
    cast.transcript.check("voor alles komt 112", "before anything else comes 112", is_first, first.text)
    await shop.taps("report-safety-called")
    overview = await shop.reads("report-overview")
    read = ("report-kind-robbery", "mo-weapon-knife", "mo-loot_type-cash", "vehicle-scooter")
    is_read = all(cast.words(one).casefold() in overview.text.casefold() for one in read)
    cast.transcript.check(
        "één zin is genoeg: soort, wapen, buitsoort en vervoer zijn gelezen",
        "one sentence is enough: kind, weapon, kind of loot and transport were read",
        is_read,
        overview.text,
    )
    await shop.taps("report-send")
    receipt = await shop.sees(cast.words.opening("report-receipt", "number"))
    numbered = REPORT.search(receipt.text) is not None
    cast.transcript.check(
        "de melder krijgt meteen een genummerde ontvangst",
        "whoever reports gets a numbered receipt at once",
        numbered,
        receipt.text,
    )


async def _plate_is_refused(cast: Cast) -> None:
    shop = cast.reporter
    await shop.types(cast.either(*WITH_PLATE))
    refused, first = cast.words("text-plate", found=PLATE), cast.words("report-safety-bot")
    answer = await shop.sees(lambda seen: refused in seen.text or first in seen.text)
    cast.transcript.check(
        "een kenteken wordt meteen geweigerd, met de reden",
        "a number plate is refused at once, with the reason",
        refused in answer.text,
        answer.text,
    )
    await shop.types(cast.either(*WITHOUT_PLATE))


async def _police_confirm(cast: Cast) -> None:
    cast.transcript.chapter(
        "7. De politie bevestigt, en de stadsmarinier hoort het", "7. The police confirm, and the city marshal hears"
    )
    card = await cast.police.sees(REPORTER)
    early = [one.text for one in await cast.marshal.phone.messages() if REPORTER in one.text]
    cast.transcript.check(
        "de stadsmarinier hoort van een overval pas als de politie die bevestigt",
        "the city marshal hears of a robbery once the police confirm it",
        not early,
        str(early),
    )
    words = [cast.words(one) for one in ("kind-robbery", "mo-weapon-knife", "mo-loot_type-cash", "vehicle-scooter")]
    told = all(word.casefold() in card.text.casefold() for word in words)
    cast.transcript.check(
        "de melding noemt soort, wapen, buitsoort en vervoer",
        "the report names kind, weapon, kind of loot and vehicle",
        told,
        card.text,
    )
    await cast.police.taps("incident-confirm")


async def _marshal_takes_it(cast: Cast) -> None:
    """Let the city marshal take it on: nobody holds the offices before theirs here, so their turn comes at once."""
    take = cast.words("cascade-take")
    await cast.marshal.sees(lambda seen: REPORTER in seen.text and take in seen.labels)
    await cast.marshal.taps("cascade-take")
    await cast.marshal.sees(lambda seen: seen.is_edited and take not in seen.labels)
    await cast.marshal.types(cast.either("/meldingen", "/reports"))
    listed = await cast.marshal.sees(lambda seen: any(REPORT.search(one) for one in seen.labels))
    await cast.marshal.taps("reports-open", number=REPORT.findall(" ".join(listed.labels))[0])
    await cast.marshal.sees(lambda seen: cast.words("purpose-triage") in seen.labels)
    await cast.marshal.taps("purpose-triage")
    await cast.marshal.sees(lambda seen: cast.words("report-take") in seen.labels)
    await cast.marshal.taps("report-take")
    marshal = cast.words("role-city_marshal")
    await cast.marshal.sees(lambda one: one.is_edited and marshal in one.text)
    heard = await cast.reporter.sees(marshal)
    cast.transcript.check(
        "de melder hoort wie hem oppakte", "whoever reported hears who took it up", "M-" in heard.text, heard.text
    )
    seen = await cast.police.sees(lambda one: one.is_edited and marshal in one.text)
    is_taken = cast.words("report-take") not in seen.labels
    cast.transcript.check("de politie ziet het ook", "the police see it too", is_taken, seen.text)


async def _marshal_drafts(cast: Cast) -> Seen:
    cast.transcript.chapter(
        "8. De stadsmarinier maakt er een wees-alertbericht van", "8. The city marshal makes a notice of it"
    )
    marshal, plan = cast.marshal, ROBBERY
    told, call = cast.either(*WITHOUT_PLATE).partition(".")[0], cast.words("alert-call")  # the rest is behind Meer
    await make_notice(cast, marshal, plan)
    preview = await marshal.sees(lambda seen: told in seen.text and call in seen.text)
    cast.transcript.check(
        "wat de winkel vertelde hoeft niemand over te typen",
        "nobody types again what the shop told",
        cast.words("mo-weapon-knife") in preview.text,
        preview.text,
    )
    cast.transcript.check(
        "het bericht heeft een nummer",
        "the notice has a number",
        NUMBER.search(preview.text) is not None,
        preview.text,
    )
    named = REPORTER in preview.text or PLATE in preview.text
    cast.transcript.check(
        "geen winkelnaam, kenteken of bedrag in het bericht",
        "no name of a shop, plate or amount in the notice",
        not named,
        preview.text,
    )
    summary = await marshal.reads("alert-preview-above")
    check_reach(cast, plan, summary)
    await _marshal_tries_it_dry(cast)
    await marshal.taps("alert-ask-approval")
    return preview


async def _marshal_tries_it_dry(cast: Cast) -> None:
    marshal = cast.marshal
    await marshal.taps("dry-run-more")
    run = await marshal.reads("dry-run-head")
    shops = expected_recipients(cast, ROBBERY)
    near, all_of_them = len([one for one in shops if one.km <= 1]), len(shops) + 1
    told = (f"{all_of_them} {cast.either('ontvangers', 'recipients')}", cast.words("dry-run-ring-1", count=near))
    cast.transcript.check(
        "de proefrun telt per ring wie het krijgt",
        "the dry run counts by ring who gets it",
        all(one in run.text for one in told),
        run.text,
    )
    cast.transcript.check(
        "en zegt wie het later krijgt, en waarom",
        "and says who gets it later, and why",
        cast.words("dry-run-paused", count=1) in run.text,
        run.text,
    )
    await marshal.taps("alert-edit-close")
    await marshal.reads("alert-preview-above")


async def _marshal_may_not(cast: Cast, preview: Seen) -> str:
    cast.transcript.chapter("9. De politie geeft akkoord, in de console", "9. The police approve, in the console")
    number = str(NUMBER.findall(preview.text)[0])
    await cast.marshal.reads("alert-waits", number=number, approvers=1)
    await cast.marshal.types(cast.either("/goedkeuren", "/approvals"))
    refused = await cast.marshal.reads("not-allowed-approve_alert")
    cast.transcript.check(
        "de stadsmarinier kan niet zelf akkoord geven", "the city marshal cannot approve it", bool(refused.text)
    )
    await cast.police.sees(lambda seen: number in seen.text and cast.words("approval-approve") in seen.labels)
    return number


async def _alert_arrives(cast: Cast, number: str, preview: Seen, approved_at: int) -> None:
    cast.transcript.chapter("10. Het bericht gaat eruit", "10. The notice goes out")
    since, plan, sent = approved_at, ROBBERY, cast.either(*SENT)
    escalated = await cast.reporter.sees(lambda seen: number in seen.text and sent in seen.text)
    cast.transcript.check(
        "de melder hoort wat ermee gebeurde",
        "whoever reported hears what became of it",
        "M-" in escalated.text,
        escalated.text,
    )
    awake = [one for one in expected_recipients(cast, plan) if one.phone.name != PAUSED]
    report = await cast.marshal.reads("progress-head", number=number, state="delivered")
    await cast.marshal.reads("report-head", number=number, state="live")
    sent_to = await sent_since(cast, since, number)
    check_who(cast, plan, awake, sent_to=sent_to)
    check_order(cast, awake, sent_to)
    await check_texts(cast, awake, number=number, preview=preview)
    count = cast.words("count-sent", count=len(awake) + 1)
    cast.transcript.check(
        f"het eindverslag telt {len(awake)} winkels en de politie",
        f"the final report counts {len(awake)} shops and the police",
        count in report.text,
        report.text,
    )
    silent = {
        ("een bakker in 2903", "a baker in 2903"): cast.bakery.phone,
        ("een winkel zonder verificatie", "a shop without verification"): cast.others[UNVERIFIED],
    }
    await check_silence(cast, silent, number)


async def _group_gets_one_line(cast: Cast, group: Actor, number: str) -> None:
    line = await group.sees(number)
    words = cast.words_in_groups
    is_short = not is_notice(line.text, number, words) and words("mo-weapon-knife") not in line.text
    cast.transcript.check(
        "in de groepschat staat van TLP:AMBER maar één regel",
        "the group's chat has one line only of TLP:AMBER",
        is_short,
        line.text,
    )


async def _seen_counts(cast: Cast, number: str) -> None:
    cast.transcript.chapter("11. Gelezen", "11. Read")
    for reader in (cast.reporter, cast.across):
        await reader.sees(number)
        await reader.taps("seen-button")
        await reader.phone.expect_toast(cast.words("seen-thanks"))
    await cast.program.reception.schedule.tick(PROGRESS)
    counting, seen = cast.words("progress-head", number=number, state="delivered"), cast.words("count-seen", count=2)
    await cast.marshal.sees(lambda one: one.is_edited and counting in one.text and seen in one.text, within=SOON)
    cast.transcript.check(
        "de opsteller ziet dat twee winkels het gezien hebben, niet welke",
        "the author sees that two shops have seen it, not which",
        True,
    )
    await _measure_counts(cast, number)
    await cast.reporter.types(cast.either("/actueel", "/current"))
    await cast.reporter.sees(number)


async def _measure_counts(cast: Cast, number: str) -> None:
    shop = cast.across
    await shop.taps("act")
    await shop.reads("act-how")
    await shop.taps("act-button", number=1)
    await shop.reads("act-thanks", count=1)
    await cast.program.reception.schedule.tick(PROGRESS)
    counting, acted = cast.words("progress-head", number=number, state="delivered"), cast.either("1 zaak", "1 business")
    await cast.marshal.sees(lambda one: one.is_edited and counting in one.text and acted in one.text, within=SOON)
    cast.transcript.check(
        "de opsteller ziet per ring hoeveel zaken een maatregel namen, niet welke",
        "the author sees by ring how many shops took a measure, not which",
        True,
    )


async def _alert_ends(cast: Cast, number: str) -> None:
    cast.transcript.chapter("12. Het bericht loopt vanzelf af", "12. The notice ends by itself")
    cast.transcript.tell(
        "Ruim twee uur later (de klok van de demo staat vooruit).",
        "Over two hours later (the clock of the demo is ahead).",
    )
    assert PAUSED_FOR < LASTS, "the pause is over before the alert is"
    since, alert = cast.playground.seq, await only_live_alert(cast)
    cast.clock.move(LASTS + timedelta(minutes=1))
    await cast.program.reception.schedule.tick(ENDINGS)
    ended = await cast.marshal.sees(cast.words("ended-head", number=number), within=SOON)
    await until_settled(cast, alert)
    late = await sent_since(cast, since, number, or_a_line=True)
    cast.transcript.check(
        "na afloop krijgt niemand het nog, ook niet wie pauze had",
        "once it is over nobody gets it, not even who had a pause",
        not late,
        str(late),
    )
    too_late = cast.words("count-skipped", count=1, reason=cast.words("reason-expired"))
    missed = (cast.words("count-unsent", count=1), too_late)  # before and after the outbox skipped it
    is_told = any(words in ended.text for words in missed)
    cast.transcript.check(
        "de opsteller leest dat wie pauze had het niet meer krijgt",
        "the author reads that who had a pause does not get it any more",
        is_told,
        ended.text,
    )
    await cast.reporter.types(cast.either("/actueel", "/current"))
    await cast.reporter.reads("current-none")
    cast.clock.reset()
