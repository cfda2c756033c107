#pragma once

#include "campaign/workbench.h"

#include <QObject>

class QAction;

namespace fuotadesk {

class TaskForm;

// Helps with the role of the form: completes its name, and lets one be chosen or made for the image
// that the form names.
class RoleDesk : public QObject {
    Q_OBJECT

public:
    // Dialogs open over the form's window.
    RoleDesk(const Workbench& bench, TaskForm* form, QObject* parent);

    QAction* chooseAction() const { return m_choose; }
    QAction* createAction() const { return m_create; }

    void choose();
    void create();

Q_SIGNALS:
    // What came of it, in words.
    void told(const QString& text);

private:
    Workbench m_bench;
    TaskForm* m_form;
    QAction* m_choose;
    QAction* m_create;
};

// Of the list where it was read, else put together from the caller's account; empty where neither
// is known.
QString knownRoleArn(const Workbench& bench, const QString& name);

} // namespace fuotadesk
