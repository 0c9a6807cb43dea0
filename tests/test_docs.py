"""Tests of the documents: settings, commands, metrics, files, links and rules that they name exist."""

import re
import subprocess
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from alerts.branch import Branch
from alerts.ids import AddressId, KvoGroupId, MemberId, RoleId
from alerts.member import Address, Language, Member
from alerts.role import Grant, Role, Scope, ScopeKind
from bot.conversation.menu import menu
from bot.metrics import Meter
from bot.settings import PREFIX, Settings
from texts.phrases import load_texts

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
USAGE = (ROOT / "docs" / "usage.md").read_text(encoding="utf-8")
ROOMS = ("alerts", "texts", "storage", "bot", "console", "playground", "bench", "tests", "docs")
FOUND = [*ROOT.glob("*.*"), *(one for room in ROOMS for one in (ROOT / room).rglob("*.*"))]
FILES = frozenset(one.relative_to(ROOT).as_posix() for one in FOUND if one.is_file())
PAGES = sorted(one for one in FILES if one.endswith(".md") and not one.startswith("tests/"))
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
NAMES = [PREFIX + name.upper() for name in Settings.model_fields]


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_is_documented(name: str) -> None:
    """Every setting is in .env.example with its default, and in the table of docs/operations.md."""
    line = re.search(rf"^{name}=(.*)$", EXAMPLE, re.MULTILINE)
    assert line is not None
    assert re.search(rf"^\| .*`{name}`.* \|$", OPERATIONS, re.MULTILINE)
    if name != f"{PREFIX}TELEGRAM_TOKEN":
        default = Settings.model_fields[name.removeprefix(PREFIX).lower()].default
        assert str(default) == line[1]


def test_no_setting_is_documented_that_does_not_exist() -> None:
    """The documents name no setting that was removed."""
    assert set(NAMES) == set(re.findall(rf"^({PREFIX}\w+)=", EXAMPLE, re.MULTILINE))
    for page in PAGES:
        named = set(re.findall(rf"`({PREFIX}\w+)`", (ROOT / page).read_text(encoding="utf-8")))
        assert (page, set()) == (page, named - set(NAMES))


def test_every_command_is_documented() -> None:
    """The commands in --help and in the table of docs/operations.md are the same."""
    shown = subprocess.run(
        [sys.executable, "-m", "bot", "--help"], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout
    commands = {
        "run",
        "demo",
        "invite",
        "postcodes",
        "backup",
        "retention",
        "doctor",
        "audit",
        "check-text",
        "read-text",
    }
    assert all(re.search(rf"\b{command}\b", shown) for command in commands)
    assert commands == set(re.findall(r"\| `wees-alert ([\w-]+)", OPERATIONS))


def test_every_target_is_in_make_help() -> None:
    """`make help` lists every target with a word on what it does, `make` alone shows the same, and no page names
    another target."""
    shown = subprocess.run(["make", "help"], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    listed = re.findall(r"^make (\w+) +\S", shown, re.MULTILINE)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    [phony] = re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert sorted(phony.split()) == sorted(listed)
    assert shown == subprocess.run(["make"], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    for page in PAGES:
        named = set(re.findall(r"(?:`| {4})make (\w+)", (ROOT / page).read_text(encoding="utf-8")))
        assert (page, set()) == (page, named - set(listed))


@pytest.mark.parametrize("role", [None, *Role])
def test_what_people_type_is_what_their_menu_has(role: Role | None) -> None:
    """The rows of docs/usage.md for a shop or a role list the commands that are in its menu."""
    now, me = datetime(2026, 1, 14, tzinfo=UTC), MemberId(1)
    address = Address(AddressId(1), "telegram", "1", is_active=True)
    member = Member(me, address, Language.DUTCH, None, frozenset(), None, None, now)
    scopes = (
        Scope(ScopeKind.NATIONAL),
        Scope(ScopeKind.BRANCH, branch=Branch.JEWELLER),
        Scope(ScopeKind.KVO_GROUP, kvo_group_id=KvoGroupId(1)),
    )
    grants = [Grant(RoleId(1), me, role, one, None, now) for one in scopes if role is not None and one.kind.fits(role)]
    offered = menu(member, tuple(grants), load_texts()[Language.DUTCH], now, has_shop=role is None)
    who = "a shop" if role is None else role.replace("_", " ")
    table = USAGE[USAGE.index("## What people type") : USAGE.index("## How a shop joins")]
    rows = [
        (cells.lower().replace("'", "").split(", "), told)
        for cells, told in re.findall(r"^\| (.+?) \| (.+) \|$", table, re.MULTILINE)
    ]
    named = [told for cells, told in rows if {who, "everybody who takes part"} & set(cells)]
    assert sorted(name for name, _ in offered.commands) == sorted(re.findall(r"`/(\w+)`", " ".join(named)))


def test_files_that_pages_link_to_exist() -> None:
    """Pictures, pages and headings to which pages link exist."""
    links = [
        (page, *link)
        for page in PAGES
        for link in re.findall(r"\]\((?!https?:)([^)#\s]*)#?([^)\s]*)\)", (ROOT / page).read_text(encoding="utf-8"))
    ]
    assert "README.md" in {page for page, _, _ in links}
    for page, path, heading in links:
        there = (ROOT / page).parent / path if path else ROOT / page
        assert there.exists(), f"{page} links to {path}"
        if heading:
            assert heading in _anchors(there.read_text(encoding="utf-8")), f"{page} links to {path}#{heading}"


def _anchors(page: str) -> set[str]:
    """Return the anchors of the headings: small letters, no punctuation, dashes for spaces."""
    headings = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}


def test_paths_that_pages_name_exist() -> None:
    """Modules and folders that pages name in backticks exist; the changelog may name earlier ones."""
    rooms = "|".join(ROOMS)
    for page in PAGES:
        named = re.findall(rf"`((?:{rooms})/[\w./-]*)`", (ROOT / page).read_text(encoding="utf-8"))
        assert (page, []) == (page, [one for one in named if page != "CHANGELOG.md" and not (ROOT / one).exists()])


def test_the_readme_is_read_in_a_minute() -> None:
    """The README has at most 180 lines; details stand on pages of their own."""
    assert len(README.splitlines()) <= 180


def test_every_metric_is_documented() -> None:
    """The operations page names exactly the metrics that Prometheus gets, by the same names."""
    counted = [(one.name, one.type) for one in Meter().registry.collect()]
    shown = {name + ("_total" if kind == "counter" else "") for name, kind in counted}
    named = set(re.findall(r"`(wees_alert_\w+)`", OPERATIONS))
    assert shown == named


def test_the_version_has_a_section_in_the_changelog() -> None:
    """The changelog has a section for the version, with the groups Added, Changed and Fixed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert project["version"] in re.findall(r"^## (\S+)", changelog, re.MULTILINE)
    assert set(re.findall(r"^### (.+)$", changelog, re.MULTILINE)) <= {"Added", "Changed", "Fixed"}


def test_the_licence_is_named_as_machines_name_it() -> None:
    """The notice and the project name the same SPDX licence; the licence's own text is not copied."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    notice = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert f"SPDX-License-Identifier: {project['license']}\n" in notice
    assert len(notice.splitlines()) < 50


def test_every_decision_is_a_file_in_the_index() -> None:
    """Decisions are numbered without a gap, dated, and listed in the index with their own titles."""
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| (\S+) \| \[(.+)\]\((\S+)\) \|$", index, re.MULTILINE)
    assert [str(number) for number in range(1, len(rows) + 1)] == [number for number, *_ in rows]
    assert {file for *_, file in rows} == {one.name for one in folder.glob("*.md")} - {"README.md"}
    for number, date, title, file in rows:
        assert file.startswith(f"{int(number):04}-")
        assert (folder / file).read_text(encoding="utf-8").startswith(f"# {number}. {title}\n\nDate: {date}\n")


def test_code_refers_to_pages_that_are_there() -> None:
    """Code refers only to pages, numbered sections, scenarios and rules that exist, and to no document that a reader
    lacks."""
    domain = (ROOT / "docs" / "domain.md").read_text(encoding="utf-8")
    architecture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    stories = domain[domain.index("\n## 6. ") : domain.index("\n## 7. ")]
    said = {one: (ROOT / one).read_text(encoding="utf-8") for one in FILES if one.endswith((".py", ".ftl", ".toml"))}
    assert len(said) > 100
    for file, text in said.items():
        for page in re.findall(r"\b(docs/[\w/-]+\.md)", text):
            assert (file, page, True) == (file, page, page in FILES)
        for section in re.findall(r"docs/domain\.md\s+§(\d+)", text):
            assert re.search(rf"^## {section}\. ", domain, re.MULTILINE), f"{file}: section {section}"
        for story in re.findall(r"docs/domain\.md\s+§6,\s+scenarios? (\d+)", text):
            assert re.search(rf"^{story}\. ", stories, re.MULTILINE), f"{file}: scenario {story}"
        for rule in re.findall(r"docs/architecture\.md,\s+rule\s+(\d+)", text):
            assert re.search(rf"^{rule}\. ", architecture, re.MULTILINE), f"{file}: rule {rule}"
        assert (file, []) == (
            file,
            re.findall(r"(?:DESIGN|DOMAIN|STYLE|TELEGRAM|WORDING)(?:\.md|,? §|,? rule| scenario)", text),
        )


def test_nothing_names_a_registry_or_this_machine() -> None:
    """Requirements contain names, versions and hashes only, and so does what npm pins."""
    pinned = ROOT / "tests" / "console" / "provider_server" / "package-lock.json"
    assert '"resolved"' not in pinned.read_text(encoding="utf-8")
    for file in ROOT.glob("requirements*.txt"):
        assert not re.search(r"https?:|--index|--find-links|--trusted", file.read_text(encoding="utf-8"))


def test_the_page_on_security_names_tests_that_exist() -> None:
    """The security page names every file with attacks, and each file that it names exists."""
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:tests/\w+/)?test_\w+\.py)`", page))
    attacks = {one.name for one in (ROOT / "tests" / "security").glob("test_*.py")}
    assert attacks == {name for name in named if "/" not in name}
    assert [] == [name for name in named if "/" in name and not (ROOT / name).exists()]
