#include "fuzz/fuzz.h"

#include "profiles/profilechain.h"

using namespace fuotadesk;

namespace {

// Without a blank before the value: behind one, a "#" would begin a comment.
void write(QByteArray& text, const char* word, const QMap<QString, Properties>& sections)
{
    for (auto section = sections.begin(); section != sections.end(); ++section) {
        text += QByteArray("[") + word + ' ' + section.key().toUtf8() + "]\r\n";
        for (auto it = section->begin(); it != section->end(); ++it)
            text += it.key().toUtf8() + "=" + it.value().toUtf8().replace("\n", "\r\n ") + "\r\n";
    }
}

QByteArray written(const SharedFile& file)
{
    QByteArray text;
    write(text, "profile", file.profiles);
    write(text, "sso-session", file.ssoSessions);
    write(text, "services", file.services);
    return text;
}

} // namespace

// What was understood is understood the same when it is written out, and every profile comes to a
// source or to a fault that has a code.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes = fuzzBytes(data, size);
    const auto credentials = parseSharedFile(bytes, SharedFileKind::Credentials);
    const auto config = parseSharedFile(bytes, SharedFileKind::Config);
    mustHold(config.has_value() == credentials.has_value());
    if (!config) {
        mustHold(!config.error().code.isEmpty());
        return 0;
    }
    const auto again = parseSharedFile(written(*config), SharedFileKind::Config);
    mustHold(again && *again == *config);
    const ProfileSet set = merged(*config, *credentials);
    for (auto it = set.profiles.begin(); it != set.profiles.end(); ++it) {
        const auto chain = resolveChain(set, it.key());
        mustHold(chain ? !chain->sourceProfile.isEmpty() : !chain.error().code.isEmpty());
        for (const QString& value : it.value())
            nestedProperties(value);
    }
    return 0;
}
