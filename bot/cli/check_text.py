"""`wees-alert check-text`: the guard for operators, a line of text in and a line of JSON out."""

import json
import os
import sys

from alerts.guard import Finding, find, verdict

NOT_REPORTED = frozenset({Finding.AMOUNT})
"""Amounts of money are refused in what is broadcast, but are no personal data."""


def check_text() -> None:
    """Check each line of standard input for personal data; one JSON object a line.

    Like {"verdict": "block", "found": [{"kind": "plate", "start": 3, "end": 11}]}; the verdict is ok, warn or block,
    start and end count characters. Bytes that are not UTF-8 count as one unknown character each. The exit code is 0.
    """
    try:
        for line in sys.stdin.buffer:
            sys.stdout.write(judged(line) + "\n")
            sys.stdout.flush()
    except BrokenPipeError:  # the reader of the answers is gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        sys.exit(130)


def judged(line: bytes) -> str:
    """Return the JSON object for one line, which may end in `\\n` or `\\r\\n`."""
    text = line.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8", "replace")
    found = find(text, allowed=NOT_REPORTED)
    places = [{"kind": one.kind, "start": one.start, "end": one.end} for one in found]
    return json.dumps({"verdict": verdict(found), "found": places})
