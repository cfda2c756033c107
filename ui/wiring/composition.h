#pragma once

#include "aws/localendpoint.h"
#include "campaign/workbench.h"

#include <memory>

namespace fuotadesk {

class ActivityJournal;
class Clock;
class Memberships;
class Session;
class Submission;
class TaskWatch;

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
    Submission& submission();
    Memberships& memberships();
    TaskWatch& watch();
    ActivityJournal& changes();
    Workbench workbench();
    // The id to take up at start: of the named connection, of the sandbox, or what was active last.
    QString startConnection(const QString& name, bool useSandbox) const;

private:
    struct Guests;
    std::unique_ptr<Guests> m_guests;
};

} // namespace fuotadesk
