#pragma once

#include "campaign/workbench.h"
#include "preflight/checkrow.h"
#include "preflight/rolereader.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;

namespace fuotadesk {

// What is known of one role and the image of the draft, asked when the selection rests on it.
class RoleDetails : public QWidget {
    Q_OBJECT

public:
    // image: as the draft has it, s3://bucket/key or anything else.
    RoleDetails(const Workbench& bench, const QString& image, QWidget* parent = nullptr);

    // Empty: none is selected.
    void showRole(const QString& arn);

private:
    struct Line {
        QLabel* icon;
        QLabel* text;
    };

    Line addLine(int row);
    void ask();
    CallOf<RoleReading>* read(RoleReader::Policies policies);
    void take(const RoleReading& reading);
    void showLine(const Line& line, CheckOutcome outcome, const QString& text);
    void showDocuments();
    void openDocuments(const RoleReading& reading);
    void changeEvent(QEvent* event) override;

    Workbench m_bench;
    QString m_image;
    QString m_arn;
    RoleReader m_reader;
    std::optional<RoleReading> m_reading;
    std::unique_ptr<QObject> m_asking; // owns the call under way
    QTimer m_rest;
    QLabel* m_name;
    Line m_trust;
    Line m_read;
    QPushButton* m_documents;
};

} // namespace fuotadesk
