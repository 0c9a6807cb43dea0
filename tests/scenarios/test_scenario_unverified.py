"""docs/domain.md §6, scenario 7: an unverified shop gets public information only."""

from alerts.branch import Branch
from tests.scenarios.steps import alerts_on, report, subscribe, verify, warn
from tests.scenarios.world import World


async def test_a_new_shop_gets_only_public_notices_until_somebody_vouches(world: World) -> None:
    """An unverified shop's own report is marked; it does not get the P2, and gets the public notice and, once verified,
    the next P2."""
    police = await world.coordinator("police")
    marshal = await world.coordinator("city_marshal")
    shop = await subscribe(world, "Juwelier Vuurlelie")

    reported = await report(world, shop, "photos")
    card = await police.expect(reported)
    assert "onbevestigd" in card.text

    early = await warn(world, police, severity="P2")
    await police.expect(world.words("report-head", number=early, state="live"))
    public = await warn(world, police, severity="P4")
    clear = await shop.expect(public)
    assert "TLP:CLEAR" in clear.text
    assert not clear.is_protected
    assert await alerts_on(shop) == [public]

    await marshal.expect("Juwelier Vuurlelie")
    await marshal.tap(world.words("signup-verify"))
    await shop.expect("is geverifieerd")
    late = await warn(world, police, severity="P2")
    amber = await shop.expect(late)
    assert amber.is_protected
    assert await alerts_on(shop) == [public, late]


async def test_other_branches_and_other_places_hear_nothing(world: World) -> None:
    """A verified bakery in 2903 and a verified jeweller in 2801 are not recipients."""
    police = await world.coordinator("police", "2800-3099")
    jeweller = await subscribe(world, "Juwelier Vuurlelie")
    await verify(world, police, jeweller)
    bakery = await subscribe(world, "Bakkerij Vuurlelie", branch=Branch.BAKERY)
    await verify(world, police, bakery)
    far = await subscribe(world, "Juwelier Verweg", postcode="2801AB")
    await verify(world, police, far)
    number = await warn(world, police)
    await jeweller.expect(number)
    await police.expect(world.words("report-head", number=number, state="live"))
    assert await alerts_on(bakery) == []
    assert await alerts_on(far) == []
