#pragma once

#include "base/secret.h"

#include <QLineEdit>

namespace fuotadesk {

// A line for a secret. What was typed is overwritten before it is let go, so that no whole copy
// stays in the program's memory.
class SecretEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit SecretEdit(QWidget* parent = nullptr);
    ~SecretEdit() override;

    Secret secret() const;
    void wipe();
};

} // namespace fuotadesk
