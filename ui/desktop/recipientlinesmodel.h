#pragma once

#include "campaign/recipientlookup.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <vector>

namespace fuotadesk {

enum class RecipientColumn { Line, Text, Device, State };

// The lines of a list of recipients, in their order: what stands there, and which device it is or
// what is wrong with it. A million lines are one number each.
class RecipientLinesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit RecipientLinesModel(const RecipientLookup& lookup, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& cell, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // What the lookup was started with.
    void setFile(const RecipientFile& file);
    // Only the lines no device came of; those that wait are not shown yet.
    void setOnlyFaulty(bool onlyFaulty);
    // Lines no device came of, so far.
    qsizetype faultyCount() const;

private:
    // An entry by its position, or a problem by -1 - its position.
    using Line = qint32;

    void takeRows(qsizetype first, qsizetype last);
    int rowOf(qsizetype entry) const;
    bool isBefore(Line line, qsizetype entry) const;
    bool isFaulty(Line line) const;
    void select();
    QVariant entryData(qsizetype entry, int column, int role) const;
    QVariant problemData(const RecipientProblem& problem, int column, int role) const;

    const RecipientLookup& m_lookup;
    RecipientFile m_file;
    std::vector<Line> m_lines;
    std::vector<Line> m_shown;
    bool m_onlyFaulty = false;
    QTimer m_selectLater;
};

} // namespace fuotadesk
