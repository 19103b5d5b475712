"""Runs MkDocs for our own commands, and turns its failures into ours."""

import contextlib
import logging
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError

from massage_atlas.build import Site
from massage_atlas.exports.imprint import Imprint
from massage_atlas.mkdocs_plugin.plugin import MassageAtlasPlugin, ProblemsFound, Progress, edit_link, imprint
from massage_atlas.pages.frame import EditLink


class EngineFailed(Exception):
    """The configuration is wrong, or the engine gave up; the message is for the person at the terminal."""


def run_build(root: Path, target: Path | None, url: str | None, strict: bool, progress: Progress) -> Site:
    """Build a project's site with MkDocs, as `mkdocs build` would.

    Raises:
        ProblemsFound: when the content has errors, or warnings in a strict build.
        EngineFailed: when the configuration is wrong, or the engine gives up.
    """
    with _told(logging.WARNING):
        config = _load(root, target, url, strict)
        plugin = _plugin(config)
        plugin.progress = progress
        plugin.logs_problems = False
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()
    assert plugin.site is not None
    return plugin.site


def run_serve(root: Path, address: str | None) -> None:
    """Show a project's site at a local address, and build it again on each change, as `mkdocs serve` would.

    Raises:
        EngineFailed: when the configuration is wrong, or the engine gives up.
    """
    with _told(logging.INFO):
        mkdocs_serve(config_file=str(root / "mkdocs.yml"), dev_addr=address)


@dataclass(frozen=True)
class SiteConfig:
    """What mkdocs.yml says that any engine understands."""

    values: dict[str, Any]
    """Name, address, description and navigation, by MkDocs' own keys."""
    edit: EditLink
    imprint: Imprint


def site_config(root: Path, url: str | None) -> SiteConfig:
    """Read from mkdocs.yml what an exported site needs.

    Raises:
        EngineFailed: when the configuration is wrong.
    """
    with _told(logging.WARNING):
        config = _load(root, None, url, False)
        known = ("site_name", "site_url", "site_description", "site_author", "copyright", "repo_url", "nav")
        values = {key: config[key] for key in known if config[key]}
        return SiteConfig(values, edit_link(config, _plugin(config).config.edit), imprint(config))


@contextlib.contextmanager
def _told(level: int) -> Iterator[None]:
    """Let the engine speak to the terminal, and turn its failures into ours."""
    logger = logging.getLogger("mkdocs")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.setLevel(level)
    logger.addHandler(handler)
    logger.setLevel(min(level, logging.WARNING))
    try:
        yield
    except ProblemsFound:
        raise
    except (MkDocsException, OSError) as error:
        raise EngineFailed(str(error)) from error
    finally:
        logger.removeHandler(handler)


def _load(root: Path, target: Path | None, url: str | None, strict: bool) -> MkDocsConfig:
    given: dict[str, Any] = {"site_dir": str(target.absolute()) if target else None, "site_url": url}
    given["strict"] = strict or None
    return load_config(str(root / "mkdocs.yml"), **{key: value for key, value in given.items() if value is not None})


def _plugin(config: MkDocsConfig) -> MassageAtlasPlugin:
    found = config.plugins.get("massage_atlas")
    if not isinstance(found, MassageAtlasPlugin):
        raise PluginError("mkdocs.yml does not name the plugin 'massage_atlas'")
    return found
