"""How fast pages come and how much memory the whole takes, as served: `python benchmarks/serve.py`.

Each figure is the median of five runs of ten requests; run it on an otherwise idle machine. The home is
made for the run and goes with it.
"""

import http.client
import http.cookiejar
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import yardstick

RUNS, EACH = 5, 10
SIZES = (2_000, 20_000)
# Milliseconds, from the plan; the list grows with the register.
LIMITS = {2_000: {"list": 60, "detail": 35}, 20_000: {"list": 75, "detail": 35}}
MEGABYTES, WEB_MEGABYTES, TIMES_EMPTY = 250, 120, 4
EMPTY = "me/"
PASSWORD = "correct horse battery 9"  # noqa: S105  of a home that lives for one run
PAGES = {
    "list": "o/mill/estate/items/",
    "detail": "o/mill/estate/items/item-7/",
    "search in list": "o/mill/estate/items/?search=Laptop+19",
    "sorted list": "o/mill/estate/items/?sort=-name",
    "home": "o/mill/",
    "find": "o/mill/find/?q=Laptop",
    "form": "o/mill/estate/items/new/",
    "history": "o/mill/history/",
    "goals": "o/mill/goals/",
    "answer again": "o/mill/goals/?q=hire+12+people+in+Sales+next+quarter&on=2026-11-23",
}


@dataclass(frozen=True)
class Served:
    address: str
    process: subprocess.Popen[bytes]
    cookie: str
    environment: dict[str, str]

    def get(self, connection: http.client.HTTPConnection, path: str) -> float:
        """Return the milliseconds one page took; a page that is not there ends the benchmark."""
        began = time.perf_counter()
        connection.request("GET", f"/{path}", headers={"Cookie": self.cookie})
        answer = connection.getresponse()
        answer.read()
        if answer.status != http.HTTPStatus.OK:
            raise SystemExit(f"/{path} answered {answer.status}")
        return (time.perf_counter() - began) * 1000


def environment(home: Path) -> dict[str, str]:
    ours = {"FULLSCORE_HOME": str(home), "PYTHONPATH": str(Path(__file__).parents[1] / "src")}
    return {**os.environ, **ours, "DJANGO_SETTINGS_MODULE": "fullscore.conf.settings"}


def fill(items: int) -> None:
    """Make the organisation 'mill' with its items; runs in a process of its own."""
    import django  # noqa: PLC0415

    django.setup()
    from datetime import UTC, datetime  # noqa: PLC0415

    from fullscore.store.models import Item, ItemModel, Organisation, Person, Site, Team  # noqa: PLC0415

    place, now = Organisation.objects.get(), datetime.now(UTC)
    stamps = {"organisation": place, "created_at": now, "changed_at": now}
    sites = [Site.objects.create(ref=f"site-{n}", name=f"Site {n}", **stamps) for n in range(3)]
    sales = Team.objects.create(ref="sales", name="Sales", **stamps)
    models = [ItemModel.objects.create(ref=f"model-{n}", name=f"Model {n}", **stamps) for n in range(40)]
    people = [
        Person.objects.create(ref=f"p-{n}", name=f"Person {n}", site=sites[n % 3], team=sales, **stamps)
        for n in range(200)
    ]
    rows = [
        Item(
            ref=f"item-{n}", name=f"Laptop {n}", tag=f"T{n}", serial=f"S{n}", model=models[n % 40],
            holder=people[n % 200], site=sites[n % 3], provenance={"name": ["snipeit", 1, n, None]},
            **stamps,
        )
        for n in range(items)
    ]  # fmt: skip
    Item.objects.bulk_create(rows, batch_size=2000)


@contextmanager
def serving(items: int) -> Iterator[Served]:
    with tempfile.TemporaryDirectory() as folder:
        home, ready, log = Path(folder) / "home", Path(folder) / "ready", Path(folder) / "log"
        run(home, "-m", "fullscore.cli.main", "init", "--org", "Mill", "--owner", "ada@mill.example")
        run(home, __file__, "fill", str(items))
        process = begun(home, ready, log)
        try:
            yield Served(ready.read_text().strip(), process, signed_in(log.read_text()), environment(home))
        finally:
            process.terminate()
            process.wait()


def run(home: Path, *words: str) -> None:
    command = [sys.executable, *words]
    subprocess.run(command, env=environment(home), check=True, stdout=subprocess.DEVNULL)  # noqa: S603


def begun(home: Path, ready: Path, log: Path) -> subprocess.Popen[bytes]:
    """Start the program and wait until it has written its address."""
    command = [sys.executable, "-m", "fullscore.cli.main", "serve", "--port", "0", "--ready-file", str(ready)]
    with log.open("w") as file:
        process = subprocess.Popen(command, env=environment(home), stdout=file, stderr=file)  # noqa: S603
    while not ready.exists():
        if process.poll() is not None:
            raise SystemExit(log.read_text())
        time.sleep(0.1)
    return process


def signed_in(said: str) -> str:
    """Open the link that serve printed, and return the session's cookie."""
    found = re.search(r"http\S+/link/\S+/", said)
    if found is None:
        raise SystemExit("serve printed no link")
    link, jar = found[0], http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    page = browser.open(link).read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    form = {
        "csrfmiddlewaretoken": token[1] if token else "",
        "name": "Ada",
        "password": PASSWORD,
    }
    browser.open(urllib.request.Request(link, urllib.parse.urlencode(form).encode(), {"Referer": link}))  # noqa: S310
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)


def measured(served: Served, path: str) -> tuple[float, float]:
    """Return median and 95th percentile of five runs of ten requests, after a warm-up."""
    where = urllib.parse.urlsplit(served.address)
    connection = http.client.HTTPConnection(str(where.hostname), where.port)
    for _ in range(3):
        served.get(connection, path)
    took = [[served.get(connection, path) for _ in range(EACH)] for _ in range(RUNS)]
    connection.close()
    everything = sorted(each for run in took for each in run)
    return statistics.median(map(statistics.median, took)), everything[int(len(everything) * 0.95)]


def memory(served: Served) -> tuple[float, float]:
    """Return megabytes of the whole family and of its largest member, each page counted once."""
    parent = psutil.Process(served.process.pid)
    found = [each.memory_full_info().pss / 2**20 for each in (parent, *parent.children(recursive=True))]
    return sum(found), max(found)


def main() -> None:
    print(yardstick.line())
    slow: list[str] = []
    for items in SIZES:
        with serving(items) as served:
            time.sleep(3)
            whole, web = memory(served)
            print(f"{items:,} items: idle {whole:.0f} MB (limit {MEGABYTES})")
            print(f"{items:,} items: web {web:.0f} MB (limit {WEB_MEGABYTES})")
            slow += [f"memory at {items}"] * (whole > MEGABYTES or web > WEB_MEGABYTES)
            slow += timed(served, items)
    print(yardstick.line())
    print(json.dumps({"missed": slow}))
    sys.exit(bool(slow))


def timed(served: Served, items: int) -> list[str]:
    """Print each page's figures and return the names of those that miss their limit."""
    _, empty = measured(served, EMPTY)
    print(f"{items:,} items: {'empty signed-in page':22} p95 {empty:6.1f} ms")
    missed = []
    for name, path in PAGES.items():
        median, p95 = measured(served, path)
        limit = LIMITS[items].get(name)
        # What any page may take is promised for an organisation of its usual size.
        is_unlike_empty = items == SIZES[0] and p95 > TIMES_EMPTY * empty
        is_slow = (limit is not None and median > limit) or is_unlike_empty
        missed += [f"{name} at {items}"] * is_slow
        told = f"limit {limit} ms, " if limit else ""
        share = f"p95 {p95:.1f} = {p95 / empty:.1f} x empty"
        print(f"{items:,} items: {name:22} median {median:6.1f} ms ({told}{share})")
    return missed


WORK: dict[str, Callable[[], None]] = {"fill": lambda: fill(int(sys.argv[2]))}

if __name__ == "__main__":
    WORK.get(sys.argv[1] if len(sys.argv) > 1 else "", main)()
