"""Tests of the texts: each exists in every language with the same variables, none is unused, and all fit their
messages."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax.ast import Message as Entry
from fluent.syntax.ast import Resource, VariableReference
from fluent.syntax.visitor import Visitor
from jinja2 import Environment, nodes

from alerts import errors
from alerts.alert import AlertContent, IncidentKind
from alerts.area import Place
from alerts.branch import Branch
from alerts.delivery import DeliveryState
from alerts.errors import Rejected
from alerts.guard import Finding
from alerts.ids import MemberId, RoleId
from alerts.member import Language
from alerts.report import CHOSEN_OUTCOMES, VEHICLES, Outcome, Purpose, ReportKind, Signal
from alerts.role import Action, Grant, Role, Scope, ScopeKind
from alerts.severity import Severity
from alerts.tlp import Tlp
from alerts.tlp_rules import admits_coordinator
from bot.conversation.menu import COMMANDS
from bot.forms import FORMS
from bot.render.settings import PAUSES
from storage.privacy.access_export import RECORDS
from texts.phrases import LOCALES, POLICE, load_texts

NOW = datetime(2026, 11, 24, tzinfo=UTC)
ROOT = Path(__file__).parents[2]
TOAST = 200  # Telegram's limit on the text of an answer to a press
LABEL = 60  # our own limit: phones cut off longer buttons


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 -- the library's naming
        self.names.add(node.id.name)


@cache
def _resources(language: Language) -> list[tuple[Path, Resource]]:
    files = sorted((LOCALES / language).glob("*.ftl"))
    return [(file, FluentParser().parse(file.read_text(encoding="utf-8"))) for file in files]


def _variables(language: Language) -> dict[str, set[str]]:
    found = {}
    for _file, resource in _resources(language):
        for entry in resource.body:
            if isinstance(entry, Entry):
                visitor = _Variables()
                visitor.visit(entry)
                found[entry.id.name] = visitor.names
    return found


DUTCH = _variables(Language.DUTCH)
TEXTS = load_texts(strict=True)


def _trees() -> Iterator[ast.Module]:
    for folder in ("bot", "console", "texts", "alerts"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            yield ast.parse(file.read_text(encoding="utf-8"))


def _template_calls() -> Iterator[tuple[str, nodes.Expr]]:
    """Yield each call for a text in the console's templates: the function's name, and the text id that it is given."""
    for file in sorted((ROOT / "console").rglob("*.html")):
        for call in Environment(autoescape=True).parse(file.read_text(encoding="utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in ("t", "plain"):
                yield call.node.name, call.args[0]


def _prefix(node: ast.JoinedStr) -> str:
    first = node.values[0]
    return str(first.value) if isinstance(first, ast.Constant) else ""


def _asked_for() -> tuple[set[str], set[str], set[str]]:
    """Return the ids that calls name, the ids that calls want without markup, and the beginnings of ids that calls put
    together."""
    whole, plain, begun = set(), set(), set()
    for tree in _trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name not in ("t", "plain"):
                continue
            for part in ast.walk(node.args[0]):
                if isinstance(part, ast.JoinedStr):
                    begun.add(_prefix(part))
            for text_id in _whole_ids(node.args[0]):
                whole.add(text_id)
                if name == "plain":
                    plain.add(text_id)
    for name, given in _template_calls():
        if isinstance(given, nodes.Concat):
            begun.add(str(given.nodes[0].as_const()))
        if isinstance(given, nodes.Const):
            whole.add(given.value)
            plain |= {given.value} if name == "plain" else set()
    return whole, plain, begun


def _whole_ids(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.IfExp():
            yield from _whole_ids(node.body)
            yield from _whole_ids(node.orelse)


def _literals() -> set[str]:
    return {
        node.value
        for tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _rejections() -> set[str]:
    """Return the text ids of every Rejected that is raised with a literal reason."""
    found = set()
    for tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                kind = getattr(errors, node.func.id, None)
                is_silent = kind is errors.OutOfReach  # its reason is for the audit record only
                if isinstance(kind, type) and issubclass(kind, Rejected) and not is_silent:
                    found |= {f"{kind.text_prefix}-{reason}" for reason in _whole_ids(node.args[0])}
    return found


# Ids that are put together from a closed list.
FAMILIES = {
    *(f"branch-{one}" for one in Branch),
    *(f"role-{one}" for one in Role),
    *(f"not-allowed-{one}" for one in Action),
    *(f"text-{one}" for one in Finding),
    *(f"form-{one.name}" for one in FORMS),
    *(f"menu-{one.english}" for one in COMMANDS),
    *(f"pause-{one}" for one in PAUSES),
    *(f"language-{one}" for one in Language),
    *(f"signal-{one}" for one in Signal),
    *(f"vehicle-{one}" for one in VEHICLES),
    *(f"report-kind-{one}" for one in ReportKind),
    *(f"outcome-{one}" for one in Outcome),
    *(f"report-news-{one}" for one in Outcome),
    *(f"report-close-{one}" for one in CHOSEN_OUTCOMES),
    *(f"purpose-{one}" for one in Purpose),
    *(f"month-{number}" for number in range(1, 13)),
    *(f"mydata-{one}" for one in RECORDS),
    *(f"mydata-state-{one}" for one in DeliveryState),
}
WHOLE, PLAIN, BEGUN = _asked_for()
REJECTIONS = _rejections() | {
    one for one in DUTCH if one.startswith(("postcode-", "not-allowed-", "too-late-", "limit-"))
}


def test_every_language_has_the_same_texts_with_the_same_variables() -> None:
    """Every language has the same texts with the same variables."""
    for language in Language:
        assert _variables(language) == DUTCH


def test_no_text_is_there_twice_and_no_line_is_junk() -> None:
    """No text occurs twice, and every line of the files is valid."""
    for language in Language:
        ids: Counter[str] = Counter()
        for file, resource in _resources(language):
            for entry in resource.body:
                assert type(entry).__name__ != "Junk", f"{file}: {entry}"
                if isinstance(entry, Entry):
                    ids[entry.id.name] += 1
        assert [text_id for text_id, count in ids.items() if count > 1] == []


@pytest.mark.parametrize("language", Language)
def test_a_text_that_is_parsed_by_itself_is_the_same(language: Language) -> None:
    """A text that is parsed by itself equals the same text in its whole file."""
    whole = FluentBundle([language], use_isolating=False)
    for _file, resource in _resources(language):
        whole.add_resource(resource)
    for text_id, variables in DUTCH.items():
        pattern = whole.get_message(text_id).value
        assert pattern is not None
        text, errors = whole.format_pattern(pattern, dict.fromkeys(variables, "x"))
        assert [] == errors
        assert text == _filled(language, text_id, "x")


def test_no_text_is_missing() -> None:
    """Every text id in the code exists."""
    assert sorted((WHOLE | _rejections()) - set(DUTCH)) == []


def test_no_text_is_unused() -> None:
    """Every text is used: the code names it, or puts it together from a beginning that is in the code."""
    families = tuple(one for one in BEGUN if one)
    literals = _literals()
    unused = [
        text_id
        for text_id in DUTCH
        if text_id.removeprefix(POLICE) not in WHOLE | literals | REJECTIONS | FAMILIES
        and not text_id.removeprefix(POLICE).startswith(families)
    ]
    assert unused == []


def test_a_variant_for_police_stands_in_for_a_text_with_the_same_variables() -> None:
    """A variant for police has a usual text with the same variables, and police are told to call nobody of their own
    front desk."""
    variants = [text_id for text_id in DUTCH if text_id.startswith(POLICE)]
    assert variants
    for text_id in variants:
        assert DUTCH[text_id.removeprefix(POLICE)] == DUTCH[text_id], text_id
        for language in Language:
            assert "0900-8844" not in _filled(language, text_id, "x"), text_id


def test_families_are_whole() -> None:
    """Ids that are put together from a closed list have a text for each of its members."""
    assert sorted(FAMILIES - set(DUTCH)) == []


def _filled(language: Language, text_id: str, value: str) -> str:
    return TEXTS[language].plain(text_id, **dict.fromkeys(DUTCH[text_id], value))


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ("b", "i", "u", "s", "code", "a"), tag
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", Language)
def test_every_text_is_telegram_html(language: Language) -> None:
    """Every text is valid HTML for Telegram, with values that look like markup."""
    evil = "<b>&amp;{ $x }</i>"
    for text_id, variables in DUTCH.items():
        text = str(TEXTS[language](text_id, **dict.fromkeys(variables, evil)))
        parser = _Tags()
        parser.feed(text)
        parser.close()
        assert parser.open == [], text_id
        assert not re.search(r"&(?!amp;|lt;|gt;)", text), text_id
        assert len(text.encode("utf-16-le")) // 2 < 4096


def test_buttons_toasts_and_menus_have_no_markup() -> None:
    """Texts of buttons, toasts and menus have no markup."""
    for language in Language:
        for text_id in sorted((PLAIN | REJECTIONS) & set(DUTCH)):
            assert "<" not in _filled(language, text_id, "x"), text_id


def test_what_answers_a_press_fits() -> None:
    """Answers to a press fit Telegram's limit, with values of the largest reasonable length."""
    toasts = REJECTIONS | {
        "dialogue-stale",
        "conflict",
        "not-found",
        "signup-changed",
        "unexpected-button",
        "unexpected-anonymous",
        "unexpected-channel",
    }
    for language in Language:
        for text_id in sorted(toasts & set(DUTCH)):
            assert len(_filled(language, text_id, "x" * 12)) <= TOAST, (language, text_id)


def test_menu_lines_are_short() -> None:
    """Lines of the command menu fit a phone; Telegram allows 256 characters."""
    for language in Language:
        for text_id in DUTCH:
            if text_id.startswith("menu-"):
                assert 3 <= len(_filled(language, text_id, "")) <= LABEL


# Texts that mean a shop: a line of retail, words for one that people type, or a street with shops.
RETAIL = ("branch-words-", "branch-night_shop", "branch-telecom", "branch-other_retail", "template-street_robbery-1")
SHOP = {Language.DUTCH: r"\bwinkel(s|ier|iers|pui)?\b", Language.ENGLISH: r"\bshop(s|keeper|keepers)?\b"}


@pytest.mark.parametrize("language", list(Language))
def test_a_hotel_a_bank_or_a_taxi_is_no_shop(language: Language) -> None:
    """Where the branch is unknown or not retail, texts say *zaak* (a business)."""
    told = {
        entry.id.name: re.sub(r"\$\w+", "", FluentSerializer().serialize_entry(entry).partition("=")[2])
        for _file, resource in _resources(language)
        for entry in resource.body
        if isinstance(entry, Entry)
    }
    found = [name for name, text in told.items() if re.search(SHOP[language], text, re.IGNORECASE)]
    assert [] == [name for name in found if not name.startswith(RETAIL)]
    assert any(name.startswith(RETAIL) for name in found)
    assert not re.search("wisselkantoor|exchange", told["branch-bank_exchange"])


@pytest.mark.parametrize("language", list(Language))
def test_a_kvo_group_is_a_shopping_area_or_a_business_park(language: Language) -> None:
    """Texts that explain KVO name both kinds of area and all four partners.

    `002`: a standing consultation of municipality, neighbourhood, police and entrepreneurs.
    """
    texts = load_texts()[language]
    told = [
        texts.plain(name) for name, needs in _variables(language).items() if not needs and "KVO" in texts.plain(name)
    ]
    explained = [text for text in told if "Keurmerk" in text]
    words = {
        Language.DUTCH: ("winkelgebied", "bedrijventerrein", "gemeente", "buurt", "politie", "ondernemers", "overleg"),
        Language.ENGLISH: (
            "shopping area",
            "business park",
            "municipality",
            "neighbourhood",
            "police",
            "entrepreneurs",
        ),
    }[language]
    assert 3 == len(explained)
    assert [] == [text for text in explained if not all(word in text for word in words)]
    assert [] == [text for text in told if words[0] in text and words[1] not in text]


@pytest.mark.parametrize("language", list(Language))
def test_whoever_amber_strict_admits_is_named(language: Language) -> None:
    """The button, the question and the notice name the same people for AMBER+STRICT: police, municipality and
    prosecution."""
    admitted = {role for role in Role if _admits(Tlp.AMBER_STRICT, role)}
    of_the_municipality = {Role.MUNICIPALITY, Role.MAYORS_OFFICE, Role.ALDERMAN, Role.ENFORCEMENT, Role.SPOKESPERSON}
    in_office = {Role.POLICE, Role.CITY_MARSHAL, Role.SAFETY_DIRECTOR, Role.PROSECUTION} | of_the_municipality
    assert in_office == admitted
    texts = load_texts()[language]
    question = next(line for line in texts.plain("alert-ask-tlp").splitlines() if "AMBER+STRICT" in line)
    names = {
        Language.DUTCH: ("politie", "gemeente", r"Openbaar Ministerie|OM\b"),
        Language.ENGLISH: ("police", "municipality", "prosecution"),
    }[language]
    for text in (question, texts.plain("tlp-amber_strict"), texts.plain("alert-share-amber_strict")):
        assert all(re.search(name, text) for name in names), text


def _admits(tlp: Tlp, role: Role) -> bool:
    scope = Scope(ScopeKind.NATIONAL)
    grant = Grant(RoleId(1), MemberId(1), role, scope, None, NOW)
    content = AlertContent(IncidentKind.ROBBERY, "", Place("2903"), "", 0, frozenset(), Severity.P1, tlp, until=NOW)
    return admits_coordinator(content, MemberId(1), grant)
