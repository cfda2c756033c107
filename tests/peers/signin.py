#!/usr/bin/env python3
"""The stock aws CLI signs in at the sandbox: signin.py SANDBOX-COMMAND...

The files of --profiles are its own. A CLI before 2.13 does not know endpoint_url: there the profiles that ask STS or
the portal by themselves are left out, and said so."""

import json
import os
import re
import shutil
import subprocess
import sys
import urllib.parse
import urllib.request

from peerlib import Checks, Home, Sandbox, skip

ACCOUNT = "123456789012"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/"
USER = f"arn:aws:iam::{ACCOUNT}:user/operator"
MFA = f"arn:aws:iam::{ACCOUNT}:mfa/operator"
DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
SERVICE_ERROR = 254
# Profiles that go to a service by themselves, and whom they end as; sandbox-mfa asks on a terminal.
BY_THEMSELVES = {"sandbox-role": "fuota-operator", "sandbox-external": "fuota-external",
                 "sandbox-chain": "fuota-external", "sandbox-web": "fuota-web"}


class Cli:
    def __init__(self, program, sandbox, home):
        self.program = program
        self.sandbox = sandbox
        self.env = home.environment(**sandbox.profiles)

    def __call__(self, *arguments, keys=None, endpoint=True):
        env = dict(self.env)
        if keys:
            env.update(AWS_ACCESS_KEY_ID=keys["AccessKeyId"], AWS_SECRET_ACCESS_KEY=keys["SecretAccessKey"],
                       AWS_SESSION_TOKEN=keys["SessionToken"])
        if "--profile" not in arguments:
            env["AWS_DEFAULT_REGION"] = env["AWS_REGION"] = self.sandbox.region
        where = ["--endpoint-url", self.sandbox.endpoint] if endpoint else []
        return subprocess.run([self.program, *where, "--output", "json", *arguments],
                              env=env, capture_output=True, text=True, timeout=60)

    def json(self, *arguments, **options):
        done = self(*arguments, **options)
        if done.returncode != 0:
            raise SystemExit(f"{arguments}: {done.stderr}")
        return json.loads(done.stdout) if done.stdout.strip() else {}

    def version(self):
        text = subprocess.run([self.program, "--version"], capture_output=True, text=True, timeout=60).stdout
        found = re.match(r"aws-cli/(\d+)\.(\d+)", text)
        return (int(found[1]), int(found[2])) if found else (0, 0)


def refused(checks, what, done, word):
    checks.equal(f"{what}: exit status", done.returncode, SERVICE_ERROR)
    checks.true(what, word in done.stderr, done.stderr)


def keys_are_somebody(checks, cli):
    for profile in ("sandbox", "sandbox-process"):
        identity = cli.json("sts", "get-caller-identity", "--profile", profile)
        checks.equal(profile, (identity["Account"], identity["Arn"]), (ACCOUNT, USER))
        checks.true(f"{profile}: devices",
                    cli.json("iotwireless", "list-wireless-devices", "--profile", profile)["WirelessDeviceList"])


def assume(cli, role, *more):
    return cli("sts", "assume-role", "--profile", "sandbox", "--role-session-name", "me",
               "--role-arn", ROLE + role, *more)


def opens(checks, cli, what, keys, arn):
    checks.equal(what, cli.json("sts", "get-caller-identity", keys=keys)["Arn"], arn)
    checks.true(f"{what}: devices", cli.json("iotwireless", "list-wireless-devices", keys=keys)["WirelessDeviceList"])


def roles_are_assumed(checks, cli):
    for role, more in (("fuota-operator", ()), ("fuota-external", ("--external-id", "fuota")),
                       ("fuota-mfa", ("--serial-number", MFA, "--token-code", "123456"))):
        done = assume(cli, role, *more)
        checks.equal(f"{role}: exit status", done.returncode, 0)
        opens(checks, cli, role, json.loads(done.stdout)["Credentials"], f"arn:aws:sts::{ACCOUNT}:assumed-role/{role}/me")
    refused(checks, "no external id", assume(cli, "fuota-external"), "(AccessDenied)")
    refused(checks, "wrong code", assume(cli, "fuota-mfa", "--serial-number", MFA, "--token-code", "654321"),
            "invalid MFA one time pass code")
    refused(checks, "too long", assume(cli, "fuota-external", "--external-id", "fuota", "--duration-seconds", "3601"),
            "(ValidationError)")
    web = ("sts", "assume-role-with-web-identity", "--role-arn", ROLE + "fuota-web", "--role-session-name", "me")
    given = cli.json(*web, "--web-identity-token", "sandbox-web-identity")
    opens(checks, cli, "fuota-web", given["Credentials"], f"arn:aws:sts::{ACCOUNT}:assumed-role/fuota-web/me")
    refused(checks, "wrong token", cli(*web, "--web-identity-token", "x.y.z"), "(InvalidIdentityToken)")


def wrong_keys_are_told(checks, cli):
    keys = json.loads(assume(cli, "fuota-operator").stdout)["Credentials"]
    ask = ("sts", "get-caller-identity")
    refused(checks, "wrong secret", cli(*ask, keys=dict(keys, SecretAccessKey="x")), "(SignatureDoesNotMatch)")
    refused(checks, "wrong token", cli(*ask, keys=dict(keys, SessionToken="x")), "(InvalidClientTokenId)")
    refused(checks, "unknown key", cli(*ask, keys=dict(keys, AccessKeyId="ASIAX")), "(InvalidClientTokenId)")
    refused(checks, "wrong token, devices",
            cli("iotwireless", "list-wireless-devices", keys=dict(keys, SessionToken="x")),
            "(UnrecognizedClientException)")


def press(page, decision):
    code = urllib.parse.parse_qs(urllib.parse.urlsplit(page).query)["user_code"][0]
    form = urllib.parse.urlencode({"user_code": code, "decision": decision}).encode()
    with urllib.request.urlopen(page.split("?")[0], form, timeout=10) as answer:
        return answer.status


def sso_signs_in(checks, cli):
    client = cli.json("sso-oidc", "register-client", "--client-name", "test", "--client-type", "public",
                      "--scopes", "sso:account:access")
    who = ("--client-id", client["clientId"], "--client-secret", client["clientSecret"])
    begin = ("sso-oidc", "start-device-authorization", *who, "--start-url", cli.sandbox.endpoint + "/start")
    device = cli.json(*begin)
    ask = ("sso-oidc", "create-token", *who, "--grant-type", DEVICE_GRANT, "--device-code", device["deviceCode"])
    refused(checks, "pending", cli(*ask), "(AuthorizationPendingException)")
    checks.equal("allow", press(device["verificationUriComplete"], "allow"), 200)
    token = cli.json(*ask)
    renewed = cli.json("sso-oidc", "create-token", *who, "--grant-type", "refresh_token",
                       "--refresh-token", token["refreshToken"])
    bearer = ("--access-token", renewed["accessToken"])
    accounts = cli.json("sso", "list-accounts", *bearer)["accountList"]
    checks.equal("accounts", [account["accountId"] for account in accounts], [ACCOUNT])
    roles = cli.json("sso", "list-account-roles", "--account-id", ACCOUNT, *bearer)["roleList"]
    checks.equal("roles", [role["roleName"] for role in roles], ["FuotaOperator", "FuotaDeveloper"])
    got = cli.json("sso", "get-role-credentials", "--account-id", ACCOUNT, "--role-name", "FuotaOperator", *bearer)
    keys = {name[0].upper() + name[1:]: value for name, value in got["roleCredentials"].items()}
    opens(checks, cli, "sso", keys,
          f"arn:aws:sts::{ACCOUNT}:assumed-role/AWSReservedSSO_FuotaOperator_0123456789abcdef/operator")
    refused(checks, "no token", cli("sso", "list-accounts", "--access-token", "x"), "(UnauthorizedException)")
    denied = cli.json(*begin)
    press(denied["verificationUriComplete"], "deny")
    refused(checks, "denied", cli("sso-oidc", "create-token", *who, "--grant-type", DEVICE_GRANT,
                                  "--device-code", denied["deviceCode"]), "(AccessDeniedException)")


def profiles_go_by_themselves(checks, cli):
    if cli.version() < (2, 13):
        print("left out, this aws CLI knows no endpoint_url:", ", ".join(BY_THEMSELVES), flush=True)
        return
    for profile, role in BY_THEMSELVES.items():
        identity = cli.json("sts", "get-caller-identity", "--profile", profile, endpoint=False)
        checks.true(profile, f":assumed-role/{role}/" in identity["Arn"], identity)


def main():
    program = "/usr/bin/aws" if shutil.which("/usr/bin/aws") else shutil.which("aws")
    if not program:
        skip("the aws CLI is not installed")
    checks = Checks()
    with Home() as home:
        folder = os.path.join(home.path, "profiles")
        with Sandbox([*sys.argv[1:], "--profiles", folder], home.environment()) as sandbox:
            cli = Cli(program, sandbox, home)
            keys_are_somebody(checks, cli)
            roles_are_assumed(checks, cli)
            wrong_keys_are_told(checks, cli)
            sso_signs_in(checks, cli)
            profiles_go_by_themselves(checks, cli)
        checks.equal("mode", os.stat(os.path.join(folder, "config")).st_mode & 0o777, 0o600)
    checks.finish()


main()
