"""The log as tests print it: tracebacks without the values of variables, among which are the tokens of bots."""

import structlog


def use_plain_logs() -> None:
    """Set up structlog as it comes, but with plain tracebacks."""
    structlog.reset_defaults()
    *others, _ = structlog.get_config()["processors"]
    renderer = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[*others, renderer])
