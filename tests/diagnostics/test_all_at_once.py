"""Everything that is wrong is told in one run."""

import re

from massage_atlas.diagnostics.drawing import draw
from projects import changed, check, write

WRONG = {
    "techniques/kneading.yml": changed(
        "techniques/kneading.yml",
        {
            "  position: [face-down]": "  position: [face-down]\n  presure: [deep]",
            "  lubricant: oil\n": "",
            "references: [smith-2020]": "references: [smiht-2020]",
            "low: 1,": "low: slow,",
            "name: Kneading": "name: Kneading\nname: Rolling",
        },
    ),
    "techniques/stroking.yml": changed(
        "techniques/stroking.yml", {"  note: It begins": "  after: [kneading]\n  note: It begins"}
    ),
    "content/references/smith-2020.yml": changed(
        "content/references/smith-2020.yml", {"https://example.org/smith": "www.example.org/smith"}
    ),
}

EXPECTED = [
    ("bad-url", "content/references/smith-2020.yml:11:6"),
    ("duplicate-key", "techniques/kneading.yml:6:1"),
    ("unknown-reference", "techniques/kneading.yml:10:14"),
    ("unknown-key", "techniques/kneading.yml:17:3"),
    ("missing-key", "techniques/kneading.yml:20:1"),
    ("wrong-type", "techniques/kneading.yml:22:15"),
    ("cyclic-order", "techniques/kneading.yml:35:11"),
]


def test_seven_kinds_of_mistakes_are_told_in_one_run(tmp_path):
    """Seven kinds of mistakes are reported together, each at its own line and column with help, without a traceback.

    They are a wrong reference, an unknown key, a missing key, a wrong type, a key written twice, records in a circle
    and a bad address.
    """
    report = check(write(tmp_path, WRONG))
    drawn = draw(report)

    assert EXPECTED == [(found.code.value, str(found.place)) for found in report]
    for code, place in EXPECTED:
        frame = re.search(rf"error\[{code}\]: .+\n +--> {re.escape(place)}\n(?:.+\n)* += help: .+\n", drawn)
        assert frame, drawn
    assert drawn.endswith("\n7 errors\n")
    assert "Traceback" not in drawn
