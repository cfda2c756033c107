#pragma once

#include "text/errortext.h"

namespace fuotadesk {

// The words for one kind and code; what they are about stands in the sentence as %1. To be
// translated in the context "SignInText".
struct SignInRow {
    enum Subject { Nothing, Profile, Rest }; // the profile of Error::detail, or what follows it

    ErrorKind kind = ErrorKind::Refused;
    const char* code = nullptr;
    Subject subject = Nothing;
    const char* sentence = nullptr;
    const char* advice = nullptr;
    RemedyAction action = RemedyAction::TryAgain;
};

// Null: there are none.
const SignInRow* signInRow(ErrorKind kind, const QString& code);

} // namespace fuotadesk
