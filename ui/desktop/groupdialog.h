#pragma once

#include "campaign/groupadvice.h"
#include "desktop/noticebar.h"

#include <QDialog>
#include <QHash>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace fuotadesk {

class FormRow;
class GatewayList;
class NumberBox;
class Session;
class TagsEdit;

// The form of a multicast group, for a new one or to change one. It stays open after
// submitted() until its owner closes it or says why not.
class GroupDialog : public QDialog {
    Q_OBJECT

public:
    explicit GroupDialog(Session& session, QWidget* parent = nullptr);
    GroupDialog(const MulticastGroup& group, Session& session, QWidget* parent = nullptr);

    // It is being asked of the service.
    void setBusy(bool busy);
    // What came of it, in the dialog; the operator may go on.
    void refuse(Notice notice);

Q_SIGNALS:
    // Without a token.
    void submitted(const fuotadesk::GroupDraft& draft);

private:
    void makeRows(Session& session);
    QWidget* makeForm();
    FormRow* addRow(QFormLayout* form, GroupField field, const QString& label, QWidget* widget,
                    const QString& apiWord);
    void connectFields();
    void setGroup(const MulticastGroup& group);
    GroupDraft draft() const;
    void judge();
    void submit();

    bool m_isNew;
    GroupTransmission m_before; // of a group that is changed
    NoticeBar* m_notice;
    QLineEdit* m_name;
    QPlainTextEdit* m_description;
    QComboBox* m_region;
    QComboBox* m_class;
    GatewayList* m_gateways;
    NumberBox* m_interval;
    NumberBox* m_dataRate;
    NumberBox* m_frequency;
    TagsEdit* m_tags = nullptr; // of a new group
    QPushButton* m_submit = nullptr;
    QHash<GroupField, FormRow*> m_rows;
    bool m_isBusy = false;
    bool m_wasPressed = false; // from then on what is missing is said
};

} // namespace fuotadesk
