#!/usr/bin/env python3
"""However a create is interrupted, and however often it is repeated: one task.
exactlyonce.py FUOTADESK SANDBOX-COMMAND...

50 submissions lose the connection at different moments of the create, 50 are killed at different moments of
the whole run. After each, submit is run until it exits 0; then exactly one task of that name must exist.
"""

import concurrent.futures
import json
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))

from peerlib import IMAGE, ROLE, Checks, Home, Sandbox, botocore_client  # noqa: E402
from relay import Fault, Relay  # noqa: E402

RUNS = 50
AT_ONCE = 2
MOST_ATTEMPTS = 6
PATIENCE = 60  # seconds for one submit
ANSWER_BYTES = 400  # about what the answer to a create has


class Desk:
    """One operator: a home, a draft, and an endpoint to send it to."""

    def __init__(self, program, sandbox, home, name, port):
        self.command = [program, "submit", os.path.join(home.path, "task.fuota.json"),
                        "--endpoint-url", f"http://127.0.0.1:{port}", "--json"]
        self.environment = home.environment(sandbox)
        with open(self.command[2], "w", encoding="utf-8") as file:
            json.dump({"schema": 1, "name": name,
                       "task": {"Name": name, "FirmwareUpdateImage": IMAGE, "FirmwareUpdateRole": ROLE}}, file)

    def start(self):
        return subprocess.Popen(self.command, env=self.environment, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def submit(self):
        """(exit status, stdout, stderr) of a whole run."""
        process = self.start()
        try:
            out, err = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            return None, "", f"no end after {PATIENCE} s"
        return process.returncode, out, err

    def submit_until_done(self):
        """What is wrong, or nothing; at most MOST_ATTEMPTS runs."""
        for _ in range(MOST_ATTEMPTS):
            status, _, err = self.submit()
            if status == 0:
                return None
            if status != 1:
                break
        return f"exit status {status}: {err}"

    def submit_and_kill(self, after):
        """"killed", "told" (killed, yet its answer was out) or "ended" (before the kill)."""
        process = self.start()
        try:
            out, err = process.communicate(timeout=after)
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            return ("told" if out.endswith("}\n") else "killed"), err
        return ("ended" if process.returncode == 0 else f"exit status {process.returncode}"), err


def cut_moments():
    """The 50 faults: where in the exchange, how many creates in a row, and how the client learns of it."""
    faults = []
    for i in range(RUNS):
        kind = ("request", "before-answer", "unheard", "answer", "before-answer")[i % 5]
        # a resent POST and the client's own repeats are cut too, in some runs all of them
        count = (1, 2, 3, 20)[i // 5 % 4]
        faults.append(Fault(kind, count=count, bytes=i * ANSWER_BYTES // RUNS, method="POST", reset=i % 2 == 1))
    return faults


def cut_run(program, sandbox, number, fault):
    name = f"cut-{number}"
    relay = Relay(sandbox.port, [fault])
    with Home() as home:
        desk = Desk(program, sandbox, home, name, relay.port)
        status, _, err = desk.submit()
        wrong = None
        if status == 1:
            relay.faults = []
            wrong = desk.submit_until_done()
        elif status != 0:
            wrong = f"exit status {status}: {err}"
    relay.close()
    if relay.struck == 0:
        wrong = "the relay cut nothing"
    return name, ("cut" if status else "mended by the run itself"), wrong


def kill_run(program, sandbox, number, whole, delay):
    """Every second run has its answer held back, so that kills fall between request and answer too. whole: a list of one,
    the seconds of a run; a run that ends before its kill says that it is less."""
    name = f"kill-{number}"
    slow = delay if number % 2 else 0.0
    relay = Relay(sandbox.port, [Fault("delay", count=1000, seconds=slow, method="POST")])
    with Home() as home:
        desk = Desk(program, sandbox, home, name, relay.port)
        moment = (whole[0] + slow) * number / RUNS
        end, err = desk.submit_and_kill(moment)
        wrong = None
        if end == "ended":
            whole[0] = min(whole[0], max(moment - slow, 0.01))
        if end == "killed":
            wrong = desk.submit_until_done()
        elif end.startswith("exit"):
            wrong = f"{end}: {err}"
    relay.close()
    return name, end, wrong


def duration_of_a_submit(program, sandbox):
    """Seconds, the middle of three, measured with the same company as the runs have."""
    def once(number):
        with Home() as home:
            desk = Desk(program, sandbox, home, f"measure-{number}", sandbox.port)
            begin = time.monotonic()
            status, _, err = desk.submit()
            if status != 0:
                raise SystemExit(f"a plain submit fails: exit status {status}: {err}")
            return time.monotonic() - begin
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        return sorted(pool.map(once, range(3)))[1]


def tasks_by_name(client):
    counts, more = {}, {}
    while True:
        page = client.list_fuota_tasks(MaxResults=100, **more)
        for task in page["FuotaTaskList"]:
            counts[task["Name"]] = counts.get(task["Name"], 0) + 1
        if "NextToken" not in page:
            return counts
        more = {"NextToken": page["NextToken"]}


def main():
    program, command = sys.argv[1], sys.argv[2:]
    checks = Checks()
    with Home() as home, Sandbox(command, home.environment()) as sandbox:
        client = botocore_client(sandbox)
        whole = [duration_of_a_submit(program, sandbox)]
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            runs = [pool.submit(cut_run, program, sandbox, i, fault) for i, fault in enumerate(cut_moments())]
            runs += [pool.submit(kill_run, program, sandbox, i, whole, 0.2) for i in range(RUNS)]
            outcomes = [run.result() for run in runs]
        counts = tasks_by_name(client)
    ends = {}
    for name, end, wrong in outcomes:
        kind = f"{name.split('-')[0]} runs: {end}"
        ends[kind] = ends.get(kind, 0) + 1
        checks.equal(f"{name} ({end})", wrong, None)
        checks.equal(f"tasks named {name} ({end})", counts.get(name, 0), 1)
    for kind, count in sorted(ends.items()):
        print(f"{kind}: {count}")
    checks.true("at least half of the kills are real", ends.get("kill runs: killed", 0) >= RUNS // 2, str(ends))
    checks.true("some cuts outlast the run", ends.get("cut runs: cut", 0) >= RUNS // 10, str(ends))
    print(f"a submit takes {whole[0]:.2f} s")
    checks.finish()


main()
