#include "console/campaignfile.h"

#include "campaign/templatefile.h"
#include "fuota/variables.h"

namespace fuotadesk {

namespace {

QMap<QString, QString> knownValues(const Template& origin, const Clock& clock)
{
    QMap<QString, QString> values;
    values.insert(dateVariable(), clock.now().toLocalTime().date().toString(Qt::ISODate));
    for (const TemplateVariable& variable : origin.variables) {
        if (!variable.defaultValue.isEmpty())
            values.insert(variable.name, variable.defaultValue);
    }
    return values;
}

} // namespace

Result<CampaignDraft> readCampaignFile(const QString& file, const QMap<QString, QString>& variables,
                                       const Clock& clock)
{
    const Result<Template> origin = readTemplateFile(file);
    if (!origin)
        return failure(origin.error());
    const QStringList used = variablesIn(origin->draft.task);
    QMap<QString, QString> values = knownValues(*origin, clock);
    for (auto it = variables.begin(); it != variables.end(); ++it) {
        if (!used.contains(it.key()))
            return failure(ErrorKind::InputInvalid, it.key(), QStringLiteral("unknown variable"));
        values.insert(it.key(), it.value());
    }
    for (const QString& name : used) {
        if (!values.contains(name))
            return failure(ErrorKind::InputInvalid, name, QStringLiteral("variable without value"));
    }
    CampaignDraft draft = origin->draft;
    draft.task = withVariables(draft.task, values);
    return draft;
}

} // namespace fuotadesk
