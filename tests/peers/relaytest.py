#!/usr/bin/env python3
"""The relay itself: what reaches either end with each fault."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time

SUPPORT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support")
sys.path.insert(0, SUPPORT)

from peerlib import Checks  # noqa: E402
from relay import Fault, Relay, read_all, read_request  # noqa: E402

REQUEST = b"POST /x HTTP/1.1\r\nContent-Length: 4\r\n\r\nbody"
ANSWER = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\ndone"


class Target:
    """Answers each connection once and remembers what it heard."""

    def __init__(self):
        self.heard = []
        self.done = threading.Semaphore(0)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        while True:
            connection, _ = self.listener.accept()
            with connection:
                try:
                    request = read_request(connection)
                    if request:
                        connection.sendall(ANSWER)
                except OSError:
                    request = b""
                self.heard.append(request)
                self.done.release()


def exchange(port, request=REQUEST):
    """What the client got; None when it was reset."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        client.sendall(request)
        try:
            return read_all(client)
        except ConnectionResetError:
            return None


def faults_do_what_they_say(checks):
    for fault, client, target in (
            (Fault("request", bytes=20), b"", b""),
            (Fault("before-answer"), b"", REQUEST),
            (Fault("before-answer", reset=True), None, REQUEST),
            (Fault("unheard"), b"", REQUEST),
            (Fault("answer", bytes=12), ANSWER[:12], REQUEST),
            (Fault("delay", seconds=0.05), ANSWER, REQUEST)):
        far = Target()
        relay = Relay(far.port, [fault])
        begin = time.monotonic()
        checks.equal(f"{fault}: client", exchange(relay.port), client)
        checks.true(f"{fault}: late", time.monotonic() - begin >= fault.seconds)
        checks.true(f"{fault}: target heard", far.done.acquire(timeout=10))
        checks.equal(f"{fault}: target", far.heard, [target])
        checks.equal(f"{fault}: the next passes", exchange(relay.port), ANSWER)
        checks.equal(f"{fault}: struck", relay.struck, 1)
        relay.close()


def methods_are_counted_apart(checks):
    far = Target()
    relay = Relay(far.port, [Fault("answer", exchange=2, count=2, method="POST")])
    get = REQUEST.replace(b"POST", b"GET")
    got = [exchange(relay.port, each) for each in (get, REQUEST, get, REQUEST, REQUEST, REQUEST)]
    checks.equal("second and third POST", got, [ANSWER, ANSWER, ANSWER, b"", b"", ANSWER])
    relay.close()


def the_program_obeys_its_control_file(checks):
    far = Target()
    with tempfile.TemporaryDirectory() as folder:
        control = os.path.join(folder, "faults.json")
        with open(control, "w", encoding="utf-8") as file:
            file.write("[]")
        process = subprocess.Popen([sys.executable, os.path.join(SUPPORT, "relay.py"), "--target", str(far.port),
                                    "--control", control],
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        port = int(process.stdout.readline())
        checks.equal("no fault", exchange(port), ANSWER)
        with open(control, "w", encoding="utf-8") as file:
            json.dump([{"kind": "before-answer", "exchange": 2}], file)
        checks.equal("second exchange", exchange(port), b"")
        process.stdin.close()
        checks.equal("ends with its input", process.wait(timeout=10), 0)


def main():
    checks = Checks()
    faults_do_what_they_say(checks)
    methods_are_counted_apart(checks)
    the_program_obeys_its_control_file(checks)
    checks.finish()


main()
