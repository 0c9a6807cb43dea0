"""Stories of early warning to a branch: how its region is chosen in the chat, and who gets it."""

import pytest

from alerts.branch import Branch
from alerts.role import Role, parse_scope
from alerts.severity import Severity
from tests.bot.police import alerts_of, change, to_place
from tests.bot.regions import CAPELLE, SEEN, content, shop, to_reach
from tests.bot.reporting import labels
from tests.bot.town import Town

NAMELESS = "Net 2 jongens die de etalage filmden in 2903."
JEWELLERS = frozenset({Branch.JEWELLER, Branch.OPTICIAN, Branch.SECONDHAND_GOLD})
IN_CAPELLE = f"municipality:{CAPELLE}"


async def test_a_branch_in_the_country_takes_one_line_and_four_taps(town: Town) -> None:
    """From /alert one typed line and four taps warn the jewellers of the whole country: those far away get the same
    words as those near, without a distance, and other branches get nothing."""
    author, colleague = await town.coordinator(1, scope="national"), await town.coordinator(2, scope="national")
    near, far = await shop(town, 11, "2903AB"), await shop(town, 12, "3011AA", "optician")
    bakery = await shop(town, 13, "3011AA", "bakery")
    await author.types("/alert")
    await author.types(SEEN)
    taps = ("Waar en voor wie", "Bereik", "Heel Nederland", "Vraag akkoord")
    for label in taps[:-1]:
        await author.taps(label)
    assert len(taps) <= 4
    told = author.last.text
    assert "<b>Bereik:</b> heel Nederland" in told
    assert ("• Juwelier: 1" in told, "• Opticien: 1" in told, "Bakker" in told) == (True, True, False)
    assert "Verste ontvanger" not in told
    assert (Severity.P3, JEWELLERS) == ((await content(town)).severity, (await content(town)).branches)
    await author.taps(taps[-1])
    assert "Voor: Juwelier, Opkoper of kringloop, Opticien, in heel Nederland." in colleague.last.text
    await colleague.taps("Akkoord")
    [read] = alerts_of(far)
    assert "PATROON" in read
    assert CAPELLE in read
    assert "van je zaak" not in read
    assert "Voor: Juwelier, Opkoper of kringloop, Opticien, in heel Nederland." in read
    assert [read] == alerts_of(near)
    assert [] == alerts_of(bakery)


@pytest.mark.parametrize(
    ("typed", "region"),
    [
        (f"De gemeente {CAPELLE}", f"de gemeente {CAPELLE}"),
        (CAPELLE.lower(), f"de gemeente {CAPELLE}"),
        ("29xx", "de postcodes 2900 tot en met 2999"),
        ("2900 t/m 2910", "de postcodes 2900 tot en met 2910"),
        ("2903", "postcode 2903"),
    ],
)
async def test_a_municipality_and_postcodes_are_chosen_where_the_reach_is_asked(
    town: Town, typed: str, region: str
) -> None:
    """The municipality of the place is one tap; another one, and postcodes as people write them, are typed."""
    author, _ = await town.coordinator(1), await town.coordinator(2)
    here, beside = await shop(town, 11, "2903AB"), await shop(town, 12, "2922AB")
    elsewhere = await shop(town, 13, "3011AA")
    await to_reach(author)
    assert "Heel Nederland" not in labels(author)
    await (author.taps if typed in labels(author) else author.types)(typed)
    assert f"<b>Bereik:</b> {region}" in author.last.text
    await author.taps("Vraag akkoord")
    await town.person(2).taps("Akkoord")
    assert (1, typed == "29xx", 0) == (len(alerts_of(here)), len(alerts_of(beside)) == 1, len(alerts_of(elsewhere)))


@pytest.mark.parametrize("typed", ["3000-3099", "Rotterdam", "2900-3099", "heel Nederland", "1xxx"])
async def test_only_ground_of_ones_own_scope_is_offered(town: Town, typed: str) -> None:
    """A marshal of one municipality reaches that municipality or a part of it; more is refused, and the question
    stays."""
    author = await town.coordinator(1, Role.CITY_MARSHAL, IN_CAPELLE)
    await to_reach(author)
    assert [f"De gemeente {CAPELLE}"] == [one for one in labels(author) if "km" not in one and one[0] != "‹"][:1]
    await author.types(typed)
    assert "Bereik:" not in author.last.text
    assert (await content(town)).region is None
    await author.types("2903-2904")
    assert "de postcodes 2903 tot en met 2904" in author.last.text


async def test_without_a_branch_it_is_asked_for_whom(town: Town) -> None:
    """Where no branch was told the choice of a region leads to the question for whom; all branches are refused with a
    clear sentence, and the answer leads back to the preview."""
    author = await town.coordinator(1, scope="national")
    await to_reach(author, NAMELESS)
    await author.taps("Heel Nederland")
    assert "Voor welke branches?" in author.last.text
    await author.taps("Alle branches")
    assert author.t.plain("rejected-region-branches") == town.screens.toasts[-1]
    await author.taps("Tankstation")
    await author.taps("Verder met 1 branche")
    assert "<b>Bereik:</b> heel Nederland" in author.last.text
    assert "<b>Branches:</b> Tankstation" in author.last.text
    await change(author, "Branches")
    await author.taps("Alle branches")
    assert author.t.plain("rejected-region-branches") == town.screens.toasts[-1]
    await author.taps("‹")
    await change(author, "Bereik")
    await author.taps("5 km")
    assert "<b>Bereik:</b> 5 km" in author.last.text
    assert (await content(town)).region is None


async def test_a_p1_has_a_circle(town: Town) -> None:
    """A P1 that somebody chose cannot go to a region, and what goes to a region cannot become a P1; a P1 that was only
    proposed becomes a P3."""
    author = await town.coordinator(1, scope="national")
    await to_reach(author, "Juwelier overvallen in 2903, dader vluchtte op een scooter.")
    await author.taps("Heel Nederland")
    assert Severity.P3 is (await content(town)).severity
    await change(author, "Ernst")
    await author.taps("P1 ·")
    assert author.t.plain("rejected-region-acute") == town.screens.toasts[-1]
    await author.taps("‹")
    await change(author, "Bereik")
    await author.taps("10 km")
    await change(author, "Ernst")
    await author.taps("P1 ·")
    await change(author, "Bereik")
    await author.taps("Heel Nederland")
    assert author.t.plain("rejected-region-acute") == town.screens.toasts[-1]


async def test_the_long_way_asks_the_branches_after_the_region(town: Town) -> None:
    """Step by step a region is followed by the branches, and by the severity, which is no P1."""
    author = await town.coordinator(1, scope="national")
    await to_place(author)
    await author.types("2903")
    await author.taps("Heel Nederland")
    assert "Voor welke branches?" in author.last.text
    await author.taps("Juwelier")
    await author.taps("Verder met")
    await author.taps("P1 ·")
    assert author.t.plain("rejected-region-acute") == town.screens.toasts[-1]
    await author.taps("P3 ·")
    await author.taps("GREEN")
    await author.taps("✓ ")
    assert "<b>Bereik:</b> heel Nederland" in author.last.text


async def test_a_sentence_that_says_whom_to_warn_needs_one_tap(town: Town) -> None:
    """A sentence that says to warn a branch in the whole country is taken as it is meant, and left out of the text;
    where that is not the writer's to do, it stays in the text and the circle is proposed."""
    asked = f"Waarschuw alle juweliers in heel Nederland. {SEEN}"
    author, _ = await town.coordinator(1, scope="national"), await town.coordinator(2, scope="national")
    await author.types("/alert")
    await author.types(asked)
    assert "<b>Bereik:</b> heel Nederland" in author.last.text
    assert "Waarschuw alle" not in (await content(town)).what
    await author.taps("Vraag akkoord")
    assert "wacht op akkoord" in author.last.text
    marshal = await town.coordinator(3, Role.CITY_MARSHAL)
    await marshal.types("/alert")
    await marshal.types(asked)
    assert "<b>Bereik:</b> 10 km" in marshal.last.text
    assert "Waarschuw alle" in (await content(town, 2)).what


async def test_without_a_branch_any_more_the_circle_is_proposed_again(town: Town) -> None:
    """Where another kind takes away the branches that were proposed, the draft is one with a circle again: it never
    goes to every shop of a region."""
    author = await town.coordinator(1, scope="national")
    await author.types("/alert")
    await author.taps("Iets anders")
    await author.taps("Plofkraak")
    await author.types("2903")
    await change(author, "Bereik")
    await author.taps("Heel Nederland")
    assert (True, parse_scope("national")) == (bool((await content(town)).branches), (await content(town)).region)
    await change(author, "Soort")
    await author.taps("Overval")
    assert (frozenset(), None, 5_000) == (
        (await content(town)).branches,
        (await content(town)).region,
        (await content(town)).reach_m,
    )
    assert "<b>Bereik:</b> 5 km · <i>voorstel</i>" in author.last.text
