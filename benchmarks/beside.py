"""Can others work while 100,000 rows come in? `python benchmarks/beside.py [rows]`.

A file goes in by REST; until its last row is applied somebody signs in and somebody saves a form, again
and again. Printed: the longest either had to wait, how long the import took, memory of all processes.
"""

import http.cookiejar
import json
import re
import subprocess
import sys
import time
import urllib.parse
import urllib.request

import serve
import yardstick

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
WAIT, WHOLE, MEGABYTES = 2.0, 60.0, 500
ITEMS = 20_000


def content() -> bytes:
    header = "ID,Asset Name,Asset Tag,Serial,Model,Category,Status,Checked Out To,Location,Purchase Cost"
    rows = (
        f"{n},PC-{n},A-{n:06},SN{n:07},Latitude 54{n % 7},Laptops,Deployed,Person {n % 200},Site {n % 3},"
        '"$1,285.00"'
        for n in range(ROWS)
    )
    return "\n".join([header, *rows]).encode()


def token(served: serve.Served) -> str:
    """Return a token that may write; the command prints it once."""
    words = ("accounts", "token", "ada@mill.example", "--org", "mill", "--scope", "write", "--days", "1")
    command = [sys.executable, "-m", "fullscore.cli.main", *words]
    done = subprocess.run(command, env=served.environment, check=True, capture_output=True, text=True)  # noqa: S603
    found = re.search(r"fs_\S+", done.stdout)
    if found is None:
        raise SystemExit(done.stdout + done.stderr)
    return found[0]


def asked(served: serve.Served, secret: str, path: str, body: bytes | None = None) -> dict[str, object]:
    headers = {"Authorization": f"Bearer {secret}", "Content-Type": "application/octet-stream"}
    request = urllib.request.Request(  # noqa: S310  our own server
        f"{served.address}/api/v1/o/mill/{path}", body, headers, method="PUT" if body else "GET"
    )
    with urllib.request.urlopen(request) as answer:  # noqa: S310
        told: dict[str, object] = json.load(answer)["files"][0]
    return told


def signed_in(served: serve.Served) -> urllib.request.OpenerDirector:
    """Sign in anew with the password."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    form = {"email": "ada@mill.example", "password": serve.PASSWORD}
    sent(browser, f"{served.address}/sign-in/", form)
    return browser


def sent(browser: urllib.request.OpenerDirector, address: str, form: dict[str, str]) -> None:
    page = browser.open(address).read().decode()
    mark = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    body = urllib.parse.urlencode({**form, "csrfmiddlewaretoken": mark[1] if mark else ""}).encode()
    browser.open(urllib.request.Request(address, body, {"Referer": address}))  # noqa: S310


def main() -> None:
    print(yardstick.line())
    with serve.serving(ITEMS) as served:
        secret, waits, most = token(served), {"sign-in": 0.0, "saved form": 0.0}, 0.0
        began = time.perf_counter()
        number = asked(served, secret, "imports?file=assets.csv", content())["id"]
        file, turn = {"state": "reading"}, 0
        while file["state"] in {"reading", "waiting", "running"}:
            turn += 1
            at = time.perf_counter()
            browser = signed_in(served)
            waits["sign-in"] = max(waits["sign-in"], time.perf_counter() - at)
            at = time.perf_counter()
            sent(browser, f"{served.address}/o/mill/vendors/vendors/new/", {"name": f"Vendor {turn}"})
            waits["saved form"] = max(waits["saved form"], time.perf_counter() - at)
            most = max(most, serve.memory(served)[0])
            time.sleep(0.3)
            file = asked(served, secret, f"imports/{number}")
        took = time.perf_counter() - began
    print(f"{ROWS:,} rows beside {ITEMS:,} items: {took:.1f} s (limit {WHOLE:.0f} s), {file['state']}")
    for name, wait in waits.items():
        print(f"longest {name}: {wait:.2f} s of {turn} (limit {WAIT:.0f} s)")
    print(f"all processes: {most:.0f} MB (limit {MEGABYTES} MB)")
    print(yardstick.line())
    missed = took > WHOLE or max(waits.values()) > WAIT or most > MEGABYTES or file["state"] != "done"
    sys.exit(missed)


if __name__ == "__main__":
    main()
