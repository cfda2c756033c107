#!/usr/bin/env python3
"""The stock aws CLI against the sandbox: awscli.py SANDBOX-COMMAND..."""

import shutil
import sys

from peerlib import IMAGE, ROLE, AwsCli, Checks, Home, Sandbox, skip

SERVICE_ERROR = 254
ODD_ID = "a/b c%:+é"


class Cli(AwsCli):
    def create(self, *arguments):
        return self.json("create-fuota-task", *self.task(), *arguments)

    @staticmethod
    def task():
        return ["--firmware-update-image", IMAGE, "--firmware-update-role", ROLE, "--lorawan", "RfRegion=EU868"]


def refused(checks, what, done, word):
    checks.equal(f"{what}: exit status", done.returncode, SERVICE_ERROR)
    checks.true(what, word in done.stderr, done.stderr)


def tasks_live_and_die(checks, cli):
    created = cli.create("--name", "Räum 1", "--description", "d", "--tags", "Key=k,Value=v")
    task = cli.json("get-fuota-task", "--id", created["Id"])
    checks.equal("arn", task["Arn"], created["Arn"])
    checks.equal("name", task["Name"], "Räum 1")
    checks.equal("region", task["LoRaWAN"], {"RfRegion": "EU868"})
    checks.equal("image", task["FirmwareUpdateImage"], IMAGE)
    checks.equal("status", task["Status"], "Pending")
    checks.true("created", "CreatedAt" in task)
    listed = cli.json("list-fuota-tasks")["FuotaTaskList"]
    checks.equal("list", listed, [{"Id": created["Id"], "Arn": created["Arn"], "Name": "Räum 1"}])
    cli.json("delete-fuota-task", "--id", created["Id"])
    refused(checks, "deleted", cli("get-fuota-task", "--id", created["Id"]), "(ResourceNotFoundException)")


def refusals_are_told(checks, cli):
    refused(checks, "odd id", cli("get-fuota-task", "--id", ODD_ID), "(ResourceNotFoundException)")
    refused(checks, "empty id", cli("delete-fuota-task", "--id", ""), "(ResourceNotFoundException)")
    refused(checks, "wrong secret", cli("list-fuota-tasks", secret="wrong"), "(InvalidSignatureException)")
    refused(checks, "bad region", cli("create-fuota-task", "--firmware-update-image", IMAGE,
                                      "--firmware-update-role", ROLE, "--lorawan", "RfRegion=MARS"),
            "LoRaWAN.RfRegion")


def tokens_are_honoured(checks, cli):
    first = cli.create("--client-request-token", "token-1")
    checks.equal("same token", cli.create("--client-request-token", "token-1"), first)
    refused(checks, "other parameters",
            cli("create-fuota-task", *cli.task(), "--client-request-token", "token-1", "--name", "x"),
            "(ConflictException)")
    cli.json("delete-fuota-task", "--id", first["Id"])


def pages_show_each_once(checks, cli):
    made = [cli.create("--name", f"n{i}")["Id"] for i in range(5)]
    seen, sizes, more = [], [], []
    while True:
        page = cli.json("list-fuota-tasks", "--max-results", "2", *more)
        seen += [task["Id"] for task in page["FuotaTaskList"]]
        sizes.append(len(page["FuotaTaskList"]))
        if "NextToken" not in page or len(sizes) > 5:
            break
        more = ["--next-token", page["NextToken"]]
    checks.equal("pages", sizes, [2, 2, 1])
    checks.equal("each once", seen, made)


def a_campaign_is_started(checks, cli):
    device = cli.json("list-wireless-devices", "--max-results", "1")["WirelessDeviceList"][0]["Id"]
    task = cli.create()["Id"]
    cli.json("associate-wireless-device-with-fuota-task", "--id", task, "--wireless-device-id", device)
    refused(checks, "twice", cli("associate-wireless-device-with-fuota-task", "--id", task, "--wireless-device-id", device),
            "(ConflictException)")
    refused(checks, "too soon", cli("start-fuota-task", "--id", task, "--lorawan", "StartTime=2026-01-01T00:00:00Z"),
            "(ValidationException)")
    cli.json("start-fuota-task", "--id", task)
    checks.equal("waits", cli.json("get-fuota-task", "--id", task)["Status"], "FuotaSession_Waiting")
    status = cli.json("list-wireless-devices", "--fuota-task-id", task)["WirelessDeviceList"][0]["FuotaDeviceStatus"]
    checks.equal("device", status, "Initial")


def main():
    program = "/usr/bin/aws" if shutil.which("/usr/bin/aws") else shutil.which("aws")
    if not program:
        skip("the aws CLI is not installed")
    checks = Checks()
    with Home() as home, Sandbox(sys.argv[1:], home.environment()) as sandbox:
        cli = Cli(program, sandbox, home, "iotwireless")
        tasks_live_and_die(checks, cli)
        refusals_are_told(checks, cli)
        tokens_are_honoured(checks, cli)
        pages_show_each_once(checks, cli)
        a_campaign_is_started(checks, cli)
    checks.finish()


main()
