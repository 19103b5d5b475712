"""The home page shows what readers are likeliest to look for."""

import re

from massage_atlas.build import build_site
from massage_atlas.pages.markdown import to_markdown
from projects import BASE, SAMPLES, TODAY, write


def test_home_lists_the_conditions_that_most_records_name_by_title(tmp_path):
    """Thirteen conditions that nothing names push none out that something does; a title is found where it belongs."""
    path = SAMPLES["condition"]
    text = re.sub(r"^name: .*$", "name: Aaa", BASE[path], count=1, flags=re.MULTILINE)
    folder = path.rpartition("/")[0]
    unnamed = {f"{folder}/a-{number}.yml": text.replace("Aaa", f"Aaa {number:02}") for number in range(13)}
    claim = BASE[SAMPLES["claim"]].replace("about: [kneading]", "about: [kneading, made-last]")
    last = {f"{folder}/made-last.yml": text.replace("Aaa", "Aab the last")}
    site = build_site(write(tmp_path, {**unnamed, **last, SAMPLES["claim"]: claim}), TODAY)
    assert not site.report.failed(), list(site.report)
    home = to_markdown(next(page for page in site.pages if page.url == ""))
    shown = re.findall(r'<a href="conditions/([a-z0-9-]+)/"', home)
    assert 12 == len(shown)
    assert "made-last" in shown
    titles = re.findall(r'<a href="conditions/[a-z0-9-]+/">([^<]+)</a>', home)
    assert sorted(titles, key=str.casefold) == titles
