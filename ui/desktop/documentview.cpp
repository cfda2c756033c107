#include "desktop/documentview.h"

#include "desktop/formrow.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace fuotadesk {

namespace {

constexpr int LeastLines = 6;

} // namespace

QFont fixedFontOf(const QWidget& widget)
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (widget.font().pointSizeF() > 0)
        fixed.setPointSizeF(widget.font().pointSizeF());
    return fixed;
}

DocumentView::DocumentView(const QString& title, const QString& copy, QWidget* parent)
    : QWidget(parent),
      m_text(new QPlainTextEdit(this)),
      m_copy(new QPushButton(copy, this))
{
    auto* label = new QLabel(title, this);
    label->setBuddy(m_text);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(withoutMnemonic(title));
    m_text->setMinimumHeight(fontMetrics().lineSpacing() * LeastLines);
    m_copy->setAutoDefault(false);
    m_copy->setToolTip(tr("Copy the document below"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(0, 1);
    grid->addWidget(label, 0, 0, Qt::AlignBottom);
    grid->addWidget(m_copy, 0, 1);
    grid->addWidget(m_text, 1, 0, 1, 2);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    showFont();
}

// An equal document leaves scroll bars and selection alone.
void DocumentView::setDocument(const QByteArray& json)
{
    const QString text = QString::fromUtf8(json);
    if (text != m_text->toPlainText())
        m_text->setPlainText(text);
    m_copy->setEnabled(!text.isEmpty());
}

void DocumentView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        showFont();
}

void DocumentView::showFont()
{
    m_text->setFont(fixedFontOf(*this));
}

} // namespace fuotadesk
