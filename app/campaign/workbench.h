#pragma once

namespace fuotadesk {

class Clock;
class DraftSheet;
class ImageProbe;
class RecoveryForecast;
class Session;
class Submission;
class SuggestionSearch;
class TaskList;
class TemplateShelf;
class UnfinishedDraft;
class WindowMemory;

// The use cases a window works with, introduced to each other by ui/wiring. All outlive the window.
struct Workbench {
    const Clock& clock;
    Session& session;
    TaskList& tasks;
    DraftSheet& sheet;
    UnfinishedDraft& unfinished;
    Submission& submission;
    TemplateShelf& templates;
    ImageProbe& images;
    WindowMemory& window;
    RecoveryForecast& forecast;
    SuggestionSearch& suggestions;
};

} // namespace fuotadesk
