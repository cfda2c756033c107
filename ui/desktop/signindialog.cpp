#include "desktop/signindialog.h"

#include "base/clock.h"
#include "desktop/noticebar.h"
#include "desktop/plainlabel.h"
#include "desktop/steadylabel.h"
#include "text/numbertext.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr double CodeScale = 2.0;
constexpr int CodeRoom = 12; // characters
constexpr int TextWidth = 64;

using State = SsoSignIn::State;
using Way = SsoSignIn::Way;

QString hostOf(const QString& startUrl)
{
    const QString host = QUrl(startUrl).host();
    return host.isEmpty() ? startUrl : host;
}

} // namespace

bool openInBrowser(const QUrl& page)
{
    return QDesktopServices::openUrl(page);
}

SignInDialog::SignInDialog(SsoSignIn& signIn, const Clock& clock, OpenPage openPage,
                           QWidget* parent)
    : QDialog(parent),
      m_signIn(signIn),
      m_clock(clock),
      m_openPage(std::move(openPage)),
      m_notice(new NoticeBar),
      m_explanation(plainLabel()),
      m_profile(selectableLabel()),
      m_startPage(selectableLabel()),
      m_codeBox(new QWidget),
      m_code(new QLineEdit),
      m_copyCode(new QPushButton(tr("&Copy code"))),
      m_status(new SteadyLabel(SteadyLabel::Selection::Mouse)),
      m_buttons(new QDialogButtonBox)
{
    setWindowTitle(tr("Sign in"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_explanation->setMinimumWidth(fontMetrics().averageCharWidth() * TextWidth);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_notice);
    column->addWidget(m_explanation);
    column->addLayout(makeForm());
    column->addWidget(m_status);
    column->addStretch();
    column->addWidget(m_buttons);
    makeButtons();
    connect(m_notice, &NoticeBar::remedyPressed, this,
            [this] { m_signIn.start(m_signIn.profile(), m_signIn.way()); });
    connect(&m_tick, &QTimer::timeout, this, &SignInDialog::showStatus);
    connect(&m_signIn, &SsoSignIn::changed, this, &SignInDialog::follow);
    m_tick.start(1s);
    follow();
}

QFormLayout* SignInDialog::makeForm()
{
    auto* form = new QFormLayout;
    form->addRow(tr("Profile"), m_profile);
    form->addRow(tr("Start page"), m_startPage);
    form->addRow(makeCode());
    return form;
}

QWidget* SignInDialog::makeCode()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(m_code->font().pointSizeF() * CodeScale);
    m_code->setFont(font);
    m_code->setReadOnly(true);
    m_code->setAccessibleName(tr("Code"));
    m_code->setAccessibleDescription(tr("The code that the page in the browser has to show."));
    m_code->setAlignment(Qt::AlignHCenter);
    m_code->setFixedWidth(QFontMetrics(font).averageCharWidth() * CodeRoom);
    m_copyCode->setAutoDefault(false);
    connect(m_copyCode, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_signIn.userCode()); });
    auto* line = new QHBoxLayout(m_codeBox);
    line->setContentsMargins(0, 0, 0, 0);
    line->addStretch();
    line->addWidget(m_code);
    line->addWidget(m_copyCode);
    line->addStretch();
    return m_codeBox;
}

void SignInDialog::makeButtons()
{
    m_open = m_buttons->addButton(tr("&Open browser"), QDialogButtonBox::ActionRole);
    m_copyAddress = m_buttons->addButton(tr("Copy &address"), QDialogButtonBox::ActionRole);
    m_change = m_buttons->addButton(tr("Use a co&de instead"), QDialogButtonBox::ActionRole);
    m_buttons->addButton(QDialogButtonBox::Cancel);
    m_copyAddress->setToolTip(
        tr("For a browser that does not open by itself, or a private window"));
    m_open->setDefault(true);
    m_copyAddress->setAutoDefault(false);
    m_change->setAutoDefault(false);
    connect(m_open, &QPushButton::clicked, this, &SignInDialog::openPage);
    connect(m_copyAddress, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_signIn.page().toString(QUrl::FullyEncoded));
    });
    connect(m_change, &QPushButton::clicked, this, &SignInDialog::changeWay);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void SignInDialog::follow()
{
    const State state = m_signIn.state();
    if (state == State::Done || state == State::Idle) {
        done(state == State::Done ? Accepted : Rejected);
        return;
    }
    showPlace();
    showWay();
    showStatus();
    if (state == State::Failed)
        showFailure();
    if (state == State::Preparing) {
        m_notice->clear();
        m_opened.clear();
    }
    if (state == State::WaitingForPerson && m_signIn.page() != m_opened) {
        m_opened = m_signIn.page();
        openPage();
    }
}

void SignInDialog::showPlace()
{
    m_profile->setText(m_signIn.profile());
    m_startPage->setText(hostOf(m_signIn.startUrl()));
}

void SignInDialog::showWay()
{
    const bool isWaiting = m_signIn.state() == State::WaitingForPerson;
    const bool hasCode = m_signIn.way() == Way::Device;
    m_explanation->setText(
        hasCode ? tr("The browser shows a page with a code. If it is the one below, sign in and "
                     "allow access there. A browser on another computer will do, too.")
                : tr("The browser shows a page: sign in and allow access there. This window then "
                     "goes on by itself."));
    const bool hasFailed = m_signIn.state() == State::Failed;
    m_explanation->setVisible(!hasFailed);
    m_code->setText(m_signIn.userCode());
    m_codeBox->setVisible(hasCode && !hasFailed);
    m_codeBox->setEnabled(isWaiting);
    m_open->setEnabled(isWaiting);
    m_copyAddress->setEnabled(isWaiting);
    m_change->setVisible(m_signIn.offersBrowser());
    m_change->setText(hasCode ? tr("Use the &browser") : tr("Use a co&de instead"));
}

void SignInDialog::showStatus()
{
    if (m_signIn.state() == State::Preparing)
        m_status->showText(tr("Asking for the page to sign in at…"));
    if (m_signIn.state() == State::Failed)
        m_status->showText({});
    if (m_signIn.state() != State::WaitingForPerson)
        return;
    const qint64 seconds = std::max<qint64>(0, m_clock.now().secsTo(m_signIn.expiresAt()));
    m_status->setText(tr("Waiting for the browser. Time left: %1")
                          .arg(durationText(std::chrono::seconds(seconds))));
}

void SignInDialog::showFailure()
{
    Notice notice = errorNotice(tr("Signing in with “%1” did not work.").arg(m_signIn.profile()),
                                *m_signIn.error());
    notice.remedies = {tr("&Try again")};
    m_notice->showNotice(notice);
}

void SignInDialog::openPage()
{
    if (m_openPage(m_signIn.page())) {
        m_notice->clear();
        return;
    }
    m_notice->showNotice({NoticeKind::Warning,
                          tr("No browser could be opened. Copy the address, and open it in one."),
                          {},
                          {}});
}

void SignInDialog::changeWay()
{
    m_signIn.start(m_signIn.profile(), m_signIn.way() == Way::Device ? Way::Browser : Way::Device);
}

// As high as its text: a message comes and goes.
bool SignInDialog::event(QEvent* event)
{
    const bool isHandled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && layout())
        resize(width(), layout()->totalHeightForWidth(width()));
    return isHandled;
}

void SignInDialog::done(int result)
{
    disconnect(&m_signIn, nullptr, this, nullptr);
    m_tick.stop();
    if (m_signIn.state() != State::Done)
        m_signIn.cancel();
    m_code->clear();
    QDialog::done(result);
}

} // namespace fuotadesk
