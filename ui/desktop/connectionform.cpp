#include "desktop/connectionform.h"

#include "desktop/connectioncolour.h"
#include "desktop/formrow.h"
#include "desktop/pastedkeys.h"
#include "desktop/secretedit.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QUrl>

namespace fuotadesk {

namespace {

constexpr int FieldWidth = 48; // in characters

// Where AWS IoT Core for LoRaWAN is offered (AWS General Reference).
QStringList offeredRegions()
{
    return {QStringLiteral("us-east-1"),      QStringLiteral("us-west-2"),
            QStringLiteral("eu-west-1"),      QStringLiteral("eu-central-1"),
            QStringLiteral("ap-northeast-1"), QStringLiteral("ap-southeast-2"),
            QStringLiteral("sa-east-1")};
}

bool isEndpoint(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == u"https" || url.scheme() == u"http";
    return url.isValid() && web && !url.host().isEmpty();
}

} // namespace

ConnectionForm::ConnectionForm(QWidget* parent)
    : QWidget(parent),
      m_name(new QLineEdit),
      m_accessKeyId(new QLineEdit),
      m_secret(new SecretEdit),
      m_token(new SecretEdit),
      m_region(new QComboBox),
      m_endpoint(new QLineEdit),
      m_dualStack(new QCheckBox(tr("Use the &dual-stack endpoint (IPv6)"))),
      m_fips(new QCheckBox(tr("Use the &FIPS endpoint"))),
      m_colour(new QComboBox),
      m_production(new QCheckBox(tr("This is &production: ask for its name before tasks are "
                                    "created, started or deleted")))
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    makeFields(form);
    connectFields();
}

ConnectionForm::~ConnectionForm() = default;

FormRow* ConnectionForm::addRow(QFormLayout* form, const QString& label, QWidget* field,
                                const QString& hint)
{
    auto* row = new FormRow(label, field);
    row->setHint(hint);
    row->addTo(form);
    return row;
}

void ConnectionForm::makeFields(QFormLayout* form)
{
    for (QLineEdit* line : {m_name, m_accessKeyId})
        line->setMinimumWidth(fontMetrics().averageCharWidth() * FieldWidth);
    m_region->setEditable(true);
    m_region->addItems(offeredRegions());
    m_endpoint->setPlaceholderText(QStringLiteral("https://…"));
    m_nameRow = addRow(form, tr("&Name"), m_name, {});
    m_keyRow = addRow(form, tr("&Access key ID"), m_accessKeyId,
                      tr("A block of keys pasted here fills all three."));
    m_secretRow = addRow(form, tr("&Secret access key"), m_secret, {});
    m_tokenRow = addRow(form, tr("Session &token"), m_token, tr("Only for temporary keys."));
    m_regionRow = addRow(form, tr("&Region"), m_region, {});
    m_endpointRow = addRow(form, tr("&Endpoint URL"), m_endpoint,
                           tr("Only where the region's own endpoint is not to be used."));
    form->addRow(QString(), m_dualStack);
    form->addRow(QString(), m_fips);
    for (const ConnectionColour colour : connectionColours())
        m_colour->addItem(connectionIcon(colour), colourName(colour), int(colour));
    m_colourRow = addRow(form, tr("&Colour"), m_colour, tr("Tells it from the others."));
    form->addRow(QString(), m_production);
}

void ConnectionForm::connectFields()
{
    for (QLineEdit* line : {m_name, m_accessKeyId, static_cast<QLineEdit*>(m_secret),
                            static_cast<QLineEdit*>(m_token), m_endpoint})
        connect(line, &QLineEdit::textChanged, this, &ConnectionForm::edited);
    for (QLineEdit* line :
         {m_accessKeyId, static_cast<QLineEdit*>(m_secret), static_cast<QLineEdit*>(m_token)})
        line->installEventFilter(this);
    connect(m_region, &QComboBox::currentTextChanged, this, &ConnectionForm::edited);
    connect(m_dualStack, &QCheckBox::toggled, this, &ConnectionForm::edited);
    connect(m_fips, &QCheckBox::toggled, this, &ConnectionForm::edited);
    connect(m_production, &QCheckBox::toggled, this, &ConnectionForm::edited);
    connect(m_colour, &QComboBox::currentIndexChanged, this, &ConnectionForm::edited);
    connect(m_endpoint, &QLineEdit::textChanged, this, &ConnectionForm::followEndpoint);
    connect(m_name, &QLineEdit::textChanged, m_nameRow, &FormRow::clearFinding);
    connect(m_accessKeyId, &QLineEdit::textChanged, m_keyRow, &FormRow::clearFinding);
    connect(m_secret, &QLineEdit::textChanged, m_secretRow, &FormRow::clearFinding);
    connect(m_region, &QComboBox::currentTextChanged, m_regionRow, &FormRow::clearFinding);
    connect(m_endpoint, &QLineEdit::textChanged, m_endpointRow, &FormRow::clearFinding);
}

void ConnectionForm::setConnection(const Connection& connection)
{
    m_connection = connection;
    m_name->setText(connection.name);
    m_accessKeyId->setText(connection.accessKeyId);
    m_isProfile = connection.kind == ConnectionKind::Profile;
    m_region->setCurrentText(connection.region.isEmpty() && !m_isProfile ? offeredRegions().first()
                                                                         : connection.region);
    m_colour->setCurrentIndex(m_colour->findData(int(connection.colour)));
    m_production->setChecked(connection.isProduction);
    m_endpoint->setText(connection.endpointUrl);
    m_dualStack->setChecked(connection.useDualStack);
    m_fips->setChecked(connection.useFips);
    if (connection.hasStoredSecret)
        m_secret->setPlaceholderText(tr("Leave empty to keep the stored one"));
    if (!m_isProfile)
        return;
    hideKeysAndPlace();
    m_regionRow->setHint(tr("Empty: as the profile has it."));
}

void ConnectionForm::hideKeysAndPlace()
{
    for (FormRow* row : {m_keyRow, m_secretRow, m_tokenRow, m_endpointRow})
        row->setShown(false);
    m_dualStack->hide();
    m_fips->hide();
}

Connection ConnectionForm::connection() const
{
    Connection connection = m_connection;
    connection.name = m_name->text().trimmed();
    connection.accessKeyId = m_accessKeyId->text().trimmed();
    connection.region = m_region->currentText().trimmed();
    connection.endpointUrl = m_endpoint->text().trimmed();
    connection.useDualStack = m_dualStack->isChecked() && connection.endpointUrl.isEmpty();
    connection.useFips = m_fips->isChecked() && connection.endpointUrl.isEmpty();
    connection.colour = ConnectionColour(m_colour->currentData().toInt());
    connection.isProduction = m_production->isChecked();
    return connection;
}

Credentials ConnectionForm::credentials() const
{
    return {m_accessKeyId->text().trimmed(), m_secret->secret(), m_token->secret()};
}

void ConnectionForm::setKeysOnly()
{
    m_keysOnly = true;
    m_secret->setPlaceholderText({});
    for (FormRow* row : {m_nameRow, m_regionRow, m_endpointRow, m_colourRow})
        row->setShown(false);
    for (QCheckBox* box : {m_dualStack, m_fips, m_production})
        box->hide();
}

bool ConnectionForm::demand(FormRow* row, bool fulfilled, const QString& finding, bool good)
{
    if (fulfilled)
        return good;
    row->setFinding(Severity::Error, finding);
    if (good)
        row->field()->setFocus(Qt::OtherFocusReason);
    return false;
}

bool ConnectionForm::check()
{
    const Connection entered = connection();
    // Another key ID belongs to another secret: the stored one would not fit.
    const bool keepsSecret =
        !m_keysOnly && entered.hasStoredSecret && entered.accessKeyId == m_connection.accessKeyId;
    bool good = demand(m_nameRow, m_keysOnly || !entered.name.isEmpty(),
                       tr("Give the connection a name."), true);
    if (m_isProfile)
        return good;
    good =
        demand(m_keyRow, !entered.accessKeyId.isEmpty(), tr("The access key ID is missing."), good);
    good = demand(m_secretRow, keepsSecret || !m_secret->text().isEmpty(),
                  tr("The secret access key is missing."), good);
    good = demand(m_regionRow, !entered.region.isEmpty(), tr("Choose a region."), good);
    return demand(m_endpointRow, entered.endpointUrl.isEmpty() || isEndpoint(entered.endpointUrl),
                  tr("An endpoint is an address such as https://host:port."), good);
}

void ConnectionForm::wipe()
{
    m_secret->wipe();
    m_token->wipe();
}

void ConnectionForm::followEndpoint()
{
    const bool own = !m_endpoint->text().trimmed().isEmpty();
    for (QCheckBox* box : {m_dualStack, m_fips}) {
        box->setEnabled(!own);
        box->setToolTip(own ? tr("Does not go with an endpoint URL.") : QString());
        box->setAccessibleDescription(box->toolTip());
    }
}

bool ConnectionForm::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Paste) && pasteKeys())
        return true;
    return QWidget::eventFilter(watched, event);
}

bool ConnectionForm::pasteKeys()
{
    auto keys = keysFromText(QGuiApplication::clipboard()->text());
    if (!keys)
        return false;
    m_accessKeyId->setText(keys->accessKeyId);
    m_secret->setText(keys->secretAccessKey);
    m_token->setText(keys->sessionToken);
    if (!keys->region.isEmpty())
        m_region->setCurrentText(keys->region);
    return true;
}

} // namespace fuotadesk
