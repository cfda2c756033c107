#pragma once

#include "campaign/permissionprobe.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace fuotadesk {

// What the active connection may do, action by action. Asks when it opens.
class PermissionsDialog : public QDialog {
    Q_OBJECT

public:
    explicit PermissionsDialog(Session& session, QWidget* parent = nullptr);

private:
    void showAnswers(const QList<PermissionAnswer>& answers);
    QString summary() const;
    void copyMissing();

    PermissionProbe m_probe;
    QLabel* m_summary;
    QTreeWidget* m_list;
    QPushButton* m_copy;
};

// "Allowed", "Missing", …
QString permissionText(Permission permission);

} // namespace fuotadesk
