"""The steps from a report to the preview of an alert: what is proposed, and the lines that a drafter changes."""

from collections.abc import Callable

from alerts.alert_defaults import usual_branches, usual_reach_km
from bot.demo.cast import Actor, Cast
from bot.demo.checks import Plan
from bot.demo.phone import Seen


async def make_notice(cast: Cast, drafter: Actor, plan: Plan, *, begin: str = "report-alert") -> None:
    """Turn the report (or, by the button `begin`, what else is) on the drafter's screen into a notice, up to its
    preview."""
    await drafter.taps(begin)
    await _choose_branches(cast, drafter, plan)
    await _choose(cast, drafter, "severity", "how", f"severity-{plan.severity}")
    if plan.reach_km != usual_reach_km(plan.kind, plan.severity):
        await _choose(cast, drafter, "reach", "whom", "alert-reach-km", km=plan.reach_km)
    if plan.hours * 3600 != plan.severity.lasts.total_seconds():
        await _choose(cast, drafter, "until", "how", f"alert-until-{plan.hours}")


async def _choose(cast: Cast, drafter: Actor, line: str, group: str, answer: str, **values: int) -> None:
    """Open a line of the preview and tap another value."""
    await _open(cast, drafter, line, group)
    await drafter.reads(f"alert-ask-{line}")
    await drafter.taps(answer, **values)


async def _choose_branches(cast: Cast, drafter: Actor, plan: Plan) -> None:
    """Open the branches that are proposed, and tap those that differ from the plan."""
    await _open(cast, drafter, "branches", "whom")
    await drafter.reads("alert-ask-branches")
    for branch in sorted(usual_branches(plan.kind, frozenset({plan.hit})).symmetric_difference(plan.branches)):
        label, is_wanted = f"✓ {cast.words(f'branch-{branch}')}", branch in plan.branches
        await drafter.taps(f"branch-{branch}")
        await drafter.sees(_ticked(cast.words("alert-ask-branches"), label, is_ticked=is_wanted))
    await drafter.taps("alert-branches-done", count=len(plan.branches))


async def _open(cast: Cast, drafter: Actor, line: str, group: str) -> None:
    await drafter.reads("alert-preview-above")
    await drafter.taps(f"alert-lines-{group}")
    label = cast.words(f"alert-edit-{line}")
    await drafter.sees(lambda seen: label in seen.labels)
    await drafter.taps(f"alert-edit-{line}")


def _ticked(question: str, label: str, *, is_ticked: bool) -> Callable[[Seen], bool]:
    return lambda seen: question in seen.text and (label in seen.labels) is is_ticked
