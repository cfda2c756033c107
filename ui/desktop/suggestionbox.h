#pragma once

#include "base/call.h"
#include "fuota/suggestion.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableWidget;

namespace fuotadesk {

class SuggestionSearch;

// A button that looks for the quickest setting which reaches the target, and what it found: the
// suggestion, why it is this one, and a table of what else is possible. A row is taken over by a
// press of the button, a double click or Enter.
class SuggestionBox : public QWidget {
    Q_OBJECT

public:
    explicit SuggestionBox(SuggestionSearch& search, QWidget* parent = nullptr);

    // What a suggestion would be for. One that was found for another draft goes away.
    void setDraft(const CampaignDraft& draft);
    bool isSearching() const { return !m_call.isNull(); }

Q_SIGNALS:
    void chosen(const fuotadesk::Alternative& way);

private:
    void makeTable();
    void press();
    void start();
    void show(const Suggestion& found);
    void addRow(const Alternative& way);
    void clear();
    void showButton();
    void take(int row);

    SuggestionSearch& m_search;
    CampaignDraft m_draft;
    QPointer<CallOf<Suggestion>> m_call;
    QList<Alternative> m_ways;
    QPushButton* m_searchButton;
    QLabel* m_result;
    QTableWidget* m_table;
    QPushButton* m_applyButton;
};

} // namespace fuotadesk
