#pragma once

#include "base/connection.h"
#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace fuotadesk {

// How the window was left. Empty or out of range values mean "as it comes".
struct WindowLayout {
    QByteArray geometry;
    QByteArray taskSplitter;
    QByteArray editorSplitter;
    QByteArray taskColumns;
    QByteArray deviceSplitter;
    QByteArray deviceColumns;
    QByteArray groupSplitter;
    QByteArray groupColumns;
    int page = 0;

    friend bool operator==(const WindowLayout&, const WindowLayout&) = default;
};

// What is remembered between starts; no secret among it.
struct SettingsData {
    static constexpr int LeastCallsPerSecond = 1;
    static constexpr int MostCallsPerSecond = 100;

    QList<Connection> connections; // without the sandbox, and profiles only once changed
    QString activeConnectionId; // empty: none was ever chosen
    WindowLayout window;
    int callsPerSecond = 10; // of one operation; what AWS allows who has not asked for more

    friend bool operator==(const SettingsData&, const SettingsData&) = default;
};

// One JSON file with a schema number, written atomically, mode 0600. A missing file is an empty
// one; a damaged or newer one is set aside under another name before the first save, never
// overwritten. Members of the file this version does not know are kept. Loading and saving block,
// for about a millisecond.
class Settings {
public:
    explicit Settings(QString file);

    const SettingsData& data() const { return m_data; }
    // What was wrong with the file at the start, if anything.
    const std::optional<Error>& loadError() const { return m_loadError; }
    // data() changes only when this succeeds. Errors: FileUnwritable, FileTooLarge.
    Result<void> save(const SettingsData& data);

private:
    void load();

    QString m_file;
    QJsonObject m_document; // as it was read, for what this version does not know
    SettingsData m_data;
    std::optional<Error> m_loadError;
    bool m_mustSetAside = false;
};

} // namespace fuotadesk
