"""The largest hostile files, one process each: little memory, little time, one clear reason."""

import subprocess
import sys

import pytest

PROGRAM = r"""
import re, sys, time
from detente.read.documents import read_documents
from detente.settings import ReadSettings
start = time.perf_counter()
found = list(read_documents([sys.argv[1]], ReadSettings()))
peak = int(re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read())[1]) // 1024
print(round(time.perf_counter() - start, 2), peak, *[getattr(item, "reason", "read") for item in found], sep="|")
"""

ONE_LINE = b"word " * 10_000_000


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux does")
@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", lambda: ONE_LINE, ["a line of more than 1,000,000 characters, which no text has"]),
        ("a.html", lambda: b"<html><body><p>" + ONE_LINE,
         ["a page of 50,000,015 bytes; at most 10,000,000 are read as one document"]),
        ("a.jsonl", lambda: b'{"text": "' + ONE_LINE + b'"}\n{"text": "Norway left."}\n',
         ["a line of more than 8,000,000 bytes", "read"]),
        ("a.csv", lambda: b"text,n\n" + ONE_LINE + b",1\nNorway left.,2\n",
         ["a row that cannot be read (a line of more than 2,000,000 characters); is a quotation mark missing?",
          "read"]),
        ("b.html", lambda: b"<html><body><article>" + b"<div><p>Norway left.</p></div>" * 300_000, None),
    ],
)  # fmt: skip
def test_fifty_megabytes_of_one_line(tmp_path, name, content, expected):
    path = tmp_path / name
    path.write_bytes(content())
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)], capture_output=True, text=True, check=True, timeout=60
    )
    seconds, peak, *reasons = done.stdout.strip().split("|")
    assert expected is None or reasons == expected
    assert float(seconds) < 10
    assert int(peak) < 400  # MiB, of which Python and the language model take some 150
