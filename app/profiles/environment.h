#pragma once

#include <QMap>
#include <QString>

namespace fuotadesk {

// The variables of the process, read once by the wiring and handed down.
class Environment {
public:
    Environment() = default;
    explicit Environment(QMap<QString, QString> variables) : m_variables(std::move(variables)) { }

    // Trimmed; one that is blank counts as not set, as in the SDKs.
    QString value(const QString& name) const { return m_variables.value(name).trimmed(); }
    bool isSet(const QString& name) const { return !value(name).isEmpty(); }

private:
    QMap<QString, QString> m_variables;
};

} // namespace fuotadesk
