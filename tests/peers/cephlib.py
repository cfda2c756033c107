"""Debian's Ceph as a service with storage, roles and temporary keys: in memory, on loopback, gone with the test."""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
import uuid

from peerlib import skip

PROGRAMS = ("monmaptool", "ceph-mon", "ceph-osd", "ceph", "radosgw", "radosgw-admin", "setpriv", "setsid")
PATIENCE = 120
SETTINGS = """\
[global]
fsid={fsid}
mon host=[v1:127.0.0.1:{mon_port}]
ms bind msgr2=false
public addr=127.0.0.1
cluster addr=127.0.0.1
auth cluster required=none
auth service required=none
auth client required=none
osd pool default size=1
osd pool default min size=1
osd pool default pg num=1
osd crush chooseleaf type=0
mon allow pool size one=true
mon max pg per osd=1000
paxos propose interval=0.05
paxos min wait=0.01
admin socket=
run dir={folder}
log file={folder}/$name.log
pid file={folder}/$name.pid
[mon]
mon data={folder}/mon
[osd]
osd data={folder}/osd
osd objectstore=memstore
memstore device bytes=1073741824
osd class update on start=false
osd crush update on start=false
osd class load list=*
osd class default list=*
[client.rgw]
rgw frontends=beast endpoint=127.0.0.1:{port}
rgw sts key=abcdefghijklmnop
rgw s3 auth use sts={with_sts}
rgw sts min session duration=1
rgw enable apis=s3, sts, iam
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def policy(*actions, **more):
    return json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": actions, **more}]})


class Ceph:
    """A monitor, a memory store and a gateway; `endpoint` answers S3 and STS. Keys may last a second.

    Without STS it tells a wrong signature and an unknown key as AWS does; with it, both are AccessDenied.
    """

    def __init__(self, with_sts=True):
        self.with_sts = with_sts
        missing = [program for program in PROGRAMS if not shutil.which(program)]
        if missing:
            skip(f"not installed: {' '.join(missing)}")
        self.daemons = []

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="fuotadesk-ceph-")
        # Outlives this process however that ends; the daemons do not.
        self.sweeper = subprocess.Popen(
            ["setsid", "--fork", "sh", "-c", 'cat; sleep 1; rm -rf "$1"', "sh", self.folder],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for daemon in self.daemons:
            daemon.kill()  # nothing of it is to be kept
        for daemon in self.daemons:
            daemon.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
        self.sweeper.stdin.close()
        self.sweeper.wait()

    def add_user(self, account, name, key_id, secret):
        self._admin("user", "create", "--tenant", account, "--uid", name, "--display-name", name,
                    "--access-key", key_id, "--secret", secret)

    def let_manage_roles(self, account, name):
        self._admin("caps", "add", "--tenant", account, "--uid", name, "--caps", "roles=*")

    def add_role(self, account, name, trusted_user):
        """The ARN of a role that the user may take, and that may do everything in S3."""
        trust = policy("sts:AssumeRole", Principal={"AWS": [f"arn:aws:iam::{account}:user/{trusted_user}"]})
        role = self._admin("role", "create", "--tenant", account, "--role-name", name, "--path", "/",
                           "--assume-role-policy-doc", trust)
        self._admin("role-policy", "put", "--tenant", account, "--role-name", name, "--policy-name", "all",
                    "--policy-doc", policy("s3:*", Resource="arn:aws:s3:::*"))
        return json.loads(role)["Arn"]

    def _start(self):
        fsid, mon_port, port = str(uuid.uuid4()), free_port(), free_port()
        self.endpoint = f"http://127.0.0.1:{port}"
        self.settings = os.path.join(self.folder, "ceph.conf")
        with open(self.settings, "w", encoding="utf-8") as file:
            file.write(SETTINGS.format(fsid=fsid, mon_port=mon_port, port=port, folder=self.folder,
                                       with_sts=str(self.with_sts).lower()))
        for name in ("mon", "osd"):
            os.mkdir(os.path.join(self.folder, name))
        monmap = os.path.join(self.folder, "monmap")
        self._run("monmaptool", "--create", "--fsid", fsid, "--addv", "a", f"[v1:127.0.0.1:{mon_port}]", monmap)
        self._run("ceph-mon", "-c", self.settings, "-i", "a", "--mkfs", "--monmap", monmap)
        self._daemon("ceph-mon", "-i", "a")
        self._run("ceph", "-c", self.settings, "osd", "create")
        self._run("ceph-osd", "-c", self.settings, "-i", "0", "--mkfs", "--osd-uuid", str(uuid.uuid4()))
        self._run("ceph", "-c", self.settings, "osd", "crush", "add", "osd.0", "1.0", "root=default", "host=localhost")
        self._daemon("ceph-osd", "-i", "0")
        self._daemon("radosgw", "-n", "client.rgw")
        self._await_answer()

    def _run(self, *command):
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            raise SystemExit(f"{command[0]} does not come back\n{self._logs()}") from None
        if done.returncode:
            raise SystemExit(f"{' '.join(command[:3])}: {done.stderr}\n{self._logs()}")
        return done.stdout

    def _admin(self, *arguments):
        return self._run("radosgw-admin", "-c", self.settings, "-n", "client.rgw", *arguments)

    def _daemon(self, program, *arguments):
        self.daemons.append(subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", program, "-c", self.settings, "-f", *arguments],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

    def _await_answer(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if any(daemon.poll() is not None for daemon in self.daemons):
                raise SystemExit(f"a daemon of Ceph has ended\n{self._logs()}")
            try:
                urllib.request.urlopen(self.endpoint, timeout=5).close()
                return
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.1)
        raise SystemExit(f"radosgw does not answer\n{self._logs()}")

    def _logs(self):
        tails = []
        for name in sorted(os.listdir(self.folder)):
            if name.endswith(".log"):
                with open(os.path.join(self.folder, name), encoding="utf-8", errors="replace") as file:
                    tails += [f"--- {name}", *file.read().splitlines()[-10:]]
        return "\n".join(tails)
