#include "preflight/imagelook.h"

#include "preflight/accountservices.h"

namespace fuotadesk {

namespace {

constexpr qint64 Fresh = 60; // seconds

bool namesObject(const QString& uri)
{
    const auto location = parseImageLocation(uri);
    return location && !location->key.isEmpty();
}

} // namespace

ImageLook::ImageLook(AccountServices& services, const Clock& clock, QObject* parent)
    : QObject(parent),
      m_services(services),
      m_clock(clock)
{
    connect(&services, &AccountServices::changed, this, &ImageLook::follow);
}

// What another connection has told says nothing.
void ImageLook::follow()
{
    m_facts.reset();
    m_askedAt = {};
    ask();
}

void ImageLook::look(const QString& uri)
{
    const qint64 age = m_askedAt.isValid() ? m_askedAt.secsTo(m_clock.now()) : Fresh;
    const bool isFresh = m_state == ImageState::Asking || (age >= 0 && age < Fresh);
    if (uri == m_uri && isFresh)
        return;
    if (uri != m_uri)
        m_facts.reset();
    m_uri = uri;
    ask();
}

void ImageLook::lookAgain()
{
    ask();
}

void ImageLook::ask()
{
    m_asking.reset();
    m_error.reset();
    const auto s3 = m_services.s3();
    if (!s3 || !namesObject(m_uri)) {
        m_facts.reset();
        m_askedAt = {};
        settle(ImageState::Unasked);
        return;
    }
    m_asking = std::make_unique<QObject>();
    s3->head(*parseImageLocation(m_uri), m_asking.get())
        ->then(m_asking.get(), [this](const Result<S3ObjectFacts>& facts) { take(facts); });
    settle(ImageState::Asking);
}

void ImageLook::take(const Result<S3ObjectFacts>& facts)
{
    m_askedAt = m_clock.now();
    m_facts.reset();
    if (facts) {
        m_facts = *facts;
        settle(ImageState::Found);
    } else if (facts.error().kind == ErrorKind::NotFound) {
        settle(ImageState::Missing);
    } else {
        m_error = facts.error();
        settle(ImageState::Failed);
    }
}

void ImageLook::settle(ImageState state)
{
    const bool stays = m_state == ImageState::Unasked && state == ImageState::Unasked;
    m_state = state;
    if (!stays)
        Q_EMIT changed();
}

} // namespace fuotadesk
