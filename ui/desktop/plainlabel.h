#pragma once

#include <QString>

class QLabel;

namespace fuotadesk {

// A label that wraps and takes no markup, whatever the service or a file put into its text.
QLabel* plainLabel(const QString& text = {});
// The same, to be selected and copied.
QLabel* selectableLabel();

} // namespace fuotadesk
