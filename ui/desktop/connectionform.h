#pragma once

#include "base/connection.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;

namespace fuotadesk {

class FormRow;
class SecretEdit;

// The members of a connection, one value in, one value out: of a profile those that are not the
// files' own. A block of keys pasted into any of the key fields fills all of them.
class ConnectionForm : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionForm(QWidget* parent = nullptr);
    ~ConnectionForm() override;

    void setConnection(const Connection& connection);
    Connection connection() const;
    Credentials credentials() const;

    // Only the keys are asked for.
    void setKeysOnly();
    // Marks what is missing or wrong, focuses the first such field, true when there is none.
    bool check();
    void wipe();

Q_SIGNALS:
    void edited();

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    FormRow* addRow(QFormLayout* form, const QString& label, QWidget* field, const QString& hint);
    void makeFields(QFormLayout* form);
    void connectFields();
    void hideKeysAndPlace();
    void followEndpoint();
    bool pasteKeys();
    bool demand(FormRow* row, bool fulfilled, const QString& finding, bool good);

    Connection m_connection;
    bool m_keysOnly = false;
    bool m_isProfile = false;
    QLineEdit* m_name;
    QLineEdit* m_accessKeyId;
    SecretEdit* m_secret;
    SecretEdit* m_token;
    QComboBox* m_region;
    QLineEdit* m_endpoint;
    QCheckBox* m_dualStack;
    QCheckBox* m_fips;
    QComboBox* m_colour;
    QCheckBox* m_production;
    FormRow* m_nameRow = nullptr;
    FormRow* m_keyRow = nullptr;
    FormRow* m_secretRow = nullptr;
    FormRow* m_tokenRow = nullptr;
    FormRow* m_regionRow = nullptr;
    FormRow* m_endpointRow = nullptr;
    FormRow* m_colourRow = nullptr;
};

} // namespace fuotadesk
