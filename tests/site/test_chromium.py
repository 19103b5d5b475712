"""A machine without a browser gets a clear sentence, never a test that passed by not running."""

import os
import subprocess
from pathlib import Path

import chromium
import pytest


@pytest.fixture(autouse=True)
def _bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


def _program(folder: Path, name: str) -> Path:
    program = folder / name
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    return program


def test_the_browser_of_the_system_comes_first(tmp_path: Path) -> None:
    system = _program(tmp_path, "google-chrome")
    assert chromium.find(_program(tmp_path, "own")) == system


def test_the_browser_that_playwright_brought_comes_next(tmp_path: Path) -> None:
    own = _program(tmp_path, "own")
    assert chromium.find(own) == own


def test_an_administrator_of_debian_gets_one_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(tmp_path, "apt-get")
    asked = []

    def run(command: list[str], **options: object) -> None:
        del options
        asked.append(command)
        if "chromium" in command:
            _program(tmp_path, "chromium")

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(subprocess, "run", run)
    assert chromium.find(tmp_path / "own") == tmp_path / "chromium"
    assert [command[2] for command in asked] == ["update", "install"]


def test_anyone_else_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(chromium.NoBrowser, match="install chromium or google-chrome"):
        chromium.find(tmp_path / "own")
