#include "iotwireless/taskchange.h"

namespace fuotadesk {

namespace {

bool isSet(const QString& text)
{
    return !text.isEmpty();
}

template <typename T>
bool isSet(const std::optional<T>& value)
{
    return value.has_value();
}

bool isSet(const QList<Tag>& tags)
{
    return !tags.isEmpty();
}

} // namespace

TaskChange taskChange(const TaskDraft& before, const TaskDraft& after)
{
    TaskChange change;
    for (const FieldSpec& spec : fieldTable()) {
        if (spec.field == Field::ClientRequestToken || spec.field == Field::Tags)
            continue;
        std::visit(
            [&](const auto member) {
                if (after.*member == before.*member)
                    return;
                if (isSet(after.*member))
                    change.changed.*member = after.*member;
                else
                    change.stay.append(spec.field);
            },
            spec.member);
    }
    return change;
}

} // namespace fuotadesk
