"""Tests that the label decides: each of the five by each route, and a refusal by name of what it does not admit."""

import itertools
import re
from dataclasses import dataclass, replace

import pytest

from alerts.errors import LabelTooNarrow
from alerts.ids import AlertId, KvoGroupId, RoleId
from alerts.role import Role
from alerts.services.alert.change_alert import correct_alert
from alerts.services.alert.compose_alert import compose_alert, recompose_alert
from alerts.services.alert.submit_alert import submit_alert
from alerts.severity import Severity
from alerts.tlp import ADMITTED, DEFAULT_TLP, Route, Tlp
from tests.bot.changing import retract, to_correction
from tests.bot.chats import Chat, tied_chat
from tests.bot.police import alerts_of, ask_approval, card, change, jeweller, to_preview
from tests.bot.recorded import refusals
from tests.bot.town import ZONE, Person, Town

EVERYBODY = "Alle zaken"
# What each label admits, written a second time: the table in the program is compared with it.
EXPECTED: dict[Tlp, set[Route]] = {
    Tlp.CLEAR: set(Route),
    Tlp.GREEN: set(Route) - {Route.EVERYBODY, Route.FORWARDING},
    Tlp.AMBER: {Route.CONCERNED, Route.CHAT_LINE, Route.COORDINATORS, Route.ORGANISATION, Route.POLICE},
    Tlp.AMBER_STRICT: {Route.ORGANISATION, Route.POLICE},
    Tlp.RED: {Route.POLICE},
}


def test_each_label_admits_less_than_the_one_that_is_more_open() -> None:
    """Each label admits less than the more open one, and no route that the rules do not name."""
    assert ADMITTED == EXPECTED
    labels = sorted(Tlp, key=lambda one: one.rank)
    for opener, closer in itertools.pairwise(labels):
        assert ADMITTED[closer] < ADMITTED[opener]


def test_the_labels_are_written_as_first_writes_them() -> None:
    """Labels are written as FIRST writes them (TLP 2.0), with the usual one for each severity."""
    assert ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"] == [str(one) for one in Tlp]
    assert ["TLP:AMBER", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"] == [DEFAULT_TLP[one] for one in Severity]


@dataclass
class Everybody:
    """One person at the end of each route, and the chat of a group."""

    police: Person
    readers: dict[Route, Person]
    chat: Chat

    def reached(self) -> set[Route]:
        """Return the routes by which the notice arrived."""
        routes = {route for route, person in self.readers.items() if alerts_of(person)}
        for one in self.chat.bubbles:
            routes |= {Route.CHAT_LINE, Route.CHAT_TEXT} if "scooter" in one.text else {Route.CHAT_LINE}
        return routes


async def _everybody(town: Town) -> Everybody:
    police = await town.coordinator(1)
    chat = await tied_chat(town)
    concerned = await jeweller(town, 2, police)
    newcomer = await jeweller(town, 3, police, verified=False)
    extra = town.person(4)
    await extra.subscribes("2903AB", "bakery", "Brood", "4")
    await police.taps("Verifiëren")
    await extra.types("/mijn")
    await extra.taps("Wijzig Brood")
    await extra.taps(extra.t.plain("shop-branches"))
    await extra.taps("Juwelier")
    readers = {
        Route.CONCERNED: concerned,
        Route.EVERYBODY: newcomer,
        Route.EXTRAS: extra,
        Route.POLICE: await town.coordinator(5),
        Route.ORGANISATION: await town.coordinator(6, Role.CITY_MARSHAL),
        Route.COORDINATORS: await town.coordinator(7, Role.KVO_MANAGER, f"kvo_group:{chat.group}"),
    }
    return Everybody(police, readers, chat)


def _severity(tlp: Tlp) -> str:
    return "P4 ·" if tlp is Tlp.CLEAR else "P2 ·"


@pytest.mark.parametrize("tlp", Tlp)
async def test_a_label_reaches_whom_it_admits_and_nobody_else(town: Town, tlp: Tlp) -> None:
    """A label reaches whom it admits and nobody else, by fan-out, /actueel and link, with protection where it may not
    be forwarded."""
    all_ = await _everybody(town)
    named = "" if tlp is Tlp.RED else None
    await to_preview(all_.police, tlp=f"{tlp} ·", audience=EVERYBODY, severity=_severity(tlp), named=named)
    await all_.police.taps("Vraag akkoord")
    await all_.readers[Route.POLICE].taps("Akkoord")
    people = {Route.CHAT_TEXT, Route.CHAT_LINE, *all_.readers}
    assert EXPECTED[tlp] & people == all_.reached()
    for route, person in all_.readers.items():
        before = len(alerts_of(person))
        await person.types("/actueel")
        await person.types("/start alert-1")
        assert before + (2 if tlp.admits(route) else 0) == len(alerts_of(person)), route
        if not tlp.admits(route) and route is not Route.EXTRAS:  # which names neither its label nor that it exists
            assert person.t("alert-not-for-you") == person.last.text
    shown = [one for who in all_.readers.values() for one in who.bubbles if "Gebeurt het nu?" in one.text]
    shown += all_.chat.bubbles
    assert shown
    for one in shown:
        assert str(tlp) in one.text
        assert tlp.admits(Route.FORWARDING) is not one.message.is_protected


@pytest.mark.parametrize("role", [Role.CITY_MARSHAL, Role.POLICE])
async def test_who_wrote_it_reads_it_for_as_long_as_the_role_lasts(town: Town, role: Role) -> None:
    """Its author reads a notice as long as the role lasts, also when the label admits only police; afterwards neither
    its new nor its old text."""
    author, police, other = await town.coordinator(1, role), await town.coordinator(2), await town.coordinator(3)
    await ask_approval(author, tlp="RED ·")
    await police.taps("Akkoord", card(police))
    await author.types("/start alert-1")
    await author.types("/lopend")
    assert 2 == len(alerts_of(author)), "the preview, and what it says"
    assert "Corrigeren" in [one.label for one in author.last.buttons]
    async with town.storage.transaction() as uow:
        await uow.roles.end_at(RoleId(1), town.clock.now())
    await other.types("/lopend")
    await to_correction(other)
    await other.taps("Vraag akkoord")
    await police.taps("Akkoord", card(police))
    author.news()
    for tried in ("/start alert-1", "/actueel", "/lopend"):
        await author.types(tried)
    assert 1 == len(alerts_of(author)), "the preview: what it said is replaced"
    assert "TLP:RED" not in author.news(), "nobody hears the label of what is not for them"


async def test_what_follows_a_notice_has_its_label_too(town: Town) -> None:
    """Card, correction, end, retraction and lists have the notice's label, in a group's chat as well."""
    police, other = await town.coordinator(1), await town.coordinator(2)
    chat = await tied_chat(town)
    shop = await jeweller(town, 3, police)
    await to_preview(police, tlp="GREEN ·", audience=EVERYBODY)
    assert "TLP:GREEN" in alerts_of(police)[-1]
    await police.taps("Vraag akkoord")
    assert "TLP:GREEN" in card(other).text
    await other.taps("Akkoord")
    await police.types("/lopend")
    assert "TLP:GREEN" in police.last.text
    await police.taps("Corrigeren")
    await change(police, "Tekst")
    await police.types("Drie daders op een scooter.")
    await police.taps("Vraag akkoord")
    await other.taps("Akkoord")
    _both_say("GEWIJZIGD", shop, chat)
    await police.taps("Einde alert")
    await police.taps("Zonder toelichting")
    _both_say("EINDE ALERT", shop, chat)
    await retract(police)
    _both_say("INGETROKKEN", shop, chat)


def _both_say(beginning: str, shop: Person, chat: Chat) -> None:
    for last in (shop.last, chat.last):
        assert beginning in last.text
        assert "TLP:GREEN" in last.text
        assert last.message.is_protected


async def test_red_is_read_by_police_and_by_who_is_named(town: Town) -> None:
    """RED is read by police and by those named by function; the approver sees for whom, and a colleague of a named one
    gets nothing."""
    police, other = await town.coordinator(1), await town.coordinator(2)
    chat = await tied_chat(town)
    manager = await town.coordinator(3, Role.KVO_MANAGER, f"kvo_group:{chat.group}")
    marshal = await town.coordinator(4, Role.CITY_MARSHAL)
    await to_preview(police, tlp="RED ·", audience=EVERYBODY, named="Beheerder van een KVO-groep")
    assert "TLP:RED, ook voor: beheerder van een KVO-groep" in police.last.text
    await police.taps("Vraag akkoord")
    assert "TLP:RED, ook voor: beheerder van een KVO-groep" in card(other).text
    await other.taps("Akkoord")
    assert [1, 0] == [len(alerts_of(one)) for one in (manager, marshal)]
    await marshal.types("/lopend")
    assert "geen bericht" in marshal.last.text
    await marshal.presses("correct:1:0", marshal.last)
    assert marshal.t.plain("not-found") == town.screens.toasts[-1]
    await manager.types("/actueel")
    assert 2 == len(alerts_of(manager))


async def _changes(police: Person, what: str, to: str) -> None:
    await change(police, what)
    await police.taps(to)


async def test_a_refusal_by_the_label_is_in_the_record(town: Town) -> None:
    """A refusal by the label is in the record by its key, with the choice and without the words."""
    police = await town.coordinator(1)
    await to_preview(police)
    await _changes(police, "TLP", "CLEAR ·")
    assert ["label-incident"] == [reason for _, reason, _ in await refusals(town)]


@pytest.mark.parametrize(("severity", "is_open"), [("P1 ·", False), ("P2 ·", False), ("P3 ·", False), ("P4 ·", True)])
async def test_an_incident_is_not_public(town: Town, severity: str, is_open: bool) -> None:
    """CLEAR is for information only; a notice that becomes urgent gets the label of its severity."""
    police = await town.coordinator(1)
    await to_preview(police, severity=severity)
    await _changes(police, "TLP", "CLEAR ·")
    if not is_open:
        assert "TLP:CLEAR is openbaar" in town.screens.toasts[-1]
        assert "Wie mag het lezen" in police.last.text
        return
    assert "TLP:CLEAR" in alerts_of(police)[-1]
    await _changes(police, "Ernst", "P2 ·")
    assert "TLP:AMBER" in alerts_of(police)[-1]


async def test_a_label_for_coordinators_is_refused_for_a_group(town: Town) -> None:
    """A label for coordinators is refused for a group, whichever of the two is chosen last."""
    police = await town.coordinator(1)
    await tied_chat(town)
    only = "Alleen KVO-groep Winkelhart -1001"
    await to_preview(police, audience=only)
    assert "TLP:AMBER mag niet voluit in een groepschat" in police.last.text
    await _changes(police, "TLP", "RED ·")
    assert "TLP:RED mag niet naar ondernemers" in town.screens.toasts[-1]
    await police.taps("‹ Terug")
    await _changes(police, "Voor wie", EVERYBODY)
    await _changes(police, "TLP", "AMBER+STRICT ·")
    await _changes(police, "Voor wie", only)
    assert "TLP:AMBER+STRICT mag niet naar ondernemers" in town.screens.toasts[-1]


async def test_the_label_of_what_was_sent_cannot_be_changed(town: Town) -> None:
    """The label of a sent notice cannot be changed: not by a button of another form, a severity with another label, or
    in the service."""
    police, other = await town.coordinator(1), await town.coordinator(2)
    await to_preview(police, tlp="CLEAR ·", severity="P4 ·")
    await police.taps("Vraag akkoord")
    await other.taps("Akkoord")
    await police.taps("Corrigeren")
    await police.taps("Iets wijzigen")
    version = (police.last.buttons[0].data or "").split(":")[-1]
    await police.presses(f"pick:edit.tlp:{version}", police.last)
    assert "TLP:CLEAR ligt vast" in town.screens.toasts[-1]
    await police.taps("Ernst")
    await police.taps("P1 ·")
    assert "TLP:CLEAR ligt vast" in town.screens.toasts[-1]
    async with town.storage.transaction() as uow:
        alert = await uow.alerts.get(AlertId(1))
        for content in (replace(alert.content, tlp=Tlp.AMBER), replace(alert.content, severity=Severity.P2)):
            with pytest.raises(LabelTooNarrow):
                await correct_alert(uow, alert.id, 1, alert.author_id, content, town.clock.now())


async def test_tightening_is_a_retraction_and_a_new_notice(town: Town) -> None:
    """Tightening retracts the notice and begins a new one with the same words and another number; the texts with the
    wider label are deleted."""
    police, other = await town.coordinator(1), await town.coordinator(2)
    chat, shop = await tied_chat(town), await jeweller(town, 3, police)
    await to_preview(police, tlp="GREEN ·", audience=EVERYBODY)
    await police.taps("Vraag akkoord")
    await other.taps("Akkoord")
    await retract(police)
    await police.taps("Gebruik als nieuw concept")
    await _changes(police, "TLP", "AMBER ·")
    await police.taps("Vraag akkoord")
    await other.taps("Akkoord")
    assert [("2026-0002", "TLP:AMBER")] == [_number_and_label(text) for text in alerts_of(shop)]
    assert ["INGETROKKEN" in chat.bubbles[0].text, "scooter" in chat.last.text] == [True, False]


def _number_and_label(text: str) -> tuple[str, str]:
    found = re.search(r"\((TLP:\S+)\)\n(\S+) · ", text)
    assert found is not None
    return found[2], found[1]


async def test_what_is_too_wide_is_refused_without_a_form_too(town: Town) -> None:
    """A route that is too wide is refused without a form too, where a draft is made, changed or submitted."""
    police, group = await town.coordinator(1), KvoGroupId((await tied_chat(town)).group)
    await to_preview(police, audience=EVERYBODY)
    async with town.storage.transaction() as uow:
        alert = await uow.alerts.get(AlertId(1))
        author, said, now = alert.author_id, alert.content, town.clock.now()
        for wide in (replace(said, tlp=Tlp.CLEAR), replace(said, tlp=Tlp.RED, kvo_group_id=group)):
            with pytest.raises(LabelTooNarrow):
                await compose_alert(uow, author, wide, now, zone=ZONE)
            with pytest.raises(LabelTooNarrow):
                await recompose_alert(uow, alert.id, author, wide, now)
            kept = await uow.alerts.save(replace(await uow.alerts.get(alert.id), content=wide))
            with pytest.raises(LabelTooNarrow):
                await submit_alert(uow, alert.id, kept.version, author, now, reason="acute")
