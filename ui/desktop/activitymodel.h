#pragma once

#include "store/activity.h"

#include <QAbstractTableModel>

namespace fuotadesk {

class ActivityList;

enum class ActivityColumn { Time, Change, Target, Member, Outcome, Connection };

// The entries of the activity list as a table; views ask it for more as they are scrolled.
class ActivityModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit ActivityModel(ActivityList& list, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& cell, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    const ActivityEntry& at(int row) const { return m_rows.at(row); }
    // -1 where it is not there.
    int rowOf(qint64 number) const;

private:
    void takeReset();
    void takeAdded(qsizetype first, qsizetype count);
    void takeChanged(qsizetype index);

    ActivityList& m_list;
    QList<ActivityEntry> m_rows;
};

// A heading and a line for each entry with all that is known of it, RFC 4180, UTF-8; times are UTC.
// Takes a while for many: for a worker.
QByteArray activityCsv(const QList<ActivityEntry>& entries);

} // namespace fuotadesk
