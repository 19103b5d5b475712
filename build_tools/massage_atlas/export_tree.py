"""Writes a Site as a plain folder of Markdown that any engine of the MkDocs family builds without our plugin."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from massage_atlas.build import Site
from massage_atlas.exports.heads import Head
from massage_atlas.library import published_as_is
from massage_atlas.library.reading import GUIDES
from massage_atlas.pages.markdown import to_markdown
from massage_atlas.pages.redirects import redirect_html
from massage_atlas.publishing import staged
from massage_atlas.theme_files import HEAD_SCRIPT, SCRIPT, STYLES, with_theme


def export_tree(site: Site, values: Mapping[str, Any], root: Path, folder: Path) -> int:
    """Write pages, guides, redirects, assets and a configuration without plugins; give the number of files.

    Args:
        site: What to write.
        values: Name, address, description and navigation, by MkDocs' own keys.
        root: The project's folder, for its assets.
        folder: Where to; it takes the place of an earlier export in one step.

    Raises:
        NotOurFolder: when the folder holds files that were not made here.
    """
    with staged(folder) as fresh:
        docs = fresh / "docs"
        for page in site.pages:
            _write(docs / page.source_path, to_markdown(page) + _data(site.heads[page.url]))
        for url, guide in site.guides.items():
            _write(docs / url / "index.md", guide.file + _data(site.heads[url]))
        for path, text in with_theme(site.files, skeleton=False).items():
            _write(docs / path, text)
        for old, new in site.redirects.items():
            _write(docs / old / "index.html", redirect_html(old, new))
        _copy_assets(root / GUIDES, docs)
        _write(fresh / "mkdocs.yml", _config(values))
        return sum(path.is_file() for path in fresh.rglob("*")) - 1  # the marker is not ours to count


def _data(head: Head) -> str:
    """Give what a page says to programs as one more block, since its head is the engine's."""
    return f'\n<script type="application/ld+json">{head.data}</script>\n'


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def _copy_assets(content: Path, docs: Path) -> None:
    """Copy what is published as it is: every file of `content/` that is neither a record, a guide nor hidden."""
    for file in sorted(content.rglob("*")) if content.is_dir() else ():
        parts = file.relative_to(content).parts
        hidden = any(part.startswith(".") for part in parts)
        plain = file.is_file() and not file.is_symlink() and file.suffix != ".md" and not hidden
        if plain and published_as_is("/".join(parts)):
            target = docs.joinpath(*parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)


def _config(values: Mapping[str, Any]) -> str:
    config = {
        **values,
        "nav": _with_folders(values.get("nav")),
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": True,
        "theme": {"name": "material", "font": False},
        "plugins": [],
        "extra_css": [STYLES],
        "extra_javascript": [HEAD_SCRIPT, SCRIPT],
        "markdown_extensions": ["attr_list", "tables", {"toc": {"toc_depth": "2-3"}}],
    }
    return yaml.safe_dump({key: value for key, value in config.items() if value is not None}, sort_keys=False)


def _with_folders(nav: Any) -> Any:
    """Name guides by the place they have in an export: `guides/x.md` becomes `guides/x/index.md`."""
    if isinstance(nav, str) and nav.endswith(".md") and nav != "index.md" and not nav.endswith("/index.md"):
        return f"{nav.removesuffix('.md')}/index.md"
    if isinstance(nav, dict):
        return {title: _with_folders(part) for title, part in nav.items()}
    return [_with_folders(part) for part in nav] if isinstance(nav, list) else nav
