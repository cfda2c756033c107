#include "preflight/imageupload.h"

#include "preflight/uploadrun.h"

namespace fuotadesk {

ImageUpload::ImageUpload(AccountServices& services, UploadJournal& journal, const Clock& clock,
                         QObject* parent)
    : QObject(parent),
      m_services(services),
      m_journal(journal),
      m_clock(clock)
{
}

ImageUpload::~ImageUpload() = default;

void ImageUpload::start(const UploadOrder& order)
{
    if (!isBusy())
        run(std::make_unique<UploadRun>(UploadRun::Parts{m_services, m_journal, m_clock}, order));
}

void ImageUpload::takeUp(const UploadRecord& record)
{
    if (!isBusy())
        run(std::make_unique<UploadRun>(UploadRun::Parts{m_services, m_journal, m_clock}, record));
}

// The one before may be telling of its end just now.
void ImageUpload::run(std::unique_ptr<UploadRun> run)
{
    if (m_run) {
        m_run->setParent(this);
        m_run.release()->retire();
    }
    m_run = std::move(run);
    connect(m_run.get(), &UploadRun::stateChanged, this, &ImageUpload::stateChanged);
    connect(m_run.get(), &UploadRun::progressed, this, &ImageUpload::progressed);
    m_run->begin();
}

void ImageUpload::pause()
{
    if (m_run)
        m_run->pause();
}

void ImageUpload::resume()
{
    if (m_run)
        m_run->resume();
}

void ImageUpload::cancel()
{
    if (m_run)
        m_run->cancel();
}

UploadState ImageUpload::state() const
{
    return m_run ? m_run->state() : UploadState::Idle;
}

bool ImageUpload::isBusy() const
{
    switch (state()) {
    case UploadState::Idle:
    case UploadState::Done:
    case UploadState::Failed:
    case UploadState::Cancelled:
        return isCancelling();
    default:
        return true;
    }
}

bool ImageUpload::isCancelling() const
{
    return m_run && m_run->isCancelling();
}

bool ImageUpload::canResume() const
{
    return m_run && m_run->canResume() && !isCancelling();
}

const UploadOrder& ImageUpload::order() const
{
    static const UploadOrder None;
    return m_run ? m_run->order() : None;
}

UploadProgress ImageUpload::progress() const
{
    return m_run ? m_run->progress() : UploadProgress{};
}

const QByteArray& ImageUpload::sha256() const
{
    static const QByteArray None;
    return m_run ? m_run->sha256() : None;
}

const std::optional<Error>& ImageUpload::error() const
{
    static const std::optional<Error> None;
    return m_run ? m_run->error() : None;
}

const std::optional<S3ObjectFacts>& ImageUpload::facts() const
{
    static const std::optional<S3ObjectFacts> None;
    return m_run ? m_run->facts() : None;
}

bool ImageUpload::wasThere() const
{
    return m_run && m_run->wasThere();
}

} // namespace fuotadesk
