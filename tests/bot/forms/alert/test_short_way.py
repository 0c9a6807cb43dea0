"""Tests of the short way to a notice: what happened and where are asked, the rest is proposed and shown as such."""

import re
from datetime import timedelta

import pytest

from alerts.alert import AlertContent
from alerts.branch import Branch
from alerts.ids import AlertId
from alerts.kvo_group import NewKvoGroup
from alerts.role import Role, parse_scope
from alerts.services.invite.create_invite import create_role_invite
from alerts.severity import Severity
from alerts.tlp import Tlp
from tests.bot.police import alerts_of, change
from tests.bot.reporting import jeweller, labels, reports, under_way
from tests.bot.town import Person, Town

LINE = "Net 2 jongens die de etalage van een juwelier filmden, zwarte golf, in 2903."
FEW = "Net 2 jongens die de etalage filmden in 2903."
ROBBED = "Juwelier overvallen in 2903, dader vluchtte op een scooter."
MOST_BUTTONS = 8


async def _content(town: Town, number: int = 1) -> AlertContent:
    async with town.storage.reading() as uow:
        return (await uow.alerts.get(AlertId(number))).content


async def test_a_p2_takes_one_typed_line_and_at_most_four_taps(town: Town) -> None:
    """From /alert to *Vraag akkoord* a P2 takes one typed line and at most four taps, buttons counted as they are
    tapped."""
    author, _ = await town.coordinator(1, Role.CITY_MARSHAL), await town.coordinator(2)
    taps = 0
    await author.types("/alert")
    await author.types(LINE)
    while "Vraag akkoord" not in labels(author):
        assert taps < 4
        await author.taps(labels(author)[0])
        taps += 1
    await author.taps("Vraag akkoord")
    assert taps + 1 <= 4
    assert "wacht op akkoord" in author.last.text
    assert (await _content(town)).severity is Severity.P2


async def test_a_kind_by_button_and_a_postcode_are_enough(town: Town) -> None:
    """A tapped kind and a typed postcode lead to the preview too, with a text that is composed of the kind."""
    author, _ = await town.coordinator(1, Role.CITY_MARSHAL), await town.coordinator(2)
    await author.types("/alert")
    await author.taps("Voorverkenning")
    await author.types("2903")
    assert "Vraag akkoord" in labels(author)
    assert "Iemand heeft een zaak bekeken. Dit kan een voorverkenning zijn." == (await _content(town)).what
    await author.taps(author.t.plain("dry-run-more"))
    assert author.t.plain("alert-text-own") not in labels(author)


async def test_a_report_becomes_a_draft_in_at_most_three_taps(town: Town) -> None:
    """From a report's card to *Vraag akkoord* takes at most three taps and no typing."""
    agent, marshal = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    await reports(await jeweller(town, 1, agent))
    taps = ("Maak er een bericht van", "Vraag akkoord")
    for label in taps:
        await marshal.taps(label)
    assert "wacht op akkoord" in marshal.last.text
    assert len(taps) <= 3
    content = await _content(town)
    assert frozenset({Branch.JEWELLER, Branch.OPTICIAN, Branch.SECONDHAND_GOLD}) == content.branches


async def test_everything_else_is_proposed_and_shown_as_such(town: Town) -> None:
    """What the line does not say is set by kind and recency, each marked as a proposal, the branches with the reason;
    what it says is not marked."""
    author = await town.coordinator(1)
    await author.types("/alert")
    await author.types(LINE)
    content, now = await _content(town), town.clock.now()
    assert (Severity.P2, Tlp.AMBER, 10_000, "2903") == (
        content.severity,
        content.tlp,
        content.reach_m,
        content.place.pc4,
    )
    assert (now, now + timedelta(hours=72)) == (content.occurred_at, content.until)
    assert frozenset({Branch.JEWELLER, Branch.OPTICIAN, Branch.SECONDHAND_GOLD}) == content.branches
    lines = author.last.text.splitlines()
    why = author.t.plain("likeness-valuables")
    for line in ("Bereik", "Branches", "Ernst", "TLP", "Geldt tot"):
        assert [True] == [one.endswith("<i>voorstel</i>") for one in lines if one.startswith(f"<b>{line}:")], line
    assert f"Juwelier; Opticien, Opkoper of kringloop ({why})" in author.last.text
    for line in ("Soort", "Plaats"):
        assert [False] == [one.endswith("<i>voorstel</i>") for one in lines if one.startswith(f"<b>{line}:")], line


async def test_a_robbery_just_now_is_acute_and_one_of_yesterday_is_not(town: Town) -> None:
    """Severity, end and label follow what the line says of the time."""
    author = await town.coordinator(1)
    await author.types("/alert")
    await author.types(ROBBED)
    content = await _content(town)
    assert (Severity.P1, town.clock.now() + timedelta(hours=2)) == (content.severity, content.until)
    await author.taps("Terug")
    await author.types(f"Gisteren om 20:45 {ROBBED}")
    content = await _content(town)
    assert (Severity.P2, town.clock.now() + timedelta(hours=72)) == (content.severity, content.until)
    assert town.clock.now().date() - timedelta(days=1) == (content.occurred_at or town.clock.now()).date()


async def test_what_was_chosen_stays_and_the_rest_follows(town: Town) -> None:
    """A line that was chosen stays and is no proposal any more; the lines that depend on another follow it."""
    author = await town.coordinator(1)
    await author.types("/alert")
    await author.types(LINE)
    await change(author, "Bereik")
    await author.taps("2 km")
    await change(author, "Ernst")
    await author.taps("P3 ·")
    content = await _content(town)
    assert (2_000, Severity.P3, Tlp.GREEN) == (content.reach_m, content.severity, content.tlp)
    assert town.clock.now() + timedelta(days=14) == content.until
    assert "<b>Bereik:</b> 2 km\n" in author.last.text
    await change(author, "Soort")
    await author.taps("Straatroof")
    content = await _content(town)
    assert (2_000, Severity.P3) == (content.reach_m, content.severity)


async def test_without_a_branch_all_are_proposed(town: Town) -> None:
    """A line that names no branch proposes all of them, which the drafter sees and can change."""
    author = await town.coordinator(1)
    await author.types("/alert")
    await author.types("Net een overval in 2903, dader met een mes.")
    assert frozenset() == (await _content(town)).branches
    assert "<b>Branches:</b> Alle branches · <i>voorstel</i>" in author.last.text
    await change(author, "Branches")
    await author.taps("Alle branches")
    await author.taps("Juwelier")
    await author.taps("Verder met")
    assert frozenset({Branch.JEWELLER}) == (await _content(town)).branches
    assert "<b>Branches:</b> Juwelier\n" in author.last.text


async def test_one_tap_switches_between_composed_text_and_own_words(town: Town) -> None:
    """The text is composed from the fields with the typed words below it; one tap leaves the words alone, and one more
    composes again."""
    author = await town.coordinator(1)
    await author.types("/alert")
    await author.types(FEW)
    both = (await _content(town)).what
    assert both.startswith("Twee personen maakten foto’s of filmden.\n")
    assert both.endswith(f"\n{FEW}")
    await author.taps("Proefrun en tekst")
    await author.taps("Tekst: alleen mijn woorden")
    assert FEW == (await _content(town)).what
    assert FEW in alerts_of(author)[-1]
    await author.taps("Proefrun en tekst")
    await author.taps("Tekst: ook samengesteld")
    assert both == (await _content(town)).what


async def test_many_words_stand_alone_until_the_drafter_chooses(town: Town) -> None:
    """Words that fill a notice stand alone, so that they are read at one glance; two taps compose all the same."""
    author = await town.coordinator(1)
    await author.types("/alert")
    await author.types(LINE)
    assert LINE == (await _content(town)).what
    await author.taps("Proefrun en tekst")
    await author.taps("Tekst: ook samengesteld")
    assert (await _content(town)).what.endswith(f" filmden.\n{LINE}")


async def test_a_text_typed_at_the_preview_is_sent_as_it_was_typed(town: Town) -> None:
    """A text typed for the line *Tekst* replaces the composed one and stays when another line is changed."""
    author = await town.coordinator(1)
    await author.types("/alert")
    await author.types(LINE)
    await change(author, "Tekst")
    await author.types("Nu met andere woorden.")
    await change(author, "Ernst")
    await author.taps("P3 ·")
    assert "Nu met andere woorden." == (await _content(town)).what


async def test_the_text_is_composed_in_the_drafters_language(town: Town) -> None:
    """A drafter who reads English gets an English text."""
    author = town.person(1, "en")
    await _gets_role(town, author, Role.CITY_MARSHAL, "2900-2999")
    await author.types("/alert")
    await author.types("Just now two men filmed the shop window in 2903.")
    what = (await _content(town)).what
    assert what.startswith("Two people were taking photos or filming.\n")


async def test_the_place_is_asked_when_the_line_does_not_say(town: Town) -> None:
    """Without a place in the line the place is asked; then the preview follows."""
    author = await town.coordinator(1)
    await author.types("/alert")
    await author.types("Net een overval op een juwelier, dader op een scooter.")
    assert "Waar was het" in author.last.text
    await author.types("2903")
    assert "Versturen" in labels(author)


async def test_a_place_outside_ones_scope_is_asked_again_with_the_reason(town: Town) -> None:
    """A line about another area asks for a place and says why; the words are kept."""
    author = await town.coordinator(1)
    await author.types("/alert")
    await author.types(ROBBED.replace("2903", "3011"))
    assert author.t("alert-place-outside", code="3011") in author.last.text
    await author.types("2903")
    assert ROBBED.replace("2903", "3011") in alerts_of(author)[-1]


async def test_the_kind_is_asked_when_nobody_can_tell(town: Town) -> None:
    """A line that does not tell the kind leads to the question for it, as a kind is never guessed."""
    author = await town.coordinator(1)
    await author.types("/alert")
    await author.types("Let op bij je winkel.")
    dialogue = await under_way(author)
    assert dialogue is not None
    assert "kind" == dialogue.step
    await author.taps("Verdachte situatie")
    await author.types("2903")
    assert "Let op bij je winkel." in alerts_of(author)[-1]


async def test_the_guard_looks_first(town: Town) -> None:
    """What the guard refuses is neither read nor kept, and the question stays open."""
    author = await town.coordinator(1)
    await author.types("/alert")
    await author.types("Overval in 2903, dader reed weg in 12-ABC-3.")
    dialogue = await under_way(author)
    assert dialogue is not None
    assert ("words", None) == (dialogue.step, dialogue.draft["kind"])
    assert "12-ABC-3" not in str(dialogue.draft)
    assert "12-ABC-3" in author.last.text


async def test_step_by_step_walks_through_everything(town: Town) -> None:
    """*Alles stap voor stap* goes through the long form, from the first question or from a report's preview, with what
    is known marked; it can be left at any step."""
    agent, marshal = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    await reports(await jeweller(town, 1, agent))
    await marshal.taps("Maak er een bericht van")
    await marshal.taps("Proefrun en tekst")
    await marshal.taps("Alles stap voor stap")
    assert marshal.t("alert-ask-kind") == marshal.last.text
    assert "✓ Voorverkenning" in labels(marshal)
    for label in ("Voorverkenning", "Zo gebruiken", "Zojuist", "Verder ›", "Zo laten", "2 km", "Verder met", "P2 ·"):
        await marshal.taps(label)
    for label in ("AMBER ·", "✓ 3 dagen"):
        await marshal.taps(label)
    content = await _content(town)
    assert (2_000, Severity.P2) == (content.reach_m, content.severity)
    assert marshal.t("report-from", number="M-2026-0001") in marshal.last.text
    await marshal.taps("Stoppen")
    await marshal.types("/concepten")
    assert "geen concepten" in marshal.last.text


async def test_a_manager_of_several_groups_chooses_one(town: Town) -> None:
    """Who writes for one of several groups is asked which; the preview follows."""
    police = await town.coordinator(1)
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(police.id))
        assert member is not None
        for name in ("De Terp", "Hoekplein"):
            await uow.kvo_groups.add(NewKvoGroup(name, frozenset({"2903"}), frozenset()), member.id, town.clock.now())
    manager = await town.coordinator(2, Role.KVO_MANAGER, "kvo_group:1")
    await _gets_role(town, manager, Role.KVO_MANAGER, "kvo_group:2")
    await manager.types("/alert")
    await manager.types(LINE)
    assert manager.t("alert-ask-audience") in manager.last.text
    await manager.taps("Alleen KVO-groep Hoekplein")
    assert "<b>Bereik:" not in manager.last.text
    assert 2 == (await _content(town)).kvo_group_id


async def _gets_role(town: Town, person: Person, role: Role, scope: str) -> None:
    async with town.storage.transaction() as uow:
        created = await create_role_invite(uow, role, parse_scope(scope), now=town.clock.now())
    await person.types(f"/start {created.secret}")


@pytest.mark.parametrize("way", [LINE, ROBBED, "Overval", "Voorverkenning"])
async def test_no_screen_of_it_has_more_than_eight_buttons(town: Town, way: str) -> None:
    """No screen of the short way has more than eight buttons, nor do the lines of its preview."""
    author = await town.coordinator(1)
    await author.types("/alert")
    assert len(labels(author)) <= MOST_BUTTONS
    if way in (LINE, ROBBED):
        await author.types(way)
    else:
        await author.taps(way)
        await author.types("2903")
    assert len(labels(author)) <= MOST_BUTTONS
    for group in ("Wat en wanneer", "Waar en voor wie", "Ernst, TLP en duur"):
        await author.taps(group)
        assert len(labels(author)) <= MOST_BUTTONS
        assert len([one for one in labels(author) if not re.match("‹|Opslaan|Stoppen", one)]) >= 3
        await author.taps("Voorbeeld")


async def test_a_half_filled_short_draft_goes_on_where_it_was_left(town: Town) -> None:
    """A draft that is kept before its place is known asks for it again, with the words and proposals."""
    author = await town.coordinator(1)
    await author.types("/alert")
    await author.types("Net een overval op een juwelier.")
    await author.taps("Opslaan als concept")
    await author.types("/concepten")
    await author.taps("Verder")
    assert "Waar was het" in author.last.text
    await author.types("2903")
    assert "Net een overval op een juwelier." in alerts_of(author)[-1]
    assert "<i>voorstel</i>" in author.last.text
