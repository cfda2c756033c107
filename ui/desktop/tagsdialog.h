#pragma once

#include "desktop/noticebar.h"
#include "fuota/taskdraft.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace fuotadesk {

class TagsEdit;

// The tags of something that is there already. They are shown once its owner has read them. It
// stays open after submitted() until its owner closes it or says why not.
class TagsDialog : public QDialog {
    Q_OBJECT

public:
    explicit TagsDialog(const QString& name, QWidget* parent = nullptr);

    void setTags(const QList<Tag>& tags);
    // They could not be read: retryRequested() asks for it again.
    void showUnread(const Notice& notice);
    // They are being changed.
    void setBusy(bool busy);
    // What came of it, in the dialog; the operator may go on.
    void refuse(Notice notice);

Q_SIGNALS:
    void retryRequested();
    void submitted(const QList<fuotadesk::Tag>& before, const QList<fuotadesk::Tag>& after);

private:
    void enable();
    void submit();

    QList<Tag> m_before;
    NoticeBar* m_notice;
    QLabel* m_hint;
    TagsEdit* m_tags;
    QPushButton* m_save = nullptr;
    bool m_isRead = false;
    bool m_hasFailed = false; // to be read
    bool m_isBusy = false;
};

} // namespace fuotadesk
