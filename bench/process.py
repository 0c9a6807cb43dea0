"""The measured processes and their costs, and the stand-in that they talk to."""

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

from bench.database import Database
from bench.slow import beside, pinned

Json = dict[str, Any]

ROOT = Path(__file__).parent.parent
PEERS_PYTHON = ROOT / ".venv-bench" / "bin" / "python"  # made by `make bench`
TOKEN = "1:bench"  # noqa: S105 -- the stand-in's bot
_TICKS = os.sysconf("SC_CLK_TCK")


class Process:
    """A child process. Its costs include all its threads."""

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
        """Return the next JSON line of its output. Raises RuntimeError if it ended instead."""
        assert self._child.stdout is not None, "a pipe"
        line = self._child.stdout.readline()
        if not line:
            raise RuntimeError(f"{self._child.args!r} ended with {self._child.wait()}")
        answer: Json = json.loads(line)
        return answer

    def write_line(self, line: Json) -> None:
        """Write a JSON line to its standard input."""
        assert self._child.stdin is not None, "a pipe"
        self._child.stdin.write(json.dumps(line) + "\n")
        self._child.stdin.flush()

    def cpu_seconds(self) -> float:
        """Return its user and system time so far in seconds; the resolution is a hundredth of a second."""
        fields = Path(f"/proc/{self._child.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def peak_mib(self) -> float:
        """Return its peak resident memory so far (MiB)."""
        status = Path(f"/proc/{self._child.pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024

    def check_alive(self) -> None:
        """Raise RuntimeError if the process ended."""
        if self._child.poll() is not None:
            raise RuntimeError(f"{self._child.args!r} ended with {self._child.returncode}")

    def stop(self) -> None:
        """Terminate the process and wait for it; kill it after 15 seconds."""
        self._child.terminate()
        try:
            self._child.communicate(timeout=15)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.communicate()


class StandIn(Process):
    """The stand-in for Telegram, with a client of its control port."""

    def __init__(self) -> None:
        super().__init__(beside([sys.executable, "-m", "bench.standin"]))
        ports = self.read_line()
        self.port: int = ports["port"]
        self._control = HTTPConnection("127.0.0.1", ports["control_port"])

    def stop(self) -> None:
        """Close the control connection, terminate the process and wait for it."""
        self._control.close()
        super().stop()

    def tell(self, path: str, body: object) -> None:
        """Send a POST to the control port."""
        self._request("POST", path, json.dumps(body))

    def ask(self, path: str) -> Any:
        """Send a GET to the control port and return its JSON."""
        return json.loads(self._request("GET", path, None))

    def _request(self, method: str, path: str, body: str | None) -> bytes:
        self._control.request(method, f"/{path}", body, {"Content-Type": "application/json"})
        response = self._control.getresponse()
        content = response.read()
        if response.status != 200:
            raise RuntimeError(f"{path}: {content.decode()}")
        return content

    def wait_for(self, name: str, at_least: int, *, seconds: float, beside: Process) -> None:
        """Wait until a counter reaches this value. Raises TimeoutError, and RuntimeError if the other process ends."""
        until = time.monotonic() + seconds
        while (count := self.ask("count")[name]) < at_least:
            beside.check_alive()
            if time.monotonic() > until:
                raise TimeoutError(f"{name}: {count} of {at_least} after {seconds} s")
            time.sleep(0.1)


@contextmanager
def stand_in(**knobs: object) -> Iterator[StandIn]:
    """Start a stand-in with these knobs, and stop it afterwards."""
    process = StandIn()
    try:
        process.tell("set", knobs)
        yield process
    finally:
        process.stop()


@contextmanager
def product(
    server: StandIn, database: Database, *, rate: float | None = None, console: str = "", smtp_port: int = 0
) -> Iterator[Process]:
    """Run the program, polling. `rate`: messages per second (None: unlimited, which no setting allows); `console`: the
    address of its console (empty: it opens none); `smtp_port`: where its mail server is (0: it sends no e-mail)."""
    command = [sys.executable, "-m", "bot", "run"] if rate else [sys.executable, "-m", "bench.unlimited"]
    prefix = "WEES_ALERT_"
    settings = {
        f"{prefix}TELEGRAM_TOKEN": TOKEN,
        f"{prefix}TELEGRAM_API_URL": f"http://127.0.0.1:{server.port}",
        f"{prefix}DATABASE_URL": database.url,
        f"{prefix}LOG_FORMAT": "json",
        f"{prefix}LOG_LEVEL": "error",
    }
    if rate:
        settings |= {f"{prefix}BROADCAST_RATE": str(rate), f"{prefix}OVERALL_RATE": str(rate)}
    if console:
        settings |= {f"{prefix}CONSOLE_URL": console, f"{prefix}CONSOLE_PORT": console.rpartition(":")[2]}
    if smtp_port:
        settings |= {f"{prefix}SMTP_HOST": "127.0.0.1", f"{prefix}SMTP_PORT": str(smtp_port)}
        settings |= {f"{prefix}SMTP_SENDER": "wees@alert.example"}
    process = Process(pinned(command), settings, cwd=database.folder)
    try:
        server.wait_for("polls", 1, seconds=60, beside=process)
        yield process
    finally:
        process.stop()


@contextmanager
def peer(name: str, job: Json) -> Iterator[Process]:
    """Start a peer with its job. It starts sending when it reads `{}`, and prints a line when it is done."""
    process = Process(pinned([str(PEERS_PYTHON), "-m", f"bench.peers.{name}"]))
    try:
        process.write_line(job)
        process.read_line()
        yield process
    finally:
        process.stop()
