"""The commands that show and guard verdicts: explain, matrix, lock, review-pack."""

import json
from pathlib import Path

import click

from massage_atlas.build import build_site, check_site
from massage_atlas.diagnostics import Code, Report
from massage_atlas.exports import matrix as matrix_export
from massage_atlas.exports.explanation import explained, in_text
from massage_atlas.exports.review_pack import review_pack as pack_of
from massage_atlas.exports.statistics import in_text as in_words
from massage_atlas.exports.statistics import with_pages
from massage_atlas.library import Key, Library
from massage_atlas.records.decode import nearest
from massage_atlas.safety import Fact, SafetyModel, resolve, safety_model
from massage_atlas.safety import lock as safety_lock
from massage_atlas.statistics import statistics
from massage_atlas.today import today

_LISTS = {Code.VERDICT_SOFTENED, Code.READING_GRADE_WORSE}
"""What is wrong only against a list that a command writes anew."""


@click.command()
@click.argument("technique")
@click.argument("facts", nargs=-1)
@click.option("--region", help="Where on the body the massage is asked for.")
@click.option("--json", "as_json", is_flag=True, help="Give the same as JSON.")
@click.pass_obj
def explain(root: Path, technique: str, facts: tuple[str, ...], region: str | None, as_json: bool) -> None:
    """Say the verdict for a technique and facts, with the chain of records behind it.

    A fact is written FACT[:VARIANT][/PHASE][@SITE]: 'dvt:treated', 'pregnancy/late', 'acute-injury@calf'. What is left
    out counts as everything it could be, which is the strictest.
    """
    library = checked(root)
    model = safety_model(library)
    held = [_fact(model, written) for written in facts]
    _known("technique", technique, model.techniques)
    if region is not None:
        _known("region", region, model.areas.ids)
    values = explained(library, technique, held, region, resolve(model, technique, held, region))
    click.echo(json.dumps(values, indent=2, ensure_ascii=False) if as_json else in_text(values).rstrip())


@click.command()
@click.option("--format", "form", type=click.Choice(list(matrix_export.FORMS)), default="csv", show_default=True)
@click.pass_obj
def matrix(root: Path, form: str) -> None:
    """Print every verdict: each technique with each fact, in each form and stage."""
    click.echo(matrix_export.FORMS[form](safety_model(checked(root))), nl=False)


@click.command()
@click.pass_obj
def lock(root: Path) -> None:
    """Write content/safety.lock.csv: every pair's verdict, as it is agreed to from now on.

    'atlas check' fails when a verdict becomes milder than the lock. Commit a new lock by itself, with a line in the
    change log that begins with 'safety:'.
    """
    model = safety_model(checked(root))
    file = root / safety_lock.FILE
    text = safety_lock.written(model)
    changed = not file.is_file() or file.read_text(encoding="utf-8") != text
    if changed:
        file.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{text.count(chr(10)) - 1} pairs in {safety_lock.FILE}" + ("" if changed else ", as before"))


@click.command("review-pack")
@click.argument("record")
@click.pass_obj
def review_pack(root: Path, record: str) -> None:
    """Print a record statement by statement, with basis and sources, for a clinician to agree with or to change.

    RECORD is an id, or KIND/ID where two kinds have it.
    """
    library = checked(root)
    key = library.resolve(record)
    if key is None or key not in library.entries:
        offers = " or ".join(str(one) for one in library.names.get(record, ())) or nearest(record, library.names)
        raise click.UsageError(f"'{record}' is not one record" + (f"; {offers}" if offers else ""))
    click.echo(pack_of(library, Key(*key)), nl=False)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Give the same as JSON.")
@click.pass_obj
def stats(root: Path, as_json: bool) -> None:
    """Count what the library holds and lacks, and how many warnings its pages carry.

    Fails when a page has more than one urgency strip, or more than one full card of a level: a reader who is warned of
    everything is warned of nothing.
    """
    site = build_site(root, today())
    refuse_broken(site.report)
    values = with_pages(statistics(site.library, safety_model(site.library), today()), site.library, site.pages)
    click.echo(json.dumps(values, indent=2) if as_json else in_words(values).rstrip())
    loud = values["warnings_per_page"]["over_budget"]
    if loud:
        raise click.ClickException(f"too many warnings on {', '.join(loud)}")


def checked(root: Path) -> Library:
    """Read the library; a verdict or a grade from broken records would be worth nothing."""
    library, report = check_site(root, today())
    refuse_broken(report)
    return library


def refuse_broken(report: Report) -> None:
    """Stop where a record has a problem; what is wrong only against an agreed list stops nobody."""
    wrong = [one for one in report if one.severity == "error" and one.code not in _LISTS]
    if wrong:
        raise click.ClickException(f"{wrong[0].place}: {wrong[0].message}; run 'atlas check' first")


def _fact(model: SafetyModel, written: str) -> Fact:
    try:
        fact = Fact.parse(written)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    _known("fact", fact.id, model.facts)
    known = model.facts[fact.id]
    if fact.variant is not None:
        _known(f"variant of {fact.id}", fact.variant, known.variants)
    if fact.phase is not None:
        _known(f"phase of {fact.id}", fact.phase, known.phases)
    if fact.site is not None:
        _known("region", fact.site, model.areas.ids)
    return fact


def _known(what: str, id_: str, known: object) -> None:
    names = list(known) if isinstance(known, dict | tuple) else []
    if id_ not in names:
        help_ = nearest(id_, names) or (f"there are {', '.join(sorted(names))}" if 0 < len(names) < 12 else "")
        raise click.UsageError(f"there is no {what} '{id_}'" + (f"; {help_}" if help_ else ""))


COMMANDS = (explain, matrix, lock, review_pack, stats)
"""All of them, for the command line to take up."""
