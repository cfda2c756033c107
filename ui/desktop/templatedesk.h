#pragma once

#include "campaign/workbench.h"
#include "fuota/template.h"

#include <QObject>

#include <functional>

class QWidget;

namespace fuotadesk {

// Opens and saves what lies on the desk. Nothing unsaved is lost without a question; a template's
// variables are asked for when it is opened, and a template that was filled in is saved only under
// another name, so that its variables stay.
class TemplateDesk : public QObject {
    Q_OBJECT

public:
    // Dialogs open over window.
    TemplateDesk(const Workbench& bench, QWidget* window);

    void newTask();
    // file empty: not from a file of its own.
    void openTemplate(const Template& opened, const QString& file);
    // A template or a document of the aws CLI; the latter is not written back as a template.
    void openFile(const QString& file);
    // An unfinished draft of an earlier run: unsaved, as it was.
    void restore(const Template& unfinished);

    void save();
    void saveAs();
    // Texts with variables in them are asked about; then runs when none is left.
    void fillIn(const std::function<void()>& then);
    // A task was made from the draft as it is now: leaving it loses nothing.
    void markCreated();

Q_SIGNALS:
    void opened();
    // What the draft knows of its image is about to be kept.
    void aboutToSave();
    void saved(const QString& name);
    // The operator kept what is on the desk.
    void kept();
    void failed(const QString& what, const fuotadesk::Error& error);

private:
    void whenNothingIsLost(std::function<void()> next);
    void lay(const Template& opened, const QString& file);
    void takeSaved(const Template& value, const QString& file);
    Template toSave(const QString& name) const;

    Workbench m_bench;
    QWidget* m_window;
    std::function<void()> m_afterSave;
    std::optional<CampaignDraft> m_created;
    bool m_filledIn = false;
};

} // namespace fuotadesk
