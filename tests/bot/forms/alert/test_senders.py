"""Tests of the sender in a notice: a function with its place, never a person; the record stores the person."""

from dataclasses import replace

import pytest

from alerts.alert import AlertContent
from alerts.ids import AlertId
from alerts.kvo_group import NewKvoGroup
from alerts.retention import emptied
from alerts.role import Function, Role, parse_scope
from alerts.sender import Sender
from alerts.services.invite.create_invite import create_role_invite
from bot.render.alert import Reader, alert_message, first_revision
from bot.render.alert_background import Background
from tests.bot.changing import end, retract, to_correction
from tests.bot.police import alerts_of, ask_approval, change, jeweller, send_alone, to_preview
from tests.bot.recorded import acts
from tests.bot.town import ZONE, Person, Town

CAPELLE = "municipality:Capelle aan den IJssel"
MARSHAL = "Stadsmarinier Capelle aan den IJssel, in afstemming met de politie"
POLICE = "Politie, overvalcoördinator"


async def _holder(
    town: Town,
    number: int,
    role: Role = Role.POLICE,
    scope: str = "2900-2999",
    *,
    label: str | None = None,
    function: Function | None = None,
) -> Person:
    async with town.storage.transaction() as uow:
        created = await create_role_invite(
            uow, role, parse_scope(scope), now=town.clock.now(), label=label, function=function
        )
    person = town.person(number)
    await person.types(f"/start {created.secret}")
    return person


async def _content(town: Town, number: int = 1) -> AlertContent:
    async with town.storage.reading() as uow:
        return (await uow.alerts.get(AlertId(number))).content


async def test_a_marshal_writes_in_alignment_with_the_police(town: Town) -> None:
    """A city marshal's notice says *in alignment with the police*, on the approver's card as in the shops' texts.

    `004`: the stadsmarinier writes to comparable enterprises.
    """
    police, marshal = await town.coordinator(1), await _holder(town, 2, Role.CITY_MARSHAL, CAPELLE)
    shop = await jeweller(town, 3, police)
    await ask_approval(marshal)
    assert MARSHAL in alerts_of(police)[-1]
    await police.taps("Akkoord")
    assert MARSHAL in alerts_of(shop)[-1]
    async with town.storage.reading() as uow:
        known = await uow.members.by_ref("telegram", str(marshal.id))
    assert known is not None
    assert [("alert.drafted", known.id)] == await acts(town, "alert", "alert.drafted"), "the record keeps who it was"


async def test_the_police_write_as_the_police(town: Town) -> None:
    """A notice by police has the function of its author, without another party."""
    police = await town.coordinator(1)
    shop = await jeweller(town, 2, police)
    await to_preview(police)
    (preview,) = alerts_of(police)
    await send_alone(police)
    assert preview == alerts_of(shop)[-1]
    assert POLICE in preview
    assert "in afstemming" not in preview


@pytest.mark.parametrize(
    ("role", "scope", "shown", "words"),
    [
        (Role.POLICE, "2900-2999", Function.COMMUNITY_OFFICER, "Politie, wijkagent"),
        (Role.POLICE, "2900-2999", "wijkagent centrum", "Politie, wijkagent centrum"),
        (Role.POLICE, "2900-2999", "Politie Capelle", "Politie Capelle"),
        (Role.POLICE, "2900-2999", "Kevin de Vries", "Politie, overvalcoördinator"),
        (Role.CITY_MARSHAL, "2900-2999", None, "Stadsmarinier, in afstemming met de politie"),
        (
            Role.CITY_MARSHAL,
            CAPELLE,
            Function.AFTERCARE_COORDINATOR,
            "Coördinator nazorg Capelle aan den IJssel, in afstemming met de politie",
        ),
        (Role.CITY_MARSHAL, CAPELLE, "marinier west", "Marinier west, in afstemming met de politie"),
        (
            Role.TRADE_ASSOCIATION,
            "branch:jeweller",
            None,
            "Brancheorganisatie voor de branche Juwelier, in afstemming met de politie",
        ),
    ],
)
async def test_the_sender_is_a_function_and_never_a_name(
    town: Town, role: Role, scope: str, shown: Function | str | None, words: str
) -> None:
    """A label that looks like a name is not shown in a notice, whatever its maker said."""
    await town.coordinator(1)
    function = shown if isinstance(shown, Function) else None
    label = None if isinstance(shown, Function) else shown
    author = await _holder(town, 2, role, scope, label=label, function=function)
    if role is Role.TRADE_ASSOCIATION:
        await author.types("/alert")
        for label_of in ("Alles stap voor stap", "Overval", "Overval, dader", "Zo gebruiken", "Overslaan", "Overslaan"):
            await author.taps(label_of)
        await author.types("2903")
        for label_of in ("5 km", "P2 ·", "AMBER ·", "✓ "):
            await author.taps(label_of)
    else:
        await to_preview(author)
    assert f" · {words}\n" in f"{alerts_of(author)[-1]}\n"


async def test_what_a_municipality_calls_the_role_is_how_it_signs(town: Town) -> None:
    """A role signs with the municipality's own name for it (docs/domain.md §2)."""
    await town.coordinator(1)
    marshal = await _holder(town, 2, Role.CITY_MARSHAL, CAPELLE)
    async with town.storage.transaction() as uow:
        capelle = await uow.municipalities.get((await uow.postcodes.municipalities("2903", "2903"))[0].id)
        await uow.municipalities.save(replace(capelle, labels={Role.CITY_MARSHAL: "adviseur veiligheid"}))
    await to_preview(marshal)
    assert "Adviseur veiligheid Capelle aan den IJssel, in afst" in alerts_of(marshal)[-1]


async def test_a_tip_needs_nobody_s_agreement_and_says_of_none(town: Town) -> None:
    """A tip names the group's manager as its sender, and no alignment with the police, because it is about no
    incident."""
    police = await town.coordinator(1)
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(police.id))
        assert member is not None
        new = NewKvoGroup("De Koperwiek", frozenset({"2903"}), frozenset())
        group = await uow.kvo_groups.add(new, member.id, town.clock.now())
    manager = await town.coordinator(50, Role.KVO_MANAGER, f"kvo_group:{group.id}")
    shop = await jeweller(town, 2, police)
    for label in ("/preventie", "Samen openen", "alleen een tip", "Versturen"):
        await (manager.types(label) if label[0] == "/" else manager.taps(label))
    assert "Beheerder van KVO-groep De Koperwiek" in alerts_of(shop)[-1]
    assert "in afstemming" not in alerts_of(shop)[-1]


async def test_a_correction_keeps_the_sender(town: Town) -> None:
    """A correction by police keeps the marshal as the sender, and the record has the police officer."""
    police, marshal = await town.coordinator(1), await _holder(town, 2, Role.CITY_MARSHAL, CAPELLE)
    shop = await jeweller(town, 3, police)
    await ask_approval(marshal)
    await police.taps("Akkoord")
    await police.types("/lopend")
    await to_correction(police)
    await police.taps("Versturen")
    await police.taps("Geen collega in dienst")
    assert "GEWIJZIGD" in shop.last.text
    assert MARSHAL in shop.last.text


async def test_a_template_is_sent_as_who_sends_it(town: Town) -> None:
    """A notice from a template names its sender, not the template's author, and still counts as the approved
    template."""
    author, sender = await town.coordinator(1), await _holder(town, 2, function=Function.DUTY_OFFICER)
    shop = await jeweller(town, 3, author)
    await to_preview(author, severity="P1 ·")
    await change(author, "Bewaar als sjabloon")
    await sender.taps("Akkoord")
    await sender.types("/sjablonen")
    await sender.taps("Gebruik dit sjabloon")
    await sender.taps("Nu versturen")
    assert "Politie, officier van dienst" in alerts_of(shop)[-1]


async def test_in_english(town: Town) -> None:
    """An English notice names the same sender."""
    police, marshal = await town.coordinator(1), await _holder(town, 2, Role.CITY_MARSHAL, CAPELLE)
    shop = town.person(3, "en")
    await shop.subscribes("2903AB", "jeweller", "Pearl", "1")
    await police.taps("Verifiëren")
    await ask_approval(marshal)
    await police.taps("Akkoord")
    assert "· City marshal Capelle aan den IJssel, in agreement with the police" in shop.last.text


async def test_an_end_and_a_retraction_name_who_sends_them(town: Town) -> None:
    """The closing text names the function of who ends or retracts, also where another wrote the notice."""
    police, marshal = await town.coordinator(1), await _holder(town, 2, Role.CITY_MARSHAL, CAPELLE)
    shop = await jeweller(town, 3, police)
    for number in (1, 2):
        await ask_approval(marshal)
        await police.taps("Akkoord")
        assert f"2026-000{number}" in alerts_of(shop)[-1]
    await retract(marshal)
    await police.taps("Akkoord")
    assert "(TLP:AMBER) · Stadsmarinier Capelle aan den IJssel" in shop.last.text
    await police.types("/lopend")
    await end(police)
    assert f"2026-0001 (TLP:AMBER) · {POLICE}" in shop.last.text


async def test_a_notice_from_before_names_nobody_and_an_old_one_loses_its_sender(town: Town) -> None:
    """A notice from before has no sender, and retention erases the sender together with the words."""
    police = await town.coordinator(1)
    await to_preview(police)
    async with town.storage.reading() as uow:
        alert = await uow.alerts.get(AlertId(1))
    assert Sender(Role.POLICE) == alert.content.sender
    before = replace(alert, content=replace(alert.content, sender=None))
    shown = alert_message(first_revision(before), Background(), Reader(None, town.clock.now()), police.t, ZONE)
    assert str(shown.text).endswith("(TLP:AMBER)\n2026-0001")
    assert emptied(alert.content).sender is None
