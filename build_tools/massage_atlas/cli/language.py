"""The command that agrees to how hard pages are to read."""

from pathlib import Path

import click

from massage_atlas.cli.safety import checked
from massage_atlas.language.client_text import client_texts
from massage_atlas.language.grades import FILE, read, written
from massage_atlas.language.grades import grades as grades_of


@click.command()
@click.pass_obj
def grades(root: Path) -> None:
    """Write content/reading-grades.csv: how hard each page is to read, as it is agreed to from now on.

    'atlas check' fails when a page gets harder by more than half a grade. The pages that did are named here: say in the
    commit why they had to.
    """
    now = grades_of(client_texts(checked(root)))
    file = root / FILE
    before = file.read_text(encoding="utf-8") if file.is_file() else ""
    text = written(now)
    for one in read(before):
        if now.get(one.page, one.grade) > one.grade:
            click.echo(f"{one.page}: {one.grade:.1f} before, {now[one.page]:.1f} now")
    if before != text:
        file.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{len(now)} pages in {FILE}" + ("" if before != text else ", as before"))


COMMANDS = (grades,)
"""All of them, for the command line to take up."""
