#!/usr/bin/env python3
"""Devices are added to a task exactly once, within the quota and no slower, whatever happens to the program.
membersonce.py kill|pace MEMBERDRIVER SANDBOX-COMMAND...

kill: 10 times 200 devices, the program killed at 10 random moments of each; then one undisturbed run must end well.
pace: 1 000 devices at the default quota take at most 105 s, and no call is throttled.
"""

import concurrent.futures
import random
import subprocess
import sys
import time

from peerlib import IMAGE, ROLE, Checks, Home, Sandbox, botocore_client

SUBMISSIONS = 10
KILLS = 10
AT_ONCE = 2
DEVICES = 200
LONGEST_LIFE = 3.0  # seconds; 200 devices take 20
PATIENCE = 60


class Driver:
    """One operator who adds devices to a task."""

    def __init__(self, program, sandbox, home, task, devices):
        self.command = [program, home.path, sandbox.endpoint, sandbox.region, task]
        self.environment = home.environment(sandbox, QT_LOGGING_RULES="fuotadesk.net=true")
        self.ids = "\n".join(devices)

    def start(self):
        process = subprocess.Popen(self.command, env=self.environment, text=True, stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdin.write(self.ids)
        process.stdin.close()
        process.stdin = None
        return process

    def live_for(self, seconds):
        """Whether it was killed; its requests."""
        process = self.start()
        try:
            _, log = process.communicate(timeout=seconds)
            return False, log
        except subprocess.TimeoutExpired:
            process.kill()
            return True, process.communicate()[1]

    def finish(self, patience=PATIENCE):
        """(exit status, what it printed, its requests)"""
        process = self.start()
        out, log = process.communicate(timeout=patience)
        return process.returncode, out, log


def devices_of(client, **of):
    ids, more = [], {}
    while True:
        page = client.list_wireless_devices(MaxResults=250, **of, **more)
        ids += [device["Id"] for device in page["WirelessDeviceList"]]
        if "NextToken" not in page:
            return ids
        more = {"NextToken": page["NextToken"]}


def new_task(client, name):
    return client.create_fuota_task(Name=name, FirmwareUpdateImage=IMAGE, FirmwareUpdateRole=ROLE)["Id"]


def answers_to(log, status):
    return sum("AssociateWirelessDevice" in line and f" {status} id=" in line for line in log.splitlines())


def kill_run(program, sandbox, task, devices, seed):
    """(kills, associations the program saw succeed, refused ones, how the last run ended)"""
    chance = random.Random(seed)
    kills, logs = 0, ""
    with Home() as home:
        driver = Driver(program, sandbox, home, task, devices)
        for _ in range(KILLS):
            killed, log = driver.live_for(chance.uniform(0, LONGEST_LIFE))
            logs += log
            if not killed:
                break
            kills += 1
        status, out, log = driver.finish()
    return kills, answers_to(logs + log, 204), answers_to(logs + log, 409), (status, out)


def kill(checks, program, sandbox, client, devices):
    tasks = [new_task(client, f"kill-{i}") for i in range(SUBMISSIONS)]
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        runs = [pool.submit(kill_run, program, sandbox, task, devices[:DEVICES], i) for i, task in enumerate(tasks)]
    kills = refused = 0
    for task, run in zip(tasks, runs):
        killed, seen, conflicts, (status, out) = run.result()
        kills, refused = kills + killed, refused + conflicts
        checks.equal(f"the last run of {task} after {killed} kills: {out}", status, 0)
        checks.equal(f"devices of {task}", sorted(devices_of(client, FuotaTaskId=task)), sorted(devices[:DEVICES]))
        checks.true(f"no device of {task} succeeds twice", seen <= DEVICES, f"{seen} successes")
    print(f"{kills} kills, {refused} requests for what was already so")
    checks.true("nearly all kills are real", kills >= SUBMISSIONS * KILLS * 8 // 10, str(kills))


def pace(checks, program, sandbox, client, devices):
    task = new_task(client, "pace")
    with Home() as home:
        begin = time.monotonic()
        status, out, log = Driver(program, sandbox, home, task, devices[:1000]).finish(patience=200)
        seconds = time.monotonic() - begin
    print(f"{seconds:.1f} s; {out.splitlines()[-1] if out else log[-500:]}")
    checks.equal("exit status", status, 0)
    checks.true("1 000 devices take at most 105 s", seconds <= 105, f"{seconds:.1f} s")
    checks.equal("throttled", sum(" 429 id=" in line for line in log.splitlines()), 0)
    checks.equal("associated", answers_to(log, 204), 1000)
    checks.equal("devices of the task", sorted(devices_of(client, FuotaTaskId=task)), sorted(devices[:1000]))


def main():
    mode, program, command = sys.argv[1], sys.argv[2], sys.argv[3:]
    checks = Checks()
    wanted = 1000 if mode == "pace" else DEVICES
    with Home() as home, Sandbox(command, home.environment()) as sandbox:
        client = botocore_client(sandbox)
        devices = devices_of(client)
        checks.true(f"the sandbox has {wanted} devices", len(devices) >= wanted, str(len(devices)))
        (pace if mode == "pace" else kill)(checks, program, sandbox, client, devices)
    checks.finish()


main()
