#pragma once

#include "store/activity.h"

#include <QLineEdit>

class QLabel;
class QStackedWidget;

namespace fuotadesk {

// One change with all that is known of it, each to be selected and copied.
class ActivityDetails : public QWidget {
    Q_OBJECT

public:
    explicit ActivityDetails(QWidget* parent = nullptr);

    // Null: none is chosen.
    void show(const ActivityEntry* entry);

private:
    QLineEdit* makeField(const QString& label);
    QWidget* makePage();

    QStackedWidget* m_stack;
    QLabel* m_title;
    QLabel* m_outcomeIcon;
    QLabel* m_outcome;
    QLabel* m_meaning;
    QLineEdit* m_operation;
    QLineEdit* m_target;
    QLineEdit* m_member;
    QLineEdit* m_result;
    QLineEdit* m_began;
    QLineEdit* m_took;
    QLineEdit* m_errorCode;
    QLineEdit* m_requestId;
    QLineEdit* m_connection;
    QLineEdit* m_endpoint;
    QLineEdit* m_region;
};

} // namespace fuotadesk
