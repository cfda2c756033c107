#pragma once

#include "campaign/submission.h"
#include "campaign/workbench.h"
#include "fuota/template.h"
#include "text/errortext.h"

#include <QWidget>

class QAction;
class QBoxLayout;
class QLabel;
class QPushButton;

namespace fuotadesk {

struct Finding;
class CheckDesk;
class EditorPanes;
class ImageDesk;
class NoticeBar;
class PreviewPane;
class RoleDesk;
class SteadyLabel;
class TaskCreation;
class TaskForm;
class TemplateDesk;

// The page on which a task is planned and created: the form, what it comes to beside it (below it
// in a narrow window, with the totals in sight), templates above and the buttons below. The draft
// itself lies in the DraftSheet.
class TaskEditor : public QWidget {
    Q_OBJECT

public:
    explicit TaskEditor(const Workbench& bench, QWidget* parent = nullptr);
    ~TaskEditor() override;

    // Each asks before something unsaved is lost.
    void newTask();
    void openTemplate(const Template& opened, const QString& file);
    void openFile(const QString& file);
    // What an earlier run left unfinished.
    void restore(const Template& unfinished);
    bool isBusy() const;

    QAction* saveAction() const { return m_saveAction; }
    QAction* saveAsAction() const { return m_saveAsAction; }
    QAction* createAction() const { return m_createAction; }
    TaskForm* form() const { return m_form; }
    PreviewPane* preview() const { return m_preview; }
    CheckDesk* checkDesk() const { return m_checkDesk; }
    // What else the editor offers, for the menu.
    QList<QAction*> helpActions() const;
    ImageDesk* images() const { return m_images; }

Q_SIGNALS:
    void taskSubmitted(const fuotadesk::SubmittedTask& task);
    // Another task lies on the desk: the page should be in sight.
    void opened();
    // Esc: back to where the operator came from; the draft stays.
    void closed();
    // A remedy that lies outside the editor: connections, the keychain, a task (then by its id).
    void remedyWanted(fuotadesk::RemedyAction action, const QString& taskId);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeActions();
    void makePanes();
    QBoxLayout* makeBottom();
    void connectSheet();
    void connectCreation();
    void connectPreview();
    void connectDesks();
    void followSheet();
    void showStatus(const QString& text);
    void showRunning(bool running);
    void pressCreate();
    void create();
    void takeFailure(const Error& error);
    void focusFinding(const Finding& finding);

    Workbench m_bench;
    TemplateDesk* m_desk;
    TaskCreation* m_creation;
    QAction* m_saveAction = nullptr;
    QAction* m_saveAsAction = nullptr;
    QAction* m_createAction = nullptr;
    NoticeBar* m_notice;
    EditorPanes* m_panes = nullptr;
    TaskForm* m_form = nullptr;
    ImageDesk* m_images = nullptr;
    PreviewPane* m_preview = nullptr;
    RoleDesk* m_roleDesk = nullptr;
    CheckDesk* m_checkDesk = nullptr;
    SteadyLabel* m_summary = nullptr;
    QLabel* m_status = nullptr;
    QPushButton* m_saveButton = nullptr;
    QPushButton* m_createButton = nullptr;
    std::optional<RemedyAction> m_remedy;
    QString m_remedyTask;
};

} // namespace fuotadesk
