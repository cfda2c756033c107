#!/usr/bin/env python3
"""What a client hears of each fault of the sandbox, over real sockets: faults.py SANDBOX-COMMAND...
The command takes the options of `fuotadesk sandbox`."""

import socket
import subprocess
import sys
import time

from peerlib import IMAGE, ROLE, Checks, Home, Sandbox, botocore_client, error_code, skip

try:
    from botocore.auth import SigV4Auth
    from botocore.awsrequest import AWSRequest
    from botocore.credentials import Credentials
except ImportError:
    skip("python3-botocore is not installed")

BODY = ('{"FirmwareUpdateImage":"%s","FirmwareUpdateRole":"%s"}' % (IMAGE, ROLE)).encode()


def heard(sandbox):
    """What comes back of a create: bytes, and whether the connection was reset."""
    request = AWSRequest("POST", sandbox.endpoint + "/fuota-tasks", data=BODY,
                         headers={"Content-Type": "application/json", "Host": f"127.0.0.1:{sandbox.port}"})
    SigV4Auth(Credentials(sandbox.access_key_id, sandbox.secret), "iotwireless", sandbox.region).add_auth(request)
    head = "".join(f"{name}: {value}\r\n" for name, value in request.headers.items())
    received = b""
    with socket.create_connection(("127.0.0.1", sandbox.port), timeout=10) as client:
        client.sendall(f"POST /fuota-tasks HTTP/1.1\r\n{head}Content-Length: {len(BODY)}\r\n\r\n".encode() + BODY)
        try:
            while piece := client.recv(65536):
                received += piece
        except ConnectionResetError:
            return received, True
    return received, False


def tasks(sandbox):
    return len(botocore_client(sandbox).list_fuota_tasks()["FuotaTaskList"])


def cut_answers(checks, command, env):
    for kind, reset, made in (("reset", True, 0), ("lost", False, 1)):
        with Sandbox(command + ["--fault", f"{kind}=1:CreateFuotaTask"], env) as sandbox:
            checks.equal(kind, heard(sandbox), (b"", reset))
            checks.equal(f"{kind}: effect", tasks(sandbox), made)
    with Sandbox(command + ["--fault", "truncate=1:CreateFuotaTask"], env) as sandbox:
        received, reset = heard(sandbox)
        head, _, body = received.partition(b"\r\n\r\n")
        length = int(next(line for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")).split(b":")[1])
        checks.true("truncate: status", head.startswith(b"HTTP/1.1 201 "), str(head))
        checks.true("truncate: half of the body", 0 < len(body) < length, f"{len(body)} of {length}")
        checks.true("truncate: orderly", not reset)
        checks.equal("truncate: effect", tasks(sandbox), 1)


def refusals(checks, command, env):
    for kind, code in (("429", "ThrottlingException"), ("500", "InternalServerException")):
        with Sandbox(command + ["--fault", f"{kind}=1:CreateFuotaTask"], env) as sandbox:
            client = botocore_client(sandbox)
            checks.equal(kind, error_code(client.create_fuota_task, FirmwareUpdateImage=IMAGE, FirmwareUpdateRole=ROLE), code)
            checks.equal(f"{kind}: effect", tasks(sandbox), 0)


def late_answers(checks, command, env):
    with Sandbox(command + ["--fault", "latency=300ms", "--fault", "latency=200ms:ListFuotaTasks"], env) as sandbox:
        client = botocore_client(sandbox)
        begin = time.monotonic()
        client.list_fuota_tasks()
        checks.true("latencies add up", 0.5 <= time.monotonic() - begin < 20)


def wrong_usage(checks, command, env):
    for fault in ("fire=1", "lost=2", "500=1:MakeCoffee"):
        done = subprocess.run(command + ["--fault", fault], env=env, capture_output=True, text=True, timeout=30)
        checks.equal(f"{fault}: exit status", (done.returncode, done.stdout), (2, ""))
        checks.true(f"{fault}: said", fault.split(":")[-1].split("=")[0] in done.stderr, done.stderr)


def main():
    checks, command = Checks(), sys.argv[1:]
    with Home() as home:
        env = home.environment()
        cut_answers(checks, command, env)
        refusals(checks, command, env)
        late_answers(checks, command, env)
        wrong_usage(checks, command, env)
    checks.finish()


main()
