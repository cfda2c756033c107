#pragma once

#include "campaign/workbench.h"
#include "desktop/question.h"

#include <optional>

namespace fuotadesk {

// What is asked before the program ends; nothing where nothing is under way that would be cut off.
std::optional<Question> closingQuestion(const Workbench& bench);

} // namespace fuotadesk
