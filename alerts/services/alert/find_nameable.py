"""Find who can be named for a TLP:RED notice: coordinators whom it concerns and whose role does not admit them."""

from datetime import datetime

from alerts.alert_form import AlertForm
from alerts.ids import MemberId
from alerts.ports import UnitOfWork
from alerts.role import Grant
from alerts.services.alert.publish_alert import grants_touched
from alerts.tlp import Tlp
from alerts.tlp_rules import admits_coordinator


async def find_nameable(form: AlertForm, uow: UnitOfWork, author: MemberId, now: datetime) -> list[Grant]:
    """Return their grants; none for a form that is not complete or has another label."""
    if form.tlp is not Tlp.RED or form.missing is not None:
        return []
    unnamed = form.changed(named=frozenset()).content()
    return [
        grant
        for grant in await grants_touched(uow, unnamed, now)
        if grant.member_id != author and not admits_coordinator(unnamed, grant.member_id, grant)
    ]
