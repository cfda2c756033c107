#pragma once

#include <QDialog>

#include <functional>

class QLineEdit;
class QPushButton;

namespace fuotadesk {

class Session;

// Asks for the name of a production connection, letter by letter, before something is done there.
class ProductionDialog : public QDialog {
    Q_OBJECT

public:
    // what: "Create the task “meter-fw”"; verb stands on the button.
    ProductionDialog(const QString& connection, const QString& what, const QString& verb,
                     QWidget* parent);

private:
    QLineEdit* m_name;
    QPushButton* m_verb;
};

// goOn runs at once, unless the active connection is marked as production: then only after its name
// was typed, while parent lives and the connection is still the same.
void guardProduction(const Session& session, const QString& what, const QString& verb,
                     QWidget* parent, std::function<void()> goOn);

} // namespace fuotadesk
