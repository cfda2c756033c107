// What the actions of the templates page do.
#include "desktop/templatespage.h"

#include "desktop/namedialog.h"
#include "desktop/noticebar.h"
#include "desktop/question.h"
#include "desktop/templatefiles.h"
#include "text/errortext.h"

#include <QDir>
#include <QFileDialog>

namespace fuotadesk {

namespace {

constexpr QStringView Suffix = u".fuota.json";

} // namespace

void TemplatesPage::useCurrent()
{
    const TemplateEntry* entry = current();
    if (entry && entry->content)
        Q_EMIT templateChosen(*entry->content, entry->file);
}

void TemplatesPage::renameCurrent()
{
    const TemplateEntry entry = *current();
    auto* dialog = new NameDialog(tr("Rename template"), {}, entry.name, tr("&Rename"), this);
    connect(dialog, &NameDialog::nameGiven, this, [this, dialog, entry](const QString& name) {
        m_bench.templates.rename(entry, name, dialog)
            ->then(dialog, [dialog](const Result<void>& result) {
                if (result)
                    dialog->accept();
                else
                    dialog->refuse(errorMessage(result.error()));
            });
    });
    dialog->open();
}

void TemplatesPage::duplicateCurrent()
{
    Template copy = *current()->content;
    copy.name = tr("%1 copy", "of a template").arg(copy.name);
    addNamed(copy, tr("Duplicate template"), tr("&Duplicate"));
}

void TemplatesPage::addNamed(const Template& value, const QString& title, const QString& verb)
{
    auto* dialog = new NameDialog(title, {}, value.name, verb, this);
    connect(dialog, &NameDialog::nameGiven, this, [this, dialog, value](const QString& name) {
        Template named = value;
        named.name = name;
        m_bench.templates.add(named, dialog)->then(dialog, [dialog](const Result<QString>& file) {
            if (file)
                dialog->accept();
            else
                dialog->refuse(errorMessage(file.error()));
        });
    });
    dialog->open();
}

void TemplatesPage::deleteCurrent()
{
    const TemplateEntry* entry = current();
    const QString name = entry->name;
    const Question question{tr("Delete the template “%1”?").arg(name),
                            tr("Its file is removed. Tasks made from it stay."), tr("&Delete")};
    ask(this, question, [this, name, file = entry->file] {
        m_bench.templates.remove(file, this)->then(this, [this, name](const Result<void>& result) {
            if (!result)
                fail(tr("“%1” was not deleted.").arg(name), result.error());
        });
    });
}

void TemplatesPage::openFile()
{
    chooseTemplateFile(this, [this](const QString& file) { Q_EMIT fileChosen(file); });
}

void TemplatesPage::importFromCli()
{
    auto* dialog = new QFileDialog(this, tr("Import from AWS CLI"), QString(),
                                   tr("Documents of the AWS CLI (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &TemplatesPage::importCliFile);
    dialog->open();
}

void TemplatesPage::importCliFile(const QString& file)
{
    m_bench.templates.load(file, this)->then(this, [this, file](const Result<Template>& loaded) {
        if (!loaded) {
            fail(tr("“%1” was not imported.").arg(QDir::toNativeSeparators(file)), loaded.error());
            return;
        }
        addNamed(*loaded, tr("Import from AWS CLI"), tr("&Import"));
    });
}

void TemplatesPage::exportCurrent()
{
    const Template value = *current()->content;
    chooseExport(tr("Export template"), Suffix.toString(), [this, value](const QString& file) {
        return m_bench.templates.exportTemplate(file, value, this);
    });
}

void TemplatesPage::exportCurrentForCli()
{
    const TaskDraft task = current()->content->draft.task;
    chooseExport(tr("Export for AWS CLI"), QStringLiteral(".json"),
                 [this, task](const QString& file) {
                     return m_bench.templates.exportCliJson(file, task, this);
                 });
}

void TemplatesPage::chooseExport(const QString& title, const QString& suffix,
                                 std::function<CallOf<void>*(const QString& file)> write)
{
    auto* dialog = new QFileDialog(this, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix.mid(1));
    dialog->selectFile(templateSlug(current()->name) + suffix);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, write = std::move(write)](const QString& file) {
                write(file)->then(this, [this, file](const Result<void>& result) {
                    if (!result)
                        fail(tr("“%1” was not written.").arg(QDir::toNativeSeparators(file)),
                             result.error());
                });
            });
    dialog->open();
}

// An example whose name is taken is there already.
void TemplatesPage::addExamples()
{
    const QDir folder(QStringLiteral(":/templates"));
    for (const QString& name : folder.entryList({u'*' + Suffix.toString()})) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto example = parseTemplate(file.readAll());
        if (!example)
            continue;
        m_bench.templates.add(*example, this)->then(this, [this](const Result<QString>& added) {
            if (!added && added.error().kind != ErrorKind::NameTaken)
                fail(tr("An example was not added."), added.error());
        });
    }
}

} // namespace fuotadesk
