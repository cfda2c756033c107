#include "desktop/settingsdialog.h"

#include "campaign/session.h"
#include "desktop/formrow.h"
#include "desktop/noticebar.h"
#include "store/settings.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSpinBox>

namespace fuotadesk {

namespace {

constexpr int RowWidth = 40; // characters
const int UsualCalls = SettingsData().callsPerSecond; // what AWS allows

QSpinBox* callsBox(int calls)
{
    auto* box = new QSpinBox;
    box->setRange(SettingsData::LeastCallsPerSecond, SettingsData::MostCallsPerSecond);
    box->setValue(calls);
    return box;
}

// As narrow as its number; what stands below it is as wide as the row.
QWidget* narrow(QWidget* field)
{
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(field);
    row->addStretch();
    return content;
}

} // namespace

SettingsDialog::SettingsDialog(Session& session, QWidget* parent)
    : QDialog(parent),
      m_session(session),
      m_failure(new NoticeBar),
      m_calls(callsBox(session.callsPerSecond())),
      m_callsRow(new FormRow(tr("&Calls per second and operation"), m_calls, narrow(m_calls)))
{
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    makeRows();
    connect(m_calls, &QSpinBox::valueChanged, this, &SettingsDialog::judge);
    judge();
}

void SettingsDialog::makeRows()
{
    m_callsRow->setHint(tr("How often at most one operation of the service is called, by all "
                           "connections alike. AWS allows %1 unless you have asked for more.")
                            .arg(UsualCalls));
    m_callsRow->setMinimumWidth(fontMetrics().averageCharWidth() * RowWidth);
    auto* form = new QFormLayout(this);
    form->addRow(m_failure);
    m_callsRow->addTo(form);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(tr("Save settings"), QDialogButtonBox::AcceptRole);
    form->addRow(buttons);
    for (QAbstractButton* each : buttons->buttons())
        qobject_cast<QPushButton*>(each)->setDefault(buttons->buttonRole(each)
                                                     == QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void SettingsDialog::judge()
{
    if (m_calls->value() <= UsualCalls)
        m_callsRow->clearFinding();
    else
        m_callsRow->setFinding(Severity::Warning,
                               tr("AWS allows %1 of its own accord. Where your account has no "
                                  "higher quota, calls are refused and everything gets slower.")
                                   .arg(UsualCalls));
}

void SettingsDialog::accept()
{
    const Result<void> saved = m_session.setCallsPerSecond(m_calls->value());
    if (saved)
        QDialog::accept();
    else
        m_failure->showNotice(errorNotice(tr("The settings could not be saved."), saved.error()));
}

} // namespace fuotadesk
