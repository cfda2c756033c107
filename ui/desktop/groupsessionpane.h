#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace fuotadesk {

class GroupSessionWatch;
class MemberForm;

// The session of the selected multicast group, and the buttons that start and cancel one.
class GroupSessionPane : public QWidget {
    Q_OBJECT

public:
    explicit GroupSessionPane(GroupSessionWatch& session, QWidget* parent = nullptr);

    // mayStart: of the group nothing is known that forbids it.
    void setMayStart(bool mayStart);
    void setBusy(bool busy);

Q_SIGNALS:
    void startRequested();
    void cancelRequested();

private:
    void showSession();
    void enableButtons();

    GroupSessionWatch& m_session;
    QLabel* m_state;
    MemberForm* m_members;
    QPushButton* m_again;
    QPushButton* m_start;
    QPushButton* m_cancel;
    bool m_mayStart = false;
    bool m_isBusy = false;
};

} // namespace fuotadesk
