"""The dry run in the chat: one line at the preview, all of it in a tap, and nothing that stops the sender."""

from datetime import timedelta

from alerts.role import Role
from alerts.severity import Severity
from tests.bot.police import jeweller, send_alone, to_preview
from tests.bot.reporting import labels, under_way
from tests.bot.town import Person, Town

LINE = "Net 2 jongens die de etalage van een juwelier filmden, zwarte golf, in 2903."
HARD = (
    "Net filmden 2 jongens thans de etalage van een juwelier in 2903, teneinde die nadien te bezoeken,"
    " en reden weg in een zwarte golf."
)
MOST_BUTTONS = 8


async def drafts(author: Person, line: str = LINE) -> str:
    """Type a notice; return the words under its preview."""
    await author.types("/alert")
    await author.types(line)
    return author.last.text


async def opens(author: Person) -> str:
    """Open the whole dry run."""
    await author.taps(author.t.plain("dry-run-more"))
    return author.last.text


async def choose(town: Town, person: Person, **choices: object) -> None:
    """Set what this person chose."""
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
        assert member is not None
        for name, value in choices.items():
            object.__setattr__(member, name, value)
        await uow.members.save(member)


async def test_the_preview_says_in_one_line_how_it_arrives(town: Town) -> None:
    """Who gets it with sound and who does not now; the whole is one tap away, and the way back another."""
    police = await town.coordinator(1)
    await town.coordinator(2)
    shops = [await jeweller(town, number, police) for number in (3, 4, 5)]
    await choose(town, shops[0], paused_until=town.clock.now() + timedelta(days=9))
    told = await drafts(police)
    assert "Proefrun: 3 met geluid, 1 nu niet." in told
    assert len(labels(police)) <= MOST_BUTTONS
    told = await opens(police)
    assert "4 ontvangers: 0-1 km: 3, zonder afstand: 1" in told
    assert "Juwelier: 3 (0-1 km: 3)" in told
    assert "Later, want zij hebben pauze: 1" in told
    assert "0: 4 ontvangers" in told
    assert police.t("dry-run-no-overlap") in told
    assert police.t("dry-run-plain") in told
    await police.taps(police.t.plain("alert-edit-close"))
    assert "Vraag akkoord" in labels(police)


async def test_at_night_only_a_p1_sounds_where_it_may(town: Town) -> None:
    """At night a P2 comes silently; a P1 with sound, but to who chose otherwise."""
    police = await town.coordinator(1)
    shop = await jeweller(town, 3, police)
    town.clock.at = town.clock.at.replace(hour=23)
    assert "1 stil" in await drafts(police)
    await choose(town, shop, p1_at_night=False)
    await police.taps(police.t.plain("alert-lines-how"))
    await police.taps(police.t.plain("alert-edit-severity"))
    await police.taps(police.t.plain(f"severity-{Severity.P1}"))
    assert "Proefrun: 1 stil." in police.last.text


async def test_long_sentences_and_hard_words_are_marked_and_stop_nobody(town: Town) -> None:
    """Each hard word has a plainer one; the notice can be sent all the same."""
    author, _ = await town.coordinator(1, Role.CITY_MARSHAL), await town.coordinator(2)
    assert "Kijk nog eens naar de tekst" in await drafts(author, HARD)
    told = await opens(author)
    assert "Meer dan 15 woorden: ‘Net filmden 2 jongens thans" in told
    for word, plainer in (("thans", "nu"), ("teneinde", "om"), ("nadien", "daarna")):
        assert author.t("dry-run-hard", word=word, plainer=plainer) in told
    await author.taps(author.t.plain("alert-edit-close"))
    await author.taps("Vraag akkoord")
    assert "wacht op akkoord" in author.last.text


async def test_a_live_notice_that_they_have_is_named(town: Town) -> None:
    """It says how many of them have it, and updates it instead of the draft; what they had lately counts it."""
    police = await town.coordinator(1)
    await jeweller(town, 3, police)
    await to_preview(police)
    await send_alone(police)
    await town.deliver()
    await drafts(police)
    told = await opens(police)
    assert "2026-0001" in told
    assert "is al bij 1 van hen." in told
    assert "1-2: 1 ontvanger" in told
    await police.taps("Vul 2026-0001 aan")
    await police.taps("Stop ermee en ga naar: een wijziging van een bericht")
    dialogue = await under_way(police)
    assert dialogue is not None
    assert "correction" == dialogue.form
