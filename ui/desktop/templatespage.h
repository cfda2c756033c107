#pragma once

#include "campaign/templateshelf.h"
#include "campaign/workbench.h"
#include "fuota/template.h"

#include <QWidget>

#include <functional>

class QAction;
class QBoxLayout;
class QTableView;

namespace fuotadesk {

class NoticeBar;
class TemplateModel;

// The templates of this machine: use, rename, duplicate, delete, and the ways in and out. A damaged
// file can only be deleted. Where there is none yet, the examples are offered.
class TemplatesPage : public QWidget {
    Q_OBJECT

public:
    explicit TemplatesPage(const Workbench& bench, QWidget* parent = nullptr);

    // For the menus, in the order of the page.
    QList<QAction*> templateActions() const { return m_actions; }
    void importCliFile(const QString& file);
    void addExamples();

Q_SIGNALS:
    // The editor should open it.
    void templateChosen(const fuotadesk::Template& chosen, const QString& file);
    void fileChosen(const QString& file);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QAction* addPageAction(const QString& text, const QKeySequence& key,
                           void (TemplatesPage::*run)());
    void makeActions();
    void makeTable();
    QBoxLayout* makeButtons();
    QWidget* makeEmptyState();
    void followShelf();
    void showCurrent();
    const TemplateEntry* current() const;
    void useCurrent();
    void renameCurrent();
    void duplicateCurrent();
    void deleteCurrent();
    void openFile();
    void importFromCli();
    void exportCurrent();
    void exportCurrentForCli();
    void chooseExport(const QString& title, const QString& suffix,
                      std::function<CallOf<void>*(const QString& file)> write);
    void addNamed(const Template& value, const QString& title, const QString& verb);
    void fail(const QString& what, const Error& error);

    Workbench m_bench;
    TemplateModel* m_model;
    NoticeBar* m_notice;
    QTableView* m_view;
    QWidget* m_empty = nullptr;
    QWidget* m_buttons = nullptr;
    QList<QAction*> m_actions;
    QList<QAction*> m_entryActions; // of a whole template
    QAction* m_deleteAction = nullptr;
};

} // namespace fuotadesk
