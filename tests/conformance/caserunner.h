#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>

namespace fuotadesk {

// What one case finds wrong: one line each, empty when the program agrees with the file.
class Disagreements {
public:
    void expect(const char* what, const QString& expected, const QString& actual);
    void expect(const char* what, const QByteArray& expected, const QByteArray& actual);
    void expect(const char* what, const QJsonValue& expected, const QJsonValue& actual);
    void add(const QString& line) { m_lines.append(line); }
    const QStringList& lines() const { return m_lines; }

private:
    QStringList m_lines;
};

// Counts cases and prints one line per disagreement to stdout.
class CaseRunner {
public:
    using Check = std::function<Disagreements(const QJsonObject&)>;

    void finish(const QString& name, const Disagreements& disagreements);
    void runAll(const QJsonArray& cases, const QString& nameKey, const Check& check);
    // Prints "N passed, M failed"; the exit status: 1 when one failed or nothing ran.
    int summary() const;

private:
    int m_passed = 0;
    int m_failed = 0;
};

} // namespace fuotadesk
