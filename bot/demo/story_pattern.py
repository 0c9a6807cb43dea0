"""The second story: a jeweller reports scouts, and the police turn the report into an MO notice for the branch."""

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
from bot.jobs.schedule import PROGRESS

SIGNALS = ("interest_layout", "photos")


async def play_pattern(cast: Cast, group: Actor) -> None:
    """Play the second story, from the report to the alert."""
    await _jeweller_reports(cast)
    preview = await _police_drafts(cast)
    number = await _notice_arrives(cast, preview)
    await _group_acts(cast, group, number)


async def _jeweller_reports(cast: Cast) -> None:
    cast.transcript.chapter("13. Een juwelier heeft iets gezien", "13. A jeweller has seen something")
    jeweller, taps = cast.jeweller, 0
    await jeweller.types(cast.words("report-button"))
    await jeweller.reads("report-safety")
    for answer, then in (
        ("report-safety-safe", "report-ask-kind"),
        ("report-kind-reconnaissance", "report-ask-signals"),
        (f"signal-{SIGNALS[0]}", "report-ask-signals"),
        (f"signal-{SIGNALS[1]}", "report-ask-signals"),
        ("alert-done", "alert-ask-when"),
        ("alert-when-30", "report-ask-persons"),
        ("mo-offender_count-2", "report-ask-clothing"),
    ):
        await jeweller.taps(answer)
        await jeweller.reads(then)
        taps += 1
    await jeweller.taps("report-send")
    receipt = await jeweller.sees(cast.words.opening("report-receipt", "number"))
    cast.transcript.check(
        f"melden kostte {taps + 1} tikken en geen getypte tekst",
        f"the report took {taps + 1} taps and no typed text",
        taps + 1 <= 8,
        receipt.text,
    )


async def _police_drafts(cast: Cast) -> Seen:
    cast.transcript.chapter("14. De politie maakt er een MO-bericht van", "14. The police make an MO notice of it")
    police, plan = cast.police, PATTERN
    card = await police.sees(lambda seen: cast.words("report-take") in seen.labels)
    told = all(cast.words(f"signal-{signal}").casefold() in card.text.casefold() for signal in SIGNALS)
    cast.transcript.check("de melding noemt wat opviel", "the report names what stood out", told, card.text)
    await make_notice(cast, police, plan)
    preview = await police.sees(lambda seen: NUMBER.search(seen.text) is not None)
    summary = await police.reads("alert-preview-above")
    check_reach(cast, plan, summary)
    return preview


async def _notice_arrives(cast: Cast, preview: Seen) -> str:
    cast.transcript.chapter("15. Het MO-bericht gaat naar de branche", "15. The MO notice goes to the line of business")
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


async def _group_acts(cast: Cast, group: Actor, number: str) -> None:
    cast.transcript.chapter("16. De KVO-groep leest het samen", "16. The KVO group reads it together")
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
