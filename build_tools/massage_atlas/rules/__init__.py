"""What must hold between records: one small function a rule."""

from massage_atlas.diagnostics import Report
from massage_atlas.rules import (
    body_map,
    contradictions,
    corrections,
    evidence,
    house,
    language,
    lock,
    medicines,
    not_covered,
    order,
    safety,
    sheet,
)
from massage_atlas.rules.context import Context, Rule

RULES: tuple[Rule, ...] = (
    order.cyclic_order,
    order.orphan,
    order.repeated_name,
    order.unknown_part,
    safety.red_flag_kind,
    safety.sign_urgency,
    safety.missing_instead,
    safety.emergency_support,
    evidence.unsupported_benefit,
    evidence.basis_without_reference,
    contradictions.certainty_too_strong,
    contradictions.benefit_against_verdict,
    contradictions.emergency_from_condition,
    contradictions.unreachable_rule,
    contradictions.medicine_sentence,
    contradictions.safety_in_prose,
    contradictions.claim_repeated,
    sheet.sheet_answers,
    medicines.medicine_groups,
    medicines.medicine_means,
    medicines.medicine_names,
    body_map.shape_region,
    body_map.no_shape,
    not_covered.covered_already,
    not_covered.not_covered_see,
    corrections.correction_ids,
    corrections.correction_dates,
    corrections.corrected_records,
    corrections.correction_links,
    lock.verdict_softened,
    lock.lock_stale,
    language.reading_grade,
    language.reading_grade_worse,
    language.grades_stale,
    language.sentence_length,
    language.promise,
    house.schema_first,
    house.dates,
    house.check_overdue,
)
"""Every rule. A new one is a function and a line here."""

__all__ = ["RULES", "Context", "check"]


def check(context: Context, report: Report) -> None:
    """Ask every rule."""
    for rule in RULES:
        report.extend(rule(context))
