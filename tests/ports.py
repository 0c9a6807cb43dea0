"""Ports for programs that are started later, or again."""

import random
import socket

HOST = "127.0.0.1"
_OURS = range(20_000, 32_000)  # below those that a system gives to whoever asks for any


def free_port() -> int:
    """One that nobody listens at now, and that nobody is given meanwhile."""
    while True:
        port = random.SystemRandom().choice(_OURS)
        with socket.socket() as free:
            try:
                free.bind((HOST, port))
            except OSError:
                continue
        return port
