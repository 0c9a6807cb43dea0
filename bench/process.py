"""Processes that are measured: what they cost, and the stand-in that they talk to."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

Json = dict[str, Any]

ROOT = Path(__file__).parent.parent
PEERS_PYTHON = ROOT / ".venv-bench" / "bin" / "python"  # made by `make bench`
TOKEN = "1:bench"  # noqa: S105 -- the stand-in's bot
_TICKS = os.sysconf("SC_CLK_TCK")


class Process:
    """A child process. Its costs are those of all its threads."""

    def __init__(self, command: list[str], environment: dict[str, str] | None = None, cwd: Path = ROOT) -> None:
        self._child = subprocess.Popen(  # noqa: S603 -- our own programs
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
        )

    def read_line(self) -> Json:
        """The next line that it prints. Raises RuntimeError when it ended instead."""
        assert self._child.stdout is not None, "a pipe"
        line = self._child.stdout.readline()
        if not line:
            raise RuntimeError(f"{self._child.args!r} ended with {self._child.wait()}")
        answer: Json = json.loads(line)
        return answer

    def write_line(self, line: Json) -> None:
        """A line for its standard input."""
        assert self._child.stdin is not None, "a pipe"
        self._child.stdin.write(json.dumps(line) + "\n")
        self._child.stdin.flush()

    def cpu_seconds(self) -> float:
        """User and system time so far, in hundredths of a second."""
        fields = Path(f"/proc/{self._child.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def peak_mib(self) -> float:
        """The most memory that was resident so far."""
        status = Path(f"/proc/{self._child.pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024

    def check_alive(self) -> None:
        """Raise RuntimeError when it ended."""
        if self._child.poll() is not None:
            raise RuntimeError(f"{self._child.args!r} ended with {self._child.returncode}")

    def stop(self) -> None:
        """Terminate it and wait."""
        self._child.terminate()
        try:
            self._child.communicate(timeout=15)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.communicate()


class StandIn(Process):
    """Telegram's side, with its control."""

    def __init__(self) -> None:
        super().__init__([sys.executable, "-m", "bench.standin"])
        ports = self.read_line()
        self.port: int = ports["port"]
        self._control = HTTPConnection("127.0.0.1", ports["control_port"])

    def stop(self) -> None:
        """Terminate it and wait."""
        self._control.close()
        super().stop()

    def tell(self, path: str, body: object) -> None:
        """POST to the control."""
        self._request("POST", path, json.dumps(body))

    def ask(self, path: str) -> Any:
        """GET from the control."""
        return json.loads(self._request("GET", path, None))

    def _request(self, method: str, path: str, body: str | None) -> bytes:
        self._control.request(method, f"/{path}", body, {"Content-Type": "application/json"})
        response = self._control.getresponse()
        content = response.read()
        if response.status != 200:
            raise RuntimeError(f"{path}: {content.decode()}")
        return content

    def wait_for(self, name: str, at_least: int, *, seconds: float, beside: Process) -> None:
        """Wait until the counter is so high. Raises TimeoutError, and RuntimeError when the other process ends."""
        until = time.monotonic() + seconds
        while (count := self.ask("count")[name]) < at_least:
            beside.check_alive()
            if time.monotonic() > until:
                raise TimeoutError(f"{name}: {count} of {at_least} after {seconds} s")
            time.sleep(0.1)


@contextmanager
def stand_in(**knobs: object) -> Iterator[StandIn]:
    """A stand-in of one's own, with these knobs turned."""
    process = StandIn()
    try:
        process.tell("set", knobs)
        yield process
    finally:
        process.stop()


@contextmanager
def product(server: StandIn, database: Path, *, rate: float | None = None) -> Iterator[Process]:
    """The program as it runs, polling. `rate`: messages per second (None: without a limit, which no setting allows)."""
    command = [sys.executable, "-m", "bot", "run"] if rate else [sys.executable, "-m", "bench.unlimited"]
    prefix = "WEES_ALERT_"
    settings = {
        f"{prefix}TELEGRAM_TOKEN": TOKEN,
        f"{prefix}TELEGRAM_API_URL": f"http://127.0.0.1:{server.port}",
        f"{prefix}DATABASE_URL": f"sqlite:///{database}",
        f"{prefix}LOG_FORMAT": "json",
        f"{prefix}LOG_LEVEL": "error",
    }
    if rate:
        settings |= {f"{prefix}BROADCAST_RATE": str(rate), f"{prefix}OVERALL_RATE": str(rate)}
    process = Process(command, settings, cwd=database.parent)
    try:
        server.wait_for("polls", 1, seconds=60, beside=process)
        yield process
    finally:
        process.stop()


@contextmanager
def peer(name: str, job: Json) -> Iterator[Process]:
    """A peer's process with its job, ready to begin when it is told `{}`; then it prints what it did."""
    process = Process([str(PEERS_PYTHON), "-m", f"bench.peers.{name}"])
    try:
        process.write_line(job)
        process.read_line()
        yield process
    finally:
        process.stop()
