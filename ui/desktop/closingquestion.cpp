#include "desktop/closingquestion.h"

#include "campaign/submission.h"
#include "preflight/imageupload.h"

#include <QCoreApplication>

namespace fuotadesk {

namespace {

struct ClosingQuestion {
    Q_DECLARE_TR_FUNCTIONS(ClosingQuestion)
};

} // namespace

std::optional<Question> closingQuestion(const Workbench& bench)
{
    if (bench.submission.isRunning())
        return Question{
            ClosingQuestion::tr("A task is being created. Close all the same?"),
            ClosingQuestion::tr("Whether it was created is found out at the next start."),
            ClosingQuestion::tr("Close")};
    if (bench.upload.isBusy() && bench.upload.state() != UploadState::Paused)
        return Question{
            ClosingQuestion::tr("An image is being uploaded. Close all the same?"),
            ClosingQuestion::tr(
                "It is cut off. If it had begun to send, the next start offers to go on."),
            ClosingQuestion::tr("Close")};
    return {};
}

} // namespace fuotadesk
