"""Tests of a new notice: from a sentence to a request for approval, by the same use cases as in the chat."""

import re
from html import unescape

import pytest

from alerts.alert import Alert, AlertState
from alerts.ids import AlertId, MemberId
from alerts.time_of_day import TimeOfDay
from tests.bot.police import alerts_of, jeweller
from tests.bot.town import Person, Town
from tests.console.accounts import enrolled
from tests.console.forms import fields_in
from tests.console.visitor import Answer, Visitor

SENTENCE = "Overval op een juwelier in 2903 AB om 12:40. Twee mannen met een mes, gevlucht op een scooter."


async def drafter(town: Town, visitor: Visitor) -> Person:
    """Return police with a session in the console, who have a colleague."""
    author = await town.coordinator(1)
    await town.coordinator(2)
    await enrolled(author, visitor)
    return author


async def sends(visitor: Visitor, page: Answer, do: str, **changed: str | list[str]) -> Answer:
    """Send the form of this page with these fields changed."""
    return await visitor.post("/compose", fields_in(page.text, "compose").changed({"do": do, **changed}).pairs)


async def follows(visitor: Visitor, answer: Answer) -> Answer:
    """Go where the answer leads."""
    assert 303 == answer.status, words(answer)
    return await visitor.get(answer.headers["Location"].partition("#")[0])


async def previewed(visitor: Visitor, **changed: str | list[str]) -> Answer:
    """Type a sentence, have it read and store it with these fields; return the page with its preview."""
    read = await sends(visitor, await visitor.get("/compose"), "read", words=SENTENCE)
    return await follows(visitor, await sends(visitor, read, "preview", **changed))


def words(page: Answer) -> str:
    """Return what a page says, without its markup."""
    return unescape(re.sub(r"<[^>]+>", "", page.text))


def notice(page: Answer) -> str:
    """Return the message of the preview, without markup."""
    [found, *_] = re.findall(r'class="message words"[^>]*>(.*?)</(?:div|section)>', page.text, re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", "", found))


async def member_of(person: Person) -> MemberId:
    """Return the id of this person."""
    async with person.town.storage.reading() as uow:
        found = await uow.members.by_ref("telegram", str(person.id))
    assert found is not None
    return found.id


async def drafts_of(person: Person) -> list[Alert]:
    """Return the numbered drafts of this person."""
    member = await member_of(person)
    async with person.town.storage.reading() as uow:
        return await uow.alerts.drafts_of(member)


async def test_a_sentence_fills_the_fields(town: Town, visitor: Visitor) -> None:
    """The sentence is read as in the chat: kind, time, place and branches are filled in, the rest is proposed; nothing
    is stored."""
    author = await drafter(town, visitor)
    read = await sends(visitor, await visitor.get("/compose"), "read", words=SENTENCE)
    assert 200 == read.status
    fields = fields_in(read.text, "compose")
    told = {name: fields[name] for name in ("kind", "when", "place", "severity", "reach", "mo.weapon", "mo.exit_mode")}
    assert told == {
        "kind": "robbery",
        "when": "2026-11-24T12:40",
        "place": "2903 AB",
        "severity": "P1",
        "reach": "5",
        "mo.weapon": "knife",
        "mo.exit_mode": "scooter",
    }
    assert {"jeweller", "optician"} <= set(fields.several("branches"))
    assert "ook kleine, dure spullen" in words(read)
    assert "(voorstel)" in words(read)
    assert "Capelle aan den IJssel" in notice(read)
    assert [] == await drafts_of(author)


async def test_the_shop_gets_what_the_preview_showed(town: Town, visitor: Visitor) -> None:
    """The stored preview is the message that arrives, to the letter, after a colleague approved in the chat."""
    author = await drafter(town, visitor)
    colleague = town.person(2)
    shop = await jeweller(town, 9, colleague)
    page = await previewed(visitor)
    shown = notice(page)
    for told in ("• Juwelier: 1", "• tot 1 km: 1", "Coördinatoren: 1"):
        assert told in words(page)
    asked = await follows(visitor, await sends(visitor, page, "ask"))
    assert "wacht op akkoord" in words(asked)
    assert shown == notice(asked)
    await colleague.types("/goedkeuren")
    await colleague.taps("Akkoord, versturen")
    await town.deliver()
    [arrived] = alerts_of(shop)
    assert shown == unescape(re.sub(r"<[^>]+>", "", arrived))
    assert "is verstuurd" in words(await visitor.get(f"/compose/{(await _newest(author)).id}"))


async def _newest(author: Person) -> Alert:
    async with author.town.storage.reading() as uow:
        return await uow.alerts.get(AlertId(1))


async def test_only_what_was_seen_is_submitted(town: Town, visitor: Visitor) -> None:
    """Who changes a field after the preview sees the notice again before it is submitted; nothing typed is lost."""
    author = await drafter(town, visitor)
    page = await previewed(visitor)
    again = await follows(
        visitor, await sends(visitor, page, "ask", words="Overval. Let op een rode scooter.", text="own")
    )
    assert "Er is iets veranderd" in words(again)
    assert "rode scooter" in notice(again)
    [draft] = await drafts_of(author)
    assert AlertState.DRAFT is draft.state
    await follows(visitor, await sends(visitor, again, "ask"))
    assert [] == await drafts_of(author)


async def test_all_that_is_wrong_stands_beside_its_field(town: Town, visitor: Visitor) -> None:
    """A form with several faults comes back with each beside its field and in a summary, with everything typed; what
    the guard refuses is stored nowhere."""
    author = await drafter(town, visitor)
    page = await visitor.get("/compose")
    typed = {
        "words": "Zwarte auto met kenteken 12-ABC-3",
        "kind": "robbery",
        "when": "2026-11-25T12:00",
        "place": "hier",
        "reach": "veel",
        "until": "2027-06-01T12:00",
        "clothing": "bel 06-12345678",
    }
    for do in ("preview", "ask", "save"):
        back = await sends(visitor, page, do, **typed)
        assert 422 == back.status
        fields = fields_in(back.text, "compose")
        assert typed == {name: fields[name] for name in typed}
        for name in typed.keys() - {"kind"}:
            [problem] = re.findall(rf'id="wrong-{name}"[^>]*>(.*?)</p>', back.text, re.DOTALL)
            assert problem, name
            assert f'href="#{name}"' in back.text
        assert 'aria-invalid="true"' in back.text
    assert [] == await drafts_of(author)
    member = await member_of(author)
    async with town.storage.reading() as uow:
        assert [] == await uow.kept_forms.of_member(member, "alert")


async def test_a_name_may_be_insisted_on(town: Town, visitor: Visitor) -> None:
    """Words that look like a name are asked about once; whoever ticks the box keeps them."""
    author = await drafter(town, visitor)
    read = await sends(visitor, await visitor.get("/compose"), "read", words=SENTENCE)
    named = "Overval in 2903 AB. Dader heet Jan de Vries."
    back = await sends(visitor, read, "preview", words=named)
    assert 422 == back.status
    assert "Jan de Vries" in words(back)
    assert 'name="names"' in back.text
    page = await follows(visitor, await sends(visitor, back, "preview", names="1"))
    assert "Jan de Vries" in notice(page)
    assert 1 == len(await drafts_of(author))


async def test_a_half_filled_form_is_put_aside(town: Town, visitor: Visitor) -> None:
    """What is not complete is kept, and goes on here and in the chat."""
    author = await drafter(town, visitor)
    saved = await sends(visitor, await visitor.get("/compose"), "save", words="Overval met een mes", reach="7")
    page = await follows(visitor, saved)
    fields = fields_in(page.text, "compose")
    assert ("Overval met een mes", "7") == (fields["words"], fields["reach"])
    assert "Bewaard" in words(page)
    assert "/compose/kept/" in (await visitor.get("/compose")).text
    await author.types("/concepten")
    await author.taps("Verder")
    assert "Overval" in [one.label for one in author.last.buttons]  # the first question that is open: its kind
    await follows(visitor, await sends(visitor, page, "preview", kind="robbery", place="2903"))
    member = await member_of(author)
    async with town.storage.reading() as uow:
        assert [] == await uow.kept_forms.of_member(member, "alert")


async def test_a_draft_goes_from_one_way_in_to_the_other(town: Town, visitor: Visitor) -> None:
    """A draft that was saved here opens in the chat with the same words and proposals, and the other way round."""
    author = await drafter(town, visitor)
    page = await previewed(visitor, reach="7")
    await author.types("/concepten")
    await author.taps("Verder")
    assert "7 km" in author.last.text
    assert "voorstel" in author.last.text
    await author.taps("Ernst, TLP en duur")
    await author.taps("Ernst")
    await author.taps("P2 ·")
    stale = await sends(visitor, page, "preview", words="Overval in 2903 AB, een rode helm.")
    assert 409 == stale.status
    assert "intussen ergens anders gewijzigd" in words(stale)
    assert "Ernst" in words(stale)
    fields = fields_in(stale.text, "compose")
    assert "een rode helm" in fields["words"]
    fresh = await visitor.get(f"/compose/{fields['alert']}")
    assert "P2" == fields_in(fresh.text, "compose")["severity"]
    again = await follows(visitor, await sends(visitor, stale, "preview"))
    assert "een rode helm" in notice(again)


async def test_a_returned_draft_opens_with_the_comment(town: Town, visitor: Visitor) -> None:
    """The comment of who returned it stands above the fields, and the draft is asked for again."""
    await drafter(town, visitor)
    page = await previewed(visitor)
    asked = await sends(visitor, page, "ask")
    colleague = town.person(2)
    await colleague.types("/goedkeuren")
    await colleague.taps("Terug")
    await colleague.types("Noem de vluchtrichting.")
    returned = await follows(visitor, asked)
    assert "Noem de vluchtrichting." in words(returned)
    await follows(visitor, await sends(visitor, returned, "ask"))


async def test_withdrawing_and_discarding(town: Town, visitor: Visitor) -> None:
    """A request is withdrawn to a draft again; a draft that is thrown away is gone, with its words."""
    author = await drafter(town, visitor)
    page = await previewed(visitor)
    waiting = await follows(visitor, await sends(visitor, page, "ask"))
    [version] = re.findall(r'name="version" value="(\d+)"', waiting.text)
    draft = await follows(visitor, await visitor.sends(waiting, "/compose/1/withdraw", version=version))
    assert "Concept 2026-0001" in words(draft)
    assert 303 == (await visitor.sends(draft, "/compose/1/discard")).status
    assert [] == await drafts_of(author)
    assert "gaat niet door" in words(await visitor.get("/compose/1"))


async def test_a_label_and_a_postcode_are_refused_beside_their_fields(town: Town, visitor: Visitor) -> None:
    """A label that a P1 may not have, and a postcode outside of the table, are refused beside their fields."""
    await drafter(town, visitor)
    read = await sends(visitor, await visitor.get("/compose"), "read", words=SENTENCE)
    for field, value in (("tlp", "TLP:CLEAR"), ("place", "9999")):
        back = await sends(visitor, read, "preview", **{field: value})
        assert 422 == back.status
        assert f'href="#{field}"' in back.text


@pytest.mark.parametrize(
    "path", ["/compose/999", "/compose/kept/999", "/compose?report=M-2026-0001", "/compose?again=9"]
)
async def test_what_is_not_there_and_what_is_not_yours_are_alike(town: Town, visitor: Visitor, path: str) -> None:
    """The pages of somebody else's drafts answer as those that do not exist."""
    await drafter(town, visitor)
    missing = await visitor.get(path)
    assert 404 == missing.status


async def test_drafts_of_somebody_else(town: Town, visitor: Visitor) -> None:
    """Neither page nor form of a colleague's draft can be reached, and nothing changes."""
    author = await drafter(town, visitor)
    page = await previewed(visitor)
    await follows(visitor, await sends(visitor, await visitor.get("/compose"), "save", words="Half"))
    other = visitor.beside()
    await enrolled(town.person(2), other)
    theirs = await other.get("/compose")
    for path in ("/compose/1", "/compose/kept/1", "/compose?again=1"):
        assert 404 == (await other.get(path)).status
    for path in ("/compose/1/discard", "/compose/kept/1/discard", "/compose/1/withdraw"):
        assert 404 == (await other.sends(theirs, path, version="1")).status
    for source in ({"alert": "1", "version": "2"}, {"kept": "1"}):
        taken = fields_in(page.text, "compose").changed({"do": "preview", "form_token": theirs.token, **source})
        assert 404 == (await other.post("/compose", taken.pairs)).status
    assert 1 == len(await drafts_of(author))


async def test_a_form_of_another_session(town: Town, visitor: Visitor) -> None:
    """A form with the token of another browser, or of none, is refused, and so is one from another site."""
    author = await drafter(town, visitor)
    read = await sends(visitor, await visitor.get("/compose"), "read", words=SENTENCE)
    other = visitor.beside()
    await enrolled(town.person(2), other)
    theirs = (await other.get("/compose")).token
    for token in (theirs, ""):
        form = fields_in(read.text, "compose").changed({"do": "preview", "form_token": token})
        assert 403 == (await visitor.post("/compose", form.pairs)).status
    form = fields_in(read.text, "compose").changed({"do": "preview"})
    assert 403 == (await visitor.post("/compose", form.pairs, Origin="https://elsewhere.example")).status
    assert [] == await drafts_of(author)


XSS = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


@pytest.mark.parametrize("do", ["read", "check", "preview", "save", "ask"])
async def test_markup_in_every_field_stays_text(town: Town, visitor: Visitor, do: str) -> None:
    """Markup in any field, also in hidden ones and in those with a list, comes back as text or not at all."""
    await drafter(town, visitor)
    read = await sends(visitor, await visitor.get("/compose"), "read", words=SENTENCE)
    names = {name for name, _ in fields_in(read.text, "compose").pairs} - {"form_token"}
    for changed in [names, *({one} for one in sorted(names))]:
        answer = await sends(visitor, read, do, **dict.fromkeys(changed, XSS))
        if answer.status == 303:
            answer = await follows(visitor, answer)
        assert answer.status in (200, 404, 409, 422), changed
        assert "<script>alert" not in answer.text
        assert "<img" not in answer.text


PART = "Gistermiddag filmden 2 jongens de etalage van een juwelier in 2903."


async def test_a_part_of_a_day_is_shown_as_it_was_told(town: Town, visitor: Visitor) -> None:
    """Beside the field for a time stands the part that was told, and the preview and the stored draft have that."""
    author = await drafter(town, visitor)
    read = await sends(visitor, await visitor.get("/compose"), "read", words=PART)
    assert "afternoon 2026-11-23T15:00" == fields_in(read.text, "compose")["part_of_day"]
    assert "Toon als: 23 november, in de middag" in words(read)
    page = await follows(visitor, await sends(visitor, read, "preview"))
    assert "23 november, in de middag." in notice(page)
    assert "15:00" not in notice(page)
    draft = (await drafts_of(author))[-1]
    assert TimeOfDay.AFTERNOON is draft.content.time_of_day
    again = await visitor.get(f"/compose/{draft.id}")
    assert "afternoon 2026-11-23T15:00" == fields_in(again.text, "compose")["part_of_day"]


@pytest.mark.parametrize(
    ("changed", "shown"),
    [
        ({"part_of_day": []}, "23 november om 15:00"),
        ({"when": "2026-11-23T16:20"}, "23 november om 16:20"),
        ({"when": "2026-11-23T16:20", "part_of_day": "afternoon 2026-11-23T16:20"}, "23 november, in de middag"),
        ({"part_of_day": "afternoon"}, "23 november om 15:00"),
        ({"part_of_day": "<b> 2026-11-23T15:00"}, "23 november om 15:00"),
        ({"when": "16:20", "part_of_day": "afternoon 16:20"}, "Dit is geen datum met een tijd"),
    ],
)
async def test_another_time_takes_the_place_of_the_part(
    town: Town, visitor: Visitor, changed: dict[str, str | list[str]], shown: str
) -> None:
    """Who takes the tick away, or types another time, tells a time; a made-up value tells nothing."""
    await drafter(town, visitor)
    read = await sends(visitor, await visitor.get("/compose"), "read", words=PART)
    checked = await sends(visitor, read, "check", **changed)
    assert shown in words(checked)


async def test_later_words_without_a_time_leave_the_part(town: Town, visitor: Visitor) -> None:
    """Words that are read again tell another part, or none and leave what stands."""
    await drafter(town, visitor)
    read = await sends(visitor, await visitor.get("/compose"), "read", words=PART)
    later = await sends(visitor, read, "read", words="Twee jongens filmden de etalage van een juwelier in 2903.")
    assert "Toon als: 23 november, in de middag" in words(later)
    other = await sends(visitor, later, "read", words="Vanmorgen filmden twee jongens een juwelier in 2903.")
    assert "Toon als: 24 november, in de ochtend" in words(other)
    exact = await sends(visitor, other, "read", words="Om 12:40 filmden twee jongens een juwelier in 2903.")
    assert "Toon als" not in words(exact)


EITHER = "Overval op een juwelier in 2903 met een mes of een pistool, geld en sigaretten meegenomen."


async def test_what_the_sentence_tells_in_two_ways_is_left_open(town: Town, visitor: Visitor) -> None:
    """Both possibilities stand above the fields, of which the lists are open, until one is chosen; the stored draft
    keeps what is open."""
    author = await drafter(town, visitor)
    read = await sends(visitor, await visitor.get("/compose"), "read", words=EITHER)
    fields = fields_in(read.text, "compose")
    assert ("", "") == (fields["mo.weapon"], fields["mo.loot_type"])
    assert "<details open>" in read.text
    assert "Wapen: mes of vuurwapen (of lijkt erop)" in words(read)
    assert "Buit (soort): contant geld of tabak" in words(read)
    page = await follows(visitor, await sends(visitor, read, "preview", **{"mo.weapon": "knife"}))
    assert "Wapen: mes of" not in words(page)
    assert "Buit (soort): contant geld of tabak" in words(page)
    [draft] = await drafts_of(author)
    assert "knife" == draft.content.mo["weapon"]
    again = await visitor.get(f"/compose/{draft.id}")
    assert "Buit (soort): contant geld of tabak" in words(again)
    other = await sends(visitor, again, "read", words="Overval op een juwelier in 2903, geld meegenomen.")
    assert "meer dan één mogelijkheid" not in words(other)


async def test_a_made_up_possibility_is_none(town: Town, visitor: Visitor) -> None:
    """What the page carries is checked against the lists."""
    await drafter(town, visitor)
    read = await sends(visitor, await visitor.get("/compose"), "read", words=SENTENCE)
    odd = await sends(visitor, read, "check", either=["loot_type.cash", "loot_type.<b>", "shoe.size", "x"])
    assert 200 == odd.status
    assert "meer dan één mogelijkheid" not in words(odd)


async def test_words_come_back_in_the_draft_that_they_change(town: Town, visitor: Visitor) -> None:
    """After the session ended the way back from a form is the draft, the put-aside form or the report that it was
    opened from, also where the form came back with what is wrong."""
    await drafter(town, visitor)
    stored = await previewed(visitor)
    saved = await sends(visitor, await visitor.get("/compose"), "save", words="Vitrine")
    put_aside, kept = await follows(visitor, saved), saved.headers["Location"].partition("?")[0]
    wrong = await sends(visitor, stored, "preview", place="0000")
    assert 422 == wrong.status
    new = await visitor.get("/compose")
    town.clock.pass_by(minutes=31)
    for page, path in (
        (stored, "/compose/1"),
        (wrong, "/compose/1"),
        (put_aside, kept),
        (new, "/compose"),
    ):
        form = fields_in(page.text, "compose").changed({"do": "save", "words": SENTENCE}).pairs
        sent = await visitor.post("/compose", form, Referer="https://console.example.nl/compose")
        assert (307, "/sign-in/again?action=/compose") == (sent.status, sent.headers["Location"])
        told = await visitor.post(sent.headers["Location"], form, Referer="https://console.example.nl/compose")
        assert f'name="back" value="{path}"' in told.text


async def test_a_drill_is_confirmed_before_it_is_asked_for(town: Town, visitor: Visitor) -> None:
    """It says so in its preview, and is submitted only with the box that says that nothing happened."""
    author = await drafter(town, visitor)
    read = await sends(visitor, await visitor.get("/compose?drill=1"), "read", words=SENTENCE)
    page = await follows(visitor, await sends(visitor, read, "preview"))
    assert notice(page).startswith("OEFENING, niet echt")
    refused = await sends(visitor, page, "ask")
    assert 409 == refused.status
    assert author.t.plain("rejected-drill-confirm") in words(refused)
    await follows(visitor, await sends(visitor, refused, "ask", practises="1"))
    assert [] == await drafts_of(author)
    async with town.storage.reading() as uow:
        [waiting] = await uow.alerts.pending()
    assert (True, "OEFENING-2026-0001") == (waiting.content.is_drill, waiting.number)
