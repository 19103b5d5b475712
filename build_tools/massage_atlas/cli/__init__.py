"""The command `atlas`: check, build, show and export a library of records."""

import datetime
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from massage_atlas import __version__
from massage_atlas.build import build_site, check_site
from massage_atlas.cli import language, safety
from massage_atlas.diagnostics import Severity
from massage_atlas.diagnostics.drawing import FORMS, draw, summary
from massage_atlas.exports.imprint import LEFT_OUT
from massage_atlas.records import KINDS
from massage_atlas.records.schema import schemas
from massage_atlas.records.skeleton import skeleton
from massage_atlas.source.folders import id_problem
from massage_atlas.today import NotAMoment, today

FINE, PROBLEMS, MISUSE = 0, 1, 2
"""Exit codes: nothing is wrong; something in the content or the build is; the command was called in a way it is not."""

_FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMS)),
    default="frames",
    show_default=True,
    help="frames for people, lines for editors, github for annotations in CI, json for programs.",
)


class Atlas(click.Group):
    """All commands: what the computer refuses, such as writing where nothing may be written, is told in a sentence."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # nobody reads on, as in 'atlas matrix | head': no news for anyone
        except OSError as error:
            named = f"'{error.filename}': " if error.filename else ""
            raise click.ClickException(f"{named}{error.strerror or error}") from error


@click.group(
    cls=Atlas,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 all is well, 1 something in the content or the build is wrong, 2 wrong use of the command.",
)
@click.version_option(__version__, prog_name="atlas")
@click.option(
    "-C",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The project's folder, when it is not the one you stand in.",
)
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Turn records about massage into a cross-linked site.

    Records are YAML files: techniques/, conditions/ and the folders of content/. The file's name is the record's id and
    its page's address. Begin with 'atlas new technique my-technique', fill in the file, and run 'atlas check' until it
    has nothing more to say. 'atlas build' then makes the site, and 'atlas serve' shows it while you write.
    """
    if not (root / "mkdocs.yml").is_file():
        raise click.UsageError(f"there is no mkdocs.yml in '{root}'; go to the project's folder, or name it with -C")
    try:
        today()
    except NotAMoment as error:
        raise click.UsageError(str(error)) from None
    context.obj = root


@main.command()
@click.option("--strict", is_flag=True, help="Let warnings fail too, as a build for readers does.")
@click.option("--today", "day", type=click.DateTime(["%Y-%m-%d"]), help="Check as on this day: what will be overdue?")
@_FORMAT
@click.pass_obj
def check(root: Path, strict: bool, day: datetime.datetime | None, form: str) -> None:
    """Read every record and say everything that is wrong, all at once.

    Each problem has a code, such as unknown-key; docs/reference/diagnostics.md explains each of them.
    """
    _, report = check_site(root, day.date() if day else today())
    if form != "frames" or report.diagnostics:
        click.echo(draw(report, form, colour=_is_terminal()), nl=False)
    raise SystemExit(PROBLEMS if report.failed(strict=strict) else FINE)


@main.command()
@click.option("-d", "--dir", "target", type=click.Path(path_type=Path), help="Where to; else what mkdocs.yml says.")
@click.option("--url", help="The address the site will have, for search engines and the page for wrong addresses.")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@_FORMAT
@click.pass_obj
def build(root: Path, target: Path | None, url: str | None, strict: bool, form: str) -> None:
    """Build the site. The old one stays whole until the new one takes its place in one step.

    When a record has a problem, or the build is stopped, the old site is untouched.
    """
    from massage_atlas.mkdocs_plugin import EngineFailed, ProblemsFound, run_build

    started = time.monotonic()
    try:
        with _progress() as progress:
            site = run_build(root, target, url, strict, progress)
    except ProblemsFound as error:
        click.echo(draw(error.report, form, colour=_is_terminal()), nl=False)
        raise click.ClickException(
            f"{summary(error.report)}; nothing was built, and the last good site is untouched"
        ) from None
    except EngineFailed as error:
        raise click.ClickException(str(error)) from None
    if site.report.diagnostics:
        click.echo(draw(site.report, form, colour=_is_terminal()), nl=False)
    links = len(site.library.links)
    warnings = site.report.count(Severity.WARNING)
    seconds = time.monotonic() - started
    pages = len(site.pages) + len(site.guides)
    if not site.imprint.url:
        click.echo(LEFT_OUT, err=True)
    click.echo(f"{pages} pages, {links} links, {warnings} warnings, {seconds:.1f} seconds")


@main.command()
@click.option("-a", "--address", help="Host and port, for example localhost:8001.")
@click.pass_obj
def serve(root: Path, address: str | None) -> None:
    """Show the site at a local address, and build it again on each change.

    A record with a problem shows it on its own page; the rest of the site stays up.
    """
    from massage_atlas.mkdocs_plugin import EngineFailed, run_serve

    try:
        run_serve(root, address)
    except EngineFailed as error:
        raise click.ClickException(str(error)) from None


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--url", help="The address the site will have.")
@click.pass_obj
def export(root: Path, folder: Path, url: str | None) -> None:
    """Write the site as plain Markdown that needs no plugin.

    FOLDER then holds docs/, with a Markdown file for each page, and a mkdocs.yml that MkDocs, ProperDocs and Zensical
    build to the same addresses, ids and links. A folder that was not made by this command is never replaced.
    """
    from massage_atlas.export_tree import export_tree
    from massage_atlas.mkdocs_plugin import EngineFailed, site_config
    from massage_atlas.publishing import NotOurFolder

    try:
        config = site_config(root, url)
        site = build_site(root, today(), config.edit, config.imprint)
        if site.report.failed():
            click.echo(draw(site.report, colour=_is_terminal()), nl=False)
            raise click.ClickException("nothing was exported")
        count = export_tree(site, config.values, root, folder)
    except (EngineFailed, NotOurFolder) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{count} files in {folder}")


@main.command()
@click.option("--check", "only_check", is_flag=True, help="Change nothing; fail when a schema is not up to date.")
@click.pass_obj
def schema(root: Path, only_check: bool) -> None:
    """Write schemas/, from which editors complete and explain the keys of a record."""
    stale = [path for path, text in schemas().items() if not _holds(root / path, text)]
    for path in stale if not only_check else ():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(schemas()[path], encoding="utf-8", newline="\n")
    if stale and only_check:
        raise click.ClickException(f"{', '.join(stale)} is not up to date; run 'atlas schema'")
    click.echo(f"{len(stale)} schemas written" if stale else "schemas are up to date")


@main.command()
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.argument("id", metavar="ID")
@click.pass_obj
def new(root: Path, kind: str, id: str) -> None:
    """Begin a record: a file with every key it needs, and what belongs there.

    ID is the record's file name and the last part of its address: small letters, digits and hyphens, for example
    'hot-stones'. 'atlas check' then names what is still to be filled in.
    """
    problem = id_problem(id)
    if problem:
        raise click.UsageError(f"{problem[1]}: {problem[2]}")
    path = Path(KINDS[kind].folder) / f"{id}.yml"
    if (root / path).exists():
        raise click.ClickException(f"{path} is there already")
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(skeleton(KINDS[kind], today()), encoding="utf-8", newline="\n")
    click.echo(f"{path} is made. Fill in what is empty, then run 'atlas check' until it has nothing more to say.")


def _holds(file: Path, text: str) -> bool:
    return file.is_file() and file.read_text(encoding="utf-8") == text


def _is_terminal() -> bool:
    return sys.stdout.isatty()


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """Show how far a build is, on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    with click.progressbar(length=1, label="Building", file=sys.stderr) as bar:

        def show(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield show


for _command in (*safety.COMMANDS, *language.COMMANDS):
    main.add_command(_command)
