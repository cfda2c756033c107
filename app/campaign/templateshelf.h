#pragma once

#include "store/templatestore.h"

#include <QObject>

namespace fuotadesk {

// The operator's templates, kept in step with the folder. Changes refresh the entries when they are
// done.
class TemplateShelf : public QObject {
    Q_OBJECT

public:
    explicit TemplateShelf(TemplateStore& store, QObject* parent = nullptr);

    // By name; damaged ones among them with their reason.
    const QList<TemplateEntry>& entries() const { return m_entries; }
    bool isLoaded() const { return m_loaded; }
    const std::optional<Error>& error() const { return m_error; }
    void refresh();

    // Any file: opened, dropped, imported from the aws CLI.
    CallOf<Template>* load(const QString& file, QObject* owner);
    // Gives the new file. NameTaken when a template of that name is there.
    CallOf<QString>* add(const Template& value, QObject* owner);
    CallOf<void>* replace(const QString& file, const Template& value, QObject* owner);
    CallOf<void>* rename(const TemplateEntry& entry, const QString& name, QObject* owner);
    CallOf<QString>* duplicate(const TemplateEntry& entry, const QString& name, QObject* owner);
    CallOf<void>* remove(const QString& file, QObject* owner);
    // To a place of the operator's choice: our format, or the aws CLI's --cli-input-json.
    CallOf<void>* exportTemplate(const QString& file, const Template& value, QObject* owner);
    CallOf<void>* exportCliJson(const QString& file, const TaskDraft& task, QObject* owner);

Q_SIGNALS:
    void entriesChanged();

private:
    template <typename T>
    CallOf<T>* thenRefresh(CallOf<T>* call);

    TemplateStore& m_store;
    QList<TemplateEntry> m_entries;
    std::optional<Error> m_error;
    bool m_loaded = false;
    int m_generation = 0;
};

} // namespace fuotadesk
