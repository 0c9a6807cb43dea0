"""Keep the form of a numbered draft beside its alert: what the alert does not hold, such as which fields nobody chose
and the words as they were typed. It is forgotten once the alert is no draft any more."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from alerts.alert import Alert
from alerts.ports import UnitOfWork


async def keep_form(uow: UnitOfWork, alert: Alert, form: Mapping[str, Any], now: datetime) -> None:
    """Store the form of this draft in place of an earlier one."""
    await forget_form(uow, alert)
    await uow.kept_forms.keep(alert.author_id, _name(alert), form, now)


async def kept_form(uow: UnitOfWork, alert: Alert) -> Mapping[str, Any] | None:
    """Return the form as it was stored last; None when there is none."""
    kept = await uow.kept_forms.of_member(alert.author_id, _name(alert))
    return kept[0].draft if kept else None


async def forget_form(uow: UnitOfWork, alert: Alert) -> None:
    """Erase the form of this draft; harmless when there is none."""
    for kept in await uow.kept_forms.of_member(alert.author_id, _name(alert)):
        await uow.kept_forms.forget(kept.id, alert.author_id)


def _name(alert: Alert) -> str:
    """Return the name under which the form is kept, apart from forms that have no alert yet."""
    return f"alert.{alert.id}"
