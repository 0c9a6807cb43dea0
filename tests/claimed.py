"""A delivery as the outbox claims it, to be changed by tests with `dataclasses.replace`."""

from datetime import UTC, datetime, timedelta

from alerts.delivery import Claimed, OnUnknown, Operation
from alerts.ids import AddressId, DeliveryId
from alerts.member import Language

CLAIMED = Claimed(
    id=DeliveryId(1),
    address_id=AddressId(1),
    channel="telegram",
    ref="1",
    is_active=True,
    operation=Operation.SEND,
    on_unknown=OnUnknown.RESEND,
    attempts=0,
    deadline=datetime(2026, 11, 21, 20, 0, tzinfo=UTC) + timedelta(days=3650),
    notice=None,
    revision_id=None,
    distance_m=None,
    target_ref=None,
    target_message=None,
    language=Language.DUTCH,
    paused_until=None,
    muted=frozenset(),
    p1_at_night=True,
    severity=None,
    tlp=None,
    alert_state=None,
    is_protected=False,
)
"""A claimed message to one member, the first of its kind and about no alert."""
