#pragma once

#include "base/result.h"

#include "fuota/campaigndraft.h"

#include <QJsonObject>

namespace fuotadesk {

struct TemplateVariable {
    QString name;
    QString prompt;
    QString defaultValue;

    friend bool operator==(const TemplateVariable&, const TemplateVariable&) = default;
};

// A campaign kept for the next time: the file format "*.fuota.json", schema 1. Texts of draft.task
// may hold variables. source is the document as it was read, so that members this version does not
// know survive a save; unknownMembers names them ("task.Foo"). A token is never part of it.
struct Template {
    QString name;
    CampaignDraft draft;
    QList<TemplateVariable> variables;
    QStringList unknownMembers;
    QJsonObject source;

    friend bool operator==(const Template&, const Template&) = default;
};

inline constexpr int TemplateSchema = 1;
inline constexpr qint64 LargestTemplateBytes = 1 << 20;

// Also takes a --cli-input-json document (see clijson.h). Errors: FileTooLarge, FileMalformed (code
// names the member, detail the reason), FileTooNew (detail is the schema number).
Result<Template> parseTemplate(const QByteArray& json);
QByteArray templateJson(const Template& value);

} // namespace fuotadesk
