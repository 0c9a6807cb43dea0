"""`python -m bench [NAME]` runs one benchmark or all of them."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench.fanout import bench_fanout
from bench.figure import progress
from bench.latency import bench_latency
from bench.memory import bench_memory
from bench.targeting import bench_targeting

BENCHES: dict[str, Callable[[Path], None]] = {
    "fanout": bench_fanout,
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
    for name in wanted:
        progress(name)
        with tempfile.TemporaryDirectory(prefix="wees-alert-bench-") as folder:
            BENCHES[name](Path(folder))


if __name__ == "__main__":
    main()
