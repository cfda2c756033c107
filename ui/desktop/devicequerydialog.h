#pragma once

#include "iotwireless/multicastgroup.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace fuotadesk {

class FormRow;
class TagsEdit;

// Asks which devices a bulk operation is about: a query, tags, or both.
class DeviceQueryDialog : public QDialog {
    Q_OBJECT

public:
    // explanation: what is done to them; verb stands on the button.
    DeviceQueryDialog(const QString& title, const QString& explanation, const QString& verb,
                      QWidget* parent = nullptr);

Q_SIGNALS:
    void queryChosen(const fuotadesk::DeviceQuery& query);

private:
    void makeRows(const QString& explanation, const QString& verb);
    DeviceQuery query() const;
    void judge();
    void accept() override;

    QLineEdit* m_query;
    TagsEdit* m_tags;
    FormRow* m_row = nullptr;
    QPushButton* m_verb = nullptr;
};

} // namespace fuotadesk
