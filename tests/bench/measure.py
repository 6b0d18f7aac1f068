"""Whole processes and what they cost."""
import os
import signal
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path

LIMIT = 600  # seconds; what takes longer has no figure


@dataclass
class Cost:
    wall: float  # seconds
    cpu: float  # seconds, of all its threads and of the processes it waited for
    memory: int  # bytes: the most that one of its processes had. No less than what this program has, which is little


def run(command, output=None, log=None):
    """Runs a command to its end, what it says in the file `log`, its standard output in `output` if that is given; None when it failed or took
    too long."""
    files = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
             (os.POSIX_SPAWN_OPEN, 2, str(log or os.devnull), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644),
             (os.POSIX_SPAWN_DUP2, 2, 1)]
    if output:
        files[2] = (os.POSIX_SPAWN_OPEN, 1, str(output), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    words = [str(word) for word in command]
    begun = time.perf_counter()
    child = os.posix_spawnp(words[0], words, os.environ, file_actions=files, setpgroup=0)
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(child, signal.SIGKILL))
    signal.alarm(LIMIT)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - begun
    signal.alarm(0)
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024) if status == 0 else None


def middle(costs):
    """The medians of several runs' figures, and the most memory of them."""
    return Cost(statistics.median(c.wall for c in costs), statistics.median(c.cpu for c in costs), max(c.memory for c in costs))


def machine():
    """The processor, its cores, the memory, the system."""
    def value(path, key):
        lines = Path(path).read_text().splitlines() if Path(path).exists() else []
        return next((line.split(":", 1)[1].strip() for line in lines if line.startswith(key)), "unknown")
    kilobytes = value("/proc/meminfo", "MemTotal").split()[0]
    memory = f"{int(kilobytes) / 2**20:.0f} GB" if kilobytes.isdigit() else "unknown memory"
    return f"{value('/proc/cpuinfo', 'model name')}, {os.cpu_count()} cores, {memory}, {sys.platform} {os.uname().release}"
