#include "console/checkedlines.h"

#include "text/recipienttext.h"

#include <QJsonArray>

#include <algorithm>

namespace fuotadesk {

namespace {

QString wordOf(RecipientState state)
{
    switch (state) {
    case RecipientState::Found:
        return QStringLiteral("found");
    case RecipientState::Unknown:
        return QStringLiteral("unknown");
    case RecipientState::Duplicate:
        return QStringLiteral("duplicate");
    case RecipientState::Ambiguous:
        return QStringLiteral("ambiguous");
    case RecipientState::Waiting:
    case RecipientState::Failed:
        break;
    }
    return QStringLiteral("failed");
}

CheckedLine checked(const RecipientRow& row)
{
    return {row.entry.line, wordOf(row.state), row.entry.text, row.device, recipientStateText(row)};
}

CheckedLine faulty(const RecipientProblem& problem)
{
    const bool isDuplicate = problem.fault == RecipientFault::Duplicate;
    return {problem.line,
            isDuplicate ? QStringLiteral("duplicate") : QStringLiteral("faulty"),
            {},
            {},
            recipientFaultText(problem)};
}

QString lineText(const CheckedLine& line)
{
    QStringList cells = {QString::number(line.line), line.word, line.text};
    if (line.device && line.reason.isEmpty())
        cells << line.device->id << line.device->devEui << line.device->name;
    else
        cells << line.reason;
    return cells.join(u'\t');
}

QJsonObject lineJson(const CheckedLine& line)
{
    QJsonObject object{{QStringLiteral("line"), line.line},
                       {QStringLiteral("result"), line.word},
                       {QStringLiteral("text"), line.text}};
    if (line.device) {
        object.insert(QStringLiteral("id"), line.device->id);
        object.insert(QStringLiteral("devEui"), line.device->devEui);
        object.insert(QStringLiteral("name"), line.device->name);
    }
    if (!line.reason.isEmpty())
        object.insert(QStringLiteral("reason"), line.reason);
    return object;
}

} // namespace

QList<CheckedLine> checkedLines(const RecipientFile& file, const RecipientLookup& lookup)
{
    QList<CheckedLine> lines;
    lines.reserve(lookup.count() + file.problems.size());
    for (qsizetype i = 0; i < lookup.count(); ++i)
        lines.append(checked(lookup.row(i)));
    for (const RecipientProblem& problem : file.problems)
        lines.append(faulty(problem));
    std::ranges::stable_sort(lines, {}, &CheckedLine::line);
    return lines;
}

QString checkedLinesText(const QList<CheckedLine>& lines)
{
    QStringList texts;
    texts.reserve(lines.size());
    for (const CheckedLine& line : lines)
        texts.append(lineText(line));
    return texts.join(u'\n');
}

QJsonObject checkedLinesJson(const QList<CheckedLine>& lines)
{
    QJsonArray array;
    QJsonObject counts;
    for (const char* word : {"found", "unknown", "duplicate", "ambiguous", "faulty", "failed"}) {
        const auto count = std::ranges::count(lines, QLatin1String(word), &CheckedLine::word);
        counts.insert(QLatin1String(word), qint64(count));
    }
    for (const CheckedLine& line : lines)
        array.append(lineJson(line));
    return {{QStringLiteral("counts"), counts}, {QStringLiteral("lines"), array}};
}

} // namespace fuotadesk
