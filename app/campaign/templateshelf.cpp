#include "campaign/templateshelf.h"

#include "fuota/clijson.h"

namespace fuotadesk {

TemplateShelf::TemplateShelf(TemplateStore& store, QObject* parent)
    : QObject(parent),
      m_store(store)
{
}

void TemplateShelf::refresh()
{
    const int generation = ++m_generation;
    m_store.list(this)->then(this, [this, generation](const Result<QList<TemplateEntry>>& entries) {
        if (generation != m_generation)
            return;
        m_loaded = true;
        m_error.reset();
        if (entries)
            m_entries = *entries;
        else
            m_error = entries.error();
        Q_EMIT entriesChanged();
    });
}

template <typename T>
CallOf<T>* TemplateShelf::thenRefresh(CallOf<T>* call)
{
    return call->then(this, [this](const Result<T>&) { refresh(); });
}

CallOf<Template>* TemplateShelf::load(const QString& file, QObject* owner)
{
    return m_store.load(file, owner);
}

CallOf<QString>* TemplateShelf::add(const Template& value, QObject* owner)
{
    return thenRefresh(m_store.add(value, owner));
}

CallOf<void>* TemplateShelf::replace(const QString& file, const Template& value, QObject* owner)
{
    return thenRefresh(m_store.replace(file, value, owner));
}

CallOf<void>* TemplateShelf::rename(const TemplateEntry& entry, const QString& name, QObject* owner)
{
    if (!entry.content)
        return settledCall<void>(owner, failure(entry.content.error()));
    for (const TemplateEntry& other : std::as_const(m_entries)) {
        if (other.file != entry.file && other.name.compare(name, Qt::CaseInsensitive) == 0)
            return settledCall<void>(owner, failure(ErrorKind::NameTaken, {}, name));
    }
    Template renamed = *entry.content;
    renamed.name = name;
    return replace(entry.file, renamed, owner);
}

CallOf<QString>* TemplateShelf::duplicate(const TemplateEntry& entry, const QString& name,
                                          QObject* owner)
{
    if (!entry.content)
        return settledCall<QString>(owner, failure(entry.content.error()));
    Template copy = *entry.content;
    copy.name = name;
    return add(copy, owner);
}

CallOf<void>* TemplateShelf::remove(const QString& file, QObject* owner)
{
    return thenRefresh(m_store.remove(file, owner));
}

CallOf<void>* TemplateShelf::exportTemplate(const QString& file, const Template& value,
                                            QObject* owner)
{
    return m_store.exportTo(file, templateJson(value), owner);
}

CallOf<void>* TemplateShelf::exportCliJson(const QString& file, const TaskDraft& task,
                                           QObject* owner)
{
    return m_store.exportTo(file, cliJson(task), owner);
}

} // namespace fuotadesk
