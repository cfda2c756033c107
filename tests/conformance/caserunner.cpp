#include "conformance/caserunner.h"

#include <QJsonDocument>

#include <cstdio>

namespace fuotadesk {

namespace {

QString shown(const QJsonValue& value)
{
    const QJsonDocument document(QJsonArray{value});
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

QString oneLine(QString text)
{
    return text.replace(u'\n', QStringLiteral("\\n")).replace(u'\r', QStringLiteral("\\r"));
}

} // namespace

void Disagreements::expect(const char* what, const QString& expected, const QString& actual)
{
    if (expected != actual)
        m_lines.append(QStringLiteral("%1: expected \"%2\", got \"%3\"")
                           .arg(QLatin1String(what), expected, actual));
}

void Disagreements::expect(const char* what, const QByteArray& expected, const QByteArray& actual)
{
    expect(what, QString::fromUtf8(expected), QString::fromUtf8(actual));
}

void Disagreements::expect(const char* what, const QJsonValue& expected, const QJsonValue& actual)
{
    if (expected != actual)
        m_lines.append(QStringLiteral("%1: expected %2, got %3")
                           .arg(QLatin1String(what), shown(expected), shown(actual)));
}

void CaseRunner::finish(const QString& name, const Disagreements& disagreements)
{
    for (const QString& line : disagreements.lines())
        std::printf("%s: %s\n", qUtf8Printable(name), qUtf8Printable(oneLine(line)));
    ++(disagreements.lines().isEmpty() ? m_passed : m_failed);
}

void CaseRunner::runAll(const QJsonArray& cases, const QString& nameKey, const Check& check)
{
    for (const QJsonValue& each : cases) {
        const QJsonObject object = each.toObject();
        finish(object.value(nameKey).toString(), check(object));
    }
}

int CaseRunner::summary() const
{
    std::printf("%d passed, %d failed\n", m_passed, m_failed);
    return m_failed > 0 || m_passed == 0 ? 1 : 0;
}

} // namespace fuotadesk
