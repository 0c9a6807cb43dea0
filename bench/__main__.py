"""`python -m bench [NAME]` runs one benchmark or all of them."""

import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

from bench.fanout import bench_fanout
from bench.figure import progress
from bench.latency import bench_latency
from bench.limits import bench_limits
from bench.memory import bench_memory
from bench.targeting import bench_targeting

BENCHES: dict[str, Callable[[Path], None]] = {
    "fanout": bench_fanout,
    "limits": bench_limits,
    "targeting": bench_targeting,
    "latency": bench_latency,
    "memory": bench_memory,
}


def main() -> None:
    """Run what is asked for, each in a folder of its own that is gone afterwards."""
    wanted = sys.argv[1:] or list(BENCHES)
    unknown = [name for name in wanted if name not in BENCHES]
    if unknown:
        sys.exit(f"there is no benchmark {unknown[0]}; choose of {', '.join(BENCHES)}")
    failed = [name for name in wanted if not _succeeds(name)]
    if failed:
        sys.exit(f"no whole result of {', '.join(failed)}")


def _succeeds(name: str) -> bool:
    progress(name)
    with tempfile.TemporaryDirectory(prefix="wees-alert-bench-") as folder:
        try:
            BENCHES[name](Path(folder))
        except Exception:  # the others can still be measured
            traceback.print_exc()
            return False
    return True


if __name__ == "__main__":
    main()
