"""`python -m bench [NAME]` runs one benchmark or all of them."""

import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

from bench.channels import bench_channels
from bench.console import bench_console
from bench.database import SqliteFiles, postgres_databases
from bench.fanout import bench_fanout
from bench.figure import Figure, progress
from bench.guard import bench_guard
from bench.latency import bench_latency
from bench.limits import bench_limits
from bench.memory import bench_memory
from bench.open_consoles import bench_open_consoles
from bench.patterns import bench_patterns
from bench.queue import bench_queue
from bench.reading import bench_reading
from bench.revision import bench_revision
from bench.slow import slowed
from bench.targeting import bench_targeting
from bench.warning import bench_warning
from tests.postgres import MISSING

OF_DATABASES: dict[str, Callable[..., None]] = {
    "fanout": bench_fanout,
    "revision": bench_revision,
    "channels": bench_channels,
    "limits": bench_limits,
    "queue": bench_queue,
    "targeting": bench_targeting,
    "latency": bench_latency,
    "memory": bench_memory,
    "console": bench_console,
    "open-consoles": bench_open_consoles,
}
WITHOUT_DATABASE: dict[str, Callable[..., None]] = {
    "guard": bench_guard,
    "reading": bench_reading,
    "patterns": bench_patterns,
    "warning": bench_warning,
}
BENCHES = (*OF_DATABASES, *WITHOUT_DATABASE)


def main() -> None:
    """Run the named benchmarks, or all, each in a temporary folder of its own."""
    wanted = sys.argv[1:] or BENCHES
    unknown = [name for name in wanted if name not in BENCHES]
    if unknown:
        sys.exit(f"there is no benchmark {unknown[0]}; choose of {', '.join(BENCHES)}")
    with slowed():
        failed = [name for name in wanted if not _succeeds(name)]
    if failed:
        sys.exit(f"no whole result of {', '.join(failed)}")


def _succeeds(name: str) -> bool:
    progress(name)
    with tempfile.TemporaryDirectory(prefix="wees-alert-bench-") as folder:
        try:
            _measure(name, Path(folder))
        except Exception:  # the others can still be measured
            traceback.print_exc()
            return False
    return True


def _measure(name: str, folder: Path) -> None:
    """Measure on SQLite beside the peers, then on PostgreSQL beside SQLite."""
    if name in WITHOUT_DATABASE:
        WITHOUT_DATABASE[name](folder)
        return
    OF_DATABASES[name](SqliteFiles(folder))
    with postgres_databases(folder) as databases:
        if databases is None:
            progress(f"{name} on PostgreSQL is skipped: {MISSING}")
            return
        with Figure.on_postgresql():
            OF_DATABASES[name](databases, with_peers=False)


if __name__ == "__main__":
    main()
