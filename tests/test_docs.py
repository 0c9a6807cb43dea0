"""What the documents promise is there: settings, commands, pictures, links between files."""

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from alerts.branch import Branch
from alerts.ids import AddressId, KvoGroupId, MemberId, RoleId
from alerts.member import Address, Language, Member
from alerts.role import Grant, Role, Scope, ScopeKind
from bot.menu import menu
from bot.settings import PREFIX, Settings
from bot.texts import load_texts

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
NAMES = [PREFIX + name.upper() for name in Settings.model_fields]


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_is_documented(name: str) -> None:
    """In .env.example with its default, and in the README's table."""
    line = re.search(rf"^{name}=(.*)$", EXAMPLE, re.MULTILINE)
    assert line is not None
    assert f"`{name}`" in README
    if name != f"{PREFIX}TELEGRAM_TOKEN":
        default = Settings.model_fields[name.removeprefix(PREFIX).lower()].default
        assert str(default) == line[1]


def test_no_setting_is_documented_that_does_not_exist() -> None:
    """A setting that was removed leaves no trace."""
    assert set(NAMES) == set(re.findall(rf"^({PREFIX}\w+)=", EXAMPLE, re.MULTILINE))
    assert set(NAMES) == set(re.findall(rf"`({PREFIX}\w+)`", README)) | {f"{PREFIX}TELEGRAM_TOKEN"}


def test_every_command_is_in_the_readme() -> None:
    """What --help lists stands in the README's table, and the other way round."""
    shown = subprocess.run(
        [sys.executable, "-m", "bot", "--help"], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout
    commands = {"run", "demo", "invite", "postcodes", "backup", "retention", "doctor", "audit", "check-text"}
    assert all(re.search(rf"\b{command}\b", shown) for command in commands)
    assert commands == set(re.findall(r"\| `wees-alert ([\w-]+)", README))


@pytest.mark.parametrize("role", [None, *Role])
def test_what_people_type_is_what_their_menu_has(role: Role | None) -> None:
    """By the README's rows that name who they are: a shop, or a role."""
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
    table = README[README.index("### What people type") : README.index("### How a shop joins")]
    rows = [
        (cells.lower().split(", "), told) for cells, told in re.findall(r"^\| (.+?) \| (.+) \|$", table, re.MULTILINE)
    ]
    named = [told for cells, told in rows if {who, "everybody who takes part"} & set(cells)]
    assert sorted(name for name, _ in offered.commands) == sorted(re.findall(r"`/(\w+)`", " ".join(named)))


def test_files_that_the_readme_names_exist() -> None:
    """Pictures and pages that it points to."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert links
    assert [] == [link for link in links if not (ROOT / link).exists()]


def test_nothing_names_a_registry_or_this_machine() -> None:
    """Requirements carry names, versions and hashes only."""
    for file in ROOT.glob("requirements*.txt"):
        assert not re.search(r"https?:|--index|--find-links|--trusted", file.read_text(encoding="utf-8"))


def test_the_page_on_security_names_tests_that_exist() -> None:
    """Beside each attacker stand the files in which the attempt is made, and each of those is named."""
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:tests/\w+/)?test_\w+\.py)`", page))
    attacks = {one.name for one in (ROOT / "tests" / "security").glob("test_*.py")}
    assert attacks == {name for name in named if "/" not in name}
    assert [] == [name for name in named if "/" in name and not (ROOT / name).exists()]
