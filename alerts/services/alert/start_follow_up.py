"""Start a follow-up: the content of one's own notice of a robbery as a P3 for the branch that was hit."""

from collections.abc import Callable
from datetime import datetime

from alerts.alert import Alert
from alerts.alert_form import F
from alerts.follow_up import as_follow_up
from alerts.ids import AlertId
from alerts.ports import UnitOfWork
from alerts.role import Actor
from alerts.services.alert.ask_follow_up import to_follow_up
from alerts.services.alert.find_audience import with_audiences

TextOf = Callable[[Alert], str]
"""What puts the text of a follow-up in words."""


async def start_follow_up(
    model: type[F], alert_id: AlertId, uow: UnitOfWork, actor: Actor, now: datetime, *, words: TextOf
) -> F:
    """Return the form, to be checked and changed. Raises as `to_follow_up`, and NotAllowed."""
    alert = await to_follow_up(uow, actor, alert_id)
    form = await with_audiences(
        model.of(alert.content).changed(what=words(alert)), alert.content.place, uow, actor, now
    )
    reports = await uow.reports.of_alert(alert_id)
    shops = [await uow.premises.get(one.premises_id) for one in reports if one.premises_id is not None]
    return as_follow_up(form, frozenset(one.branch for one in shops), now)
