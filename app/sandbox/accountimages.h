#pragma once

#include "access/rolebook.h"
#include "account/imagesource.h"
#include "buckets/bucketstore.h"

namespace fuotadesk {

// Images as the service reads them with the role of a task: for the role's trust and permissions,
// from the S3 of the sandbox. What is not the sandbox's is taken as good, with the size its name
// says (sandboxImageBytes()): an image in a bucket that is not in its S3, and one that is read with
// a role of another account.
class AccountImages final : public ImageSource {
public:
    // All outlive it. region: of the devices.
    AccountImages(const BucketStore& buckets, const RoleBook& roles, const QString& region)
        : m_buckets(buckets),
          m_roles(roles),
          m_region(region)
    {
    }

    ImageReading read(const QString& imageUri, const QString& roleArn) const override;

private:
    const BucketStore& m_buckets;
    const RoleBook& m_roles;
    QString m_region;
};

} // namespace fuotadesk
