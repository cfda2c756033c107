#include "text/grouptext.h"

#include "text/numbertext.h"
#include "text/radiotext.h"

#include <QCoreApplication>

namespace fuotadesk {

namespace {

struct GroupText {
    Q_DECLARE_TR_FUNCTIONS(GroupText)
};

// "In_Session", "In session" and "InSession" are one.
QString bare(const QString& status)
{
    QString letters;
    for (const QChar each : status)
        if (each.isLetter())
            letters += each.toLower();
    return letters;
}

} // namespace

QString groupStatusLabel(const QString& status)
{
    const QString word = bare(status);
    if (word == u"pending")
        return GroupText::tr("Pending");
    if (word == u"sessionattempting")
        return GroupText::tr("Session begins");
    if (word == u"insession")
        return GroupText::tr("In session");
    if (word == u"deletewaiting")
        return GroupText::tr("Being deleted");
    return status.isEmpty() ? GroupText::tr("Not known") : status;
}

QString groupStatusMeaning(const QString& status)
{
    const QString word = bare(status);
    if (word == u"pending")
        return GroupText::tr("Devices can be added and removed, and a session can be started.");
    if (word == u"sessionattempting")
        return GroupText::tr("A session is set up on its devices. Until it is over the group can "
                             "not be changed.");
    if (word == u"insession")
        return GroupText::tr("Its devices listen for multicast, in a session of its own or for a "
                             "task. Until it is over the group can not be changed.");
    if (word == u"deletewaiting")
        return GroupText::tr("The service is deleting it. There is no way back.");
    return GroupText::tr("This version of FUOTA Desk does not know what the status means.");
}

QString memberStatusLabel(const QString& status)
{
    const QString word = bare(status);
    if (word == u"packageattempting")
        return GroupText::tr("Asked what it knows");
    if (word == u"packageunsupported")
        return GroupText::tr("Package not supported");
    if (word == u"multicastsetupattempting")
        return GroupText::tr("Being set up");
    if (word == u"multicastsetupready")
        return GroupText::tr("Ready");
    if (word == u"sessionattempting")
        return GroupText::tr("Session begins");
    if (word == u"insession")
        return GroupText::tr("In session");
    return status.isEmpty() ? GroupText::tr("Not known") : status;
}

QString memberStatusMeaning(const QString& status)
{
    const QString word = bare(status);
    if (word == u"packageattempting")
        return GroupText::tr("The device is being asked whether it knows multicast. A class A "
                             "device answers after its next uplink.");
    if (word == u"packageunsupported")
        return GroupText::tr("The device knows no multicast, or does not answer on its port. "
                             "Check its firmware and FPorts.");
    if (word == u"multicastsetupattempting")
        return GroupText::tr("The device is being given the keys of the group.");
    if (word == u"multicastsetupready")
        return GroupText::tr("The device has the keys of the group and waits for a session.");
    if (word == u"sessionattempting")
        return GroupText::tr("The device is being told when the session begins.");
    if (word == u"insession")
        return GroupText::tr("The device listens for multicast.");
    return GroupText::tr("This version of FUOTA Desk does not know what the status means.");
}

QString downlinkClassLabel(const QString& downlinkClass)
{
    if (downlinkClass == u"ClassB")
        return GroupText::tr("Class B");
    if (downlinkClass == u"ClassC")
        return GroupText::tr("Class C");
    return textOrUnset(downlinkClass);
}

QString groupSizeText(const MulticastGroup& group)
{
    if (!group.devicesInGroup)
        return GroupText::tr("Not known");
    QString in = numberText(*group.devicesInGroup);
    if (!group.devicesRequested || *group.devicesRequested == *group.devicesInGroup)
        return in;
    return GroupText::tr("%1 of %2", "devices").arg(in, numberText(*group.devicesRequested));
}

bool isKnownBusy(const QString& status)
{
    const QString word = bare(status);
    return word == u"sessionattempting" || word == u"insession" || word == u"deletewaiting";
}

} // namespace fuotadesk
