#include "fuota/template.h"
#include "fuota/transferplan.h"
#include "fuota/validation.h"
#include "fuota/variables.h"
#include "support/testcase.h"

#include <QDir>
#include <QFile>

namespace fuotadesk {

class ExampleTemplatesTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyExampleCanBeCreated_data();
    void everyExampleCanBeCreated();
};

void ExampleTemplatesTest::everyExampleCanBeCreated_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(":/templates"));
    const QStringList files = folder.entryList({QStringLiteral("*.fuota.json")});
    QVERIFY(files.size() >= 3);
    for (const QString& file : files)
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

void ExampleTemplatesTest::everyExampleCanBeCreated()
{
    QFETCH(QString, file);
    QFile resource(file);
    QVERIFY(resource.open(QIODevice::ReadOnly));
    const auto example = parseTemplate(resource.readAll());
    QVERIFY(example);
    QVERIFY(!example->name.isEmpty());
    QVERIFY(example->unknownMembers.isEmpty());
    QMap<QString, QString> values{{dateVariable(), QStringLiteral("2026-01-02")}};
    for (const TemplateVariable& variable : example->variables) {
        QVERIFY(!variable.prompt.isEmpty());
        values.insert(variable.name, variable.defaultValue);
    }
    CampaignDraft draft = example->draft;
    draft.task = withVariables(draft.task, values);
    QVERIFY(variablesIn(draft.task).isEmpty());
    QVERIFY(planTransfer(draft));
    for (const Finding& finding : findingsOf(draft))
        QVERIFY2(finding.severity == Severity::Info, qPrintable(findingCodeName(finding.code)));
}

FUOTADESK_TEST(ExampleTemplatesTest);

} // namespace fuotadesk

#include "exampletemplatestest.moc"
