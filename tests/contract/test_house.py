"""The house rules hold: import order, file length, public docstrings, no database or network import out of place."""

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src" / "detente").rglob("*.py"))
MAX_LINES = 400  # style rule 1


def test_the_import_contracts_of_the_design_hold():
    lint_imports = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([lint_imports, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_source_file_is_longer_than_400_lines():
    assert SOURCES
    too_long = {
        str(path.relative_to(ROOT)): n
        for path in SOURCES
        if (n := len(path.read_text("utf-8").splitlines())) > MAX_LINES
    }
    assert too_long == {}


def test_everything_public_is_documented():
    missing = []
    for path in SOURCES:
        module = ast.parse(path.read_text("utf-8"))
        nodes = [("module", module), *public_nodes(module)]
        missing += [f"{path.relative_to(ROOT)}: {name}" for name, node in nodes if not ast.get_docstring(node)]
    assert missing == []


def test_the_library_never_prints_outside_the_command_line():
    printing = []
    for path in SOURCES:
        if path.parent.name == "cli":
            continue
        calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
        printing += [str(path) for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"]
    assert printing == []


def test_nothing_is_pickled_and_no_folder_is_a_drawer_for_everything():
    text = {path: path.read_text("utf-8") for path in SOURCES}
    assert [path for path, source in text.items() if "import pickle" in source] == []
    assert [path for path in text if {"utils", "common", "helpers", "managers"} & {*path.parts, path.stem}] == []


def public_nodes(module):
    """(dotted name, node) of every public class and function, methods included, protocol stubs and overrides aside."""
    for node in module.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name, node
            for method in node.body:
                if isinstance(method, ast.FunctionDef) and not method.name.startswith("_"):
                    yield f"{node.name}.{method.name}", method
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield node.name, node
