"""A medicine's name leads to the record that says what it means for a massage."""

from pathlib import Path

import yaml

from massage_atlas.build import build_site
from massage_atlas.records.contraindication import Contraindication
from massage_atlas.records.vocabulary import ContraindicationKind
from massage_atlas.today import today
from projects import ROOT, check, lines, write

LIST = "content/medicines.yml"


def problems(folder: Path, *medicines: str) -> list[str]:
    text = "medicines:\n" + "".join(f"  - {one}\n" for one in medicines)
    found = [line for line in lines(check(write(folder, {LIST: text}))) if line.startswith(LIST)]
    return [line.partition(" (help")[0] for line in found]


def test_a_medicine_leads_to_a_record_that_exists(tmp_path: Path) -> None:
    """Anything else is named at its line and column."""
    found = problems(tmp_path, "{name: aspirin, means: fever}", "{name: ibuprofen, means: fevr}")

    assert [f"{LIST}:3:30: error[unknown-reference]: there is no contraindication 'fevr'"] == found


def test_a_group_is_told_once_of_a_record_that_exists(tmp_path: Path) -> None:
    """What medicines are is said beside them in the search: of one record once, and of none that is not there."""
    groups = "groups:\n" + "".join(f"  - {{means: {id_}, what: a thing}}\n" for id_ in ("fever", "fevr", "fever"))
    text = f"{groups}medicines:\n  - {{name: aspirin, means: fever}}\n"
    found = [line for line in lines(check(write(tmp_path, {LIST: text}))) if line.startswith(LIST)]

    assert [
        f"{LIST}:3:13: error[unknown-reference]: there is no contraindication 'fevr'",
        f"{LIST}:4:13: error[repeated-reference]: 'fever' stands twice in 'groups'",
    ] == [line.partition(" (help")[0] for line in found]


def test_a_name_leads_to_one_medicine(tmp_path: Path) -> None:
    """Two medicines never share a name, a brand or a misspelling, whatever the capitals."""
    found = problems(
        tmp_path, "{name: one, means: fever, brands: [Same]}", "{name: two, means: fever, misspellings: [same]}"
    )

    assert [f"{LIST}:3:12: error[repeated-name]: 'same' is a name of 'one' too"] == found


def test_every_record_about_a_medicine_lists_its_names() -> None:
    """The page of each medicine record shows generic names and brands, and says to keep taking them."""
    site = build_site(ROOT, today())
    listed = yaml.safe_load((ROOT / LIST).read_text(encoding="utf-8"))["medicines"]
    ids = [id_ for id_, one in site.library.records(Contraindication) if one.fact_kind is ContraindicationKind.MEDICINE]
    assert ids
    for id_ in ids:
        page = next(page for page in site.pages if page.url == f"contraindications/{id_}/")
        html = next(section.html for section in page.sections if section.id == "medicines")
        names = [name for one in listed if one["means"] == id_ for name in (one["name"], *one.get("brands", ()))]
        assert names
        assert [] == [name for name in names if name not in html]
        assert "Do not stop, skip or change a medicine because of a massage." in html
