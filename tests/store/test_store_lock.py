"""One writer a project; a dead one holds nothing."""

import os
import signal
import socket
import subprocess
import sys

import pytest

from detente.errors import ProjectError, ProjectLocked
from detente.store.lock import LOCK_FILE, WriteLock

HOLD = """
import sys, time
from pathlib import Path
from detente.store.lock import WriteLock
with WriteLock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path):
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_second_writer_is_told_who_is_writing_and_what_to_do(tmp_path, holder):
    with pytest.raises(ProjectLocked) as refused, WriteLock(tmp_path):
        pass
    assert str(refused.value) == (
        f"{tmp_path}: another process is writing to it (process {holder.pid} on {socket.gethostname()}). "
        "Wait until it has finished, or stop it; reading is possible meanwhile."
    )


def test_the_lock_of_a_killed_process_is_taken_over(tmp_path, holder):
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    assert str(holder.pid) in (tmp_path / LOCK_FILE).read_text()  # it had no time to tidy up
    with WriteLock(tmp_path):
        assert str(os.getpid()) in (tmp_path / LOCK_FILE).read_text()


def test_the_lock_can_be_taken_again_after_it_was_given_back(tmp_path):
    for _ in range(2):
        with WriteLock(tmp_path):
            pass
    assert (tmp_path / LOCK_FILE).read_text() == ""


def test_a_folder_that_is_absent_is_named(tmp_path):
    with pytest.raises(ProjectError, match="absent: cannot be written"), WriteLock(tmp_path / "absent"):
        pass
