#!/usr/bin/python3
"""Who may include whom, and what may be named where.

layering.py [--qt-headers DIR] ROOT     reads ROOT/app and ROOT/ui, prints one line a fault; exit status 1 when there is one
layering.py --self-test                 plants a tree with one fault of each kind and demands that each is found
"""
import argparse
import pathlib
import re
import sys
import tempfile

LAYERS = {
    "base": set(),
    "lorawan": set(),
    "recovery": {"lorawan"},
    "fuota": {"recovery", "lorawan", "base"},
    "aws": {"fuota", "base"},
    "policy": {"base"},
    "profiles": {"base"},
    "signin": {"profiles", "aws", "base"},
    "iotwireless": {"aws", "fuota", "base"},
    "store": {"fuota", "base"},
    "fleet": {"iotwireless", "fuota", "recovery", "lorawan", "base"},
    "account": {"fleet", "iotwireless", "aws", "fuota", "recovery", "lorawan", "base"},
    "identity": {"aws", "base"},
    "buckets": {"aws", "fuota", "base"},
    "access": {"policy", "identity", "aws", "base"},
    "sandbox": {"access", "buckets", "policy", "identity", "account", "fleet", "iotwireless", "aws", "fuota", "base"},
    "campaign": {"signin", "profiles", "iotwireless", "aws", "store", "fuota", "lorawan", "base"},
    "preflight": {"campaign", "policy", "iotwireless", "aws", "store", "fuota", "lorawan", "base"},
    "text": {"preflight", "campaign", "fuota", "base"},
    "console": {"text", "preflight", "campaign", "fuota", "base"},
    "desktop": {"text", "preflight", "campaign", "fuota", "base"},
}
# Beyond the table, the face may hold these plain values and interfaces of the layers below campaign.
VALUES = {
    "aws/faultspec.h",
    "aws/iam/iamvalues.h",
    "aws/localendpoint.h",
    "aws/s3/s3values.h",
    "iotwireless/deviceprofile.h",
    "iotwireless/fuotadevicestatus.h",
    "iotwireless/loglevel.h",
    "iotwireless/multicastgroup.h",
    "iotwireless/queuedmessage.h",
    "iotwireless/taskchange.h",
    "iotwireless/wirelessdevice.h",
    "iotwireless/wirelessgateway.h",
    "lorawan/fragmentcount.h",
    "signin/calleridentity.h",
    "signin/profileentry.h",
    "policy/fuotapolicies.h",
    "policy/verdict.h",
    "store/activity.h",
    "store/memberbatch.h",
    "store/settings.h",
    "store/templateentry.h",
    "store/uploadrecord.h",
}
FACE = {"text", "console", "desktop"}
EVERYTHING = {"wiring", "main"}  # may name every layer and module

MODULES = {
    "base": {"QtCore"},
    "lorawan": set(),
    "recovery": set(),
    "fuota": {"QtCore"},
    "aws": {"QtCore", "QtNetwork"},
    "policy": {"QtCore"},
    "profiles": {"QtCore"},
    "signin": {"QtCore"},
    "iotwireless": {"QtCore"},
    "store": {"QtCore", "QtSql"},
    "fleet": {"QtCore"},
    "account": {"QtCore"},
    "identity": {"QtCore"},
    "buckets": {"QtCore"},
    "access": {"QtCore"},
    "sandbox": {"QtCore"},
    "campaign": {"QtCore"},
    "preflight": {"QtCore"},
    "text": {"QtCore"},
    "console": {"QtCore"},
    "desktop": {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport", "QtDBus"},
}
PLAIN = {"lorawan", "recovery"}  # standard C++ only
LIBRARIES = {  # header prefix: the layers that may include it
    "httplib.h": {"sandbox", "signin"},
    "qt6keychain/": {"store"},
    "openssl/": {"identity", "signin"},
}
ONE_FILE = {  # (header, layer or None for every one): the one file that may include it
    ("qcustomplot.h", None): "ui/desktop/chancecanvas.cpp",
    ("httplib.h", "signin"): "app/signin/loopbacklistener.cpp",
}
WORDS = [  # (pattern, may stand in, reason)
    (r"\btr\(|\bQT_TR_NOOP|\bQCoreApplication::translate\b",
     lambda layer, path: layer in FACE | EVERYTHING, "sentences belong to ui"),
    (r"\bQEventLoop\b(?!Locker)|\bprocessEvents\b|\bqWait\b",
     lambda layer, path: False, "nested event loop"),
    (r"(?:\.|->|::)exec\(",
     lambda layer, path: layer in EVERYTHING | {"store"}, "exec() only in main.cpp and wiring"),
    (r"\bcurrentDateTime(Utc)?\(|\bcurrentM?SecsSinceEpoch\(|\bQ(Date|Time)::current\w+\(|\bsystem_clock::now\b",
     lambda layer, path: path == "app/base/clock.cpp", "time comes from Clock"),
    (r"\bQRandomGenerator\b|\bQUuid::createUuid\b|\brandom_device\b|\bs?rand\(",
     lambda layer, path: path == "app/base/random.cpp", "chance comes from RandomSource"),
    (r"\b(SIGNAL|SLOT)\(",
     lambda layer, path: False, "string-based connect"),
    (r"\bsleep_for\b|\bsleep_until\b|\bQThread::m?u?sleep\b",
     lambda layer, path: layer == "sandbox", "sleep"),
]

COMMENT_OR_STRING = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"', re.S)


def qt_modules(headers):
    """class name -> module, for the modules whose use is fenced"""
    found = {}
    for module in ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtSql", "QtSvg", "QtPrintSupport", "QtDBus", "QtTest",
                   "QtConcurrent", "QtXml", "QtOpenGL"):
        folder = pathlib.Path(headers) / module
        if folder.is_dir():
            for header in folder.iterdir():
                found[header.name] = module
    return found


def layer_of(path):
    """'aws' for app/aws/x.cpp, 'desktop' for ui/desktop/pages/x.cpp, 'main' for ui/main.cpp"""
    parts = path.split("/")
    return parts[1] if len(parts) > 2 else "main"


def bare(text):
    """the text without comments and without what stands in strings; lines keep their numbers"""
    def blank(match):
        newlines = "\n" * match.group().count("\n")
        return newlines if match.group().startswith("/") else f'""{newlines}'
    return COMMENT_OR_STRING.sub(blank, text)


def without_comments(text):
    def blank(match):
        return "\n" * match.group().count("\n") if match.group().startswith("/") else match.group()
    return COMMENT_OR_STRING.sub(blank, text)


def include_fault(root, path, name, quoted, modules):
    layer = layer_of(path)
    for key in ((name, None), (name, layer)):
        if key in ONE_FILE:
            return None if path == ONE_FILE[key] else f"{name} is for {ONE_FILE[key]} alone"
    if quoted:
        target = name.split("/")[0]
        if not any((root / top / name).is_file() for top in ("app", "ui")):
            return None if name.endswith(".moc") else "no such file below app/ or ui/ (includes start at these roots)"
        if layer in EVERYTHING or target == layer or target in LAYERS.get(layer, set()):
            return None
        return None if layer in FACE and name in VALUES else f"{layer} may not include {target}"
    if layer in EVERYTHING:
        return None
    for prefix, allowed in LIBRARIES.items():
        if name.startswith(prefix):
            return None if layer in allowed else f"{prefix} is not for {layer}"
    module = name.split("/")[0] if name.startswith("Qt") and "/" in name else modules.get(name)
    if module is None:
        return f"{layer} is plain C++" if layer in PLAIN and name.lower().startswith("q") else None
    return None if module in MODULES.get(layer, set()) else f"{module} is not for {layer}"


def types_of(path, plain):
    """(namespace, name) of the types a header defines at its outermost level"""
    if not path.endswith(".h"):
        return []
    space = re.search(r"^namespace ([\w:]+)", plain, re.M)
    return [(space[1] if space else "", match[1])
            for match in re.finditer(r"^(?:struct|class|enum class) (\w+)[^;{]*\{", plain, re.M)]


def check(root, modules):
    faults = []
    home = {}  # type: the header that defines it; two of one name are one to the linker
    files = sorted(f for top in ("app", "ui") for f in (root / top).rglob("*") if f.suffix in (".h", ".cpp"))
    for file in files:
        path = file.relative_to(root).as_posix()
        layer = layer_of(path)
        text = file.read_text(encoding="utf-8")
        if layer not in LAYERS and layer not in EVERYTHING:
            faults.append(f"{path}: folder {layer} is not in the table of layers")
            continue
        for number, line in enumerate(without_comments(text).splitlines(), 1):
            match = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
            if match:
                fault = include_fault(root, path, match[2], match[1] == '"', modules)
                if fault:
                    faults.append(f"{path}:{number}: {match[2]}: {fault}")
        plain = bare(text)
        for defined in types_of(path, plain):
            if home.setdefault(defined, path) != path:
                faults.append(f"{path}: {defined[1]} is defined in {home[defined]} too")
        for pattern, allowed, reason in WORDS:
            if not allowed(layer, path):
                for match in re.finditer(pattern, plain):
                    faults.append(f"{path}:{plain.count(chr(10), 0, match.start()) + 1}: {match.group()} {reason}")
    return len(files), faults


GOOD = {
    "app/base/once.h": "namespace fuotadesk {\nstruct Once { };\nclass Later;\n}\n",
    "app/lorawan/once.h": "namespace fuotadesk::lorawan {\nstruct Once { };\n}\n",
    "ui/text/later.h": "namespace fuotadesk {\nclass Later { };\n}\n",
    "app/base/error.h": "#pragma once\n#include <QString>\n",
    "app/lorawan/count.h": "#include <vector>\n",
    "app/recovery/chance.h": '#include "lorawan/count.h"\n#include <vector>\n',
    "app/fuota/plan.h": '#include "lorawan/count.h"\n#include "recovery/chance.h"\n',
    "app/aws/transport.h": '#include "base/error.h"\n#include <QNetworkRequest>\n',
    "app/aws/localendpoint.h": "",
    "app/aws/client.h": "",
    "app/store/db.cpp": "#include <QSqlQuery>\nvoid f() { q.exec(s); }\n",
    "app/store/keys.cpp": "#include <qt6keychain/keychain.h>\n",
    "app/base/clock.cpp": "void f() { QDateTime::currentDateTimeUtc(); }\n",
    "ui/text/words.cpp": '#include "base/error.h"\nvoid f() { tr("exec("); }\n',
    "ui/desktop/window.cpp": '#include "text/words.h"\n#include "aws/localendpoint.h"\n#include <QMainWindow>\n// d.exec() is banned\n',
    "ui/desktop/chancecanvas.cpp": "#include <qcustomplot.h>\n#include <QWidget>\n",
    "app/sandbox/server.cpp": "#include <httplib.h>\n",
    "app/signin/loopbacklistener.cpp": "#include <httplib.h>\n",
    "ui/text/words.h": "",
    "ui/wiring/house.cpp": '#include "aws/client.h"\n#include <QLocalServer>\n',
    "ui/main.cpp": "int main() { return app.exec(); }\n",
}
BAD = {  # path: (text, what the fault must say)
    "ui/desktop/error.h": ("namespace fuotadesk {\nstruct Once { };\n}\n", "defined in app/base/once.h too"),
    "app/base/up.cpp": ('#include "aws/transport.h"\n', "base may not include aws"),
    "app/lorawan/qt.cpp": ("#include <QString>\n", "QtCore is not for lorawan"),
    "app/lorawan/up.cpp": ('#include "recovery/chance.h"\n', "lorawan may not include recovery"),
    "app/recovery/qt.cpp": ("#include <QString>\n", "QtCore is not for recovery"),
    "app/recovery/plain.cpp": ("#include <qwt_plot.h>\n", "recovery is plain C++"),
    "app/recovery/error.cpp": ('#include "base/error.h"\n', "recovery may not include base"),
    "app/recovery/up.cpp": ('#include "fuota/plan.h"\n', "recovery may not include fuota"),
    "app/fuota/net.cpp": ("#include <QNetworkReply>\n", "QtNetwork is not for fuota"),
    "app/fuota/netmodule.cpp": ("#include <QtNetwork/QTcpSocket>\n", "QtNetwork is not for fuota"),
    "app/aws/sql.cpp": ("#include <QSqlDatabase>\n", "QtSql is not for aws"),
    "app/aws/server.cpp": ("#include <httplib.h>\n", "httplib.h is not for aws"),
    "app/signin/server.cpp": ("#include <httplib.h>\n", "for app/signin/loopbacklistener.cpp alone"),
    "app/campaign/keys.cpp": ("#include <qt6keychain/keychain.h>\n", "qt6keychain/ is not for campaign"),
    "app/campaign/box.cpp": ("#include <QMessageBox>\n", "QtWidgets is not for campaign"),
    "app/campaign/words.cpp": ('void f() { tr("no"); }\n', "sentences belong to ui"),
    "app/campaign/time.cpp": ("auto t = QDateTime::currentDateTime();\n", "time comes from Clock"),
    "app/campaign/dice.cpp": ("auto t = QRandomGenerator::global();\n", "chance comes from RandomSource"),
    "app/store/face.cpp": ('#include "text/words.h"\n', "store may not include text"),
    "app/store/gone.cpp": ('#include "store/nowhere.h"\n', "no such file"),
    "app/extra/thing.cpp": ("\n", "not in the table"),
    "ui/desktop/modal.cpp": ("void f() { dialog.exec(); }\n", "exec() only in main.cpp and wiring"),
    "ui/desktop/loop.cpp": ("QEventLoop loop;\n", "nested event loop"),
    "ui/desktop/pump.cpp": ("void f() { QApplication::processEvents(); }\n", "nested event loop"),
    "ui/desktop/guts.cpp": ('#include "aws/client.h"\n', "desktop may not include aws"),
    "ui/desktop/old.cpp": ("void f() { connect(a, SIGNAL(b()), c, SLOT(d())); }\n", "string-based connect"),
    "ui/console/win.cpp": ("#include <QWidget>\n", "QtWidgets is not for console"),
    "ui/console/peer.cpp": ('#include "desktop/window.h"\n', "console may not include desktop"),
    "ui/desktop/plot.h": ("#include <qcustomplot.h>\n", "for ui/desktop/chancecanvas.cpp alone"),
    "ui/wiring/plot.cpp": ('#include "qcustomplot.h"\n', "for ui/desktop/chancecanvas.cpp alone"),
    "ui/desktop/window.h": ("", None),
}


def self_test(modules):
    if not modules:
        modules = {"QString": "QtCore", "QNetworkRequest": "QtNetwork", "QNetworkReply": "QtNetwork", "QSqlQuery": "QtSql",
                   "QSqlDatabase": "QtSql", "QMessageBox": "QtWidgets", "QMainWindow": "QtWidgets", "QWidget": "QtWidgets",
                   "QLocalServer": "QtNetwork"}
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)

        def plant(path, text):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        for path, text in GOOD.items():
            plant(path, text)
        for fault in check(root, modules)[1]:
            failed += 1
            print("good tree, yet: " + fault)
        for path, (text, _) in BAD.items():
            plant(path, text)
        faults = check(root, modules)[1]
        for path, (_, words) in BAD.items():
            if words and not any(f.startswith(path) and words in f for f in faults):
                failed += 1
                print(f"not found: {path}: {words}")
        for fault in faults:
            path = fault.split(":")[0]
            if path not in BAD or BAD[path][1] is None:
                failed += 1
                print("false alarm: " + fault)
    print(f"{len(BAD) - 1 + len(GOOD)} planted files, {failed} failed")
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--qt-headers", help="the folder that holds QtCore, QtNetwork, ...")
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("root", nargs="?")
    options = parser.parse_args()
    modules = qt_modules(options.qt_headers) if options.qt_headers else {}
    if options.self_test:
        sys.exit(1 if self_test(modules) else 0)
    if not options.root or not modules:
        parser.error("ROOT and --qt-headers are needed")
    count, faults = check(pathlib.Path(options.root), modules)
    print("\n".join(faults + [f"{count} files, {len(faults)} faults"]))
    sys.exit(1 if faults or not count else 0)


main()
