#include "desktop/recipientsdialog.h"

#include "desktop/devicepicker.h"
#include "desktop/noticebar.h"
#include "desktop/plainlabel.h"
#include "desktop/recipientlinesmodel.h"
#include "desktop/tablerows.h"
#include "desktop/tablesaver.h"
#include "text/errortext.h"
#include "text/numbertext.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace fuotadesk {

namespace {

constexpr QSize FirstSize(720, 560);
constexpr int TextLines = 5;
constexpr int LineWidth = 8; // characters
constexpr int TextWidth = 38;
constexpr int DeviceWidth = 18;

} // namespace

RecipientsDialog::RecipientsDialog(const Workbench& bench, const QString& title, QWidget* parent)
    : QDialog(parent),
      m_bench(bench),
      m_lookup(bench.session),
      m_lines(new RecipientLinesModel(m_lookup, this)),
      m_saver(new TableSaver(this)),
      m_text(new QPlainTextEdit),
      m_open(new QPushButton(tr("&Open list…"))),
      m_account(new QPushButton(tr("&Pick from account…"))),
      m_lookUp(new QPushButton(tr("&Look up"))),
      m_notice(new NoticeBar),
      m_progress(new QProgressBar),
      m_summary(plainLabel()),
      m_onlyFaulty(new QCheckBox(tr("Only lines &without a device"))),
      m_table(new QTableView)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    makeTable();
    auto* column = new QVBoxLayout(this);
    column->addLayout(makeInput());
    column->addWidget(m_notice);
    column->addLayout(makeOutcome());
    column->addWidget(m_table, 1);
    column->addLayout(makeButtons());
    m_add->setDefault(true); // once it is in the dialog, or Cancel would be
    resize(FirstSize);
    connect(&m_lookup, &RecipientLookup::progressChanged, this, &RecipientsDialog::showProgress);
    connect(&m_lookup, &RecipientLookup::ended, this, &RecipientsDialog::showEnd);
    connect(m_notice, &NoticeBar::remedyPressed, this, [this] {
        m_notice->clear();
        m_lookup.goOn();
        showProgress();
    });
    connect(m_saver, &TableSaver::ended, m_notice, &NoticeBar::showNotice);
    showProgress();
    m_text->setFocus();
}

QLayout* RecipientsDialog::makeInput()
{
    auto* hint =
        plainLabel(tr("Device IDs, DevEUIs or names, one a line, or a table with a column of "
                      "them (CSV)."));
    auto* label = new QLabel(tr("&Devices"));
    label->setBuddy(m_text);
    m_text->setAccessibleName(tr("Devices"));
    m_text->setAccessibleDescription(hint->text());
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setMinimumHeight(fontMetrics().lineSpacing() * TextLines);
    m_text->setMaximumHeight(fontMetrics().lineSpacing() * (TextLines + 2));
    m_open->setAutoDefault(false);
    m_open->setToolTip(tr("Read the devices from a text file or a CSV table"));
    m_account->setAutoDefault(false);
    m_account->setToolTip(tr("Select devices in the list of the account"));
    m_lookUp->setAutoDefault(false);
    m_lookUp->setToolTip(tr("Find these devices in the account"));
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(m_open);
    buttons->addWidget(m_account);
    buttons->addWidget(m_lookUp);
    buttons->addStretch();
    auto* row = new QHBoxLayout;
    row->addWidget(m_text, 1);
    row->addLayout(buttons);
    auto* column = new QVBoxLayout;
    column->addWidget(label);
    column->addLayout(row);
    column->addWidget(hint);
    connect(m_text, &QPlainTextEdit::textChanged, this, &RecipientsDialog::showProgress);
    connect(m_open, &QPushButton::clicked, this, &RecipientsDialog::askForFile);
    connect(m_account, &QPushButton::clicked, this, &RecipientsDialog::askAccount);
    connect(m_lookUp, &QPushButton::clicked, this, &RecipientsDialog::pressLookUp);
    return column;
}

void RecipientsDialog::makeTable()
{
    m_table->setModel(m_lines);
    m_table->setAccessibleName(tr("Lines of the list"));
    showAsRows(*m_table);
    m_table->addAction(copyRowsAction(*m_table));
    const int character = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(static_cast<int>(RecipientColumn::Line), LineWidth * character);
    m_table->setColumnWidth(static_cast<int>(RecipientColumn::Text), TextWidth * character);
    m_table->setColumnWidth(static_cast<int>(RecipientColumn::Device), DeviceWidth * character);
}

QLayout* RecipientsDialog::makeOutcome()
{
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Lines looked up"));
    m_progress->setMaximumHeight(fontMetrics().height() / 2);
    auto* save = new QPushButton(tr("&Save result…"));
    save->setAutoDefault(false);
    save->setToolTip(tr("Save the lines below as a CSV table"));
    connect(save, &QPushButton::clicked, this,
            [this] { m_saver->save(*m_lines, tr("lines.csv"), this); });
    connect(m_onlyFaulty, &QCheckBox::toggled, m_lines, &RecipientLinesModel::setOnlyFaulty);
    auto* row = new QHBoxLayout;
    row->addWidget(m_onlyFaulty, 1);
    row->addWidget(save);
    auto* column = new QVBoxLayout;
    column->addWidget(m_progress);
    column->addWidget(m_summary);
    column->addLayout(row);
    return column;
}

QLayout* RecipientsDialog::makeButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_add = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    // While there is nobody to add, Enter does nothing.
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &RecipientsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* row = new QHBoxLayout;
    row->addWidget(buttons);
    return row;
}

void RecipientsDialog::askForFile()
{
    auto* dialog = new QFileDialog(this, tr("Open a list of devices"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Lists and tables (*.csv *.tsv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &RecipientsDialog::openFile);
    dialog->open();
}

// What is picked there is known to be there: nothing is looked up.
void RecipientsDialog::askAccount()
{
    auto* picker = new DevicePicker(m_bench, windowTitle(), this);
    connect(picker, &PickDialog::idsPicked, this, [this](const QStringList& ids) {
        Q_EMIT devicesChosen(ids);
        QDialog::accept();
    });
    picker->open();
}

void RecipientsDialog::openFile(const QString& file)
{
    follow(m_import.readFile(file, this));
}

void RecipientsDialog::readText()
{
    follow(m_import.readText(m_text->toPlainText(), this));
}

void RecipientsDialog::follow(CallOf<RecipientFile>* reading)
{
    if (m_reading)
        m_reading->cancel();
    m_reading = reading;
    m_notice->clear();
    reading->then(this, [this](const Result<RecipientFile>& file) { take(file); });
    showProgress();
}

void RecipientsDialog::take(const Result<RecipientFile>& file)
{
    m_reading.clear();
    if (!file) {
        m_notice->showNotice(errorNotice(tr("The list could not be read."), file.error()));
        showProgress();
        return;
    }
    m_lines->setFile({}); // its rows are those of the lookup
    m_lookup.start(*file);
    m_lines->setFile(*file);
    showProgress();
}

// The one button both ways: what it began it also ends.
void RecipientsDialog::pressLookUp()
{
    if (m_lookup.isRunning()) {
        m_lookup.cancel();
        showEnd();
    } else {
        readText();
    }
}

void RecipientsDialog::showProgress()
{
    const bool busy = m_reading || m_lookup.isRunning();
    m_lookUp->setText(m_lookup.isRunning() ? tr("&Stop looking") : tr("&Look up"));
    m_lookUp->setEnabled(m_lookup.isRunning() || (!m_reading && !m_text->document()->isEmpty()));
    m_progress->setVisible(busy);
    m_progress->setRange(0, m_reading ? 0 : static_cast<int>(m_lookup.count()));
    m_progress->setValue(static_cast<int>(m_lookup.settledCount()));
    const QString text = summary();
    if (m_summary->text() != text)
        m_summary->setText(text);
    const int found = static_cast<int>(m_lookup.foundCount());
    m_add->setText(tr("Add %n devices", nullptr, found));
    m_add->setEnabled(!busy && found > 0);
}

QString RecipientsDialog::summary() const
{
    if (m_reading)
        return tr("The list is being read.");
    const qsizetype faulty = m_lines->faultyCount();
    if (m_lookup.count() == 0)
        return faulty == 0 ? tr("What each line is appears below.")
                           : tr("No line of %n names a device.", nullptr, static_cast<int>(faulty));
    const qsizetype open = m_lookup.count() - m_lookup.settledCount();
    QStringList parts{tr("%n devices found", nullptr, static_cast<int>(m_lookup.foundCount()))};
    if (faulty > 0)
        parts << tr("%n lines without a device", nullptr, static_cast<int>(faulty));
    if (open > 0)
        parts << tr("%n not looked up yet", nullptr, static_cast<int>(open));
    return parts.join(QStringLiteral(" · "));
}

void RecipientsDialog::showEnd()
{
    showProgress();
    if (const std::optional<Error>& error = m_lookup.error()) {
        Notice notice = errorNotice(tr("Not every line could be looked up."), *error);
        notice.remedies = {tr("Try again")};
        m_notice->showNotice(notice);
    } else if (m_lookup.failedCount() > 0) {
        m_notice->showNotice({NoticeKind::Error,
                              tr("%n lines could not be looked up; each says why.", nullptr,
                                 static_cast<int>(m_lookup.failedCount())),
                              {tr("Try again")},
                              {}});
    }
    if (m_add->isEnabled())
        m_add->setFocus();
}

void RecipientsDialog::accept()
{
    if (!m_add->isEnabled())
        return;
    Q_EMIT devicesChosen(m_lookup.deviceIds());
    QDialog::accept();
}

} // namespace fuotadesk
