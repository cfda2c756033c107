#include "desktop/taskformwords.h"

#include <QCoreApplication>

namespace fuotadesk {

namespace {

struct TaskFormWords {
    Q_DECLARE_TR_FUNCTIONS(TaskFormWords)
};

// The members that say what the task is.
FieldWords identityWords(Field field)
{
    switch (field) {
    case Field::Name:
        return {TaskFormWords::tr("&Name"),
                TaskFormWords::tr(
                    "How the task is called in lists. The AWS console takes letters, digits, "
                    "- and _ only, and every name once.")};
    case Field::Description:
        return {TaskFormWords::tr("&Description"),
                TaskFormWords::tr("A text for people. Devices are not told.")};
    case Field::ClientRequestToken:
        return {TaskFormWords::tr("Client request to&ken"),
                TaskFormWords::tr(
                    "With the same token the service makes a task only once. Left empty, a new "
                    "one is made for each task; an own one is never saved.")};
    case Field::Tags:
        return {TaskFormWords::tr("Ta&gs"),
                TaskFormWords::tr(
                    "Keys and values to find and bill the task by. Type into the last row to "
                    "add one. They cannot be changed with the task later.")};
    default:
        return {};
    }
}

// The members that say what is sent.
FieldWords imageWords(Field field)
{
    switch (field) {
    case Field::FirmwareUpdateImage:
        return {TaskFormWords::tr("Firmware &image"),
                TaskFormWords::tr(
                    "Where the image lies in S3. The https address of an object and a bucket's "
                    "ARN are understood too.")};
    case Field::FirmwareUpdateRole:
        return {TaskFormWords::tr("Firmware r&ole"),
                TaskFormWords::tr(
                    "The ARN of the IAM role with which the service reads the image. It must "
                    "trust iotwireless.amazonaws.com.")};
    case Field::Descriptor:
        return {TaskFormWords::tr("Descri&ptor"),
                TaskFormWords::tr(
                    "Four bytes that devices are told before the image, for example its version. "
                    "As base64 or as hex.")};
    default:
        return {};
    }
}

// The members that say how it is sent.
FieldWords tuningWords(Field field)
{
    switch (field) {
    case Field::RfRegion:
        return {TaskFormWords::tr("RF &region"),
                TaskFormWords::tr("The LoRaWAN region of the devices and multicast groups.")};
    case Field::RedundancyPercent:
        return {TaskFormWords::tr("Redundanc&y"),
                TaskFormWords::tr(
                    "Extra fragments, in percent of the data fragments. With them a device can "
                    "do without some it did not receive.")};
    case Field::FragmentSizeBytes:
        return {TaskFormWords::tr("Frag&ment size"),
                TaskFormWords::tr(
                    "Bytes of the image in each fragment. It must fit the data rate; the service "
                    "uses it for tasks with multicast groups.")};
    case Field::FragmentIntervalMs:
        return {
            TaskFormWords::tr("Fragment interva&l"),
            TaskFormWords::tr("Time from one fragment to the next. The service rounds it to whole "
                              "seconds.")};
    default:
        return {};
    }
}

} // namespace

FieldWords fieldWords(Field field)
{
    for (const auto part : {identityWords, imageWords, tuningWords}) {
        FieldWords words = part(field);
        if (!words.label.isEmpty())
            return words;
    }
    return {};
}

FieldWords imageSizeWords()
{
    return {TaskFormWords::tr("Image si&ze"),
            TaskFormWords::tr(
                "How many bytes the image has, for the preview. It is not sent. Type it, take it "
                "from a file, or drop the file here.")};
}

FieldWords recipientsWords()
{
    return {TaskFormWords::tr("R&ecipients"),
            TaskFormWords::tr("Who gets the image. They are added to the task once it is created, "
                              "and can be changed until it is started.")};
}

QString fieldToolTip(Field field)
{
    const FieldSpec& spec = fieldSpec(field);
    const QString name = spec.container
        ? QString::fromLatin1(spec.container) + u'.' + fieldName(field)
        : fieldName(field);
    return TaskFormWords::tr("%1 in the API").arg(name);
}

} // namespace fuotadesk
