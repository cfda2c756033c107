#pragma once

#include "base/call.h"
#include "desktop/noticebar.h"

class QAbstractItemModel;

namespace fuotadesk {

class Worker;

// Saves a table as a CSV file of the operator's choice, written behind, and tells how that ended.
class TableSaver : public QObject {
    Q_OBJECT

public:
    explicit TableSaver(QObject* parent = nullptr);
    ~TableSaver() override;

    // What is in table when a file is chosen; table outlives that.
    void save(const QAbstractItemModel& table, const QString& suggestedName, QWidget* window);
    // A table that is read only when a file is chosen; what read() settles with makes the text on
    // the thread that writes.
    using MakeText = std::function<QByteArray()>;
    using ReadTable = std::function<CallOf<MakeText>*(QObject* owner)>;
    void save(const ReadTable& read, const QString& suggestedName, QWidget* window);

Q_SIGNALS:
    void ended(const fuotadesk::Notice& notice);

private:
    void askForFile(const QString& suggestedName, QWidget* window,
                    std::function<void(const QString& file)> take);
    void write(const QString& file, const MakeText& makeText);
    void fail(const Error& error);

    Worker* m_writer = nullptr; // made for the first export
};

} // namespace fuotadesk
