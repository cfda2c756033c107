#include "profiles/processenvironment.h"

#include <QProcessEnvironment>

namespace fuotadesk {

Environment processEnvironment()
{
    const QProcessEnvironment process = QProcessEnvironment::systemEnvironment();
    QMap<QString, QString> variables;
    for (const QString& name : process.keys())
        variables.insert(name, process.value(name));
    return Environment(variables);
}

} // namespace fuotadesk
