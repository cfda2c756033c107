#include "text/findingtext.h"

#include "lorawan/fragmentcount.h"

namespace fuotadesk {

QString FindingText::fieldLabel(Field field)
{
    switch (field) {
    case Field::Name:
        return tr("Name");
    case Field::Description:
        return tr("Description");
    case Field::ClientRequestToken:
        return tr("Client request token");
    case Field::RfRegion:
        return tr("RF region");
    case Field::FirmwareUpdateImage:
        return tr("Firmware image");
    case Field::FirmwareUpdateRole:
        return tr("Firmware role");
    case Field::Tags:
        return tr("Tags");
    case Field::RedundancyPercent:
        return tr("Redundancy");
    case Field::FragmentSizeBytes:
        return tr("Fragment size");
    case Field::FragmentIntervalMs:
        return tr("Fragment interval");
    case Field::Descriptor:
        return tr("Descriptor");
    }
    return {};
}

QString FindingText::severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return tr("Error");
    case Severity::Warning:
        return tr("Warning");
    case Severity::Info:
        break;
    }
    return tr("Note");
}

QString FindingText::text(const Finding& finding) const
{
    const QString remedyText = remedy(finding);
    if (remedyText.isEmpty())
        return sentence(finding);
    return tr("%1 %2", "a sentence and its remedy").arg(sentence(finding), remedyText);
}

QString FindingText::sentence(const Finding& finding) const
{
    for (const auto part :
         {&FindingText::modelSentence, &FindingText::tagSentence, &FindingText::adviceSentence,
          &FindingText::planSentence, &FindingText::radioSentence, &FindingText::codeSentence}) {
        if (QString found = (this->*part)(finding); !found.isEmpty())
            return found;
    }
    return {};
}

QString FindingText::modelSentence(const Finding& finding) const
{
    const QString label = fieldLabel(finding.field);
    switch (finding.code) {
    case FindingCode::Required:
        return tr("%1 is needed to create a task.").arg(label);
    case FindingCode::TooShort:
        return tr("%1 needs at least %2 characters.").arg(label, figure(finding));
    case FindingCode::TooLong:
        return tr("%1 may have at most %2 characters.").arg(label, figure(finding));
    case FindingCode::BelowMinimum:
        return tr("%1 may not be less than %2.").arg(label, figure(finding));
    case FindingCode::AboveMaximum:
        return tr("%1 may not be more than %2.").arg(label, figure(finding));
    case FindingCode::PatternMismatch:
        if (finding.field == Field::Descriptor)
            return tr("Descriptor is not complete base64.");
        return tr("%1 has characters the service does not take.").arg(label);
    case FindingCode::UnknownValue:
        return tr("%1 is not one the service is known to have.").arg(label);
    case FindingCode::InvalidText:
        return tr("%1 has a broken character in it.").arg(label);
    default:
        return {};
    }
}

QString FindingText::tagSentence(const Finding& finding) const
{
    switch (finding.code) {
    case FindingCode::TooManyTags:
        return tr("A task takes at most %1 tags.").arg(figure(finding));
    case FindingCode::TagKeyMissing:
        return tr("A tag has no key.");
    case FindingCode::TagKeyTooLong:
        return tr("The key of a tag may have at most %1 characters.").arg(figure(finding));
    case FindingCode::TagValueTooLong:
        return tr("The value of a tag may have at most %1 characters.").arg(figure(finding));
    case FindingCode::TagKeyDuplicate:
        return tr("Two tags have the same key.");
    default:
        return {};
    }
}

QString FindingText::adviceSentence(const Finding& finding) const
{
    switch (finding.code) {
    case FindingCode::NameCharacters:
        return tr("The AWS console takes only letters, digits, - and _ in names.");
    case FindingCode::ImageNotS3:
        return tr("This is not an address in S3.");
    case FindingCode::ImageWithoutKey:
        return tr("This names a bucket but no file in it.");
    case FindingCode::ImageOverOneMegabyte:
        return tr("The image has %1 bytes; the guide speaks of at most 1 MB.").arg(figure(finding));
    case FindingCode::ImageEmpty:
        return tr("The image is empty.");
    case FindingCode::RoleNotArn:
        return tr("This is not the ARN of an IAM role.");
    case FindingCode::DescriptorNotFourBytes:
        return tr("The descriptor has %1 bytes; devices are told four.").arg(figure(finding));
    default:
        return {};
    }
}

QString FindingText::planSentence(const Finding& finding) const
{
    switch (finding.code) {
    case FindingCode::FragmentTooLarge:
        return tr("LoRaWAN carries at most %1 bytes in a fragment.").arg(figure(finding));
    case FindingCode::TooManyFragments:
        return tr("%1 fragments are more than LoRaWAN can number (%2).")
            .arg(figure(finding), m_locale.toString(qint64(lorawan::MaximumFragments)));
    case FindingCode::RedundancyUseless:
        return tr(
            "The image fits in one fragment; redundant ones are then empty and help no device.");
    case FindingCode::IntervalRounded:
        return tr("The service rounds to whole seconds: sent as %1 s.").arg(figure(finding));
    case FindingCode::IntervalRoundsToZero:
        return tr("The service rounds this to 0 seconds: all fragments at once.");
    case FindingCode::ImageSizeUnknown:
        return tr("The size of the image is not known, so fragments cannot be counted.");
    case FindingCode::RfRegionUnset:
        return tr("No RF region is sent.");
    case FindingCode::FragmentSizeNeedsGroups:
        return tr("The service uses a fragment size only for tasks with multicast groups.");
    default:
        return {};
    }
}

QString FindingText::remedy(const Finding& finding) const
{
    switch (finding.code) {
    case FindingCode::PatternMismatch:
        if (finding.field == Field::ClientRequestToken)
            return tr("Use letters, digits, - and _ only.");
        return finding.field == Field::Descriptor ? tr("Enter the bytes as hex beside it.")
                                                  : QString();
    case FindingCode::UnknownValue:
        return tr("Choose one from the list.");
    case FindingCode::InvalidText:
        return tr("Type the text again.");
    case FindingCode::TagKeyMissing:
        return tr("Give it a key or remove the row.");
    case FindingCode::TagKeyDuplicate:
        return tr("Rename or remove one.");
    case FindingCode::ImageNotS3:
        return tr("Write it as s3://bucket/file.");
    case FindingCode::ImageWithoutKey:
        return tr("Add the file's path after the bucket.");
    case FindingCode::RoleNotArn:
        return tr("It looks like arn:aws:iam::123456789012:role/name.");
    case FindingCode::TooManyFragments:
        return tr("Make fragments larger or redundancy smaller.");
    case FindingCode::RedundancyUseless:
        return tr("Set redundancy to 0 %.");
    case FindingCode::IntervalRoundsToZero:
        return tr("Use %1 ms or more.").arg(m_locale.toString(1000));
    case FindingCode::ImageSizeUnknown:
        return tr("Enter it or pick the file.");
    case FindingCode::RfRegionUnset:
        return tr("Choose the region of the devices.");
    default:
        return radioRemedy(finding);
    }
}

} // namespace fuotadesk
