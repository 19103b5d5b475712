"""The plugin: hands a Site's pages to MkDocs, and lets it publish only what is whole."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, TypeAlias, cast
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from massage_atlas import __version__
from massage_atlas.build import Site, build_site
from massage_atlas.diagnostics import Report, Severity
from massage_atlas.diagnostics.drawing import draw, summary
from massage_atlas.exports.imprint import LEFT_OUT, Imprint
from massage_atlas.exports.signposts import ROBOTS
from massage_atlas.library import published_as_is
from massage_atlas.pages.corrections import URL as CORRECTIONS
from massage_atlas.pages.frame import EditLink
from massage_atlas.pages.markdown import to_markdown
from massage_atlas.pages.page import Page
from massage_atlas.pages.redirects import redirect_html
from massage_atlas.pages.squares import square
from massage_atlas.publishing import NotOurFolder, Staging
from massage_atlas.records import KINDS
from massage_atlas.theme_files import with_theme
from massage_atlas.today import NotAMoment, today

log = get_plugin_logger(__name__)

THEME = Path(__file__).parents[1] / "theme"
"""Our page skeleton, in front of the theme that mkdocs.yml names."""


class ProblemsFound(Abort):
    """The content has problems, and nothing was published."""

    def __init__(self, report: Report) -> None:
        """Keep the report for whoever wants to draw it."""
        super().__init__(f"{summary(report)}; nothing was built, and the last good site is untouched")
        self.report = report


Progress: TypeAlias = Callable[[int, int], None]
"""Called after each page with how many are done and how many there are."""


class Options(Config):  # type: ignore[no-untyped-call] # MkDocs leaves its hook for subclasses untyped
    """What mkdocs.yml can set for the plugin."""

    edit = Type(str, default="edit/main/{path}")
    """Where a file can be edited, after `repo_url`; `{path}` is the file."""


class MassageAtlasPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call] # as above
    """Turns the records beside mkdocs.yml into pages, inside `mkdocs build` and `mkdocs serve`."""

    def __init__(self) -> None:
        self.site: Site | None = None
        self._made: dict[str, Page] = {}
        self.progress: Progress = lambda done, total: None
        """Told after each page."""
        self.logs_problems = True
        """Whether problems in the content go to MkDocs' log; not when the caller draws them."""
        self._serving = False
        self._staging: Staging | None = None
        self._warnings = _WarningCounter()
        self._done = 0
        self._total = 0

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether a folder is built, which needs an exchange at the end, or shown from memory."""
        del dirty
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our skeleton in front, watch the records, and build into a fresh folder beside the target."""
        root = project_root(config)
        custom = config.theme.custom_dir
        if str(THEME) not in config.theme.dirs:
            config.theme.dirs.insert(1 if custom else 0, str(THEME))
        config.watch = sorted(
            {*config.watch, *(str(root / kind.folder) for kind in KINDS.values() if (root / kind.folder).is_dir())}
        )
        if not self._serving:
            try:
                self._staging = Staging(Path(config.site_dir))
            except (NotOurFolder, OSError) as error:
                raise PluginError(str(error)) from error
            config.site_dir = str(self._staging.folder)
        if not config.site_url:
            config.theme.static_templates.discard("sitemap.xml")
            log.info(LEFT_OUT)
        logging.getLogger("mkdocs").addHandler(self._warnings)
        self._warnings.count = 0
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Make the site, and give its pages to MkDocs; take out what is not to be published.

        A record with problems never stops a server: its page shows them. A build stops here, with nothing written.
        """
        try:
            day = today()
        except NotAMoment as error:
            raise PluginError(str(error)) from error
        self.site = site = build_site(project_root(config), day, edit_link(config, self.config.edit), imprint(config))
        self._made = {page.url: page for page in site.pages}
        if self.logs_problems:
            _log(site.report)
        if site.report.failed(strict=config.strict) and not self._serving:
            raise ProblemsFound(site.report)
        for file in list(files):
            if not published_as_is(file.src_uri) or _is_theirs(file, config):
                files.remove(file)
        nav = _nav_paths(config.nav)
        for page in site.pages:
            self._add(files, config, page.source_path, to_markdown(page), page.source_path in nav)
        made = with_theme(site.files, skeleton=True)
        if ROBOTS in files.src_uris:
            del made[ROBOTS]  # the project has its own
        for path, text in made.items():
            self._add(files, config, path, text, False)
        for old, new in site.redirects.items():
            self._add(files, config, f"{old}index.html", redirect_html(old, new), False)
        self._done, self._total = 0, len(files.documentation_pages())
        return files

    def _add(self, files: Files, config: MkDocsConfig, path: str, content: str | bytes, in_nav: bool) -> None:
        inclusion = InclusionLevel.INCLUDED if in_nav else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, path, content=content, inclusion=inclusion)
        if path in files.src_uris:
            log.error("'%s' is made from records; remove or rename the file of that name", path)
        else:
            files.append(file)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Tell each page which section it belongs to: that of the list its address begins with."""
        del config
        sections = {
            child.url: item
            for item in nav.items
            if isinstance(item, Section)
            for child in item.children
            if isinstance(child, MkDocsPage)
        }
        for file in files.documentation_pages():
            first = f"{file.url.split('/')[0]}/"
            if file.page is not None and file.page.parent is None and file.url != first:
                file.page.parent = sections.get(first)
        return nav

    @event_priority(100)  # early: other plugins see the text with its links resolved
    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Resolve the links of a hand-written guide, and give each page the day its own text changed."""
        del config, files
        assert self.site is not None
        made = self._made.get(page.url)
        if made is not None:
            page.update_date = made.updated.isoformat()
        guide = self.site.guides.get(page.url)
        if guide is None:
            return markdown
        page.update_date = guide.updated.isoformat()
        page.meta.update(title=str(escape(guide.title)), description=str(escape(guide.description)))
        return guide.markdown

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the skeleton its fixed words, and what it names on every page."""
        del config, files
        assert self.site is not None
        env.globals["feeds"] = self.site.feeds
        env.globals["corrections"] = CORRECTIONS if CORRECTIONS in self._made else ""
        env.add_extension("jinja2.ext.i18n")
        env.install_null_translations(newstyle=True)  # type: ignore[attr-defined] # added by the i18n extension
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the skeleton what the head of this page says, and what a printed page carries.

        A printed page has the version, and its address as a square of dots.
        """
        del config, nav
        assert self.site is not None
        ours = {
            "head": self.site.heads.get(page.url),
            "version": __version__,
            "qr": square(page.canonical_url) if page.canonical_url else "",
        }
        return cast(TemplateContext, {**context, **ours})

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Count, for whoever watches."""
        del page, config
        self._done += 1
        self.progress(self._done, self._total)
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Publish: the fresh folder takes the place of the old one, unless a strict build had warnings."""
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        if self._staging is None:
            return
        staging, self._staging = self._staging, None
        config.site_dir = str(staging.target)
        if config.strict and self._warnings.count:
            staging.discard()
            return  # MkDocs ends a strict build itself, after this
        try:
            staging.publish()
        except (NotOurFolder, OSError) as error:
            raise PluginError(str(error)) from error

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing behind; the old site was never touched."""
        del error
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        if self._staging is not None:
            self._staging.discard()
            self._staging = None


class _WarningCounter(logging.Handler):
    """Counts what MkDocs warns of, as its own strict mode does."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        del record
        self.count += 1


def project_root(config: MkDocsConfig) -> Path:
    """Give the folder that mkdocs.yml lies in."""
    return Path(config.config_file_path or "mkdocs.yml").absolute().parent


def imprint(config: MkDocsConfig) -> Imprint:
    """Give what the site is called and where it will stand."""
    url = config.site_url or ""
    return Imprint(config.site_name, config.site_description or "", url and f"{url.rstrip('/')}/")


def edit_link(config: MkDocsConfig, template: str) -> EditLink:
    """Give what turns a file into the address where it can be edited."""
    repo = (config.repo_url or "").rstrip("/")
    return lambda path: f"{repo}/{template.format(path=quote(path))}" if repo else None


def _is_theirs(file: File, config: MkDocsConfig) -> bool:
    """Recognise what the theme below ours would publish; our skeleton uses none of it."""
    ours = [config.docs_dir, str(THEME), config.theme.custom_dir or str(THEME)]
    source = Path(file.abs_src_path or config.docs_dir)
    return not any(source.is_relative_to(folder) for folder in ours)


def _nav_paths(nav: Any) -> set[str]:
    """Give every path that the navigation names."""
    if isinstance(nav, str):
        return {nav}
    if isinstance(nav, dict):
        return {path for part in nav.values() for path in _nav_paths(part)}
    return {path for part in nav or () for path in _nav_paths(part)}


def _log(report: Report) -> None:
    for found in report:
        level = logging.ERROR if found.severity is Severity.ERROR else logging.WARNING
        log.log(level, "%s", draw(Report([found]), "lines").rstrip())
