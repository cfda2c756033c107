#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace fuotadesk {

// Asks for a name. It stays open after nameGiven() until its owner accepts or refuses the name,
// because whether it is taken is known only later.
class NameDialog : public QDialog {
    Q_OBJECT

public:
    // verb stands on the button: "Save template".
    NameDialog(const QString& title, const QString& explanation, const QString& name,
               const QString& verb, QWidget* parent);

    // Why the name can not be had; the operator may give another.
    void refuse(const QString& reason);

Q_SIGNALS:
    void nameGiven(const QString& name);

private:
    void give();

    QLineEdit* m_name;
    QLabel* m_reason;
    QPushButton* m_verbButton;
};

} // namespace fuotadesk
