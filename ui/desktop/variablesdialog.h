#pragma once

#include "fuota/template.h"

#include <QDialog>
#include <QMap>

class QLineEdit;

namespace fuotadesk {

// Asks for the variables of a template before it is used, one field each. Left empty, or kept with
// "Keep placeholders", a variable stays in the text as ${name}.
class VariablesDialog : public QDialog {
    Q_OBJECT

public:
    VariablesDialog(const QString& templateName, const QList<TemplateVariable>& variables,
                    QWidget* parent);

    QMap<QString, QString> values() const;

Q_SIGNALS:
    void filledIn(const QMap<QString, QString>& values);

private:
    QMap<QString, QLineEdit*> m_edits;
};

// The variables a task has texts with, each with what the template knows of it; not the built-in
// date.
QList<TemplateVariable> variablesToAsk(const Template& origin, const TaskDraft& task);

// "Still to be filled in: ${version}, ${site}"; empty for none.
QString openVariablesText(QStringList names);

} // namespace fuotadesk
