#include "desktop/chanceexport.h"

#include "support/memoryfolder.h"
#include "support/testcase.h"
#include "ui/chancebench.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace fuotadesk {

namespace {

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ChanceExportTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void picturesAndDataAreCopied();
    void numbersAreSavedToTheLastBit();
    void picturesAreSaved();
    void whatCannotBeSavedIsTold();
    void theDialogSavesByTheNameChosen();
};

void ChanceExportTest::picturesAndDataAreCopied()
{
    Shown shown;
    shown.plot.setPalette(darkPalette());
    const QImage before = settled(shown.plot);
    shown.plot.copyPictureAction()->trigger();
    const QImage copied = QGuiApplication::clipboard()->image();
    QCOMPARE(copied.size(), ChanceCanvas::PaperSize * 2);
    QCOMPARE(copied.pixelColor(0, 0), QColor(Qt::white)); // for paper, also out of the dark
    QVERIFY(greatestContrast(copied) > 15);
    QCOMPARE(settled(shown.plot), before);
    shown.plot.copyDataAction()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             curveTabSeparated(lossCurve(), shown.plot.locale()));
}

void ChanceExportTest::numbersAreSavedToTheLastBit()
{
    Shown shown;
    QTemporaryDir folder{folderInMemory()};
    const QString path = folder.filePath(QStringLiteral("chance.CSV"));
    QSignalSpy saved(&shown.plot, &ChancePlot::saved);
    shown.plot.saveTo(path);
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(saved[0][0].toString(), path);
    QList<QByteArray> lines = contentsOf(path).split('\n');
    QCOMPARE(lines.takeFirst(),
             QByteArray("\"Loss (%)\",\"Chance of success (0 to 1)\",\"Standard error\"\r"));
    QVERIFY(lines.takeLast().isEmpty());
    const ChanceCurve curve = lossCurve();
    QCOMPARE(lines.size(), curve.x.size());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QList<QByteArray> cells = lines[i].trimmed().split(',');
        QCOMPARE(cells.size(), 3);
        // No QCOMPARE: it is content with nearly equal.
        QVERIFY(cells[0].toDouble() == curve.x[i]);
        QVERIFY(cells[1].toDouble() == curve.probability[i]);
        QVERIFY(cells[2].toDouble() == curve.standardError[i]);
    }
}

void ChanceExportTest::picturesAreSaved()
{
    Shown shown;
    QTemporaryDir folder{folderInMemory()};
    const QString png = folder.filePath(QStringLiteral("chance.png"));
    const QString pdf = folder.filePath(QStringLiteral("chance.pdf"));
    QSignalSpy saved(&shown.plot, &ChancePlot::saved);
    shown.plot.saveTo(png);
    shown.plot.saveTo(pdf);
    QTRY_COMPARE(saved.size(), 2);
    const QImage image(png);
    QCOMPARE(image.size(), ChanceCanvas::PaperSize * 2);
    QVERIFY(greatestContrast(image) > 15);
    const QByteArray document = contentsOf(pdf);
    QVERIFY(document.startsWith("%PDF-1."));
    QVERIFY(document.trimmed().endsWith("%%EOF"));
    QVERIFY(document.contains("/Count 1"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2); // nothing half done
}

void ChanceExportTest::whatCannotBeSavedIsTold()
{
    Shown shown;
    QTemporaryDir folder{folderInMemory()};
    QSignalSpy failed(&shown.plot, &ChancePlot::saveFailed);
    const QString nowhere = folder.filePath(QStringLiteral("no/such/folder.png"));
    shown.plot.saveTo(nowhere);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].toString(), nowhere);
    QVERIFY(!failed[0][1].toString().isEmpty());
    shown.plot.saveTo(folder.filePath(QStringLiteral("chance.doc")));
    QTRY_COMPARE(failed.size(), 2);
    QVERIFY(failed[1][1].toString().contains(QStringLiteral(".pdf")));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void ChanceExportTest::theDialogSavesByTheNameChosen()
{
    Shown shown;
    QTemporaryDir folder{folderInMemory()};
    QSignalSpy saved(&shown.plot, &ChancePlot::saved);
    shown.plot.saveAction()->trigger();
    auto* dialog = shown.plot.findChild<QFileDialog*>();
    QVERIFY(dialog);
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    dialog->setDirectory(folder.path());
    dialog->selectNameFilter(dialog->nameFilters().constLast());
    Q_EMIT dialog->filterSelected(dialog->nameFilters().constLast());
    dialog->findChild<QLineEdit*>()->setText(QStringLiteral("numbers"));
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(contentsOf(folder.filePath(QStringLiteral("numbers.csv"))),
             curveCommaSeparated(lossCurve()));
}

FUOTADESK_TEST(ChanceExportTest);

} // namespace fuotadesk

#include "chanceexporttest.moc"
