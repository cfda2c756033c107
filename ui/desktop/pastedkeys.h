#pragma once

#include <QString>

#include <optional>

namespace fuotadesk {

// Keys as people copy them: lines of a credentials file, of a shell (export, set, $Env:) or members
// of the JSON that the aws CLI prints. Texts may be secret: wipe them.
struct PastedKeys {
    QString accessKeyId;
    QString secretAccessKey;
    QString sessionToken;
    QString region;

    friend bool operator==(const PastedKeys&, const PastedKeys&) = default;
};

// Nothing unless an access key ID or a secret access key is named in the text.
std::optional<PastedKeys> keysFromText(const QString& text);

} // namespace fuotadesk
