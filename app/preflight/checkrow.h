#pragma once

#include "base/error.h"
#include "fuota/fieldtable.h"

#include <QDateTime>
#include <QStringList>

namespace fuotadesk {

// What is looked at, in the order it is shown.
enum class CheckSubject {
    Credentials, // who one is, and that the service knows the region
    Fields, // what the model says of the draft
    ImageThere,
    ImageSize, // at most one megabyte, and as the draft says
    ImageUnchanged, // since the template was saved
    ImageRegion,
    ImageEncryption,
    RoleThere,
    RoleTrust,
    RolePermission, // to read this very image
    RoleKey, // and to decrypt it
    PassRole, // whether the caller may hand it over, as far as can be known
    RecipientsThere,
    RecipientsFit, // FUOTA ports, OTAA, class and region by profile
    RecipientsAlive, // last uplinks
    RecipientsFree, // of other tasks
    Payload, // fragments fit the data rate
    DutyCycle,
    StartTime,
    SessionTimeout,
};

enum class CheckOutcome {
    Waiting, // not asked yet
    Running,
    Passed,
    Warning,
    Failed,
    Unknown, // can not be found out from here
};

// Where a remedy lies: what the button beside a row opens.
enum class CheckPlace {
    None,
    Connection,
    Field, // row.field
    BrowseImage,
    UploadImage,
    ChooseRole,
    CreateRole,
    Recipients,
    Devices,
};

// One line of the check. reason is a word for machines ("image-missing"), the same in `check
// --json`; names are what it is about (devices, actions, keys), at most 20 of them, figure how many
// there are or what was measured, limit what was allowed. The words for people are made in ui/text.
struct CheckRow {
    CheckSubject subject = CheckSubject::Credentials;
    CheckOutcome outcome = CheckOutcome::Waiting;
    QString reason;
    QStringList names;
    qint64 figure = 0;
    qint64 limit = 0;
    CheckPlace place = CheckPlace::None;
    std::optional<Field> field;
    std::optional<Error> error;
    QDateTime at; // when it was found out, UTC

    friend bool operator==(const CheckRow&, const CheckRow&) = default;
};

// "image-there", "passed": as `check --json` has them.
QString checkSubjectName(CheckSubject subject);
QString checkOutcomeName(CheckOutcome outcome);

} // namespace fuotadesk
