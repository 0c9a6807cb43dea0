"""The second story: a jeweller reports scouts, and the police turn the report into an MO notice for the branch."""

from bot.demo.cast import Actor, Cast
from bot.demo.checks import PATTERN, check_order, check_reach, check_texts, check_who, expected_recipients, sent_since
from bot.demo.drafting import make_notice
from bot.demo.phone import Seen
from bot.demo.story_robbery import HEAD
from bot.schedule import PROGRESS

SAW = "Ze bekeken lang de vitrines en liepen daarna naar de achteringang."
SIGNALS = ("interest_layout", "route_check")


async def play_pattern(cast: Cast, group: Actor) -> None:
    """From the report to the notice."""
    await _jeweller_reports(cast)
    preview = await _police_drafts(cast)
    number = await _notice_arrives(cast, preview)
    await _group_acts(cast, group, number)


async def _jeweller_reports(cast: Cast) -> None:
    cast.transcript.chapter("13. Een juwelier heeft iets gezien")
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
    receipt = await jeweller.sees("Ontvangen. Nog niet gedeeld.")
    cast.transcript.check(f"melden kostte {taps + 1} tikken en geen getypte tekst", taps + 1 <= 8, receipt.text)


async def _police_drafts(cast: Cast) -> Seen:
    cast.transcript.chapter("14. De politie maakt er een MO-bericht van")
    police, plan = cast.police, PATTERN
    card = await police.sees(lambda seen: cast.words("report-take") in seen.labels)
    told = all(cast.words(f"signal-{signal}").casefold() in card.text.casefold() for signal in SIGNALS)
    cast.transcript.check("de melding noemt wat opviel", told, card.text)
    await make_notice(cast, police, plan)
    preview = await police.sees(lambda seen: HEAD.search(seen.text) is not None)
    summary = await police.reads("alert-preview-above")
    check_reach(cast, plan, summary)
    return preview


async def _notice_arrives(cast: Cast, preview: Seen) -> str:
    cast.transcript.chapter("15. Het MO-bericht gaat naar de branche")
    number, since, plan = str(HEAD.findall(preview.text)[0]), cast.playground.seq, PATTERN
    await cast.police.taps("alert-send")
    await cast.police.reads("alert-ask-reason")
    await cast.police.taps("alert-reason-nobody_on_duty")
    expected = expected_recipients(cast, plan)
    await cast.police.reads("report-head", number=number, state="live")
    sent_to = await sent_since(cast, since, number)
    check_who(cast, plan, expected, sent_to=sent_to)
    check_order(cast, expected, sent_to)
    await check_texts(cast, expected, number=number, preview=preview, label="P3 · TLP:GREEN")
    news = await cast.jeweller.sees(lambda seen: number in seen.text and "is verstuurd" in seen.text)
    cast.transcript.check("de melder hoort dat er een bericht van kwam", "M-" in news.text, news.text)
    return number


async def _group_acts(cast: Cast, group: Actor, number: str) -> None:
    cast.transcript.chapter("16. De KVO-groep leest het samen")
    notice = await group.sees(number)
    is_whole = "Geldt tot" in notice.text and "van je winkel" not in notice.text
    cast.transcript.check("TLP:GREEN staat er in de groepschat helemaal, zonder afstand", is_whole, notice.text)
    bakery = Actor(cast.bakery.phone.in_group(group.phone.chat), cast.transcript, cast.words)
    for reader in (group, bakery):
        await reader.phone.tap(cast.words("seen-button"), on=notice)
        await reader.phone.expect_toast(cast.words("seen-thanks"))
    await cast.jeweller.taps("seen-button")
    await cast.jeweller.phone.expect_toast(cast.words("seen-before"))
    await cast.program.reception.schedule.tick(PROGRESS)
    await group.sees(lambda seen: any("(2)" in label for label in seen.labels))
    cast.transcript.check("Gezien telt personen: de juwelier in groep en privé is er één", True)
