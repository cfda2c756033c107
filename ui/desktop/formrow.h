#pragma once

#include "fuota/finding.h"

#include <QWidget>

class QFormLayout;
class QLabel;

class QComboBox;

namespace fuotadesk {

// One row of a form: a label that is the buddy and the name of its field, the field, and under it
// one line that holds either the hint or, with icon and word, what is wrong. The line is also the
// field's accessible description.
class FormRow : public QWidget {
    Q_OBJECT

public:
    // label may carry a mnemonic ("&Name"). content holds field when the field is part of something
    // larger.
    FormRow(const QString& label, QWidget* field, QWidget* content = nullptr);

    // Label left, row right, and the label bound to the field.
    void addTo(QFormLayout* layout);

    QWidget* field() const { return m_field; }
    QLabel* label() const { return m_label; }
    // What the field takes; shown while there is no finding.
    void setHint(const QString& hint);
    void setFinding(Severity severity, const QString& text);
    void clearFinding();
    bool hasFinding() const { return !m_finding.isEmpty(); }
    // Takes the row out of sight, label and all.
    void setShown(bool shown);

private:
    void changeEvent(QEvent* event) override;
    void showLine();

    QWidget* m_field;
    QLabel* m_label;
    QLabel* m_icon;
    QLabel* m_line;
    QString m_hint;
    QString m_finding;
    Severity m_severity = Severity::Info;
};

// "&Name" -> "Name".
QString withoutMnemonic(const QString& text);

// A combo box is known by its label alone, and Qt looks for that among its siblings only, where one
// in the other column of a form is not found: this puts a hidden one beside it.
void labelForScreenReaders(QComboBox* box, const QString& text);

} // namespace fuotadesk
