"""Free ports for programs that are started later, or again."""

import random
import socket

HOST = "127.0.0.1"
_OURS = range(20_000, 32_000)  # below the range from which the system assigns ports


def free_port() -> int:
    """Return a port at which nobody listens now, and which this function has not returned before."""
    while True:
        port = random.SystemRandom().choice(_OURS)
        with socket.socket() as free:
            try:
                free.bind((HOST, port))
            except OSError:
                continue
        return port
