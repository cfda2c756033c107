#include "desktop/roledetails.h"

#include "campaign/whoami.h"
#include "desktop/plainlabel.h"
#include "desktop/roledocuments.h"
#include "desktop/statusicon.h"
#include "preflight/accountservices.h"
#include "text/roletext.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr auto SelectionRest = 200ms;

} // namespace

RoleDetails::RoleDetails(const Workbench& bench, const QString& image, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_image(image),
      m_name(selectableLabel()),
      m_documents(new QPushButton(tr("Show &documents…")))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(8, 0, 8, 0);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_name, 0, 0, 1, 2);
    m_trust = addLine(1);
    m_read = addLine(2);
    grid->addWidget(m_documents, 0, 2, Qt::AlignTop);
    m_documents->setAutoDefault(false);
    m_documents->setToolTip(tr("The policies of the role, to be read and copied"));
    m_rest.setSingleShot(true);
    m_rest.setInterval(SelectionRest);
    connect(&m_rest, &QTimer::timeout, this, &RoleDetails::ask);
    connect(m_documents, &QPushButton::clicked, this, &RoleDetails::showDocuments);
    showRole({});
}

RoleDetails::Line RoleDetails::addLine(int row)
{
    const Line line{new QLabel, selectableLabel()};
    auto* grid = static_cast<QGridLayout*>(layout());
    grid->addWidget(line.icon, row, 0, Qt::AlignTop);
    grid->addWidget(line.text, row, 1, 1, 2);
    return line;
}

void RoleDetails::showRole(const QString& arn)
{
    if (arn == m_arn && !arn.isEmpty())
        return;
    m_arn = arn;
    m_asking.reset();
    m_reading.reset();
    m_documents->setEnabled(false);
    m_name->setText(arn.isEmpty() ? tr("Select a role to see what it may do.") : arn);
    const QString asking = arn.isEmpty() ? QString() : tr("Reading the role…");
    showLine(m_trust, CheckOutcome::Running, asking);
    showLine(m_read, CheckOutcome::Running, {});
    if (arn.isEmpty())
        m_rest.stop();
    else
        m_rest.start();
}

void RoleDetails::ask()
{
    if (!m_bench.services.iam()) {
        showLine(m_trust, CheckOutcome::Unknown,
                 tr("The connection is not signed in, so the role cannot be read."));
        return;
    }
    read(RoleReader::Policies::WhenNeeded)
        ->then(m_asking.get(), [this](const Result<RoleReading>& reading) {
            if (reading)
                take(*reading);
            else
                showLine(m_trust, CheckOutcome::Unknown, tr("The role could not be read."));
        });
}

CallOf<RoleReading>* RoleDetails::read(RoleReader::Policies policies)
{
    const auto& who = m_bench.whoAmI.identity();
    const ImageLocation image = parseImageLocation(m_image).value_or(ImageLocation());
    m_asking = std::make_unique<QObject>();
    return m_reader.read(m_bench.services.iam(), m_arn, who ? who->account : QString(), image,
                         m_asking.get(), policies);
}

void RoleDetails::take(const RoleReading& reading)
{
    m_reading = reading;
    m_documents->setEnabled(reading.role.has_value());
    showLine(m_trust, trustOutcome(reading), trustSentence(reading));
    const auto image = parseImageLocation(m_image);
    if (!reading.role)
        showLine(m_read, CheckOutcome::Unknown, {});
    else if (!image || image->key.isEmpty())
        showLine(m_read, CheckOutcome::Unknown,
                 tr("Whether it may read the image is known once the form has one."));
    else
        showLine(m_read, readOutcome(reading), readSentence(reading, m_image));
}

void RoleDetails::showLine(const Line& line, CheckOutcome outcome, const QString& text)
{
    const int extent = style()->pixelMetric(QStyle::PM_SmallIconSize);
    line.icon->setPixmap(text.isEmpty() ? QPixmap() : checkIcon(outcome).pixmap(extent));
    line.text->setText(text);
}

// Where IAM's simulation has told enough, the policies themselves were not read yet.
void RoleDetails::showDocuments()
{
    if (!m_reading || !m_reading->role)
        return;
    const bool hasPolicies = !m_reading->policies.isEmpty() || !m_reading->unreadPolicies.isEmpty();
    if (hasPolicies || !m_bench.services.iam()) {
        openDocuments(*m_reading);
        return;
    }
    read(RoleReader::Policies::Always)
        ->then(m_asking.get(), [this](const Result<RoleReading>& reading) {
            openDocuments(reading && reading->role ? *reading : *m_reading);
        });
}

void RoleDetails::openDocuments(const RoleReading& reading)
{
    (new RoleDocuments(reading, this))->open();
}

void RoleDetails::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange && m_reading)
        take(*m_reading);
}

} // namespace fuotadesk
