#include "desktop/checkline.h"

#include "desktop/plainlabel.h"
#include "desktop/statusicon.h"
#include "text/checktext.h"
#include "text/errortext.h"
#include "text/numbertext.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStylePainter>
#include <QToolButton>

namespace fuotadesk {

namespace {

constexpr int DetailLines = 4;

// What was found and what to do about it.
QString sentences(const CheckRow& row)
{
    const QString remedy = checkRemedy(row);
    return remedy.isEmpty() ? checkSentence(row) : checkSentence(row) + u' ' + remedy;
}

} // namespace

CheckLine::CheckLine(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel),
      m_title(plainLabel()),
      m_age(new QLabel),
      m_sentence(selectableLabel()),
      m_remedy(new QPushButton),
      m_detailsButton(new QToolButton),
      m_details(new QPlainTextEdit)
{
    setFocusPolicy(Qt::ClickFocus);
    m_remedy->setAutoDefault(false);
    m_detailsButton->setText(tr("Details"));
    m_detailsButton->setCheckable(true);
    m_detailsButton->setAutoRaise(true);
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setAccessibleName(tr("Details"));
    m_details->setMaximumHeight(fontMetrics().lineSpacing() * DetailLines);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_remedy);
    buttons->addWidget(m_detailsButton);
    buttons->addStretch(1);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(4, 4, 4, 4);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_age, 0, 2, Qt::AlignTop | Qt::AlignRight);
    grid->addWidget(m_sentence, 1, 1, 1, 2);
    grid->addLayout(buttons, 2, 1, 1, 2);
    grid->addWidget(m_details, 3, 1, 1, 2);
    m_details->hide();
    connect(m_remedy, &QPushButton::clicked, this, &CheckLine::remedyPressed);
    connect(m_detailsButton, &QToolButton::toggled, m_details, &QWidget::setVisible);
    showWords();
}

void CheckLine::showRow(const CheckRow& row)
{
    if (row == m_row)
        return;
    m_row = row;
    showWords();
}

void CheckLine::showWords()
{
    const QString title = checkTitle(m_row.subject);
    const QString word = checkOutcomeWord(m_row.outcome);
    const QString sentence = sentences(m_row);
    const QString details = m_row.error ? errorDetails(*m_row.error) : QString();
    const QString button = checkButton(m_row);
    m_icon->setPixmap(checkIcon(m_row.outcome).pixmap(fontMetrics().height()));
    m_title->setText(tr("%1: %2", "an outcome, what was checked").arg(word, title));
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_remedy->setText(button);
    m_remedy->setAccessibleDescription(title);
    m_remedy->setVisible(!button.isEmpty());
    m_detailsButton->setVisible(!details.isEmpty());
    m_detailsButton->setAccessibleDescription(title);
    m_details->setPlainText(details);
    if (details.isEmpty())
        m_detailsButton->setChecked(false);
    setAccessibleName(
        tr("%1: %2. %3", "an outcome, what was checked, a sentence").arg(word, title, sentence));
    setAccessibleDescription(button.isEmpty() ? QString() : tr("Press Enter: %1").arg(button));
}

void CheckLine::showAge(const QDateTime& now, bool isStale)
{
    const QString age = m_row.at.isValid() ? ageText(m_row.at, now) : QString();
    if (age != m_age->text()) {
        m_age->setText(age);
        m_age->setToolTip(utcTimeText(m_row.at));
    }
    if (isStale != m_isStale) {
        m_isStale = isStale;
        m_age->setEnabled(!isStale);
    }
}

void CheckLine::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::FontChange)
        showWords();
}

void CheckLine::keyPressEvent(QKeyEvent* event)
{
    const auto key = static_cast<Qt::Key>(event->key());
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        Q_EMIT moveWanted(key);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier) {
            if (!checkButton(m_row).isEmpty())
                Q_EMIT remedyPressed();
            break;
        }
        [[fallthrough]];
    default:
        QFrame::keyPressEvent(event);
    }
}

void CheckLine::mousePressEvent(QMouseEvent* event)
{
    QFrame::mousePressEvent(event);
    setFocus(Qt::MouseFocusReason);
}

void CheckLine::focusInEvent(QFocusEvent* event)
{
    QFrame::focusInEvent(event);
    update();
    Q_EMIT focused();
}

void CheckLine::focusOutEvent(QFocusEvent* event)
{
    QFrame::focusOutEvent(event);
    update();
}

void CheckLine::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    if (!hasFocus())
        return;
    QStylePainter painter(this);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace fuotadesk
