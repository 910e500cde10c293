#!/usr/bin/env python3
"""Measures units and rosters at the size of a province: 69 communes, 600 schools with 12,000 classes, 200,000 people
(docs/rosters.md, docs/performance.md).

Benchmarks/Rosters/measure.py [PEOPLE]: imports on the command line, then lists and searches over HTTP, with
.build/release/quizserver or what QUIZ_PROGRAM names.
"""

import csv
import json
import os
import pathlib
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("QUIZ_PROGRAM", str(ROOT / ".build/release/quizserver"))
COMMUNES, SCHOOLS, CLASSES = 69, 600, 20
FAMILIES = "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Võ Đinh Trịnh Mai Cao Tô".split()
MIDDLES = "Văn Thị Đức Hữu Ngọc Minh Thanh Quốc Thu Hồng Xuân Bảo Gia Khánh Anh Công Đình Quang Tuấn Phương".split()
GIVEN = "An Ánh Bình Châu Chi Dũng Dương Đạt Đức Giang Hà Hải Hân Hiếu Hòa Huy Hương Khánh Khoa Lan Linh Long Mai Minh My Nam Nga Ngân Nhi Oanh Phong Phúc Quân Quỳnh Sơn Tâm Thảo Thư Trang Trung Tú Uyên Vân Việt Vy Yến".split()


def province(folder, people):
    """Units and one list of everybody."""
    dice = random.Random(7)
    units = ["units:", "  - { code: tinh, title: Tỉnh, type: tinh }"]
    classes = []
    for commune in range(COMMUNES):
        units.append(f"  - {{ code: xa-{commune}, title: Xã số {commune}, type: xa-phuong, parent: tinh }}")
    for school in range(SCHOOLS):
        units.append(f"  - {{ code: s-{school}, title: Trường THCS số {school}, type: thcs, parent: xa-{school % COMMUNES} }}")
        for number in range(CLASSES):
            code = f"s-{school}-{number}"
            classes.append(code)
            units.append(f"  - {{ code: {code}, title: Lớp {6 + number // 5}{'ABCDE'[number % 5]} - Trường {school}, type: lop, parent: s-{school} }}")
    (folder / "units.yaml").write_text("\n".join(units) + "\n", "utf-8")
    seen = set()
    with open(folder / "list.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Lớp"])
        number = 0
        while number < people:
            name = " ".join([dice.choice(FAMILIES), dice.choice(MIDDLES), dice.choice(MIDDLES), dice.choice(GIVEN)])
            year, code = dice.randint(2011, 2014), classes[number % len(classes)]
            if (key := (name.lower(), year, code)) in seen:
                continue
            seen.add(key)
            number += 1
            writer.writerow([number, name, f"{dice.randint(1, 28):02}/{dice.randint(1, 12):02}/{year}", "Nam", code])


def run(*command, **options):
    return subprocess.run([PROGRAM, *command], cwd=ROOT, check=True, capture_output=True, text=True, **options).stdout


def serve(data):
    server = subprocess.Popen([PROGRAM, "serve", "--data", data, "--port", "0", "--admin-port", "0"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    url = ""
    lines = []
    while True:
        line = server.stdout.readline()
        if not line:
            sys.exit("the server did not start:\n" + "".join(lines))
        lines.append(line)
        if match := re.match(r"Đang chạy tại (http\S+)", line.strip()):
            url = match[1]
        if match := re.search(r"(http\S+)/metrics", line):
            return server, url, match[1]


def ask(url, token="", body=None):
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    if body is not None:
        headers["Content-Type"] = "application/json"
    request = urllib.request.Request(url, headers=headers, data=json.dumps(body).encode() if body is not None else None)
    began = time.monotonic()
    with urllib.request.urlopen(request, timeout=60) as reply:
        return json.loads(reply.read()), (time.monotonic() - began) * 1_000


def longest_commit(metrics):
    """Seconds within which every batch of the writer was done, and the share of those within 25 ms."""
    with urllib.request.urlopen(f"{metrics}/metrics", timeout=10) as reply:
        text = reply.read().decode()
    buckets = [(float(edge), int(float(count))) for edge, count in re.findall(r'quiz_\w*(?:commit|batch)\w*_bucket\{[^}]*le="([\d.]+)"[^}]*\} (\S+)', text)]
    total = max((count for _, count in buckets), default=0)
    short = next((count for edge, count in buckets if edge == 0.025), 0) / max(total, 1)
    return next((edge for edge, count in sorted(buckets) if count == total), float("nan")), short


def main(people=200_000):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        data = str(folder / "data")
        province(folder, people)
        for bank in ("hoc-sinh", "hoc-sinh-them", "co-ban", "cong-vu", "nguoi-dan", "nhan-dien-lua-dao", "sinh-vien"):
            run("bank", "import", f"QuestionBanks/{bank}.yaml", "--data", data)
        began = time.monotonic()
        words = run("unit", "import", str(folder / "units.yaml"), "--data", data).strip().splitlines()[-1]
        print(f"import of units: {time.monotonic() - began:.1f} s; {words}")
        run("contest", "apply", "Contests/demo.yaml", "--data", data)
        run("account", "add", "do", "--role", "admin", "--data", data, input="mot mat khau du dai\n")
        server, url, metrics = serve(data)
        try:
            began = time.monotonic()
            words = run("roster", "import", str(folder / "list.csv"), "--unit", "tinh", "--contest", "hatinh-attt-demo", "--data", data).strip()
            took = time.monotonic() - began
            print(f"import of {people} people: {took:.1f} s, at most 60; {words}")
            edge, short = longest_commit(metrics)
            print(f"batches of the writer meanwhile: {short:.1%} within 25 ms, all within {edge * 1_000:.0f} ms")
            token = ask(f"{url}/api/v1/sessions", body={"username": "do", "password": "mot mat khau du dai", "bearer": True})[0]["token"]
            base = f"{url}/api/v1/units"
            ask(f"{base}/tinh/roster?contest=hatinh-attt-demo&q=an", token)
            for what, path in {
                "list of a school": "s-7/roster?limit=100", "list of the province": "tinh/roster?limit=100",
                "classes of a school": "s-7/roster/classes?", "search in a school": "s-7/roster?q=nguyen%20an",
                "search in the province": "tinh/roster?q=nguyen%20thi%20anh", "search for nobody": "tinh/roster?q=nguyen%20xyz",
                "search for a family name": "tinh/roster?q=nguyen",
            }.items():
                times = sorted(ask(f"{base}/{path}&contest=hatinh-attt-demo", token)[1] for _ in range(20))
                print(f"{what}: {statistics.median(times):.1f} ms, at worst {times[-1]:.1f}; at most 50")
            status = pathlib.Path(f"/proc/{server.pid}/status").read_text("utf-8")
            print("memory of the server at its peak:", int(re.search(r"VmHWM:\s+(\d+)", status)[1]) // 1024, "MiB")
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
