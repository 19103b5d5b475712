"""Measures the search: milliseconds a key and bytes for the first query, in the shipped library and in a made one.

Every key of every query is pressed, in a real Chromium, and timed until what is shown answers it, without the wait for
files: each query is typed once before. Bytes are as gzip sends them, which is more than Brotli would.
"""

import argparse
import gzip
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests/site"))
from chromium import chromium
from made_library import write_library
from playwright.sync_api import Browser

from massage_atlas.build import check_site
from massage_atlas.exports import search
from massage_atlas.exports.browser_safety import browser_safety
from massage_atlas.pages.findable import findable
from massage_atlas.safety import safety_model
from massage_atlas.theme_files import with_theme
from massage_atlas.today import today

ROOT = Path(__file__).parents[1]

GOAL = 50.0
"""The most milliseconds that a key may take."""

BYTES = 64_000
"""The most bytes that the first query may load."""

QUERIES = ("petrisage", "deep tissue blood thinner", "can I have a massage with a cold", "siatica", "sore lower back")
MADE_QUERIES = ("kneading 17", "back pain 250", "feaver 31", "kneeding with back pain 12", "fever 400")

_PRESS = """async ([text, wait]) => {
  const field = document.getElementById('atlas-query');
  const place = () => document.querySelector('.search-results');
  const begun = performance.now();
  field.value = text;
  field.dispatchEvent(new Event('input', {bubbles: true}));
  while (place().dataset.query !== text) await new Promise(done => setTimeout(done, wait));
  return performance.now() - begun;
}"""


def main() -> None:
    """Print the figures of both libraries."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", "--records", type=int, default=5000, help="records of the made library (%(default)s)")
    options = parser.parse_args()
    with chromium() as browser, tempfile.TemporaryDirectory() as temporary:
        print("shipped library")
        measure(browser, ROOT, Path(temporary) / "shipped", QUERIES)
        made = Path(temporary) / "made"
        write_library(made, options.records, today())
        print(f"made library of {options.records:,} records")
        measure(browser, made, Path(temporary) / "made-site", MADE_QUERIES)


def measure(browser: Browser, root: Path, folder: Path, queries: tuple[str, ...]) -> None:
    """Write what the search needs into a folder, type the queries there, and print what that took."""
    library, _ = check_site(root, today())
    model = safety_model(library)
    begun = time.process_time()
    index = search.files(library, model, browser_safety(library, model), findable(library, ()))
    print(f"  index: {len(index)} files in {time.process_time() - begun:.1f} s CPU")
    for path, text in with_theme(index, skeleton=True).items():
        if path.startswith("assets/"):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    body = '<!doctype html><script defer src="assets/atlas.js"></script><button class="search-button">Search</button>'
    (folder / "index.html").write_text(body, encoding="utf-8")
    times: list[float] = []
    largest = 0
    for query in queries:
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto((folder / "index.html").as_uri())
        page.click(".search-button")
        before = len(asked)
        page.evaluate(_PRESS, [query, 5])
        files = [Path(url.removeprefix("file://")) for url in asked[before:]]
        size = sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)
        largest = max(largest, size)
        print(f"  {query!r}: {len(files)} files, {size:,} bytes")
        keys = [query[: at + 1] for at in range(len(query))]
        for key in keys:
            page.evaluate(_PRESS, [key, 5])
        times += [page.evaluate(_PRESS, [key, 0]) for key in keys]
        page.close()
    slow = statistics.quantiles(times, n=20)[-1]
    print(f"  a key: {statistics.median(times):.1f} ms, 95 of 100 under {slow:.1f} ms, slowest {max(times):.1f} ms")
    print(f"  goals: {GOAL:.0f} ms {'met' if slow < GOAL else 'missed'}, {BYTES:,} bytes", end=" ")
    print("met" if largest <= BYTES else "missed")


if __name__ == "__main__":
    main()
