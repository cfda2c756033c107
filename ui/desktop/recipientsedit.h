#pragma once

#include "fuota/campaigndraft.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace fuotadesk {

// Who shall receive the image, devices or multicast groups, never both: as a number that can be
// read and buttons that change it. They are added to the task when it was created.
class RecipientsEdit : public QWidget {
    Q_OBJECT

public:
    explicit RecipientsEdit(QWidget* parent = nullptr);

    const Recipients& recipients() const { return m_recipients; }
    void setRecipients(const Recipients& recipients);
    QLineEdit* summary() const { return m_summary; }

Q_SIGNALS:
    void devicesWanted();
    void groupsWanted();
    void recipientsChanged();

private:
    void showRecipients();

    Recipients m_recipients;
    QLineEdit* m_summary;
    QPushButton* m_devices;
    QPushButton* m_groups;
    QPushButton* m_clear;
};

} // namespace fuotadesk
