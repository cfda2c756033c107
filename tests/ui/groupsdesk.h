#pragma once

#include "campaign/groupbench.h"
#include "desktop/groupdialog.h"
#include "desktop/groupspage.h"
#include "desktop/grouptable.h"
#include "ui/deskbench.h"
#include "ui/find.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

namespace fuotadesk {

// The far end of GroupBench behind everything a page works with.
struct GroupsDesk : DeskBench {
    GroupBench far;
    std::unique_ptr<GroupsPage> page;

    GroupsDesk()
    {
        desk.service.setOthers(ServiceDouble::Fate::Hang);
        desk.service.answerInstead = [this](const HttpRequest& request) {
            return far.answer(request);
        };
    }

    void show()
    {
        desk.signIn();
        page = std::make_unique<GroupsPage>(bench());
        page->resize(1000, 700);
        page->show();
        QTRY_COMPARE(groups.state(), ListState::Ready);
        QTRY_VERIFY(groups.rows().isEmpty() || groups.rows().last().details);
    }

    GroupTable* table() const { return page->findChild<GroupTable*>(); }
    int rowCount() const { return table()->model()->rowCount(); }
    QString member(const char* name) const { return find<QLineEdit>(*page, name)->text(); }
    QPushButton* button(const char* text) const { return find<QPushButton>(*page, text); }

    QMessageBox* question() const { return page->findChild<QMessageBox*>(); }

    // The form of a new group, filled.
    GroupDialog* fillNew() const
    {
        QTest::mouseClick(button("New group…"), Qt::LeftButton);
        auto* dialog = page->findChild<GroupDialog*>();
        find<QLineEdit>(*dialog, "Name")->setText(QStringLiteral("avenue"));
        find<QComboBox>(*dialog, "RF region")->setCurrentText(QStringLiteral("EU868"));
        find<QComboBox>(*dialog, "Class")->setCurrentText(QStringLiteral("Class B"));
        return dialog;
    }

    static void press(const QWidget& dialog, const char* text)
    {
        QTest::mouseClick(find<QPushButton>(dialog, text), Qt::LeftButton);
    }

    bool says(const char* part) const
    {
        const auto labels = page->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(QString::fromUtf8(part));
        });
    }
};

} // namespace fuotadesk
