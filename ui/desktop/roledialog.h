#pragma once

#include "campaign/workbench.h"

#include <QDialog>

class QPushButton;

namespace fuotadesk {

class IdTable;
class ListFrame;
class RoleDetails;
class RoleModel;
class SearchField;

// Asks which role of the account the task gets: those that AWS IoT Wireless may assume first, and
// of the selected one whether it may read the image. Reads the roles when it opens.
class RoleDialog : public QDialog {
    Q_OBJECT

public:
    // image and role as the draft has them.
    RoleDialog(const Workbench& bench, const QString& image, const QString& role, QWidget* parent);

Q_SIGNALS:
    void roleChosen(const QString& arn);
    // Instead of choosing one.
    void creationWanted();

private:
    QWidget* makeFilter();
    QWidget* makeButtons();
    void read();
    void showRoles();
    void showSelection();
    QString failure() const;
    void pressInstead();
    void accept() override;

    Workbench m_bench;
    RoleModel* m_model;
    IdTable* m_table;
    SearchField* m_search;
    QPushButton* m_refresh = nullptr;
    ListFrame* m_frame;
    RoleDetails* m_details;
    QPushButton* m_use = nullptr;
};

} // namespace fuotadesk
