#include "sandbox/accountimages.h"

#include "access/roleaccess.h"
#include "fleet/imagesize.h"
#include "fuota/imagelocation.h"
#include "identity/sandboxroles.h"
#include "policy/fuotapolicies.h"

namespace fuotadesk {

namespace {

tl::unexpected<ImageFault> fault(ImageFault fault)
{
    return tl::unexpected<ImageFault>(fault);
}

ImageReading withinLimits(qint64 bytes)
{
    if (bytes == 0)
        return fault(ImageFault::Empty);
    if (bytes > LargestImageBytes)
        return fault(ImageFault::TooLarge);
    return bytes;
}

// What somebody else's S3 is taken to hold.
ImageReading byName(const QString& imageUri)
{
    const auto bytes = sandboxImageBytes(imageUri);
    return bytes ? ImageReading(*bytes) : ImageReading(fault(ImageFault::TooLarge));
}

// Whether a role may do all that reading takes, as far as it is its own affair.
std::optional<ImageFault> faultOfRole(const RoleBook& roles, const QString& roleArn,
                                      const QString& imageArn)
{
    const HeldRole* role = roles.find(roleNameOfArn(roleArn));
    if (!role || role->arn() != roleArn)
        return ImageFault::NoSuchRole;
    if (mayAssume(*role, QLatin1String(FuotaService)) != Verdict::Allowed)
        return ImageFault::NotTrusted;
    if (mayDo(roles, roleArn, QStringLiteral("s3:GetObject"), imageArn) != Verdict::Allowed)
        return ImageFault::NotAllowed;
    return {};
}

bool mayDecrypt(const RoleBook& roles, const QString& roleArn, const ObjectTraits& traits)
{
    return traits.kmsKeyArn.isEmpty()
        || mayDo(roles, roleArn, QStringLiteral("kms:Decrypt"), QString::fromUtf8(traits.kmsKeyArn))
        == Verdict::Allowed;
}

} // namespace

ImageReading AccountImages::read(const QString& imageUri, const QString& roleArn) const
{
    const auto image = parseImageLocation(imageUri);
    if (!image || image->key.isEmpty())
        return fault(ImageFault::NoAddress);
    if (!m_buckets.bucket(image->bucket) || accountOfArn(roleArn) != people::Account)
        return byName(imageUri);
    const QString arn = objectArn(image->bucket, image->key, partitionOfArn(roleArn));
    if (const auto wrong = faultOfRole(m_roles, roleArn, arn))
        return fault(*wrong);
    const auto found = m_buckets.find(image->bucket, image->key);
    if (m_buckets.bucket(image->bucket)->region != m_region)
        return fault(ImageFault::OtherRegion);
    if (!found)
        return fault(ImageFault::NoSuchImage);
    if (!mayDecrypt(m_roles, roleArn, found->object.traits))
        return fault(ImageFault::KeyNotAllowed);
    return withinLimits(found->object.bytes.size());
}

} // namespace fuotadesk
