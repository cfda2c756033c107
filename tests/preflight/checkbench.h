#pragma once

#include "campaign/devicebench.h"
#include "campaign/whoami.h"
#include "preflight/accountservices.h"
#include "preflight/preflightcheck.h"
#include "preflight/rowreading.h"
#include "support/identitydouble.h"

namespace fuotadesk {

// A check whose far end is an account where nothing speaks against the draft: an image, a role, a
// multicast group "g1" with three devices, an idle task. failures and silent of DeviceBench hold
// for S3 and IAM as well.
struct CheckBench : DeviceBench {
    CheckBench();

    void start(const QDateTime& startAt = {}) { check.start(draft, startAt); }
    // To its end.
    void run(const QDateTime& startAt = {});
    CheckRow row(CheckSubject subject) const { return rowOf(check.rows(), subject); }
    // "image-size failed too-large", of all that have not passed.
    QStringList complaints() const;

    QByteArray trustPolicy;
    QByteArray simulated = "allowed";
    QByteArray encryption = "AES256";
    QByteArray imageHeaders; // of HEAD, beyond the usual ones
    int tasks = 1; // there are; all alike
    QString taskStatus = QStringLiteral("Pending");
    QStringList taskDevices; // that the other task holds
    QStringList taskGroups;
    QString groupRegion = QStringLiteral("EU868");
    qint64 imageSize = 20480;
    CampaignDraft draft;

    IdentityDouble identity;
    WhoAmI whoAmI{session, {identity, random, clock}};
    AccountServices services{session};
    PreflightCheck check{{session, whoAmI, services, clock}};

private:
    std::optional<HttpResponse> reply(const HttpRequest& request);
    HttpResponse refusal(const HttpRequest& request, int status) const;
    std::optional<HttpResponse> image(const HttpRequest& request) const;
    std::optional<HttpResponse> role(const HttpRequest& request) const;
    std::optional<HttpResponse> task(const HttpRequest& request) const;
};

} // namespace fuotadesk
