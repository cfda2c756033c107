#include "preflight/checkrow.h"

#include <algorithm>
#include <array>

namespace fuotadesk {

namespace {

template <typename T>
struct Word {
    T value;
    const char* name;
};

using Subject = CheckSubject;
using Outcome = CheckOutcome;

constexpr std::array Subjects = {
    Word<Subject>{Subject::Credentials, "credentials"},
    Word<Subject>{Subject::Fields, "fields"},
    Word<Subject>{Subject::ImageThere, "image-there"},
    Word<Subject>{Subject::ImageSize, "image-size"},
    Word<Subject>{Subject::ImageUnchanged, "image-unchanged"},
    Word<Subject>{Subject::ImageRegion, "image-region"},
    Word<Subject>{Subject::ImageEncryption, "image-encryption"},
    Word<Subject>{Subject::RoleThere, "role-there"},
    Word<Subject>{Subject::RoleTrust, "role-trust"},
    Word<Subject>{Subject::RolePermission, "role-permission"},
    Word<Subject>{Subject::RoleKey, "role-key"},
    Word<Subject>{Subject::PassRole, "pass-role"},
    Word<Subject>{Subject::RecipientsThere, "recipients-there"},
    Word<Subject>{Subject::RecipientsFit, "recipients-fit"},
    Word<Subject>{Subject::RecipientsAlive, "recipients-alive"},
    Word<Subject>{Subject::RecipientsFree, "recipients-free"},
    Word<Subject>{Subject::Payload, "payload"},
    Word<Subject>{Subject::DutyCycle, "duty-cycle"},
    Word<Subject>{Subject::StartTime, "start-time"},
    Word<Subject>{Subject::SessionTimeout, "session-timeout"},
};

constexpr std::array Outcomes = {
    Word<Outcome>{Outcome::Waiting, "waiting"}, Word<Outcome>{Outcome::Running, "running"},
    Word<Outcome>{Outcome::Passed, "passed"},   Word<Outcome>{Outcome::Warning, "warning"},
    Word<Outcome>{Outcome::Failed, "failed"},   Word<Outcome>{Outcome::Unknown, "unknown"},
};

template <typename T, std::size_t N>
QString nameIn(const std::array<Word<T>, N>& words, T value)
{
    const auto* const found = std::ranges::find(words, value, &Word<T>::value);
    return found == words.end() ? QString() : QString::fromLatin1(found->name);
}

} // namespace

QString checkSubjectName(CheckSubject subject)
{
    return nameIn(Subjects, subject);
}

QString checkOutcomeName(CheckOutcome outcome)
{
    return nameIn(Outcomes, outcome);
}

} // namespace fuotadesk
