"""Tests that the contract of a port says what its repository raises, because callers read that and not the SQL."""

import ast
import inspect
import sys
import textwrap
from collections.abc import Callable, Iterator
from types import FunctionType, ModuleType
from typing import Any, get_type_hints

import pytest

from alerts.ports import UnitOfWork
from storage.unit_of_work import SqlUnitOfWork

ERRORS = ("NotFound", "Conflict")
# Methods that read a row which they wrote or found in the same transaction.
_OF_THEIR_OWN = ("members.add", "kvo_groups.add", "kvo_groups.by_code", "audit.prune")
_ALWAYS_A_ROW = ("returning", "count", "max", "label")  # an insert, or a value that a query computes


def _pairs() -> Iterator[tuple[str, type, type]]:
    uow = SqlUnitOfWork(None)  # type: ignore[arg-type]
    for name, port in get_type_hints(UnitOfWork).items():
        yield name, port, type(getattr(uow, name))


def _methods() -> Iterator[Any]:
    for name, port, kind in _pairs():
        for method, promised in inspect.getmembers(port, inspect.isfunction):
            if not method.startswith("_") and f"{name}.{method}" not in _OF_THEIR_OWN:
                yield pytest.param(promised, getattr(kind, method), kind, id=f"{name}.{method}")


def _raised(function: Callable[..., Any], kind: type, seen: set[object]) -> set[str]:
    """Return the errors that a method raises itself, through its own methods, or through functions of the storage."""
    if function in seen or not isinstance(function, FunctionType):
        return set()
    seen.add(function)
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    scope = vars(sys.modules[function.__module__])
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and node.exc is not None:
            found |= {error for error in ERRORS if error in ast.unparse(node.exc)}
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute) and node.func.attr == "one" and _may_find_nothing(node, tree):
                found.add("NotFound")
            found |= _raised(_called(node.func, kind, scope), kind, seen)
    return found


def _may_find_nothing(call: ast.Call, tree: ast.AST) -> bool:
    written = {
        ast.unparse(one.targets[0]): ast.unparse(one.value) for one in ast.walk(tree) if isinstance(one, ast.Assign)
    }
    asked = ast.unparse(call.args[0])
    while asked in written:
        asked = written[asked]
    return not any(word in asked for word in _ALWAYS_A_ROW) and ".id ==" in asked


def _called(function: ast.expr, kind: type, scope: dict[str, Any]) -> Any:
    match function:
        case ast.Attribute(value=ast.Name(id="self"), attr=name):
            return getattr(kind, name, None)
        case ast.Attribute(value=ast.Name(id=module), attr=name) if isinstance(scope.get(module), ModuleType):
            called = getattr(scope[module], name, None)
        case ast.Name(id=name):
            called = scope.get(name)
        case _:
            return None
    return called if getattr(called, "__module__", "").startswith("storage") else None


@pytest.mark.parametrize(("promised", "method", "kind"), list(_methods()))
def test_a_port_says_what_is_raised(promised: Callable[..., Any], method: Callable[..., Any], kind: type) -> None:
    """The docstring of the port names each error that its repository raises."""
    told = inspect.getdoc(promised) or ""
    assert [] == [error for error in sorted(_raised(method, kind, set())) if error not in told]
