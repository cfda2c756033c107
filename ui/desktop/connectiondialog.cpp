#include "desktop/connectiondialog.h"

#include "desktop/connectionform.h"
#include "desktop/noticebar.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr auto SlowKeychain = 5s;
constexpr int HeightAround = 8; // lines, for buttons, a message and findings

bool isKeychainError(ErrorKind kind)
{
    return kind == ErrorKind::KeychainUnavailable || kind == ErrorKind::KeychainLocked
        || kind == ErrorKind::KeychainDenied || kind == ErrorKind::KeychainSilent;
}

QString titleOf(ConnectionDialog::Purpose purpose, const Connection& connection)
{
    switch (purpose) {
    case ConnectionDialog::Purpose::New:
        return ConnectionDialog::tr("New connection");
    case ConnectionDialog::Purpose::Edit:
        return ConnectionDialog::tr("Connection “%1”").arg(connection.name);
    case ConnectionDialog::Purpose::SessionKeys:
        break;
    }
    return ConnectionDialog::tr("Keys of “%1” for this session").arg(connection.name);
}

} // namespace

ConnectionDialog::ConnectionDialog(Session& session, const Connection& connection, Purpose purpose,
                                   QWidget* parent)
    : QDialog(parent),
      m_session(session),
      m_purpose(purpose),
      m_form(new ConnectionForm),
      m_notice(new NoticeBar),
      m_buttons(new QDialogButtonBox)
{
    setWindowTitle(titleOf(purpose, connection));
    m_form->setConnection(connection);
    if (purpose == Purpose::SessionKeys)
        m_form->setKeysOnly();
    auto* page = new QWidget;
    auto* pageColumn = new QVBoxLayout(page);
    pageColumn->addWidget(m_form);
    pageColumn->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    scroll->setMinimumWidth(page->sizeHint().width()
                            + scroll->verticalScrollBar()->sizeHint().width());
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_notice);
    column->addWidget(scroll, 1);
    column->addWidget(m_buttons);
    makeButtons();
    // A scroll area wishes for little: what it holds says how much.
    resize(
        sizeHint().expandedTo(page->sizeHint() + QSize(0, HeightAround * fontMetrics().height())));
    m_slow.setSingleShot(true);
    m_slow.setInterval(SlowKeychain);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_remedy = [this](int) {
            if (m_call)
                m_call->cancel();
        };
        m_notice->showNotice({NoticeKind::Info,
                              tr("Waiting for the keychain. It may be asking for its password in "
                                 "another window."),
                              {tr("Cancel")},
                              {}});
    });
    connect(m_notice, &NoticeBar::remedyPressed, this, &ConnectionDialog::followRemedy);
}

ConnectionDialog::~ConnectionDialog() = default;

void ConnectionDialog::makeButtons()
{
    m_test = m_buttons->addButton(tr("&Test connection"), QDialogButtonBox::ActionRole);
    m_save = m_buttons->addButton(m_purpose == Purpose::SessionKeys ? tr("&Use for this session")
                                                                    : tr("&Save connection"),
                                  QDialogButtonBox::AcceptRole);
    m_buttons->addButton(QDialogButtonBox::Cancel);
    m_test->setAutoDefault(false);
    m_save->setDefault(true);
    connect(m_test, &QPushButton::clicked, this, &ConnectionDialog::pressTest);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ConnectionDialog::pressSave);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ConnectionDialog::done(int result)
{
    if (m_call)
        m_call->cancel();
    m_form->wipe();
    QDialog::done(result);
}

void ConnectionDialog::pressTest()
{
    if (m_call) {
        m_call->cancel();
        return;
    }
    if (!m_form->check())
        return;
    m_notice->clear();
    auto* call = m_session.test(m_form->connection(), m_form->credentials(), this);
    m_call = call;
    setBusy(true);
    call->then(this, [this](const Result<void>& tested) { takeTest(tested); });
}

void ConnectionDialog::takeTest(const Result<void>& tested)
{
    setBusy(false);
    if (tested)
        m_notice->showNotice(
            {NoticeKind::Info, tr("The service answered: these keys work."), {}, {}});
    else if (tested.error().kind != ErrorKind::Cancelled)
        showFailure(tr("The test failed."), tested.error());
}

void ConnectionDialog::pressSave()
{
    if (m_call || !m_form->check())
        return;
    if (m_purpose == Purpose::SessionKeys)
        useForThisSession();
    else
        save(Session::Remember::InKeychain);
}

void ConnectionDialog::useForThisSession()
{
    const QString id = m_form->connection().id;
    m_session.activateWith(id, m_form->credentials());
    Q_EMIT saved(id);
    accept();
}

void ConnectionDialog::save(Session::Remember remember)
{
    m_notice->clear();
    auto* call = m_session.save(m_form->connection(), m_form->credentials(), remember, this);
    m_call = call;
    setBusy(true);
    m_slow.start();
    call->then(this, [this](const Result<QString>& id) { takeSave(id); });
}

void ConnectionDialog::takeSave(const Result<QString>& id)
{
    m_slow.stop();
    setBusy(false);
    m_notice->clear();
    if (id) {
        Q_EMIT saved(*id);
        accept();
    } else if (isKeychainError(id.error().kind)) {
        offerSessionOnly(id.error());
    } else if (id.error().kind != ErrorKind::Cancelled) {
        showFailure(tr("The connection was not saved."), id.error());
    }
}

void ConnectionDialog::offerSessionOnly(const Error& error)
{
    Notice notice = errorNotice(tr("The keys were not saved."), error);
    notice.kind = NoticeKind::Warning;
    notice.remedies = {tr("Try again"), tr("Use for this session only")};
    m_remedy = [this](int index) {
        save(index == 0 ? Session::Remember::InKeychain : Session::Remember::ThisSession);
    };
    m_notice->showNotice(notice);
}

void ConnectionDialog::setBusy(bool busy)
{
    m_form->setEnabled(!busy);
    m_save->setEnabled(!busy);
    m_test->setText(busy ? tr("S&top") : tr("&Test connection"));
    if (!busy)
        m_call.clear();
}

void ConnectionDialog::showFailure(const QString& what, const Error& error)
{
    Notice notice = errorNotice(what, error);
    notice.remedies.clear(); // the fields and the buttons are right here
    m_notice->showNotice(notice);
}

void ConnectionDialog::followRemedy(int index)
{
    const auto remedy = std::exchange(m_remedy, {});
    if (remedy)
        remedy(index);
}

} // namespace fuotadesk
