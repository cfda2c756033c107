#include "desktop/tagsdialog.h"

#include "desktop/tagsedit.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace fuotadesk {

namespace {

constexpr QSize FirstSize(480, 280);

} // namespace

TagsDialog::TagsDialog(const QString& name, QWidget* parent)
    : QDialog(parent),
      m_notice(new NoticeBar),
      m_hint(new QLabel),
      m_tags(new TagsEdit)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Tags of “%1”").arg(name));
    m_hint->setWordWrap(true);
    m_tags->view()->setAccessibleName(tr("Tags"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_save = buttons->addButton(tr("Save tags"), QDialogButtonBox::AcceptRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_notice);
    column->addWidget(m_hint);
    column->addWidget(m_tags);
    column->addStretch();
    column->addWidget(buttons);
    m_save->setDefault(true); // once it is in the dialog, or Cancel would be
    resize(FirstSize);
    connect(buttons, &QDialogButtonBox::accepted, this, &TagsDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_notice, &NoticeBar::remedyPressed, this, [this] {
        m_notice->clear();
        m_hasFailed = false;
        enable();
        if (!m_isRead)
            Q_EMIT retryRequested();
    });
    enable();
}

void TagsDialog::setTags(const QList<Tag>& tags)
{
    m_before = tags;
    m_isRead = true;
    m_tags->setTags(tags);
    enable();
    m_tags->view()->setFocus();
}

void TagsDialog::showUnread(const Notice& notice)
{
    m_notice->showNotice(notice);
    m_hasFailed = true;
    enable();
}

void TagsDialog::enable()
{
    const QString unread =
        m_hasFailed ? tr("The tags are not known.") : tr("The tags are being read.");
    m_hint->setText(m_isRead
                        ? tr("Type in the last row for another tag; Delete removes one. Tags can "
                             "be changed at any time, also while the task runs.")
                        : unread);
    m_tags->setEnabled(m_isRead && !m_isBusy);
    m_save->setEnabled(m_isRead && !m_isBusy);
    m_save->setText(m_isBusy ? tr("Saving…") : tr("Save tags"));
}

void TagsDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    enable();
}

void TagsDialog::refuse(Notice notice)
{
    setBusy(false);
    notice.remedies.clear(); // the button below tries again
    m_notice->showNotice(notice);
}

void TagsDialog::submit()
{
    if (!m_save->isEnabled())
        return;
    m_notice->clear();
    if (m_tags->tags() == m_before)
        accept();
    else
        Q_EMIT submitted(m_before, m_tags->tags());
}

} // namespace fuotadesk
