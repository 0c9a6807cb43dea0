"""The steps from a report to the preview of an alert: the choices that a drafter still has to make."""

from alerts.tlp import DEFAULT_TLP
from bot.demo.cast import Actor, Cast
from bot.demo.checks import Plan


async def make_notice(cast: Cast, drafter: Actor, plan: Plan) -> None:
    """Turn the report on the drafter's screen into a notice, up to its preview."""
    await drafter.taps("report-alert")
    await drafter.reads("alert-ask-reach")
    await drafter.taps("alert-reach-km", km=plan.reach_km)
    await drafter.reads("alert-ask-branches")
    for branch in plan.branches:
        label = cast.words(f"branch-{branch}")
        await drafter.taps(f"branch-{branch}")
        await drafter.sees(lambda seen, chosen=f"✓ {label}": chosen in seen.labels)  # type: ignore[misc]  # bound now
    await drafter.taps("alert-branches-done", count=len(plan.branches))
    await drafter.reads("alert-ask-severity")
    await drafter.taps(f"severity-{plan.severity}")
    await drafter.reads("alert-ask-tlp")
    await drafter.taps("alert-usual", label=cast.words(f"tlp-{DEFAULT_TLP[plan.severity].name.lower()}"))
    await drafter.reads("alert-ask-until")
    await drafter.taps(f"alert-until-{plan.hours}")
