#include "store/templatestore.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr qsizetype MostTemplates = 2000;
constexpr qsizetype LongestSlug = 64;
const auto Suffix = QStringLiteral(".fuota.json");

Result<Template> loadTemplate(const QString& file)
{
    return readBoundedFile(file, LargestTemplateBytes).and_then(parseTemplate);
}

TemplateEntry entryOf(const QFileInfo& info)
{
    TemplateEntry entry{
        info.absoluteFilePath(), {}, loadTemplate(info.absoluteFilePath()), info.lastModified()};
    if (entry.content)
        entry.name = entry.content->name;
    if (entry.name.isEmpty())
        entry.name = info.fileName().chopped(Suffix.size());
    return entry;
}

QList<TemplateEntry> entriesOf(const QString& folder)
{
    QList<TemplateEntry> entries;
    const QFileInfoList files =
        QDir(folder).entryInfoList({u'*' + Suffix}, QDir::Files, QDir::Name);
    for (const QFileInfo& info : files.first(std::min(files.size(), MostTemplates)))
        entries.append(entryOf(info));
    std::ranges::stable_sort(entries, {},
                             [](const TemplateEntry& entry) { return entry.name.toCaseFolded(); });
    return entries;
}

bool isSameFile(const QString& one, const QString& other)
{
    return QFileInfo(one) == QFileInfo(other);
}

bool isInFolder(const QString& file, const QString& folder)
{
    return isSameFile(QFileInfo(file).absolutePath(), folder);
}

// Whether a template of the folder, other than the file itself, has this name.
bool isNameTaken(const QString& folder, const QString& name, const QString& besides = {})
{
    return std::ranges::any_of(entriesOf(folder), [&](const TemplateEntry& entry) {
        return entry.name.toCaseFolded() == name.toCaseFolded()
            && (besides.isEmpty() || !isSameFile(entry.file, besides));
    });
}

// What could not be read back is not written.
Result<QByteArray> boundedJson(const Template& value)
{
    QByteArray json = templateJson(value);
    if (json.size() > LargestTemplateBytes)
        return failure(ErrorKind::FileTooLarge, QString::number(LargestTemplateBytes), value.name);
    return json;
}

Result<QString> addTemplate(const QString& folder, const Template& value)
{
    const auto json = boundedJson(value);
    if (!json)
        return failure(json.error());
    if (!QDir().mkpath(folder))
        return failure(ErrorKind::FileUnwritable, {}, folder);
    if (isNameTaken(folder, value.name))
        return failure(ErrorKind::NameTaken, {}, value.name);
    const QString slug = templateSlug(value.name);
    for (qsizetype number = 1; number <= MostTemplates; ++number) {
        const QString suffix = number == 1 ? Suffix : u'-' + QString::number(number) + Suffix;
        const QString file = QDir(folder).absoluteFilePath(slug + suffix);
        const auto written = writeNewFile(file, *json);
        if (written)
            return file;
        if (written.error().kind != ErrorKind::NameTaken)
            return failure(written.error());
    }
    return failure(ErrorKind::NameTaken, {}, value.name);
}

Result<void> replaceTemplate(const QString& folder, const QString& file, const Template& value)
{
    const auto json = boundedJson(value);
    if (!json)
        return failure(json.error());
    if (isInFolder(file, folder) && isNameTaken(folder, value.name, file))
        return failure(ErrorKind::NameTaken, {}, value.name);
    return writeFileAtomically(file, *json);
}

Result<void> removeTemplate(const QString& file)
{
    const QFileInfo info(file);
    if (!info.exists() && !info.isSymLink())
        return {};
    QFile device(file);
    if (info.isDir() || !device.remove())
        return failure(ErrorKind::FileUnwritable, device.errorString(), file);
    return {};
}

// Names that Windows keeps for devices, whatever the suffix.
bool isDeviceName(const QString& slug)
{
    static const QRegularExpression names(
        QStringLiteral("^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$"));
    return names.match(slug).hasMatch();
}

} // namespace

QString templateSlug(const QString& name)
{
    QString slug;
    bool gap = false;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD).toLower()) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (plain && gap && !slug.isEmpty())
            slug += u'-';
        if (plain)
            slug += c;
        if (plain || !c.isMark()) // the accent of a letter is no gap
            gap = !plain;
    }
    slug.truncate(LongestSlug);
    if (slug.endsWith(u'-'))
        slug.chop(1);
    if (slug.isEmpty())
        return QStringLiteral("template");
    return isDeviceName(slug) ? slug + QStringLiteral("-template") : slug;
}

TemplateStore::TemplateStore(QString folder) : m_folder(std::move(folder)) { }

CallOf<QList<TemplateEntry>>* TemplateStore::list(QObject* owner)
{
    return m_worker.run<QList<TemplateEntry>>(owner,
                                              [folder = m_folder] { return entriesOf(folder); });
}

CallOf<Template>* TemplateStore::load(const QString& file, QObject* owner)
{
    return m_worker.run<Template>(owner, [file] { return loadTemplate(file); });
}

CallOf<QString>* TemplateStore::add(const Template& value, QObject* owner)
{
    return m_worker.run<QString>(owner,
                                 [folder = m_folder, value] { return addTemplate(folder, value); });
}

CallOf<void>* TemplateStore::replace(const QString& file, const Template& value, QObject* owner)
{
    return m_worker.run<void>(
        owner, [folder = m_folder, file, value] { return replaceTemplate(folder, file, value); });
}

CallOf<void>* TemplateStore::remove(const QString& file, QObject* owner)
{
    return m_worker.run<void>(owner, [file] { return removeTemplate(file); });
}

CallOf<void>* TemplateStore::exportTo(const QString& file, const QByteArray& bytes, QObject* owner)
{
    return m_worker.run<void>(owner, [file, bytes] { return writeFileAtomically(file, bytes); });
}

} // namespace fuotadesk
