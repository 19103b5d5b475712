"""The real site, built for a sub-folder of a local address and served there as strictly as a careful host would."""

import functools
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, TreeBuilder

ROOT = Path(__file__).parents[2]

PLACE = "massage"
"""The sub-folder of the address that the site is built for."""

POLICY = "default-src 'self'"

KINDS = {
    "home": "",
    "techniques": "techniques/",
    "conditions": "conditions/",
    "contraindications": "contraindications/",
    "approaches": "approaches/",
    "regions": "regions/",
    "structures": "structures/",
    "claims": "claims/",
    "words": "terms/",
    "sources": "references/",
    "technique": "techniques/petrissage/",
    "condition": "conditions/neck-pain/",
    "sign": "contraindications/leg-clot-signs/",
    "medicine": "contraindications/anticoagulants/",
    "standing": "contraindications/osteoporosis/",
    "approach": "approaches/medical-massage/",
    "region": "regions/neck/",
    "structure": "structures/trapezius/",
    "claim": "claims/flushes-toxins/",
    "letter": "terms/p/",
    "reference": "references/furlan-2015-low-back-pain/",
    "guide": "guides/your-appointment/",
    "visit": "visit/",
    "card": "visit/card/",
    "study": "study/",
    "get help": "get-help/",
    "about": "about/privacy/",
    "names": "a-z/",
    "sheet": "sheet/",
    "tables": "matrix/",
    "matrix": "matrix/medicines/",
    "corrections": "safety-corrections/",
    "kind of source": "references/kind/systematic-review/",
    "not covered": "not-covered/",
    "not known": "what-is-not-known/",
    "gaps": "what-is-not-known/not-checked/",
    "state": "state/",
    "not found": "no/such/page/",
}
"""One page of each kind, by its address in the site."""

_VOID = {"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass(frozen=True)
class Site:
    """A built site, and where it is served."""

    folder: Path
    url: str
    """The address it was built for and is served at, ending in a slash."""

    @property
    def origin(self) -> str:
        """Give the part of the address that is the host."""
        return urljoin(self.url, "/")

    @property
    def addresses(self) -> list[str]:
        """Give the address of every page, relative to the site; the page for wrong addresses is `404.html`."""
        files = (file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*.html"))
        return sorted(file.removesuffix("index.html") for file in files)

    def page(self, address: str) -> Element:
        """Give a page as a tree."""
        file = self.folder / address
        return parsed((file / "index.html" if address.endswith("/") or not address else file).read_text("utf-8"))


@contextmanager
def built_and_served(folder: Path) -> Iterator[Site]:
    """Build the project's site into a folder that has the name of its place, and serve it from the folder above."""
    target = folder / PLACE
    with served(folder, not_found=target / "404.html", policy=POLICY) as origin:
        build(target, f"{origin}{PLACE}/")
        yield Site(target, f"{origin}{PLACE}/")


def build(target: Path, url: str) -> str:
    """Build as a person would, and give what the build said."""
    command = [sys.executable, "-m", "massage_atlas.cli", "-C", ROOT, "build", "--strict", "-d", target, "--url", url]
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@contextmanager
def served(folder: Path, *, not_found: Path | None = None, policy: str = "") -> Iterator[str]:
    """Serve a folder on a free port of this machine; give its address."""

    class Handler(SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            if policy:
                self.send_header("Content-Security-Policy", policy)
            super().end_headers()

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            if code != 404 or not_found is None:
                return super().send_error(code, message, explain)
            body = not_found.read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            return self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """Say nothing: a tab that is closed hangs up in the middle of an answer."""

    server = Server(("127.0.0.1", 0), functools.partial(Handler, directory=folder))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def parsed(html: str) -> Element:
    """Read a page whose every element is closed, as ours are, into a tree."""
    builder = TreeBuilder()

    class Parser(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            builder.start(tag, {name: value or "" for name, value in attrs})
            if tag in _VOID:
                builder.end(tag)

        def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            builder.start(tag, {name: value or "" for name, value in attrs})
            builder.end(tag)

        def handle_endtag(self, tag: str) -> None:
            builder.end(tag)

        def handle_data(self, data: str) -> None:
            builder.data(data)

    Parser().feed(html)
    return builder.close()


def text(element: Element) -> str:
    """Give what an element says, in one line."""
    return " ".join("".join(element.itertext()).split())
