#pragma once

#include "fuota/template.h"

#include <random>

namespace fuotadesk {

// Drafts nobody thought of: every member set or not, texts of all scripts, numbers of all sizes
// JSON keeps exact. The same seed gives the same drafts.
class RandomDraft {
public:
    explicit RandomDraft(unsigned seed) : m_engine(seed) { }

    TaskDraft task();
    Template saved();

private:
    int upTo(int largest);
    QString text();
    qint64 number();
    template <typename T>
    std::optional<T> maybe(T value)
    {
        return upTo(1) == 0 ? std::optional<T>() : std::optional<T>(std::move(value));
    }

    std::mt19937 m_engine;
};

} // namespace fuotadesk
