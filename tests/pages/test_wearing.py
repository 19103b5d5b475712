"""A verdict is as old as the oldest check among the records it comes from, in every sentence that tells of it."""

import re

from massage_atlas.build import build_site
from massage_atlas.pages.markdown import to_markdown
from projects import BASE, TODAY, write

CLOSES = "2027-02-01"
"""The day after which nobody should rely on what was checked on 1 August 2025, before all other records."""

FEVER = "content/contraindications/fever.yml"
RULE = "rules:\n  - level: absolute\n    basis: expert\n    why: The body needs rest.\n"


def _old(fever, brought_by):
    fever = fever.replace("2026-01-10", "2025-08-01")
    return fever.replace("related:", f"implied_by:\n  - fact: {brought_by}\nrelated:")


def _page(tmp_path, url, **records):
    files = {f"content/contraindications/{name}.yml": text for name, text in records.items()}
    site = build_site(write(tmp_path, files), TODAY)
    assert not {"fever", "chills"} & {key.id for key, entry in site.library.entries.items() if entry.record is None}
    return to_markdown(next(page for page in site.pages if page.url == url))


def _closing(page, words):
    return set(re.findall(rf'{words}(?: data-closes="([^"]+)")?', page))


def test_every_sentence_of_a_verdict_closes_with_what_the_fact_brings(tmp_path):
    """The short answer and what holds for most, although the condition's own check is newer."""
    page = _page(tmp_path, "conditions/back-pain/", fever=_old(BASE[FEVER], "back-pain"))
    verdicts = "(?:emergency|avoid|ask-first|avoid-area|adapt|no-warning|not-checked)"
    assert {CLOSES} == _closing(page, rf'<span data-says="{verdicts}"') == _closing(page, rf'<b data-says="{verdicts}"')


def test_a_badge_closes_with_a_look_at_what_the_fact_brings(tmp_path):
    """No rule fires, and the verdict rests on a look recorded for what the fact brings."""
    fits = "fits:\n  - to: {techniques: [kneading]}\n    how: Gently.\n    basis: expert\n    checked: 2025-08-01\n"
    rest = "rules:\n  - level: absolute\n    to: {techniques: [stroking]}\n    do_instead: Knead.\n    basis: expert\n"
    text = re.sub(r"(?s)rules:.*(?=related:)", f"{fits}{rest}    why: The body needs rest.\n", BASE[FEVER])
    page = _page(tmp_path, "conditions/back-pain/", fever=_old(text, "back-pain"))
    assert {CLOSES} == _closing(page, 'data-technique="kneading" data-fact="back-pain"')


def test_a_plan_closes_with_what_the_fact_brings(tmp_path):
    """A plan that drops a technique because of a fact is as old as the record with the rule."""
    rule = f"{RULE}    to: {{techniques: [kneading]}}\n    do_instead: Stroke.\n"
    text = re.sub(r"(?s)rules:.*(?=related:)", rule, BASE[FEVER])
    chills = re.sub(r"(?s)rules:.*(?=related:)", rule.replace("kneading", "stroking"), BASE[FEVER])
    chills = chills.replace("level: absolute", "level: precaution").replace("name: Fever", "name: Chills")
    page = _page(tmp_path, "approaches/classic/", fever=_old(text, "chills"), chills=chills)
    assert {CLOSES} == _closing(page, r'Chills</a>: <span class="badge badge-[a-z-]+" data-verdict="[a-z-]+"')
