"""What the sheet makes of ticks, where the records behind them are too old: asked about, and never told as settled."""

import datetime

import pytest
from playwright.sync_api import Browser
from real_site import ROOT
from two_resolvers import SCRIPTS

from massage_atlas.build import check_site
from massage_atlas.exports.browser_safety import browser_safety
from massage_atlas.safety import safety_model

pytestmark = pytest.mark.browser

DAY = datetime.date(2026, 11, 22)

PARTS = """([data, old]) => {
  if (old) data.facts[old].closes = '2020-01-01';
  const { parts } = atlas.advice(data, 'effleurage', [atlas.facts.parse('parkinsons')], []);
  return Object.keys(parts).filter(part => [...parts[part].keys()].includes('parkinsons'));
}"""


@pytest.mark.parametrize(("old", "expected"), [("", "tell"), ("frail-or-unsteady", "ask"), ("parkinsons", "ask")])
def test_what_fires_no_rule_is_as_old_as_what_it_brings(old: str, expected: str, browser: Browser) -> None:
    library, _ = check_site(ROOT, DAY)
    page = browser.new_page()
    page.clock.set_fixed_time(datetime.datetime.combine(DAY, datetime.time(12), datetime.UTC))
    for script in ("site/10-atlas.js", "resolver/10-resolver.js", "sheet/20-advice.js"):
        page.add_script_tag(content=(SCRIPTS / script).read_text("utf-8"))
    assert [expected] == page.evaluate(PARTS, [browser_safety(library, safety_model(library)), old])
    page.close()
