"""Tests of measures under a notice: each reader gets those for their branch, as the preview shows."""

from dataclasses import replace
from datetime import timedelta

from alerts.alert import Alert, AlertContent, Decision, IncidentKind
from alerts.area import Place
from alerts.branch import Branch
from alerts.ids import MemberId
from alerts.role import Role
from alerts.services.alert.compose_alert import compose_alert
from alerts.services.alert.decide_alert import decide_alert
from alerts.services.alert.submit_alert import submit_alert
from alerts.severity import Severity
from alerts.tlp import Tlp
from tests.bot.chats import tick, tied_chat
from tests.bot.town import ZONE, Bubble, Person, Town
from texts.length import MOST_WORDS, words_in

SCOUTED = {"prior_recon": "yes", "approach": "as_customer"}
ONE_PIECE, VIEW_OF_PUMPS = "Laat één kostbaar stuk tegelijk zien.", "Zorg dat je vanaf de kassa alle pompen ziet."
GREET = "Groet iedereen die binnenkomt en maak oogcontact."


async def _member(person: Person) -> MemberId:
    async with person.town.storage.reading() as uow:
        found = await uow.members.by_ref("telegram", str(person.id))
    assert found is not None
    return found.id


async def _content(town: Town, **changes: object) -> AlertContent:
    """A pattern of scouts in 2903, for jewellers and petrol stations within five kilometres."""
    async with town.storage.reading() as uow:
        row = await uow.postcodes.get("2903")
    assert row is not None
    said = AlertContent(
        kind=IncidentKind.RECONNAISSANCE,
        what="Twee mannen bekijken zaken.",
        place=Place("2903", None, row.point),
        place_words=row.place,
        reach_m=5_000,
        branches=frozenset({Branch.JEWELLER, Branch.PETROL_STATION}),
        severity=Severity.P3,
        tlp=Tlp.GREEN,
        until=town.clock.now() + timedelta(days=14),
        mo=SCOUTED,
    )
    return replace(said, **changes)  # type: ignore[arg-type]  # fields of the content


async def _send(town: Town, police: Person, colleague: Person, content: AlertContent) -> Alert:
    now, author, approver = town.clock.now(), await _member(police), await _member(colleague)
    async with town.storage.transaction() as uow:
        draft = await compose_alert(uow, author, content, now, zone=ZONE)
        pending = (await submit_alert(uow, draft.id, draft.version, author, now)).alert
    await town.deliver()
    async with town.storage.transaction() as uow:
        decided = await decide_alert(uow, pending.id, pending.version, approver, Decision.APPROVED, now)
    await town.deliver()
    return decided.alert


async def _shop(town: Town, number: int, branch: str, police: Person, postcode: str = "2903AB") -> Person:
    shop = town.person(number)
    await shop.subscribes(postcode, branch, f"Zaak {number}", str(number))
    await police.taps("Verifiëren")
    return shop


def _notice(person: Person, alert: Alert) -> Bubble:
    return next(one for one in reversed(person.bubbles) if alert.number and alert.number in one.text)


async def _police(town: Town) -> tuple[Person, Person]:
    return await town.coordinator(90), await town.coordinator(91)


async def test_each_branch_reads_its_own_measures(town: Town) -> None:
    """The jeweller and the petrol station read the same notice with different measures below it."""
    police, colleague = await _police(town)
    gold, petrol = await _shop(town, 1, "jeweller", police), await _shop(town, 2, "petrol_station", police)
    alert = await _send(town, police, colleague, await _content(town))
    told, other = _notice(gold, alert).text, _notice(petrol, alert).text
    head = gold.t("measures-head")
    assert head in told
    assert f"• {ONE_PIECE}" in told
    assert VIEW_OF_PUMPS not in told
    assert f"• {VIEW_OF_PUMPS}" in other
    assert ONE_PIECE not in other
    assert told.partition(head)[0] == other.partition(head)[0]
    assert 3 == told.count("• ") == other.count("• ")
    assert words_in(told) - words_in(told[told.index(head) : told.rindex("• ")]) <= MOST_WORDS + 12


async def test_somebody_with_several_shops_reads_what_fits_the_notice(town: Town) -> None:
    """Of the shops of one person those count to which the notice is addressed; one that they left does not."""
    police, colleague = await _police(town)
    both = await _shop(town, 1, "bakery", police)
    member = await _member(both)
    gold = await _shop(town, 2, "jeweller", police)
    async with town.storage.transaction() as uow:
        [shop] = await uow.premises.followings(await _member(gold))
        await uow.premises.join(shop.premises.id, member, is_owner=False, now=town.clock.now())
    alert = await _send(town, police, colleague, await _content(town))
    assert ONE_PIECE in _notice(both, alert).text
    async with town.storage.transaction() as uow:
        await uow.premises.leave(shop.premises.id, member, town.clock.now())
    everybody = await _send(town, police, colleague, await _content(town, branches=frozenset()))
    assert ONE_PIECE in _notice(gold, everybody).text
    assert ONE_PIECE not in _notice(both, everybody).text
    assert GREET in _notice(both, everybody).text


async def test_the_preview_has_those_of_the_nearest_shop(town: Town) -> None:
    """Whoever approves reads what the nearest shop will read, to the letter."""
    police, colleague = await _police(town)
    near = await _shop(town, 1, "petrol_station", police)
    await _shop(town, 2, "jeweller", police, "2904AB")
    alert = await _send(town, police, colleague, await _content(town))
    asked = [str(one.text) for one in town.screens.shown[str(colleague.id)] if near.t("measures-head") in one.text]
    measures = near.t("measures-head") + _notice(near, alert).text.partition(near.t("measures-head"))[2]
    assert measures.partition("\n\n")[0] in asked[0]
    assert ONE_PIECE not in asked[0]


async def test_what_is_urgent_has_them_behind_the_button(town: Town) -> None:
    """A P2 stays as short as it was; its measures come with all the rest, and are for the branch as well."""
    police, colleague = await _police(town)
    gold = await _shop(town, 1, "jeweller", police)
    what = "Twee mannen met helmen hebben een winkel overvallen. " * 6
    robbery = await _content(town, kind=IncidentKind.ROBBERY, severity=Severity.P2, tlp=Tlp.AMBER, what=what)
    alert = await _send(town, police, colleague, robbery)
    got = _notice(gold, alert)
    assert gold.t("measures-head") not in got.text
    await gold.taps("Meer", got)
    assert f"• {ONE_PIECE}" in got.text


async def test_a_tip_has_none(town: Town) -> None:
    """A tip is a measure itself."""
    police, _ = await _police(town)
    gold = await _shop(town, 1, "jeweller", police)
    await police.types("/preventie")
    assert gold.t("measures-head") not in "".join(one.text for one in police.bubbles)


async def test_a_reader_finds_them_again(town: Town) -> None:
    """Under /actueel stands the notice with the same measures; a coordinator reads those of the notice."""
    police, colleague = await _police(town)
    gold = await _shop(town, 1, "jeweller", police)
    await _send(town, police, colleague, await _content(town, branches=frozenset({Branch.JEWELLER})))
    for reader in (gold, police):
        reader.news()
        await reader.types("/actueel")
        assert ONE_PIECE in reader.news()


async def test_a_correction_has_them_for_the_new_method(town: Town) -> None:
    """What a group's chat reads fits its branches, before and after somebody pressed *Gelezen* there."""
    police, colleague = await _police(town)
    gold = await _shop(town, 1, "jeweller", police)
    chat = await tied_chat(town, "2903", branches=frozenset({Branch.PETROL_STATION}))
    alert = await _send(town, police, colleague, await _content(town))
    shown = chat.bubbles[-1]
    assert alert.number is not None
    assert alert.number in shown.text
    assert VIEW_OF_PUMPS in shown.text
    before = shown.text
    await chat.tapped(gold)
    await tick(town)
    await town.deliver()
    assert before == shown.text


async def test_a_role_without_a_shop_reads_those_of_the_notice(town: Town) -> None:
    """The copy of a coordinator has measures for the branch to which the notice is addressed."""
    police, colleague = await _police(town)
    marshal = await town.coordinator(92, Role.CITY_MARSHAL)
    await _shop(town, 1, "petrol_station", police)
    alert = await _send(town, police, colleague, await _content(town, branches=frozenset({Branch.PETROL_STATION})))
    assert VIEW_OF_PUMPS in _notice(marshal, alert).text
