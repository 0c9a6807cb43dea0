"""Stories of early warning to a branch: who approves, reviews, changes and reads it, and which chats get it."""

import pytest

from alerts.alert import AlertState
from alerts.branch import Branch
from alerts.ids import AlertId
from alerts.kvo_group import NewKvoGroup
from alerts.role import Role
from tests.bot.police import alerts_of, change, send_alone
from tests.bot.regions import CAPELLE, let_agree, put_forward, shop, state, to_reach
from tests.bot.reporting import labels
from tests.bot.town import Town

GROUP_CHAT = "-1001000000009"


async def test_only_police_of_the_whole_region_approve(town: Town) -> None:
    """Police of the place are not asked about a notice to more than their scope, and their press is refused; whoever
    has all of it decides."""
    author, local = await town.coordinator(1, scope="national"), await town.coordinator(2)
    national = await town.coordinator(3, scope="national")
    await put_forward(author, "Heel Nederland")
    await local.types("/goedkeuren")
    assert "Akkoord" not in " ".join(labels(local))
    await local.presses("approve:1.politiewet:2", local.last)
    async with town.storage.reading() as uow:
        assert AlertState.PENDING is (await uow.alerts.get(AlertId(1))).state
    await national.taps("Akkoord")
    assert 1 == len(alerts_of(local)), "whoever has some of it in scope gets a copy"


@pytest.mark.parametrize(
    ("author_scope", "region", "text"),
    [("branch:jeweller", "Heel Nederland", "country"), ("branch:jeweller", "2900-3099", "region")],
)
async def test_without_police_for_all_of_it_the_way_out_is_told(
    town: Town, author_scope: str, region: str, text: str
) -> None:
    """Where no police have the whole region, the preview says so and what to do, and nothing is sent."""
    author = await town.coordinator(1, Role.TRADE_ASSOCIATION, author_scope)
    await town.coordinator(2)
    await put_forward(author, region)
    assert author.t(f"not-allowed-no-police-{text}") in author.last.text
    async with town.storage.reading() as uow:
        assert AlertState.DRAFT is (await uow.alerts.get(AlertId(1))).state


@pytest.mark.parametrize(
    ("region", "agreed", "is_allowed"),
    [
        ("Heel Nederland", (CAPELLE, "Krimpen aan den IJssel"), False),
        ("Heel Nederland", (CAPELLE, "Krimpen aan den IJssel", "Rotterdam"), True),
        ("29xx", (CAPELLE, "Rotterdam"), False),
        ("29xx", (CAPELLE, "Krimpen aan den IJssel"), True),
        (f"De gemeente {CAPELLE}", ("Rotterdam",), False),
        (f"De gemeente {CAPELLE}", (CAPELLE,), True),
    ],
)
async def test_every_municipality_of_the_region_has_to_agree_to_sending_alone(
    town: Town, region: str, agreed: tuple[str, ...], is_allowed: bool
) -> None:
    """The only police send alone where every municipality of the region agreed."""
    author = await town.coordinator(1, scope="national")
    await let_agree(town, agreed)
    await to_reach(author)
    await (author.taps if region in labels(author) else author.types)(region)
    assert is_allowed is ("mag de politie niet alleen versturen" not in author.last.text)
    if is_allowed:
        await send_alone(author)
        assert AlertState.LIVE is await state(town)


async def test_police_of_each_touched_place_review_and_retract(town: Town) -> None:
    """What went to the country alone is reviewed by police anywhere, who can retract it for everybody; police of one
    other branch cannot."""
    author, shop_far = await town.coordinator(1, scope="national"), await shop(town, 11, "3011AA")
    await to_reach(author)
    await author.taps("Heel Nederland")
    await send_alone(author)
    assert 1 == len(alerts_of(shop_far))
    krimpen, bakers = await town.coordinator(3, scope="2922"), await town.coordinator(4, scope="branch:bakery")
    await bakers.types("/nakijken")
    assert "niets na te kijken" in bakers.last.text
    await krimpen.types("/nakijken")
    assert "Alleen verstuurd door" in krimpen.last.text
    await krimpen.presses("correct:1:0", krimpen.last)
    assert krimpen.t.plain("not-found") == town.screens.toasts[-1]
    await krimpen.taps(krimpen.t.plain("change-retract"))
    await krimpen.taps(krimpen.last.buttons[0].label)
    assert AlertState.RETRACTED is await state(town)
    assert "INGETROKKEN" in shop_far.last.text.upper()


async def test_a_change_reaches_everybody_who_has_it(town: Town) -> None:
    """A correction and the end of a notice to a region reach the shops far away, by police who have all of it."""
    author, colleague = await town.coordinator(1, scope="national"), await town.coordinator(2, scope="national")
    far = await shop(town, 11, "3011AA")
    await put_forward(author, "Heel Nederland")
    await colleague.taps("Akkoord")
    await author.presses("correct:1:0", author.last)
    await change(author, "Tekst")
    await author.types("Drie jongens filmden de etalage.")
    await author.taps("Vraag akkoord")
    await colleague.taps("Akkoord")
    assert "Drie jongens" in far.last.text
    assert "van je zaak" not in far.last.text
    await author.presses("allclear:1:0", author.last)
    await author.taps(author.last.buttons[0].label)
    assert AlertState.ENDED is await state(town)
    assert far.last.reply_to is not None


async def test_whoever_signs_up_later_reads_it(town: Town) -> None:
    """A shop in the region that signs up while the notice is live reads it under /actueel; one elsewhere and one of
    another branch do not."""
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    await put_forward(author, f"De gemeente {CAPELLE}")
    await colleague.taps("Akkoord")
    for number, postcode, branch, is_for in (
        (11, "2904AB", "jeweller", True),
        (12, "2922AB", "jeweller", False),
        (13, "2904AB", "bakery", False),
    ):
        late = await shop(town, number, postcode, branch)
        await late.types("/actueel")
        assert is_for is any("PATROON" in one.text for one in late.bubbles), postcode


async def test_coordinators_of_a_touched_place_read_it_and_leave_it(town: Town) -> None:
    """A municipality that a notice to the country touches reads it; a marshal there gets a copy, and cannot propose to
    change it."""
    author, colleague = await town.coordinator(1, scope="national"), await town.coordinator(2, scope="national")
    official = await town.coordinator(3, Role.MUNICIPALITY, "municipality:Rotterdam")
    marshal = await town.coordinator(4, Role.CITY_MARSHAL, "municipality:Rotterdam")
    await put_forward(author, "Heel Nederland")
    await colleague.taps("Akkoord")
    assert [1, 0] == [len(alerts_of(marshal)), len(alerts_of(official))]
    await official.types("/actueel")
    assert any("PATROON" in one.text for one in official.bubbles)
    await marshal.presses("correct:1:0", marshal.last)
    assert marshal.t.plain("not-found") == town.screens.toasts[-1]


async def test_only_chats_of_groups_for_the_branch_get_it(town: Town) -> None:
    """The chat of a group of jewellers in the region gets the notice; a chat for all shops of a street does not, nor
    that of jewellers elsewhere."""
    author, colleague = await town.coordinator(1), await town.coordinator(2)
    async with town.storage.transaction() as uow:
        by = await uow.members.by_ref("telegram", str(author.id))
        assert by is not None
        for number, (code, branches) in enumerate(
            (("2904", {Branch.JEWELLER}), ("2904", set()), ("3011", {Branch.JEWELLER}), ("2904", {Branch.BAKERY}))
        ):
            made = NewKvoGroup(f"Groep {number}", frozenset({code}), frozenset(branches))
            group = await uow.kvo_groups.add(made, by.id, town.clock.now())
            await uow.kvo_groups.tie(group.id, channel="telegram", ref=f"{GROUP_CHAT}{number}", topic=0)
    await put_forward(author, "2900-2999")
    await colleague.taps("Akkoord")
    got = [number for number in range(4) if town.screens.bubbles.get(f"{GROUP_CHAT}{number}")]
    assert [0] == got
