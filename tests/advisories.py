"""The program of `make advisories` asks OSV for known vulnerabilities in the pinned packages.

It prints one JSON line for each package that has some, and exits with 1 when there are any. Where OSV cannot be reached
it skips the check and says so. It is no part of `make check`, which works without a network.

https://google.github.io/osv.dev/post-v1-querybatch/
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

OSV = "https://api.osv.dev/v1/querybatch"
AT_ONCE = 1_000  # the most packages that OSV accepts in one query
SECONDS = 20.0
_PINNED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?==([^\s;\\]+)")

Package = tuple[str, str]  # name and version


def pinned(files: Sequence[Path]) -> list[Package]:
    """Return the packages of the requirements files, each once."""
    lines = (line for file in files for line in file.read_text().splitlines())
    found = {(match[1].lower(), match[2]) for line in lines if (match := _PINNED.match(line))}
    return sorted(found)


def advisories(packages: Sequence[Package], url: str = OSV) -> Iterator[tuple[Package, list[str]]]:
    """Return each package with advisories, with their ids. Raises OSError when nobody answers, ValueError for an
    invalid answer."""
    for first in range(0, len(packages), AT_ONCE):
        asked = packages[first : first + AT_ONCE]
        results = _answer(url, asked)
        for package, result in zip(asked, results, strict=True):
            if ids := [str(one["id"]) for one in result.get("vulns", [])]:
                yield package, ids


def _answer(url: str, packages: Sequence[Package]) -> list[dict[str, Any]]:
    queries = [{"package": {"name": name, "ecosystem": "PyPI"}, "version": version} for name, version in packages]
    body = json.dumps({"queries": queries}).encode()
    request = Request(url, body, {"Content-Type": "application/json"})  # noqa: S310 -- an https address, or a test's
    with urlopen(request, timeout=SECONDS) as response:  # noqa: S310
        answer = json.load(response)
    results = answer.get("results") if isinstance(answer, dict) else None
    if not isinstance(results, list) or len(results) != len(packages):
        raise ValueError("OSV's answer has another form than expected")
    return results


def main(files: Sequence[Path], url: str = OSV) -> int:
    """Print the advisories and return the exit code."""
    packages = pinned(files)
    try:
        found = list(advisories(packages, url))
    except HTTPError as error:
        sys.stdout.write(f"the check failed: {url} answers {error.code}\n")
        return 1
    except (URLError, OSError) as error:
        reason = getattr(error, "reason", error)
        sys.stdout.write(f"skipped: {url} cannot be reached from here ({reason}); run it where there is a network\n")
        return 0
    except (ValueError, KeyError, AttributeError) as error:
        sys.stdout.write(f"the check failed: {error}\n")
        return 1
    for (name, version), ids in found:
        sys.stdout.write(json.dumps({"package": name, "version": version, "advisories": ids}) + "\n")
    sys.stdout.write(f"{len(packages)} packages, {len(found)} with advisories\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))
