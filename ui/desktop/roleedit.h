#pragma once

#include <QWidget>

#include <functional>

class QLineEdit;
class QPushButton;

namespace fuotadesk {

// The role's ARN, typed, pasted or chosen. A name alone becomes the ARN when the field is left and
// the ARN is known; that can be undone, and then stays undone.
class RoleEdit : public QWidget {
    Q_OBJECT

public:
    explicit RoleEdit(QWidget* parent = nullptr);
    ~RoleEdit() override;

    QLineEdit* edit() const { return m_edit; }
    // Gives the ARN of a name, empty where it is not known. The buttons show from now on.
    void offer(std::function<QString(const QString& name)> arnOfName);
    // In place of what is there; can be undone.
    void take(const QString& arn);

Q_SIGNALS:
    void chooseWanted();
    void creationWanted();

private:
    void complete();

    QLineEdit* m_edit;
    QPushButton* m_choose;
    QPushButton* m_create;
    std::function<QString(const QString&)> m_arnOfName;
    QString m_completed; // the last name that was completed
};

// Of A-Z a-z 0-9 + = , . @ _ -, at most 64.
bool isRoleName(const QString& text);

} // namespace fuotadesk
