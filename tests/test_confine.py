"""A confined process that may have threads: no network, no program, no other process, no file written."""

import subprocess
import sys

import pytest

HEAD = """
import os, socket, subprocess, sys, threading
from fullscore.confine import limit
held = limit(memory=2**31, seconds=10, files=32, has_threads=True)
"""
TRIES = {
    "socket": "socket.socket()",
    "fork": "os.fork()",
    "program": "os.execv('/bin/true', ['true'])",
    "subprocess": "subprocess.run(['/bin/true'])",
    "write": "open('kept.txt', 'w').write('x')",
    # Past Python's own watchman: the kernel's answer counts.
    "raw write": "os.write(os.open('kept.txt', os.O_WRONLY), b'x')",
}


def run(words: str, folder: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603  our own words
        [sys.executable, "-c", HEAD + words], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("name", TRIES)
def test_what_was_given_up_does_not_come_back(name: str, tmp_path: object) -> None:
    done = run(f"try:\n    {TRIES[name]}\nexcept OSError as error:\n    print('refused')", str(tmp_path))
    assert done.stdout.strip() == "refused", done.stderr


def test_threads_and_reading_stay(tmp_path: object) -> None:
    words = """
one = threading.Thread(target=lambda: print(len(open(os.__file__).read()) > 100))
one.start(); one.join()
"""
    assert run(words, str(tmp_path)).stdout.strip() == "True"
