"""Tests of an author whose role came from the only police: an approval by them counts and is reviewed."""

import pytest

from alerts.alert import ApprovalKind
from alerts.ids import AlertId
from alerts.kvo_group import NewKvoGroup
from alerts.role import Role
from tests.bot.administering import administrator, ends, invites
from tests.bot.confirming import confirmed, second_administrator
from tests.bot.deputies import deputy_of
from tests.bot.handlers.test_grants import approval_kind, held
from tests.bot.police import ask_approval, change, to_preview, to_what
from tests.bot.recorded import recorded
from tests.bot.town import Bubble, Person, Town

TIED = "zonder andere collega in dienst"


async def _group(town: Town, police: Person) -> None:
    """Return a KVO group of this officer."""
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(police.id))
        assert member is not None
        ground = NewKvoGroup("Hoekplein", frozenset({"2903"}), frozenset())
        await uow.kvo_groups.add(ground, member.id, town.clock.now())


async def _makes_manager(giver: Person, getter: Person) -> None:
    """Return a manager of the group by a link of the giver, which an administrator confirms in good faith."""
    await second_administrator(giver.town)
    await giver.types("/groepen")
    await giver.presses("group-manager:1:0", giver.last)
    await giver.taps("Overslaan")
    await getter.types(f"/start {giver.last.text.split('start=')[1].split()[0]}")
    await confirmed(giver.town)
    assert Role.KVO_MANAGER in [one.role for one in await held(getter)]


async def _drafts(manager: Person) -> None:
    await to_what(manager)
    await manager.types("Een winkel is overvallen.")
    await manager.taps("Overslaan")
    await manager.taps("Overslaan")
    await manager.types("2903")
    for label in ("Juwelier", "Verder met", "P2 ·", "AMBER ·", "✓ 3 dagen", "Vraag akkoord"):
        await manager.taps(label)


async def _approves(police: Person) -> None:
    await police.types("/goedkeuren")
    await police.taps("Akkoord")


async def _ties(town: Town) -> list[object]:
    """Return the tie that the record has for each approval."""
    return [(one.details or {}).get("tie") for one in await recorded(town, "alert") if one.action == "alert.approved"]


async def _officer_and_manager(town: Town) -> tuple[Person, Person]:
    """Return the only officer of the place, and the manager whom they made."""
    police, manager = await town.coordinator(1), town.person(2)
    await _group(town, police)
    await _makes_manager(police, manager)
    return police, manager


async def test_the_only_officer_and_a_manager_of_theirs_are_one_pair_of_eyes(town: Town) -> None:
    """The notice is sent; police who start later review it, and the officer does not."""
    police, manager = await _officer_and_manager(town)
    await _drafts(manager)
    await _approves(police)
    assert ApprovalKind.BY_DEPUTY is await approval_kind(town.storage)
    assert ["role"] == await _ties(town)
    await police.types("/nakijken")
    assert police.t("reviews-none") == police.last.text
    colleague = await town.coordinator(3)
    await colleague.types("/nakijken")
    assert TIED in colleague.last.text
    await colleague.taps("Akkoord")
    assert "nagekeken: akkoord" in colleague.last.text


async def test_where_a_colleague_could_have_looked_it_is_ordinary(town: Town) -> None:
    """With a colleague on duty the approval is ordinary, because an officer knows the managers of their area, and
    nothing is reviewed."""
    police, manager = await _officer_and_manager(town)
    colleague = await town.coordinator(3)
    await _drafts(manager)
    await _approves(police)
    assert ApprovalKind.FOUR_EYES is await approval_kind(town.storage)
    assert [None] == await _ties(town)
    await colleague.types("/nakijken")
    assert colleague.t("reviews-none") == colleague.last.text


async def test_who_pauses_could_not_have_looked(town: Town) -> None:
    """A colleague who paused does not count as on duty, and reviews it in the morning."""
    police, manager = await _officer_and_manager(town)
    colleague = await town.coordinator(3)
    await colleague.types("/mijn")
    await colleague.taps("Nacht en pauze")
    await colleague.taps("Pauze van 1 week")
    await _drafts(manager)
    await _approves(police)
    await colleague.types("/nakijken")
    assert TIED in colleague.last.text


@pytest.mark.parametrize("is_deputy", [False, True])
async def test_somebody_in_between_unties_nobody(town: Town, *, is_deputy: bool) -> None:
    """The tie also holds through others: a manager who handed the group on, or a deputy of the officer who made the
    manager."""
    police, between, last = await town.coordinator(1), town.person(2), town.person(4)
    await _group(town, police)
    if is_deputy:
        assert between.id == (await deputy_of(town, police, 2)).id
    else:
        await _makes_manager(police, between)
    await _makes_manager(between, last)
    await _drafts(last)
    await _approves(police)
    assert ["role"] == await _ties(town)


async def test_a_role_from_somebody_else_unties(town: Town) -> None:
    """Officer and manager are not tied when the manager could have written it by a role from somebody else."""
    police, manager = await _officer_and_manager(town)
    assert manager.id == (await town.coordinator(2, Role.CITY_MARSHAL)).id
    await to_preview(manager, audience="Alleen KVO-groep Hoekplein")
    await manager.taps("Vraag akkoord")
    await _approves(police)
    assert ApprovalKind.FOUR_EYES is await approval_kind(town.storage)


async def _made_by_officer(town: Town, number: int) -> tuple[Person, Person]:
    """Return an officer who is an administrator too, and another officer whom they made."""
    police = await administrator(town, 1)
    await town.coordinator(1)
    other = town.person(number)
    await other.types(f"/start {await invites(police, Role.POLICE, '2903')}")
    await confirmed(town)
    return police, other


@pytest.mark.parametrize("is_by_giver", [True, False])
async def test_police_made_by_the_only_other_one(town: Town, *, is_by_giver: bool) -> None:
    """Two police officers of whom one made the other are tied, whoever writes; a third made by the same one is no other
    colleague."""
    police, other = await _made_by_officer(town, 2)
    await town.person(4).types(f"/start {await invites(police, Role.POLICE, '2903')}")
    await confirmed(town)
    assert [Role.POLICE] == [one.role for one in await held(town.person(4))]
    author, approver = (police, other) if is_by_giver else (other, police)
    await ask_approval(author)
    await _approves(approver)
    assert ["role"] == await _ties(town)


async def test_they_approve_no_template_of_one_another(town: Town) -> None:
    """Tied officers cannot approve each other's templates, whose notices are sent at once; a new colleague can."""
    police, other = await _made_by_officer(town, 2)
    await to_preview(police, severity="P1 ·")
    await change(police, "Bewaar als sjabloon")
    await other.types("/sjablonen")
    await other.taps("Akkoord")
    assert other.t.plain("not-allowed-tied-template") == town.screens.toasts[-1]
    colleague = await town.coordinator(3)
    await colleague.types("/sjablonen")
    await colleague.taps("Akkoord")
    assert "not-allowed-tied-template" not in town.screens.toasts[-1]
    assert [1] == [one.entity_id for one in await recorded(town, "template") if one.action == "template.approved"]


def _tip(person: Person) -> Bubble:
    return next(one for one in reversed(person.bubbles) if any("Tegenhouden" in button.label for button in one.buttons))


@pytest.mark.parametrize("has_colleague", [False, True])
async def test_a_tip_that_they_let_go_is_looked_at_afterwards(town: Town, *, has_colleague: bool) -> None:
    """A tip that such an officer lets go is reviewed like one that nobody stopped; with a colleague in reach it is
    not."""
    police, manager = await _officer_and_manager(town)
    if has_colleague:
        await town.coordinator(3)
    await manager.types("/preventie")
    await manager.types("Zet de vuilcontainers binnen, dan klimt er niemand op.")
    await manager.taps("alleen een tip")
    await manager.taps("Naar de politie en dan versturen")
    await police.taps("Nu versturen", _tip(police))
    async with town.storage.reading() as uow:
        approval = await uow.alerts.latest_approved(AlertId(1))
        assert approval is not None
        assert has_colleague is (approval.reviewed_by is not None)
    later = await town.coordinator(4)
    await later.types("/nakijken")
    assert has_colleague is (later.t("reviews-none") == later.last.text)


async def test_a_role_that_ended_after_the_request_still_ties(town: Town) -> None:
    """The tie holds when the manager's role is ended between the request and the approval."""
    police, manager = await _officer_and_manager(town)
    admin = await administrator(town)
    await _drafts(manager)
    town.clock.pass_by(minutes=1)
    await ends(admin, "beheerder van een KVO-groep")
    assert [] == await held(manager)
    await _approves(police)
    assert ["role"] == await _ties(town)
