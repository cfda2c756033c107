#include "desktop/noticebar.h"

#include "desktop/palettetints.h"
#include "desktop/symbolicicon.h"
#include "text/errortext.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace fuotadesk {

namespace {

constexpr int DetailLines = 5;

struct KindLook {
    Tint tint;
    QString icon;
    QStyle::StandardPixmap fallback;
};

KindLook lookOf(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Warning:
        return {Tint::Attention, QStringLiteral("warning"), QStyle::SP_MessageBoxWarning};
    case NoticeKind::Error:
        return {Tint::Failed, QStringLiteral("error"), QStyle::SP_MessageBoxCritical};
    case NoticeKind::Info:
        break;
    }
    return {Tint::Running, QStringLiteral("info"), QStyle::SP_MessageBoxInformation};
}

QString kindWord(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Warning:
        return NoticeBar::tr("Warning: %1");
    case NoticeKind::Error:
        return NoticeBar::tr("Error: %1");
    case NoticeKind::Info:
        break;
    }
    return NoticeBar::tr("Notice: %1");
}

} // namespace

Notice errorNotice(const Error& error)
{
    const auto remedy = errorRemedy(error);
    return {NoticeKind::Error, errorMessage(error),
            remedy ? QStringList{remedy->button} : QStringList(), errorDetails(error)};
}

Notice errorNotice(const QString& what, const Error& error)
{
    Notice notice = errorNotice(error);
    notice.text.prepend(what + u' ');
    return notice;
}

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel),
      m_text(new QLabel),
      m_buttons(new QWidget),
      m_detailsButton(new QToolButton),
      m_closeButton(new QToolButton),
      m_details(new QPlainTextEdit)
{
    setAutoFillBackground(true);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    m_detailsButton->setText(tr("Details"));
    m_detailsButton->setCheckable(true);
    m_detailsButton->setAutoRaise(true);
    m_closeButton->setAutoRaise(true);
    m_closeButton->setAccessibleName(tr("Close the message"));
    m_closeButton->setToolTip(tr("Close (Esc)"));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setAccessibleName(tr("Details"));
    m_details->setMaximumHeight(fontMetrics().lineSpacing() * DetailLines);

    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(12, 6, 6, 6);
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    m_grid->addWidget(m_text, 0, 1);
    m_grid->addWidget(m_buttons, 0, 2);
    m_grid->addWidget(m_detailsButton, 0, 3, Qt::AlignTop);
    m_grid->addWidget(m_closeButton, 0, 4, Qt::AlignTop);
    m_grid->addWidget(m_details, 2, 1, 1, 4);
    connect(m_detailsButton, &QToolButton::toggled, m_details, &QWidget::setVisible);
    connect(m_closeButton, &QToolButton::clicked, this, &NoticeBar::dismiss);
    hide();
}

void NoticeBar::showNotice(const Notice& notice)
{
    m_notice = notice;
    m_text->setText(notice.text);
    setAccessibleName(kindWord(notice.kind).arg(notice.text));
    rebuildRemedies();
    m_details->setPlainText(notice.details);
    m_detailsButton->setVisible(!notice.details.isEmpty());
    m_detailsButton->setChecked(false);
    m_details->hide();
    paintKind();
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::clear()
{
    m_notice = {};
    hide();
}

void NoticeBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    // setPalette() below would call us again: the application's change is the one that matters.
    if (event->type() == QEvent::ApplicationPaletteChange)
        paintKind();
}

void NoticeBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

void NoticeBar::dismiss()
{
    clear();
    Q_EMIT closed();
}

void NoticeBar::paintKind()
{
    const KindLook look = lookOf(m_notice.kind);
    QPalette own = parentWidget() ? parentWidget()->palette() : QPalette();
    own.setColor(QPalette::Window, tintBackground(look.tint, own));
    setPalette(own);
    QIcon icon = symbolicIcon(look.icon, tintText(look.tint, own));
    if (icon.isNull())
        icon = style()->standardIcon(look.fallback);
    const int extent = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(icon.pixmap(extent));
    QIcon cross = symbolicIcon(QStringLiteral("close"));
    m_closeButton->setIcon(cross.isNull() ? style()->standardIcon(QStyle::SP_TitleBarCloseButton)
                                          : cross);
}

void NoticeBar::rebuildRemedies()
{
    qDeleteAll(m_buttons->findChildren<QPushButton*>(Qt::FindDirectChildrenOnly));
    for (int i = 0; i < m_notice.remedies.size(); ++i) {
        auto* button = new QPushButton(m_notice.remedies[i]);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, i] { Q_EMIT remedyPressed(i); });
        m_buttons->layout()->addWidget(button);
    }
    m_buttons->setVisible(!m_notice.remedies.isEmpty());
    // One button stands beside the sentence, several have a line of their own.
    m_grid->removeWidget(m_buttons);
    if (m_notice.remedies.size() > 1)
        m_grid->addWidget(m_buttons, 1, 1, 1, 4, Qt::AlignLeft);
    else
        m_grid->addWidget(m_buttons, 0, 2, Qt::AlignTop);
}

} // namespace fuotadesk
