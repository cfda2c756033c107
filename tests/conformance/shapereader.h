#pragma once

#include "aws/shape.h"

#include <QJsonObject>

namespace fuotadesk {

// Builds an Operation from the JSON form of a service model: operation is its object, shapes the
// table it refers to.
Operation operationFromModel(const QJsonObject& operation, const QJsonObject& shapes);

} // namespace fuotadesk
