"""The end by Ctrl-C while nothing else handles it: prints a line, and exits with the code that shells expect."""

import signal
import sys
from typing import NoReturn

EXIT_CODE = 128 + signal.SIGINT


def stop_at_interrupt() -> NoReturn:
    """End the program; nothing is lost by that, as by a kill. A second Ctrl-C meanwhile is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.stderr.write("wees-alert: stopped\n")
    raise SystemExit(EXIT_CODE)
