#pragma once

#include "conformance/caserunner.h"

namespace fuotadesk {

// One function per kind of data file; document is the whole file.
void runSigV4Cases(const QJsonObject& document, CaseRunner& runner);
void runRestJsonCases(const QJsonObject& document, CaseRunner& runner);
void runRecoveryCases(const QJsonObject& document, CaseRunner& runner);
void runModelCases(const QJsonObject& document, CaseRunner& runner);
void runTs004Cases(const QJsonObject& document, CaseRunner& runner);
void runAirTimeCases(const QJsonObject& document, CaseRunner& runner);
void runProfileCases(const QJsonObject& document, CaseRunner& runner);
void runRegionCases(const QJsonObject& document, CaseRunner& runner);

} // namespace fuotadesk
