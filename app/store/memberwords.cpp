#include "store/memberwords.h"

#include <algorithm>
#include <array>

namespace fuotadesk {

namespace {

constexpr std::array Changes = {std::pair{MemberChange::Add, "add"},
                                std::pair{MemberChange::Remove, "remove"}};
constexpr std::array Kinds = {std::pair{MemberKind::Device, "device"},
                              std::pair{MemberKind::Group, "group"}};
constexpr std::array States = {
    std::pair{MemberState::Waiting, "waiting"}, std::pair{MemberState::Sent, "sent"},
    std::pair{MemberState::Done, "done"}, std::pair{MemberState::Failed, "failed"}};
constexpr std::array BatchStates = {std::pair{BatchState::Open, "open"},
                                    std::pair{BatchState::Done, "done"},
                                    std::pair{BatchState::Dropped, "dropped"}};

// Those that can be the fault of one device; see errorscope.h of campaign.
constexpr std::array ErrorKinds = {std::pair{ErrorKind::Refused, "refused"},
                                   std::pair{ErrorKind::ValidationFailed, "validation-failed"},
                                   std::pair{ErrorKind::AccessDenied, "access-denied"},
                                   std::pair{ErrorKind::NotFound, "not-found"},
                                   std::pair{ErrorKind::Conflict, "conflict"},
                                   std::pair{ErrorKind::ServiceFailed, "service-failed"},
                                   std::pair{ErrorKind::AnswerMalformed, "answer-malformed"},
                                   std::pair{ErrorKind::AnswerTooLarge, "answer-too-large"},
                                   std::pair{ErrorKind::InputInvalid, "input-invalid"}};

// The first where it is not there.
template <typename Words, typename Value>
QString wordIn(const Words& words, Value value)
{
    const auto* const found =
        std::ranges::find(words, value, [](const auto& each) { return each.first; });
    return QString::fromLatin1((found == words.end() ? words.begin() : found)->second);
}

template <typename Words>
auto valueIn(const Words& words, const QString& word)
{
    const auto* const found = std::ranges::find_if(
        words, [&](const auto& each) { return word == QLatin1String(each.second); });
    return (found == words.end() ? words.begin() : found)->first;
}

} // namespace

QString wordOf(MemberChange change)
{
    return wordIn(Changes, change);
}

QString wordOf(MemberKind kind)
{
    return wordIn(Kinds, kind);
}

QString wordOf(MemberState state)
{
    return wordIn(States, state);
}

QString wordOf(BatchState state)
{
    return wordIn(BatchStates, state);
}

QString wordOf(ErrorKind kind)
{
    return wordIn(ErrorKinds, kind);
}

MemberChange memberChangeFrom(const QString& word)
{
    return valueIn(Changes, word);
}

MemberKind memberKindFrom(const QString& word)
{
    return valueIn(Kinds, word);
}

MemberState memberStateFrom(const QString& word)
{
    return valueIn(States, word);
}

ErrorKind errorKindFrom(const QString& word)
{
    return valueIn(ErrorKinds, word);
}

} // namespace fuotadesk
