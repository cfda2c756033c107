#pragma once

#include "base/call.h"
#include "base/worker.h"
#include "fuota/recipientfile.h"

namespace fuotadesk {

// Reads recipients out of what was pasted or a file, on a thread of its own: a million lines take
// seconds. Errors: those of readRecipients(); FileUnreadable.
class RecipientImport {
public:
    CallOf<RecipientFile>* readText(const QString& text, QObject* owner);
    CallOf<RecipientFile>* readFile(const QString& file, QObject* owner);

private:
    Worker m_worker;
};

} // namespace fuotadesk
