"""The second story: three jewellers report scouts in four days, the police see a possible pattern, and make a notice of
it that tells each shop what helps. One shop that reports three times is no pattern."""

from datetime import datetime, timedelta

from alerts.patterns import Rules
from alerts.tally import NETHERLANDS
from bot.demo.cast import Actor, Cast
from bot.demo.checks import (
    PATTERN,
    check_order,
    check_reach,
    check_texts,
    check_who,
    expected_recipients,
    is_notice,
    sent_since,
)
from bot.demo.drafting import make_notice
from bot.demo.phone import Seen
from bot.demo.story_robbery import NUMBER, SENT
from bot.jobs.pattern_search import LOOK_SECONDS, PatternSearch
from bot.jobs.schedule import PROGRESS, Job

SIGNALS = ("interest_layout", "photos")
OTHERS = {"Juwelier Nevelwiel": 3, "Juwelier Drakenbel": 1}  # who reports before, and how many days ago they saw it
OPTICIAN = "Optiek Nevelzand"
MEASURES = 3


async def play_pattern(cast: Cast, group: Actor) -> None:
    """Play the second story, from the first report to the alert."""
    await _one_shop_thrice(cast)
    await _three_shops_report(cast)
    preview = await _police_drafts(cast)
    number = await _notice_arrives(cast, preview)
    await _shops_read_what_helps(cast, number)
    await _group_acts(cast, group, number)


async def _one_shop_thrice(cast: Cast) -> None:
    cast.transcript.chapter("13. Eén zaak meldt drie keer", "13. One shop reports three times")
    for hours in (14, 13, 12):  # at another time of the day than what the jewellers see
        at = cast.clock.now() - timedelta(hours=hours)
        oddities = ("closing_time", "face_hidden")
        await _report(cast, cast.bakery, oddities, _typed(at), kind="suspicious_situation", persons="1")
    await _search(cast)
    cast.transcript.check(
        "drie meldingen van één zaak zijn geen patroon",
        "three reports of one shop are no pattern",
        not await _has_card(cast),
    )


async def _three_shops_report(cast: Cast) -> None:
    cast.transcript.chapter(
        "14. Drie juweliers zien in vier dagen hetzelfde", "14. Three jewellers see the same in four days"
    )
    for name, days in OTHERS.items():
        at = cast.clock.now() - timedelta(days=days, minutes=30)
        await _report(cast, Actor(cast.others[name], cast.transcript, cast.words), SIGNALS, _typed(at))
    await _search(cast)
    cast.transcript.check("twee is nog geen patroon", "two are no pattern yet", not await _has_card(cast))
    taps = await _report(cast, cast.jeweller, SIGNALS, "alert-when-30")
    receipt = await cast.jeweller.sees(cast.words.opening("report-receipt", "number"))
    cast.transcript.check(
        f"melden kostte {taps} tikken en geen getypte tekst",
        f"the report took {taps} taps and no typed text",
        taps <= 8,
        receipt.text,
    )


async def _report(
    cast: Cast,
    shop: Actor,
    signals: tuple[str, ...],
    when: str,
    *,
    kind: str = "reconnaissance",
    persons: str = "3",
) -> int:
    """Report what was seen, at a moment that is tapped or typed; return how many taps that took."""
    await shop.types(cast.words("report-button"))
    await shop.reads("report-safety")
    before = (
        ("report-safety-safe", "report-ask-kind"),
        (f"report-kind-{kind}", "report-ask-signals"),
        *((f"signal-{signal}", "report-ask-signals") for signal in signals),
        ("alert-done", "alert-ask-when"),
    )
    for answer, then in before:
        await shop.taps(answer)
        await shop.reads(then)
    is_tapped = when.startswith("alert-when")
    await (shop.taps(when) if is_tapped else shop.types(when))
    await shop.reads("report-ask-persons")
    await shop.taps(f"mo-offender_count-{persons}")
    await shop.reads("report-ask-clothing")
    await shop.taps("report-send")
    return len(before) + is_tapped + 2


def _typed(at: datetime) -> str:
    return at.astimezone(NETHERLANDS).strftime("%d-%m %H:%M")


async def _search(cast: Cast) -> None:
    search = PatternSearch(cast.program.storage, cast.clock, Rules())
    await cast.program.reception.schedule.perform(Job(search.look, LOOK_SECONDS))


async def _has_card(cast: Cast) -> bool:
    head = cast.words.opening("pattern-head", "count").partition("(")[0]
    return any(head in seen.text for seen in await cast.police.phone.received())


async def _police_drafts(cast: Cast) -> Seen:
    cast.transcript.chapter("15. De politie ziet een mogelijk patroon", "15. The police see a possible pattern")
    police, plan = cast.police, PATTERN
    await _search(cast)
    card = await police.sees(cast.words("pattern-head", count=1 + len(OTHERS)))
    told = all(cast.words(f"signal-{signal}").casefold() in card.text.casefold() for signal in SIGNALS)
    cast.transcript.check("de kaart noemt wat overeenkomt", "the card names what agrees", told, card.text)
    await make_notice(cast, police, plan, begin="pattern-alert")
    preview = await police.sees(lambda seen: NUMBER.search(seen.text) is not None)
    summary = await police.reads("alert-preview-above")
    check_reach(cast, plan, summary)
    return preview


async def _notice_arrives(cast: Cast, preview: Seen) -> str:
    cast.transcript.chapter("16. Het MO-bericht gaat naar de branche", "16. The MO notice goes to the line of business")
    number, since, plan = str(NUMBER.findall(preview.text)[0]), cast.playground.seq, PATTERN
    await cast.police.taps("alert-send")
    await cast.police.reads("alert-ask-reason")
    await cast.police.taps("alert-reason-nobody_on_duty")
    expected = expected_recipients(cast, plan)
    await cast.police.reads("report-head", number=number, state="live")
    sent_to = await sent_since(cast, since, number)
    check_who(cast, plan, expected, sent_to=sent_to)
    check_order(cast, expected, sent_to)
    await check_texts(cast, expected, number=number, preview=preview, urgency="urgency-P3", label="TLP:GREEN")
    sent = cast.either(*SENT)
    news = await cast.jeweller.sees(lambda seen: number in seen.text and sent in seen.text)
    cast.transcript.check(
        "de melder hoort dat er een bericht van kwam",
        "whoever reported hears that it became a notice",
        "M-" in news.text,
        news.text,
    )
    return number


async def _shops_read_what_helps(cast: Cast, number: str) -> None:
    cast.transcript.chapter("17. Onder het bericht staat wat helpt", "17. Below the notice stands what helps")
    mark = cast.words.opening("measure-line", "measure")
    lens = Actor(cast.others[OPTICIAN], cast.transcript, cast.words)
    for reader in (cast.jeweller, lens):
        [notice] = [one for one in await reader.phone.received() if is_notice(one.text, number, cast.words)]
        cast.transcript.check(
            f"{reader.name} leest {MEASURES} maatregelen",
            f"{reader.name} reads {MEASURES} measures",
            MEASURES == notice.text.count(mark) and cast.words("measures-head") in notice.text,
            notice.text,
        )
    await lens.types("/mo")
    await lens.reads("mo-title")
    await lens.phone.tap("1")
    record = await lens.reads(
        "mo-record-branches", branches=cast.words("branch-jeweller") + ", " + cast.words("branch-optician")
    )
    cast.transcript.check(
        "in het MO-register staat het ook, met dezelfde maatregelen",
        "it stands in the MO register too, with the same measures",
        number in record.text and MEASURES == record.text.count(mark),
        record.text,
    )


async def _group_acts(cast: Cast, group: Actor, number: str) -> None:
    cast.transcript.chapter("18. De KVO-groep leest het samen", "18. The KVO group reads it together")
    notice = await group.sees(number)
    words = cast.words_in_groups
    from_shop = words.ending("alert-head-far", "urgency", "kind", "distance")
    is_whole = is_notice(notice.text, number, words) and from_shop not in notice.text
    cast.transcript.check(
        "TLP:GREEN staat er in de groepschat helemaal, zonder afstand",
        "the group's chat has all of TLP:GREEN, without a distance",
        is_whole,
        notice.text,
    )
    bakery = Actor(cast.bakery.phone.in_group(group.phone.chat), cast.transcript, cast.words)
    for reader in (group, bakery):
        await reader.phone.tap(words("seen-button"), on=notice)
        await reader.phone.expect_toast(cast.words("seen-thanks"))
    await cast.jeweller.taps("seen-button")
    await cast.jeweller.phone.expect_toast(cast.words("seen-before"))
    await cast.program.reception.schedule.tick(PROGRESS)
    await group.sees(lambda seen: any("(2)" in label for label in seen.labels))
    cast.transcript.check(
        "Gelezen telt personen: de juwelier in groep en privé is er één",
        "Read counts persons: the jeweller in the group and in private is one",
        True,
    )
