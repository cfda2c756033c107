#include "preflight/checkrun.h"

#include "base/clock.h"
#include "campaign/session.h"
#include "policy/fuotapolicies.h"
#include "preflight/accountservices.h"
#include "preflight/checkrows.h"
#include "preflight/holdersurvey.h"
#include "preflight/planchecks.h"
#include "preflight/recipientsurvey.h"

namespace fuotadesk {

namespace {

using Decisions = QList<SimulatedDecision>;

Result<SimulatedDecision> onlyOne(const Result<Decisions>& decisions)
{
    if (!decisions)
        return failure(decisions.error());
    if (decisions->size() != 1)
        return failure(ErrorKind::AnswerMalformed, QStringLiteral("EvaluationResults"));
    return decisions->first();
}

} // namespace

CheckRun::CheckRun(const PreflightCheck::Parts& parts, const CampaignDraft& draft,
                   const QDateTime& startAt)
    : m_parts(parts),
      m_draft(draft),
      m_startAt(startAt),
      m_calls(std::make_unique<QObject>())
{
}

void CheckRun::say(const CheckRow& row)
{
    if (!m_isLeft)
        Q_EMIT found(row);
}

void CheckRun::say(const QList<CheckRow>& rows)
{
    for (const CheckRow& row : rows)
        say(row);
}

void CheckRun::start()
{
    m_stack = m_parts.session.stack();
    m_s3 = m_parts.services.s3();
    m_iam = m_parts.services.iam();
    const bool isReady = m_stack && m_s3 && m_iam;
    if (isReady) {
        m_region = m_parts.session.access()->connection.region;
        askImage();
        followIdentity();
        askRecipients();
    }
    sayPlan(m_draft);
    if (!isReady)
        saySignedOut();
}

void CheckRun::saySignedOut()
{
    CheckRow first = failedRow(CheckSubject::Credentials, "signed-out", CheckPlace::Connection);
    first.error = m_parts.session.error();
    say(first);
    for (int each = static_cast<int>(CheckSubject::ImageThere);
         each <= static_cast<int>(CheckSubject::RecipientsFree); ++each)
        say(unknownRow(static_cast<CheckSubject>(each), "signed-out"));
}

void CheckRun::sayPlan(const CampaignDraft& draft)
{
    say(fieldsRow(draft));
    say(planRows(draft, m_startAt, m_parts.clock.now()));
}

void CheckRun::sayImage()
{
    say(imageRows(m_draft, m_image, m_region));
    say(roleKeyRow(m_draft, m_image, m_role));
}

void CheckRun::sayRole()
{
    say(roleRows(m_draft, m_role));
    say(roleKeyRow(m_draft, m_image, m_role));
}

void CheckRun::askImage()
{
    if (const auto image = checkedImage(m_draft))
        m_s3->head(*image, m_calls.get())->then(this, [this](const Result<S3ObjectFacts>& facts) {
            takeImage(facts);
        });
    sayImage();
}

void CheckRun::takeImage(const Result<S3ObjectFacts>& facts)
{
    m_image.head = facts;
    if (facts)
        takeUnknown(*facts);
    if (needsBucketRegion(m_image))
        m_s3->region(checkedImage(m_draft)->bucket, m_calls.get())
            ->then(this, [this](const Result<QString>& region) {
                m_image.region = region;
                sayImage();
            });
    if (facts && isKeptWithKms(*facts) && !facts->kmsKeyArn.isEmpty() && namesRole(m_draft))
        askKey(*facts);
    sayImage();
}

// The plan is that of the size S3 has, where the draft names none.
void CheckRun::takeUnknown(const S3ObjectFacts& facts)
{
    const CampaignDraft draft = completedDraft(m_draft, facts);
    if (draft == m_draft)
        return;
    sayPlan(draft);
    Q_EMIT completed(draft);
}

void CheckRun::askKey(const S3ObjectFacts& facts)
{
    m_iam
        ->simulate(m_draft.task.firmwareUpdateRole, {QStringLiteral("kms:Decrypt")},
                   facts.kmsKeyArn, m_calls.get())
        ->then(this, [this](const Result<Decisions>& decisions) {
            m_role.key = onlyOne(decisions);
            sayRole();
        });
}

void CheckRun::followIdentity()
{
    WhoAmI& whoAmI = m_parts.whoAmI;
    if (m_knowsCaller)
        return;
    if (whoAmI.isAsking()) {
        say(runningRow(CheckSubject::Credentials));
        connect(&whoAmI, &WhoAmI::changed, this, &CheckRun::followIdentity, Qt::UniqueConnection);
        return;
    }
    m_knowsCaller = true;
    const auto& identity = whoAmI.identity();
    m_caller = callerOf(identity ? identity->arn : QString());
    askRole(identity ? identity->account : QString());
    askPassRole();
    say(credentialsRow(identity, whoAmI.error(), m_region));
}

void CheckRun::askRole(const QString& account)
{
    if (namesRole(m_draft))
        m_reader
            .read(m_iam, m_draft.task.firmwareUpdateRole, account,
                  checkedImage(m_draft).value_or(ImageLocation()), m_calls.get())
            ->then(this, [this](const Result<RoleReading>& reading) {
                if (reading)
                    m_role.reading = *reading;
                else
                    m_role.readerError = reading.error();
                sayRole();
            });
    sayRole();
}

// The path of a role that was assumed is part of its ARN, but not of the caller's.
void CheckRun::askPassRole()
{
    if (namesRole(m_draft) && m_caller.kind == CallerKind::User)
        askPassRoleAs(m_caller.principalArn);
    if (namesRole(m_draft) && m_caller.kind == CallerKind::Role)
        m_iam->role(m_caller.roleName, m_calls.get())
            ->then(this, [this](const Result<IamRole>& role) {
                askPassRoleAs(role ? role->arn : m_caller.principalArn);
            });
    say(passRoleRow(m_draft, m_caller, m_pass));
}

void CheckRun::askPassRoleAs(const QString& principalArn)
{
    m_iam
        ->simulatePassRole(principalArn, m_draft.task.firmwareUpdateRole,
                           QString::fromLatin1(FuotaService), m_calls.get())
        ->then(this, [this](const Result<SimulatedDecision>& decision) {
            m_pass = decision;
            say(passRoleRow(m_draft, m_caller, m_pass));
        });
}

void CheckRun::askRecipients()
{
    using enum CheckSubject;
    if (!hasRecipients(m_draft)) {
        say(recipientRows(m_draft, {}, m_parts.clock.now()));
        say(unknownRow(RecipientsFree, "no-recipients"));
        return;
    }
    for (const CheckSubject each :
         {RecipientsThere, RecipientsFit, RecipientsAlive, RecipientsFree})
        say(runningRow(each));
    m_recipients = new RecipientSurvey(m_parts.session, m_stack, m_calls.get());
    connect(m_recipients, &RecipientSurvey::progressed, this, [this] {
        for (const CheckSubject each : {RecipientsThere, RecipientsFit, RecipientsAlive})
            sayProgress(each, m_recipients->doneCount(), m_recipients->count());
    });
    connect(m_recipients, &RecipientSurvey::ended, this, &CheckRun::takeRecipients);
    m_recipients->start(m_draft.recipients);
}

void CheckRun::takeRecipients()
{
    QSet<QString> devices;
    for (const CheckedDevice& each : m_recipients->answers().devices)
        devices.insert(each.id);
    const QStringList& ids = m_draft.recipients.multicastGroupIds;
    auto* holders = new HolderSurvey(m_stack, m_calls.get());
    connect(holders, &HolderSurvey::progressed, this, [this, holders] {
        sayProgress(CheckSubject::RecipientsFree, holders->doneCount(), holders->count());
    });
    connect(holders, &HolderSurvey::ended, this, [this, holders] { sayFree(holders->answers()); });
    holders->start(devices, QSet<QString>(ids.begin(), ids.end()));
    say(recipientRows(m_draft, m_recipients->answers(), m_parts.clock.now()));
}

// Whoever is not known to be in a group can not be looked for in other tasks.
void CheckRun::sayFree(HolderAnswers holders)
{
    for (const CheckedGroup& each : m_recipients->answers().groups) {
        if (holders.error || !each.membersError)
            continue;
        holders.error = each.membersError;
        holders.action = "iotwireless:ListWirelessDevices";
    }
    say(recipientsFreeRow(holders));
}

void CheckRun::sayProgress(CheckSubject subject, qsizetype done, qsizetype count)
{
    CheckRow row = runningRow(subject);
    row.figure = done;
    row.limit = count;
    say(row);
}

} // namespace fuotadesk
