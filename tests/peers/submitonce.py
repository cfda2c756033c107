#!/usr/bin/env python3
"""A whole `submit` (create, add devices, start), killed at any moment and run again, makes one started task with each
device once; botocore reads it back. submitonce.py few|fleet FUOTADESK SANDBOX-COMMAND...

few: 12 devices, killed once at each of 20 moments of the run.
fleet: 200 devices, killed at 100 random moments, up to 10 in one submission; its journal of changes is looked at too.
"""

import concurrent.futures
import json
import os
import random
import sqlite3
import subprocess
import sys
import time

from peerlib import IMAGE, ROLE, Checks, Home, Sandbox, botocore_client

KILLS = 20
DEVICES = 12
FLEET_KILLS = int(os.environ.get("FUOTADESK_KILLS", 100))
FLEET_DEVICES = 200
KILLS_OF_ONE = 10
AT_ONCE = 2
MOST_ATTEMPTS = 4
PATIENCE = 60  # seconds for one run


def write(home, name, content):
    path = os.path.join(home.path, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(content)
    return path


class Operator:
    """A home with a template and a list of devices."""

    def __init__(self, program, sandbox, home, name, euis):
        task = {"Name": name, "FirmwareUpdateImage": IMAGE, "FirmwareUpdateRole": ROLE}
        template = json.dumps({"schema": 1, "name": name, "task": task})
        self.command = [program, "submit", write(home, "t.fuota.json", template),
                        "--recipients", write(home, "devices.csv", "\n".join(["DevEui", *euis])),
                        "--start-at", "+45m", "--json", "--endpoint-url", sandbox.endpoint]
        self.environment = home.environment(sandbox)

    def run(self, seconds=PATIENCE):
        """(exit status or None when it was killed, stdout, stderr)"""
        process = subprocess.Popen(self.command, env=self.environment, text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            out, err = process.communicate(timeout=seconds)
            return process.returncode, out, err
        except subprocess.TimeoutExpired:
            process.kill()
            return None, *process.communicate()

    def finish(self):
        """The document of the run that ends well, or what is wrong."""
        for _ in range(MOST_ATTEMPTS):
            status, out, err = self.run()
            if status == 0:
                return json.loads(out), ""
        return {}, f"exit status {status}: {err}"


def devices_of_task(client, task):
    return sorted(each["Id"] for each in client.list_wireless_devices(FuotaTaskId=task, MaxResults=250)["WirelessDeviceList"])


def check_task(checks, client, name, ids):
    tasks = [each for each in client.list_fuota_tasks(MaxResults=250)["FuotaTaskList"] if each["Name"] == name]
    checks.equal(f"tasks named {name}", len(tasks), 1)
    if tasks:
        checks.equal(f"devices of {name}", devices_of_task(client, tasks[0]["Id"]), sorted(ids))
        checks.equal(f"status of {name}", client.get_fuota_task(Id=tasks[0]["Id"])["Status"], "FuotaSession_Waiting")


def undisturbed(checks, program, sandbox, client, euis, ids):
    """Seconds that a run takes."""
    with Home() as home:
        begin = time.monotonic()
        document, wrong = Operator(program, sandbox, home, "whole", euis).finish()
        seconds = time.monotonic() - begin
    checks.equal("an undisturbed run", wrong, "")
    checks.equal("its recipients", document.get("recipients"), {"added": len(ids), "refused": 0, "left": 0})
    check_task(checks, client, "whole", ids)
    return seconds


def few(checks, program, sandbox, client, euis, ids):
    whole = undisturbed(checks, program, sandbox, client, euis, ids)
    kills = 0
    for number in range(KILLS):
        name = f"kill-{number}"
        with Home() as home:
            operator = Operator(program, sandbox, home, name, euis)
            moment = whole * (number + 1) / KILLS
            status, out, err = operator.run(moment)
            if status is not None:
                whole = moment  # the first one, still cold, took longer
            if status is None and not out.endswith("}\n"):
                kills += 1
                checks.equal(f"the run after the kill of {name}", operator.finish()[1], "")
            elif status is not None:
                checks.equal(f"{name}: {err}", status, 0)
            check_task(checks, client, name, ids)
    print(f"{kills} kills within {whole:.2f} s")
    checks.true("at least half of the kills are real", kills >= KILLS // 2, str(kills))


def changes_of(home):
    """(operation, member, outcome, result) of each row of the journal of changes, and what SQLite thinks of the file"""
    [path] = [os.path.join(folder, "activity.sqlite") for folder, _, files in os.walk(home.path) if "activity.sqlite" in files]
    database = sqlite3.connect(path)
    rows = database.execute("SELECT operation, member, outcome, result FROM calls").fetchall()
    verdict = database.execute("PRAGMA integrity_check").fetchone()[0]
    database.close()
    return rows, verdict


def check_changes(checks, name, home, ids):
    """Written before it was sent and each done once; what a kill cut off stays open there until somebody reads it."""
    rows, verdict = changes_of(home)
    checks.equal(f"the journal of {name}", verdict, "ok")
    associations = [row for row in rows if row[0] == "AssociateWirelessDeviceWithFuotaTask"]
    checks.equal(f"devices in the journal of {name}", sorted({member for _, member, _, _ in associations}), sorted(ids))
    done = [member for _, member, outcome, _ in associations if outcome == "done"]
    checks.equal(f"devices of {name} done twice", len(done) - len(set(done)), 0)
    tasks = {result for operation, _, outcome, result in rows if operation == "CreateFuotaTask" and outcome == "done"}
    checks.true(f"creates of {name} make one task", len(tasks) <= 1, str(tasks))


def killed_again_and_again(operator, seed, longest_life):
    """(kills, what is wrong in the end)"""
    chance = random.Random(seed)
    for kills in range(KILLS_OF_ONE):
        status, out, err = operator.run(chance.uniform(0, longest_life))
        if status is not None:
            return kills, "" if status == 0 else f"exit status {status}: {err}"
        if out.endswith("}\n"):
            return kills, ""
    return KILLS_OF_ONE, operator.finish()[1]


def fleet_run(checks, program, sandbox, name, euis, ids, seed, longest_life):
    with Home() as home:
        kills, wrong = killed_again_and_again(Operator(program, sandbox, home, name, euis), seed, longest_life)
        checks.equal(f"the last run of {name} after {kills} kills", wrong, "")
        check_changes(checks, name, home, ids)
    return kills


def fleet(checks, program, sandbox, client, euis, ids):
    whole = undisturbed(checks, program, sandbox, client, euis, ids)
    longest_life = 2 * whole / KILLS_OF_ONE
    kills = submissions = 0
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        while kills < FLEET_KILLS and submissions < FLEET_KILLS:
            numbers = range(submissions, submissions + AT_ONCE)
            runs = [pool.submit(fleet_run, checks, program, sandbox, f"fleet-{number}", euis, ids, number, longest_life)
                    for number in numbers]
            kills += sum(run.result() for run in runs)
            submissions += AT_ONCE
    for number in range(submissions):
        check_task(checks, client, f"fleet-{number}", ids)
    print(f"{kills} kills in {submissions} submissions of {len(ids)} devices, {whole:.1f} s each when undisturbed")
    checks.true(f"there were {FLEET_KILLS} kills", kills >= FLEET_KILLS, str(kills))


def main():
    mode, program, command = sys.argv[1], sys.argv[2], sys.argv[3:]
    checks = Checks()
    wanted = FLEET_DEVICES if mode == "fleet" else DEVICES
    with Home() as base, Sandbox(command, base.environment()) as sandbox:
        client = botocore_client(sandbox)
        devices = client.list_wireless_devices(MaxResults=wanted)["WirelessDeviceList"]
        checks.equal("devices of the sandbox", len(devices), wanted)
        euis, ids = [each["LoRaWAN"]["DevEui"] for each in devices], [each["Id"] for each in devices]
        (fleet if mode == "fleet" else few)(checks, program, sandbox, client, euis, ids)
    checks.finish()


main()
