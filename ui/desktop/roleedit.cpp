#include "desktop/roleedit.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace fuotadesk {

RoleEdit::RoleEdit(QWidget* parent)
    : QWidget(parent),
      m_edit(new QLineEdit(this)),
      m_choose(new QPushButton(tr("Choose…"), this)),
      m_create(new QPushButton(tr("Create role…"), this))
{
    m_edit->setPlaceholderText(tr("arn:aws:iam::123456789012:role/name"));
    m_choose->setAccessibleName(tr("Choose role…"));
    m_choose->setToolTip(tr("Choose one of the account's roles (Ctrl+Shift+R)"));
    m_create->setToolTip(tr("Make a role that may read the image (Ctrl+Alt+R)"));
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_choose, m_create}) {
        button->setAutoDefault(false);
        button->hide();
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this); // an ARN takes the whole width
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_edit);
    column->addLayout(buttons);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::editingFinished, this, &RoleEdit::complete);
    connect(m_choose, &QPushButton::clicked, this, &RoleEdit::chooseWanted);
    connect(m_create, &QPushButton::clicked, this, &RoleEdit::creationWanted);
}

// A field that loses the focus while it is destroyed still speaks.
RoleEdit::~RoleEdit()
{
    m_edit->disconnect(this);
}

void RoleEdit::offer(std::function<QString(const QString&)> arnOfName)
{
    m_arnOfName = std::move(arnOfName);
    m_choose->show();
    m_create->show();
}

void RoleEdit::take(const QString& arn)
{
    m_edit->selectAll();
    m_edit->insert(arn); // can be undone, unlike setText()
    m_edit->setCursorPosition(0);
}

void RoleEdit::complete()
{
    const QString text = m_edit->text();
    const QString name = text.trimmed();
    // What was undone is not done again.
    if (!m_arnOfName || !isRoleName(name) || text == m_completed)
        return;
    const QString arn = m_arnOfName(name);
    if (arn.isEmpty())
        return;
    m_completed = text;
    take(arn);
}

bool isRoleName(const QString& text)
{
    static const QRegularExpression Name(QStringLiteral("\\A[A-Za-z0-9+=,.@_-]{1,64}\\z"));
    return Name.match(text).hasMatch();
}

} // namespace fuotadesk
