"""A slow core: `BENCH_SLOW_CORE=0 make bench BENCH=latency` gives the measured process a third of that core.

The program, or the peer, is pinned to it in a control group that may compute for 1 ms in every 3 ms: work of a
millisecond takes three, as on a core of a third of the speed. Everything else keeps to the other cores. Needs root, and
Linux with control groups.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

QUOTA_US, PERIOD_US = 1_000, 3_000  # the shortest quota that Linux takes
_CORE = os.environ.get("BENCH_SLOW_CORE", "")
_ROOT = Path("/sys/fs/cgroup")
_ROOT_V1 = _ROOT / "cpu"
_GROUP = (_ROOT_V1 if _ROOT_V1.is_dir() else _ROOT) / f"wees-alert-bench-{os.getpid()}"


def pinned(command: list[str]) -> list[str]:
    """Return the command that runs the measured process on the slow core, if one is configured."""
    if not _CORE:
        return command
    return ["sh", "-c", f'echo $$ > {_GROUP}/cgroup.procs && exec "$@"', "sh", _taskset(), "-c", _CORE, *command]


def beside(command: list[str]) -> list[str]:
    """Return the command that runs the stand-in on the other cores."""
    others = ",".join(str(one) for one in sorted(os.sched_getaffinity(0) - {int(_CORE)})) if _CORE else ""
    return [_taskset(), "-c", others, *command] if others else command


@contextmanager
def slowed() -> Iterator[None]:
    """Keep the control group until the end of the block; does nothing if no slow core is configured."""
    if not _CORE:
        yield
        return
    _GROUP.mkdir()
    try:
        if _ROOT_V1.is_dir():
            (_GROUP / "cpu.cfs_period_us").write_text(str(PERIOD_US))
            (_GROUP / "cpu.cfs_quota_us").write_text(str(QUOTA_US))
        else:
            (_GROUP / "cpu.max").write_text(f"{QUOTA_US} {PERIOD_US}")
        yield
    finally:
        _GROUP.rmdir()


def _taskset() -> str:
    program = shutil.which("taskset")
    if program is None:
        raise RuntimeError("BENCH_SLOW_CORE needs taskset (util-linux)")
    return program
