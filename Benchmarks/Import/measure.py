#!/usr/bin/env python3
"""Measures how long an import reads a large workbook, and the memory of the process that does it (docs/performance.md).

Benchmarks/Import/measure.py [QUESTIONS] [RUNS]: 10,000 questions and 5 runs, with .build/release/quizserver. The workbook is the
program's own, of a bank made here; what is measured is the child that every import starts, with its limits.
"""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("QUIZ_PROGRAM", str(ROOT / ".build/release/quizserver"))


def bank(count):
    lines = ["bank: large", "title: Ngân hàng lớn", "language: vi", "licence: CC0-1.0", "questions:"]
    for number in range(count):
        lines += [
            f"  - id: q-{number}",
            "    topic: mat-khau",
            f"    difficulty: {('easy', 'medium', 'hard')[number % 3]}",
            "    groups: [thcs, thpt, nguoi-dan]",
            "    kind: single",
            f'    prompt: "Câu hỏi số {number}: khi nhận được tin nhắn lạ có đường dẫn, em nên làm gì trước tiên?"',
            "    options:",
        ]
        for option in range(4):
            lines.append(f"      - text: Phương án {option} của câu {number}, dài như thường gặp trong các bộ câu hỏi")
            if option == number % 4:
                lines.append("        correct: true")
        lines.append(f'    explanation: "Vì đường dẫn lạ có thể dẫn đến trang giả mạo, câu {number} nhắc phải kiểm tra trước."')
        lines.append("    source: Sổ tay kỹ năng an toàn thông tin")
    return "\n".join(lines) + "\n"


def run(*command, **options):
    subprocess.run([PROGRAM, *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL, **options)


def read(workbook):
    """Seconds and MiB of one reading."""
    command = [PROGRAM, "read-bank", "--format", "xlsx", "--settings", "{}"]
    with open(workbook, "rb") as content:
        began = time.monotonic()
        process = subprocess.Popen(command, cwd=ROOT, stdin=content, stdout=subprocess.PIPE)
        report = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        took = time.monotonic() - began
    if status != 0 or "yaml" not in json.loads(report):
        sys.exit(f"not read: status {status}, {report[:300]}")
    return took, usage.ru_maxrss / 1024


def main(questions=10_000, runs=5):
    with tempfile.TemporaryDirectory() as folder:
        source, workbook, data = (os.path.join(folder, name) for name in ("large.yaml", "large.xlsx", "data"))
        pathlib.Path(source).write_text(bank(questions), encoding="utf-8")
        run("bank", "import", source, "--data", data)
        run("bank", "export", "large", "--format", "xlsx", "-o", workbook, "--data", data)
        size = os.path.getsize(workbook) / 1e6
        figures = [read(workbook) for _ in range(runs)]
    took, memory = (sorted(column) for column in zip(*figures))
    print(f"{questions} questions, {size:.1f} MB of workbook, {runs} runs of the reading process")
    print(f"seconds: {statistics.median(took):.2f} ({took[0]:.2f} to {took[-1]:.2f}); at most 5")
    print(f"peak memory: {max(memory):.0f} MiB; at most 256")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
