#pragma once

#include <QByteArray>
#include <QString>

namespace fuotadesk {

// The pages on which a person answers a program that waits with a code. Plain HTML, no scripts.
QByteArray devicePage(const QString& userCode); // with Allow and Deny
QByteArray codeWantedPage(bool codeWasWrong);
QByteArray decidedPage(bool allowed);

} // namespace fuotadesk
