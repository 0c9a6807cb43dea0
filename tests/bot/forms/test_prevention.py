"""Tests of tips for a KVO group, and of notices for a group only."""

from pathlib import Path

import pytest

from alerts.guard.incident import incident_signs
from alerts.kvo_group import NewKvoGroup
from alerts.role import Role
from alerts.services.alert.publish_alert import chats_reached
from bot.forms.prevention import TIPS
from tests.bot.police import alerts_of, jeweller, to_kind, to_what
from tests.bot.town import Person, Town, open_town


async def _with_group(town: Town, police: Person, *, codes: frozenset[str] = frozenset({"2903"})) -> Person:
    """Return a group with these postcodes, and its manager."""
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(police.id))
        assert member is not None
        group = await uow.kvo_groups.add(NewKvoGroup("De Koperwiek", codes, frozenset()), member.id, town.clock.now())
    return await town.coordinator(50, Role.KVO_MANAGER, f"kvo_group:{group.id}")


async def _at(drafter: Person, place: str) -> None:
    """Answer without a time and a method."""
    await drafter.taps("Overslaan")
    await drafter.taps("Overslaan")
    await drafter.types(place)


async def _as_pattern(drafter: Person) -> None:
    """Answer P3 with its defaults."""
    await drafter.taps("P3 ·")
    await drafter.taps("(gebruikelijk)")
    await drafter.taps("2 weken")


async def test_a_tip_goes_to_the_group_without_approval(tmp_path: Path) -> None:
    """A tip goes without approval to the shops of the group, verified or not, and to nobody else; its sender and ground
    are stored."""
    async with open_town(tmp_path) as town:
        police = await town.coordinator(1)
        manager = await _with_group(town, police)
        verified, unverified = await jeweller(town, 2, police), await jeweller(town, 3, police, verified=False)
        outside = town.person(4)
        await outside.subscribes("2904AB", "jeweller", "Elders")
        await manager.types("/preventie")
        await manager.taps("Samen openen")
        await manager.taps("alleen een tip")
        assert "De Koperwiek" in manager.last.text
        await manager.taps("Versturen")
        assert "2 ontvangers" in manager.news()
        assert [1, 1, 0, 0] == [len(alerts_of(one)) for one in (verified, unverified, outside, police)]
        assert "INFORMATIE: preventietip" in verified.last.text
        assert "van je zaak" not in verified.last.text
        async with town.storage.reading() as uow:
            (alert,) = await uow.alerts.live_by_place(town.clock.now())
            approval = await uow.alerts.approval_of(alert.id, 2)
        assert approval is not None
        assert ("prevention", "approved") == (approval.kind, approval.decision)


async def test_a_text_about_an_incident_goes_to_the_police(tmp_path: Path) -> None:
    """A text about an incident goes to the police with its words, which are named; after approval only verified members
    of the group get it."""
    async with open_town(tmp_path) as town:
        police = await town.coordinator(1)
        manager = await _with_group(town, police)
        inside, unverified = await jeweller(town, 2, police), await jeweller(town, 3, police, verified=False)
        neighbour = town.person(4)
        await neighbour.subscribes("2904AB", "jeweller", "Buur")
        await police.taps("Verifiëren")
        await manager.types("/preventie")
        await manager.types("Man voelt aan achterdeuren.")
        await manager.taps("alleen een tip")
        assert "Dit viel op in je tekst: man" in manager.last.text
        await manager.taps("naar de politie")
        await manager.taps("Verder")
        await manager.taps("Verdachte situatie")
        assert "Man voelt aan achterdeuren." in manager.last.text
        await manager.taps("Zo gebruiken")
        await _at(manager, "2903")
        await manager.taps("Alle branches")
        await manager.taps("Verder ›")
        await _as_pattern(manager)
        assert "Alleen voor KVO-groep <b>De Koperwiek</b>" in manager.last.text
        await manager.taps("Vraag akkoord")
        assert [] == alerts_of(inside)
        await police.taps("Akkoord")
        assert [1, 0, 0] == [len(alerts_of(one)) for one in (inside, unverified, neighbour)]


async def test_the_checklist_decides_too(tmp_path: Path) -> None:
    """Harmless words go to the police when the writer ticks that they are about a person; a plate is refused at
    once."""
    async with open_town(tmp_path) as town:
        manager = await _with_group(town, await town.coordinator(1))
        await manager.types("/preventie")
        await manager.types("Let op VX-482-K")
        assert "kenteken" in manager.last.text
        await manager.types("Let op hem.")
        await manager.taps("Een persoon")
        await manager.taps("Verder")
        assert "Stuur naar de politie" in [one.label for one in manager.last.buttons]


async def test_who_has_no_group_cannot_send_tips(tmp_path: Path) -> None:
    """A shop cannot send tips; police without a group in scope read why."""
    async with open_town(tmp_path) as town:
        police = await town.coordinator(1)
        shop = await jeweller(town, 2, police)
        await shop.types("/preventie")
        assert "kan alleen" in shop.last.text
        await police.types("/preventie")
        assert "nog geen KVO-groep" in police.last.text


async def test_police_chooses_a_group_or_everybody(tmp_path: Path) -> None:
    """Police choose the group at the place or everybody; a notice for the group reaches only the group, and has no
    reach to change."""
    async with open_town(tmp_path) as town:
        police = await town.coordinator(1)
        await _with_group(town, police)
        inside, neighbour = await jeweller(town, 2, police), town.person(4)
        await neighbour.subscribes("2904AB", "jeweller", "Buur")
        await police.taps("Verifiëren")
        await to_what(police)
        await police.types("Een winkel is overvallen.")
        await _at(police, "2903")
        await police.taps("Alleen KVO-groep De Koperwiek")
        await police.taps("Juwelier")
        await police.taps("Verder met")
        await police.taps("P2 ·")
        await police.taps("(gebruikelijk)")
        await police.taps("3 dagen")
        await police.taps("Waar en voor wie")
        labels = [one.label for one in police.last.buttons]
        assert "Voor wie" in labels
        assert "Bereik" not in labels
        await police.taps("Plaats")
        await police.types("3011")
        assert "werkgebied" in police.last.text or "KVO-groep" in police.last.text
        await police.types("2904")
        assert "niet in het gebied van de gekozen KVO-groep" in police.last.text
        await police.taps("Zo laten")
        await police.taps("Versturen")
        await police.taps("Geen collega")
        assert [1, 0] == [len(alerts_of(one)) for one in (inside, neighbour)]


async def test_a_trade_association_writes_for_its_branch_only(tmp_path: Path) -> None:
    """A trade association is not asked for its branch, and the police of the place approve its notice."""
    async with open_town(tmp_path) as town:
        police = await town.coordinator(1)
        shop, baker = await jeweller(town, 2, police), town.person(3)
        await baker.subscribes("2903AB", "bakery", "Brood")
        await police.taps("Verifiëren")
        association = await town.coordinator(4, Role.TRADE_ASSOCIATION, "branch:jeweller")
        await to_kind(association)
        await association.taps("Voorverkenning")
        await association.types("Iemand vroeg naar sluittijden.")
        await _at(association, "2903")
        await association.taps("5 km")
        assert "Hoe dringend" in association.last.text
        await _as_pattern(association)
        await association.taps("Vraag akkoord")
        await police.taps("Akkoord")
        assert [1, 0] == [len(alerts_of(one)) for one in (shop, baker)]


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_ready_made_tips_are_tips(tmp_path: Path, language: str) -> None:
    """None of the ready-made tips is sent to the police."""
    async with open_town(tmp_path) as town:
        t = town.person(1, language).t
        tips = [t.plain(f"prevention-tip-{number}") for number in range(1, TIPS + 1)]
        assert [] == [sign for tip in tips for sign in incident_signs(tip)]


async def test_a_trade_association_sends_a_tip_to_its_line_of_business(town: Town) -> None:
    """A trade association's tip goes to its branch in the whole country, verified or not, to no other shops and no
    group's chat."""
    police = await town.coordinator(1)
    await _with_group(town, police)
    here, far = await jeweller(town, 2, police), town.person(3)
    await far.subscribes("3011AB", "jeweller", "Ver weg")
    bakery = town.person(4)
    await bakery.subscribes("2903AB", "bakery", "Bakker")
    guild = await town.coordinator(5, Role.TRADE_ASSOCIATION, "branch:jeweller")
    await guild.types("/preventie")
    await guild.taps("Weinig geld")
    await guild.taps("alleen een tip")
    assert guild.t("prevention-preview-branch", name="Juwelier") in guild.last.text
    await guild.taps("Versturen")
    assert "2 ontvangers" in guild.news()
    assert [1, 1, 0, 0] == [len(alerts_of(one)) for one in (here, far, bakery, police)]
    async with town.storage.reading() as uow:
        (alert,) = await uow.alerts.live_by_place(town.clock.now())
        assert [] == await chats_reached(uow, alert.content)
    await guild.types("/lopend")
    assert guild.t("alert-place-country") in guild.last.text
    await guild.taps("Intrekken")
    await guild.taps("Het klopt niet")
    assert "INGETROKKEN" in far.last.text.upper()


async def test_a_safety_director_sends_tips_and_nothing_else(town: Town) -> None:
    """A safety director sends tips only; a text that looks like an incident is refused, because a director cannot make
    a notice."""
    police = await town.coordinator(1)
    await _with_group(town, police)
    shop = await jeweller(town, 2, police)
    director = await town.coordinator(5, Role.SAFETY_DIRECTOR, "municipality:Capelle aan den IJssel")
    await director.types("/preventie")
    await director.types("Er is gisteren een overval geweest.")
    await director.taps("alleen een tip")
    assert director.t("prevention-no-tip") in director.last.text
    assert ["‹ Terug", "Stoppen"] == [one.label for one in director.last.buttons]
    back = next(one.data for one in director.last.buttons if one.label == "‹ Terug") or ""
    await director.presses(back.replace("back:", "pick:send"), director.last)
    assert director.t("text-no-tip") == town.screens.toasts[-1]
    await director.taps("‹ Terug")
    await director.taps("‹ Terug")
    await director.taps("Iedereen groeten")
    await director.taps("alleen een tip")
    await director.taps("Versturen")
    assert 1 == len(alerts_of(shop))
