"""docs/domain.md §6, scenario 4: a KVO group warns with the police's approval, sees who read it as a number, and sends
a tip."""

from alerts.branch import Branch
from bot.demo.phone import Phone
from tests.scenarios.steps import alerts_on, make_group, number_in, subscribe, verify
from tests.scenarios.world import World

NAME = "De Koperwiek"
WHAT = "Man voelt aan achterdeuren."


async def test_a_group_warns_and_sends_a_tip(world: World) -> None:
    """A text about an incident waits for the police and reaches verified members only; a tip is sent at once."""
    words, playground = world.words, world.playground
    police = await world.coordinator()
    _, choose, role_link = await make_group(world, police, NAME, "2903")
    manager = await world.given_role(role_link)
    inside = await subscribe(world, "Juwelier Vuurlelie")
    await verify(world, manager, inside)
    unverified = await subscribe(world, "Bakkerij Vuurlelie", branch=Branch.BAKERY)
    outside = await subscribe(world, "Juwelier Buurman", postcode="2904AB")
    await verify(world, police, outside)
    members = [police, inside, unverified]
    group = await playground.group(NAME, members, hidden_history=True, join_by_request=True)
    await police.follow(choose, group=group)
    await police.in_group(group).expect(words("group-tied", name=NAME))

    number = await _manager_writes(world, manager)
    await police.expect(lambda seen: words("approval-approve") in seen.labels and WHAT in seen.text)
    assert [[], []] == [await alerts_on(inside), await alerts_on(outside)]
    await police.tap(words("approval-approve"))
    await inside.expect(number)
    notice = await inside.in_group(group).expect(lambda seen: number in seen.text and WHAT in seen.text)
    assert notice.is_protected
    await manager.expect(words("report-head", number=number, state="live"))
    assert [[number], [], []] == [await alerts_on(one) for one in (inside, unverified, outside)]

    for reader in (inside, unverified):
        seen = reader.in_group(group)
        await seen.tap(words("seen-button"), on=notice)
        await seen.expect_toast(words("seen-thanks"))
    counted = await manager.expect(lambda seen: words("count-seen", count=2) in seen.text)
    assert not any(shop in counted.text for shop in (inside.name, unverified.name))

    tip = await _manager_tips(world, manager)
    await unverified.expect(tip)
    await inside.in_group(group).expect(tip)
    await manager.expect(words("report-head", number=tip, state="live"))
    assert [[tip], [number, tip], []] == [await alerts_on(one) for one in (unverified, inside, outside)]
    assert not [seen for seen in await police.received() if tip in seen.text]


async def _manager_writes(world: World, manager: Phone) -> str:
    """Write a text as a tip, which is sent to the police as a notice without retyping, and return its number."""
    words = world.words
    await manager.type("/preventie")
    await manager.expect(words("prevention-ask-what", name=NAME))
    await manager.type(WHAT)
    await manager.expect(words("prevention-ask-about"))
    await manager.tap(words("prevention-about-nothing"))
    await manager.expect(words("prevention-doubtful"))
    await manager.tap(words("prevention-to-police"))
    await manager.expect(words("prevention-kept-for-police"))
    for answer, then in (
        (words("draft-resume"), words("alert-ask-kind")),
        (words("kind-suspicious_situation"), WHAT),
        (words("alert-use-this"), words("alert-ask-when")),
        (words("nav-skip"), words("alert-ask-mo")),
        (words("nav-skip"), words("alert-ask-place")),
    ):
        await manager.tap(answer)
        await manager.expect(then)
    await manager.type("2903")
    await manager.expect(words("alert-ask-branches"))
    await manager.tap(words("alert-all-branches"))
    await manager.expect(lambda seen: f"✓ {words('alert-all-branches')}" in seen.labels)
    for answer, then in (
        (words("alert-branches-done", count=0), words("alert-ask-severity")),
        (words("severity-P3"), words("alert-ask-tlp")),
        ("(gebruikelijk)", words("alert-ask-until")),
        (words("alert-until-2"), words("alert-preview-above")),
        (words("alert-ask-approval"), "wacht op akkoord"),
    ):
        await manager.tap(answer)
        last = await manager.expect(then)
    return number_in(last)


async def _manager_tips(world: World, manager: Phone) -> str:
    words = world.words
    await manager.type("/preventie")
    await manager.expect(words("prevention-ask-what", name=NAME))
    await manager.tap(words("prevention-tip-1-label"))
    await manager.expect(words("prevention-ask-about"))
    await manager.tap(words("prevention-about-nothing"))
    await manager.expect(words("prevention-preview", name=NAME))
    await manager.tap(words("alert-send"))
    return number_in(await manager.expect("gaat nu naar"))
