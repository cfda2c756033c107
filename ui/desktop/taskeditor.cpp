#include "desktop/taskeditor.h"

#include "campaign/draftsheet.h"
#include "campaign/session.h"
#include "campaign/templateshelf.h"
#include "campaign/unfinisheddraft.h"
#include "desktop/checkdesk.h"
#include "desktop/checkpane.h"
#include "desktop/editorpanes.h"
#include "desktop/imagedesk.h"
#include "desktop/imagesizeedit.h"
#include "desktop/noticebar.h"
#include "desktop/numberbox.h"
#include "desktop/plancolumn.h"
#include "desktop/previewpane.h"
#include "desktop/productionguard.h"
#include "desktop/roledesk.h"
#include "desktop/steadylabel.h"
#include "desktop/taskcreation.h"
#include "desktop/taskforecast.h"
#include "desktop/taskform.h"
#include "desktop/templatebar.h"
#include "desktop/templatedesk.h"
#include "desktop/variablesdialog.h"
#include "fuota/variables.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fuotadesk {

TaskEditor::TaskEditor(const Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_desk(new TemplateDesk(bench, this)),
      m_creation(new TaskCreation(bench.submission, this)),
      m_notice(new NoticeBar(this))
{
    makeActions();
    auto* column = new QVBoxLayout(this);
    auto* templates =
        new TemplateBar(bench.sheet, bench.templates, m_saveAction, m_saveAsAction, this);
    column->addWidget(m_notice);
    column->addWidget(templates);
    makePanes();
    column->addWidget(m_panes, 1);
    column->addLayout(makeBottom());

    connect(templates, &TemplateBar::templateChosen, m_desk, &TemplateDesk::openFile);
    connect(templates, &TemplateBar::emptyTaskChosen, m_desk, &TemplateDesk::newTask);
    connect(m_desk, &TemplateDesk::kept, templates, &TemplateBar::showOrigin);
    connectSheet();
    connectPreview();
    connectDesks();
    connectCreation();
    followSheet();
    if (!bench.templates.isLoaded())
        bench.templates.refresh();
}

// Fields that lose the focus while they are destroyed still speak, to nobody.
TaskEditor::~TaskEditor()
{
    m_form->disconnect(this);
    m_bench.sheet.disconnect(this);
}

void TaskEditor::makeActions()
{
    const auto make = [this](const QString& text, const QKeySequence& key) {
        auto* action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setToolTip(key.isEmpty() ? text
                                         : tr("%1 (%2)", "an action and its key")
                                               .arg(text, key.toString(QKeySequence::NativeText)));
        addAction(action);
        return action;
    };
    m_saveAction = make(tr("Save template"), QKeySequence::Save);
    m_saveAsAction = make(tr("Save template as…"), QKeySequence::SaveAs);
    m_saveAction->setIconText(tr("Save"));
    m_saveAsAction->setIconText(tr("Save as…"));
    m_createAction = make(tr("Create task"), Qt::CTRL | Qt::Key_Return);
    m_createAction->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    connect(m_saveAction, &QAction::triggered, m_desk, &TemplateDesk::save);
    connect(m_saveAsAction, &QAction::triggered, m_desk, &TemplateDesk::saveAs);
    connect(m_createAction, &QAction::triggered, this, &TaskEditor::pressCreate);
}

void TaskEditor::makePanes()
{
    m_form = new TaskForm(m_bench.images, this);
    m_images = new ImageDesk(m_bench, m_form, this);
    setFocusProxy(m_form);
    m_preview = new PreviewPane(m_bench.suggestions, this);
    auto* check = new CheckPane(m_bench.clock, this);
    auto* plan = new PlanColumn(m_preview, check, this);
    m_panes = new EditorPanes(m_form, plan, m_bench.window, this);
    m_roleDesk = new RoleDesk(m_bench, m_form, this);
    m_checkDesk = new CheckDesk(m_bench, {m_desk, m_form, plan, check}, this);
    addActions(helpActions());
}

QBoxLayout* TaskEditor::makeBottom()
{
    m_summary = new SteadyLabel(SteadyLabel::Selection::Mouse, this);
    m_status = new QLabel(this);
    m_status->setWordWrap(true);
    m_saveButton = new QPushButton(tr("&Save template"), this);
    m_saveButton->setToolTip(m_saveAction->toolTip());
    m_createButton = new QPushButton(tr("&Create task"), this);
    m_createButton->setToolTip(m_createAction->toolTip());
    m_createButton->setDefault(true);
    connect(m_saveButton, &QPushButton::clicked, m_saveAction, &QAction::trigger);
    connect(m_createButton, &QPushButton::clicked, this, &TaskEditor::pressCreate);
    auto* words = new QVBoxLayout;
    words->addWidget(m_summary);
    words->addWidget(m_status);
    auto* row = new QHBoxLayout;
    row->addLayout(words, 1);
    row->addWidget(m_saveButton);
    row->addWidget(m_createButton);
    return row;
}

void TaskEditor::connectSheet()
{
    connect(m_form, &TaskForm::draftChanged, this,
            [this] { m_bench.sheet.setDraft(m_form->draft()); });
    connect(&m_bench.sheet, &DraftSheet::draftChanged, this, &TaskEditor::followSheet);
    connect(m_desk, &TemplateDesk::opened, this, [this] {
        m_notice->clear();
        m_form->forgetVisits();
        followSheet();
        m_images->takeOpened();
        Q_EMIT opened();
    });
    connect(m_desk, &TemplateDesk::aboutToSave, m_images, &ImageDesk::acceptNewOne);
    // Whoever keeps the task on the desk wants to see it.
    connect(m_desk, &TemplateDesk::kept, this, &TaskEditor::opened);
    connect(m_desk, &TemplateDesk::saved, this,
            [this](const QString& name) { showStatus(tr("“%1” is saved.").arg(name)); });
    connect(m_desk, &TemplateDesk::failed, this, [this](const QString& what, const Error& error) {
        m_remedy.reset();
        m_notice->showNotice(
            Notice{NoticeKind::Error, what + u' ' + errorMessage(error), {}, errorDetails(error)});
    });
}

void TaskEditor::connectPreview()
{
    connect(m_form, &TaskForm::shownFindingsChanged, this,
            [this] { m_preview->showFindings(m_form->shownFindings()); });
    connect(m_preview, &PreviewPane::findingChosen, this, &TaskEditor::focusFinding);
    new TaskForecast(m_bench, m_preview, this);
    connect(m_preview, &PreviewPane::imageSizeWanted, this, [this] {
        m_panes->ensureVisible(m_form->imageSizeEdit());
        m_form->imageSizeEdit()->box()->setFocus(Qt::OtherFocusReason);
    });
    const auto showRegion = [this] { m_preview->setRegion(m_bench.session.active().region); };
    connect(&m_bench.session, &Session::activeChanged, this, showRegion);
    showRegion();
}

void TaskEditor::connectDesks()
{
    connect(m_panes, &EditorPanes::arranged, this,
            [this] { m_summary->setVisible(!m_panes->isWide()); });
    connect(m_roleDesk, &RoleDesk::told, this, &TaskEditor::showStatus);
    connect(m_checkDesk, &CheckDesk::roleWanted, m_roleDesk, &RoleDesk::choose);
    connect(m_checkDesk, &CheckDesk::roleCreationWanted, m_roleDesk, &RoleDesk::create);
    connect(m_checkDesk, &CheckDesk::imageBrowsingWanted, m_images, &ImageDesk::browse);
    connect(m_checkDesk, &CheckDesk::uploadWanted, m_images->uploadAction(), &QAction::trigger);
    connect(m_checkDesk, &CheckDesk::formRowShown, this,
            [this](QWidget* row) { m_panes->ensureVisible(row); });
    connect(m_checkDesk, &CheckDesk::columnShown, m_panes, &EditorPanes::showPlan);
    connect(m_checkDesk, &CheckDesk::connectionWanted, this,
            [this] { Q_EMIT remedyWanted(RemedyAction::EditConnection, {}); });
}

QList<QAction*> TaskEditor::helpActions() const
{
    return {m_checkDesk->checkAction(), m_checkDesk->previewAction(), m_roleDesk->chooseAction(),
            m_roleDesk->createAction()};
}

void TaskEditor::connectCreation()
{
    connect(m_creation, &TaskCreation::runningChanged, this, &TaskEditor::showRunning);
    connect(m_creation, &TaskCreation::stepTold, this,
            [this](const QString& step) { showStatus(m_checkDesk->besideCheck(step)); });
    connect(m_creation, &TaskCreation::failed, this, &TaskEditor::takeFailure);
    connect(m_creation, &TaskCreation::succeeded, this, [this](const SubmittedTask& task) {
        m_notice->clear();
        m_desk->markCreated();
        Q_EMIT taskSubmitted(task);
    });
    connect(m_notice, &NoticeBar::remedyPressed, this, [this] {
        if (m_remedy == RemedyAction::TryAgain || m_remedy == RemedyAction::CheckOutcome)
            create();
        else if (m_remedy)
            Q_EMIT remedyWanted(*m_remedy, m_remedyTask);
    });
}

void TaskEditor::newTask()
{
    m_desk->newTask();
}

void TaskEditor::openTemplate(const Template& opened, const QString& file)
{
    m_desk->openTemplate(opened, file);
}

void TaskEditor::openFile(const QString& file)
{
    m_desk->openFile(file);
}

void TaskEditor::restore(const Template& unfinished)
{
    m_desk->restore(unfinished);
}

bool TaskEditor::isBusy() const
{
    return m_creation->isRunning();
}

// The preview is a function of the sheet and is shown once for each change of it.
void TaskEditor::followSheet()
{
    const DraftSheet& sheet = m_bench.sheet;
    m_form->setDraft(sheet.draft());
    m_form->showFindings(sheet.findings());
    m_preview->showPlan(sheet.draft(), sheet.plan(), sheet.requestJson());
    m_summary->setText(m_preview->summary());
    if (isBusy())
        return;
    showStatus(openVariablesText(variablesIn(sheet.draft().task)));
}

void TaskEditor::showStatus(const QString& text)
{
    m_status->setText(text);
    m_status->setVisible(!text.isEmpty());
}

void TaskEditor::showRunning(bool running)
{
    m_createButton->setText(running ? tr("Cancel") : tr("&Create task"));
    m_createAction->setEnabled(!running);
    if (!running)
        showStatus({});
}

void TaskEditor::pressCreate()
{
    if (!m_creation->takePress())
        return;
    if (isBusy())
        m_creation->cancel();
    else
        m_desk->fillIn([this] { create(); });
}

void TaskEditor::create()
{
    const auto& findings = m_bench.sheet.findings();
    const auto wrong = std::ranges::find(findings, Severity::Error, &Finding::severity);
    if (wrong != findings.end()) {
        m_form->revealErrors();
        focusFinding(*wrong);
        showStatus(tr("Nothing was sent: something has to be changed first."));
        return;
    }
    m_notice->clear();
    guardProduction(m_bench.session, tr("Create the task"), tr("Create task"), this,
                    [this] { m_creation->start(m_bench.sheet.draft().task); });
}

void TaskEditor::takeFailure(const Error& error)
{
    if (error.kind == ErrorKind::Cancelled && !error.maybeExecuted) {
        showStatus(tr("Cancelled. No task was created."));
        return;
    }
    const auto remedy = errorRemedy(error);
    m_remedy = remedy ? std::optional(remedy->action) : std::nullopt;
    m_remedyTask = m_remedy == RemedyAction::OpenTask ? error.code : QString();
    const QString text = error.maybeExecuted
        ? tr("%1 It is not known whether the task was created. “Create task” can be pressed again "
             "safely: it finds out first and never makes a second one.")
              .arg(errorSentence(error))
        : tr("The task was not created. %1").arg(errorMessage(error));
    m_notice->showNotice(Notice{NoticeKind::Error, text,
                                remedy ? QStringList{remedy->button} : QStringList(),
                                errorDetails(error)});
}

void TaskEditor::focusFinding(const Finding& finding)
{
    m_panes->ensureVisible(m_form->focusFinding(finding));
}

void TaskEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace fuotadesk
