#pragma once

#include "signin/signinparts.h"
#include "support/fakes.h"
#include "support/memoryfolder.h"
#include "support/outcome.h"
#include "support/scriptedtransport.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace fuotadesk {

// A network that answers from a script, a clock that stands at 2026-01-02T03:04:05Z, and a folder.
struct SignInBench {
    ScriptedTransport network;
    FakeRandom random;
    FakeClock clock;
    QTemporaryDir folder{folderInMemory()};
    QObject owner;

    SignInParts parts() { return {network, random, clock}; }

    QJsonObject sentJson(qsizetype index) const
    {
        return QJsonDocument::fromJson(network.requests().at(index).body).object();
    }

    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("can not write %s", qPrintable(name));
    }

    QByteArray read(const QString& name) const
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

} // namespace fuotadesk
