"""The bytes of a file become text that is safe to read, or one sentence says why not."""

import pytest

from massage_atlas.diagnostics import Report
from massage_atlas.source import read_document, record_files
from projects import check, codes, lines, text_of, write

PLAIN = "name: Strich\nplain: |\n  one\n  two\nsay: STROHK ä\n"


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.encode("utf-8-sig"),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        PLAIN.replace("\n", "\r\n").encode("utf-8-sig"),
    ],
)
def test_marks_and_line_ends_of_other_systems_change_nothing(tmp_path, data):
    """A byte order mark or Windows line ends give the same values at the same places as the plain file."""
    text, report = text_of(tmp_path / "x.yml", data)
    document = read_document(text or "", "x.yml", report)

    assert text == PLAIN
    assert [] == lines(report)
    assert document is not None
    assert {"name": "Strich", "plain": "one\ntwo\n", "say": "STROHK ä"} == document.value
    assert "x.yml:5:6" == str(document.positions.value(("say",)))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"name: a\x00b", "x.yml:1:8: error[control-character]: an invisible character (U+0000) stands here"),
        ("name: a\u202eb".encode(), "x.yml:1:8: error[control-character]: an invisible character (U+202E) stands here"),
        ("name: a\u200bb".encode(), "x.yml:1:8: error[control-character]: an invisible character (U+200B) stands here"),
        (b"name: a\x1b[31mb", "x.yml:1:8: error[control-character]: an invisible character (U+001B) stands here"),
        (b"name: a\nplain: b\xff", "x.yml:2:9: error[not-utf8]: byte 0xff is not UTF-8 text"),
        (b"\xef\xbb\xbfname: a\xff", "x.yml:1:8: error[not-utf8]: byte 0xff is not UTF-8 text"),
        (b"name: \xed\xa0\x80", "x.yml:1:7: error[not-utf8]: byte 0xed is not UTF-8 text"),
        ("name: a".encode("utf-16"), "x.yml:1:1: error[not-utf8]: the file is UTF-16, not UTF-8"),
        (b"name: a\n" * 40_000, "x.yml:1:1: error[file-size]: the file is larger than 256 KB"),
        (b"", "x.yml:1:1: error[empty-file]: the file is empty"),
        (b"a: 1\n<<<<<<< HEAD\n=======\n>>>>>>> x\n", "x.yml:2:1: error[merge-conflict]: Git could not merge"),
    ],
)
def test_text_that_cannot_be_trusted_is_refused(tmp_path, data, expected):
    """A file that is not clean UTF-8 text is refused once, at the line and column of what is wrong with it."""
    text, report = text_of(tmp_path / "x.yml", data)

    assert text is None
    assert 1 == len(lines(report))
    assert lines(report)[0].startswith(expected)


def test_a_file_of_the_largest_size_is_read(tmp_path):
    """The limit itself is allowed."""
    text, report = text_of(tmp_path / "x.yml", b"# 34567\n" * (256 * 1024 // 8))

    assert [] == lines(report)
    assert text is not None
    assert len(text) == 256 * 1024


@pytest.mark.parametrize(
    "name", [".x.yml", "x.yml~", "#x.yml#", "x.yml.swp", "x.yml.bak", "x.yml.orig", "~$x.yml", ".git"]
)
def test_what_editors_leave_behind_is_passed_over(tmp_path, name):
    """Backups, locks and dot files are nobody's mistake."""
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / name).write_text("no: record")
    report = Report()

    assert [] == list(record_files(tmp_path / "terms", tmp_path, report))
    assert [] == lines(report)


def test_records_come_in_order_of_their_ids(tmp_path):
    """The order of a listing does not depend on the file system."""
    for name in ("b", "a-b", "a", "c1"):
        (tmp_path / f"{name}.yml").write_text("x: 1")

    assert ["a", "a-b", "b", "c1"] == sorted(f.id for f in record_files(tmp_path, tmp_path, Report()))
    assert ["a-b", "a", "b", "c1"] == [f.id for f in record_files(tmp_path, tmp_path, Report())]


def test_a_shortcut_that_leads_in_a_circle_is_refused(tmp_path):
    """A symlink to itself is reported, and nothing waits for it."""
    report = check(write(tmp_path, {"content/terms/round.yml": {"link": "round.yml"}}))

    assert ["unreadable-file"] == codes(report)


def test_a_shortcut_inside_the_project_is_followed(tmp_path):
    """Only shortcuts that lead out of the project are refused."""
    target = {"content/terms/stroke.yml": {"link": "../../stroke-text.yml"}}
    text = write(tmp_path / "plain") / "content/terms/stroke.yml"
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked/stroke-text.yml").write_text(text.read_text())

    assert [] == lines(check(write(tmp_path / "linked", target)))


def test_every_bad_name_is_told_a_good_one(tmp_path):
    """The help for a file's name is a name that can be used."""
    for name in ("Über Stroke.yml", "a--b.yml", "-a.yml", "UPPER.yml", "ends-.yml", "under_score.yml", "日本.yml"):
        (tmp_path / name).write_text("x: 1")
    report = Report()
    list(record_files(tmp_path, tmp_path, report))
    offered = sorted(found.help.split("; '")[1].removesuffix("' can") for found in report)

    assert ["a", "a-b", "ber-stroke", "ends", "my-record", "under-score", "upper"] == offered
