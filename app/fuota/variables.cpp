#include "fuota/variables.h"

#include "fuota/fieldtable.h"

#include <QRegularExpression>

#include <functional>

namespace fuotadesk {

namespace {

const QRegularExpression& variable()
{
    static const QRegularExpression pattern(QStringLiteral("\\$\\{([A-Za-z_][A-Za-z0-9_-]*)\\}"));
    return pattern;
}

using EditText = std::function<void(QString&)>;

struct TextsOfMember {
    TaskDraft& task;
    const EditText& edit;

    void operator()(QString TaskDraft::*member) const { edit(task.*member); }
    void operator()(std::optional<QString> TaskDraft::*member) const
    {
        if (task.*member)
            edit(*(task.*member));
    }
    void operator()(std::optional<qint64> TaskDraft::*) const { }
    void operator()(QList<Tag> TaskDraft::*member) const
    {
        for (Tag& tag : task.*member) {
            edit(tag.key);
            edit(tag.value);
        }
    }
};

void editTexts(TaskDraft& task, const EditText& edit)
{
    for (const FieldSpec& spec : fieldTable())
        std::visit(TextsOfMember{task, edit}, spec.member);
}

void addVariables(QStringList& names, const QString& text)
{
    for (auto it = variable().globalMatch(text); it.hasNext();) {
        const QString name = it.next().captured(1);
        if (!names.contains(name))
            names.append(name);
    }
}

} // namespace

QStringList variablesIn(const TaskDraft& task)
{
    QStringList names;
    TaskDraft copy = task;
    editTexts(copy, [&](const QString& text) { addVariables(names, text); });
    return names;
}

QStringList variablesIn(const QString& text)
{
    QStringList names;
    addVariables(names, text);
    return names;
}

TaskDraft withVariables(const TaskDraft& task, const QMap<QString, QString>& values)
{
    TaskDraft copy = task;
    editTexts(copy, [&](QString& text) { text = withVariables(text, values); });
    return copy;
}

QString withVariables(const QString& text, const QMap<QString, QString>& values)
{
    QString result;
    qsizetype end = 0;
    for (auto it = variable().globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        result += QStringView(text).mid(end, match.capturedStart() - end);
        result += values.value(match.captured(1), match.captured(0));
        end = match.capturedEnd();
    }
    result += QStringView(text).mid(end);
    return result;
}

QString dateVariable()
{
    return QStringLiteral("date");
}

} // namespace fuotadesk
