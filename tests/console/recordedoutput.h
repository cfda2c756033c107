#pragma once

#include "console/output.h"

#include <QJsonDocument>
#include <QStringList>

namespace fuotadesk {

// Keeps what a command prints.
struct RecordedOutput final : Output {
    void result(const QString& text) override { results.append(text); }
    void message(const QString& text) override { messages.append(text); }

    // The one document there is.
    QJsonObject document() const
    {
        return results.size() == 1 ? QJsonDocument::fromJson(results.first().toUtf8()).object()
                                   : QJsonObject();
    }
    bool says(const QString& part) const { return messages.join(u'\n').contains(part); }

    QStringList results;
    QStringList messages;
};

} // namespace fuotadesk
