"""The package is a house: a module imports only from the floors below its own."""

import ast
from pathlib import Path

import pytest

import massage_atlas

PACKAGE = Path(massage_atlas.__file__).parent
FLOORS = [
    {"words", "today"},
    {"diagnostics"},
    {"source"},
    {"records"},
    {"library"},
    {"language"},
    {"safety"},
    {"rules", "statistics"},
    {"figures"},
    {"pages"},
    {"exports"},
    {"build"},
    {"publishing", "theme_files"},
    {"mkdocs_plugin", "export_tree"},
    {"cli"},
]
"""Lowest first; those of one floor do not know each other."""

LONG: dict[str, str] = {}
"""Modules that may be longer than the limit, each with its reason."""

MODULES = sorted(file.relative_to(PACKAGE).as_posix() for file in PACKAGE.rglob("*.py"))


def floor(name):
    return next((number for number, names in enumerate(FLOORS) if name in names), None)


def part_of(path):
    """Give the name by which the floors know a module: its folder in the package, or itself."""
    return path.split("/")[0].removesuffix(".py")


def imported(path):
    """Give every module that a module imports, also inside functions."""
    for node in ast.walk(ast.parse((PACKAGE / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports name the whole package"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", [path for path in MODULES if path != "__init__.py"])
def test_a_module_imports_only_from_the_floors_below(path):
    """Every module has a floor, and knows only its own part of the package and what lies below."""
    own = part_of(path)
    assert floor(own) is not None, f"{path} has no floor"
    for name in imported(path):
        package, _, rest = name.partition(".")
        part = rest.split(".")[0]
        if package != "massage_atlas" or part in ("__version__", own):
            continue
        other = floor(part)
        assert other is not None, f"{path} imports {name}, which has no floor"
        assert other < floor(own), f"{path} imports {name} from its own floor or a floor above"


def test_only_the_plugin_knows_mkdocs():
    """The engine is at the edge: one part of the package imports it."""
    users = {part_of(path) for path in MODULES if any(name.split(".")[0] == "mkdocs" for name in imported(path))}

    assert {"mkdocs_plugin"} == users


def test_the_package_itself_imports_nothing():
    """`import massage_atlas` is free."""
    assert [] == list(imported("__init__.py"))


@pytest.mark.parametrize("path", MODULES)
def test_a_module_is_short(path):
    """At about 300 lines a module starts to be two."""
    length = len((PACKAGE / path).read_text(encoding="utf-8").splitlines())

    assert length <= 320 or LONG.get(path), f"{path} has {length} lines"


def test_reasons_are_for_modules_that_are_long():
    """A module that became short again needs no reason."""
    assert [] == [path for path in LONG if path not in MODULES]
