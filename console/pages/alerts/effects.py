"""What happened after a notice, as its page shows it: the same numbers as in the message to its sender."""

from alerts.alert import Alert
from alerts.ports import UnitOfWork
from console.pages.alerts.views import EffectLine, EffectShown
from texts.effects import count_words, days_words
from texts.phrases import Phrases


async def effect_shown(uow: UnitOfWork, alert: Alert, t: Phrases) -> EffectShown | None:
    """Return what was counted after the notice; None before that, and where nothing is counted."""
    counted = await uow.effects.of(alert.id)
    if counted is None:
        return None
    lines = []
    for row in counted.rows:
        for where, before, after in (
            ("here", row.here_before, row.here_after),
            ("elsewhere", row.elsewhere_before, row.elsewhere_after),
        ):
            what = t(f"console-effect-{row.what}-{where}")
            lines.append(EffectLine(what, count_words(before, t), count_words(after, t)))
    return EffectShown(days_words(counted, t), tuple(lines))
