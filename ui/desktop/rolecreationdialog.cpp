#include "desktop/rolecreationdialog.h"

#include "campaign/session.h"
#include "campaign/whoami.h"
#include "desktop/documentview.h"
#include "desktop/formrow.h"
#include "desktop/plainlabel.h"
#include "desktop/productionguard.h"
#include "desktop/roledesk.h"
#include "desktop/roleedit.h"
#include "policy/fuotapolicies.h"
#include "preflight/accountservices.h"
#include "text/errortext.h"
#include "text/rolecommand.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>

namespace fuotadesk {

namespace {

constexpr QSize FirstSize(860, 520);
constexpr int BusyHeight = 3;
constexpr int MostNameLetters = 64;

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
bool isBucketName(const QString& text)
{
    static const QRegularExpression Name(QStringLiteral("\\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\\z"));
    return Name.match(text).hasMatch();
}

QString suggestedName(const QString& bucket)
{
    const QString stem = QStringLiteral("fuota-firmware-reader");
    return bucket.isEmpty() ? stem : (stem + u'-' + bucket).left(MostNameLetters);
}

} // namespace

RoleCreationDialog::RoleCreationDialog(const Workbench& bench, const QString& image,
                                       QWidget* parent)
    : QDialog(parent),
      m_bench(bench),
      m_image(parseImageLocation(image).value_or(ImageLocation())),
      m_intent(plainLabel()),
      m_notice(new NoticeBar),
      m_name(new QLineEdit),
      m_bucket(new QLineEdit),
      m_trust(new DocumentView(tr("Trust policy"), tr("Copy &trust policy"))),
      m_permissions(new DocumentView(tr("Permissions"), tr("Copy &permissions"))),
      m_busy(new QProgressBar)
{
    setWindowTitle(tr("Create role"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_notice);
    column->addWidget(m_intent);
    auto* form = new QFormLayout;
    makeForm(form);
    column->addLayout(form);
    column->addWidget(makeDocuments(), 1);
    column->addWidget(m_busy);
    column->addWidget(makeButtons());
    m_create->setDefault(true); // once it is in the dialog, or Cancel would be
    resize(FirstSize);
    connect(m_notice, &NoticeBar::remedyPressed, this, [this] {
        if (m_offer == Offer::UseExisting)
            useExisting();
        else
            create(m_sent);
    });
    m_name->setText(suggestedName(m_image.bucket));
    showPlan();
    m_name->setFocus();
}

void RoleCreationDialog::makeForm(QFormLayout* form)
{
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_name->setToolTip(tr("RoleName of CreateRole"));
    m_nameRow = new FormRow(tr("&Name"), m_name);
    m_nameRow->addTo(form);
    connect(m_name, &QLineEdit::textChanged, this, &RoleCreationDialog::showPlan);
    if (!m_image.bucket.isEmpty()) {
        m_bucket->setParent(this); // it is known
        m_bucket->hide();
        return;
    }
    m_bucket->setToolTip(tr("Where the images lie; the role may read all of it"));
    m_bucketRow = new FormRow(tr("&Bucket"), m_bucket);
    m_bucketRow->setHint(
        tr("The task names no image yet. Enter the bucket in which the images lie."));
    m_bucketRow->addTo(form);
    connect(m_bucket, &QLineEdit::textChanged, this,
            [this, before = QString()](const QString& bucket) mutable {
                if (m_name->text() == suggestedName(before))
                    m_name->setText(suggestedName(bucket));
                before = bucket;
                showPlan();
            });
}

QWidget* RoleCreationDialog::makeDocuments()
{
    auto* documents = new QWidget;
    auto* row = new QHBoxLayout(documents);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_trust, 1);
    row->addWidget(m_permissions, 1);
    return documents;
}

QWidget* RoleCreationDialog::makeButtons()
{
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedHeight(BusyHeight);
    m_busy->setAccessibleName(tr("Creating the role"));
    QSizePolicy policy = m_busy->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_busy->setSizePolicy(policy);
    m_busy->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_copy = buttons->addButton(tr("Copy as &AWS CLI"), QDialogButtonBox::ActionRole);
    m_copy->setToolTip(tr("The two commands that make this role, for a POSIX shell"));
    m_create = buttons->addButton(tr("Create ro&le"), QDialogButtonBox::ActionRole);
    for (QAbstractButton* button : buttons->buttons())
        static_cast<QPushButton*>(button)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &RoleCreationDialog::reject);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(roleCommands(m_plan)); });
    connect(m_create, &QPushButton::clicked, this, &RoleCreationDialog::press);
    return buttons;
}

ImageLocation RoleCreationDialog::image() const
{
    return m_bucketRow ? ImageLocation{m_bucket->text(), {}} : m_image;
}

QString RoleCreationDialog::partition() const
{
    const auto& who = m_bench.whoAmI.identity();
    return partitionOfArn(who ? who->arn : QString());
}

void RoleCreationDialog::showPlan()
{
    const ImageLocation where = image();
    m_plan = plannedRole(m_name->text(), where, partition());
    m_trust->setDocument(m_plan.trustPolicy);
    m_permissions->setDocument(where.bucket.isEmpty() ? QByteArray() : m_plan.permissions);
    const QString folder = where.key.left(where.key.lastIndexOf(u'/') + 1);
    m_intent->setText(
        where.bucket.isEmpty()
            ? tr("A role that AWS IoT Wireless may assume to read the images of a bucket.")
            : tr("A role that AWS IoT Wireless may assume, and that may read what lies in %1. "
                 "Nothing is made before “Create role” is pressed.")
                  .arg(imageUri({where.bucket, folder})));
    judge();
}

void RoleCreationDialog::judge()
{
    const bool isNamed = isRoleName(m_name->text());
    const bool hasBucket = !m_bucketRow || isBucketName(m_bucket->text());
    if (isNamed)
        m_nameRow->clearFinding();
    else
        m_nameRow->setFinding(
            Severity::Error,
            tr("A role's name has 1 to 64 letters, digits or + = , . @ _ - and nothing else."));
    if (m_bucketRow && (hasBucket || m_bucket->text().isEmpty()))
        m_bucketRow->clearFinding();
    else if (m_bucketRow)
        m_bucketRow->setFinding(
            Severity::Error,
            tr("A bucket's name has 3 to 63 lower-case letters, digits, dots and hyphens."));
    m_create->setEnabled(m_underWay || (isNamed && hasBucket));
    m_copy->setEnabled(isNamed && hasBucket);
}

void RoleCreationDialog::press()
{
    if (m_underWay) {
        m_underWay->cancel();
        return;
    }
    guardProduction(m_bench.session, tr("Create the role “%1”").arg(m_plan.name), tr("Create role"),
                    this, [this, plan = m_plan] { create(plan); });
}

void RoleCreationDialog::create(const RolePlan& plan)
{
    if (m_underWay)
        return;
    m_notice->clear();
    m_offer = Offer::None;
    const auto iam = m_bench.services.iam();
    if (!iam) {
        m_notice->showNotice({NoticeKind::Error,
                              tr("The connection is not signed in, so nothing was created. The "
                                 "documents can be copied instead."),
                              {},
                              {}});
        return;
    }
    m_sent = plan;
    auto* call = m_creation.create(iam, plan, this);
    m_underWay = call;
    setBusy(true);
    call->then(this, [this](const Result<IamRole>& role) { take(role); });
}

void RoleCreationDialog::take(const Result<IamRole>& role)
{
    m_underWay.clear();
    setBusy(false);
    if (!role) {
        m_notice->showNotice(noticeOf(role.error()));
        return;
    }
    Q_EMIT created(role->arn);
    accept();
}

Notice RoleCreationDialog::noticeOf(const Error& error)
{
    const QString details = errorDetails(error);
    if (error.kind == ErrorKind::Cancelled)
        return {NoticeKind::Info,
                tr("Cancelled. The role may be there already; “Create role” goes on from there."),
                {},
                details};
    if (error.code == u"EntityAlreadyExists") {
        m_offer = Offer::UseExisting;
        m_name->setFocus();
        return {NoticeKind::Error,
                tr("There is a role named “%1” already, and it was left as it is. Use another "
                   "name, or that role.")
                    .arg(m_sent.name),
                {tr("Use that role")},
                details};
    }
    if (error.code == u"role-without-permissions") {
        m_offer = Offer::TryAgain;
        return {NoticeKind::Error,
                tr("The role “%1” is there, but its permissions could not be added: it may read "
                   "nothing yet. “Try again” only adds them.")
                    .arg(m_sent.name),
                {tr("Try again")},
                details};
    }
    m_offer = Offer::TryAgain;
    if (error.kind == ErrorKind::AccessDenied)
        return {NoticeKind::Error,
                tr("The role was not created: that takes the permissions iam:CreateRole and "
                   "iam:PutRolePolicy. Copy the documents or the commands for someone who has "
                   "them."),
                {},
                details};
    return {NoticeKind::Error,
            tr("The role was not created. %1").arg(errorMessage(error)),
            {tr("Try again")},
            details};
}

// The path that may be part of its ARN is told by the role alone.
void RoleCreationDialog::useExisting()
{
    if (m_underWay)
        return;
    const QString arn = knownRoleArn(m_bench, m_sent.name);
    auto* call = m_reader.read(m_bench.services.iam(), arn, {}, {}, this);
    m_underWay = call;
    setBusy(true);
    call->then(this, [this, arn](const Result<RoleReading>& reading) {
        m_underWay.clear();
        setBusy(false);
        if (reading)
            takeExisting(reading->role ? reading->role->arn : arn);
    });
}

void RoleCreationDialog::takeExisting(const QString& arn)
{
    if (arn.isEmpty()) {
        m_notice->showNotice({NoticeKind::Error,
                              tr("The account is not known, so neither is the role's ARN. Choose "
                                 "it from the list of roles."),
                              {},
                              {}});
        return;
    }
    Q_EMIT existingChosen(arn);
    accept();
}

void RoleCreationDialog::setBusy(bool busy)
{
    m_busy->setVisible(busy);
    m_name->setEnabled(!busy);
    m_bucket->setEnabled(!busy);
    m_create->setText(busy ? tr("Cancel") : tr("Create ro&le"));
    judge();
}

void RoleCreationDialog::reject()
{
    if (m_underWay)
        m_underWay->cancel();
    QDialog::reject();
}

} // namespace fuotadesk
