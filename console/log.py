"""The log of the console: the program's own, so ids and route names only."""

import structlog


def logger() -> structlog.stdlib.BoundLogger:
    """Return the program's logger."""
    log: structlog.stdlib.BoundLogger = structlog.get_logger("wees_alert")
    return log
