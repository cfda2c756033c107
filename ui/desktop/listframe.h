#pragma once

#include "campaign/tasklist.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace fuotadesk {

class NoticeBar;

// What surrounds the table of a page: what failed on top, the thin bar while it is read, the
// selected row beside it, a sentence where there is nothing, and how many there are below.
class ListFrame : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        QWidget* filter;
        QWidget* table;
        QWidget* details; // may be null
        QString busyName; // of the thin bar, for screen readers
    };

    explicit ListFrame(const Parts& parts, QWidget* parent = nullptr);

    // failure: what to say of an error, "The devices could not be read."
    void showState(ListState state, const std::optional<Error>& error, const QString& failure);
    // In place of the table; the details stay only with withDetails.
    void showInstead(const QString& text, const QString& button, bool withDetails);
    void showTable();
    void setSummary(const QString& text);
    // How something ended.
    NoticeBar& result() { return *m_result; }
    QByteArray splitterState() const;
    void restoreSplitter(const QByteArray& state);

Q_SIGNALS:
    void retryRequested();
    void connectionRequested();
    // The button of showInstead().
    void insteadPressed();

private:
    QWidget* makeInstead();

    NoticeBar* m_failure;
    NoticeBar* m_result;
    QProgressBar* m_busy;
    QStackedWidget* m_stack;
    QSplitter* m_splitter;
    QWidget* m_details;
    QLabel* m_instead = nullptr;
    QPushButton* m_insteadButton = nullptr;
    QLabel* m_summary;
};

} // namespace fuotadesk
