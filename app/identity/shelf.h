#pragma once

#include <QString>

#include <deque>
#include <optional>
#include <unordered_map>
#include <utility>

namespace fuotadesk {

// What is kept by name, so many and no more: where there is no room the one that came first goes.
template <typename T>
class Shelf {
public:
    explicit Shelf(std::size_t most) : m_most(most) { }

    // Each name once.
    T& put(const QString& name, T value)
    {
        while (m_values.size() >= m_most || m_order.size() >= 2 * m_most)
            dropOldest();
        m_order.push_back(name);
        return m_values.insert_or_assign(name, std::move(value)).first->second;
    }

    // Null when there is none; good until the next change.
    T* find(const QString& name)
    {
        const auto found = m_values.find(name);
        return found == m_values.end() ? nullptr : &found->second;
    }

    const T* find(const QString& name) const
    {
        const auto found = m_values.find(name);
        return found == m_values.end() ? nullptr : &found->second;
    }

    std::optional<T> take(const QString& name)
    {
        const auto found = m_values.find(name);
        if (found == m_values.end())
            return {};
        std::optional<T> value(std::move(found->second));
        m_values.erase(found);
        return value;
    }

    std::size_t size() const { return m_values.size(); }

private:
    // Names that were taken meanwhile stay in the order until their turn comes.
    void dropOldest()
    {
        m_values.erase(m_order.front());
        m_order.pop_front();
    }

    std::size_t m_most;
    std::unordered_map<QString, T> m_values;
    std::deque<QString> m_order;
};

} // namespace fuotadesk
