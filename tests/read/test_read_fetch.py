"""Pages come over HTTP within limits of address, size, time and redirects (a real server on loopback)."""

import contextlib
import gzip
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

PAGE = (
    "<html lang='en'><head><title>Oslo pact</title></head><body><article><h1>Oslo pact</h1>"
    "<p>Norway and Sweden signed an agreement on joint air defence in Oslo on Monday.</p>"
    "<p>Russia criticised the agreement at once and recalled its ambassador.</p></article></body></html>"
)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        path = self.path.partition("?")[0]
        if path.startswith("/to/"):
            self.reply(302, b"", Location=path.removeprefix("/to/").replace("=", "/"))
        elif path == "/loop":
            self.reply(302, b"", Location="/loop")
        elif path == "/away":
            self.reply(302, b"", Location="http://169.254.169.254/latest/meta-data/")
        elif path == "/file":
            self.reply(302, b"", Location="file:///etc/passwd")
        elif path == "/large":
            self.reply(200, b"word " * 100_000)
        elif path == "/bomb":
            self.reply(200, gzip.compress(b"word " * 2_000_000), **{"Content-Encoding": "gzip"})
        elif path == "/packed":
            self.reply(200, gzip.compress(PAGE.encode()), **{"Content-Encoding": "gzip", "Content-Type": "text/html"})
        elif path == "/slow":
            self.send_response(200)
            self.end_headers()
            with contextlib.suppress(OSError):
                for _ in range(100):
                    self.wfile.write(b"word ")
                    time.sleep(0.05)
        elif path == "/latin":
            page = (
                "<html><body><article><p>Die Außenministerin erklärte am Montag, dass Österreich zustimmen würde.</p>"
            )
            self.reply(200, page.encode("latin-1"), **{"Content-Type": "text/html; charset=iso-8859-1"})
        elif path == "/host":
            said = f"The host that was asked for in this request is {self.headers['Host']} and no other."
            self.reply(200, said.encode(), **{"Content-Type": "text/plain"})
        elif path.endswith("missing"):
            self.reply(404, b"no")
        else:
            self.reply(200, PAGE.encode(), **{"Content-Type": "text/html; charset=utf-8"})

    def reply(self, status, body, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(body)

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def test_a_page_is_read_with_its_host_as_publisher_and_the_date_of_its_address(server, read_inputs):
    url = f"{server}/2023/05/07/oslo-pact"
    (document,), rejected = read_inputs([url], allow_private=True)
    assert rejected == []
    assert (document.source, document.title, document.publisher) == (url, "Oslo pact", "127.0.0.1")
    assert (str(document.published), document.published_basis) == ("2023-05-07", "url")
    assert "Norway and Sweden signed an agreement" in document.text


def test_by_default_a_private_address_is_refused(server, read_inputs):
    documents, (rejected,) = read_inputs([f"{server}/page"])
    assert documents == []
    assert rejected.reason == "127.0.0.1 leads to 127.0.0.1, an address inside this machine or its network"
    assert rejected.remedy == "Give --allow-private (setting read.allow_private) to read it all the same"


def test_every_redirect_is_checked_anew(server, read_inputs, monkeypatch):
    from detente.read import addresses

    real = addresses.is_public
    # the server on loopback plays a public one; the link-local address stays what it is
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1" or real(address))
    documents, (rejected,) = read_inputs([f"{server}/away"])
    assert documents == []
    assert "169.254.169.254" in rejected.reason


def test_redirects_are_followed_up_to_a_limit(server, read_inputs):
    (document,), _ = read_inputs([f"{server}/to/=2021=01=02=page"], allow_private=True)
    assert str(document.published) == "2021-01-02"
    _, (rejected,) = read_inputs([f"{server}/loop"], allow_private=True, max_redirects=3)
    assert rejected.reason == "more than 3 redirects"


@pytest.mark.parametrize(
    ("path", "settings", "reason"),
    [
        ("/file", {}, "'file:///etc/passwd' is not an http or https address"),
        ("/missing", {}, "the server answered 404 Not Found"),
        ("/large", {"max_bytes": 10_000}, "the answer is larger than 10,000 bytes"),
        ("/bomb", {"max_expanded_bytes": 1_000_000}, "expands to more than 1,000,000 bytes"),
        ("/bomb", {}, "expands more than 200 times (a decompression bomb?)"),
        ("/slow", {"timeout_s": 0.5}, "no complete answer in 0.5 s"),
    ],
)
def test_what_is_wrong_with_an_answer_is_said(server, read_inputs, path, settings, reason):
    documents, (rejected,) = read_inputs([server + path], allow_private=True, **settings)
    assert documents == []
    assert rejected.reason == reason
    assert rejected.remedy


def test_compression_and_declared_character_sets_are_undone(server, read_inputs):
    (packed,), _ = read_inputs([f"{server}/packed"], allow_private=True)
    (latin,), _ = read_inputs([f"{server}/latin"], allow_private=True)
    assert packed.title == "Oslo pact"
    assert "Die Außenministerin erklärte" in latin.text
    assert latin.language == "de"


def test_the_server_is_asked_for_the_host_by_name(server, read_inputs):
    (document,), _ = read_inputs([server.replace("127.0.0.1", "localhost") + "/host"], allow_private=True)
    assert "localhost:" in document.text


def test_a_password_in_an_address_is_refused(read_inputs):
    _, (rejected,) = read_inputs(["http://user:secret@example.org/"])
    assert rejected.reason == "the address holds a user name or password"


def test_a_server_that_is_not_there_is_reported(read_inputs):
    _, (rejected,) = read_inputs(["http://127.0.0.1:9/"], allow_private=True, timeout_s=5)
    assert rejected.reason.startswith("the server could not be read (ConnectError")
