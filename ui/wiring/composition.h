#pragma once

#include "aws/localendpoint.h"
#include "campaign/workbench.h"

#include <memory>

namespace fuotadesk {

class ActivityJournal;
class Clock;
class ImageUpload;
class Memberships;
class MfaQuestions;
class PreflightCheck;
class Session;
class Submission;
class TaskWatch;
class UploadShelf;
struct CommandLine;

// Builds the guests and introduces them to each other. Nothing here touches the network, the
// keychain or the journal until it is asked to: making it costs next to nothing.
class Composition {
public:
    enum class For { Window, Console };

    Composition(For whom, const LocalEndpointOptions& sandbox);
    ~Composition();

    const Clock& clock() const;
    LocalEndpoint& sandbox();
    Session& session();
    MfaQuestions& questions();
    Submission& submission();
    Memberships& memberships();
    TaskWatch& watch();
    PreflightCheck& preflight();
    ImageUpload& upload();
    UploadShelf& uploads();
    ActivityJournal& changes();
    Workbench workbench();
    // The id to take up at start, as the command line names it; empty where it names nothing.
    QString startConnection(const CommandLine& line);

private:
    struct Guests;
    std::unique_ptr<Guests> m_guests;
};

} // namespace fuotadesk
