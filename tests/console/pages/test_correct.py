"""Tests of correcting a notice: the present words, the preview as it arrives, who decides, and two people at once."""

import re
from html import unescape

import pytest

from alerts.alert import Alert, AlertState, RevisionKind
from alerts.ids import AlertId
from alerts.role import Role
from alerts.time_of_day import TimeOfDay
from tests.bot.changing import correct_alone, retract
from tests.bot.police import alerts_of, send_alone
from tests.bot.town import Town
from tests.console.accounts import enrolled, recorded
from tests.console.pages.test_alerts import sent, words
from tests.console.visitor import Answer, Visitor

FORM = "/alerts/1/correct"
NEW = "Drie daders vluchtten te voet."


def fields(page: Answer) -> dict[str, str]:
    """What a browser would send of the page's forms."""
    found = re.findall(r'<input (?:id="[^"]*" )?(?:type="hidden" )?name="([^"]+)"[^>]*? value="([^"]*)"', page.text)
    given = {name: unescape(value) for name, value in found}
    for name, text in re.findall(r'<textarea id="[^"]*" name="([^"]+)"[^>]*>\n?([^<]*)</textarea>', page.text):
        given[name] = unescape(text)
    for name, options in re.findall(r'<select id="[^"]*" name="([^"]+)"[^>]*>(.*?)</select>', page.text, re.DOTALL):
        chosen = re.findall(r'<option value="([^"]*)" selected', options)
        given[name] = unescape((chosen or re.findall(r'<option value="([^"]*)"', options))[0])
    return {name: value for name, value in given.items() if name not in ("form_token", "credential", "ready")}


async def previewed(visitor: Visitor, page: Answer, **changed: str) -> Answer:
    """Fill in the form and see the preview."""
    return await visitor.sends(page, FORM, **{**fields(page), **changed, "step": "preview"})


async def alert_now(town: Town) -> Alert:
    """The notice as it is stored."""
    async with town.storage.reading() as uow:
        return await uow.alerts.get(AlertId(1))


async def test_the_preview_is_what_arrives(town: Town, visitor: Visitor) -> None:
    """The form has the present words; the preview has the words that the shop then gets, and nothing went before."""
    police, shop = await sent(town)
    await enrolled(police, visitor)
    page = await visitor.get(FORM)
    given = fields(page)
    assert "Een winkel is overvallen" in given["what"]
    assert ("robbery", "P2", "knife", "2026-11-24T13:00") == tuple(
        given[name] for name in ("kind", "severity", "mo-weapon", "when")
    )
    shown = await previewed(visitor, page, what=NEW)
    assert 200 == shown.status
    assert AlertState.LIVE is (await alert_now(town)).state
    assert "Een winkel is overvallen" in (await alert_now(town)).content.what
    [preview] = re.findall(r'aria-label="Zo komt het bericht aan">(.*?)</section>', shown.text, re.DOTALL)
    answer = await visitor.sends(shown, FORM, **fields(shown), ready="nobody_on_duty")
    assert (303, "/alerts/1") == (answer.status, answer.headers["Location"])
    await town.deliver()
    arrived = alerts_of(shop)[-1]
    assert NEW in arrived
    assert words(arrived) in words(preview)
    assert words(preview).startswith(words(arrived).split(" Wat er")[0])
    assert "Correctie" in (await visitor.get("/alerts/1")).text


async def test_who_may_only_propose_asks_approval(town: Town, visitor: Visitor) -> None:
    """A city marshal's correction waits for the police, needs no passkey, and the notice stays as it is."""
    police, shop = await sent(town)
    marshal = await town.coordinator(2, Role.CITY_MARSHAL, "2900-2999")
    await enrolled(marshal, visitor)
    town.clock.pass_by(minutes=11)
    shown = await previewed(visitor, await visitor.get(FORM), what=NEW)
    assert "data-passkey" not in shown.text
    assert "Vraag akkoord" in shown.text
    police.news()
    assert 303 == (await visitor.sends(shown, FORM, **fields(shown))).status
    await town.deliver()
    assert NEW in police.news()
    assert NEW not in "".join(alerts_of(shop))
    page = await visitor.get("/alerts/1")
    assert "Er wacht een wijziging op akkoord" in page.text
    assert "Er wacht een wijziging op akkoord" in (await visitor.get("/alerts")).text


async def test_sending_alone_needs_a_reason_and_a_fresh_passkey(town: Town, visitor: Visitor) -> None:
    """Without a reason, or without the passkey, the preview comes back with all that was typed, and nothing is sent."""
    police, _shop = await sent(town)
    key = await enrolled(police, visitor)
    town.clock.pass_by(minutes=11)
    shown = await previewed(visitor, await visitor.get(FORM), what=NEW)
    given = fields(shown)
    answer = key.get(shown.options, visitor.origin)
    nothing = await visitor.sends(shown, FORM, **given, ready="", credential=answer)
    assert 422 == nothing.status
    assert "Er staat niets" in nothing.text
    found = await visitor.sends(shown, FORM, **{**given, "reason": "Bel 06-12345678"}, ready="", credential=answer)
    assert "<mark>06-12345678</mark>" in found.text
    unconfirmed = await visitor.sends(shown, FORM, **given, ready="acute", credential="{}")
    assert 422 == unconfirmed.status
    assert NEW == fields(unconfirmed)["what"]
    assert 1 == len(await _texts(town))
    assert 303 == (await visitor.sends(shown, FORM, **given, ready="acute", credential=answer)).status
    assert [RevisionKind.FIRST, RevisionKind.CORRECTION] == await _texts(town)


async def _texts(town: Town) -> list[RevisionKind]:
    async with town.storage.reading() as uow:
        return [one.revision.kind for one in await uow.alerts.texts_of(AlertId(1))]


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("what", "", "Er staat niets"),
        ("what", "x" * 1_001, "1000"),
        ("what", "<script>alert(1)</script> 12-ABC-3", "kenteken"),
        ("when", "2026-11-25T10:00", "nog niet geweest"),
        ("when", "gisteren", "Vul beide in"),
        ("until", "2026-11-24T10:00", "al voorbij"),
        ("until", "2027-11-24T10:00", "90 dagen"),
        ("until", "", "Vul beide in"),
        ("kind", "prevention", "Kies een van"),
        ("severity", "P0", "Kies een van"),
        ("mo-language_notes", "bel 06-12345678", "telefoonnummer"),
    ],
)
async def test_wrong_input_is_told_beside_the_field(
    town: Town, visitor: Visitor, field: str, value: str, told: str
) -> None:
    """What is wrong stands in the summary with a link, and beside the field; nothing that was typed is lost."""
    police, _shop = await sent(town)
    await enrolled(police, visitor)
    page = await visitor.get(FORM)
    answer = await previewed(visitor, page, **{"mo-weapon": "firearm", field: value})
    assert 422 == answer.status
    assert f'<a href="#{field}">' in answer.text
    [beside] = re.findall(rf'id="wrong-{field}">([^<]*)</p>', answer.text)
    assert told in unescape(beside)
    assert "<script>alert" not in answer.text
    if field not in ("kind", "severity"):
        assert value == fields(answer)[field]
    assert "firearm" == fields(answer)["mo-weapon"]
    assert 1 == len(await _texts(town))


async def test_nothing_changed_is_no_correction(town: Town, visitor: Visitor) -> None:
    """A form that is sent as it was, also with the line ends of a browser, says that nothing was changed."""
    police, _shop = await sent(town)
    await enrolled(police, visitor)
    page = await visitor.get(FORM)
    for what in (fields(page)["what"], f"{fields(page)['what']}\r\n"):
        answer = await previewed(visitor, page, what=what)
        assert 422 == answer.status
        assert "Er is nog niets gewijzigd" in answer.text


async def test_the_later_of_two_sees_what_changed(town: Town, visitor: Visitor) -> None:
    """A colleague corrects first: the later one reads the new text, keeps what they typed, has the newest of the rest,
    and sends what they then see."""
    police, shop = await sent(town)
    await enrolled(police, visitor)
    page = await visitor.get(FORM)
    shown = await previewed(visitor, page, what=NEW)
    await police.types("/lopend")
    await correct_alone(police, "Twee daders vluchtten op een brommer.")
    async with town.storage.transaction() as uow:
        alert = await uow.alerts.get(AlertId(1))
        assert "brommer" in alert.content.what
    late = await visitor.sends(shown, FORM, **fields(shown), ready="acute")
    assert 409 == late.status
    assert "Een collega heeft het bericht intussen gewijzigd" in late.text
    assert "Twee daders vluchtten op een brommer." in words(late)
    assert NEW == fields(late)["what"]
    assert "Een collega maakte hiervan:" in late.text
    assert [RevisionKind.FIRST, RevisionKind.CORRECTION] == await _texts(town)
    again = await previewed(visitor, late)
    assert 303 == (await visitor.sends(again, FORM, **fields(again), ready="acute")).status
    await town.deliver()
    assert NEW in alerts_of(shop)[-1]


async def test_what_was_not_touched_is_the_newest(town: Town, visitor: Visitor) -> None:
    """Who changes only the severity does not take a colleague's new words away."""
    police, _shop = await sent(town)
    await enrolled(police, visitor)
    page = await visitor.get(FORM)
    await police.types("/lopend")
    await correct_alone(police, "Twee daders vluchtten op een brommer.")
    late = await previewed(visitor, page, severity="P1")
    assert 409 == late.status
    assert ("Twee daders vluchtten op een brommer.", "P1") == tuple(fields(late)[name] for name in ("what", "severity"))
    assert "Een collega maakte hiervan" not in late.text


async def test_a_notice_that_is_over_keeps_what_was_typed_in_sight(town: Town, visitor: Visitor) -> None:
    """A colleague retracts first: there is no form any more, and the typed words stand on the page."""
    police, _shop = await sent(town)
    await enrolled(police, visitor)
    page = await visitor.get(FORM)
    await police.types("/lopend")
    await retract(police)
    late = await previewed(visitor, page, what="Mijn eigen zin.")
    assert 409 == late.status
    assert "Mijn eigen zin." in late.text
    assert "<textarea" not in late.text
    assert "INGETROKKEN" in late.text
    assert 409 == (await visitor.get(FORM)).status


async def test_a_returned_proposal_is_taken_up_again(town: Town, visitor: Visitor) -> None:
    """The page leads its author to the form with the words that were given back, and nobody else."""
    police, _shop = await sent(town)
    marshal, other = [await town.coordinator(number, Role.CITY_MARSHAL, "2900-2999") for number in (2, 3)]
    await enrolled(marshal, visitor)
    shown = await previewed(visitor, await visitor.get(FORM), what=NEW)
    await visitor.sends(shown, FORM, **fields(shown))
    await police.types("/goedkeuren")
    await police.taps("Terug met opmerking")
    await police.taps("Graag korter")
    page = await visitor.get("/alerts/1")
    [again] = re.findall(r'href="(/alerts/1/correct\?again=\d+)"', page.text)
    assert NEW == fields(await visitor.get(again))["what"]
    stranger = visitor.beside()
    await enrolled(other, stranger)
    assert "again=" not in (await stranger.get("/alerts/1")).text
    for path in (again, f"{FORM}?again=0", f"{FORM}?again=x", f"{FORM}?again={'9' * 30}"):
        assert 404 == (await stranger.get(path)).status


async def test_what_the_guard_refuses_is_recorded(town: Town, visitor: Visitor) -> None:
    """A refusal of the guard is in the audit record, as in the chat."""
    police, _shop = await sent(town)
    await enrolled(police, visitor)
    await previewed(visitor, await visitor.get(FORM), what="De auto was 12-ABC-3")
    assert 1 == await recorded(police, "request.refused")


@pytest.mark.parametrize(
    ("keeps", "when", "told"),
    [
        (True, "2026-11-23T15:00", "23 november, in de middag"),
        (False, "2026-11-23T15:00", "23 november om 15:00"),
        (True, "2026-11-23T16:20", "23 november om 16:20"),
    ],
)
async def test_a_correction_tells_the_part_of_a_day(
    town: Town, visitor: Visitor, keeps: bool, when: str, told: str
) -> None:
    """A box beside the time has the part that was told; without its tick, or with another time, it is a time."""
    police = await town.coordinator(1, scope="national")
    await police.types("/alert")
    await police.types("Gistermiddag filmden 2 jongens de etalage van een juwelier in 2903.")
    await send_alone(police)
    await town.deliver()
    await enrolled(police, visitor)
    page = await visitor.get(FORM)
    [box] = re.findall(r'name="part_of_day" value="([^"]+)" checked> ([^<]+)</label>', page.text)
    assert ("afternoon 2026-11-23T15:00", "Toon als: 23 november, in de middag") == box
    shown = await previewed(visitor, page, what=NEW, when=when, part_of_day=box[0] if keeps else "")
    assert told in words(shown.text)
    answer = await visitor.sends(shown, FORM, **fields(shown), ready="nobody_on_duty")
    assert 303 == answer.status
    stays = keeps and when.endswith("15:00")
    assert (TimeOfDay.AFTERNOON if stays else None) is (await alert_now(town)).content.time_of_day


async def test_an_update_in_the_console_is_one_for_the_shop(town: Town, visitor: Visitor) -> None:
    """*Aanvullen* has the same form; what stands behind the text that was there is what the shop reads."""
    police, shop = await sent(town)
    await enrolled(police, visitor)
    page = await visitor.get("/alerts/1/update")
    assert "Bericht 2026-0001 aanvullen" in page.text
    more = f"{fields(page)['what']} Ze vluchtten op een scooter."
    given = {**fields(page), "what": more}
    shown = await visitor.sends(page, "/alerts/1/update", **given, step="preview")
    answer = await visitor.sends(shown, "/alerts/1/update", **fields(shown), ready="nobody_on_duty")
    assert 303 == answer.status
    await town.deliver()
    assert "<b>Nieuw:</b> Ze vluchtten op een scooter." in alerts_of(shop)[-1]
    assert [RevisionKind.FIRST, RevisionKind.UPDATE] == await _texts(town)


async def test_an_extension_in_the_console(town: Town, visitor: Visitor) -> None:
    """*Verlengen* asks for the end alone, and the same end is refused; police need a fresh passkey and no reason."""
    police, shop = await sent(town)
    key = await enrolled(police, visitor)
    town.clock.pass_by(minutes=11)
    page = await visitor.get("/alerts/1/extend")
    assert "what" not in fields(page)
    same = await visitor.sends(page, "/alerts/1/extend", **fields(page), step="preview")
    assert 422 == same.status
    assert "niet later dan het einde" in same.text
    later = {**fields(page), "until": "2026-12-01T18:00"}
    shown = await visitor.sends(page, "/alerts/1/extend", **later, step="preview")
    assert "Reden" not in shown.text
    unconfirmed = await visitor.sends(shown, "/alerts/1/extend", **fields(shown), credential="{}")
    assert 422 == unconfirmed.status
    credential = key.get(shown.options, visitor.origin)
    sent_on = await visitor.sends(shown, "/alerts/1/extend", **fields(shown), credential=credential)
    assert 303 == sent_on.status
    await town.deliver()
    assert "VERLENGD" in alerts_of(shop)[-1]
    assert [RevisionKind.FIRST, RevisionKind.EXTENSION] == await _texts(town)
