"""Rules about the lock: no verdict becomes milder without a commit that says so."""

from collections.abc import Iterator

from massage_atlas.diagnostics import Code, Diagnostic, Place
from massage_atlas.library import Key
from massage_atlas.rules.context import Context
from massage_atlas.safety import Fact, resolve
from massage_atlas.safety.lock import FILE, Locked, softened, stale


def verdict_softened(context: Context) -> Iterator[Diagnostic]:
    """Every pair's verdict is at least as strict as the lock says."""
    if not context.locked:
        return
    for one in softened(context.model, list(context.locked)):
        old = one.locked
        now = f"'{one.now}'" if one.now is not None else "gone"
        yield Diagnostic(
            Code.VERDICT_SOFTENED,
            f"{old.pair} was '{old.verdict}' and is {now}",
            _because(context, old),
            "mend the record; if the milder verdict is meant, run 'atlas lock' and commit it with a safety: line",
            ((f"agreed to here, because of {old.because or 'no rule'}", Place(FILE, old.line)),),
        )


def lock_stale(context: Context) -> Iterator[Diagnostic]:
    """The lock lists every pair, and each verdict as it is."""
    locked = context.locked
    if locked is not None and stale(context.model, list(locked)) and not any(softened(context.model, list(locked))):
        help_ = "run 'atlas lock', and commit it with a safety: line"
        yield Diagnostic(Code.LOCK_STALE, "the lock is not up to date", Place(FILE), help_)


def _because(context: Context, old: Locked) -> Place:
    """Give the place of the rule that decides now, or else of the record that decides nothing any more."""
    library = context.library
    if Key("technique", old.technique) not in library.entries:
        return Place(FILE, old.line)
    if old.technique in context.model.techniques and not old.fact.startswith("("):
        reasons = resolve(context.model, old.technique, (Fact.parse(old.fact),)).reasons
        if reasons:
            return context.place(Key("contraindication", reasons[0].rule.id), ("rules", reasons[0].rule.number))
    id_ = old.because.partition("#")[0] or old.fact.partition(":")[0].partition("/")[0]
    for kind in ("contraindication", "condition", "technique"):
        if Key(kind, id_) in library.entries:
            return context.place(Key(kind, id_))
    return context.place(Key("technique", old.technique))
