#pragma once

#include <QDialog>

class QSpinBox;

namespace fuotadesk {

class FormRow;
class NoticeBar;
class Session;

// What holds for the program rather than for a task or a connection. It is saved and works from
// then on; what can not be saved says why and changes nothing.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    explicit SettingsDialog(Session& session, QWidget* parent = nullptr);

private:
    void makeRows();
    void judge();
    void accept() override;

    Session& m_session;
    NoticeBar* m_failure;
    QSpinBox* m_calls;
    FormRow* m_callsRow;
};

} // namespace fuotadesk
