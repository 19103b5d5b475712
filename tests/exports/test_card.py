"""The picture for link previews is a right PNG file of the size that previews ask for, and small."""

import struct
import zlib

from massage_atlas.exports.card import HEIGHT, WIDTH, card
from massage_atlas.exports.png import Drawing


def chunks(data):
    """Give the parts of a PNG file by name, each held against its own check sum."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    at, found = 8, {}
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        assert struct.unpack(">I", data[at + 8 + length : at + 12 + length]) == (zlib.crc32(name + body),)
        found[name.decode()] = body
        at += 12 + length
    return found


def test_the_card_is_a_picture_of_its_size():
    """Width and height are what previews ask for, and every row is there."""
    parts = chunks(card())

    assert ["IHDR", "PLTE", "IDAT", "IEND"] == list(parts)
    assert (WIDTH, HEIGHT, 8, 3) == struct.unpack(">IIBB", parts["IHDR"][:10])
    assert HEIGHT * (WIDTH + 1) == len(zlib.decompress(parts["IDAT"]))
    assert len(card()) < 40_000


def test_the_card_holds_paper_and_both_inks():
    """Most of it is empty paper; ink and accent are in it, with soft edges between."""
    pixels = zlib.decompress(chunks(card())["IDAT"])
    counts = [pixels.count(bytes([shade])) for shade in range(31)]

    assert counts[0] > len(pixels) * 0.9
    assert all(count > 10 for count in counts)
    assert 0 == len(pixels) - sum(counts)


def test_a_line_covers_the_pixels_between_its_ends():
    """Along the line there is full ink, beside it none; what leaves the sheet is cut off."""
    sheet = Drawing(9, 7, (255, 255, 255), [(0, 0, 0)])
    sheet.line([(2, 3), (20, 3)], 1)
    rows = zlib.decompress(chunks(sheet.png())["IDAT"])

    assert [0, 0, 15, 15, 15, 15, 15, 15, 15] == list(rows[3 * 10 + 1 : 4 * 10])
    assert 0 == sum(rows[5 * 10 :])
