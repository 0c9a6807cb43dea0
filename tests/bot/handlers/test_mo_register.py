"""Tests of /mo: what each reader finds, searched with taps, and nothing that is not for them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from alerts.alert import IncidentKind
from alerts.branch import Branch
from alerts.ids import AlertId
from alerts.mo_record import MoFilter, MoRecord, MoSource
from alerts.modus_operandi import MO_FIELDS
from alerts.role import Role
from alerts.services.register.search_register import Period, Wanted
from alerts.tally import Ground
from alerts.tlp import Tlp
from bot.render.mo_register import packed, unpacked
from storage.tables import mo_sources
from tests.bot.changing import retract
from tests.bot.police import jeweller, send_alone, to_preview
from tests.bot.reporting import labels, report_of, reports
from tests.bot.town import Person, Town

DAY = date(2026, 11, 20)  # four days ago
_UNTIED = 1_000  # the number of a notice that is not there
NOTICE = MoRecord(
    source=MoSource.NOTICE,
    day=DAY,
    kind=IncidentKind.RECONNAISSANCE,
    tlp=Tlp.GREEN,
    branches=frozenset({Branch.JEWELLER, Branch.OPTICIAN}),
    ground=Ground("2903", None),
    mo={"approach": "as_customer", "offender_count": "2"},
)


async def file(town: Town, *records: MoRecord) -> None:
    """Put records in the register that are tied to no notice any more."""
    async with town.storage.transaction() as uow:
        for number, one in enumerate(records, _UNTIED):
            part = await uow.postcodes.get(one.ground.pc4 or "")
            ground = replace(one.ground, municipality=part.municipality_id if part else None)
            await uow.mo_register.put(replace(one, ground=ground), AlertId(number))
        transaction = uow.mo_register._transaction  # type: ignore[attr-defined]  # retention takes a year for this
        await transaction.execute(sa.delete(mo_sources).where(mo_sources.c.source_id >= _UNTIED))


async def test_a_jeweller_finds_a_pattern_and_what_to_do(town: Town) -> None:
    """With one command and one tap a shop reads how offenders worked, what the notice said, and its own measures."""
    police = await town.coordinator(90)
    shop = await jeweller(town, 1, police)
    await to_preview(police)
    await send_alone(police)
    await town.deliver()
    await shop.types("/mo")
    assert "MO-register" in shop.last.text
    assert "1. Overval" in shop.last.text
    assert "Capelle aan den IJssel (2903)" in shop.last.text
    assert shop.last.message.is_protected
    await shop.taps("1")
    assert "2026-0001" in shop.last.text
    assert "Wat hiertegen helpt" in shop.last.text
    assert "In het bericht stond:" in shop.last.text
    await shop.taps("‹ Terug")
    assert "1. Overval" in shop.last.text


async def test_who_has_no_checked_shop_finds_nothing(town: Town) -> None:
    """An unverified shop is told why, whether there is something or not; a stranger is asked to sign up."""
    police = await town.coordinator(90)
    new = await jeweller(town, 1, police, verified=False)
    await new.types("/mo")
    before = new.last.text
    await _incident(town, police)
    await new.types("/mo")
    assert before == new.last.text == new.t("mo-not-yet")
    stranger = town.person(9)
    await stranger.types("/mo")
    assert stranger.t("not-allowed-start-first") in stranger.last.text


async def _incident(town: Town, police: Person) -> None:
    """Have a robbery reported and dealt with, without a notice."""
    victim = await jeweller(town, 50, police)
    await reports(victim, kind="robbery")
    report = await report_of(town)
    await police.presses(f"report-outcome:{report.id}.handled:{report.version}", police.last)


async def test_an_incident_without_a_notice_is_for_who_sees_reports(town: Town) -> None:
    """Police find the robbery that they dealt with, with the number of its report and none of its words; shops do
    not."""
    police = await town.coordinator(90)
    elsewhere, shop = await town.coordinator(91, scope="3000-3099"), await jeweller(town, 1, police)
    await _incident(town, police)
    await police.types("/mo")
    assert "1. Overval" in police.last.text
    await police.taps("1")
    assert "M-2026-0001" in police.last.text
    data = packed(Wanted())
    async with town.storage.reading() as uow:
        [filed] = await uow.mo_register.page(MoFilter(), after=None, limit=9)
    for other in (elsewhere, shop):
        await other.types("/mo")
        assert other.t("mo-none") in other.last.text
        await other.presses(f"morec:{data}.{filed.id:x}:0", other.last)
        assert other.t("mo-gone") == other.last.text


async def test_what_was_retracted_is_gone(town: Town) -> None:
    """A notice that was wrong is not in the register any more."""
    police = await town.coordinator(90)
    shop = await jeweller(town, 1, police)
    await to_preview(police)
    await send_alone(police)
    await town.deliver()
    await shop.types("/mo")
    assert "1. Overval" in shop.last.text
    await retract(police)
    await town.deliver()
    await shop.types("/mo")
    assert shop.t("mo-none") in shop.last.text


async def test_each_tap_searches(town: Town) -> None:
    """Branch, period and method are each chosen with a few taps, and all of it is cleared with two."""
    police = await town.coordinator(90, scope="national")
    old = replace(NOTICE, day=DAY - timedelta(days=200), branches=frozenset({Branch.BAKERY}), mo={"weapon": "knife"})
    far = replace(NOTICE, ground=Ground("3011", None), kind=IncidentKind.ROBBERY)
    await file(town, NOTICE, old, far)
    await police.types("/mo")
    assert ["1", "2", "3", "Zoeken"] == labels(police)
    for kind, choices, found in (
        ("Branche", ("Andere branches", "Bakker"), 1),
        ("Periode", ("laatste maand",), 2),
        ("Werkwijze", ("Wapen", "mes"), 1),
        ("Werkwijze", ("Andere kenmerken", "Aantal daders", "2"), 2),
    ):
        await police.types("/mo")
        await police.taps("Zoeken")
        await police.taps(kind)
        for choice in choices:
            await police.taps(choice)
        assert choices[-1].casefold() in police.last.text.partition("\n\n")[0].casefold()
        assert [str(number) for number in range(1, found + 1)] == [one for one in labels(police) if one.isdigit()]
        await police.taps("Zoeken")
        await police.taps("Alles wissen")
        assert ["1", "2", "3", "Zoeken"] == labels(police)


async def test_a_second_tap_takes_it_back(town: Town) -> None:
    """What is chosen is ticked, and a tap on it there searches without it; two features can be combined."""
    police = await town.coordinator(90, scope="national")
    await file(town, NOTICE)
    await police.types("/mo")
    for field, value in (("Aanpak", "als klant"), ("Wapen", "mes")):
        await police.taps("Zoeken")
        await police.taps("Werkwijze")
        await police.taps(field)
        await police.taps(value)
    assert police.t("mo-none") in police.last.text
    await police.taps("Zoeken")
    await police.taps("Werkwijze")
    await police.taps("✓ Wapen")
    await police.taps("✓ mes")
    assert "1. Voorverkenning" in police.last.text
    assert "Aanpak: als klant" in police.last.text


async def test_a_place_is_typed_behind_the_command(town: Town) -> None:
    """A postcode finds what lies around it, a municipality what lies in it; anything else is answered with what to
    type."""
    police = await town.coordinator(90, scope="national")
    await file(town, NOTICE, replace(NOTICE, ground=Ground("3011", None), kind=IncidentKind.ROBBERY))
    for typed in ("2903", "2922", "2903 AB", "capelle a/d ijssel"):
        await police.types(f"/mo {typed}")
        assert "Voorverkenning" in police.last.text, typed
        assert "Overval" not in police.last.text, typed
    await police.types("/mo nergenshuizen")
    assert police.t("rejected-mo-place") == police.last.text


async def test_a_shop_finds_its_own_surroundings_with_a_tap(town: Town) -> None:
    """The surroundings of one's own shop are offered, and the municipality of a role."""
    police = await town.coordinator(90)
    shop = await jeweller(town, 1, police)
    marshal = await town.coordinator(91, Role.CITY_MARSHAL, "municipality:Capelle aan den IJssel")
    await file(town, NOTICE)
    for reader, offered in ((shop, "binnen 5 km van 2903"), (marshal, "gemeente Capelle aan den IJssel")):
        await reader.types("/mo")
        await reader.taps("Zoeken")
        await reader.taps("Waar")
        assert [offered, "✓ overal", "‹ Terug"] == labels(reader)
        await reader.taps(offered)
        assert offered in reader.last.text
        assert "Voorverkenning" in reader.last.text


async def test_older_records_come_page_by_page(town: Town) -> None:
    """Each record comes once, four at a time, newest first, and the first page is one tap away."""
    police = await town.coordinator(90, scope="national")
    await file(town, *(replace(NOTICE, day=DAY - timedelta(days=number)) for number in range(9)))
    await police.types("/mo")
    days = []
    for _ in range(3):
        days += [line for line in police.last.text.splitlines() if "Voorverkenning" in line]
        if any("Ouder" in label for label in labels(police)):
            await police.taps("Ouder")
    assert 9 == len({line.partition(". ")[2] for line in days})
    assert not any("Ouder" in label for label in labels(police))
    await police.taps("Nieuwste")
    assert "20 november 2026" in police.last.text


async def test_an_addressed_group_reads_its_own(town: Town) -> None:
    """What went to one group is for the shops of that group only."""
    police = await town.coordinator(90)
    shop = await jeweller(town, 1, police)
    await file(town, replace(NOTICE, is_for_group=True, ground=Ground("2903", None, None)))
    await shop.types("/mo")
    assert shop.t("mo-none") in shop.last.text


@pytest.mark.parametrize(
    "data",
    [
        *("mo::0", "mo:x.y.z:0", "mo:99.9..zz:0", "mo:-1.0.m9999.:0", "mo:0.0.2903.a0b1c2:7", "mo:....1.g:0"),
        *("morec:x:0", "morec:0.0..:0"),
        *("mopick:0.0..nothing:0", "mopick::0", "mopick:0.0..k:0", "mopick:0.0.x.place:0"),
    ],
)
async def test_an_altered_button_is_answered(town: Town, data: str) -> None:
    """A button that no screen of ours has is answered, and nothing breaks."""
    police = await town.coordinator(90)
    await police.types("/mo")
    before = len(police.bubbles)
    await police.presses(data, police.last)
    assert "MO-register" in police.last.text or police.last.buttons or len(police.bubbles) > before


def test_what_is_searched_for_comes_back_from_a_button() -> None:
    """All that can be searched for fits in a button, and is read as it was written."""
    for branch in (None, *Branch):
        for period in Period:
            mo = {name: values[-1] for name, values in list(MO_FIELDS.items())[:8]}
            wanted = Wanted(branch, period, "m2903", mo)
            assert wanted == unpacked(packed(wanted).split("."))
            assert len(packed(wanted)) <= 31
