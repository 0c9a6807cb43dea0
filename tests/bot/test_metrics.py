"""Test of the program's metrics."""

from prometheus_client import generate_latest

from alerts.delivery import Priority
from bot.metrics import Meter


def test_counts_are_kept_apart_for_each_program() -> None:
    """Two programs in one process have separate counts, and every name begins with ours."""
    busy, idle = Meter(), Meter()
    busy.sent(0.08, Priority.P1)
    busy.failed("Throttled")
    busy.throttled()
    busy.voided(3)
    busy.window(4)
    busy.in_flight(2)
    busy.update_handled()
    read = busy.registry.get_sample_value
    assert 1 == read("wees_alert_send_seconds_bucket", {"le": "0.1"})
    assert 0 == read("wees_alert_send_seconds_bucket", {"le": "0.05"})
    assert 1 == read("wees_alert_send_failures_total", {"kind": "Throttled"})
    assert (1, 3, 4, 2, 1) == tuple(
        read(f"wees_alert_{name}")
        for name in ("throttled_total", "voided_claims_total", "window", "in_flight", "updates_total")
    )
    assert 0 == idle.registry.get_sample_value("wees_alert_updates_total")
    names = [line.split()[2] for line in generate_latest(busy.registry).decode().splitlines() if line[:6] == "# HELP"]
    assert [] == [name for name in names if not name.startswith("wees_alert_")]
