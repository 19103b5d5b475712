"""Compares the two resolvers on every verdict of the library, in a real Chromium: `make parity`.

Each technique, with each fact in each form and stage, at each site, in each region, and with the region or the site
not said. A site changes an answer only through a rule that holds "at the site". Facts that bring no such rule are
taken at one site instead of all, which leaves the others equal to it by their names alone.
"""

import datetime
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "site"))

from chromium import NoBrowser, chromium
from real_site import ROOT
from two_resolvers import Case, answering, assert_equal, forms

from massage_atlas.build import check_site
from massage_atlas.safety import Fact, SafetyModel, safety_model
from massage_atlas.safety.resolver import everything


def main() -> None:
    """Compare everything; ends with an error at the first case that differs."""
    library, _ = check_site(ROOT, datetime.date(2026, 11, 21))
    model = safety_model(library)
    started, compared = time.monotonic(), 0
    with chromium() as browser:
        answer = answering(browser.new_page(), library)
        for technique in sorted(model.techniques):
            for fact in (form for id_ in sorted(model.facts) for form in forms(model, id_)):
                cases = list(_placed(model, technique, fact))
                assert_equal(model, answer, cases)
                compared += len(cases)
            print(f"{technique}: {compared:,} equal, {time.monotonic() - started:.0f} seconds", flush=True)


def _placed(model: SafetyModel, technique: str, fact: Fact) -> Iterator[Case]:
    places = model.areas.ids
    brought = {one.id for one in everything(model, (fact,))}
    by_site = any(rule.at_site for id_ in brought if id_ in model.facts for rule in model.facts[id_].rules)
    for site in (None, *(places if by_site else places[:1])):
        for region in (None, *places):
            yield technique, (Fact(fact.id, fact.variant, fact.phase, site),), region


if __name__ == "__main__":
    try:
        main()
    except NoBrowser as error:
        sys.exit(str(error))
