"""Tests of the static files, and of what a wheel carries of the console."""

import tomllib
from fnmatch import fnmatch
from pathlib import Path

from console.static_files import path_of
from tests.console.visitor import Visitor

ROOT = Path(__file__).parents[2]


async def test_a_page_names_files_that_are_served(visitor: Visitor) -> None:
    """The style sheet and icon of the page are served with their types, and set no cookie that a cache could keep."""
    page = (await visitor.get("/")).text
    for name, kind in (("console.css", "text/css"), ("icon.svg", "image/svg+xml")):
        assert path_of(name) in page
        visitor.cookies.clear()
        answer = await visitor.get(path_of(name))
        assert (200, ()) == (answer.status, answer.set_cookies)
        assert answer.headers["Content-Type"].startswith(kind)


async def test_nothing_else_is_served(visitor: Visitor) -> None:
    """No path leads to another file."""
    for path in ("/static/", "/static/console.css", "/static/../app.py", "/static/%2e%2e/app.py"):
        assert 404 == (await visitor.get(path)).status


def test_the_wheel_has_every_file_of_the_console() -> None:
    """Every template and static file is among the package's data."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = project["tool"]["setuptools"]["package-data"]["console"]
    files = [one.relative_to(ROOT / "console") for one in (ROOT / "console").rglob("*.*") if one.is_file()]
    carried = [one for one in files if one.suffix not in (".py", ".pyc")]
    assert len(carried) >= 4
    assert [] == [one for one in carried if not any(fnmatch(str(one), pattern) for pattern in patterns)]
