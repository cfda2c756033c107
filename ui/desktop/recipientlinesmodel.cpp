#include "desktop/recipientlinesmodel.h"

#include "desktop/statusicon.h"
#include "text/numbertext.h"
#include "text/recipienttext.h"

#include <algorithm>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr int ColumnCount = static_cast<int>(RecipientColumn::State) + 1;
constexpr auto SelectionRest = 100ms;

QString columnTitle(RecipientColumn column)
{
    switch (column) {
    case RecipientColumn::Line:
        return RecipientLinesModel::tr("Line");
    case RecipientColumn::Text:
        return RecipientLinesModel::tr("In the list");
    case RecipientColumn::Device:
        return RecipientLinesModel::tr("Device");
    case RecipientColumn::State:
        break;
    }
    return RecipientLinesModel::tr("Result");
}

QString deviceText(const std::optional<RecipientDevice>& device)
{
    if (!device)
        return {};
    if (!device->name.isEmpty())
        return device->name;
    return device->devEui.isEmpty() ? device->id : device->devEui;
}

DeviceOutcome outcomeOf(RecipientState state)
{
    switch (state) {
    case RecipientState::Waiting:
    case RecipientState::Duplicate:
        return DeviceOutcome::Open;
    case RecipientState::Found:
        return DeviceOutcome::Successful;
    case RecipientState::Unknown:
    case RecipientState::Ambiguous:
    case RecipientState::Failed:
        break;
    }
    return DeviceOutcome::Failed;
}

bool isFaultyState(RecipientState state)
{
    return state != RecipientState::Waiting && state != RecipientState::Found;
}

// What a cell of either kind of line has in common.
QVariant cellData(RecipientColumn column, const QString& text, DeviceOutcome outcome, int role)
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text;
    case Qt::AccessibleTextRole:
        return RecipientLinesModel::tr("%1: %2", "column, value").arg(columnTitle(column), text);
    case Qt::DecorationRole:
        return column == RecipientColumn::State ? QVariant(outcomeIcon(outcome)) : QVariant();
    case Qt::TextAlignmentRole:
        return column == RecipientColumn::Line ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                               : QVariant();
    default:
        return {};
    }
}

} // namespace

RecipientLinesModel::RecipientLinesModel(const RecipientLookup& lookup, QObject* parent)
    : QAbstractTableModel(parent),
      m_lookup(lookup)
{
    m_selectLater.setSingleShot(true);
    m_selectLater.setInterval(SelectionRest);
    connect(&m_selectLater, &QTimer::timeout, this, [this] {
        beginResetModel();
        select();
        endResetModel();
    });
    connect(&lookup, &RecipientLookup::rowsChanged, this, &RecipientLinesModel::takeRows);
}

int RecipientLinesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int RecipientLinesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RecipientLinesModel::data(const QModelIndex& cell, int role) const
{
    if (!checkIndex(cell, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line line = m_shown[std::size_t(cell.row())];
    return line >= 0 ? entryData(line, cell.column(), role)
                     : problemData(m_file.problems.at(-1 - line), cell.column(), role);
}

QVariant RecipientLinesModel::entryData(qsizetype entry, int column, int role) const
{
    const RecipientRow row = m_lookup.row(entry);
    QString text;
    switch (static_cast<RecipientColumn>(column)) {
    case RecipientColumn::Line:
        text = numberText(row.entry.line);
        break;
    case RecipientColumn::Text:
        text = row.entry.text;
        break;
    case RecipientColumn::Device:
        text = deviceText(row.device);
        break;
    case RecipientColumn::State:
        text = recipientStateText(row);
        if (text.isEmpty())
            text = recipientStateLabel(row.state);
        break;
    }
    return cellData(static_cast<RecipientColumn>(column), text, outcomeOf(row.state), role);
}

QVariant RecipientLinesModel::problemData(const RecipientProblem& problem, int column,
                                          int role) const
{
    QString text;
    if (static_cast<RecipientColumn>(column) == RecipientColumn::Line)
        text = numberText(problem.line);
    else if (static_cast<RecipientColumn>(column) == RecipientColumn::State)
        text = recipientFaultText(problem);
    const DeviceOutcome outcome =
        problem.fault == RecipientFault::Duplicate ? DeviceOutcome::Open : DeviceOutcome::Failed;
    return cellData(static_cast<RecipientColumn>(column), text, outcome, role);
}

QVariant RecipientLinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return columnTitle(static_cast<RecipientColumn>(section));
}

void RecipientLinesModel::setFile(const RecipientFile& file)
{
    beginResetModel();
    m_file = file;
    m_lines.clear();
    m_lines.reserve(std::size_t(file.entries.size() + file.problems.size()));
    qsizetype problem = 0;
    for (qsizetype entry = 0; entry < file.entries.size(); ++entry) {
        for (; problem < file.problems.size()
             && file.problems[problem].line < file.entries[entry].line;
             ++problem)
            m_lines.push_back(static_cast<Line>(-1 - problem));
        m_lines.push_back(static_cast<Line>(entry));
    }
    for (; problem < file.problems.size(); ++problem)
        m_lines.push_back(static_cast<Line>(-1 - problem));
    select();
    endResetModel();
}

void RecipientLinesModel::setOnlyFaulty(bool onlyFaulty)
{
    if (onlyFaulty == m_onlyFaulty)
        return;
    beginResetModel();
    m_onlyFaulty = onlyFaulty;
    select();
    endResetModel();
}

qsizetype RecipientLinesModel::faultyCount() const
{
    return std::ranges::count_if(m_lines, [this](Line line) { return isFaulty(line); });
}

bool RecipientLinesModel::isFaulty(Line line) const
{
    return line < 0 || isFaultyState(m_lookup.state(line));
}

void RecipientLinesModel::takeRows(qsizetype first, qsizetype last)
{
    if (m_onlyFaulty) {
        m_selectLater.start();
        return;
    }
    if (first >= m_file.entries.size())
        return; // of a file that is yet to be shown
    Q_EMIT dataChanged(index(rowOf(first), 0),
                       index(rowOf(std::min(last, m_file.entries.size() - 1)), ColumnCount - 1));
}

bool RecipientLinesModel::isBefore(Line line, qsizetype entry) const
{
    return line >= 0 ? line < entry : m_file.problems[-1 - line].line < m_file.entries[entry].line;
}

int RecipientLinesModel::rowOf(qsizetype entry) const
{
    const auto at = std::ranges::partition_point(
        m_shown, [this, entry](Line line) { return isBefore(line, entry); });
    return static_cast<int>(at - m_shown.begin());
}

void RecipientLinesModel::select()
{
    m_shown = m_lines;
    if (m_onlyFaulty)
        std::erase_if(m_shown, [this](Line line) { return !isFaulty(line); });
}

} // namespace fuotadesk
