#include "campaign/recipientimport.h"

#include "store/files.h"

namespace fuotadesk {

CallOf<RecipientFile>* RecipientImport::readText(const QString& text, QObject* owner)
{
    return m_worker.run<RecipientFile>(owner, [text] { return readRecipients(text.toUtf8()); });
}

CallOf<RecipientFile>* RecipientImport::readFile(const QString& file, QObject* owner)
{
    return m_worker.run<RecipientFile>(owner, [file]() -> Result<RecipientFile> {
        auto bytes = readBoundedFile(file, LargestRecipientBytes);
        if (bytes)
            return readRecipients(*bytes);
        Error error = bytes.error();
        if (error.kind == ErrorKind::FileTooLarge) {
            error.code = QStringLiteral("bytes");
            error.detail = QString::number(LargestRecipientBytes);
        }
        return failure(error);
    });
}

} // namespace fuotadesk
