"""Measures how fast a library of a thousand records is checked and built: `make bench`.

Times are processor seconds, user and system, of a fresh process; the best of several runs counts, since a busy machine
only ever adds to them.
"""

import argparse
import datetime
import platform
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from made_library import write_library

GOAL = 3.0
"""The most processor seconds that a check of a thousand records may take."""

TODAY = datetime.date(2026, 6, 1)

_CHECK = """
import datetime, pathlib, sys, time
from massage_atlas.build import check_site
from massage_atlas.diagnostics.drawing import draw
begun = time.process_time()
library, report = check_site(pathlib.Path(sys.argv[1]), datetime.date(2026, 6, 1))
spent = time.process_time() - begun
if report.failed(strict=True):
    sys.exit(draw(report, "lines")[:2000])
print(spent, len(library.entries), len(library.links))
"""
_BUILD = """
import pathlib, sys, time
from massage_atlas.mkdocs_plugin import run_build
begun = time.process_time()
run_build(pathlib.Path(sys.argv[1]), None, None, False, lambda done, total: None)
print(time.process_time() - begun)
"""


def main() -> None:
    """Make the library, measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", "--records", type=int, default=1000, help="how many records (default: %(default)s)")
    parser.add_argument("-r", "--runs", type=int, default=3, help="how often each is measured (default: %(default)s)")
    parser.add_argument("--keep", type=Path, help="write the library into this folder and leave it there")
    parser.add_argument("--no-build", action="store_true", help="measure the check alone")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        root = options.keep or Path(temporary)
        size = write_library(root, options.records, TODAY)
        measure(root, size, options.runs, build=not options.no_build)


def measure(root: Path, size: int, runs: int, *, build: bool) -> None:
    """Run the check and the build, and print what they take."""
    checks = [spent(_CHECK, root) for _ in range(runs)]
    (_, records, links), alone = checks[0][0], min(said[0] for said, _ in checks)
    whole = min(process for _, process in checks)
    print(f"{records:.0f} records of {size / records / 1000:.1f} kB, {links / records:.1f} links each")
    print(f"check: {alone:.2f} s CPU, {records / alone:.0f} records/s ({whole:.2f} s with starting Python)")
    print(f"goal:  {GOAL:.2f} s CPU: {'met' if whole < GOAL else 'missed'}")
    if build:
        builds = [spent(_BUILD, root) for _ in range(max(1, runs // 2))]
        print(f"build: {min(said[0] for said, _ in builds):.2f} s CPU ({min(cpu for _, cpu in builds):.2f} s in all)")
    print(f"Python {platform.python_version()}, {platform.machine()}")


def spent(script: str, root: Path) -> tuple[list[float], float]:
    """Run a script in a fresh process; give the numbers it printed, and the processor seconds of all of it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", script, root],
        env={"SOURCE_DATE_EPOCH": "1780272000", "NO_MKDOCS_2_WARNING": "1", "PATH": "/usr/bin:/bin"},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit("the run failed, so there is nothing to measure")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return [float(number) for number in done.stdout.split()], process


if __name__ == "__main__":
    main()
