"""Tests of drafts that are opened again and changed: as they were, and without typing all of the text again."""

from datetime import timedelta

import pytest

from alerts.alert import AlertContent
from alerts.ids import AlertId
from alerts.role import Role
from alerts.severity import Severity
from tests.bot.police import change
from tests.bot.reporting import labels
from tests.bot.town import Town

FEW = "Net 2 jongens die de etalage filmden in 2903."


async def _content(town: Town, number: int = 1) -> AlertContent:
    async with town.storage.reading() as uow:
        return (await uow.alerts.get(AlertId(number))).content


async def test_a_draft_that_is_opened_again_is_as_it_was(town: Town) -> None:
    """A numbered draft that is opened again shows the same text and proposals, and still switches between composed text
    and own words; a later look does not move what was proposed then."""
    author = await town.coordinator(1)
    await author.types("/alert")
    await author.types(FEW)
    await change(author, "Bereik")
    await author.taps("2 km")
    shown, content = author.last.text, await _content(town)
    await author.taps("Opslaan als concept")
    town.clock.pass_by(hours=3)
    await author.types("/concepten")
    await author.taps("Verder")
    assert shown == author.last.text
    assert content == await _content(town)
    await author.taps(author.t.plain("dry-run-more"))
    await author.taps(author.t.plain("alert-text-own"))
    assert FEW == (await _content(town)).what
    await author.taps(author.t.plain("dry-run-more"))
    await author.taps(author.t.plain("alert-text-composed"))
    assert content.what == (await _content(town)).what
    assert 2_000 == (await _content(town)).reach_m


async def test_a_returned_draft_opens_as_it_was(town: Town) -> None:
    """From the message that a draft was returned one tap opens its preview, with the proposals and the typed words."""
    author, police = await town.coordinator(1, Role.CITY_MARSHAL), await town.coordinator(2)
    await author.types("/alert")
    await author.types(FEW)
    content = await _content(town)
    await author.taps("Vraag akkoord")
    await police.taps("Terug met opmerking")
    await police.taps("Graag korter")
    await author.taps("Verder")
    assert content == await _content(town)
    assert "Graag korter" in author.last.text
    assert "<b>Bereik:</b> 10 km · <i>voorstel</i>" in author.last.text
    await author.taps(author.t.plain("dry-run-more"))
    assert author.t.plain("alert-text-own") in labels(author)


async def test_a_returned_draft_keeps_the_severity_that_was_returned(town: Town) -> None:
    """Its age does not make another of it when something is changed: a colleague looked at it. Only the end is proposed
    anew."""
    author, police = await town.coordinator(1, Role.CITY_MARSHAL), await town.coordinator(2)
    await author.types("/alert")
    await author.types("Overval op een juwelier in 2903, twee daders gevlucht op een scooter.")
    assert Severity.P1 is (await _content(town)).severity
    await author.taps("Vraag akkoord")
    await police.taps("Terug met opmerking")
    await police.taps("Graag korter")
    town.clock.pass_by(hours=3)
    await author.taps("Verder")
    await change(author, "Bereik")
    await author.taps("2 km")
    content = await _content(town)
    assert (Severity.P1, 2_000) == (content.severity, content.reach_m)
    assert town.clock.now() + timedelta(hours=2) == content.until
    severity = next(one for one in author.last.text.splitlines() if one.startswith("<b>Ernst:</b>"))
    assert not severity.endswith("<i>voorstel</i>")


async def test_a_draft_that_nobody_looked_at_goes_by_its_age(town: Town) -> None:
    """A proposal that was put off is made anew when something is changed."""
    author = await town.coordinator(1)
    await author.types("/alert")
    await author.types("Overval op een juwelier in 2903, twee daders gevlucht op een scooter.")
    await author.taps("Opslaan als concept")
    town.clock.pass_by(hours=3)
    await author.types("/concepten")
    await author.taps("Verder")
    await change(author, "Bereik")
    await author.taps("2 km")
    assert Severity.P2 is (await _content(town)).severity


async def test_an_end_that_passed_meanwhile_is_proposed_anew(town: Town) -> None:
    """A proposed end that has passed when the draft is opened again is replaced by a new proposal; a chosen one is
    not."""
    author = await town.coordinator(1)
    await author.types("/alert")
    await author.types(FEW)
    await author.taps("Opslaan als concept")
    town.clock.pass_by(days=4)
    await author.types("/concepten")
    await author.taps("Verder")
    assert town.clock.now() + timedelta(hours=72) == (await _content(town)).until
    await change(author, "Geldt tot")
    await author.taps("2 uur")
    chosen = (await _content(town)).until
    await author.taps("Opslaan als concept")
    town.clock.pass_by(days=1)
    await author.types("/concepten")
    await author.taps("Verder")
    assert chosen == (await _content(town)).until


@pytest.mark.parametrize("end", ["discarded", "rejected", "sent"])
async def test_the_form_of_a_draft_is_forgotten_with_it(town: Town, end: str) -> None:
    """Nothing of the form is left once its notice was discarded, rejected or sent."""
    author, police = await town.coordinator(1, Role.CITY_MARSHAL), await town.coordinator(2)
    await author.types("/alert")
    await author.types(FEW)
    async with town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(author.id))
        assert member is not None
        assert 1 == len(await uow.kept_forms.of_member(member.id, "alert.1"))
    await author.taps("Opslaan als concept" if end == "discarded" else "Vraag akkoord")
    if end == "discarded":
        await author.types("/concepten")
        await author.taps("Weggooien")
    elif end == "rejected":
        await police.taps("Afwijzen")
        await police.taps("Is al bekend")
    else:
        await police.taps("Akkoord")
    async with town.storage.reading() as uow:
        assert [] == await uow.kept_forms.of_member(member.id, "alert.1")


async def test_words_are_changed_without_typing_them_again(town: Town) -> None:
    """At the question for the text a short answer replaces a passage or adds a sentence; what is composed above the
    typed words stays so. The screen shows the present text and tells both ways."""
    author = await town.coordinator(1)
    await author.types("/alert")
    await author.types(FEW)
    both = (await _content(town)).what
    await change(author, "Tekst")
    assert both in author.last.text
    assert author.t("alert-what-edit") in author.last.text
    await author.types("etalage > vitrine")
    assert both.replace("etalage", "vitrine") == (await _content(town)).what
    await change(author, "Tekst")
    await author.types("+ ze liepen weg")
    assert f"{both.replace('etalage', 'vitrine')} Ze liepen weg." == (await _content(town)).what
    await author.taps(author.t.plain("dry-run-more"))
    await author.taps(author.t.plain("alert-text-own"))
    assert f"{FEW.replace('etalage', 'vitrine')} Ze liepen weg." == (await _content(town)).what


async def test_a_passage_of_the_composed_part_makes_it_ones_own_words(town: Town) -> None:
    """A passage above the typed words is replaced too; all of the text is the drafter's own then."""
    author = await town.coordinator(1)
    await author.types("/alert")
    await author.types(FEW)
    both = (await _content(town)).what
    await change(author, "Tekst")
    await author.types("Twee personen > Twee jongens")
    assert both.replace("Twee personen", "Twee jongens") == (await _content(town)).what


async def test_a_passage_that_is_not_there_once_changes_nothing(town: Town) -> None:
    """A passage that is not in the text, or more than once, is refused in a sentence above the same question."""
    author = await town.coordinator(1)
    await author.types("/alert")
    await author.types(FEW)
    content = await _content(town)
    await change(author, "Tekst")
    await author.types("scooter > fiets")
    assert author.t("text-passage-nowhere", passage="scooter") in author.last.text
    await author.types("filmden > keken")
    assert "keer" in author.last.text
    assert author.t("alert-what-edit") in author.last.text
    assert content == await _content(town)


async def test_the_guard_looks_at_the_text_that_results(town: Town) -> None:
    """What a short answer makes of the text is checked as a whole: a plate in two parts is found, and kept nowhere."""
    author = await town.coordinator(1)
    await author.types("/alert")
    await author.types("Net 2 jongens die de etalage filmden in 2903, op de auto stond GT-482.")
    await change(author, "Tekst")
    await author.types("482 > 482-R")
    assert author.t("police-text-plate", found="GT-482-R") in author.last.text
    assert "R" not in (await _content(town)).what
    await author.taps(author.t.plain("guard-use-this"))
    assert "filmden" in (await _content(town)).what
    assert "GT-482" not in (await _content(town)).what


async def test_a_correction_is_typed_as_shortly(town: Town) -> None:
    """The text of a notice that was sent is corrected by a short answer too."""
    police = await town.coordinator(1, scope="national")
    await police.types("/alert")
    await police.types(FEW)
    was = (await _content(town)).what
    await police.taps("Versturen")
    await police.taps("Geen collega in dienst")
    await police.types("/lopend")
    await police.taps("Corrigeren")
    await change(police, "Tekst")
    await police.types("etalage > vitrine")
    await police.taps("Versturen")
    await police.taps("Geen collega in dienst")
    assert was.replace("etalage", "vitrine") == (await _content(town)).what


async def test_the_first_line_is_changed_as_shortly(town: Town) -> None:
    """Back at the first question a short answer changes the line, which is read again."""
    police = await town.coordinator(1)
    await police.types("/alert")
    await police.types("Net 2 jongens die de etalage filmden in 2903.")
    await police.taps("Terug")
    assert police.t("alert-what-edit") in police.last.text
    await police.types("2903 > 2904")
    assert "2904" == (await _content(town)).place.pc4
