#pragma once

#include "base/error.h"

namespace fuotadesk {

// What the program itself can do about an error; a window offers it as a button where it can.
enum class RemedyAction {
    TryAgain,
    EditConnection,
    UnlockKeychain,
    UseOtherName,
    UseOtherFile,
    CheckOutcome,
    OpenTask, // Error::code is its id
    Refresh,
    SignIn, // in a browser, for the profile
};

struct Remedy {
    RemedyAction action = RemedyAction::TryAgain;
    QString advice; // one sentence
    QString button; // the verb

    friend bool operator==(const Remedy&, const Remedy&) = default;
};

// Words for every ErrorKind: what happened in one sentence, and what to do about it where there is
// something to do. The service's own code and text are in errorDetails() alone.
QString errorSentence(const Error& error);
std::optional<Remedy> errorRemedy(const Error& error);
// The sentence and the advice in one line.
QString errorMessage(const Error& error);
// Service code, text, HTTP status and request id, a line each; empty when there is nothing to tell.
QString errorDetails(const Error& error);

} // namespace fuotadesk
