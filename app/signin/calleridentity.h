#pragma once

#include <QString>

namespace fuotadesk {

// Who a request is made as.
struct CallerIdentity {
    QString account; // twelve digits
    QString arn;
    QString userId;

    friend bool operator==(const CallerIdentity&, const CallerIdentity&) = default;
};

} // namespace fuotadesk
