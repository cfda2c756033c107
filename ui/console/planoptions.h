#pragma once

#include "base/result.h"

#include <QString>

#include <optional>

class QCommandLineParser;

namespace fuotadesk {

// What `plan` assumes instead of what the template says; unset: as it says.
struct PlanOptions {
    std::optional<double> loss; // 0..1
    std::optional<double> suggest; // the share of devices to reach, 0..1
    std::optional<int> dataRate;
    std::optional<int> devices;
    std::optional<int> gateways;
    QString variant;
    QString decoder;

    friend bool operator==(const PlanOptions&, const PlanOptions&) = default;
};

void addPlanOptions(QCommandLineParser& parser);
// Error: InputInvalid with the complaint in detail.
Result<PlanOptions> planOptionsFrom(const QCommandLineParser& parser);

} // namespace fuotadesk
