#pragma once

#include "campaign/whoami.h"
#include "preflight/callerchecks.h"
#include "preflight/preflightcheck.h"
#include "preflight/recipientchecks.h"
#include "preflight/rolechecks.h"

#include <memory>

namespace fuotadesk {

class HolderSurvey;
class IamClient;
class RecipientSurvey;
class S3Client;
class ServiceStack;

// One run of the check: asks for everything and says each row as soon as it is decided.
class CheckRun : public QObject {
    Q_OBJECT

public:
    CheckRun(const PreflightCheck::Parts& parts, const CampaignDraft& draft,
             const QDateTime& startAt);

    void start();
    // Nothing is said any more; what is under way ends with the object.
    void leave() { m_isLeft = true; }

Q_SIGNALS:
    void found(const fuotadesk::CheckRow& row);
    // What the draft did not know of its image S3 has told.
    void completed(const fuotadesk::CampaignDraft& draft);

private:
    void say(const CheckRow& row);
    void say(const QList<CheckRow>& rows);
    void saySignedOut();
    void sayPlan(const CampaignDraft& draft);
    void sayImage();
    void sayRole();

    void askImage();
    void takeImage(const Result<S3ObjectFacts>& facts);
    void takeUnknown(const S3ObjectFacts& facts);
    void askKey(const S3ObjectFacts& facts);
    void followIdentity();
    void askRole(const QString& account);
    void askPassRole();
    void askPassRoleAs(const QString& principalArn);
    void askRecipients();
    void takeRecipients();
    void sayFree(HolderAnswers holders);
    void sayProgress(CheckSubject subject, qsizetype done, qsizetype count);

    PreflightCheck::Parts m_parts;
    CampaignDraft m_draft;
    QDateTime m_startAt;
    QString m_region;
    std::shared_ptr<ServiceStack> m_stack;
    std::shared_ptr<S3Client> m_s3;
    std::shared_ptr<IamClient> m_iam;
    RoleReader m_reader;
    ImageAnswers m_image;
    RoleAnswers m_role;
    Caller m_caller;
    std::optional<Result<SimulatedDecision>> m_pass;
    RecipientSurvey* m_recipients = nullptr;
    bool m_knowsCaller = false;
    bool m_isLeft = false;
    std::unique_ptr<QObject> m_calls; // owns what is under way; the first to go
};

} // namespace fuotadesk
