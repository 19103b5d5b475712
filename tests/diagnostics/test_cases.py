"""Every code has a case as data: a project in which all is well, and one in which it is reported."""

import datetime
from pathlib import Path

import pytest
import yaml

from massage_atlas.diagnostics import Code
from projects import TODAY, check, codes, lines, write

CASES = Path(__file__).parent.parent / "data/diagnostics"


def test_every_code_has_a_case_and_every_case_a_code():
    """A new code comes with its case file, named like it."""
    assert sorted(Code) == sorted(file.stem for file in CASES.glob("*.yml"))


def test_the_base_project_is_right(tmp_path):
    """Nothing at all is reported on the records that every case starts from."""
    assert [] == lines(check(write(tmp_path)))


@pytest.mark.parametrize("code", [code.value for code in Code])
def test_case(code, tmp_path, renew):
    """The right project reports nothing, the wrong one exactly the expected lines, its own code among them."""
    file = CASES / f"{code}.yml"
    case = yaml.safe_load(file.read_text(encoding="utf-8"))
    today = case.get("today", TODAY)
    assert isinstance(today, datetime.date)
    report = check(write(tmp_path / "bad", case["bad"]), today)
    found = lines(report)
    if renew:
        head = file.read_text(encoding="utf-8").partition("\nexpected:")[0]
        body = "".join(f"  {line}\n" for line in found)
        file.write_text(f"{head}\nexpected: |\n{body}", encoding="utf-8")
        case["expected"] = "\n".join(found)

    assert [] == lines(check(write(tmp_path / "good", case["good"]), today))
    assert case["expected"].splitlines() == found
    assert code in codes(report)
