#pragma once

#include "base/call.h"
#include "base/worker.h"
#include "fuota/template.h"
#include "store/files.h"
#include "store/templateentry.h"

namespace fuotadesk {

// The folder of "*.fuota.json" files. File work runs on a worker. File names are slugs of the
// template's name, made unique with a number; nothing is overwritten but the entry's own file.
// Errors: FileUnreadable, FileUnwritable, FileTooLarge, FileMalformed, FileTooNew, NameTaken
// (detail is the name).
class TemplateStore {
public:
    explicit TemplateStore(QString folder);

    // By name, at most 2000; other files in the folder are left alone. No folder is an empty one.
    CallOf<QList<TemplateEntry>>* list(QObject* owner);
    // A file anywhere: opened, imported, dropped.
    CallOf<Template>* load(const QString& file, QObject* owner);
    // A new file; NameTaken when a template of that name is there. Gives the path.
    CallOf<QString>* add(const Template& value, QObject* owner);
    // Over the entry's own file; the name inside may change, but not to that of another template;
    // the path stays.
    CallOf<void>* replace(const QString& file, const Template& value, QObject* owner);
    // Success also when it is gone already.
    CallOf<void>* remove(const QString& file, QObject* owner);
    // Writes bytes to a place the operator chose (template or CLI document).
    CallOf<void>* exportTo(const QString& file, const QByteArray& bytes, QObject* owner);

private:
    QString m_folder;
    Worker m_worker;
};

// "Meter monthly (EU)" -> "meter-monthly-eu"; never empty, at most 64 characters.
QString templateSlug(const QString& name);

} // namespace fuotadesk
