#pragma once

#include "aws/localendpoint.h"
#include "identity/loginserver.h"

namespace fuotadesk {

// Where the sandbox answers, and its one user's keys.
struct SignInSubject {
    QString url;
    QString region;
    Credentials keys;
};

// The shared files of the AWS tools with one profile for each way of signing in at the sandbox.
// folder: where they will be, absolute; some name each other. login: one that has just begun.
QList<SignInFile> signInFiles(const SignInSubject& subject, const QString& folder,
                              const BegunLogin& login);

} // namespace fuotadesk
