#pragma once

#include "campaign/grouplist.h"
#include "desktop/noticebar.h"

namespace fuotadesk {

class GroupCreation;
class GroupDialog;

// Makes, changes and deletes multicast groups, each after asking, and tells how that ended.
class GroupEditing : public QObject {
    Q_OBJECT

public:
    GroupEditing(Session& session, GroupList& groups, GroupCreation& creation,
                 QObject* parent = nullptr);

    void askForNew(QWidget* window);
    void askToChange(const MulticastGroup& group, QWidget* window);
    void askToDelete(const MulticastGroupSummary& group, QWidget* window);

Q_SIGNALS:
    void runningChanged(bool running); // of a deletion
    void ended(const fuotadesk::Notice& notice);
    void created(const QString& groupId);

private:
    void create(const GroupDraft& draft, GroupDialog* dialog);
    void takeCreated(const Result<CreatedGroup>& created, const GroupDraft& draft,
                     GroupDialog* dialog);
    void change(const MulticastGroup& group, const GroupDraft& draft, GroupDialog* dialog);
    void tell(const Notice& notice, GroupDialog* dialog);
    void remove(const MulticastGroupSummary& group);

    Session& m_session;
    GroupList& m_groups;
    GroupCreation& m_creation;
    bool m_isRemoving = false;
};

} // namespace fuotadesk
